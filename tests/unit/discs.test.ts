/** The exact engine of discs: its curves against the geodesics, its gaps against the polygon kernel, its laws. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCover } from '../../src/core/cover';
import { areaAlong, circleOf, pointAt, powerOf, writeInSpace } from '../../src/core/discs/circle';
import { destination, discRing, distanceMeters, ringAreaM2 } from '../../src/core/geodesic';
import type { LngLat, Ring } from '../../src/core/model';
import { communeRegion, regionOf } from '../../src/core/region';
import type { Shape } from '../../src/core/shape';
import { agreement } from './disc-agreement';
import { fiveCommunes, rectangle } from './made-up';
import { DEGENERATE, degenerateShapes, randomShapes, stream } from './made-up-discs';

const communes = fiveCommunes();
const disc = (centre: LngLat, radiusMeters: number): Shape => ({ centre, radiusMeters, azimuthDeg: 0, widthDeg: 360 });
const centre = fc.tuple(fc.double({ min: 103, max: 109, noNaN: true }), fc.double({ min: 8, max: 24, noNaN: true }));
const seeds = fc.nat({ max: 1e6 });

describe('the edge of a disc', () => {
  test('lies at the geodesic radius, to a millionth of it at most', () => {
    fc.assert(fc.property(centre, fc.double({ min: 10, max: 50_000, noNaN: true }), fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }), (at, radius, angle) => {
      const off = Math.abs(distanceMeters(at, pointAt(circleOf(at, radius), angle)) - radius);
      expect(off).toBeLessThan(1e-8 + 2e-17 * radius ** 3);
    }));
  });

  test('has inside the points that are nearer than the radius', () => {
    fc.assert(fc.property(centre, fc.double({ min: 10, max: 30_000, noNaN: true }), fc.double({ min: 0, max: 360, noNaN: true }), (at, radius, azimuth) => {
      const power = (meters: number) => {
        const space = new Float64Array(3);
        writeInSpace(...destination(at, azimuth, meters), space, 0);
        return powerOf(circleOf(at, radius), space[0]!, space[1]!, space[2]!);
      };
      expect(power(radius - 1e-3)).toBeLessThan(0);
      expect(power(radius + 1e-3)).toBeGreaterThan(0);
    }));
  });

  test('encloses the disc’s area, whole and in parts', () => {
    fc.assert(fc.property(centre, fc.double({ min: 100, max: 50_000, noNaN: true }), fc.double({ min: 0.1, max: 6, noNaN: true }), (at, radius, angle) => {
      const circle = circleOf(at, radius);
      const area = areaAlong(circle, 0, 2 * Math.PI, 0);
      expect(area / ringAreaM2(discRing(at, radius, 8192))).toBeCloseTo(1, 8);
      expect((areaAlong(circle, 0, angle, 5) + areaAlong(circle, angle, 2 * Math.PI, 5)) / area).toBeCloseTo(1, 11);
    }), { numRuns: 30 });
  });
});

describe('gaps of stations', () => {
  test('are what the polygon kernel finds', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const found = agreement(randomShapes(stream(seed)), communes);
      expect(found.failures).toEqual([]);
      expect(found.degenerate).toBe(0);
    }), { numRuns: 120 });
  });

  test('are what the kernel finds where stations stand in degenerate ways, or are left to it', () => {
    fc.assert(fc.property(seeds, (seed) => {
      expect(agreement(degenerateShapes(stream(seed), communes), communes).failures).toEqual([]);
    }), { numRuns: 60 });
  });

  test.each(Object.keys(DEGENERATE))('%s', (family) => {
    for (let seed = 0; seed < 4; seed++) expect(agreement(DEGENERATE[family]!(stream(seed), communes), communes).failures).toEqual([]);
  });

  test('four discs through one point are recognised as degenerate, and counted', () => {
    const crowd = [0, 1, 2, 3].map((i) => disc(destination([105.05, 22.9], i * 90 + 10, 3000), 3000));
    const region = regionOf([rectangle(105, 22.85, 105.1, 22.95)]);
    expect(createCover(crowd, []).leftOf(region).degenerate).toBe(true);
    expect(createCover(crowd.slice(0, 2), []).leftOf(region).degenerate).toBe(false);
  });

  test('of three sectors that fill a circle are the disc’s', () => {
    const at: LngLat = [105.07, 22.87];
    const tiles = [10, 130, 250].map((azimuthDeg): Shape => ({ centre: at, radiusMeters: 2500, azimuthDeg, widthDeg: 120 }));
    for (const { geometry } of communes) {
      const region = communeRegion(geometry);
      expect(createCover(tiles, []).leftOf(region).areaM2).toBe(createCover([disc(at, 2500)], []).leftOf(region).areaM2);
    }
  });

  test('of parts of a region add up to its own', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const cover = createCover(randomShapes(stream(seed)), []);
      const left = (west: number, east: number) => cover.leftOf(regionOf([rectangle(west, 22.8, east, 23)]));
      const [whole, ...parts] = [left(105, 105.2), left(105, 105.0813), left(105.0813, 105.2)];
      expect(Math.abs(parts[0]!.areaM2 + parts[1]!.areaM2 - whole.areaM2)).toBeLessThan(1);
    }));
  });

  test('a region that touches itself in a point is two pieces, in a vertex or along an edge', () => {
    const bowTie: Ring = [[105, 22.9], [105.05, 22.93], [105.1, 22.9], [105.1, 22.96], [105.05, 22.93], [105, 22.96], [105, 22.9]];
    const hooked: Ring = [[105, 22.9], [105.1, 22.9], [105.1, 22.96], [105.05, 22.9], [105, 22.96], [105, 22.9]];
    for (const ring of [bowTie, hooked]) {
      const left = createCover([disc([105.02, 22.905], 300)], []).leftOf(regionOf([ring]));
      expect(left.largest()!.areaM2 / left.areaM2).toBeCloseTo(0.5, 1);
    }
  });

  test('two discs part the gap between them as soon as they touch', () => {
    // A strip as high as the discs: they reach its long sides and touch in its middle.
    const region = regionOf([rectangle(105, 22.9, 105.1, 22.92)]);
    const half = distanceMeters([105.05, 22.9], [105.05, 22.92]) / 2;
    const share = (radius: number) => {
      const left = createCover([disc([105.05, 22.9], radius), disc([105.05, 22.92], radius)], []).leftOf(region);
      return left.largest()!.areaM2 / left.areaM2;
    };
    expect(share(half - 0.01)).toBeCloseTo(1, 9);
    expect(share(half + 0.01)).toBeCloseTo(0.5, 3);
    expect(createCover([disc([105.05, 22.9], half), disc([105.05, 22.92], half)], []).leftOf(region).degenerate).toBe(true);
  });
});
