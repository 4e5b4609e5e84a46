import geographiclib from 'geographiclib-geodesic';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaKm2, destination, discRing, distanceMeters, ringAreaM2, sectorRing } from '../../src/core/geodesic';
import type { LngLat, Ring } from '../../src/core/model';
import { nearestKm } from '../../src/core/nearest';
import { reaches, shapeBox, type Shape } from '../../src/core/shape';

const position = fc.tuple(fc.double({ min: 100, max: 110, noNaN: true }), fc.double({ min: 8, max: 24, noNaN: true }));

/** Area by Karney's algorithm of the ring, edges cut so short that straight in lng/lat and geodesic are the same. */
function karneyAreaM2(ring: Ring): number {
  const polygon = geographiclib.Geodesic.WGS84.Polygon(false);
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    for (let k = 0; k < 200; k++) polygon.AddPoint(a[1] + ((b[1] - a[1]) * k) / 200, a[0] + ((b[0] - a[0]) * k) / 200);
  }
  return polygon.Compute(false, true).area!;
}

describe('areas', () => {
  test('agree with Karney to 1e-9 of the area', () => {
    fc.assert(fc.property(position, fc.double({ min: 0.01, max: 0.5, noNaN: true }), ([lng, lat], size) => {
      const ring: Ring = [[lng, lat], [lng + size, lat + size * 0.3], [lng + size * 0.7, lat + size], [lng, lat]];
      expect(Math.abs(ringAreaM2(ring) / karneyAreaM2(ring) - 1)).toBeLessThan(1e-7);
    }), { numRuns: 20 });
  });

  test('of a disc are those of the disc, though it is drawn as a polygon', () => {
    for (const radius of [500, 2500, 4000, 12000]) {
      const finest = ringAreaM2(discRing([105, 22.8], radius, 4096));
      expect(ringAreaM2(discRing([105, 22.8], radius)) / finest).toBeCloseTo(1, 6);
      expect(finest / (Math.PI * radius * radius)).toBeCloseTo(1, 5);
    }
  });

  test('of a sector are its share of the disc', () => {
    expect(ringAreaM2(sectorRing([105, 22.8], 2500, 350, 120)) / ringAreaM2(discRing([105, 22.8], 2500))).toBeCloseTo(1 / 3, 4);
  });

  test('take holes away whichever way they wind', () => {
    const square: Ring = [[105, 22], [105.1, 22], [105.1, 22.1], [105, 22.1], [105, 22]];
    const hole: Ring = [[105.02, 22.02], [105.04, 22.02], [105.04, 22.04], [105.02, 22.04], [105.02, 22.02]];
    expect(areaKm2([[square, hole]])).toBeCloseTo(areaKm2([[square, hole.slice().reverse()]]), 9);
  });
});

test('reach is decided by the geodesic to the metre, in every direction', () => {
  fc.assert(fc.property(position, fc.integer({ min: 200, max: 12000 }), fc.double({ min: 0, max: 360, noNaN: true }), (centre, radiusMeters, azimuth) => {
    const disc: Shape = { centre: centre as LngLat, radiusMeters, azimuthDeg: 0, widthDeg: 360 };
    expect(reaches(disc, destination(disc.centre, azimuth, radiusMeters - 0.5))).toBe(true);
    expect(reaches(disc, destination(disc.centre, azimuth, radiusMeters + 0.5))).toBe(false);
    const sector: Shape = { ...disc, azimuthDeg: 40, widthDeg: 90 };
    const turn = Math.abs(((azimuth - 40 + 540) % 360) - 180);
    if (Math.abs(turn - 45) > 0.01) expect(reaches(sector, destination(disc.centre, azimuth, radiusMeters - 0.5))).toBe(turn < 45);
    const [west, south, east, north] = shapeBox(disc);
    const [lng, lat] = destination(disc.centre, azimuth, radiusMeters);
    expect(lng >= west && lng <= east && lat >= south && lat <= north).toBe(true);
  }));
});

test('the nearest is the nearest by geodesic', () => {
  fc.assert(fc.property(position, fc.array(position, { minLength: 1, maxLength: 30 }), (from, points) => {
    expect(nearestKm(from, points)).toBe(Math.min(...points.map((p) => distanceMeters(from, p))) / 1000);
  }), { numRuns: 50 });
  expect(nearestKm([105, 22], [])).toBeNull();
});
