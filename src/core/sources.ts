/** Which pairs of technology and operator the sources speak about, and what covers for each. */
import { createCover, type Cover } from './cover';
import { measuredAreas } from './measured';
import type { Cell, CoverageArea, CoverageKind, Measurement, MultiPolygonRings, Technology } from './model';
import { TECHNOLOGIES } from './model';
import { servedShape } from './radius-model';
import type { GapSettings } from './settings';
import { type Shape, shapeRing } from './shape';
import type { RingCache } from './subtraction';
import { compareText } from './text-order';

/** A technology of an operator that occurs in a source; a pair in none has no data, anywhere. */
export interface Pair {
  technology: Technology;
  /** null: readings that do not say whose; they speak only for all operators together. */
  operator: string | null;
  kinds: Set<CoverageKind>;
  shapes: Shape[];
  areas: MultiPolygonRings[];
  /** Where the source speaks at all; null: everywhere. Readings speak only of their squares. */
  known: MultiPolygonRings | null;
}

export interface CoverageSources {
  cells: readonly Cell[] | null;
  coverage: readonly CoverageArea[] | null;
  measurements: readonly Measurement[] | null;
  /** Masts that a scenario adds. They cover by the model whatever the source is. */
  added: readonly Cell[];
}

/**
 * The pairs of the sources. Of readings, polygons and stations the first that is given is the coverage, and stations then
 * only count; with `mix`, each of the others stands in for the pairs that those before do not name. Rows that are
 * planned or off make their pair occur.
 */
export function pairsOf({ cells, coverage, measurements, added }: CoverageSources, settings: GapSettings): Pair[] {
  const pairs = new Map<string, Pair>();
  const pairOf = (technology: Technology, operator: string | null): Pair => {
    const key = `${technology} ${operator}`;
    let pair = pairs.get(key);
    if (!pair) pairs.set(key, (pair = { technology, operator, kinds: new Set(), shapes: [], areas: [], known: null }));
    return pair;
  };
  const readings = new Map<Pair, Measurement[]>();
  for (const reading of measurements ?? []) {
    const pair = pairOf(reading.technology, reading.operator);
    const list = readings.get(pair);
    if (list) list.push(reading);
    else readings.set(pair, [reading]);
  }
  for (const [pair, list] of readings) {
    const { covered, known } = measuredAreas(list, pair.technology, settings.measured);
    pair.kinds.add('measured');
    pair.areas.push(covered);
    pair.known = known;
  }
  const measured = new Set(pairs.keys());
  for (const area of !measurements || settings.mix ? (coverage ?? []) : []) {
    if (measured.has(`${area.technology} ${area.operator}`)) continue;
    const pair = pairOf(area.technology, area.operator);
    pair.kinds.add(area.kind);
    pair.areas.push(area.geometry);
  }
  if (cells && stationsCover({ coverage, measurements }, settings)) {
    const claimed = new Set(pairs.keys());
    for (const cell of cells) {
      if (claimed.has(`${cell.technology} ${cell.operator}`)) continue;
      const pair = pairOf(cell.technology, cell.operator);
      pair.kinds.add('modelled');
      const shape = servedShape(cell, settings);
      if (shape) pair.shapes.push(shape);
    }
  }
  // Where only readings are asked, of a pair that has none nothing is known but what the new mast serves.
  const unknown = measurements !== null && !settings.mix;
  const before = new Set(pairs.keys());
  for (const cell of added) {
    const pair = pairOf(cell.technology, cell.operator);
    pair.kinds.add('modelled');
    if (unknown && !before.has(`${cell.technology} ${cell.operator}`)) pair.known ??= [];
    const shape = servedShape(cell, settings);
    if (!shape) continue;
    pair.shapes.push(shape);
    if (pair.known) pair.known = [...pair.known, [shapeRing(shape)]];
  }
  return [...pairs.values()].sort(
    (a, b) => TECHNOLOGIES.indexOf(a.technology) - TECHNOLOGIES.indexOf(b.technology) || compareText(a.operator ?? '', b.operator ?? ''),
  );
}

/** Whether stations are coverage, or only count. */
export function stationsCover({ coverage, measurements }: Pick<CoverageSources, 'coverage' | 'measurements'>, settings: GapSettings): boolean {
  return (!coverage && !measurements) || settings.mix;
}

/** The union of what the pairs cover. */
export function coverOfPairs(pairs: readonly Pair[], rings: RingCache): Cover {
  return createCover(
    pairs.flatMap((p) => p.shapes),
    pairs.flatMap((p) => p.areas),
    rings,
  );
}
