import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeGaps } from '../../src/core/gaps';
import { areaKm2 } from '../../src/core/geodesic';
import { measuredAreas, signalLevel } from '../../src/core/measured';
import type { Measurement } from '../../src/core/model';
import { provinceFigures } from '../../src/core/province';
import { DEFAULT_MEASURED_RULE, DEFAULT_SETTINGS } from '../../src/core/settings';
import { cell, input, locality } from './made-up';

const reading = (lng: number, lat: number, signalDbm: number, operator: string | null = 'A'): Measurement => ({ position: [lng, lat], technology: '4G', operator, signalDbm, measuredAt: null, speedMbps: null });
const readings = fc.array(fc.record({ x: fc.integer({ min: 0, max: 30 }), y: fc.integer({ min: 0, max: 30 }), dbm: fc.integer({ min: -125, max: -70 }), operator: fc.constantFrom('A', 'B', null) }), { minLength: 1, maxLength: 400 })
  .map((drawn) => drawn.map(({ x, y, dbm, operator }) => reading(105.02 + x * 0.001, 22.82 + y * 0.001, dbm, operator)));

test('levels: usable, weak, poor', () => {
  expect([-100, -101, -110, -111].map((dbm) => signalLevel('4G', dbm, DEFAULT_MEASURED_RULE))).toEqual(['usable', 'weak', 'weak', 'poor']);
  expect(signalLevel('2G', -85, DEFAULT_MEASURED_RULE)).toBe('usable');
});

test('a square needs three readings, and its median decides', () => {
  const at = (levels: number[]) => measuredAreas(levels.map((dbm) => reading(105.05, 22.85, dbm)), '4G', DEFAULT_MEASURED_RULE);
  expect(at([-80, -80])).toEqual({ known: [], covered: [] });
  expect(at([-80, -120, -99]).covered).toHaveLength(1);
  expect(at([-80, -120, -101])).toMatchObject({ covered: [] });
  expect(at([-80, -120, -101]).known).toHaveLength(1);
  expect(areaKm2(at([-80, -80, -80]).known)).toBeCloseTo(0.0625, 3);
});

test('covered, gap and no data add up, whatever was measured, in whatever order', () => {
  fc.assert(fc.property(readings, (drawn) => {
    const hamlets = [locality({ position: [105.03, 22.83] }), locality({ position: [105.15, 22.95] })];
    const one = computeGaps(input({ measurements: drawn, cells: [cell({ position: [105.05, 22.85], operator: 'C' })], localities: hamlets }), { ...DEFAULT_SETTINGS, byOperator: true });
    for (const row of one) {
      expect(Math.abs((row.coveredKm2 ?? 0) + (row.gapKm2 ?? 0) + row.noDataKm2 - row.areaKm2) / row.areaKm2).toBeLessThan(1e-6);
      if (row.state === 'no-data') expect([row.gapKm2, row.localitiesTrang, row.populationGap]).toEqual([null, null, null]);
    }
    const other = computeGaps(input({ measurements: drawn.slice().reverse(), cells: [cell({ position: [105.05, 22.85], operator: 'C' })], localities: hamlets }), { ...DEFAULT_SETTINGS, byOperator: true });
    expect(other).toEqual(one);
  }), { numRuns: 40, seed: 2 });
});

test('a reading without operator speaks only for all together', () => {
  const rows = computeGaps(input({ measurements: [1, 2, 3].map((i) => reading(105.05 + i * 1e-6, 22.81, -80, null)) }), { ...DEFAULT_SETTINGS, byOperator: true });
  expect(new Set(rows.map((r) => r.operator))).toEqual(new Set(['*']));
  expect(rows.find((r) => r.code === '90000' && r.technology === '4G')!.coveredKm2).toBeGreaterThan(0.05);
  expect(rows.find((r) => r.code === '90003')!.state).toBe('no-data');
});

test('in the province’s figures no data is neither covered nor gap', () => {
  const measurements = [1, 2, 3].map((i) => reading(105.05 + i * 1e-6, 22.81, -80));
  const figures = provinceFigures(computeGaps(input({ measurements, localities: [locality({ position: [105.15, 22.95] })] }), DEFAULT_SETTINGS).filter((r) => r.technology === '4G'));
  expect(figures.coveredShare!).toBeLessThan(0.001);
  expect(figures.coveredKm2! + figures.gapKm2! + figures.noDataKm2).toBeCloseTo(figures.areaKm2, 6);
  expect([figures.peopleCoveredShare, figures.localitiesReachedShare]).toEqual([null, null]);
});
