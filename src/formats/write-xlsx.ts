/** Tables → an XLSX workbook with typed cells, through write-excel-file. */
import writeXlsxFile, { type Row } from 'write-excel-file/universal';
import { xmlText } from './xml-text';

export type SheetCell = string | number | boolean | null;

export interface SheetTable {
  /** Cut to the 31 characters that a sheet's name may have; a number behind it where the name is taken. */
  name: string;
  columns: readonly string[];
  rows: Iterable<readonly SheetCell[]>;
}

const LONGEST_NAME = 31;
const NAME_UNFIT = /[\\/?*[\]:]/g;
const LONGEST_TEXT = 32_767;
/** Read by spreadsheets as the letter of that code. */
const ESCAPE_LIKE = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * One sheet a table, its header bold and kept in sight. Numbers stay numbers, those that are none (NaN, infinite) become
 * empty; text is never a formula, and loses what XML cannot hold.
 */
export async function writeXlsx(tables: readonly SheetTable[]): Promise<Uint8Array> {
  const taken = new Set<string>();
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: freeName(name, taken),
    stickyRowsCount: 1,
    data: [columns.map((column) => ({ value: sheetText(column), fontWeight: 'bold' as const })), ...[...rows].map((row): Row => row.map(sheetCell))],
  }));
  const blob = await writeXlsxFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function sheetCell(value: SheetCell): Row[number] {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return value;
  const text = sheetText(value);
  return text === '' ? null : { value: text, type: String };
}

const sheetText = (text: string): string => xmlText(text).slice(0, LONGEST_TEXT).replace(ESCAPE_LIKE, '_x005F_');

function freeName(name: string, taken: Set<string>): string {
  const plain = xmlText(name).replace(NAME_UNFIT, ' ').replace(/^'+|'+$/g, '').trim() || 'Sheet';
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` ${number}`;
    const free = plain.slice(0, LONGEST_NAME - ending.length) + ending;
    // Spreadsheets hold names that differ in case for the same.
    if (taken.has(free.toLowerCase())) continue;
    taken.add(free.toLowerCase());
    return free;
  }
}
