import type { Technology } from '../core/model';
import { SHAPE_VIEW_BOX, technologyPath } from '../style/technology-shape';

/** The symbol that the technology has on the map: its own shape, its colour, outlined in ink. */
export function TechnologySymbol({ technology }: { technology: Technology }) {
  return (
    <svg class="symbol" viewBox={SHAPE_VIEW_BOX} aria-hidden="true">
      <path d={technologyPath(technology)} style={{ fill: `var(--t${technology})`, stroke: 'var(--ink)', strokeWidth: 1.1, strokeLinejoin: 'round' }} />
    </svg>
  );
}
