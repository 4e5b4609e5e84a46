/** The list of a commune's hamlets: state, why, who serves it, what is near. */
import type { CommuneGaps, GapPlan } from './gaps';
import type { HamletState } from './hamlets';
import type { GapRow, Locality, Technology } from './model';
import { TECHNOLOGIES } from './model';
import type { NearestFibre } from './nearest-fibre';
import type { NearestMast, Neighbourhood } from './neighbourhood';
import { compareText } from './text-order';

/**
 * Why a hamlet is not fully served. Trắng: nothing reaches (`no-mast-in-reach` by the radius model, `outside-coverage` by
 * polygons or readings), or only technologies that are switched off (`only-ended`) or not counted (`only-uncounted`).
 * Lõm: `partly-covered`. Covered, but by a single operator: `one-operator`.
 */
export type HamletReason =
  | { code: 'no-mast-in-reach' | 'outside-coverage' | 'partly-covered' }
  | { code: 'only-ended' | 'only-uncounted'; technologies: Technology[] }
  | { code: 'one-operator'; operator: string };

export interface HamletReport {
  locality: Locality;
  /** null: no data at the hamlet. */
  state: HamletState | null;
  /** Whether the reported state is the computed one; null where one of them is not known. */
  agrees: boolean | null;
  /** Operators whose signal reaches the centre, of those asked one by one that have data; null where none has. */
  operators: string[] | null;
  /** The latest technology counted, and not off, that reaches the centre. */
  bestTechnology: Technology | null;
  /** Technologies counted, and not off, that reach the centre. */
  reachedBy: Technology[];
  /** Of the disc of the rule around the centre, 0…1; null where there is no data. */
  servedShare: number | null;
  nearestMast: NearestMast | null;
  nearestMastKm: number | null;
  nearestFibre: NearestFibre | null;
  nearestFibreKm: number | null;
  reason: HamletReason | null;
}

/** Where the questions of a report stand in its plan. */
export interface HamletQuestions {
  technologies: { technology: Technology; question: number }[];
  together: number;
  operators: { operator: string; question: number }[];
}

/** Which technologies reach a point, whether counted or not, none switched off. */
export type ReachedBy = (locality: Locality) => Technology[];

/** Hamlets of one commune: trắng first, then lõm, then covered; in each those with most people first. */
export function hamletReports(plan: GapPlan, gaps: CommuneGaps, questions: HamletQuestions, neighbourhood: Neighbourhood, reachedBy: ReachedBy): HamletReport[] {
  const { off, of } = plan.questions[questions.together]!;
  const kinds = gaps.rows[questions.together]!.source;
  const stateOf = (question: number, i: number) => gaps.hamlets[question]?.[i] ?? null;
  const servedShares = gaps.servedSharesOf(questions.together);
  const reports = gaps.localities.map((locality, i): HamletReport => {
    const state = stateOf(questions.together, i);
    const known = questions.operators.filter(({ question }) => stateOf(question, i) !== null);
    const operators = known.filter(({ question }) => stateOf(question, i) !== 'trang').map(({ operator }) => operator);
    const technologies = questions.technologies.filter(({ question }) => plan.reaches(question, locality.position)).map(({ technology }) => technology);
    const nearestMast = neighbourhood.mast(locality.position);
    const nearestFibre = neighbourhood.fibre(locality.position);
    return {
      locality,
      state,
      agrees: state === null || locality.reportedState === null ? null : state === locality.reportedState,
      operators: known.length > 0 ? operators : null,
      bestTechnology: technologies.at(-1) ?? null,
      reachedBy: technologies,
      servedShare: servedShares?.[i] ?? null,
      nearestMast,
      nearestMastKm: nearestMast?.km ?? null,
      nearestFibre,
      nearestFibreKm: nearestFibre?.km ?? null,
      reason: hamletReason(state, operators, state === 'trang' ? reachedBy(locality) : [], { off, of, kinds, several: known.length > 1 }),
    };
  });
  const order = (state: HamletState | null) => (state === null ? 3 : { trang: 0, lom: 1, covered: 2 }[state]);
  return reports.sort(
    (a, b) => order(a.state) - order(b.state) || (b.locality.population ?? -1) - (a.locality.population ?? -1) || compareText(a.locality.localityId, b.locality.localityId),
  );
}

interface Circumstances {
  off: readonly Technology[];
  of: readonly Technology[];
  kinds: GapRow['source'];
  /** More than one operator has data here. */
  several: boolean;
}

function hamletReason(state: HamletState | null, operators: readonly string[], reached: readonly Technology[], { off, of, kinds, several }: Circumstances): HamletReason | null {
  if (state === 'trang') {
    const ended = reached.filter((t) => of.includes(t) && off.includes(t));
    const uncounted = reached.filter((t) => !of.includes(t) && !off.includes(t));
    // What still works, though not counted, says more than what has ended.
    if (uncounted.length > 0) return { code: 'only-uncounted', technologies: uncounted };
    if (ended.length > 0) return { code: 'only-ended', technologies: ended };
    return { code: kinds.length === 1 && kinds[0] === 'modelled' ? 'no-mast-in-reach' : 'outside-coverage' };
  }
  if (state === 'lom') return { code: 'partly-covered' };
  return state === 'covered' && several && operators.length === 1 ? { code: 'one-operator', operator: operators[0]! } : null;
}

/** How many hamlets, and people in them, have exactly so many operators at the centre. */
export interface ServedBy {
  operators: number;
  hamlets: number;
  /** null where none of the hamlets has a figure. */
  people: number | null;
  /** Land served by exactly so many; null where it was not computed. */
  areaKm2: number | null;
}

/**
 * From none to `most` operators; empty where neither land nor any hamlet's operators are known.
 * @param landKm2 at [k] the land that exactly k operators serve; null where it was not computed
 */
export function servedByCount(hamlets: readonly HamletReport[], most: number, landKm2: readonly number[] | null = null): ServedBy[] {
  const known = hamlets.filter((h) => h.operators !== null);
  if (known.length === 0 && !landKm2) return [];
  return Array.from({ length: most + 1 }, (_, operators): ServedBy => {
    const here = known.filter((h) => h.operators!.length === operators);
    const withFigure = here.filter((h) => h.locality.population !== null);
    return {
      operators,
      hamlets: here.length,
      people: here.length > 0 && withFigure.length === 0 ? null : withFigure.reduce((sum, h) => sum + h.locality.population!, 0),
      areaKm2: landKm2 && (landKm2[operators] ?? 0),
    };
  });
}

/** Technologies in their order, those that reach. */
export function technologiesReaching(plan: GapPlan, locality: Locality): Technology[] {
  return TECHNOLOGIES.filter((_, q) => plan.reaches(q, locality.position));
}
