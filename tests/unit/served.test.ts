/** Land by the number of its operators and by its best technology. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeGaps } from '../../src/core/gaps';
import { areaKm2, ringAreaM2 } from '../../src/core/geodesic';
import type { MultiPolygonRings, Technology } from '../../src/core/model';
import { boundaryRings, difference, intersection, union } from '../../src/core/overlay';
import { planServed } from '../../src/core/served';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { servedShape } from '../../src/core/radius-model';
import { shapeRing } from '../../src/core/shape';
import { cell, fiveCommunes, input } from './made-up';

const position = fc.tuple(fc.double({ min: 104.98, max: 105.22, noNaN: true }), fc.double({ min: 22.78, max: 23.02, noNaN: true }));
const stations = fc.array(
  fc.record({ position, technology: fc.constantFrom<Technology>('2G', '3G', '4G'), operator: fc.constantFrom('A', 'B', 'C'), radiusMeters: fc.integer({ min: 500, max: 6000 }) }).map((part) => cell(part)),
  { minLength: 1, maxLength: 20 },
);
const communes = fiveCommunes();
const square = (rings: ReturnType<typeof union>) => rings.reduce((sum, ring) => sum + ringAreaM2(ring), 0) / 1e6;

test('is what overlaying the operators’ polygons finds, and adds up to the commune', () => {
  fc.assert(fc.property(stations, (cells) => {
    const plan = planServed(input({ cells }), DEFAULT_SETTINGS);
    const own = plan.operators.map((operator) => union(cells.filter((c) => c.operator === operator).map((c) => shapeRing(servedShape(c, DEFAULT_SETTINGS)!, 1024))));
    for (const commune of communes) {
      const land = plan.landOf(commune);
      const scale = areaKm2(commune.geometry);
      expect(land.byOperatorsKm2.reduce((a, b) => a + b, 0) / scale).toBeCloseTo(1, 9);
      expect(([...land.bestKm2.values()].reduce((a, b) => a + b, 0) + land.unservedKm2) / scale).toBeCloseTo(1, 9);
      expect(land.byOperatorsKm2[0]! / scale).toBeCloseTo(land.unservedKm2 / scale, 9);
      // Peels the commune: what one more operator serves goes up by one.
      let layers = [boundaryRings(commune.geometry)];
      for (const cover of own) layers = [...layers, []].map((layer, k) => [...difference(layer, cover), ...(k > 0 ? intersection(layers[k - 1]!, cover) : [])]);
      land.byOperatorsKm2.forEach((area, k) => expect(Math.abs(area - square(layers[k]!)) / scale).toBeLessThan(2e-6));
    }
  }), { numRuns: 25 });
});

test('the best technology’s land is what it serves, of the next what the better ones leave', () => {
  fc.assert(fc.property(stations, (cells) => {
    const plan = planServed(input({ cells }), DEFAULT_SETTINGS);
    const best = plan.technologies[0]!;
    for (const row of computeGaps(input({ cells }), { ...DEFAULT_SETTINGS, technologies: [best] }).filter((r) => r.technology === best)) {
      const land = plan.landOf(communes.find((c) => c.code === row.code)!);
      expect(land.bestKm2.get(best)! / row.areaKm2).toBeCloseTo(row.coveredKm2! / row.areaKm2, 9);
    }
  }), { numRuns: 25 });
});

test('an operator switched off and one that serves nothing count as they are', () => {
  const cells = [cell({ position: [105.05, 22.85], operator: 'A', radiusMeters: 60_000 }), cell({ position: [105.05, 22.85], operator: 'B', status: 'off' })];
  const plan = planServed(input({ cells }), DEFAULT_SETTINGS);
  expect(plan.operators).toEqual(['A', 'B']);
  for (const commune of communes) {
    const land = plan.landOf(commune);
    const geometry: MultiPolygonRings = commune.geometry;
    expect(land.byOperatorsKm2[1]).toBeCloseTo(areaKm2(geometry), 6);
    expect(land.byOperatorsKm2[0]! + land.byOperatorsKm2[2]!).toBeLessThan(1e-6);
  }
});
