/** XLSX sheets → CSV, a row a line, so that a line of the CSV is the row of the sheet. */
import { strToU8 } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import type { Part } from './unwrap';

type Cell = string | number | boolean | Date | null | undefined;

function textOf(cell: Cell): string | number | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) {
    const iso = cell.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
  }
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  // A line break inside a cell would shift the lines that follow.
  return typeof cell === 'string' ? cell.replace(/\s*[\r\n]+\s*/g, ' ') : cell;
}

/** Every sheet that has cells, in the order of the workbook. Throws on a file that is no workbook. */
export async function xlsxToCsv(bytes: Uint8Array): Promise<Part[]> {
  const sheets = await readXlsxFile(bytes.slice().buffer, { trim: false });
  return sheets
    .filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)))
    .map(({ sheet, data }) => ({ layer: sheets.length > 1 ? sheet : null, bytes: strToU8(sheetToCsv(data as Cell[][])), from: 'xlsx' as const }));
}

function sheetToCsv(rows: Cell[][]): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  let last = rows.length;
  while (last > 0 && rows[last - 1]!.every((cell) => cell === null || cell === '')) last--;
  const plain = rows.slice(0, last).map((row) => Array.from({ length: width }, (_, i) => textOf(row[i])));
  // The header row is found by the CSV reader; formulas are no danger in what is only read.
  return plain.map((row) => row.map(quoted).join(',')).join('\n') + '\n';
}

function quoted(cell: string | number | null): string {
  const text = cell === null ? '' : String(cell);
  return /[",]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
