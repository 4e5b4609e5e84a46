/** Delimited text → table. papaparse splits the cells; delimiter, header row and line numbers are found here. */
import Papa from 'papaparse';
import { countKnownHeaders } from './headers';
import { cleanCell } from './placeholders';
import type { Table } from './table';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Prose above the header ends within so many rows. */
const HEADER_SEARCH_ROWS = 40;

export type CsvResult =
  | { kind: 'table'; table: Table; delimiter: string; headerLine: number }
  /** No row begins on the line that was named as the header's. */
  | { kind: 'no-such-header' }
  | { kind: 'empty' }
  /** A quote is opened and never closed: the file ends inside a cell. `line` is where that row begins. */
  | { kind: 'breaks-off'; line: number }
  | { kind: 'not-a-table' };

/**
 * @param overrides field → header as the user maps them: these headers too tell the header row
 * @param headerLine line of the header where the user says it, counted from 1
 */
export function parseCsv(text: string, overrides: Readonly<Record<string, string>> = {}, headerLine?: number): CsvResult {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\u001a+\s*$/, '');
  if (lines.trim() === '') return { kind: 'empty' };

  // "sep=;" is a note to Excel, not a row.
  const note = /^sep=(.)\n/i.exec(lines);
  const delimiter = note ? note[1]! : chooseDelimiter(lines, overrides);
  const parsed = Papa.parse<string[]>(lines, { delimiter, newline: '\n', header: false, skipEmptyLines: false });
  const rows = parsed.data;
  const lineOfRow = lineNumbers(rows);
  const open = parsed.errors.find((error) => error.code === 'MissingQuotes');
  if (open) return { kind: 'breaks-off', line: lineOfRow[open.row ?? rows.length - 1] ?? 1 };

  const header = headerLine === undefined ? findHeader(rows, note ? 1 : 0, overrides) : lineOfRow.indexOf(headerLine);
  if (header === -1) return { kind: headerLine === undefined ? 'empty' : 'no-such-header' };
  const columns = rows[header]!.map((cell) => cleanCell(cell).replace(/\s+/g, ' '));
  if (columns.length === 1 && countKnownHeaders(columns, overrides) === 0) return { kind: 'not-a-table' };

  const kept: number[] = [];
  for (let row = header + 1; row < rows.length; row++) {
    if (rows[row]!.some((cell) => cell !== '' && cleanCell(cell) !== '')) kept.push(row);
  }
  return {
    kind: 'table',
    delimiter,
    headerLine: lineOfRow[header]!,
    table: {
      columns,
      rowCount: kept.length,
      line: (row) => lineOfRow[kept[row]!]!,
      cell: (row, column) => rows[kept[row]!]![column] ?? '',
      geometry: null,
      checkWinding: false,
      crsName: null,
    },
  };
}

/** The line each row begins on; quoted cells may hold line breaks. */
function lineNumbers(rows: readonly string[][]): Uint32Array {
  const numbers = new Uint32Array(rows.length);
  let line = 1;
  rows.forEach((row, index) => {
    numbers[index] = line;
    line++;
    for (const cell of row) {
      for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) line++;
    }
  });
  return numbers;
}

/** The delimiter under which some row names most fields; where none names any, the one that cuts most rows alike. */
function chooseDelimiter(text: string, overrides: Readonly<Record<string, string>>): string {
  let end = 0;
  for (let i = 0; i < HEADER_SEARCH_ROWS; i++) {
    const next = text.indexOf('\n', end);
    if (next === -1) {
      end = text.length;
      break;
    }
    end = next + 1;
  }
  const sample = text.slice(0, end);
  let best = ',';
  let bestScore = -1;
  for (const delimiter of DELIMITERS) {
    const rows = Papa.parse<string[]>(sample, { delimiter, newline: '\n' }).data;
    const known = Math.max(0, ...rows.map((row) => countKnownHeaders(row, overrides)));
    const widths = new Map<number, number>();
    for (const row of rows) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    const alike = Math.max(0, ...widths.values());
    const score = known * 1000 + alike;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Of the first rows, the one that names most fields (at least two); else the first that is not empty; -1 where all are. */
function findHeader(rows: readonly string[][], from: number, overrides: Readonly<Record<string, string>>): number {
  let best = -1;
  let bestKnown = 1;
  let firstFilled = -1;
  for (let row = from, seen = 0; row < rows.length && seen < HEADER_SEARCH_ROWS; row++) {
    const cells = rows[row]!.map(cleanCell);
    if (cells.every((cell) => cell === '')) continue;
    seen++;
    if (firstFilled === -1) firstFilled = row;
    const known = countKnownHeaders(cells, overrides);
    if (known > bestKnown) [best, bestKnown] = [row, known];
  }
  return best === -1 ? firstFilled : best;
}
