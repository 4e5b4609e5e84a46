/** The next masts: which of the candidates serve most land, people or hamlets that have no signal yet. */
import { boxesMeet, boxOfBoxes, boxOfGeometry } from './box';
import type { Candidate } from './candidates';
import { type CommuneGaps, type GapInput, planGaps, type QuestionSpec } from './gaps';
import { greedy, type GreedyMethod } from './greedy';
import { createSurroundings } from './hamlets';
import { coverGains, type OpenHamlet, type OpenLand, type PatchyHamlet, wholeHamletGains } from './mast-gains';
import { mastCost, type UnitPrices } from './mast-cost';
import type { Box, Cell, Commune, GapRow, Ring, Technology } from './model';
import { nearestFibre } from './nearest-fibre';
import { boundaryRings } from './overlay';
import { provinceFigures } from './province';
import { servedShape } from './radius-model';
import { cellsOfMast } from './scenario';
import { needChange, type NeedChange, type NeedFigures } from './scenario-difference';
import type { GapSettings } from './settings';
import { shapeBox } from './shape';
import type { Steps } from './steps';

export const OBJECTIVES = ['land', 'people', 'hamlets', 'lom'] as const;
/**
 * What a mast is to gain: land in km², people without signal, hamlets without signal at their centre (trắng), or hamlets
 * that are not served as a whole (trắng or lõm) and then are.
 */
export type Objective = (typeof OBJECTIVES)[number];

export interface NextMastsQuestion {
  objective: Objective;
  /** What new masts carry, and what counts together as signal. */
  technologies: readonly Technology[];
  /** Whose the new masts are. */
  operator: string;
  limit: { masts: number } | { budget: number };
  /** null: costs are not computed. A budget needs them. */
  prices: UnitPrices | null;
  /** Codes of the communes that count; null for all. */
  within: readonly string[] | null;
}

export interface NextMast {
  candidate: Candidate;
  /** The rows of a sites file that would be built. */
  cells: Cell[];
  /** Of the objective: by how much this mast, after those before it, makes what has no signal less. */
  gain: number;
  /** What this mast newly serves; null where a row has no such figure. */
  newly: NeedFigures;
  /** What has no signal once this mast and those before it stand. */
  after: NeedFigures;
  /** Kilometres, straight, to the nearest fibre endpoint or route; 0 where fibre is at the mast; null where none is known. */
  fibreKm: number | null;
  /** null without prices, or where a part of it cannot be measured. */
  cost: number | null;
}

export interface NextMasts {
  /** In the order in which they were chosen. */
  masts: NextMast[];
  before: NeedFigures;
  /** Of the objective, of all masts together. */
  gain: number;
  /** No choice of candidates within the limit gains more; null where nothing is known. */
  bound: number | null;
  method: GreedyMethod;
  /** Least share of the best possible that the method reaches; null where none is proven. */
  guarantee: number | null;
  /** Candidates that were compared; those without a cost are left out under a budget. */
  candidates: number;
  /** No source speaks of what the masts are to carry: all land was taken to have no signal. */
  noDataBefore: boolean;
}

/** What is without signal once so many of the masts stand, from none to all, held against the beginning. */
export function stepsOf({ masts, before }: Pick<NextMasts, 'masts' | 'before'>): (Pick<NeedChange, 'after' | 'difference'> & { order: number })[] {
  return [before, ...masts.map(({ after }) => after)].map((is, order) => {
    const { after, difference } = needChange(before, is);
    return { order, after, difference };
  });
}

/**
 * Chooses masts among the candidates; yields the share done, 0…1. Gains decide by the land that a candidate's shapes cut
 * out of the gaps; what is reported is then computed by the engine as for any scenario, so that the chosen masts added to
 * the stations give the same figures.
 * @param input after the scenario
 * @param stationUnder what the scenario makes of a new station: what would be off is never chosen
 */
export function* nextMasts(input: GapInput, settings: GapSettings, given: readonly Candidate[], question: NextMastsQuestion, stationUnder = (cell: Cell) => cell): Steps<NextMasts> {
  const { technologies, operator, limit, within } = question;
  const spec: QuestionSpec = { technology: technologies.length === 1 ? technologies[0]! : 'any', of: technologies, operators: settings.operators, off: settings.off };
  const noDataBefore = !planGaps(input, settings, [spec]).hasData(0);
  // The masts make their pair occur, and from then on it is a gap wherever it does not reach: it is taken so from the start.
  const built = given.map((candidate) => cellsOf(candidate, technologies, operator).map(stationUnder));
  const base: GapInput = { ...input, added: [...(input.added ?? []), ...onePerPair(built.flat()).map((cell): Cell => ({ ...cell, status: 'off' }))] };
  const plan = planGaps(base, settings, [spec]);
  const counted = plan.communes.filter((commune) => within === null || within.includes(commune.code));
  const gaps = new Map<string, CommuneGaps>();
  for (const commune of counted) {
    gaps.set(commune.code, plan.gapsOf(commune));
    yield 0;
  }

  const costs = costsOf(input, given, question);
  const affordable = [...given.keys()].filter((i) => !('budget' in limit) || costs[i]!.cost !== null);
  const shapes = affordable.map((i) => built[i]!.flatMap((cell) => (isCounted(cell, spec) ? (servedShape(cell, settings) ?? []) : [])));
  const field = question.objective === 'lom'
    ? wholeHamletGains(shapes, patchyHamlets(base, settings, gaps, plan.unservedPart.bind(null, 0)), settings.lom)
    : coverGains(shapes, ...openPlaces(question.objective, gaps));
  const choosing = greedy(field, 'budget' in limit ? { budget: limit.budget, costs: affordable.map((i) => costs[i]!.cost!) } : { most: limit.masts });
  let next = choosing.next();
  while (!next.done) {
    yield 0.9 * next.value;
    next = choosing.next();
  }
  const { choices, method, bound, guarantee } = next.value;

  const engine = figuresAfter(base, settings, spec, counted, gaps);
  let figures = engine.figures();
  const before = figures;
  const masts: NextMast[] = [];
  for (const choice of choices) {
    const at = affordable[choice.candidate]!;
    const [candidate, cells] = [given[at]!, built[at]!];
    engine.add(cells);
    const after = engine.figures();
    masts.push({
      candidate, cells, after, ...costs[at]!,
      gain: countedBy(question.objective, figures) - countedBy(question.objective, after),
      newly: lessBy(figures, after),
    });
    figures = after;
    yield 0.9 + (0.1 * masts.length) / choices.length;
  }
  const last = masts.at(-1);
  if (last) {
    figures = engine.whole();
    const former = masts.at(-2)?.after ?? before;
    Object.assign(last, { after: figures, gain: countedBy(question.objective, former) - countedBy(question.objective, figures), newly: lessBy(former, figures) });
  }
  const gain = countedBy(question.objective, before) - countedBy(question.objective, figures);
  return { masts, before, gain, bound: bound === null ? null : Math.max(bound, gain), method, guarantee, candidates: affordable.length, noDataBefore };
}

/** The rows that would be built at a candidate. */
function cellsOf({ id, name, position, existing, hasElectricity, hasFibre, cells }: Candidate, technologies: readonly Technology[], operator: string): Cell[] {
  if (cells) return [...cells];
  return cellsOfMast({
    // A new mast must not be taken for a station that bears the id of its place.
    id: existing ? id : `NEW-${id}`, name, position, technologies, operator, hasElectricity, radiusMeters: null, heightM: null, eirpDbm: null, backhaul: hasFibre ? 'fibre' : null,
  });
}

function onePerPair(cells: readonly Cell[]): Cell[] {
  return [...new Map(cells.map((cell) => [`${cell.technology} ${cell.operator}`, cell])).values()];
}

function isCounted({ technology, operator }: Cell, { of, off, operators }: QuestionSpec): boolean {
  return of.includes(technology) && !off.includes(technology) && (operators === null || operators.includes(operator));
}

function costsOf(input: GapInput, candidates: readonly Candidate[], { prices }: NextMastsQuestion): { fibreKm: number | null; cost: number | null }[] {
  const toFibre = nearestFibre(input);
  return candidates.map(({ position, existing, hasElectricity, hasFibre }) => {
    const fibreKm = hasFibre ? 0 : toFibre(position);
    return { fibreKm, cost: prices && mastCost({ existing, fibreKm, hasElectricity }, prices) };
  });
}

/** Land and hamlets without signal, each with what it counts for the objective. */
function openPlaces(objective: Exclude<Objective, 'lom'>, gaps: ReadonlyMap<string, CommuneGaps>): [OpenLand[], OpenHamlet[]] {
  const land: OpenLand[] = [];
  const hamlets: OpenHamlet[] = [];
  for (const { rows, shapesOf, hamlets: states, localities } of gaps.values()) {
    const row = rows[0]!;
    const weight = objective === 'land' ? 1 : objective === 'people' && row.populationBasis === 'census-spread' ? row.population! / row.areaKm2 : 0;
    if (weight > 0) land.push({ rings: boundaryRings(shapesOf(0).gap), weight });
    if (objective === 'land') continue;
    localities.forEach(({ position, population }, i) => {
      if (states[0]?.[i] !== 'trang') return;
      hamlets.push({ position, weight: objective === 'hamlets' ? 1 : row.populationBasis === 'localities' ? (population ?? 0) : 0 });
    });
  }
  return [land, hamlets];
}

/** The hamlets that are not served as a whole, with what is left open around them. */
function patchyHamlets(input: GapInput, settings: GapSettings, gaps: ReadonlyMap<string, CommuneGaps>, unserved: (region: readonly Ring[], box: Box) => Ring[]): PatchyHamlet[] {
  const surroundingsOf = createSurroundings(input.communes, settings.lom);
  return [...gaps.values()].flatMap(({ hamlets, localities }) =>
    localities.flatMap(({ position }, i): PatchyHamlet[] => {
      const state = hamlets[0]?.[i];
      if (state !== 'trang' && state !== 'lom') return [];
      const { parts, areaM2 } = surroundingsOf(position);
      return [{ position, centreServed: state === 'lom', rings: parts.flatMap((part) => unserved(part.rings, part.box)), areaM2 }];
    }),
  );
}

/** The engine's own figures as masts are added. */
interface Figures {
  /** Computes again the communes that the mast may touch. */
  add(cells: readonly Cell[]): void;
  figures(): NeedFigures;
  /** The same with every commune computed again: a disc far away may turn the last digit of a commune it does not touch. */
  whole(): NeedFigures;
}

function figuresAfter(base: GapInput, settings: GapSettings, spec: QuestionSpec, counted: readonly Commune[], before: ReadonlyMap<string, CommuneGaps>): Figures {
  const rows = new Map<string, GapRow>();
  const boxes = new Map<string, Box>();
  for (const commune of counted) {
    const { rows: [row], localities } = before.get(commune.code)!;
    rows.set(commune.code, row!);
    // Hamlets belong to a commune by their code, and their surroundings reach over its border.
    const surroundings = localities.map((l) => shapeBox({ centre: l.position, radiusMeters: settings.lom.radiusMeters, azimuthDeg: 0, widthDeg: 360 }));
    boxes.set(commune.code, boxOfBoxes([boxOfGeometry(commune.geometry), ...surroundings]));
  }
  const added: Cell[] = [...(base.added ?? [])];
  const compute = (communes: readonly Commune[]) => {
    const plan = planGaps({ ...base, added }, settings, [spec]);
    for (const commune of communes) rows.set(commune.code, plan.gapsOf(commune).rows[0]!);
  };
  const figures = (): NeedFigures => {
    const { gapKm2, populationGap, populationLom, localitiesTrang, localitiesLom } = provinceFigures([...rows.values()]);
    return { gapKm2, populationGap, populationLom, localitiesTrang, localitiesLom };
  };
  return {
    figures,
    add(cells) {
      added.push(...cells);
      const reached = cells.flatMap((cell) => servedShape(cell, settings) ?? []).map(shapeBox);
      compute(counted.filter((commune) => reached.some((box) => boxesMeet(box, boxes.get(commune.code)!))));
    },
    whole() {
      compute(counted);
      return figures();
    },
  };
}

/** What the objective wants less of. */
export function countedBy(objective: Objective, { gapKm2, populationGap, localitiesTrang, localitiesLom }: NeedFigures): number {
  switch (objective) {
    case 'land':
      return gapKm2 ?? 0;
    case 'people':
      return populationGap ?? 0;
    case 'hamlets':
      return localitiesTrang ?? 0;
    case 'lom':
      return (localitiesTrang ?? 0) + (localitiesLom ?? 0);
  }
}

function lessBy(before: NeedFigures, after: NeedFigures): NeedFigures {
  const less = (field: keyof NeedFigures) => (before[field] === null || after[field] === null ? null : before[field] - after[field]);
  return { gapKm2: less('gapKm2'), populationGap: less('populationGap'), populationLom: less('populationLom'), localitiesTrang: less('localitiesTrang'), localitiesLom: less('localitiesLom') };
}
