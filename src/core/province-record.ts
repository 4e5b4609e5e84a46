/** All communes together as plain data: what `lomsong report --province --format json` gives. Nothing is rounded. */
import type { ReportScope } from './commune-report';
import type { ConflictCount, Conflicts } from './conflicts';
import type { GapPlan } from './gaps';
import type { GapRow, Indicator, Technology } from './model';
import { type ProvinceFigures, provinceFigures } from './province';
import type { ReportedCandidate } from './reported';
import type { activeBtsCounts, fibreCentres } from './reported-counterparts';

export interface ProvinceRecord {
  technologies: readonly Technology[];
  operators: readonly string[] | null;
  off: readonly Technology[];
  /** Sums over the communes of all technologies together. */
  figures: ProvinceFigures;
  /** With pieces joined across communes; null where there is none or no data. */
  largestGap: ReturnType<GapPlan['joinedLargestGap']>;
  bts: ReturnType<typeof activeBtsCounts>;
  fibreCentres: ReturnType<typeof fibreCentres> | null;
  /** Units until 30 June 2025, and hamlets that belong to none; null where no hamlets are given. */
  oldUnits: { units: number; hamletsOfNone: number | null };
  reported: { share: number; candidates: ReportedCandidate[] } | null;
  indicators: Indicator[];
  /** Readings held against claims, by commune; '' outside all. null where readings or claims are not given. */
  conflicts: ({ code: string } & ConflictCount)[] | null;
}

export function conflictRows({ byCommune }: Conflicts): ({ code: string } & ConflictCount)[] {
  return [...byCommune].map(([code, count]) => ({ code, ...count }));
}

export function provinceRecord({ of, operators, off }: ReportScope, rows: readonly GapRow[], rest: Pick<ProvinceRecord, 'largestGap' | 'bts' | 'fibreCentres' | 'oldUnits' | 'reported' | 'indicators' | 'conflicts'>): ProvinceRecord {
  return { technologies: of, operators, off, figures: provinceFigures(rows), ...rest };
}
