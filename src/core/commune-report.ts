/** All that a commune's page and its printed report say, as plain data. */
import { areaKm2 } from './geodesic';
import { type GapInput, type GapPlan, planGaps, type QuestionSpec } from './gaps';
import { type HamletQuestions, type HamletReport, hamletReports, type ServedBy, servedByCount, technologiesReaching } from './hamlet-report';
import type { Commune, FibreEndpoint, GapRow, LngLat, Locality, MultiPolygonRings, OldUnit, Technology } from './model';
import { TECHNOLOGIES } from './model';
import { nearest } from './nearest';
import { once } from './once';
import { poleOfInaccessibility } from './pole';
import type { NearestFibre } from './nearest-fibre';
import { createNeighbourhood, type NearestMast, type Neighbourhood, type OperatorMast } from './neighbourhood';
import { planServed } from './served';
import type { GapSettings } from './settings';

/** The work of land by the number of operators doubles with each. */
const MOST_OPERATORS = 6;

/** Gaps that a report describes at most; more make a list that no one reads. */
export const MOST_GAPS_TOLD = 5;

/** What the report counts. */
export interface ReportScope {
  /** Technologies counted, each alone and all together; in the order of `TECHNOLOGIES`. */
  of: readonly Technology[];
  /** Operators counted together; null for all. */
  operators: readonly string[] | null;
  /** Operators with a row each. */
  each: readonly string[];
  /** Technologies switched off. */
  off: readonly Technology[];
}

export interface ReportInput extends GapInput {
  /** Units until 30 June 2025; empty where the communes are not theirs. */
  oldUnits: readonly OldUnit[];
}

/** One connected piece of the commune's gap, inside its border. */
export interface LargestGap {
  areaKm2: number;
  /** Its pole of inaccessibility, from which all distances are. */
  pole: LngLat;
  nearestHamlet: { locality: Locality; km: number } | null;
  nearestMast: NearestMast | null;
  mastKmByOperator: OperatorMast[];
  nearestFibre: NearestFibre | null;
  nearestFibreKm: number | null;
}

/** The centre of an old commune, its fibre and what reaches it. */
export interface OldCentre {
  unit: OldUnit;
  /** The unit went to several communes. */
  partial: boolean;
  /** The endpoint that stands for this centre, where the fibre data have one. */
  fibre: FibreEndpoint | null;
  nearestFibre: NearestFibre | null;
  /** 0 where the endpoint is the centre itself; null where the centre has no position or no fibre is known. */
  nearestFibreKm: number | null;
  /** Technologies counted, not off, that reach the centre; null where its position is not known or no source speaks of it. */
  reachedBy: Technology[] | null;
  nearestMast: NearestMast | null;
  nearestMastKm: number | null;
}

export interface CommuneReport {
  commune: Commune;
  scope: ReportScope;
  areaKm2: number;
  byTechnology: GapRow[];
  /** All technologies of the operators counted. */
  together: GapRow;
  /** In the order of `scope.each`, all technologies. */
  byOperator: GapRow[];
  servedBy: ServedBy[];
  /** Land by its best technology, the best first; null where it was not computed. The rest is served by none. */
  bestKm2: { technology: Technology; areaKm2: number }[] | null;
  /** Of `together`, the largest first. */
  largestGaps: LargestGap[];
  /** Gap pieces in all. */
  gapPieces: number;
  centres: OldCentre[];
  hamlets: HamletReport[];
  /** Polygons of the gap of `together`, and of what no source speaks of. */
  gap: MultiPolygonRings;
  unknown: MultiPolygonRings;
}

export interface ReportPlan {
  communes: readonly Commune[];
  /** @param most gaps described at most */
  reportOf(commune: Commune, most: number): CommuneReport;
  /** The commune's row of all technologies together, without the rest: for ranks and sums over the province. */
  togetherOf(commune: Commune): GapRow;
}

/** What the settings ask, with a row for each operator that occurs. */
export function scopeOf(input: GapInput, settings: GapSettings): ReportScope {
  const { questions } = planGaps(input, { ...settings, byOperator: true });
  const together = questions.find((q) => q.technology === 'any')!;
  const single = questions.filter((q) => q.technology === 'any' && q.operators?.length === 1);
  return { of: together.of, operators: together.operators, off: settings.off, each: single.map((q) => q.operators![0]!) };
}

/** All technologies of the operators counted, together. */
export function togetherQuestion({ of, operators, off }: ReportScope): QuestionSpec {
  return { technology: 'any', of, operators, off };
}

/** The questions of a report: each technology, all together, each operator. */
function questionsOf(scope: ReportScope): QuestionSpec[] {
  const { of, operators, each, off } = scope;
  return [
    ...of.map((technology): QuestionSpec => ({ technology, of: [technology], operators, off })),
    togetherQuestion(scope),
    ...each.map((operator): QuestionSpec => ({ technology: 'any', of, operators: [operator], off })),
  ];
}

/** Prepares the reports of all communes; each is computed when asked for. */
export function planReports(input: ReportInput, settings: GapSettings, scope: ReportScope): ReportPlan {
  const plan = planGaps(input, settings, questionsOf(scope));
  const together = scope.of.length;
  const alone = once(() => planGaps(input, settings, [plan.questions[together]!]));
  const questions: HamletQuestions = {
    technologies: scope.of.map((technology, question) => ({ technology, question })),
    together,
    operators: scope.each.map((operator, i) => ({ operator, question: together + 1 + i })),
  };
  const everything = planGaps({ ...input, localities: null }, settings, TECHNOLOGIES.map((t) => ({ technology: t, of: [t], operators: scope.operators, off: [] })));
  // Readings leave land of which nothing is known: it is not land that no one serves.
  const served = (input.measurements ?? []).length === 0 && scope.each.length <= MOST_OPERATORS ? planServed(input, { ...settings, technologies: scope.of, operators: scope.operators, off: scope.off }) : null;
  const neighbourhood = createNeighbourhood(input, scope, scope.each);
  const fibreById = new Map((input.fibre ?? []).map((f) => [f.fibreId, f]));

  return {
    communes: plan.communes,
    togetherOf: (commune) => alone().gapsOf(commune).rows[0]!,
    reportOf(commune, most) {
      const gaps = plan.gapsOf(commune);
      const hamlets = hamletReports(plan, gaps, questions, neighbourhood, (locality) => technologiesReaching(everything, locality));
      const { gap, unknown } = gaps.shapesOf(together);
      const land = served && served.operators.length > 0 ? served.landOf(commune) : null;
      return {
        commune,
        scope,
        areaKm2: gaps.rows[together]!.areaKm2,
        byTechnology: gaps.rows.slice(0, together),
        together: gaps.rows[together]!,
        byOperator: gaps.rows.slice(together + 1),
        servedBy: servedByCount(hamlets, scope.each.length, land?.byOperatorsKm2 ?? null),
        bestKm2: land && [...land.bestKm2].map(([technology, areaKm2]) => ({ technology, areaKm2 })),
        largestGaps: largestGaps(gap, gaps.rows[together]!, most, gaps.localities, neighbourhood),
        gapPieces: gap.length,
        centres: input.oldUnits
          .filter((unit) => unit.communes.some(({ code }) => code === commune.code))
          .map((unit) => oldCentre(unit, fibreById, plan, questions, neighbourhood)),
        hamlets,
        gap,
        unknown,
      };
    },
  };
}

/** By size. The largest is that of the row, to the last digit; of the others the polygons with vertices for arcs are measured. */
function largestGaps(gap: MultiPolygonRings, { largestGapKm2, largestGapPoint }: GapRow, most: number, localities: readonly Locality[], neighbourhood: Neighbourhood): LargestGap[] {
  return gap
    .map((piece) => ({ piece, areaKm2: areaKm2([piece]) }))
    .sort((a, b) => b.areaKm2 - a.areaKm2)
    .slice(0, most)
    .map(({ piece, areaKm2: size }, i): LargestGap => {
      const pole = (i === 0 && largestGapPoint) || poleOfInaccessibility(piece);
      const hamlet = nearest(pole, localities.map((l) => l.position));
      const fibre = neighbourhood.fibre(pole);
      return {
        areaKm2: (i === 0 && largestGapKm2) || size,
        pole,
        nearestHamlet: hamlet && { locality: localities[hamlet.index]!, km: hamlet.km },
        nearestMast: neighbourhood.mast(pole),
        mastKmByOperator: neighbourhood.mastKmByOperator(pole),
        nearestFibre: fibre,
        nearestFibreKm: fibre?.km ?? null,
      };
    });
}

function oldCentre(unit: OldUnit, fibreById: ReadonlyMap<string, FibreEndpoint>, plan: GapPlan, questions: HamletQuestions, neighbourhood: Neighbourhood): OldCentre {
  const { centre } = unit;
  const nearestFibre = centre && neighbourhood.fibre(centre);
  const nearestMast = centre && neighbourhood.mast(centre);
  return {
    unit,
    partial: unit.communes.length > 1,
    fibre: fibreById.get(`FO-${unit.code}`) ?? null,
    nearestFibre,
    nearestFibreKm: nearestFibre?.km ?? null,
    reachedBy: centre && plan.knows(questions.together, centre) ? questions.technologies.filter(({ question }) => plan.reaches(question, centre)).map(({ technology }) => technology) : null,
    nearestMast,
    nearestMastKm: nearestMast?.km ?? null,
  };
}
