/** A bar whose filled part is a share: colour for what is, hatching for what is missing. The number stands beside it in text. */
export function Bar({ share, color, kind = 'covered' }: { share: number | null; color?: string; kind?: 'covered' | 'gap' }) {
  return (
    <span class={`bar bar-${kind}`} aria-hidden="true">
      {share !== null && <span class="bar-part" style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%`, ...(color ? { background: color } : {}) }} />}
    </span>
  );
}
