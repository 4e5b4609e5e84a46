/** Marching squares: where a field on a square grid is above zero, as closed rings with that side on their left. */
import type { XY } from './polyline';

export interface Field {
  west: number;
  south: number;
  cell: number;
  columns: number;
  rows: number;
  /** Row by row from the south; the outermost nodes must not be above zero. */
  values: Float64Array;
}

const [BOTTOM, RIGHT, TOP, LEFT] = [0, 1, 2, 3] as const;
/** From side to side, by the corners above zero: 1 south-west, 2 south-east, 4 north-east, 8 north-west. */
const SEGMENTS: readonly (readonly (readonly [number, number])[])[] = [
  [], [[BOTTOM, LEFT]], [[RIGHT, BOTTOM]], [[RIGHT, LEFT]], [[TOP, RIGHT]],
  [[BOTTOM, LEFT], [TOP, RIGHT]], [[TOP, BOTTOM]], [[TOP, LEFT]], [[LEFT, TOP]], [[BOTTOM, TOP]],
  [[RIGHT, BOTTOM], [LEFT, TOP]], [[RIGHT, TOP]], [[LEFT, RIGHT]], [[BOTTOM, RIGHT]], [[LEFT, BOTTOM]], [],
];
/** Opposite corners above zero, and joined across the middle of the cell. */
const JOINED: Record<number, readonly (readonly [number, number])[]> = {
  5: [[BOTTOM, RIGHT], [TOP, LEFT]],
  10: [[LEFT, BOTTOM], [RIGHT, TOP]],
};

export function contourRings({ west, south, cell, columns, rows, values }: Field): XY[][] {
  const next = new Map<number, number>();
  const points = new Map<number, XY>();
  const node = (i: number, j: number) => values[j * columns + i]!;
  // Even numbers are sides running east from a node, odd ones sides running north.
  const sideOf = (i: number, j: number, side: number) => {
    if (side === BOTTOM) return 2 * (j * columns + i);
    if (side === TOP) return 2 * ((j + 1) * columns + i);
    return 2 * (j * columns + i + (side === RIGHT ? 1 : 0)) + 1;
  };
  const pointOn = (id: number) => {
    if (points.has(id)) return;
    const i = (id >> 1) % columns;
    const j = Math.floor((id >> 1) / columns);
    const from = node(i, j);
    const to = id % 2 === 0 ? node(i + 1, j) : node(i, j + 1);
    // Kept off the nodes, so that rings which pass one on both sides do not touch.
    const t = Math.max(0.05, Math.min(0.95, from / (from - to)));
    points.set(id, [west + cell * (i + (id % 2 === 0 ? t : 0)), south + cell * (j + (id % 2 === 0 ? 0 : t))]);
  };
  for (let j = 0; j + 1 < rows; j++) {
    for (let i = 0; i + 1 < columns; i++) {
      const corners = [node(i, j), node(i + 1, j), node(i + 1, j + 1), node(i, j + 1)];
      const mask = corners.reduce((bits, value, k) => (value > 0 ? bits | (1 << k) : bits), 0);
      const joined = JOINED[mask] && corners.reduce((a, b) => a + b, 0) > 0;
      for (const [from, to] of joined ? JOINED[mask]! : SEGMENTS[mask]!) {
        const [a, b] = [sideOf(i, j, from), sideOf(i, j, to)];
        pointOn(a);
        pointOn(b);
        next.set(a, b);
      }
    }
  }
  const rings: XY[][] = [];
  for (let start = next.keys().next(); !start.done; start = next.keys().next()) {
    const ring: XY[] = [];
    for (let at: number | undefined = start.value; at !== undefined; ) {
      ring.push(points.get(at)!);
      const to: number | undefined = next.get(at);
      next.delete(at);
      at = to;
    }
    rings.push(ring);
  }
  return rings;
}
