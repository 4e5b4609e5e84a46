/** Gap rows as a table and as CSV: the contract's names, the point as two columns. */
import type { GapRow } from '../core/model';
import { type CsvCell, type CsvWriteOptions, writeCsv } from './write-csv';

/** Columns in the order of the contract; the largest gap's point is two of them. */
export const GAP_COLUMNS = [
  'code', 'name', 'technology', 'operator', 'state', 'withoutData', 'areaKm2', 'coveredKm2', 'gapKm2', 'noDataKm2', 'gapShare', 'bts', 'sites',
  'largestGapKm2', 'largestGapLng', 'largestGapLat', 'nearestSiteKm', 'nearestFibreKm', 'population', 'populationGap', 'populationLom',
  'populationMissing', 'populationBasis', 'localities', 'localitiesTrang', 'localitiesLom', 'source', 'bundled',
] as const;

/** The cells of a row, in the order of `GAP_COLUMNS`; lists are joined by spaces. */
export function gapCells(row: GapRow): Exclude<CsvCell, undefined>[] {
  return GAP_COLUMNS.map((column) => {
    switch (column) {
      case 'largestGapLng':
        return row.largestGapPoint?.[0] ?? null;
      case 'largestGapLat':
        return row.largestGapPoint?.[1] ?? null;
      case 'withoutData':
      case 'source':
        return row[column].join(' ');
      case 'bundled':
        return String(row.bundled);
      default:
        return row[column];
    }
  });
}

/** The rows as CSV text; Vietnamese has `;`, decimal commas and a byte order mark, for the spreadsheets of the country. */
export function gapRowsToCsv(rows: readonly GapRow[], form: CsvWriteOptions): string {
  return writeCsv(GAP_COLUMNS, rows.map(gapCells), form);
}
