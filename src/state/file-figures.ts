/** Receipts of rows read of files and of what differs between two versions, as the page has them. */
import { computed } from '@preact/signals';
import { BUNDLED, type FileNamed } from '../core/command-line';
import { comparisonRecord, type ComparisonRecord } from '../core/comparison-record';
import type { Citation, FigureReceipt } from '../core/figure-receipt';
import { changeFigures, comparisonCitation, comparisonFigures, type KnownReading, readingCitation, readingFigures } from '../core/file-receipt';
import type { Provenance } from '../core/model';
import type { DatasetInfo } from '../worker/protocol';
import { comparison } from './comparison';
import { pendingImports, provenanceOfImport } from './imports';
import { project } from './project';

/** As the command is told of it. */
function named({ file, nature, reading }: Provenance): FileNamed {
  return nature === 'imported' ? { name: reading?.path ?? file, reading: reading ?? null } : { name: BUNDLED, reading: null };
}

/** The reader's own communes, which rows are told by; null where they are the bundled ones. */
function ownCommunes(): string | null {
  const own = project.value!.datasets.find((d) => d.kind === 'communes' && d.provenance.nature === 'imported');
  return own ? named(own.provenance).name : null;
}

/** Of what is bundled every row is used; of files kept before it was noted only that many are known. */
function readOf({ kind, provenance, rowCount }: DatasetInfo): KnownReading | null {
  if (provenance.read) return provenance.read;
  if (rowCount === null) return null;
  const used = { file: provenance.file, kind, used: rowCount };
  return provenance.nature === 'imported' ? used : { ...used, rows: rowCount, leftOut: 0, errors: 0, warnings: 0, rowsWithIssues: 0, issues: [] };
}

export function rowsFigures(dataset: string): FigureReceipt[] {
  const info = project.value!.datasets.find((d) => d.id === dataset);
  const read = info && readOf(info);
  return read ? readingFigures(readingCitation(read, named(info.provenance), info.provenance, ownCommunes())) : [];
}

/** Of a file on its way in. */
export function importFigures(key: number): FigureReceipt[] {
  const pending = pendingImports.value.find((p) => p.key === key);
  if (!pending?.preview || pending.preview.headerMissing) return [];
  const provenance = provenanceOfImport(pending, null);
  return readingFigures(readingCitation(provenance.read!, named(provenance), provenance, ownCommunes()));
}

const shownCitation = computed((): Citation<ComparisonRecord> | null => {
  const shown = comparison.value;
  if (!shown) return null;
  const side = (provenance: Provenance) => ({ file: named(provenance), provenance });
  const before = shown.before.map(side);
  const after = side(shown.after);
  return comparisonCitation(comparisonRecord(shown.comparison, before.map(({ file }) => file.name), after.file.name), { before, after }, ownCommunes());
});

export function shownComparisonFigures(): FigureReceipt[] {
  const citation = shownCitation.value;
  return citation ? comparisonFigures(citation) : [];
}

export function shownChangeFigures(number: number): FigureReceipt[] {
  const citation = shownCitation.value;
  return citation ? changeFigures(citation, number) : [];
}
