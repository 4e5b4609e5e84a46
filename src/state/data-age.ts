/** The date of the data that figures come from, and whether it is old by now. */
import { computed } from '@preact/signals';
import { ageInMonths, isOld } from '../core/data-age';
import type { DatasetKind } from '../core/model';
import type { CoverageChoice, DatasetInfo } from '../worker/protocol';
import { known } from './known';
import { today } from './today';
import { view } from './view';

/** What the reader's choice of coverage is made from. */
export const KIND_OF_CHOICE: Record<CoverageChoice, DatasetKind> = { stations: 'sites', claimed: 'coverage', measured: 'measurements' };

/** What the reader or the source said of the whole, else the oldest that its rows say. */
function dateOf({ provenance, rows }: Pick<DatasetInfo, 'provenance'> & Partial<DatasetInfo>): string | null {
  return provenance.date ?? (rows ?? []).flatMap((row) => (row as { asOf?: string | null }).asOf ?? []).sort()[0] ?? null;
}

/**
 * ISO date, month or year of what coverage is computed from: the oldest of its datasets that have one. null where
 * none of them says, or nothing is loaded yet.
 */
export const dataDate = computed(() => {
  const data = known.value;
  if (!data) return null;
  const ofKind = (kind: DatasetKind) => data.datasets.filter((d) => d.kind === kind);
  const used = [KIND_OF_CHOICE[view.value.coverage], 'sites', 'coverage'].map((kind) => ofKind(kind as DatasetKind)).find((found) => found.length > 0) ?? [];
  return used.flatMap((dataset) => dateOf(dataset) ?? []).sort()[0] ?? null;
});

/** Whole months of age, where the data is older than the limit; else null. */
export const oldMonths = computed(() => {
  const date = dataDate.value;
  return date && isOld(date, today()) ? ageInMonths(date, today()) : null;
});
