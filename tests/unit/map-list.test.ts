/** The list of the map names what the layers draw in the part in view, and nothing else. */
import { expect, test } from 'vitest';
import type { Cell, Commune, GapRow, LngLat, Locality } from '../../src/core/model';
import { listOnMap } from '../../src/state/map-list';
import { LAYERS } from '../../src/style/layers';
import { EMPTY_SCENE, type Scene } from '../../src/style/scene';

const commune = (code: string, west: number): Commune => ({ code, name: `Xa ${code}`, geometry: [[[[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]]] }) as unknown as Commune;
const cell = (siteId: string, technology: string, operator: string, position: LngLat): Cell => ({ siteId, name: siteId, technology, operator, position }) as unknown as Cell;
const hamlet = (localityId: string, communeCode: string, position: LngLat): Locality => ({ localityId, name: localityId, communeCode, position, population: 10 }) as unknown as Locality;

const scene: Scene = {
  ...EMPTY_SCENE,
  communes: ['a', 'b', 'c'].map((code, i) => ({ commune: commune(code, i), state: 'partial', gapShare: i / 10, gapKm2: i, gap: [], unknown: [] })),
  cells: [cell('m2', '4G', 'Y', [0.9, 0.5]), cell('m1', '2G', 'X', [0.5, 0.5]), cell('m1', '4G', 'Y', [0.5, 0.5]), cell('m1', '4G', 'X', [0.5, 0.5]), cell('far', '4G', 'X', [2.5, 0.5])],
  hamlets: [{ locality: hamlet('h1', 'a', [0.2, 0.2]), state: 'covered' }, { locality: hamlet('h2', 'a', [0.3, 0.2]), state: 'trang' }, { locality: hamlet('h3', 'c', [2.2, 0.2]), state: 'lom' }],
};
const row = (code: string, largestGapKm2: number, largestGapPoint: LngLat) => ({ code, name: code, largestGapKm2, largestGapPoint }) as unknown as GapRow;
const rows = [row('a', 1, [0.1, 0.1]), row('b', 2, [1.1, 0.1]), row('c', 3, [2.1, 0.1])];
const VIEW: [number, number, number, number] = [0.25, 0, 0.75, 1];

test('without a map all of the province is listed', () => {
  const list = listOnMap(scene, LAYERS, null, rows, null);
  expect(list.communes.map((c) => c.commune.code)).toEqual(['c', 'b', 'a']);
  expect(list.masts).toHaveLength(3);
  expect(list.hamlets.map((h) => h.locality.localityId)).toEqual(['h2', 'h3', 'h1']);
  expect(list.gaps.map((g) => g.code)).toEqual(['c', 'b', 'a']);
  expect(list.middle).toEqual([1.5, 0.5]);
});

test('only what lies in view; what stands on one mast is one row, the nearest first', () => {
  const list = listOnMap(scene, LAYERS, [0, 0, 0.95, 1], rows, null);
  expect(list.communes.map((c) => c.commune.code)).toEqual(['a']);
  expect(list.masts.map((m) => m.siteId)).toEqual(['m1', 'm2']);
  expect(list.masts[0]).toMatchObject({ technologies: ['2G', '4G'], operators: ['X', 'Y'] });
  expect(list.gaps.map((g) => g.code)).toEqual(['a']);
});

test('a layer that is off lists nothing, but for the hamlets of the commune that is open', () => {
  const list = listOnMap(scene, ['communes'], VIEW, rows, 'c');
  expect([list.masts, list.fibre, list.gaps, list.routes, list.coverage]).toEqual([[], [], [], [], []]);
  expect(list.hamlets.map((h) => h.locality.localityId)).toEqual(['h3']);
  expect(listOnMap(scene, ['communes', 'hamlets'], VIEW, rows, null).hamlets.map((h) => h.locality.localityId)).toEqual(['h2']);
});
