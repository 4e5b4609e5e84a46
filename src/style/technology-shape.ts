/**
 * The shape of each technology, once: the map's images and the page's legends are drawn from the same corners, so that
 * they agree. Shapes differ as well as colours, for eyes and prints that do not tell the colours apart.
 */
import type { Technology } from '../core/model';

/** Side of the square in which shapes are given, its middle at (0, 0), y downwards. */
const SHAPE_BOX = 16;

export type TechnologyShape =
  | { kind: 'circle'; radius: number }
  | { kind: 'polygon'; corners: readonly (readonly [x: number, y: number])[] };

/** Corners of a regular star or polygon, the first one up. */
function regular(count: number, radius: number, inner = radius, y = 0): [number, number][] {
  const corners: [number, number][] = [];
  const steps = inner === radius ? count : count * 2;
  for (let i = 0; i < steps; i++) {
    const angle = (2 * Math.PI * i) / steps;
    const r = steps > count && i % 2 === 1 ? inner : radius;
    corners.push([r * Math.sin(angle), y - r * Math.cos(angle)]);
  }
  return corners;
}

/** Sizes are chosen to weigh the same to the eye, not to have the same radius. */
export const TECHNOLOGY_SHAPES: Readonly<Record<Technology, TechnologyShape>> = {
  '2G': { kind: 'circle', radius: 5 },
  '3G': { kind: 'polygon', corners: regular(4, 6.3) },
  '4G': { kind: 'polygon', corners: regular(3, 7, 7, 1.4) },
  '5G': { kind: 'polygon', corners: regular(5, 7.2, 3.4, 0.4) },
};

/** The centre of a unit until 2025: a house standing on its base. */
export const CENTRE_SHAPE: TechnologyShape = { kind: 'polygon', corners: [[0, -6.6], [6.2, -1], [6.2, 6], [-6.2, 6], [-6.2, -1]] };

/** A proposed mast: large enough for its number, and unlike the circles that count stations. */
export const PROPOSED_SHAPE: TechnologyShape = { kind: 'polygon', corners: regular(6, 10.5) };

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** The shape as the `d` of an SVG path; its view box is `SHAPE_VIEW_BOX`. */
export function technologyPath(technology: Technology): string {
  return shapePath(TECHNOLOGY_SHAPES[technology]);
}

export function shapePath(shape: TechnologyShape): string {
  if (shape.kind === 'circle') {
    const r = short(shape.radius);
    return `M0-${r}A${r} ${r} 0 1 1 0 ${r}A${r} ${r} 0 1 1 0-${r}Z`;
  }
  return `M${shape.corners.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}Z`;
}

export const SHAPE_VIEW_BOX = `${-SHAPE_BOX / 2} ${-SHAPE_BOX / 2} ${SHAPE_BOX} ${SHAPE_BOX}`;
