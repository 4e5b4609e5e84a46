/** Which pairs of technology and operator the sources speak about, and what covers for each. */
import { createCover, type Cover, type RingCache } from './cover';
import type { Cell, CoverageArea, CoverageKind, MultiPolygonRings, Technology } from './model';
import { TECHNOLOGIES } from './model';
import { servedShape } from './radius-model';
import type { GapSettings } from './settings';
import type { Shape } from './shape';
import { compareText } from './text-order';

/** A technology of an operator that occurs in a source; a pair in none has no data, anywhere. */
export interface Pair {
  technology: Technology;
  operator: string;
  kinds: Set<CoverageKind>;
  shapes: Shape[];
  areas: MultiPolygonRings[];
}

/**
 * The pairs of the sources. Polygons, where given, are the coverage and stations only count; with `mix`, the radius
 * model stands in for the pairs that no polygon names. Rows that are planned or off make their pair occur.
 */
export function pairsOf(cells: readonly Cell[] | null, coverage: readonly CoverageArea[] | null, settings: GapSettings): Pair[] {
  const pairs = new Map<string, Pair>();
  const pairOf = (technology: Technology, operator: string): Pair => {
    const key = `${technology} ${operator}`;
    let pair = pairs.get(key);
    if (!pair) pairs.set(key, (pair = { technology, operator, kinds: new Set(), shapes: [], areas: [] }));
    return pair;
  };
  for (const area of coverage ?? []) {
    const pair = pairOf(area.technology, area.operator);
    pair.kinds.add(area.kind);
    pair.areas.push(area.geometry);
  }
  if (cells && (!coverage || settings.mix)) {
    const claimed = new Set(pairs.keys());
    for (const cell of cells) {
      if (claimed.has(`${cell.technology} ${cell.operator}`)) continue;
      const pair = pairOf(cell.technology, cell.operator);
      pair.kinds.add('modelled');
      const shape = servedShape(cell, settings);
      if (shape) pair.shapes.push(shape);
    }
  }
  return [...pairs.values()].sort(
    (a, b) => TECHNOLOGIES.indexOf(a.technology) - TECHNOLOGIES.indexOf(b.technology) || compareText(a.operator, b.operator),
  );
}

/** The union of what the pairs cover. */
export function coverOfPairs(pairs: readonly Pair[], rings: RingCache): Cover {
  return createCover(
    pairs.flatMap((p) => p.shapes),
    pairs.flatMap((p) => p.areas),
    rings,
  );
}
