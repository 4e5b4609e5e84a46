/** A file's bytes → rows of one kind and the issues found on the way: the one entry for every format. */
import type { CommuneIndex } from '../core/commune-index';
import type { CommuneLookup } from '../core/commune-lookup';
import type { Cell, Commune, CoverageArea, DatasetKind, FibreEndpoint, FibreRoute, Indicator, Issue, Locality, Measurement } from '../core/model';
import { createCommuneReader } from './communes';
import { createCoverageReader } from './coverage';
import { parseAngle } from './coordinates';
import { parseCrs, type Crs } from './crs';
import { parseCsv } from './csv';
import { decodeText, type Encoding } from './decode';
import { createFibreReader } from './fibre';
import { looksLikeJson, parseGeoJson } from './geojson';
import { countKnownHeaders, fieldsOf, guessKind, mapHeaders } from './headers';
import { createIndicatorReader } from './indicators';
import { IssueLog } from './issue-log';
import { parseJsonRows } from './json-rows';
import { createLocalityReader } from './localities';
import { withRssiOf2g } from './levels';
import { createMeasurementReader } from './measurements';
import { withCellAreas, withNetworkCodes } from './network-codes';
import { createPositionReader } from './positions';
import { RowReader, type RowContext } from './rows';
import { createRouteReader } from './routes';
import { createSiteReader } from './sites';
import { spreadTechnologies } from './spread';
import type { Table } from './table';

type FileFormat = 'csv' | 'json' | 'geojson' | 'geojsonl' | 'topojson';

/** The row of each kind of dataset. */
export interface RowOf {
  sites: Cell;
  fibre: FibreEndpoint;
  routes: FibreRoute;
  localities: Locality;
  measurements: Measurement;
  coverage: CoverageArea;
  communes: Commune;
  indicators: Indicator;
}

export interface ReadOptions<K extends DatasetKind = DatasetKind> {
  /** Guessed from the headers where it is not given. */
  kind?: K;
  /** As `parseCrs` reads it. */
  crs?: string;
  /** Field of the contract → header of the file. */
  map?: Readonly<Record<string, string>>;
  /** Field → value that it has in every row, for what a file leaves unsaid: the one technology of a coverage file. */
  set?: Readonly<Record<string, string>>;
  /** Line of the header row in a table of text or a sheet, counted from 1; guessed where it is not given. */
  headerLine?: number;
  /** Where points should lie; without it nothing is outside, and only unambiguous swaps are seen. */
  area?: CommuneIndex | null;
  /** Resolves commune codes and names; without it they are taken as written. */
  lookup?: CommuneLookup | null;
  /** Called with the share of rows read, 0 to 1. */
  onProgress?: (share: number) => void;
  /** Aborting makes the reader throw the signal's reason, the only thing it ever throws. */
  signal?: AbortSignal;
}

export interface ReadResult<K extends DatasetKind = DatasetKind> {
  kind: K;
  kindGuessed: boolean;
  /** null where the file is of no known format. */
  format: FileFormat | null;
  encoding: Encoding | null;
  /** Of a CSV file. */
  delimiter: string | null;
  /** Line of the header row; null where the format has none. */
  headerLine: number | null;
  /** The good rows, in the order of the file. */
  rows: RowOf[K][];
  /** The place in the file of each of `rows`: line, or index of the feature. */
  rowLines: number[];
  /** How many rows the file has, good and bad. */
  rowCount: number;
  /** Whole-file ones first, then by line and column. */
  issues: Issue[];
  /** `missing-column`, `empty` or `unreadable` is among the issues: no result can be computed. */
  wholeFileError: boolean;
  unreadable: boolean;
  /** Field → the header that was taken for it. */
  mapping: Record<string, string>;
  /** All headers of the file. */
  columns: string[];
  /** The file's cells as they are; null where it could not be read so far. */
  table: Table | null;
  /** An option that cannot be understood: then nothing was read, and there are no issues. */
  usageError: { option: 'crs' | 'map' | 'header'; value: string } | null;
}

export type AnyReadResult = { [K in DatasetKind]: ReadResult<K> }[DatasetKind];

const ROWS_A_STEP = 2000;

/** Reads a file in one go. See `readDatasetInSteps` for reading that leaves room for other work. */
export function readDataset<K extends DatasetKind>(bytes: Uint8Array, fileName: string, options: ReadOptions<K> & { kind: K }): ReadResult<K>;
export function readDataset(bytes: Uint8Array, fileName: string, options?: ReadOptions): AnyReadResult;
export function readDataset(bytes: Uint8Array, fileName: string, options: ReadOptions<DatasetKind> = {}): ReadResult<DatasetKind> {
  const steps = readInSteps(bytes, fileName, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    options.onProgress?.(step.value);
    options.signal?.throwIfAborted();
  }
}

/** The same as a generator: it yields the share read, so that a worker may look at its messages between steps. */
export function readDatasetInSteps(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Generator<number, AnyReadResult> {
  return readInSteps(bytes, fileName, options) as Generator<number, AnyReadResult>;
}

function* readInSteps(bytes: Uint8Array, fileName: string, options: ReadOptions<DatasetKind>): Generator<number, ReadResult<DatasetKind>> {
  const log = new IssueLog(fileName);
  const set = Object.entries(options.set ?? {});
  const map = { ...options.map, ...Object.fromEntries(set.map(([field]) => [field, constantColumn(field)])) };
  const result: ReadResult<DatasetKind> = {
    kind: options.kind ?? 'sites',
    kindGuessed: options.kind === undefined,
    format: null,
    encoding: null,
    delimiter: null,
    headerLine: null,
    rows: [],
    rowLines: [],
    rowCount: 0,
    issues: [],
    wholeFileError: false,
    unreadable: false,
    mapping: {},
    columns: [],
    table: null,
    usageError: null,
  };
  const finish = (): ReadResult<DatasetKind> => {
    result.issues = log.sorted();
    result.unreadable = result.issues.some((issue) => issue.code === 'unreadable');
    result.wholeFileError = result.issues.some((issue) => issue.severity === 'error' && issue.line === null);
    return result;
  };

  const givenCrs = options.crs === undefined ? null : parseCrs(options.crs);
  if (options.crs !== undefined && !givenCrs) {
    result.usageError = { option: 'crs', value: options.crs };
    return finish();
  }

  const found = readTable(bytes, map, options.headerLine, result, log);
  if (!found) return finish();
  let table = withConstants(found, set);
  result.table = table;
  result.columns = table.columns;
  result.rowCount = table.rowCount;
  if (options.kind === undefined) result.kind = guessKind(table.columns, shapeOf(table), fileName, map);
  const { kind } = result;

  const known = new Set(fieldsOf(kind).map((field) => field.name));
  const stranger = Object.keys(map).find((field) => !known.has(field));
  if (stranger !== undefined) {
    result.usageError = { option: 'map', value: `${stranger}=${map[stranger]}` };
    return finish();
  }

  let headers = mapHeaders(kind, table.columns, map);
  if (kind === 'sites' || kind === 'coverage') {
    ({ table, headers } = spreadTechnologies(table, headers, map.technology, log));
    Object.assign(result, { table, columns: table.columns, rowCount: table.rowCount });
  }
  if (kind === 'measurements' && map.signal_dbm === undefined) headers = withRssiOf2g(table, headers);
  table = withNetworkCodes(withCellAreas(table, headers), headers);
  result.mapping = Object.fromEntries([...headers.columns].map(([field, column]) => [field, result.columns[column]!]));
  const shapes = kind === 'coverage' || kind === 'communes' || kind === 'routes';
  const missing = headers.missing.filter((field) => !(table.geometry && (field === 'lat' || field === 'lng')));
  if (shapes && !table.geometry) missing.push('geometry');
  const headless = result.format === 'csv' && looksHeadless(table.columns);
  missing.forEach((field, index) => log.add('missing-column', { line: null, column: field, columnIndex: index }, map[field] ?? null, headless ? { kind, why: 'no-header' } : { kind }));
  if (table.rowCount === 0) log.add('empty', { line: null, column: null }, null);
  if (missing.length > 0 || table.rowCount === 0) return finish();

  const area = options.area ?? null;
  const crs: Crs | null = givenCrs ?? (table.crsName === null ? null : parseCrs(table.crsName));
  const positions = createPositionReader(table, headers, log, crs?.kind === 'wgs84' && !givenCrs ? null : crs, kind === 'communes' ? null : area);
  const context: RowContext = { table, headers, log, positions, area, lookup: options.lookup ?? null };
  const readRow = rowReaderOf(kind, context);
  const reader = new RowReader(context);
  const rows: unknown[] = [];
  yield 0;
  for (let row = 0; row < table.rowCount; row++) {
    reader.start(row);
    const read = readRow(reader);
    if (read) {
      rows.push(read);
      result.rowLines.push(reader.line);
    }
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield (row + 1) / table.rowCount;
  }
  result.rows = rows as RowOf[DatasetKind][];
  yield 1;
  return finish();
}

const constantColumn = (field: string) => `${field} (=)`;

/** The table with a column for each field whose value is the same in every row. */
function withConstants(table: Table, set: readonly [field: string, value: string][]): Table {
  if (set.length === 0) return table;
  const width = table.columns.length;
  return {
    ...table,
    columns: [...table.columns, ...set.map(([field]) => constantColumn(field))],
    line: (row) => table.line(row),
    cell: (row, column) => (column < width ? table.cell(row, column) : set[column - width]![1]),
  };
}

/** Whether what was taken for the header is a row of data: no name that is known, and most of it numbers. */
function looksHeadless(columns: readonly string[]): boolean {
  return countKnownHeaders(columns) === 0 && columns.filter((cell) => parseAngle(cell) !== null).length * 2 >= columns.length;
}

function rowReaderOf(kind: DatasetKind, { table, positions, area, headers }: RowContext): (reader: RowReader) => RowOf[DatasetKind] | null {
  switch (kind) {
    case 'sites':
      return createSiteReader();
    case 'fibre':
      return createFibreReader();
    case 'routes':
      return createRouteReader(table, positions, area);
    case 'localities':
      return createLocalityReader();
    case 'measurements':
      return createMeasurementReader(table, headers);
    case 'coverage':
      return createCoverageReader(table, positions, area);
    case 'communes':
      return createCommuneReader(table, positions);
    case 'indicators':
      return createIndicatorReader();
  }
}

/** What the first feature that has a geometry is; a table without geometries holds points. */
function shapeOf(table: Table): 'areas' | 'lines' | 'points' {
  for (let row = 0; table.geometry && row < table.rowCount; row++) {
    switch (table.geometry(row)?.type) {
      case 'Polygon':
      case 'MultiPolygon':
      case 'GeometryCollection':
        return 'areas';
      case 'LineString':
      case 'MultiLineString':
        return 'lines';
      case 'Point':
      case 'MultiPoint':
        return 'points';
    }
  }
  return 'points';
}

/** What a binary file was meant to be: `unwrap` leaves a container as it is where it cannot be opened. */
function containerOf(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0x50 && b === 0x4b) return 'archive';
  if (a === 0x1f && b === 0x8b) return 'archive';
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return 'old-office';
  if (a === 0 && b === 0 && c === 0x27 && d === 0x0a) return 'shapefile';
  return null;
}

function readTable(bytes: Uint8Array, map: Readonly<Record<string, string>>, headerLine: number | undefined, result: ReadResult<DatasetKind>, log: IssueLog): Table | null {
  const whole = { line: null, column: null };
  if (bytes.length === 0) {
    log.add('empty', whole, null);
    return null;
  }
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') {
    log.add('unreadable', whole, null, { why: decoded.kind === 'binary' ? (containerOf(bytes) ?? 'binary') : decoded.kind });
    return null;
  }
  const { text, encoding, damaged } = decoded;
  result.encoding = encoding;
  if (encoding === 'windows-1258' || encoding === 'TCVN3' || damaged) log.add('encoding', whole, encoding, damaged ? { damaged: 1 } : {});

  if (looksLikeJson(text)) {
    const json = parseGeoJson(text);
    const records = json.kind === 'not-geojson' ? parseJsonRows(text) : null;
    if (records) {
      result.format = 'json';
      return records;
    }
    if (json.kind === 'breaks-off' || json.kind === 'not-geojson') {
      log.add('unreadable', whole, null, { why: json.kind });
      return null;
    }
    result.format = json.format;
    if (json.kind === 'table') {
      if (json.encoding) {
        result.encoding = json.encoding;
        log.add('encoding', whole, json.encoding);
      }
      return json.table;
    }
    log.add('empty', whole, null);
    return null;
  }
  if (/^\s*</.test(text)) {
    log.add('unreadable', whole, null, { why: /<(?:\w+:)?(?:kml|gpx)\b/i.test(text.slice(0, 4096)) ? 'broken-kml' : 'markup' });
    return null;
  }
  const csv = parseCsv(text, map, headerLine);
  switch (csv.kind) {
    case 'table':
      result.format = 'csv';
      result.delimiter = csv.delimiter;
      result.headerLine = csv.headerLine;
      return csv.table;
    case 'no-such-header':
      result.format = 'csv';
      result.usageError = { option: 'header', value: String(headerLine) };
      return null;
    case 'empty':
      result.format = 'csv';
      log.add('empty', whole, null);
      return null;
    case 'breaks-off':
      log.add('unreadable', whole, null, { why: 'open-quote', startLine: csv.line });
      return null;
    case 'not-a-table':
      log.add('unreadable', whole, null, { why: csv.kind });
      return null;
  }
}
