/**
 * The coverage that the province reported against what the map gives: the report names no basis, so each is held
 * against it. What was fitted to the report claims no agreement: it has no difference and is never the closest.
 */
import type { QuestionSpec } from './gaps';
import type { FigureRow } from './model';
import { TECHNOLOGIES } from './model';
import { provinceFigures } from './province';

export const REPORTED_BASES = ['land', 'people', 'hamlets'] as const;
export type ReportedBasis = (typeof REPORTED_BASES)[number];

/** What a reported coverage may have meant: any technology, any but 2G, 4G alone. */
export const REPORTED_MEANINGS = ['any', 'any-without-2G', '4G'] as const;
export type ReportedMeaning = (typeof REPORTED_MEANINGS)[number];

/** The questions to ask, in the order of `REPORTED_MEANINGS`. */
export const REPORTED_QUESTIONS: readonly QuestionSpec[] = [
  { technology: 'any', of: TECHNOLOGIES, operators: null, off: [] },
  { technology: 'any', of: TECHNOLOGIES, operators: null, off: ['2G'] },
  { technology: '4G', of: ['4G'], operators: null, off: [] },
];

export interface ReportedCandidate {
  meaning: ReportedMeaning;
  basis: ReportedBasis;
  /** Covered, 0…1; null where it is not known of the whole. */
  share: number | null;
  /** Computed less reported, as a share; null where one of them is not known or the share was fitted. */
  difference: number | null;
  fitted: boolean;
}

export interface ReportedComparison {
  /** null: all communes together. */
  code: string | null;
  /** By meaning, then by basis. */
  candidates: ReportedCandidate[];
  /** The least difference; the first of equals. null where there is none. */
  closest: ReportedCandidate | null;
}

/**
 * @param rows of all communes, for each of `REPORTED_QUESTIONS`
 * @param reportedShare 0…1
 * @param fitted whether the data were modelled so that this share equals the report
 */
export function compareReported(rows: readonly (readonly FigureRow[])[], reportedShare: number, fitted: (meaning: ReportedMeaning, basis: ReportedBasis) => boolean): { province: ReportedComparison; communes: ReportedComparison[] } {
  const compare = (code: string | null): ReportedComparison => {
    const candidates = REPORTED_MEANINGS.flatMap((meaning, q) => {
      const figures = provinceFigures(code === null ? rows[q]! : rows[q]!.filter((row) => row.code === code));
      const shares: Record<ReportedBasis, number | null> = { land: figures.coveredShare, people: figures.peopleCoveredShare, hamlets: figures.localitiesReachedShare };
      return REPORTED_BASES.map((basis): ReportedCandidate => {
        const share = shares[basis];
        const isFitted = share !== null && fitted(meaning, basis);
        return { meaning, basis, share, difference: share === null || isFitted ? null : share - reportedShare, fitted: isFitted };
      });
    });
    let closest: ReportedCandidate | null = null;
    for (const candidate of candidates) {
      if (candidate.difference !== null && (closest === null || Math.abs(candidate.difference) < Math.abs(closest.difference!))) closest = candidate;
    }
    return { code, candidates, closest };
  };
  return { province: compare(null), communes: (rows[0] ?? []).map((row) => compare(row.code)) };
}

/** Fitted by the project's model of stations and hamlets: the hamlets reached by any technology, none switched off. */
export function fittedByModel(meaning: ReportedMeaning, basis: ReportedBasis): boolean {
  return meaning === 'any' && basis === 'hamlets';
}
