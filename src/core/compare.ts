/** What differs between two versions of a dataset: rows added, removed, moved and changed; for coverage also the ground gained and lost. */
import { boxesMeet, boxOfBoxes, boxOfGeometry } from './box';
import { areaKm2, distanceMeters } from './geodesic';
import type { Cell, CoverageArea, FibreEndpoint, LngLat, Locality, MultiPolygonRings, PolygonRings } from './model';
import { boundaryRings, connectedPieces, difference } from './overlay';
import { compareText } from './text-order';

/** The kinds whose rows have an identity from one version to the next, and their rows. */
export interface ComparedRows {
  sites: Cell;
  fibre: FibreEndpoint;
  localities: Locality;
  coverage: CoverageArea;
}

export type ComparedKind = keyof ComparedRows;

/** What is taken for a difference. */
export interface CompareRule {
  /** A row has moved where it lies further than this from where it was. */
  movedMeters: number;
  /** Coverage has changed where gained and lost ground together are more than this: files rounded otherwise differ by slivers. */
  changedKm2: number;
  /** Fields that make no row a changed one. */
  ignoredFields: readonly string[];
}

/** A new version says its new date in every row, which would make every row a changed one. */
export const DEFAULT_COMPARE_RULE: CompareRule = { movedMeters: 1, changedKm2: 0.01, ignoredFields: ['asOf'] };

/** Ground that a technology of an operator has gained and lost. */
export interface AreaChange {
  technology: CoverageArea['technology'];
  operator: string;
  kind: CoverageArea['kind'];
  gainedKm2: number;
  lostKm2: number;
  gained: MultiPolygonRings;
  lost: MultiPolygonRings;
}

/** Lists are in the order of the identities, whatever the order of the rows given. */
export interface Comparison<Row> {
  added: Row[];
  removed: Row[];
  /** Rows here may be among `changed` too. */
  moved: { before: Row; after: Row; meters: number }[];
  /** `fields` in alphabetical order, without the position where both have one. */
  changed: { before: Row; after: Row; fields: string[] }[];
  /** Rows found in both, neither moved nor changed. */
  same: number;
  /** Of coverage: each identity that was added, removed or changed. Empty for other kinds. */
  areas: AreaChange[];
}

type PointRow = ComparedRows[Exclude<ComparedKind, 'coverage'>];

const IDENTITY: { [K in ComparedKind]: readonly (keyof ComparedRows[K])[] } = {
  sites: ['siteId', 'technology', 'operator', 'bandMhz', 'azimuthDeg'],
  fibre: ['fibreId'],
  localities: ['localityId'],
  coverage: ['technology', 'operator', 'kind'],
};

/**
 * Holds two versions of a dataset against each other. Rows of one identity are matched to their equals first, then to
 * those in the same place, then in the order of their positions. Areas of one identity are compared together: the rows
 * of coverage in the result are one an identity.
 */
export function compareDatasets<K extends ComparedKind>(
  kind: K,
  before: readonly ComparedRows[K][],
  after: readonly ComparedRows[K][],
  rule: CompareRule = DEFAULT_COMPARE_RULE,
): Comparison<ComparedRows[K]> {
  const groups = groupsOf(IDENTITY[kind], before, after);
  const comparison = kind === 'coverage' ? compareAreas(groups as Group<CoverageArea>[], rule) : comparePoints(groups as Group<PointRow>[], rule);
  return comparison as unknown as Comparison<ComparedRows[K]>;
}

/** The rows of one identity in both versions. */
interface Group<Row> {
  before: Row[];
  after: Row[];
}

function groupsOf<Row>(identity: readonly (keyof Row)[], before: readonly Row[], after: readonly Row[]): Group<Row>[] {
  const groups = new Map<string, Group<Row>>();
  const groupOf = (row: Row): Group<Row> => {
    const key = JSON.stringify(identity.map((field) => row[field] ?? null));
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { before: [], after: [] }));
    return group;
  };
  for (const row of before) groupOf(row).before.push(row);
  for (const row of after) groupOf(row).after.push(row);
  return [...groups].sort(([a], [b]) => compareText(a, b)).map(([, group]) => group);
}

function emptyComparison<Row>(): Comparison<Row> {
  return { added: [], removed: [], moved: [], changed: [], same: 0, areas: [] };
}

function comparePoints(groups: readonly Group<PointRow>[], rule: CompareRule): Comparison<PointRow> {
  const result = emptyComparison<PointRow>();
  for (const group of groups) {
    const { pairs, before, after } = matched(group, rule);
    for (const row of before) result.removed.push(row);
    for (const row of after) result.added.push(row);
    for (const pair of pairs) {
      const fields = fieldsThatDiffer(pair.before, pair.after, rule);
      const meters = metersBetween(pair.before.position, pair.after.position);
      const isMoved = meters > rule.movedMeters;
      if (isMoved) result.moved.push({ ...pair, meters });
      if (fields.length > 0) result.changed.push({ ...pair, fields });
      if (!isMoved && fields.length === 0) result.same++;
    }
  }
  return result;
}

interface Matched<Row> extends Group<Row> {
  pairs: { before: Row; after: Row }[];
}

/** Pairs of a group, and what is left over. */
function matched(group: Group<PointRow>, rule: CompareRule): Matched<PointRow> {
  const [before, after] = group.before.length > 1 || group.after.length > 1 ? [inOrder(group.before), inOrder(group.after)] : [group.before, group.after];
  if (before.length === 0 || after.length === 0) return { pairs: [], before, after };
  const pairs: Matched<PointRow>['pairs'] = [];
  let left: Group<PointRow> = { before, after };
  if (before.length > 1 || after.length > 1) {
    const likenesses = [(row: PointRow) => contentText(row, rule.ignoredFields), (row: PointRow) => JSON.stringify(row.position)];
    for (const likeness of likenesses) left = matchAlike(left, likeness, pairs);
  }
  const count = Math.min(left.before.length, left.after.length);
  for (let i = 0; i < count; i++) pairs.push({ before: left.before[i]!, after: left.after[i]! });
  return { pairs, before: left.before.slice(count), after: left.after.slice(count) };
}

/** Adds pairs of rows that are alike and returns the rest, in its order. */
function matchAlike<Row>({ before, after }: Group<Row>, likeness: (row: Row) => string, pairs: Matched<Row>['pairs']): Group<Row> {
  const waiting = new Map<string, Row[]>();
  for (const row of after) {
    const key = likeness(row);
    const list = waiting.get(key);
    if (list) list.push(row);
    else waiting.set(key, [row]);
  }
  const used = new Map<string, number>();
  const left = before.filter((row) => {
    const key = likeness(row);
    const taken = used.get(key) ?? 0;
    const partner = waiting.get(key)?.[taken];
    if (partner === undefined) return true;
    used.set(key, taken + 1);
    pairs.push({ before: row, after: partner });
    return false;
  });
  const seen = new Map<string, number>();
  return {
    before: left,
    after: after.filter((row) => {
      const key = likeness(row);
      const number = seen.get(key) ?? 0;
      seen.set(key, number + 1);
      return number >= (used.get(key) ?? 0);
    }),
  };
}

/** From west to east, then from south to north, then by content: equals are alike in everything. */
function inOrder(rows: readonly PointRow[]): PointRow[] {
  return rows
    .map((row) => ({ row, position: row.position ?? [-Infinity, -Infinity], text: contentText(row, []) }))
    .sort((a, b) => compareNumbers(a.position[0]!, b.position[0]!) || compareNumbers(a.position[1]!, b.position[1]!) || compareText(a.text, b.text))
    .map(({ row }) => row);
}

function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A field that is missing says the same as one that is null. */
function contentText(row: PointRow, ignored: readonly string[]): string {
  return JSON.stringify(Object.entries(row).filter(([field, value]) => value !== null && value !== undefined && !ignored.includes(field)).sort(([a], [b]) => compareText(a, b)));
}

function fieldsThatDiffer(before: PointRow, after: PointRow, rule: CompareRule): string[] {
  const a = before as unknown as Record<string, unknown>;
  const b = after as unknown as Record<string, unknown>;
  const bothPlaced = before.position !== null && after.position !== null;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((field) => !rule.ignoredFields.includes(field))
    .filter((field) => (field === 'position' ? !bothPlaced : true) && (a[field] ?? null) !== (b[field] ?? null))
    .sort(compareText);
}

/** 0 where either has no position. */
function metersBetween(a: LngLat | null, b: LngLat | null): number {
  return !a || !b || (a[0] === b[0] && a[1] === b[1]) ? 0 : distanceMeters(a, b);
}

function compareAreas(groups: readonly Group<CoverageArea>[], rule: CompareRule): Comparison<CoverageArea> {
  const result = emptyComparison<CoverageArea>();
  for (const group of groups) {
    const before = distinctPolygons(group.before);
    const after = distinctPolygons(group.after);
    const one = group.before[0] ?? group.after[0]!;
    const identity = { technology: one.technology, operator: one.operator, kind: one.kind };
    const rowOf = (polygons: ReadonlyMap<string, PolygonRings>): CoverageArea => ({ ...identity, geometry: [...polygons.values()] });
    const gained = newGround(before, after);
    const lost = newGround(after, before);
    const change: AreaChange = { ...identity, gainedKm2: areaKm2(gained), lostKm2: areaKm2(lost), gained, lost };
    if (group.before.length === 0) result.added.push(rowOf(after));
    else if (group.after.length === 0) result.removed.push(rowOf(before));
    else if (change.gainedKm2 + change.lostKm2 > rule.changedKm2) result.changed.push({ before: rowOf(before), after: rowOf(after), fields: ['geometry'] });
    else {
      result.same++;
      continue;
    }
    result.areas.push(change);
  }
  return result;
}

/** By what they are, in an order of their own. */
function distinctPolygons(areas: readonly CoverageArea[]): Map<string, PolygonRings> {
  return new Map(areas.flatMap(({ geometry }) => geometry.map((polygon): [string, PolygonRings] => [JSON.stringify(polygon), polygon])).sort(([a], [b]) => compareText(a, b)));
}

/** What `after` covers and `before` does not. Polygons in both can't be new, and of `before` only what is near can matter. */
function newGround(before: ReadonlyMap<string, PolygonRings>, after: ReadonlyMap<string, PolygonRings>): MultiPolygonRings {
  const candidates = [...after].filter(([text]) => !before.has(text)).map(([, polygon]) => polygon);
  if (candidates.length === 0) return [];
  const box = boxOfBoxes(candidates.map((polygon) => boxOfGeometry([polygon])));
  const known = [...before.values()].filter((polygon) => boxesMeet(boxOfGeometry([polygon]), box));
  return connectedPieces(difference(boundaryRings(candidates), boundaryRings(known)));
}
