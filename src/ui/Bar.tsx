/** A bar whose filled part is a share: colour for what is, hatching for what is missing, dots for no data. The number stands beside it. */
export function Bar({ share, color, kind = 'covered' }: { share: number | null; color?: string; kind?: 'covered' | 'gap' }) {
  return (
    <span class={`bar bar-${share === null ? 'none' : kind}`} aria-hidden="true">
      {share !== null && <span class="bar-part" style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%`, ...(color ? { background: color } : {}) }} />}
    </span>
  );
}
