/** Rows that speak of several technologies → a row each: a column for every technology, or `2G/3G/4G` in one cell. */
import { foldToKey } from '../core/fold';
import type { Technology } from '../core/model';
import type { MappedHeaders } from './headers';
import type { IssueLog } from './issue-log';
import { cleanCell } from './placeholders';
import { NO, YES } from './rows';
import type { Table } from './table';
import { parseTechnologies } from './technology';

export interface Spread {
  table: Table;
  headers: MappedHeaders;
}

/** Headers of a column that says whether one technology is there. */
const FLAG_HEADER = /^(?:tram|co|cell|site|bts|congnghe|phatsong)?([2-5])g$/;
const TICKS = new Set(['\u2713', '\u2714', '\u221a', '\u2611', '+', '\u25cf']);

/** Whether a cell says that the technology is there; null where it says neither. A count of cells or sectors is a yes. */
function flagOf(text: string): boolean | null {
  if (text === '') return false;
  if (TICKS.has(text)) return true;
  const key = foldToKey(text);
  if (NO.has(key)) return false;
  return YES.has(key) || /^[1-9]\d?$/.test(key) ? true : null;
}

/** The header that stands for the columns of technologies together. */
const jointName = (columns: readonly number[], table: Table) => columns.map((column) => table.columns[column]).join('; ');

/**
 * The table with a row for each technology, or as it is where every row speaks of one.
 * @param wanted header that the user gave for `technology`
 */
export function spreadTechnologies(table: Table, headers: MappedHeaders, wanted: string | undefined, log: IssueLog): Spread {
  const column = headers.columns.get('technology');
  return column === undefined ? spreadFlags(table, headers, wanted, log) : spreadCells(table, headers, column);
}

function spreadFlags(table: Table, headers: MappedHeaders, wanted: string | undefined, log: IssueLog): Spread {
  const flags = new Map<number, Technology>();
  table.columns.forEach((header, column) => {
    const digit = FLAG_HEADER.exec(foldToKey(header))?.[1];
    if (digit) flags.set(column, `${digit}G` as Technology);
  });
  const name = jointName([...flags.keys()], table);
  if (flags.size === 0 || (wanted !== undefined && wanted !== name)) return { table, headers };
  let [filled, clear] = [0, 0];
  for (let row = 0; row < table.rowCount; row++) {
    for (const column of flags.keys()) {
      const text = cleanCell(table.cell(row, column));
      if (text === '') continue;
      filled++;
      if (flagOf(text) !== null) clear++;
    }
  }
  // Columns of names, dates or levels that happen to be headed so.
  if (clear * 2 <= filled) return { table, headers };

  const technologiesOf = (row: number): string[] =>
    [...flags].flatMap(([column, technology]) => {
      const text = cleanCell(table.cell(row, column));
      const flag = flagOf(text);
      if (flag === null) log.add('bad-value', { line: table.line(row), column: table.columns[column]!, columnIndex: column }, text, { expected: 'yes-no' });
      return flag ? [technology] : [];
    });
  const columns = new Map(headers.columns).set('technology', table.columns.length);
  return {
    table: spread({ ...table, columns: [...table.columns, name], line: table.line, cell: table.cell }, table.columns.length, technologiesOf),
    headers: { ...headers, columns, missing: headers.missing.filter((field) => field !== 'technology') },
  };
}

function spreadCells(table: Table, headers: MappedHeaders, column: number): Spread {
  const several = new Map<string, Technology[]>();
  for (let row = 0; row < table.rowCount; row++) {
    const text = table.cell(row, column);
    if (several.has(text)) continue;
    const technologies = parseTechnologies(cleanCell(text));
    several.set(text, technologies.length > 1 ? technologies : []);
  }
  if ([...several.values()].every((technologies) => technologies.length === 0)) return { table, headers };
  const technologiesOf = (row: number): string[] => {
    const text = table.cell(row, column);
    const technologies = several.get(text)!;
    return technologies.length > 0 ? technologies : [text];
  };
  return { table: spread(table, column, technologiesOf), headers };
}

/** A row for each of its technologies, written into `column`; one with an empty cell where there is none. */
function spread(table: Table, column: number, technologiesOf: (row: number) => string[]): Table {
  const source: number[] = [];
  const texts: string[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const technologies = technologiesOf(row);
    for (const text of technologies.length > 0 ? technologies : ['']) {
      source.push(row);
      texts.push(text);
    }
  }
  const { geometry } = table;
  return {
    ...table,
    rowCount: source.length,
    line: (row) => table.line(source[row]!),
    cell: (row, index) => (index === column ? texts[row]! : table.cell(source[row]!, index)),
    geometry: geometry && ((row) => geometry(source[row]!)),
  };
}
