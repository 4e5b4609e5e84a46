/** The stations of a plan and what follows from them alone, and how a few of them change it. */
import { boxesMeet } from './box';
import type { CommuneIndex } from './commune-index';
import type { Cover } from './cover';
import type { GapInput, QuestionSpec } from './gaps';
import type { Surroundings } from './hamlets';
import type { Cell, Commune, CoverageKind, LngLat, Locality, Technology } from './model';
import { servedShape } from './radius-model';
import { communeRegion, type Region } from './region';
import type { GapSettings } from './settings';
import { shapeBox } from './shape';
import { type CoverageSources, type Pair, stationsCover } from './sources';
import { activePositions, countsAsSite, stationsByCommune } from './stations';

/** What some pairs serve together. */
export interface Service {
  /** null where there are no pairs. */
  cover: Cover | null;
  /** Where the sources speak at all; null: everywhere. */
  known: Cover | null;
  kinds: CoverageKind[];
  withoutData: Technology[];
}

export interface Question extends QuestionSpec, Service {
  /** As rows write it: `*`, `A+B` or a name. */
  operator: string;
  /**
   * Where operators share their networks in some communes: what those asked serve alone, and what all serve together. The
   * question's own service is then each in its place. null where that changes nothing.
   */
  sharing: { alone: Service; shared: Service } | null;
}

/** What a plan stands on, whatever the stations do. */
export interface Ground {
  input: GapInput;
  settings: GapSettings;
  specs: readonly QuestionSpec[] | undefined;
  communes: readonly Commune[];
  index: CommuneIndex;
  localities: Map<string, Locality[]> | null;
  /** Of each hamlet of a commune. */
  surroundings(commune: Commune): Surroundings[];
  /** Kilometres to the nearest fibre; null where none is known. */
  fibreKm(point: LngLat): number | null;
  /** All communes as one region. */
  outline(): Region;
}

/** The stations, and what follows from them alone. */
export interface Situation {
  cells: readonly Cell[] | null;
  pairs: readonly Pair[];
  questions: readonly Question[];
  /** Active rows of each commune. */
  stations: ReadonlyMap<string, Cell[]> | null;
  /** Of the operators of each question. */
  sitePositions: readonly (readonly LngLat[])[];
}

/** A situation after a change, and for each question the positions that have no site any more, or have their first. */
export interface ChangedSituation extends Situation {
  vacated: readonly (readonly LngLat[])[];
  settled: readonly (readonly LngLat[])[];
}

export function sourcesOf({ cells, coverage, measurements, added }: GapInput): CoverageSources {
  return { cells, coverage, measurements: measurements ?? null, added: added ?? [] };
}

/** The rows less `removed` and with `added`. */
export function withRows(cells: readonly Cell[], removed: readonly Cell[], added: readonly Cell[]): Cell[] {
  const gone = new Set(removed);
  return [...cells.filter((cell) => !gone.has(cell)), ...added];
}

/** null where a pair would come or go, so that the questions themselves change, and under a scenario that adds masts or shares networks. */
export function changedSituation({ input, settings, index }: Ground, before: Situation, removed: readonly Cell[], added: readonly Cell[]): ChangedSituation | null {
  if ((input.added ?? []).length > 0 || (input.roaming ?? []).length > 0) return null;
  const cells = withRows(before.cells ?? [], removed, added);
  const covering = stationsCover(sourcesOf(input), settings);
  const pairOf = (cell: Cell) => before.pairs.find((p) => p.technology === cell.technology && p.operator === cell.operator);
  const changing = [...removed, ...added];
  if (!before.cells || (covering && changing.some((cell) => !pairOf(cell)))) return null;
  if (covering && removed.some((gone) => !cells.some((cell) => cell.technology === gone.technology && cell.operator === gone.operator))) return null;
  const shapesFor = (rows: readonly Cell[], { of, operators, off }: Question) =>
    rows.flatMap((cell) => {
      const asked = of.includes(cell.technology) && !off.includes(cell.technology) && (!operators || operators.includes(cell.operator));
      return (asked && pairOf(cell)!.kinds.has('modelled') && servedShape(cell, settings)) || [];
    });
  const questions = before.questions.map((question): Question => {
    if (!covering || !question.cover) return question;
    const [less, more] = [shapesFor(removed, question), shapesFor(added, question)];
    return less.length + more.length > 0 ? { ...question, cover: question.cover.changed(less, more) } : question;
  });
  const stations = new Map(before.stations);
  const count = (rows: readonly Cell[], change: (there: readonly Cell[], cell: Cell) => Cell[]) => {
    for (const [code, cellsThere] of stationsByCommune(index, rows)) for (const cell of cellsThere) stations.set(code, change(stations.get(code) ?? [], cell));
  };
  count(removed, (there, cell) => there.filter((other) => other !== cell));
  count(added, (there, cell) => [...there, cell]);
  const vacated = questions.map((q) => activePositions(removed, q).filter((at) => !cells.some((cell) => samePlace(cell.position, at) && countsAsSite(cell, q))));
  const settled = questions.map((q, i) => activePositions(added, q).filter((at) => !before.sitePositions[i]!.some((other) => samePlace(other, at))));
  const sitePositions = before.sitePositions.map((all, i) =>
    vacated[i]!.length + settled[i]!.length > 0 ? [...all.filter((at) => !vacated[i]!.some((gone) => samePlace(gone, at))), ...settled[i]!] : all,
  );
  return { cells, pairs: before.pairs, questions, stations, sitePositions, vacated, settled };
}

const samePlace = (a: LngLat, b: LngLat) => a[0] === b[0] && a[1] === b[1];

/** Codes of the communes whose land, counts or hamlets these stations may bear on. */
export function touchedCommunes(ground: Ground, cells: readonly Cell[]): Set<string> {
  const { communes, index, settings } = ground;
  const touched = new Set(cells.flatMap((cell) => index.locate(cell.position)?.code ?? []));
  const boxes = cells.flatMap((cell) => {
    const shape = servedShape(cell, settings);
    return shape ? [shapeBox(shape)] : [];
  });
  for (const commune of communes) {
    const reach = [communeRegion(commune.geometry).box, ...ground.surroundings(commune).map((s) => s.box)];
    if (boxes.some((box) => reach.some((own) => boxesMeet(own, box)))) touched.add(commune.code);
  }
  return touched;
}
