/**
 * Rectangles that surely lie inside coverage polygons: what discs are to stations (`collapse.ts`), convex sets in which
 * the border of a commune can be cut short without a change to its gap.
 */
import { boxOfBoxes } from './box';
import type { Box, LngLat, Ring } from './model';

export interface CoveredRuns {
  /** A number above 0 for the rectangle that holds the point; 0 where none does. */
  at(point: LngLat): number;
}

/** Side of a cell in degrees, about 400 m: borders have vertices every 30 to 100 m. */
const CELL_DEGREES = 0.004;
/** Beyond this many cells the grid would cost more than it saves. */
const MOST_CELLS = 2_000_000;

/**
 * Runs of cells inside one of the polygons, row by row. `rings` are closed; a cell that any ring enters belongs to no run.
 * null where the polygons spread too far for the grid.
 */
export function coveredRuns(polygons: readonly { box: Box; rings: readonly Ring[] }[]): CoveredRuns | null {
  if (polygons.length === 0) return null;
  const [west, south, east, north] = boxOfBoxes(polygons.map((p) => p.box));
  const columns = Math.ceil((east - west) / CELL_DEGREES) + 1;
  const rows = Math.ceil((north - south) / CELL_DEGREES) + 1;
  if (!(columns * rows <= MOST_CELLS)) return null;
  const runs = new Int32Array(columns * rows);
  const columnOf = (lng: number) => Math.floor((lng - west) / CELL_DEGREES);
  const rowOf = (lat: number) => Math.floor((lat - south) / CELL_DEGREES);
  let last = 0;

  for (const { rings } of polygons) {
    const entered = new Set<number>();
    const crossings = new Map<number, number[]>();
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const a = ring[i - 1]!;
        const b = ring[i]!;
        markEntered(a, b);
        const low = Math.min(a[1], b[1]);
        const high = Math.max(a[1], b[1]);
        for (let row = Math.max(0, rowOf(low)); row <= rowOf(high); row++) {
          const lat = south + (row + 0.5) * CELL_DEGREES;
          if (a[1] > lat === b[1] > lat) continue;
          const list = crossings.get(row);
          const lng = a[0] + ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]);
          if (list) list.push(lng);
          else crossings.set(row, [lng]);
        }
      }
    }
    for (const [row, list] of crossings) {
      list.sort((p, q) => p - q);
      for (let k = 0; k + 1 < list.length; k += 2) {
        let open = false;
        for (let column = columnOf(list[k]!) + 1; column < columnOf(list[k + 1]!); column++) {
          const cell = row * columns + column;
          const free = !entered.has(cell) && runs[cell] === 0;
          if (free) runs[cell] = open ? last : ++last;
          open = free;
        }
      }
    }

    /** The cells of the edge's box, cut along the longer side so that a long slanting edge marks few. */
    function markEntered(a: LngLat, b: LngLat): void {
      const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1])) / CELL_DEGREES));
      for (let k = 0; k < pieces; k++) {
        const p = [a[0] + ((b[0] - a[0]) * k) / pieces, a[1] + ((b[1] - a[1]) * k) / pieces] as const;
        const q = [a[0] + ((b[0] - a[0]) * (k + 1)) / pieces, a[1] + ((b[1] - a[1]) * (k + 1)) / pieces] as const;
        for (let row = rowOf(Math.min(p[1], q[1]) - 1e-9); row <= rowOf(Math.max(p[1], q[1]) + 1e-9); row++) {
          for (let column = columnOf(Math.min(p[0], q[0]) - 1e-9); column <= columnOf(Math.max(p[0], q[0]) + 1e-9); column++) entered.add(row * columns + column);
        }
      }
    }
  }
  if (last === 0) return null;
  return {
    at([lng, lat]) {
      const column = columnOf(lng);
      const row = rowOf(lat);
      return column < 0 || row < 0 || column >= columns || row >= rows ? 0 : runs[row * columns + column]!;
    },
  };
}

/** The closed ring without the chains that one run holds; empty where a run holds it all. */
export function collapseInRuns(ring: Ring, runs: CoveredRuns): Ring {
  const last = ring.length - 1;
  const kept: Ring = [];
  let i = 0;
  let run = last > 0 ? runs.at(ring[0]!) : 0;
  while (i < last) {
    kept.push(ring[i]!);
    let next = i + 1;
    let there = runs.at(ring[next]!);
    if (run !== 0) {
      while (there === run && next < last) {
        const beyond = runs.at(ring[next + 1]!);
        if (beyond !== run) break;
        there = beyond;
        next++;
      }
    }
    i = next;
    run = there;
  }
  if (kept.length < 3) return kept.length === 2 && runs.at(kept[0]!) === 0 ? ring : [];
  kept.push(kept[0]!);
  return kept;
}
