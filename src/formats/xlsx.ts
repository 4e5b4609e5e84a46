/** XLSX sheets → CSV, a row a line, so that a line of the CSV is the row of the sheet. */
import { strFromU8, strToU8, zipSync } from 'fflate';
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

/** Cells that are formatted but hold nothing. */
const EMPTY_CELL = /<c\b[^>]*?\/>|<c\b[^>]*>\s*(?:<v\s*\/>|<v>\s*<\/v>)?\s*<\/c>/g;
const EMPTY_ROW = /<row\b[^>]*?\/>|<row\b[^>]*>\s*<\/row>/g;
/** A lone cell in the far corner of a sheet would make the reader lay out everything before it. */
const MOST_CELLS = 40_000_000;

/**
 * A workbook without its empty cells and rows, in the names that the reader knows. The reader's time grows with the
 * square of rows that hold nothing: a column formatted to the end takes it minutes. Some writers (.NET's) put a prefix
 * before every name.
 */
function slim(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const lean: Record<string, Uint8Array> = {};
  for (const [path, bytes] of Object.entries(files)) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    let text = strFromU8(bytes);
    const prefix = /<(\w+):(?:workbook|worksheet|sst|styleSheet)\b/.exec(text.slice(0, 2000))?.[1];
    if (prefix) text = text.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(path)) {
      if (/<c(?![^>]*?\br=)[\s>/]/.test(text)) text = numbered(text);
      text = text.replace(/<dimension\b[^>]*?\/>/, '').replace(EMPTY_CELL, '').replace(EMPTY_ROW, '');
      assertLayable(text);
    }
    lean[path] = strToU8(text);
  }
  return zipSync(lean, { level: 0 });
}

/** Places are optional in the format, and the reader wants them: each cell follows the one before. */
function numbered(sheet: string): string {
  let [row, column] = [0, 0];
  return sheet.replace(/<(row|c)\b([^>]*)>/g, (_, tag: string, attributes: string) => {
    const place = /\br="([A-Z]*)(\d+)"/.exec(attributes);
    if (tag === 'row') {
      row = place ? Number(place[2]) : row + 1;
      column = 0;
    } else column = place ? numberOf(place[1]!) : column + 1;
    return place ? `<${tag}${attributes}>` : `<${tag} r="${tag === 'row' ? row : lettersOf(column) + String(row)}"${attributes}>`;
  });
}

const numberOf = (letters: string): number => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
const lettersOf = (number: number): string => (number === 0 ? '' : lettersOf(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26)));

function assertLayable(sheet: string): void {
  let [rows, columns] = [0, 0];
  for (const match of sheet.matchAll(/<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g)) {
    rows = Math.max(rows, Number(match[2]));
    columns = Math.max(columns, numberOf(match[1]!));
  }
  if (rows * columns > MOST_CELLS) throw new Error('sheet too wide and long');
}

/**
 * Every sheet that holds a table, in the order of the workbook; where none does, every sheet that holds anything. Throws
 * on a file that is no workbook.
 * @param files of the archive, by path
 */
export async function xlsxToCsv(files: Readonly<Record<string, Uint8Array>>): Promise<Part[]> {
  const sheets = await readXlsxFile(slim(files).slice().buffer, { trim: false });
  const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  const tables = filled.filter(({ data }) => data.filter((row) => row.filter((cell) => cell !== null).length > 1).length > 1);
  return (tables.length > 0 ? tables : filled).map(({ sheet, data }) => ({
    layer: filled.length > 1 ? sheet : null,
    bytes: strToU8(sheetToCsv(data as Cell[][])),
    from: 'xlsx' as const,
  }));
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
