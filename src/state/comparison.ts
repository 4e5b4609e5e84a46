/** Two versions of a dataset held against each other, and what the map shows of it. */
import { computed, signal } from '@preact/signals';
import type { AnyComparison } from '../core/compare';
import type { ChangeKind } from '../core/comparison-record';
import type { FailureReason } from '../core/failure';
import type { Provenance } from '../core/model';
import type { ChangeOnMap } from '../style/scene';

interface ShownComparison {
  /** Where both come from; the older version may be several datasets. */
  before: readonly Provenance[];
  after: Provenance;
  comparison: AnyComparison;
}

/** null: nothing is compared. */
export const comparison = signal<ShownComparison | null>(null);
/** Why it could not be; null where it could. */
export const comparisonFailure = signal<FailureReason | null>(null);

export function closeComparison(): void {
  comparison.value = null;
  comparisonFailure.value = null;
}

type Row = AnyComparison['added'][number];

/** Every difference on the map: places, ways of what moved, ground gained and lost. */
export const changesOnMap = computed((): readonly ChangeOnMap[] => {
  const shown = comparison.value?.comparison;
  if (!shown) return [];
  const changes: ChangeOnMap[] = [];
  const put = (kind: ChangeKind, row: Row) => {
    if ('geometry' in row) return;
    if ('lines' in row) changes.push({ kind, geometry: { type: 'MultiLineString', coordinates: row.lines } });
    else if (row.position) changes.push({ kind, geometry: { type: 'Point', coordinates: row.position } });
  };
  for (const row of shown.added) put('added', row);
  for (const row of shown.removed) put('removed', row);
  for (const { after } of shown.changed) put('changed', after);
  for (const { before, after } of shown.moved) {
    put('moved', after);
    if ('position' in before && 'position' in after && before.position && after.position) {
      changes.push({ kind: 'moved', geometry: { type: 'LineString', coordinates: [before.position, after.position] } });
    }
  }
  for (const { gained, lost } of shown.areas) {
    if (gained.length > 0) changes.push({ kind: 'gained', geometry: { type: 'MultiPolygon', coordinates: gained } });
    if (lost.length > 0) changes.push({ kind: 'lost', geometry: { type: 'MultiPolygon', coordinates: lost } });
  }
  return changes;
});
