/** What differs between two versions of a dataset: rows added, removed, moved and changed; for coverage also the ground gained and lost. */
import Flatbush from 'flatbush';
import { boxOfGeometry } from './box';
import { collapseBeyond } from './collapse';
import { type CompareRule, DEFAULT_COMPARE_RULE } from './compare-rule';
import { type ComparedKind, type ComparedRows, IDENTITY } from './compared-kinds';
import { distanceMeters, ringAreaM2 } from './geodesic';
import type { Box, CoverageArea, LngLat, MultiPolygonRings, PolygonRings, Ring } from './model';
import { boundaryRings, connectedPieces, difference } from './overlay';
import { compareText } from './text-order';

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

/** With the kind that its rows are of. */
export type AnyComparison = { [K in ComparedKind]: { kind: K } & Comparison<ComparedRows[K]> }[ComparedKind];

type PointRow = ComparedRows[Exclude<ComparedKind, 'coverage'>];

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
      const meters = metersBetween(positionOf(pair.before), positionOf(pair.after));
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
  if (group.before.length === 0 && group.after.length === 1) return { pairs: [], ...group };
  if (group.after.length === 0 && group.before.length === 1) return { pairs: [], ...group };
  if (group.before.length === 1 && group.after.length === 1) return { pairs: [{ before: group.before[0]!, after: group.after[0]! }], before: [], after: [] };
  const pairs: { before: Told; after: Told }[] = [];
  let left: Group<Told> = { before: inOrder(group.before, rule), after: inOrder(group.after, rule) };
  for (const likeness of ['content', 'place'] as const) left = matchAlike(left, likeness, pairs);
  const count = Math.min(left.before.length, left.after.length);
  for (let i = 0; i < count; i++) pairs.push({ before: left.before[i]!, after: left.after[i]! });
  return {
    pairs: pairs.map((pair) => ({ before: pair.before.row, after: pair.after.row })),
    before: left.before.slice(count).map(({ row }) => row),
    after: left.after.slice(count).map(({ row }) => row),
  };
}

/** A row that must be told from others of its identity. */
interface Told {
  row: PointRow;
  /** Equal where the rows are the same to the rule. */
  content: string;
  place: string;
}

/** Adds pairs of rows that are alike and returns the rest, in its order. */
function matchAlike({ before, after }: Group<Told>, likeness: 'content' | 'place', pairs: { before: Told; after: Told }[]): Group<Told> {
  const waiting = new Map<string, Told[]>();
  for (const told of after) {
    const list = waiting.get(told[likeness]);
    if (list) list.push(told);
    else waiting.set(told[likeness], [told]);
  }
  const used = new Map<string, number>();
  const taken = new Set<Told>();
  const left = before.filter((told) => {
    const next = used.get(told[likeness]) ?? 0;
    const partner = waiting.get(told[likeness])?.[next];
    if (!partner) return true;
    used.set(told[likeness], next + 1);
    taken.add(partner);
    pairs.push({ before: told, after: partner });
    return false;
  });
  return { before: left, after: after.filter((told) => !taken.has(told)) };
}

/** From west to east, then from south to north, then by content: rows that no order tells apart are alike in everything. */
function inOrder(rows: readonly PointRow[], rule: CompareRule): Told[] {
  return rows
    .map((row) => {
      const [lng, lat] = ('lines' in row ? row.lines[0]?.[0] : row.position) ?? [-Infinity, -Infinity];
      const fields = Object.entries(row).filter(([, value]) => value !== null && value !== undefined).sort(([a], [b]) => compareText(a, b));
      const content = JSON.stringify(fields.filter(([field]) => !rule.ignoredFields.includes(field)));
      return { row, lng, lat, place: `${lng} ${lat}`, content, text: JSON.stringify(fields) };
    })
    .sort((a, b) => compareNumbers(a.lng, b.lng) || compareNumbers(a.lat, b.lat) || compareText(a.text, b.text));
}

function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A field that is missing says the same as one that is null. */
function fieldsThatDiffer(before: PointRow, after: PointRow, rule: CompareRule): string[] {
  const a = before as unknown as Record<string, unknown>;
  const b = after as unknown as Record<string, unknown>;
  const found: string[] = [];
  for (const field in a) if (field !== 'position' && !isSameValue(a[field] ?? null, b[field] ?? null)) found.push(field);
  for (const field in b) if (!(field in a) && (b[field] ?? null) !== null) found.push(field);
  if ((positionOf(before) === null) !== (positionOf(after) === null)) found.push('position');
  return found.length === 0 ? found : found.filter((field) => !rule.ignoredFields.includes(field)).sort(compareText);
}

/** Routes have a way, which is compared as a field. */
function positionOf(row: PointRow): LngLat | null {
  return 'position' in row ? row.position : null;
}

function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && JSON.stringify(a) === JSON.stringify(b));
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
    const change: AreaChange = { ...identity, gainedKm2: gained.km2, lostKm2: lost.km2, gained: gained.pieces, lost: lost.pieces };
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

/**
 * What `after` covers and `before` does not, in polygons that don't overlap but may touch. Polygons in both can't be new.
 * Each of the others is taken alone, with those near it: the kernel's time grows with the square of what lies side by side.
 */
function newGround(before: ReadonlyMap<string, PolygonRings>, after: ReadonlyMap<string, PolygonRings>): { km2: number; pieces: MultiPolygonRings } {
  const candidates = [...after]
    .filter(([text]) => !before.has(text))
    .map(([, polygon]): Placed => ({ rings: boundaryRings([polygon]), box: boxOfGeometry([polygon]) }))
    // Large ones first leave fewer scraps.
    .sort((a, b) => squareDegrees(b.box) - squareDegrees(a.box));
  const known = [...before.values()].map((polygon): Placed => ({ rings: boundaryRings([polygon]), box: boxOfGeometry([polygon]) }));
  const all = [...known, ...candidates];
  if (candidates.length === 0) return { km2: 0, pieces: [] };
  const index = new Flatbush(all.length);
  for (const { box } of all) index.add(...box);
  index.finish();
  const ground = candidates.map(({ rings, box }, i) => {
    const earlier = index.search(...box, (j) => j < known.length + i).sort((a, b) => a - b);
    const near = earlier.flatMap((j) => all[j]!.rings).map((ring) => collapseBeyond(ring, box));
    return difference(rings, near.filter((ring) => ring.length > 3));
  });
  return {
    km2: Math.max(0, ground.flat().reduce((sum, ring) => sum + ringAreaM2(ring), 0) / 1e6),
    pieces: ground.flatMap(connectedPieces),
  };
}

interface Placed {
  rings: Ring[];
  box: Box;
}

function squareDegrees([west, south, east, north]: Box): number {
  return (east - west) * (north - south);
}
