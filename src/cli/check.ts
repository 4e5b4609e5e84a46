/** `lomsong check`: every issue as a line of JSON, a summary for people on stderr. */
import { createCommuneIndex } from '../core/commune-index';
import { createCommuneLookup } from '../core/commune-lookup';
import type { Issue } from '../core/model';
import { readGazetteer } from '../formats/bundled';
import { BUNDLED_FILES } from '../formats/bundled-files';
import { readDataset } from '../formats/read';
import { CLI_TEXT } from '../strings/cli';
import { describeIssue } from '../strings/issues';
import { BUNDLED } from './gaps';
import { bytesOf } from './inputs';
import { EXIT, type ExitStatus, type Io, UsageError } from './io';
import type { Lang, Options } from './options';

export function runCheck(options: Options, io: Io, lang: Lang): ExitStatus {
  const text = CLI_TEXT[lang];
  if (options.files.length === 0) throw new UsageError(text.noFile);
  let worst: ExitStatus = EXIT.fine;
  const fail = (status: ExitStatus) => {
    if (status > worst) worst = status;
  };
  const print = (issue: Issue) => {
    const { file, line, column, code, severity, value } = issue;
    io.stdout(`${JSON.stringify({ file, line, column, code, severity, value, message: describeIssue(issue, lang) })}\n`);
  };

  const home = readGazetteer(io.readBundled(BUNDLED_FILES.communes), io.readBundled(BUNDLED_FILES.oldUnits));
  let { index, lookup } = home;
  if (options.communes !== null && options.communes !== BUNDLED) {
    const result = readDataset(bytesOf(io, options.communes, lang), options.communes, { kind: 'communes', crs: options.crs });
    result.issues.forEach(print);
    if (result.issues.some((issue) => issue.severity === 'error')) fail(result.unreadable ? EXIT.wrongUsage : EXIT.dataErrors);
    if (!result.wholeFileError) {
      index = createCommuneIndex(result.rows);
      lookup = createCommuneLookup(result.rows);
    }
  }

  for (const file of options.files) {
    let bytes: Uint8Array;
    try {
      bytes = bytesOf(io, file, lang);
    } catch (error) {
      io.stderr((error as Error).message);
      fail(EXIT.wrongUsage);
      continue;
    }
    const result = readDataset(bytes, file, { kind: options.kind, crs: options.crs, map: options.map, area: index, lookup });
    if (result.usageError) throw new UsageError(text.badValue(`--${result.usageError.option}`, result.usageError.value, text.expected.mapField));
    result.issues.forEach(print);
    const errors = result.issues.filter((issue) => issue.severity === 'error').length;
    if (result.kindGuessed && !result.unreadable) io.stderr(text.kindGuessed(file, result.kind));
    io.stderr(text.checked(file, result.rows.length, result.rowCount, errors, result.issues.length - errors));
    if (errors > 0) fail(result.unreadable ? EXIT.wrongUsage : EXIT.dataErrors);
  }
  return worst;
}
