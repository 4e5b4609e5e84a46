import type { Feature, Point } from 'geojson';
import { expect, test } from 'vitest';
import type { Cell, Commune, LngLat, MultiPolygonRings, Technology } from '../../src/core/model';
import { RECIPES } from '../../src/style/features';
import { MAST_SLOTS } from '../../src/style/mast-slots';
import { provinceBorder } from '../../src/style/province-border';
import { EMPTY_SCENE, type Scene } from '../../src/style/scene';

const square = (west: number, south: number, side = 1): MultiPolygonRings => [
  [[[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]],
];
const commune = (code: string, name: string, geometry: MultiPolygonRings): Commune => ({ code, name, population: null, geometry });
const cell = (siteId: string, technology: Technology, operator: string, position: LngLat = [105, 22]): Cell => ({
  siteId, name: siteId, position, technology, operator, status: 'active', bandMhz: null, antennaHeightM: null, eirpDbm: null, azimuthDeg: null,
  beamwidthDeg: null, radiusMeters: null, hasElectricity: null, backhaul: null, asOf: null,
});
const onMap = (c: Commune, gap: MultiPolygonRings = [], state: 'partial' | 'no-data' | null = 'partial') => ({ commune: c, state, gapShare: 0.5, gapKm2: 1, unknown: [] as MultiPolygonRings, gap });

test('edges of two communes are no border, all others are, in one closed line', () => {
  const lines = provinceBorder([square(0, 0), square(1, 0)]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toHaveLength(7);
  expect(lines[0]![0]).toEqual(lines[0]!.at(-1));
  expect(lines[0]!.some((p, i) => i > 0 && p[0] === 1 && lines[0]![i - 1]![0] === 1)).toBe(false);
});

test('a commune around another leaves only the outer border', () => {
  const hole = square(1, 1)[0]![0]!;
  const around: MultiPolygonRings = [[square(0, 0, 3)[0]![0]!, [...hole].reverse()]];
  const lines = provinceBorder([around, [[hole]]]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toHaveLength(5);
});

test('communes apart have each their border; none gives none', () => {
  expect(provinceBorder([square(0, 0), square(5, 5)])).toHaveLength(2);
  expect(provinceBorder([])).toEqual([]);
});

test('operators at one mast and technology are one symbol, bands and sectors of one operator one BTS', () => {
  const scene: Scene = { ...EMPTY_SCENE, cells: [cell('M1', '4G', 'A'), cell('M1', '4G', 'B'), cell('M1', '4G', 'A'), cell('M1', '2G', 'A'), cell('M2', '4G', 'A', [105.1, 22])] };
  const { features } = RECIPES.bts.features(scene);
  expect(features.map((f) => f.properties)).toEqual([
    { siteId: 'M1', name: 'M1', technology: '2G', operators: 'A', count: 1, slot: '2-0', technologiesAtMast: 2 },
    { siteId: 'M1', name: 'M1', technology: '4G', operators: 'A|B', count: 2, slot: '2-1', technologiesAtMast: 2 },
    { siteId: 'M2', name: 'M2', technology: '4G', operators: 'A', count: 1, slot: '1-0', technologiesAtMast: 1 },
  ]);
});

test('symbols of one mast keep their distance from each other', () => {
  for (const count of [2, 3, 4]) {
    const offsets = MAST_SLOTS.filter((s) => s.slot.startsWith(`${count}-`)).map((s) => s.offset);
    expect(offsets).toHaveLength(count);
    for (const a of offsets) for (const b of offsets) if (a !== b) expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(12.5);
  }
});

test('names stand inside their commune, in its largest part, without the word for commune in the short form', () => {
  const geometry: MultiPolygonRings = [...square(0, 0, 0.1), ...square(1, 1)];
  const scene: Scene = { ...EMPTY_SCENE, communes: [onMap(commune('00001', 'Xã Lũng Cú', geometry)), onMap(commune('00002', 'Phường Hà Giang 1', square(3, 3)))] };
  const [first, second] = RECIPES.names.features(scene).features as Feature<Point>[];
  expect(first!.properties).toMatchObject({ name: 'Xã Lũng Cú', shortName: 'Lũng Cú' });
  expect(second!.properties).toMatchObject({ shortName: 'Phường Hà Giang 1' });
  const [lng, lat] = first!.geometry.coordinates as LngLat;
  expect(lng).toBeGreaterThan(1);
  expect(lat).toBeLessThan(2);
});

test('fibre without a position is not drawn; no data is never a gap', () => {
  const a = commune('00001', 'A', square(0, 0));
  const scene: Scene = {
    ...EMPTY_SCENE,
    communes: [onMap(a, [], 'no-data')],
    fibre: [{ fibreId: 'F1', name: 'F1', position: null, communeCode: null, operator: null, status: 'active', asOf: null, positionNote: 'missing' }],
  };
  expect(RECIPES.fibre.features(scene).features).toEqual([]);
  expect(RECIPES.gaps.features(scene).features).toEqual([]);
  expect(RECIPES['no-data'].features(scene).features.map((f) => f.properties)).toEqual([{ code: '00001' }]);
});

test('a new answer for the same communes touches the gaps alone', () => {
  const a = commune('00001', 'A', square(0, 0));
  const before: Scene = { ...EMPTY_SCENE, communes: [onMap(a, square(0, 0, 0.5))] };
  const after: Scene = { ...before, communes: [onMap(a, square(0, 0, 0.7))] };
  const changed = Object.entries(RECIPES).filter(([, r]) => {
    const [x, y] = [r.parts(before), r.parts(after)];
    return x.length !== y.length || x.some((part, i) => part !== y[i]);
  });
  expect(changed.map(([name]) => name)).toEqual(['gaps']);
});

test('a former district is one outline around its communes and one name; a former centre keeps its signal', () => {
  const scene: Scene = {
    ...EMPTY_SCENE,
    districts: [{ name: 'Huyện A', communes: [commune('00001', 'A', square(0, 0)), commune('00002', 'B', square(1, 0))] }],
    oldCentres: [{ code: '00733', name: 'Xã C', position: [105, 23], signal: 'not' }],
  };
  const [outline, name] = RECIPES.districts.features(scene).features;
  expect(outline!.geometry).toMatchObject({ type: 'MultiLineString', coordinates: [expect.any(Array)] });
  expect(name!.geometry.type).toBe('Point');
  expect(name!.properties).toEqual({ name: 'Huyện A' });
  expect(RECIPES['old-centres'].features(scene).features).toEqual([{ type: 'Feature', geometry: { type: 'Point', coordinates: [105, 23] }, properties: { code: '00733', name: 'Xã C', signal: 'not' } }]);
});
