/** Saving what is on the page as files, without any server. */
import type { GapRow } from '../core/model';
import { gapRowsToCsv } from '../formats/gap-rows-csv';
import { writeCsv } from '../formats/write-csv';
import { lang } from '../state/language';
import { describeIssue } from '../strings/issues';
import type { ImportPreview } from '../worker/protocol';

/** The rows as a CSV file in the form of the page's language, marked as UTF-8 for spreadsheets. */
export function downloadGaps(rows: readonly GapRow[]): void {
  const { text } = lang.value;
  save(`${text.table.exportName}.csv`, new Blob([text.code === 'vi' ? '' : '\uFEFF', gapRowsToCsv(rows, text.code)], { type: 'text/csv;charset=utf-8' }));
}

/** Every issue with its original row, to mend the file by. */
export function downloadIssues({ issues, issueRows, columns, file }: ImportPreview): void {
  const { text } = lang.value;
  const header = [text.data.line, text.data.code, text.data.column, text.data.value, text.data.message, ...columns];
  const rows = issues.map((issue) => [issue.line, issue.code, issue.column, issue.value, describeIssue(issue, text.code), ...(issue.line === null ? [] : (issueRows.get(issue.line) ?? []))]);
  save(`${file}-${text.data.exportIssuesName}.csv`, new Blob([writeCsv(header, rows, { delimiter: text.code === 'vi' ? ';' : ',', bom: true })], { type: 'text/csv;charset=utf-8' }));
}

function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
