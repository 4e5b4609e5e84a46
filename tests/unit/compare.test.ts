import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDatasets, type Comparison } from '../../src/core/compare';
import { DEFAULT_COMPARE_RULE } from '../../src/core/compare-rule';
import { areaKm2, destination, ringAreaM2 } from '../../src/core/geodesic';
import type { Cell, CoverageArea, FibreEndpoint, LngLat, Locality, PolygonRings } from '../../src/core/model';
import { boundaryRings, difference, union } from '../../src/core/overlay';
import { blob, cell, locality, rectangle } from './made-up';

const HOME: LngLat = [105, 22.8];
const fibre = (fibreId: string, position: LngLat | null, name = ''): FibreEndpoint => ({ fibreId, name, position, communeCode: null, operator: null, status: 'active', asOf: null, positionNote: null });

/** Few identities, places and values, so that versions share many and identities occur twice. */
const places: LngLat[] = [HOME, destination(HOME, 90, 0.5), destination(HOME, 90, 40), destination(HOME, 0, 3000)];
const cells = fc.array(fc.record({
  siteId: fc.constantFrom('S1', 'S2', 'S3', 'S4'), position: fc.constantFrom(...places), technology: fc.constantFrom('2G' as const, '4G' as const), operator: fc.constantFrom('A', 'B'),
  bandMhz: fc.constantFrom(null, 900, 1800), name: fc.constantFrom('x', 'y'), antennaHeightM: fc.constantFrom(null, 30, 42), asOf: fc.constantFrom(null, '2025-01'),
}).map((drawn): Cell => cell(drawn)), { maxLength: 40 });
const endpoints = fc.array(fc.tuple(fc.constantFrom('F1', 'F2', 'F3'), fc.constantFrom(null, ...places), fc.constantFrom('x', 'y')).map(([id, at, name]) => fibre(id, at, name)), { maxLength: 15 });
const localities = fc.array(fc.tuple(fc.constantFrom('L1', 'L2', 'L3', 'L4'), fc.constantFrom(...places), fc.constantFrom(null, 80, 100)).map(([localityId, position, population]): Locality => locality({ localityId, position, population })), { maxLength: 15 });
const areas = fc.array(fc.record({ at: fc.tuple(fc.double({ min: 105, max: 105.1, noNaN: true }), fc.double({ min: 22.8, max: 22.9, noNaN: true })), radius: fc.integer({ min: 300, max: 4000 }), wobble: fc.double({ min: 0, max: 0.3, noNaN: true }), hole: fc.boolean(), operator: fc.constantFrom('A', 'B') })
  .map((d): CoverageArea => blob(d.at, d.radius, d.wobble, d.hole, '4G', d.operator)), { maxLength: 6 });

/** A shuffle that a property test draws. */
const shuffled = <T>(rows: readonly T[], seeds: readonly number[]): T[] => rows.map((row, i) => ({ row, at: seeds[i % seeds.length]! + i / 1e4 })).sort((a, b) => a.at - b.at).map(({ row }) => row);
const seeds = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 });
const asSet = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort();
const sides = <R>(c: Comparison<R>) => ({
  added: asSet(c.added), removed: asSet(c.removed), same: c.same,
  moved: asSet(c.moved.map((m) => [m.before, m.after, m.meters.toFixed(6)])), changed: asSet(c.changed.map((m) => [m.before, m.after, m.fields])),
});
const turned = <R>(c: Comparison<R>): Comparison<R> => ({
  added: c.removed, removed: c.added, same: c.same, areas: [],
  moved: c.moved.map((m) => ({ ...m, before: m.after, after: m.before })), changed: c.changed.map((m) => ({ ...m, before: m.after, after: m.before })),
});
/** Pairs that differ: moved, changed, or both. */
const unlike = <R>(c: Comparison<R>) => new Set([...c.moved, ...c.changed].map((m) => m.before)).size;

const drawn = fc.oneof(
  fc.tuple(fc.constant('sites' as const), cells, cells), fc.tuple(fc.constant('fibre' as const), endpoints, endpoints), fc.tuple(fc.constant('localities' as const), localities, localities),
) as fc.Arbitrary<['sites', Cell[], Cell[]]>;

describe('laws of rows', () => {
  test('a version differs in nothing from itself, in whatever order', () => {
    fc.assert(fc.property(drawn, seeds, ([kind, rows], order) => {
      expect(compareDatasets(kind, rows, shuffled(rows, order))).toEqual({ added: [], removed: [], moved: [], changed: [], same: rows.length, areas: [] });
    }));
  });

  test('the other way round everything is turned', () => {
    fc.assert(fc.property(drawn, ([kind, a, b]) => {
      expect(sides(compareDatasets(kind, b, a))).toEqual(sides(turned(compareDatasets(kind, a, b))));
    }), { numRuns: 300 });
  });

  test('every row of both versions is counted once', () => {
    fc.assert(fc.property(drawn, ([kind, a, b]) => {
      const c = compareDatasets(kind, a, b);
      expect(c.removed.length + unlike(c) + c.same).toBe(a.length);
      expect(c.added.length + unlike(c) + c.same).toBe(b.length);
    }), { numRuns: 300 });
  });

  test('order never matters', () => {
    fc.assert(fc.property(drawn, seeds, seeds, ([kind, a, b], one, two) => {
      expect(compareDatasets(kind, shuffled(a, one), shuffled(b, two))).toEqual(compareDatasets(kind, a, b));
    }), { numRuns: 300 });
  });
});

describe('rows', () => {
  test('added, removed, moved and changed; moved and changed at once', () => {
    const before = [locality({ localityId: 'a', position: HOME }), locality({ localityId: 'b', position: HOME }), locality({ localityId: 'c', position: HOME })];
    const after = [locality({ localityId: 'b', position: destination(HOME, 90, 250), population: 90 }), locality({ localityId: 'c', position: HOME, households: 4 }), locality({ localityId: 'd', position: HOME })];
    const c = compareDatasets('localities', before, after);
    expect([c.added, c.removed].map((rows) => rows.map((r) => r.localityId))).toEqual([['d'], ['a']]);
    expect(c.moved.map((m) => [m.before.localityId, Math.round(m.meters)])).toEqual([['b', 250]]);
    expect(c.changed.map((m) => [m.after.localityId, m.fields])).toEqual([['b', ['population']], ['c', ['households']]]);
    expect(c.same).toBe(0);
  });

  test('up to a metre is no move, and the metre is a setting', () => {
    const at = (meters: number) => [locality({ localityId: 'a', position: destination(HOME, 30, meters) })];
    expect(compareDatasets('localities', at(0), at(0.99))).toMatchObject({ moved: [], same: 1 });
    expect(compareDatasets('localities', at(0), at(1.01)).moved).toHaveLength(1);
    expect(compareDatasets('localities', at(0), at(40), { ...DEFAULT_COMPARE_RULE, movedMeters: 50 })).toMatchObject({ moved: [], same: 1 });
  });

  test('another band or azimuth is another row; another date alone is no change', () => {
    const row = (part: Partial<Cell>) => [cell({ siteId: 'S', position: HOME, bandMhz: 900, azimuthDeg: 0, ...part })];
    expect(compareDatasets('sites', row({}), row({ bandMhz: 1800 }))).toMatchObject({ added: [{ bandMhz: 1800 }], removed: [{ bandMhz: 900 }] });
    expect(compareDatasets('sites', row({}), row({ azimuthDeg: 120 }))).toMatchObject({ added: [{ azimuthDeg: 120 }], removed: [{ azimuthDeg: 0 }] });
    expect(compareDatasets('sites', row({ asOf: '2024' }), row({ asOf: '2025' })).same).toBe(1);
    expect(compareDatasets('sites', row({ asOf: '2024' }), row({ asOf: '2025' }), { ...DEFAULT_COMPARE_RULE, ignoredFields: [] }).changed).toMatchObject([{ fields: ['asOf'] }]);
  });

  test('a position gained or lost is a change of the position', () => {
    expect(compareDatasets('fibre', [fibre('F', null)], [fibre('F', HOME)])).toMatchObject({ moved: [], changed: [{ fields: ['position'] }] });
    expect(compareDatasets('fibre', [fibre('F', null)], [fibre('F', null)]).same).toBe(1);
  });

  test('of several with one identity, equals are matched first, then those in one place', () => {
    const [near, far] = [HOME, destination(HOME, 0, 3000)];
    const c = compareDatasets('fibre', [fibre('F', near, 'x'), fibre('F', far, 'x')], [fibre('F', far, 'y')]);
    expect(c).toMatchObject({ removed: [{ position: near }], moved: [], changed: [{ before: { position: far }, fields: ['name'] }] });
    expect(compareDatasets('fibre', [fibre('F', near, 'x'), fibre('F', near, 'y')], [fibre('F', near, 'y')])).toMatchObject({ removed: [{ name: 'x' }], changed: [], same: 1 });
  });
});

describe('coverage', () => {
  const claim = (polygons: PolygonRings[], operator = 'A'): CoverageArea => ({ technology: '4G', operator, kind: 'claimed', geometry: polygons });
  const [left, right, both] = [rectangle(105, 22.8, 105.05, 22.9), rectangle(105.05, 22.8, 105.1, 22.9), rectangle(105, 22.8, 105.1, 22.9)];

  test('ground gained and lost', () => {
    const c = compareDatasets('coverage', [claim([[left]])], [claim([[both]]), claim([[right]], 'B')]);
    expect(c.changed).toMatchObject([{ fields: ['geometry'] }]);
    expect(c.added.map((a) => a.operator)).toEqual(['B']);
    expect(c.areas.map((a) => [a.operator, a.lostKm2])).toEqual([['A', 0], ['B', 0]]);
    for (const area of c.areas) expect(area.gainedKm2).toBeCloseTo(areaKm2([[right]]), 4);
  });

  test('cut into other polygons, wound or begun otherwise, the ground is the same', () => {
    const begun = [...both.slice(2), ...both.slice(1, 3)];
    for (const other of [[claim([[left], [right]])], [claim([[left]]), claim([[right]])], [claim([[begun]])], [claim([[both.slice().reverse()]])], [claim([[both], [left]])]]) {
      expect(compareDatasets('coverage', [claim([[both]])], other)).toMatchObject({ changed: [], areas: [], same: 1 });
    }
  });

  test('slivers up to a hectare are no change, and the hectare is a setting', () => {
    const wider = rectangle(105, 22.8, 105.1 + 5e-7, 22.9);
    expect(compareDatasets('coverage', [claim([[both]])], [claim([[wider]])])).toMatchObject({ changed: [], areas: [], same: 1 });
    expect(compareDatasets('coverage', [claim([[both]])], [claim([[wider]])], { ...DEFAULT_COMPARE_RULE, changedKm2: 1e-5 })).toMatchObject({ changed: [{ fields: ['geometry'] }], same: 0 });
  });

  test('a hole filled by a polygon of its own is ground gained', () => {
    const hole = rectangle(105.02, 22.82, 105.04, 22.84);
    const c = compareDatasets('coverage', [claim([[both, hole]])], [claim([[both, hole]]), claim([[hole]])]);
    expect(c.areas[0]!.gainedKm2).toBeCloseTo(areaKm2([[hole]]), 6);
    expect(c.areas[0]!.lostKm2).toBe(0);
  });

  test('laws: nothing against itself, turned the other way round, any order', () => {
    fc.assert(fc.property(areas, areas, seeds, (a, b, order) => {
      const pairs = new Set(a.map((area) => area.operator)).size;
      expect(compareDatasets('coverage', a, shuffled(a, order))).toEqual({ added: [], removed: [], moved: [], changed: [], same: pairs, areas: [] });
      const forth = compareDatasets('coverage', a, b);
      const back = compareDatasets('coverage', b, a);
      expect(back.areas).toEqual(forth.areas.map((c) => ({ ...c, gained: c.lost, gainedKm2: c.lostKm2, lost: c.gained, lostKm2: c.gainedKm2 })));
      expect(sides(back)).toEqual(sides(turned(forth)));
      expect(compareDatasets('coverage', shuffled(a, order), shuffled(b, order))).toEqual(forth);
    }), { numRuns: 60 });
  });

  test('what was, less what was lost, with what was gained, is what is', () => {
    const ground = (list: CoverageArea[]) => union(list.flatMap((area) => boundaryRings(area.geometry))).reduce((sum, ring) => sum + ringAreaM2(ring), 0) / 1e6;
    fc.assert(fc.property(areas, areas, (a, b) => {
      const { areas: changes } = compareDatasets('coverage', a, b, { ...DEFAULT_COMPARE_RULE, changedKm2: 0 });
      for (const operator of ['A', 'B']) {
        const [was, is] = [a, b].map((list) => ground(list.filter((area) => area.operator === operator)));
        const change = changes.find((c) => c.operator === operator);
        expect(was! - (change?.lostKm2 ?? 0) + (change?.gainedKm2 ?? 0)).toBeCloseTo(is!, 3);
      }
    }), { numRuns: 60 });
  });

  test('ground found polygon by polygon is the ground the kernel finds at once', () => {
    const at = fc.tuple(fc.double({ min: 104.8, max: 105.3, noNaN: true }), fc.double({ min: 22.5, max: 23, noNaN: true }));
    const many = fc.array(fc.tuple(at, fc.integer({ min: 800, max: 9000 }), fc.boolean()), { minLength: 40, maxLength: 80 })
      .map((list) => list.map(([centre, radius, hole]): CoverageArea => blob(centre, radius, 0.2, hole, '4G', 'A')));
    /** As another program writes them: fewer decimals, a vertex less. */
    const rewritten = (list: CoverageArea[]) => list.map((area): CoverageArea => ({ ...area, geometry: area.geometry.map((polygon) => polygon.map((ring) => ring.filter((_, i) => i !== 5).map(([lng, lat]): LngLat => [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]))) }));
    const rings = (list: CoverageArea[]) => list.flatMap((area) => boundaryRings(area.geometry));
    fc.assert(fc.property(many, many, fc.boolean(), (a, other, again) => {
      const b = again ? [...rewritten(a), ...other.slice(0, 5)] : other;
      const [change] = compareDatasets('coverage', a, b, { ...DEFAULT_COMPARE_RULE, changedKm2: 0 }).areas;
      const [gained, lost] = [difference(rings(b), rings(a)), difference(rings(a), rings(b))].map((left) => left.reduce((sum, ring) => sum + ringAreaM2(ring), 0) / 1e6);
      expect(Math.abs((change?.gainedKm2 ?? 0) - gained!)).toBeLessThan(2e-4);
      expect(Math.abs((change?.lostKm2 ?? 0) - lost!)).toBeLessThan(2e-4);
    }), { numRuns: 15, endOnFailure: true });
  });
});
