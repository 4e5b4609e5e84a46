import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeGaps, planGaps } from '../../src/core/gaps';
import { boxOfGeometry } from '../../src/core/box';
import { areaKm2, ringAreaM2 } from '../../src/core/geodesic';
import { boundaryRings, intersection, union } from '../../src/core/overlay';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { shapeRing } from '../../src/core/shape';
import { servedShape } from '../../src/core/radius-model';
import { createCover } from '../../src/core/cover';
import { cell, fiveCommunes, input } from './made-up';
import { cells, coverage, localities } from './made-up-draws';

const settings = { ...DEFAULT_SETTINGS, byOperator: true };
const runs = { numRuns: 40, seed: 20240524 };

describe('laws of the gap', () => {
  test('covered + gap + no data = commune, for every commune, technology and operator', () => {
    fc.assert(fc.property(cells, fc.option(coverage), (stations, polygons) => {
      for (const row of computeGaps(input({ cells: stations, coverage: polygons }), { ...settings, mix: true })) {
        const sum = (row.coveredKm2 ?? 0) + (row.gapKm2 ?? 0) + row.noDataKm2;
        expect(Math.abs(sum - row.areaKm2) / row.areaKm2).toBeLessThan(1e-9);
        expect(row.state === 'no-data').toBe(row.gapKm2 === null);
      }
    }), runs);
  });

  test('what an independent intersection finds covered is the commune less its gap', () => {
    fc.assert(fc.property(cells, coverage, (stations, polygons) => {
      const active = stations.flatMap((c) => servedShape(c, DEFAULT_SETTINGS) ?? []);
      const areas = polygons.map((p) => p.geometry);
      const cover = createCover(active, areas);
      const all = union([...active.map((s) => shapeRing(s)), ...areas.flatMap((a) => union(boundaryRings(a)))]);
      for (const commune of fiveCommunes()) {
        const region = boundaryRings(commune.geometry);
        const sum = (rings: ReturnType<typeof union>) => rings.reduce((s, ring) => s + ringAreaM2(ring), 0) / 1e6;
        const covered = sum(intersection(region, all));
        const gap = sum(cover.subtractFrom(region, boxOfGeometry(commune.geometry)));
        expect(Math.abs(covered + gap - areaKm2(commune.geometry)) / areaKm2(commune.geometry)).toBeLessThan(1e-6);
      }
    }), runs);
  });

  test('more coverage never enlarges a gap, nor takes the signal from a hamlet', () => {
    fc.assert(fc.property(cells, cells, localities, (some, more, hamlets) => {
      const before = computeGaps(input({ cells: some, localities: hamlets }), DEFAULT_SETTINGS);
      const after = computeGaps(input({ cells: [...some, ...more], localities: hamlets }), DEFAULT_SETTINGS);
      for (const row of before) {
        const then = after.find((r) => r.code === row.code && r.technology === row.technology)!;
        expect(then.gapKm2!).toBeLessThanOrEqual(row.gapKm2! + row.areaKm2 * 1e-7);
        expect(then.localitiesTrang!).toBeLessThanOrEqual(row.localitiesTrang!);
        expect(then.largestGapKm2!).toBeLessThanOrEqual(row.largestGapKm2! + row.areaKm2 * 1e-7);
      }
    }), runs);
  });

  test('the order of inputs never changes a result, to the last bit', () => {
    fc.assert(fc.property(cells, coverage, localities, (stations, polygons, hamlets) => {
      const one = computeGaps(input({ cells: stations, coverage: polygons, localities: hamlets }), { ...settings, mix: true });
      const other = computeGaps(
        { ...input({ cells: stations.slice().reverse(), coverage: polygons.slice().reverse(), localities: hamlets.slice().reverse() }), communes: fiveCommunes().reverse() },
        { ...settings, mix: true },
      );
      expect(other).toEqual(one);
    }), { ...runs, numRuns: 15 });
  });

  test('splitting the province into parts changes no land figure', () => {
    fc.assert(fc.property(cells, coverage, (stations, polygons) => {
      const given = input({ cells: stations, coverage: polygons });
      const whole = computeGaps(given, { ...settings, mix: true });
      const parts = fiveCommunes().flatMap((commune) => computeGaps({ ...given, communes: [commune] }, { ...settings, mix: true }));
      const land = (rows: typeof whole) => rows.map(({ code, technology, operator: op, gapKm2, largestGapKm2, largestGapPoint, state }) =>
        ({ code, technology, op, gapKm2, largestGapKm2, largestGapPoint, state }));
      expect(land(parts)).toEqual(land(whole));
    }), { ...runs, numRuns: 15 });
  });

  test('no data counts as nothing: asking for a technology that no source names changes no other row', () => {
    fc.assert(fc.property(cells, localities, (stations, hamlets) => {
      const given = input({ cells: stations, localities: hamlets });
      const asked = computeGaps(given, { ...settings, technologies: ['2G', '3G', '4G', '5G'] });
      const occurring = computeGaps(given, settings);
      const key = (r: (typeof asked)[number]) => `${r.code} ${r.technology} ${r.operator}`;
      const byKey = new Map(asked.map((r) => [key(r), r]));
      for (const row of occurring) expect({ ...byKey.get(key(row)), withoutData: [] }).toEqual({ ...row, withoutData: [] });
      for (const row of asked.filter((r) => r.technology === '5G')) {
        expect(row).toMatchObject({ state: 'no-data', gapKm2: null, coveredKm2: null, gapShare: null, populationGap: null, localitiesTrang: null, source: [] });
        expect(row.noDataKm2).toBe(row.areaKm2);
      }
    }), runs);
  });

  test('planned and off stations make their pair occur and cover nothing: a gap, never no data', () => {
    const rows = computeGaps(input({ cells: [cell({ position: [105.05, 22.85], technology: '5G', status: 'planned' })] }), DEFAULT_SETTINGS);
    expect(rows.filter((r) => r.technology === '5G').map((r) => r.state)).toEqual(Array(5).fill('gap'));
    expect(rows.every((r) => r.bts === 0 && r.sites === 0)).toBe(true);
  });

  test('a gap of the province joins its pieces across communes', () => {
    const plan = planGaps(input({ cells: [cell({ position: [105.3, 22.85], radiusMeters: 1000 })] }), DEFAULT_SETTINGS);
    const total = fiveCommunes().reduce((sum, c) => sum + areaKm2(c.geometry), 0);
    expect(plan.joinedLargestGap(0)!.areaKm2).toBeCloseTo(total, 3);
  });
});
