/**
 * A bar whose filled part is a share: colour for what is, hatching for what is missing, dots for no data (`unknown`, at
 * the end). The number stands beside it.
 */
export function Bar({ share, unknown = 0, color, kind = 'covered' }: { share: number | null; unknown?: number; color?: string; kind?: 'covered' | 'gap' }) {
  const percent = (part: number) => `${Math.max(0, Math.min(1, part)) * 100}%`;
  return (
    <span class={`bar bar-${share === null ? 'none' : kind}`} aria-hidden="true">
      {share !== null && <span class="bar-part" style={{ width: percent(share), ...(color ? { background: color } : {}) }} />}
      {share !== null && unknown > 0 && <span class="bar-unknown" style={{ width: percent(unknown) }} />}
    </span>
  );
}
