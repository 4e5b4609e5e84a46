/** What was read of a file, in numbers: what `lomsong check --format json` gives of each table. */
import type { Issue, ReadingRecord } from './model';

/** What both the reader's own result and its preview on the page say. */
export interface FileRead extends Pick<ReadingRecord, 'file' | 'kind' | 'format' | 'encoding' | 'headerLine' | 'mapping'> {
  rowCount: number;
  goodRows: number;
  found: readonly Issue[];
}

export function readingRecord({ file, kind, format, encoding, headerLine, mapping, rowCount, goodRows, found }: FileRead): ReadingRecord {
  const errors = found.filter((issue) => issue.severity === 'error').length;
  const kinds = [...new Map(found.map(({ code, severity }) => [`${code} ${severity}`, { code, severity }])).values()];
  return {
    file, kind, format, encoding, headerLine, mapping,
    rows: rowCount, used: goodRows, leftOut: rowCount - goodRows,
    errors, warnings: found.length - errors, rowsWithIssues: rowsOf(found),
    issues: kinds.map(({ code, severity }) => {
      const own = found.filter((issue) => issue.code === code && issue.severity === severity);
      return { code, severity, issues: own.length, rows: rowsOf(own) };
    }),
  };
}

function rowsOf(issues: readonly Issue[]): number {
  return new Set(issues.flatMap(({ line }) => line ?? [])).size;
}
