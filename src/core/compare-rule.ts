/** What makes a row of a newer version a different one; apart from the comparison itself, so that the page can say it without loading that. */

/** What is taken for a difference. */
export interface CompareRule {
  /** A row has moved where it lies further than this from where it was. */
  movedMeters: number;
  /** Coverage has changed where gained and lost ground together are more than this: files rounded otherwise differ by slivers. */
  changedKm2: number;
  /** Fields that make no row a changed one. */
  ignoredFields: readonly string[];
}

/** A new version says its new date in every row, which would make every row a changed one. */
export const DEFAULT_COMPARE_RULE: CompareRule = { movedMeters: 1, changedKm2: 0.01, ignoredFields: ['asOf'] };
