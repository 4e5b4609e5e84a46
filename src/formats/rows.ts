/** Reading the fields of a row: what is required, what may be dropped, and the issue that says so. */
import type { Issue, IssueCode } from '../core/model';
import { foldToKey } from '../core/fold';
import type { CommuneIndex } from '../core/commune-index';
import type { CommuneLookup } from '../core/commune-lookup';
import type { LngLat } from '../core/model';
import { parseDate } from './dates';
import type { MappedHeaders } from './headers';
import type { IssueLog } from './issue-log';
import { parseCount, parseMeasure } from './numbers';
import { canonicalOperator } from './operator';
import { cleanCell } from './placeholders';
import type { PositionReader } from './positions';
import type { Table } from './table';

const NO_UNITS: ReadonlyMap<string, number> = new Map();
const METERS: ReadonlyMap<string, number> = new Map([['m', 1], ['km', 1000], ['met', 1]]);
const DEGREES: ReadonlyMap<string, number> = new Map([['\u00b0', 1], ['deg', 1], ['do', 1]]);
const DBM: ReadonlyMap<string, number> = new Map([['dbm', 1]]);
const MHZ: ReadonlyMap<string, number> = new Map([['mhz', 1], ['m', 1], ['ghz', 1000]]);
const MBPS: ReadonlyMap<string, number> = new Map([['mbps', 1], ['mbit/s', 1], ['mb/s', 1], ['kbps', 0.001]]);
export const UNITS = { none: NO_UNITS, meters: METERS, degrees: DEGREES, dbm: DBM, mhz: MHZ, mbps: MBPS };

export const YES: ReadonlySet<string> = new Set(['1', 'true', 'yes', 'y', 'x', 'v', 'co', 'roi', 'daco', 'c']);
export const NO: ReadonlySet<string> = new Set(['0', 'false', 'no', 'n', 'khong', 'chua', 'chuaco', 'k']);

export interface RowContext {
  table: Table;
  headers: MappedHeaders;
  log: IssueLog;
  positions: PositionReader;
  area: CommuneIndex | null;
  lookup: CommuneLookup | null;
}

/** One row at a time; every method takes the field's name of the contract. */
export class RowReader {
  readonly #context: RowContext;
  #row = 0;
  #failed = false;

  constructor(context: RowContext) {
    this.#context = context;
  }

  /** Goes to a row and forgets the errors of the one before. */
  start(row: number): void {
    this.#row = row;
    this.#failed = false;
  }

  /** Whether the row has an error so far: it is then left out. */
  get failed(): boolean {
    return this.#failed;
  }

  get row(): number {
    return this.#row;
  }

  get line(): number {
    return this.#context.table.line(this.#row);
  }

  /** The cell's text, '' where it is empty, a placeholder, or the column is not there. */
  text(field: string): string {
    const column = this.#context.headers.columns.get(field);
    return column === undefined ? '' : cleanCell(this.#context.table.cell(this.#row, column));
  }

  issue(code: IssueCode, field: string, value: string | null, detail: Issue['detail'] = {}, severity?: Issue['severity']): void {
    const columnIndex = this.#context.headers.columns.get(field);
    const column = columnIndex === undefined ? field : this.#context.table.columns[columnIndex]!;
    this.#context.log.add(code, { line: this.line, column, columnIndex: columnIndex ?? Infinity }, value, detail, severity);
  }

  error(code: IssueCode, field: string, value: string | null, detail: Issue['detail'] = {}): void {
    this.#failed = true;
    this.issue(code, field, value, detail, 'error');
  }

  required(field: string): string {
    const text = this.text(field);
    if (text === '') this.error('missing-value', field, null);
    return text;
  }

  /** null, with a warning where there is something that cannot be read. */
  optional<T>(field: string, read: (text: string) => T | null, code: 'bad-value' | 'bad-date' = 'bad-value', detail: Issue['detail'] = {}): T | null {
    const text = this.text(field);
    if (text === '') return null;
    const value = read(text);
    if (value === null) this.issue(code, field, text, detail);
    return value;
  }

  measure(field: string, units: ReadonlyMap<string, number>, min: number, max: number): number | null {
    return this.optional(
      field,
      (text) => {
        const value = parseMeasure(text, units);
        return value !== null && value >= min && value <= max ? value : null;
      },
      'bad-value',
      { min, max },
    );
  }

  count(field: string): number | null {
    return this.optional(field, parseCount, 'bad-value', { expected: 'count' });
  }

  date(field: string): string | null {
    return this.optional(field, parseDate, 'bad-date');
  }

  yesNo(field: string): boolean | null {
    return this.optional(
      field,
      (text) => {
        const key = foldToKey(text);
        return YES.has(key) ? true : NO.has(key) ? false : null;
      },
      'bad-value',
      { expected: 'yes-no' },
    );
  }

  /** One of a few words; `words` maps folded keys to the values of the contract. */
  choice<T extends string>(field: string, words: ReadonlyMap<string, T>): T | null {
    return this.optional(field, (text) => words.get(foldToKey(text)) ?? null, 'bad-value', {
      allowed: [...new Set(words.values())].join(', '),
    });
  }

  operator(field: string): string | null {
    const text = this.text(field);
    return text === '' ? null : canonicalOperator(text);
  }

  /** WGS 84; null where the row has none that can be read, which is an error unless `absentIsFine`. */
  position(absentIsFine = false): LngLat | null {
    const read = this.#context.positions.read(this, absentIsFine);
    return read;
  }

  /** The code of the commune a required cell names; null with a warning where it names none that is known. */
  communeCode(field: string, position: LngLat | null): string | null {
    const text = this.required(field);
    const { lookup, area } = this.#context;
    if (text === '' || !lookup) return text === '' ? null : text;
    const resolution = lookup.resolve(text, position, area);
    if (resolution.kind === 'found') return resolution.code;
    this.issue(
      'unknown-commune',
      field,
      text,
      resolution.kind === 'ambiguous'
        ? { why: 'ambiguous', codes: resolution.codes.join(', ') }
        : resolution.oldCode !== null
          ? { why: 'old-code', write: `old:${resolution.oldCode}` }
          : { why: 'unknown' },
    );
    return null;
  }
}

/** Finds later rows whose key an earlier row has already. */
export class DuplicateFinder {
  readonly #seen = new Map<string, number>();

  /** Reports the row if its key was kept before. `fields` are the columns the key is made of, the first bears the issue. */
  check(reader: RowReader, field: string, id: string, key: string): boolean {
    const first = this.#seen.get(key);
    if (first === undefined) return false;
    reader.error('duplicate-id', field, id, { firstLine: first });
    return true;
  }

  keep(reader: RowReader, key: string): void {
    if (!this.#seen.has(key)) this.#seen.set(key, reader.line);
  }
}
