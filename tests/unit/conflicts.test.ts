import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCommuneIndex } from '../../src/core/commune-index';
import { findConflicts } from '../../src/core/conflicts';
import type { Measurement } from '../../src/core/model';
import { DEFAULT_MEASURED_RULE } from '../../src/core/settings';
import { blob, fiveCommunes } from './made-up';

const reading = (lng: number, signalDbm: number, operator: string | null = 'A', technology: Measurement['technology'] = '4G'): Measurement => ({ position: [lng, 22.85], technology, operator, signalDbm, measuredAt: null, speedMbps: null });
const claims = [blob([105.05, 22.85], 3000, 0, false, '4G', 'A'), blob([105.15, 22.85], 3000, 0, false, '4G', 'B')];
const index = createCommuneIndex(fiveCommunes());
const kinds = (readings: Measurement[]) => findConflicts(readings, claims, index, DEFAULT_MEASURED_RULE).points.map((p) => p.kind);

test('claimed but poor, usable but unclaimed; weak speaks neither way', () => {
  expect(kinds([reading(105.05, -115), reading(105.15, -90), reading(105.05, -90), reading(105.15, -115), reading(105.05, -105), reading(105.15, -105)])).toEqual(['claimed-but-poor', 'usable-but-unclaimed']);
});

test('a pair that no claim names is never a conflict; without operator all claims of the technology count', () => {
  expect(kinds([reading(105.05, -115, 'C'), reading(105.05, -115, 'A', '3G')])).toEqual([]);
  expect(kinds([reading(105.15, -115, null), reading(105.1, -80, null)])).toEqual(['claimed-but-poor', 'usable-but-unclaimed']);
});

test('counts by commune add up, whatever the order', () => {
  const drawn = fc.array(fc.record({ lng: fc.double({ min: 104.98, max: 105.22, noNaN: true }), dbm: fc.integer({ min: -125, max: -70 }), operator: fc.constantFrom('A', 'B', 'C', null) }), { maxLength: 80 });
  fc.assert(fc.property(drawn, (list) => {
    const readings = list.map((d) => reading(d.lng, d.dbm, d.operator));
    const { points, byCommune } = findConflicts(readings, claims, index, DEFAULT_MEASURED_RULE);
    const sum = (field: 'readings' | 'claimedButPoor' | 'usableButUnclaimed') => [...byCommune.values()].reduce((n, c) => n + c[field], 0);
    expect(sum('readings')).toBe(readings.filter((r) => r.operator !== 'C').length);
    expect(sum('claimedButPoor') + sum('usableButUnclaimed')).toBe(points.length);
    const other = findConflicts(readings.slice().reverse(), claims, index, DEFAULT_MEASURED_RULE);
    expect(new Map([...other.byCommune].sort())).toEqual(new Map([...byCommune].sort()));
  }), { numRuns: 50 });
});
