import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceMeters } from '../../src/core/geodesic';
import type { LngLat } from '../../src/core/model';
import { createNearestLine, nearestKm } from '../../src/core/nearest';

const position = fc.tuple(fc.double({ min: 104.5, max: 105.6, noNaN: true }), fc.double({ min: 22.4, max: 23.4, noNaN: true }));
const lines = fc.array(fc.array(position, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 5 });

test('the nearest place of lines is as near as the nearest of many points laid on them', () => {
  fc.assert(fc.property(position, lines, (from, drawn) => {
    const laid = drawn.flatMap((line) => line.slice(1).flatMap((end, i) => Array.from({ length: 401 }, (_, s): LngLat => {
      const [start, t] = [line[i]!, s / 400];
      return [start[0] + t * (end[0] - start[0]), start[1] + t * (end[1] - start[1])];
    })));
    const least = Math.min(...laid.map((point) => distanceMeters(from, point))) / 1000;
    const found = createNearestLine(drawn)(from)!;
    expect(found).toBeLessThanOrEqual(least + 1e-9);
    // Points laid 400 to a segment are at most half a step away from the nearest place.
    expect(found).toBeGreaterThan(least - 0.2);
  }), { numRuns: 60 });
});

test('a line is nowhere farther than its own vertices, and no lines have no distance', () => {
  fc.assert(fc.property(position, lines, (from, drawn) => {
    expect(createNearestLine(drawn)(from)!).toBeLessThanOrEqual(nearestKm(from, drawn.flat())! + 1e-9);
  }), { numRuns: 100 });
  expect(createNearestLine([])([105, 23])).toBeNull();
});
