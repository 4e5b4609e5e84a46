import { booleanPointInPolygon, multiPolygon, point } from '@turf/turf';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCommuneIndex } from '../../src/core/commune-index';
import type { Commune, LngLat } from '../../src/core/model';
import { readDataset } from '../../src/formats/read';

const communes: Commune[] = readDataset(new Uint8Array(readFileSync(new URL('../../public/data/communes.topo.json', import.meta.url))), 'communes', { kind: 'communes' }).rows;
const index = createCommuneIndex(communes);

const square = (code: string, x: number, y: number): Commune => ({
  code,
  name: code,
  population: null,
  geometry: [[[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]]],
});

describe('the commune of a point', () => {
  it('agrees with Turf everywhere', () => {
    const polygons = communes.map((commune) => ({ code: commune.code, area: multiPolygon(commune.geometry as unknown as number[][][][]) }));
    fc.assert(
      fc.property(fc.double({ min: 104.3, max: 105.6, noNaN: true }), fc.double({ min: 22.1, max: 23.4, noNaN: true }), (lng, lat) => {
        const expected = polygons.filter(({ area }) => booleanPointInPolygon(point([lng, lat]), area)).map(({ code }) => code);
        const found = index.locate([lng, lat])?.code;
        expect(found === undefined ? [] : [found]).toEqual(expected);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('gives a point on a shared border to exactly one of the two, whatever the order', () => {
    const squares = [square('1', 0, 0), square('2', 1, 0), square('3', 0, 1), square('4', 1, 1)];
    const border: LngLat[] = [[1, 0.5], [0.5, 1], [1, 1]];
    for (const at of border) {
      const bearers = squares.filter((one) => createCommuneIndex([one]).locate(at));
      expect(bearers).toHaveLength(1);
      expect(createCommuneIndex(squares).locate(at)).toBe(bearers[0]);
      expect(createCommuneIndex([...squares].reverse()).locate(at)).toBe(bearers[0]);
    }
    // Every corner of the province's inner borders lies in one commune at most, and most in one.
    const corners = communes.flatMap((commune) => commune.geometry[0]![0]!.slice(0, 20));
    const alone = communes.map((one) => createCommuneIndex([one]));
    for (const corner of corners) expect(alone.filter((one) => one.locate(corner)).length).toBeLessThanOrEqual(1);
  });

  it('leaves holes out and knows nothing beyond', () => {
    const ring = square('1', 0, 0);
    ring.geometry[0]!.push([[0.4, 0.4], [0.4, 0.6], [0.6, 0.6], [0.6, 0.4], [0.4, 0.4]]);
    const one = createCommuneIndex([ring]);
    expect(one.locate([0.5, 0.5])).toBeNull();
    expect(one.locate([0.2, 0.5])).toBe(ring);
    expect(one.locate([Number.NaN, 0.5])).toBeNull();
    expect(createCommuneIndex([]).locate([0, 0])).toBeNull();
    expect(createCommuneIndex([]).box).toBeNull();
  });

  it('finds the communes near a box in the order of their codes', () => {
    expect(index.near([-10, -10, -9, -9])).toEqual([]);
    expect(index.near(index.box!).map((commune) => commune.code)).toEqual(communes.map((commune) => commune.code).sort());
  });
});
