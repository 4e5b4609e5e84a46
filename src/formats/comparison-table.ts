/** The differences of two versions as a table: a line for each field that changed, else one a difference. */
import type { ChangeKind, ChangeRow } from '../core/comparison-record';
import { type CsvCell, type CsvWriteOptions, writeCsv } from './write-csv';

/** Those of the command; the page has words of its own for the first six. */
export const COMPARISON_COLUMNS: readonly string[] = ['change', 'id', 'name', 'field', 'before', 'after', 'moved_m', 'gained_km2', 'lost_km2', 'lng', 'lat'];

/** @param kindName the word for a kind of change, which are joined by commas */
export function comparisonCells(rows: readonly ChangeRow[], kindName: (kind: ChangeKind) => string): (string | number | null)[][] {
  return rows.flatMap(({ kinds, id, name, fields, movedMeters, gainedKm2, lostKm2, place }) => {
    const change = kinds.map(kindName).join(', ');
    const rest = [movedMeters, gainedKm2, lostKm2, place?.[0] ?? null, place?.[1] ?? null];
    return (fields.length > 0 ? fields : [{ field: null, before: null, after: null }]).map(({ field, before, after }) => [change, id, name, field, before, after, ...rest]);
  });
}

/** As CSV text, kinds of change as the command names them. */
export function comparisonToCsv(rows: readonly ChangeRow[], form: CsvWriteOptions): string {
  const cells: CsvCell[][] = comparisonCells(rows, (kind) => kind);
  return writeCsv(COMPARISON_COLUMNS, cells, form);
}
