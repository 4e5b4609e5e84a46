/** A commune's report as plain data: what `lomsong report --commune … --format json` gives. Nothing is rounded; null where nothing is known. */
import { type CommuneRank, NEED_MEASURES, rankOf } from './commune-rank';
import type { CommuneReport } from './commune-report';
import type { HamletReason } from './hamlet-report';
import type { HamletState } from './hamlets';
import type { GapRow, LngLat, ReportedState, Technology } from './model';
import type { NearestFibre } from './nearest-fibre';
import type { NearestMast } from './neighbourhood';
import { writeOldCode } from './old-code';
import type { ReportedCandidate } from './reported';
import type { LomRule } from './settings';

/** An active mast and how far it is. */
export interface MastThere {
  siteId: string;
  name: string;
  position: LngLat;
  km: number;
}

/** Fibre and how far it is; a route has neither id, name nor position. */
export interface FibreThere {
  fibreId: string | null;
  name: string | null;
  position: LngLat | null;
  km: number;
}

export interface GapRecord {
  /** 1 for the largest. */
  number: number;
  areaKm2: number;
  /** From which all distances of the gap are. */
  pole: LngLat;
  nearestHamlet: { localityId: string; name: string; position: LngLat; km: number } | null;
  nearestMast: MastThere | null;
  /** One for each operator of the report; nulls where it has no mast. */
  masts: ({ operator: string } & { [Key in keyof MastThere]: MastThere[Key] | null })[];
  nearestFibre: FibreThere | null;
}

export interface CentreRecord {
  /** `old:00733`. */
  code: string;
  name: string;
  /** The unit went to several communes. */
  partial: boolean;
  /** Of the census of 2019. */
  population: number;
  position: LngLat | null;
  positionNote: string;
  kmOutside: number;
  /** The endpoint that stands for this centre. */
  fibreId: string | null;
  nearestFibre: FibreThere | null;
  reachedBy: Technology[] | null;
  nearestMast: MastThere | null;
}

export interface HamletRecord {
  localityId: string;
  name: string;
  position: LngLat;
  population: number | null;
  households: number | null;
  hasElectricity: boolean | null;
  state: HamletState | null;
  reportedState: ReportedState | null;
  reportedAt: string | null;
  agrees: boolean | null;
  operators: string[] | null;
  /** How many they are. */
  operatorCount: number | null;
  reachedBy: Technology[];
  bestTechnology: Technology | null;
  servedShare: number | null;
  nearestMast: MastThere | null;
  nearestFibre: FibreThere | null;
  reason: HamletReason | null;
}

export interface ReportRecord {
  commune: { code: string; name: string; population: number | null };
  technologies: readonly Technology[];
  operators: readonly string[] | null;
  off: readonly Technology[];
  lom: LomRule;
  areaKm2: number;
  together: GapRow;
  byTechnology: GapRow[];
  byOperator: GapRow[];
  servedBy: CommuneReport['servedBy'];
  best: { technology: Technology; areaKm2: number; share: number }[] | null;
  gapPieces: number;
  largestGaps: GapRecord[];
  centres: CentreRecord[];
  /** Hamlets by state; `unknown` are those that no source speaks of. */
  hamletCounts: Record<HamletState | 'unknown' | 'all', number>;
  hamlets: HamletRecord[];
  /** Among the communes loaded, of `together`; empty where they are not given. */
  ranks: CommuneRank[];
  /** The reported coverage against the computed; null where nothing is reported of these communes. */
  reported: { share: number; candidates: ReportedCandidate[] } | null;
}

export interface ReportSurroundings {
  lom: LomRule;
  /** The question of all technologies together, one row a commune. */
  rows: readonly GapRow[];
  reported: ReportRecord['reported'];
}

export function reportRecord(report: CommuneReport, { lom, rows, reported }: ReportSurroundings): ReportRecord {
  const { commune, scope, hamlets } = report;
  const { code, name, population } = commune;
  const counted = (state: HamletState | null) => hamlets.filter((h) => h.state === state).length;
  return {
    commune: { code, name, population },
    technologies: scope.of,
    operators: scope.operators,
    off: scope.off,
    lom,
    areaKm2: report.areaKm2,
    together: report.together,
    byTechnology: report.byTechnology,
    byOperator: report.byOperator,
    servedBy: report.servedBy,
    best: report.bestKm2 && report.bestKm2.map(({ technology, areaKm2 }) => ({ technology, areaKm2, share: areaKm2 / report.areaKm2 })),
    gapPieces: report.gapPieces,
    largestGaps: report.largestGaps.map((gap, i): GapRecord => ({
      number: i + 1,
      areaKm2: gap.areaKm2,
      pole: gap.pole,
      nearestHamlet: gap.nearestHamlet && { localityId: gap.nearestHamlet.locality.localityId, name: gap.nearestHamlet.locality.name, position: gap.nearestHamlet.locality.position, km: gap.nearestHamlet.km },
      nearestMast: mastThere(gap.nearestMast),
      masts: gap.mastKmByOperator.map(({ operator, km, mast }) => ({ operator, siteId: mast?.siteId ?? null, name: mast?.name ?? null, position: mast?.position ?? null, km })),
      nearestFibre: fibreThere(gap.nearestFibre),
    })),
    centres: report.centres.map((centre): CentreRecord => ({
      code: writeOldCode(centre.unit.code),
      name: centre.unit.name,
      partial: centre.partial,
      population: centre.unit.population,
      position: centre.unit.centre,
      positionNote: centre.unit.centreNote,
      kmOutside: centre.unit.centreKmOutside,
      fibreId: centre.fibre?.fibreId ?? null,
      nearestFibre: fibreThere(centre.nearestFibre),
      reachedBy: centre.reachedBy,
      nearestMast: mastThere(centre.nearestMast),
    })),
    hamletCounts: { trang: counted('trang'), lom: counted('lom'), covered: counted('covered'), unknown: counted(null), all: hamlets.length },
    hamlets: hamlets.map(({ locality, state, agrees, operators, reachedBy, bestTechnology, servedShare, nearestMast, nearestFibre, reason }): HamletRecord => ({
      localityId: locality.localityId,
      name: locality.name,
      position: locality.position,
      population: locality.population,
      households: locality.households,
      hasElectricity: locality.hasElectricity,
      state,
      reportedState: locality.reportedState,
      reportedAt: locality.reportedAt,
      agrees,
      operators,
      operatorCount: operators && operators.length,
      reachedBy,
      bestTechnology,
      servedShare,
      nearestMast: mastThere(nearestMast),
      nearestFibre: fibreThere(nearestFibre),
      reason,
    })),
    ranks: rows.length < 2 ? [] : NEED_MEASURES.map((measure) => rankOf(rows, code, measure)),
    reported,
  };
}

export function mastThere(found: NearestMast | null): MastThere | null {
  return found && { siteId: found.mast.siteId, name: found.mast.name, position: found.mast.position, km: found.km };
}

export function fibreThere(found: NearestFibre | null): FibreThere | null {
  return found && { fibreId: found.endpoint?.fibreId ?? null, name: found.endpoint?.name ?? null, position: found.endpoint?.position ?? null, km: found.km };
}
