/** Tables → an XLSX workbook with typed cells, through write-excel-file. */
import writeXlsxFile, { type Row } from 'write-excel-file/universal';

export interface SheetTable {
  /** Cut to the 31 characters that a sheet's name may have. */
  name: string;
  columns: readonly string[];
  rows: Iterable<readonly (string | number | boolean | null)[]>;
}

const LONGEST_NAME = 31;
const NAME_UNFIT = /[\\/?*[\]:]/g;

/** One sheet a table, its header bold and kept in sight. Numbers stay numbers; text is never a formula. */
export async function writeXlsx(tables: readonly SheetTable[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name.replace(NAME_UNFIT, ' ').slice(0, LONGEST_NAME),
    stickyRowsCount: 1,
    data: [
      columns.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...[...rows].map((row): Row => row.map((value) => (value === null || value === '' ? null : typeof value === 'string' ? { value, type: String } : value))),
    ],
  }));
  const blob = await writeXlsxFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
