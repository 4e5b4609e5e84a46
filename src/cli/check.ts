/** `lomsong check`: every issue as a line of JSON, or what was read of each table in numbers; a summary for people on stderr. */
import { BUNDLED } from '../core/command-line';
import { createCommuneIndex } from '../core/commune-index';
import { createCommuneLookup } from '../core/commune-lookup';
import type { DatasetKind, Issue, ReadingRecord } from '../core/model';
import { type FileRead, readingRecord } from '../core/reading-record';
import { BUNDLED_KINDS, readBundledDataset, readGazetteer } from '../formats/bundled';
import { BUNDLED_FILES } from '../formats/bundled-files';
import { readDataset } from '../formats/read';
import { language } from '../strings/every-language';
import { describeIssue } from '../strings/issues';
import { assertMapKnown, crsOf, headerLineOf, mapFor, partsOf } from './inputs';
import { EXIT, type ExitStatus, type Io, UsageError } from './io';
import { KINDS, type Options } from './options';

export async function runCheck(options: Options, io: Io, lang: string): Promise<ExitStatus> {
  const text = language(lang).cli;
  if (options.files.length === 0) throw new UsageError(text.noFile);
  const given = { ...options.map, ...options.set };
  assertMapKnown(options.kind ? [options.kind] : KINDS, given, lang);
  const kindsMet = new Set<DatasetKind>();
  let worst: ExitStatus = EXIT.fine;
  const fail = (status: ExitStatus) => {
    if (status > worst) worst = status;
  };
  const records: ReadingRecord[] = [];
  const print = (issue: Issue) => {
    const { file, line, column, code, severity, value } = issue;
    if (!options.checkAsData) io.stdout(`${JSON.stringify({ file, line, column, code, severity, value, message: describeIssue(issue, language(lang).issues) })}\n`);
  };
  /** What one table was found to be. */
  const told = (read: FileRead, unreadable = false) => {
    const record = readingRecord(read);
    read.found.forEach(print);
    records.push(record);
    io.stderr(text.checked(read.file, record.used, record.rows, record.errors, record.warnings));
    if (record.errors > 0) fail(unreadable ? EXIT.wrongUsage : EXIT.dataErrors);
  };

  const home = readGazetteer(io.readBundled(BUNDLED_FILES.communes), io.readBundled(BUNDLED_FILES.oldUnits));
  let { index, lookup } = home;
  if (options.communes !== null && options.communes !== BUNDLED) {
    const [part] = await partsOf(io, options.communes, lang);
    const result = readDataset(part!.bytes, part!.label, { kind: 'communes', crs: crsOf(options, 'communes') });
    result.issues.forEach(print);
    if (result.issues.some((issue) => issue.severity === 'error')) fail(result.unreadable ? EXIT.wrongUsage : EXIT.dataErrors);
    if (!result.wholeFileError) {
      index = createCommuneIndex(result.rows);
      lookup = createCommuneLookup(result.rows);
    }
  }

  for (const file of options.files) {
    if (file === BUNDLED) {
      const kinds = BUNDLED_KINDS.filter((kind) => options.kind === undefined || kind === options.kind);
      if (kinds.length === 0) throw new UsageError(text.badValue('--kind', options.kind!, BUNDLED_KINDS.join(', ')));
      for (const kind of kinds) told(readBundledDataset(kind, io.readBundled(BUNDLED_FILES[kind]), home).read);
      continue;
    }
    let parts;
    try {
      parts = await partsOf(io, file, lang, (options.kind && options.sheet[options.kind]) ?? options.sheet['']);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      io.stderr(error.message);
      fail(EXIT.wrongUsage);
      continue;
    }
    for (const { bytes, label } of parts) {
      const read = (kind: DatasetKind | undefined, map: Record<string, string>, set: Record<string, string>) =>
        readDataset(bytes, label, { kind, crs: crsOf(options, kind), headerLine: headerLineOf(options, kind), map, set, area: index, lookup });
      let result = read(options.kind, options.map, options.set);
      const { kind, usageError } = result;
      // A field of another kind is meant for another of the files.
      if (usageError?.option === 'header') throw new UsageError(text.badValue('--header', usageError.value, text.expected.header));
      if (usageError) result = read(kind, mapFor(kind, options.map), mapFor(kind, options.set));
      kindsMet.add(kind);
      if (options.kind === undefined && !result.unreadable) io.stderr(text.kindGuessed(label, result.kind));
      told({ ...result, file: label, goodRows: result.rows.length, found: result.issues }, result.unreadable);
    }
  }
  if (kindsMet.size > 0) assertMapKnown([...kindsMet], given, lang);
  if (options.checkAsData) io.stdout(`${JSON.stringify(records, null, 1)}\n`);
  return worst;
}
