/** Holding two versions of a dataset against each other; apart from what the map shows of it, which comes with the first view. */
import { computed, signal } from '@preact/signals';
import { isComparedKind } from '../core/compared-kinds';
import { changeRows } from '../core/comparison-record';
import { reasonOf } from '../core/failure';
import type { Provenance } from '../core/model';
import type { ComparedSide, DatasetInfo } from '../worker/protocol';
import { loadBundledCoverage } from './bundled-coverage';
import { comparison, comparisonFailure } from './comparison';
import { type PendingImport, provenanceOfImport } from './imports';
import { core, project } from './project';
import { updateView, view } from './view';

export const comparing = signal(false);

/** Every difference as a line. */
export const shownChanges = computed(() => (comparison.value ? changeRows(comparison.value.comparison) : []));

/** The datasets that a file of a kind can be held against: those of the kind that are in use. */
export function comparableTo(kind: DatasetInfo['kind']): DatasetInfo[] {
  return isComparedKind(kind) ? (project.value?.datasets ?? []).filter((d) => d.kind === kind) : [];
}

/** Holds a file on its way in against what is in use of its kind. */
export async function compareImport(pending: PendingImport): Promise<void> {
  const { preview } = pending;
  if (!preview) return;
  await compare(comparableTo(preview.kind), { token: preview.token }, provenanceOfImport(pending, null));
}

/** Holds two loaded datasets against each other. */
export async function compareLoaded(before: DatasetInfo, after: DatasetInfo): Promise<void> {
  await compare([before], { datasets: [after.id] }, after.provenance);
}

async function compare(before: readonly DatasetInfo[], side: ComparedSide, after: Provenance): Promise<void> {
  if (before.length === 0) return;
  comparing.value = true;
  comparisonFailure.value = null;
  try {
    if (before.some((d) => d.rowCount === null)) await loadBundledCoverage();
    const found = await core().compare(before.map((d) => d.id), side);
    comparison.value = { before: before.map((d) => d.provenance), after, comparison: found };
    const { layers } = view.peek();
    if (!layers.includes('changes')) updateView({ layers: [...layers, 'changes'] });
  } catch (error) {
    comparisonFailure.value = reasonOf(error);
  } finally {
    comparing.value = false;
  }
}
