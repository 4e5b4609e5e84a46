/** Receipts of what was read of files, and of what differs between two versions. */
import { checkArguments, compareArguments, type FileNamed, readingKey } from './command-line';
import type { ComparedKind } from './compared-kinds';
import { DEFAULT_COMPARE_RULE } from './compare-rule';
import { CHANGE_KINDS, type ComparisonRecord } from './comparison-record';
import { type Citation, cite, type FigureName, type FigureReceipt, known } from './figure-receipt';
import type { DatasetKind, Provenance, ReadingRecord } from './model';

/** What is known of a reading; of files kept before it was noted, the rows used alone. */
export type KnownReading = Pick<ReadingRecord, 'file' | 'kind' | 'used'> & Partial<ReadingRecord>;

/** The check of one file. @param communes the reader's own, which its rows were told by; null for those bundled */
export function readingCitation(read: KnownReading, file: FileNamed, provenance: Provenance, communes: string | null): Citation<readonly KnownReading[]> {
  return { output: [read], argv: checkArguments(read.kind, file, communes), rule: { of: 'reading', read }, beyond: [], used: [{ kind: read.kind, provenance }], kinds: [] };
}

/** Rows of a file: all, used, left out and why, and what was found. */
export function readingFigures(reading: Citation<readonly KnownReading[]>): FigureReceipt[] {
  const [read] = reading.output;
  if (!read) return [];
  const at = { file: read.file };
  const from = [read.kind];
  const one = (figure: FigureName, key: keyof ReadingRecord) => cite(reading, { figure, unit: 'number', from }, { by: 'count' }, [at, key]);
  const errors = (read.issues ?? []).filter(({ severity }) => severity === 'error');
  return known([
    cite(reading, { figure: 'rowsUsed', unit: 'number', from }, { by: 'rows-used', all: read.rows ?? null, leftOut: read.leftOut ?? null }, [at, 'used']),
    one('rows', 'rows'),
    cite(reading, { figure: 'rowsLeftOut', unit: 'number', from }, { by: 'left-out', because: errors.map(({ code, rows }) => ({ code, rows })) }, [at, 'leftOut']),
    one('rowsWithIssues', 'rowsWithIssues'), one('issueErrors', 'errors'), one('issueWarnings', 'warnings'),
    ...(read.issues ?? []).flatMap(({ code, severity }) => ([['issuesOfCode', 'issues'], ['rowsOfCode', 'rows']] as const).map(([figure, key]) =>
      cite(reading, { figure, unit: 'number', from, of: code }, { by: 'count' }, [at, 'issues', { code, severity }, key]))),
  ]);
}

interface Versions {
  before: readonly { file: FileNamed; provenance: Provenance }[];
  after: { file: FileNamed; provenance: Provenance };
}

/** The comparison of two versions. */
export function comparisonCitation(output: ComparisonRecord, { before, after }: Versions, communes: string | null): Citation<ComparisonRecord> {
  const readings = new Set(before.map(({ file: { reading } }) => readingKey(reading)));
  return {
    output, argv: compareArguments(output.kind, before.map(({ file }) => file), after.file, communes), rule: { of: 'comparing', kind: output.kind, rule: DEFAULT_COMPARE_RULE },
    // The older files are read in one way.
    beyond: readings.size > 1 ? ['readings-differ'] : [],
    used: [...before, after].map(({ provenance }) => ({ kind: output.kind as DatasetKind, provenance })), kinds: [],
  };
}

const COUNTED = { added: 'rowsAdded', removed: 'rowsRemoved', moved: 'rowsMoved', changed: 'rowsChanged' } as const satisfies Record<string, FigureName>;

/** How many rows differ, in each way. */
export function comparisonFigures(versions: Citation<ComparisonRecord>): FigureReceipt[] {
  const from: [ComparedKind] = [versions.output.kind];
  return known([
    ...CHANGE_KINDS.map((kind) => cite(versions, { figure: COUNTED[kind], unit: 'number', from }, { by: 'compared', kind }, ['counts', kind])),
    cite(versions, { figure: 'rowsSame', unit: 'number', from }, { by: 'compared', kind: 'same' }, ['counts', 'same']),
  ]);
}

/** How far one row has moved, and the ground that it gained and lost. @param number of the change, from 1 */
export function changeFigures(versions: Citation<ComparisonRecord>, number: number): FigureReceipt[] {
  const from: [ComparedKind] = [versions.output.kind];
  const at = ['changes', { number }] as const;
  return known([
    cite(versions, { figure: 'movedMeters', unit: 'meters', from }, { by: 'moved' }, [...at, 'movedMeters']),
    cite(versions, { figure: 'gainedKm2', unit: 'km2', from }, { by: 'ground' }, [...at, 'gainedKm2']),
    cite(versions, { figure: 'lostKm2', unit: 'km2', from }, { by: 'ground' }, [...at, 'lostKm2']),
  ]);
}
