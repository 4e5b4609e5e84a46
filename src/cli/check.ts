/** `lomsong check`: every issue as a line of JSON, a summary for people on stderr. */
import { createCommuneIndex } from '../core/commune-index';
import { createCommuneLookup } from '../core/commune-lookup';
import type { DatasetKind, Issue } from '../core/model';
import { readGazetteer } from '../formats/bundled';
import { BUNDLED_FILES } from '../formats/bundled-files';
import { readDataset } from '../formats/read';
import { language } from '../strings/every-language';
import { describeIssue } from '../strings/issues';
import { BUNDLED } from './gaps';
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
  const print = (issue: Issue) => {
    const { file, line, column, code, severity, value } = issue;
    io.stdout(`${JSON.stringify({ file, line, column, code, severity, value, message: describeIssue(issue, language(lang).issues) })}\n`);
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
      result.issues.forEach(print);
      const errors = result.issues.filter((issue) => issue.severity === 'error').length;
      if (options.kind === undefined && !result.unreadable) io.stderr(text.kindGuessed(label, result.kind));
      io.stderr(text.checked(label, result.rows.length, result.rowCount, errors, result.issues.length - errors));
      if (errors > 0) fail(result.unreadable ? EXIT.wrongUsage : EXIT.dataErrors);
    }
  }
  if (kindsMet.size > 0) assertMapKnown([...kindsMet], given, lang);
  return worst;
}
