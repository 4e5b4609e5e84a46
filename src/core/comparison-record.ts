/** What differs between two versions of a dataset as lines and counts: what `lomsong compare --format json` gives, and what the page shows. Nothing is rounded. */
import type { AnyComparison } from './compare';
import { type CompareRule, DEFAULT_COMPARE_RULE } from './compare-rule';
import type { ComparedKind } from './compared-kinds';
import type { LngLat } from './model';

/** In the order in which they are told. */
export const CHANGE_KINDS = ['added', 'removed', 'moved', 'changed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One difference; a row that moved and changed is one of both kinds. */
export interface ChangeRow {
  kinds: ChangeKind[];
  /** Identity and name, as the newer version has them. */
  id: string;
  name: string;
  movedMeters: number | null;
  /** Values as text; of what has no short text, an ellipsis. */
  fields: { field: string; before: string; after: string }[];
  /** Ground of coverage; null for other kinds. */
  gainedKm2: number | null;
  lostKm2: number | null;
  place: LngLat | null;
}

export interface ComparisonRecord {
  kind: ComparedKind;
  /** Names of the files; several of the older version are taken together. */
  before: readonly string[];
  after: string;
  rule: CompareRule;
  /** How many rows differ in each way, and how many in none. */
  counts: Record<ChangeKind | 'same', number>;
  /** By `number`, from 1: added, removed, then what moved or changed. */
  changes: ({ number: number } & ChangeRow)[];
}

export function comparisonRecord(comparison: AnyComparison, before: readonly string[], after: string): ComparisonRecord {
  const { kind, added, removed, moved, changed, same } = comparison;
  return {
    kind, before, after, rule: DEFAULT_COMPARE_RULE,
    counts: { added: added.length, removed: removed.length, moved: moved.length, changed: changed.length, same },
    changes: changeRows(comparison).map((row, i) => ({ number: i + 1, ...row })),
  };
}

type Row = AnyComparison['added'][number];

/** Every difference as a line: added, removed, then what moved or changed. */
export function changeRows(comparison: AnyComparison): ChangeRow[] {
  const areas = new Map(comparison.areas.map((area) => [areaKey(area), area]));
  const line = (kinds: ChangeKind[], row: Row, more: Partial<ChangeRow> = {}): ChangeRow => {
    const area = 'geometry' in row ? areas.get(areaKey(row)) : undefined;
    return { kinds, ...identityOf(row), movedMeters: null, fields: [], gainedKm2: area?.gainedKm2 ?? null, lostKm2: area?.lostKm2 ?? null, place: placeOf(row), ...more };
  };
  const pairs = new Map<Row, { row: Row; kinds: ChangeKind[]; more: Partial<ChangeRow> }>();
  const pairOf = (before: Row, after: Row) => {
    let pair = pairs.get(before);
    if (!pair) pairs.set(before, (pair = { row: after, kinds: [], more: {} }));
    return pair;
  };
  for (const { before, after, meters } of comparison.moved) {
    const pair = pairOf(before, after);
    pair.kinds.push('moved');
    pair.more.movedMeters = meters;
  }
  for (const { before, after, fields } of comparison.changed) {
    const pair = pairOf(before, after);
    pair.kinds.push('changed');
    const valueOf = (row: Row, field: string) => textOf((row as unknown as Record<string, unknown>)[field]);
    pair.more.fields = fields.map((field) => ({ field, before: valueOf(before, field), after: valueOf(after, field) }));
  }
  return [
    ...comparison.added.map((row) => line(['added'], row)),
    ...comparison.removed.map((row) => line(['removed'], row)),
    ...[...pairs.values()].map(({ row, kinds, more }) => line(kinds, row, more)),
  ];
}

function areaKey({ technology, operator, kind }: AnyComparison['areas'][number] | Extract<Row, { geometry: unknown }>): string {
  return JSON.stringify([technology, operator, kind]);
}

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

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : typeof value === 'object' ? '…' : String(value);
}
