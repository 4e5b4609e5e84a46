/** Reading what the user named: rows, and the issues told on the way. */
import type { CommuneIndex } from '../core/commune-index';
import type { CommuneLookup } from '../core/commune-lookup';
import { fold } from '../core/fold';
import type { DatasetKind, Issue } from '../core/model';
import { fieldsOf } from '../formats/headers';
import { readDataset, type RowOf } from '../formats/read';
import { unwrap } from '../formats/unwrap';
import { language } from '../strings/every-language';
import { describeIssue } from '../strings/issues';
import { type Io, UsageError } from './io';
import type { Options } from './options';

/** Issues told before the rest is only counted: a terminal is no list. */
const MOST_TOLD = 1000;

/** What `gaps` needs of a file's parts together. */
export interface Rows<K extends DatasetKind> {
  rows: RowOf[K][];
  rowLines: number[];
  /** No part of the file can be used. */
  wholeFileError: boolean;
}

export interface Reader {
  /** Reads all sheets, layers or files inside that hold the kind. */
  read<K extends DatasetKind>(path: string, kind: K, area: CommuneIndex | null, lookup: CommuneLookup | null): Promise<Rows<K>>;
  /** Whether any row or file had an error. */
  readonly hadErrors: boolean;
  readonly hadWholeFileError: boolean;
  readonly hadUnreadable: boolean;
}

/** Reads input files for `gaps`: every issue goes to stderr as a sentence, the good rows are returned. */
export function createReader(io: Io, options: Options, lang: string): Reader {
  const text = language(lang).cli;
  const state = { hadErrors: false, hadWholeFileError: false, hadUnreadable: false };
  return {
    get hadErrors() { return state.hadErrors; },
    get hadWholeFileError() { return state.hadWholeFileError; },
    get hadUnreadable() { return state.hadUnreadable; },
    async read<K extends DatasetKind>(path: string, kind: K, area: CommuneIndex | null, lookup: CommuneLookup | null) {
      const parts = await partsOf(io, path, lang, options.sheet[kind] ?? options.sheet['']);
      const results = parts.map(({ bytes, label }) => readDataset(bytes, label, { kind, area, lookup, crs: crsOf(options, kind), headerLine: headerLineOf(options, kind), map: mapFor(kind, options.map), set: mapFor(kind, options.set) }));
      // Of several sheets or layers those without the kind's columns are not meant.
      const meant = results.some((r) => !r.wholeFileError) ? results.filter((r) => !r.wholeFileError) : results;
      for (const result of meant) {
        if (result.usageError) throw new UsageError(text.badValue(`--${result.usageError.option}`, result.usageError.value, result.usageError.option === 'header' ? text.expected.header : text.expected.mapField));
        tell(io, result.issues, lang);
        if (result.issues.some((issue) => issue.severity === 'error')) {
          state.hadErrors = true;
          if (!result.wholeFileError) io.stderr(text.partlyRead(path, result.rows.length, result.rowCount - result.rows.length));
        }
        state.hadWholeFileError ||= result.wholeFileError;
        state.hadUnreadable ||= result.unreadable;
      }
      return { rows: meant.flatMap((r) => r.rows), rowLines: meant.flatMap((r) => r.rowLines), wholeFileError: meant.every((r) => r.wholeFileError) } satisfies Rows<K>;
    },
  };
}

export function headerLineOf({ header }: Options, kind: DatasetKind | undefined): number | undefined {
  return (kind && header[kind]) ?? header[''];
}

export function crsOf({ crs }: Options, kind: DatasetKind | undefined): string | undefined {
  return (kind && crs[kind]) ?? crs[''];
}

/**
 * The tables in a file, each with the name that issues give: `file.xlsx (sheet)`.
 * @param sheet only the sheet or layer of this name, in a file that has several
 */
export async function partsOf(io: Io, path: string, lang: string, sheet?: string): Promise<{ bytes: Uint8Array; label: string; from: string | null }[]> {
  const parts = await unwrap(bytesOf(io, path, lang), path);
  const layers = parts.flatMap(({ layer }) => layer ?? []);
  const chosen = sheet === undefined || layers.length === 0 ? parts : parts.filter(({ layer }) => layer !== null && fold(layer) === fold(sheet));
  if (chosen.length === 0) throw new UsageError(language(lang).cli.badValue('--sheet', sheet!, layers.join(', ')));
  return chosen.map(({ bytes, layer, from }) => ({ bytes, from, label: layer === null || parts.length === 1 ? path : `${path} (${layer})` }));
}

/** The file's bytes; a path that cannot be read is wrong usage. */
export function bytesOf(io: Io, path: string, lang: string): Uint8Array {
  try {
    return io.readFile(path);
  } catch (error) {
    throw new UsageError(language(lang).cli.cannotRead(path, fileTrouble(error, lang)));
  }
}

/** Why the file system refused, in the user's language where the reason is a usual one. */
export function fileTrouble(error: unknown, lang: string): string {
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  return language(lang).cli.reasons[code] ?? message;
}

/** The mappings that a kind knows: `field`, or `kind:field` for it alone, which wins. One that no input knows is found by `assertMapKnown`. */
export function mapFor(kind: DatasetKind, map: Readonly<Record<string, string>>): Record<string, string> {
  const known = new Set(fieldsOf(kind).map((field) => field.name));
  const ofAll = Object.entries(map).filter(([field]) => known.has(field));
  const own = Object.entries(map).flatMap(([field, value]) => (field.startsWith(`${kind}:`) && known.has(field.slice(kind.length + 1)) ? [[field.slice(kind.length + 1), value] as const] : []));
  return Object.fromEntries([...ofAll, ...own]);
}

/** A mapping for a field of none of the kinds in use is wrong usage. */
export function assertMapKnown(kinds: readonly DatasetKind[], map: Readonly<Record<string, string>>, lang: string): void {
  const text = language(lang).cli;
  for (const [field, header] of Object.entries(map)) {
    if (!kinds.some((kind) => Object.keys(mapFor(kind, { [field]: header })).length > 0)) throw new UsageError(text.badValue('--map', `${field}=${header}`, text.expected.mapField));
  }
}

function tell(io: Io, issues: readonly Issue[], lang: string): void {
  tellSome(io, issues.map((issue) => language(lang).cli.issueAt(issue.file, issue.line, issue.column, describeIssue(issue, language(lang).issues))), lang);
}

/** Sentences on stderr, the first of them one by one. */
export function tellSome(io: Io, sentences: readonly string[], lang: string): void {
  for (const sentence of sentences.slice(0, MOST_TOLD)) io.stderr(sentence);
  if (sentences.length > MOST_TOLD) io.stderr(language(lang).cli.moreIssues(sentences.length - MOST_TOLD));
}
