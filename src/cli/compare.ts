/** `lomsong compare`: what differs between two versions of a dataset, as a table of text, CSV or JSON. */
import { BUNDLED } from '../core/command-line';
import { type AnyComparison, compareDatasets } from '../core/compare';
import { type ComparedKind, isComparedKind } from '../core/compared-kinds';
import { CHANGE_KINDS, type ChangeRow, type ComparisonRecord, comparisonRecord } from '../core/comparison-record';
import { createCommuneIndex } from '../core/commune-index';
import { createCommuneLookup } from '../core/commune-lookup';
import type { DatasetKind } from '../core/model';
import { BUNDLED_KINDS, type BundledKind, type Gazetteer, readBundledDataset, readGazetteer } from '../formats/bundled';
import { BUNDLED_FILES } from '../formats/bundled-files';
import { comparisonToCsv } from '../formats/comparison-table';
import { readDataset, type RowOf } from '../formats/read';
import { language } from '../strings/every-language';
import { csvForm } from './csv-form';
import { writeOut } from './gaps';
import { assertMapKnown, createReader, crsOf, headerLineOf, mapFor, partsOf } from './inputs';
import { EXIT, type ExitStatus, type Io, UsageError } from './io';
import type { Options, Side } from './options';

export async function runCompare(options: Options, io: Io, lang: string): Promise<ExitStatus> {
  const text = language(lang).cli;
  const { files } = options;
  if (files.length < 2) throw new UsageError(text.twoVersions);
  const before = files.slice(0, -1);
  const after = files.at(-1)!;
  const sides = { before: ofSide(options, 'before'), after: ofSide(options, 'after') };
  const kind = options.kind ?? (await guessedKind(before, after, sides, io, lang));
  if (!isComparedKind(kind)) throw new UsageError(text.notComparable(kind));
  for (const side of Object.values(sides)) assertMapKnown([kind], { ...side.map, ...side.set }, lang);

  const home = readGazetteer(io.readBundled(BUNDLED_FILES.communes), io.readBundled(BUNDLED_FILES.oldUnits));
  const readers = { before: createReader(io, sides.before, lang), after: createReader(io, sides.after, lang) };
  const place = await placeOf(options, readers.after, home);
  const read = async (file: string, side: Side): Promise<readonly RowOf[ComparedKind][]> => {
    if (file !== BUNDLED) return place ? (await readers[side].read(file, kind, place.index, place.lookup)).rows : [];
    if (!isBundledKind(kind)) throw new UsageError(text.badValue('--kind', kind, BUNDLED_KINDS.filter(isComparedKind).join(', ')));
    return readBundledDataset(kind, io.readBundled(BUNDLED_FILES[kind]), home).rows as RowOf[ComparedKind][];
  };
  const older: RowOf[ComparedKind][] = [];
  for (const file of before) for (const row of await read(file, 'before')) older.push(row);
  const newer = await read(after, 'after');
  const met = Object.values(readers);
  if (!place || met.some((reader) => reader.hadUnreadable || reader.hadWholeFileError)) {
    io.stderr(text.noResult);
    return met.some((reader) => reader.hadUnreadable) ? EXIT.wrongUsage : EXIT.dataErrors;
  }
  const comparison = { kind, ...compareDatasets(kind, older as never, newer as never) } as AnyComparison;
  const output = formatted(comparisonRecord(comparison, before, after), options, lang);
  if (options.out === null) io.stdout(output);
  else writeOut(io, options.out, output, lang);
  return met.some((reader) => reader.hadErrors) ? EXIT.dataErrors : EXIT.fine;
}

/** The options that one side's files are read with: its own win over those of both. */
function ofSide(options: Options, side: Side): Options {
  const fields = (values: Readonly<Record<string, string>>) => {
    const both = Object.entries(values).filter(([field]) => !/^(?:before|after):/.test(field));
    const own = Object.entries(values).filter(([field]) => field.startsWith(`${side}:`)).map(([field, value]) => [field.slice(side.length + 1), value]);
    return Object.fromEntries([...both, ...own]) as Record<string, string>;
  };
  const one = <T>(values: Readonly<Record<string, T>>): Record<string, T> => (values[side] === undefined ? { ...values } : { '': values[side] });
  return { ...options, map: fields(options.map), set: fields(options.set), crs: one(options.crs), header: one(options.header), sheet: one(options.sheet) };
}

/** The kind that the files look like; wrong usage where they do not look like one, or there is none to look at. */
async function guessedKind(before: readonly string[], after: string, sides: Record<Side, Options>, io: Io, lang: string): Promise<DatasetKind> {
  const text = language(lang).cli;
  const found = new Map<DatasetKind, string>();
  for (const [file, side] of [...before.map((name) => [name, 'before'] as const), [after, 'after'] as const]) {
    if (file === BUNDLED) continue;
    const options = sides[side];
    const parts = await partsOf(io, file, lang, options.sheet['']);
    const results = parts.map(({ bytes, label }) => {
      const read = (map: Record<string, string>) => readDataset(bytes, label, { map, crs: crsOf(options, undefined), headerLine: headerLineOf(options, undefined) });
      const first = read(options.map);
      return first.usageError?.option === 'map' ? read(mapFor(first.kind, options.map)) : first;
    });
    const meant = results.find((result) => !result.wholeFileError) ?? results[0]!;
    // What cannot be read is told of by the one who reads it.
    if (!meant.unreadable && !found.has(meant.kind)) found.set(meant.kind, file);
  }
  const [one, other] = [...found];
  if (one && other) throw new UsageError(text.kindsDiffer(one[1], one[0], other[1], other[0]));
  if (!one) throw new UsageError(text.kindWanted);
  io.stderr(text.kindGuessed(one[1], one[0]));
  return one[0];
}

/** Where rows lie; null where the communes cannot be read. */
async function placeOf({ communes }: Options, reader: ReturnType<typeof createReader>, home: Gazetteer): Promise<Pick<Gazetteer, 'index' | 'lookup'> | null> {
  if (communes === null || communes === BUNDLED) return home;
  const { rows, wholeFileError } = await reader.read(communes, 'communes', null, null);
  return wholeFileError ? null : { index: createCommuneIndex(rows), lookup: createCommuneLookup(rows) };
}

function isBundledKind(kind: DatasetKind): kind is BundledKind {
  return (BUNDLED_KINDS as readonly DatasetKind[]).includes(kind);
}

function formatted(record: ComparisonRecord, options: Options, lang: string): string {
  switch (options.comparisonFormat) {
    case 'json':
      return `${JSON.stringify(record, null, 1)}\n`;
    case 'csv':
      return comparisonToCsv(record.changes, csvForm(options.lang));
    case 'text':
      return asText(record, lang);
  }
}

/** Counts, then a line a difference in columns: what it is, the row, what has become of it. */
function asText({ kind, before, after, counts, changes }: ComparisonRecord, lang: string): string {
  const { cli: text, page, format } = language(lang);
  const counted = CHANGE_KINDS.map((change) => `${format.number(counts[change])} ${page.compare.kinds[change]}`).join(', ');
  const cells = changes.map((row) => [row.kinds.map((change) => page.compare.kinds[change]).join(', '), row.id, row.name, detailOf(row, lang)]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...cells.map((line) => [...line[column]!].length)));
  const lines = cells.map((line) => line.map((cell, column) => cell.padEnd(cell.length + (widths[column] ?? 0) - [...cell].length)).join('  ').trimEnd());
  return [text.compared(before.join(', '), after, kind), `${counted}; ${page.compare.same(format.number(counts.same))}`, ...(lines.length > 0 ? ['', ...lines] : []), ''].join('\n');
}

function detailOf({ movedMeters, fields, gainedKm2, lostKm2 }: ChangeRow, lang: string): string {
  const { format } = language(lang);
  return [
    ...(movedMeters === null ? [] : [format.meters(movedMeters)]),
    ...fields.filter(({ field }) => field !== 'geometry').map(({ field, before, after }) => `${field}: ${before || '∅'} → ${after || '∅'}`),
    ...(gainedKm2 === null || lostKm2 === null ? [] : [`+${format.km2(gainedKm2)}, −${format.km2(lostKm2)}`]),
  ].join('; ');
}
