/** Two versions of a dataset held against each other: what the table and the map show of it. */
import { computed, signal } from '@preact/signals';
import type { AnyComparison } from '../core/compare';
import { isComparedKind } from '../core/compared-kinds';
import type { LngLat } from '../core/model';
import type { ChangeOnMap } from '../style/scene';
import type { ComparedSide, DatasetInfo } from '../worker/protocol';
import type { PendingImport } from './imports';
import { loadBundledCoverage } from './bundled-coverage';
import { core, project } from './project';
import { updateView, view } from './view';

interface ShownComparison {
  /** Names of the files. */
  before: string;
  after: string;
  comparison: AnyComparison;
}

export type ChangeKind = 'added' | 'removed' | 'moved' | 'changed';

/** One line of the table. */
export interface ChangeRow {
  kinds: ChangeKind[];
  /** Identity and name, as the file has them. */
  id: string;
  name: string;
  movedMeters: number | null;
  fields: { field: string; before: string; after: string }[];
  gainedKm2: number | null;
  lostKm2: number | null;
  place: LngLat | null;
}

/** null: nothing is compared. */
export const comparison = signal<ShownComparison | null>(null);
/** Why it could not be; null where it could. */
export const comparisonFailure = signal<string | null>(null);
export const comparing = signal(false);

/** The datasets that a file of a kind can be held against: those of the kind that are in use. */
export function comparableTo(kind: DatasetInfo['kind']): DatasetInfo[] {
  return isComparedKind(kind) ? (project.value?.datasets ?? []).filter((d) => d.kind === kind) : [];
}

/** Holds a file on its way in against what is in use of its kind. */
export async function compareImport({ file, preview }: PendingImport): Promise<void> {
  if (!preview) return;
  const loaded = comparableTo(preview.kind);
  await compare(loaded, { token: preview.token }, file);
}

/** Holds two loaded datasets against each other. */
export async function compareLoaded(before: DatasetInfo, after: DatasetInfo): Promise<void> {
  await compare([before], { datasets: [after.id] }, after.provenance.file);
}

async function compare(before: readonly DatasetInfo[], after: ComparedSide, name: string): Promise<void> {
  if (before.length === 0) return;
  comparing.value = true;
  comparisonFailure.value = null;
  try {
    if (before.some((d) => d.rowCount === null)) await loadBundledCoverage();
    const found = await core().compare(before.map((d) => d.id), after);
    comparison.value = { before: before.map((d) => d.provenance.file).join(', '), after: name, comparison: found };
    const { layers } = view.peek();
    if (!layers.includes('changes')) updateView({ layers: [...layers, 'changes'] });
  } catch (error) {
    comparisonFailure.value = error instanceof Error ? error.message : String(error);
  } finally {
    comparing.value = false;
  }
}

export function closeComparison(): void {
  comparison.value = null;
  comparisonFailure.value = null;
}

type Row = AnyComparison['added'][number];

function identityOf(row: Row): { id: string; name: string } {
  if ('siteId' in row) return { id: [row.siteId, row.technology, row.operator, row.bandMhz, row.azimuthDeg].filter((part) => part !== null).join(' · '), name: row.name };
  if ('fibreId' in row) return { id: row.fibreId, name: row.name };
  if ('routeId' in row) return { id: row.routeId, name: '' };
  if ('localityId' in row) return { id: row.localityId, name: row.name };
  return { id: [row.technology, row.operator].join(' · '), name: '' };
}

function placeOf(row: Row): LngLat | null {
  if ('position' in row) return row.position;
  if ('lines' in row) return row.lines[0]![Math.floor(row.lines[0]!.length / 2)]!;
  return row.geometry[0]?.[0]?.[0] ?? null;
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'object' ? '…' : String(value));

/** Every difference as a line: added, removed, then what moved or changed. */
export const changeRows = computed((): ChangeRow[] => {
  const shown = comparison.value?.comparison;
  if (!shown) return [];
  const areas = new Map(shown.areas.map((a) => [`${a.technology} · ${a.operator}`, a]));
  const line = (kinds: ChangeKind[], row: Row, more: Partial<ChangeRow> = {}): ChangeRow => {
    const identity = identityOf(row);
    const area = areas.get(identity.id);
    return {
      kinds, ...identity, movedMeters: null, fields: [], gainedKm2: area?.gainedKm2 ?? null, lostKm2: area?.lostKm2 ?? null, place: placeOf(row), ...more,
    };
  };
  const pairs = new Map<Row, { row: Row; kinds: ChangeKind[]; more: Partial<ChangeRow> }>();
  const pairOf = (before: Row, after: Row) => {
    let pair = pairs.get(before);
    if (!pair) pairs.set(before, (pair = { row: after, kinds: [], more: {} }));
    return pair;
  };
  for (const { before, after, meters } of shown.moved) {
    const pair = pairOf(before, after);
    pair.kinds.push('moved');
    pair.more.movedMeters = meters;
  }
  for (const { before, after, fields } of shown.changed) {
    const pair = pairOf(before, after);
    pair.kinds.push('changed');
    const valueOf = (row: Row, field: string) => textOf((row as unknown as Record<string, unknown>)[field]);
    pair.more.fields = fields.map((field) => ({ field, before: valueOf(before, field), after: valueOf(after, field) }));
  }
  return [
    ...shown.added.map((row) => line(['added'], row)),
    ...shown.removed.map((row) => line(['removed'], row)),
    ...[...pairs.values()].map(({ row, kinds, more }) => line(kinds, row, more)),
  ];
});

/** The same on the map: places, ways of what moved, ground gained and lost. */
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
