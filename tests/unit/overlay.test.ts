import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collapseBeyond } from '../../src/core/collapse';
import { createCover } from '../../src/core/cover';
import { areaKm2, ringAreaM2 } from '../../src/core/geodesic';
import type { Ring } from '../../src/core/model';
import { boundaryRings, connectedPieces, difference, mend, union } from '../../src/core/overlay';
import { boxOfPoints } from '../../src/core/box';
import { poleOfInaccessibility } from '../../src/core/pole';
import { shapeRing, type Shape } from '../../src/core/shape';
import { blob, rectangle } from './made-up';

const area = (rings: readonly Ring[]) => rings.reduce((sum, ring) => sum + ringAreaM2(ring), 0);

describe('connected pieces', () => {
  test('squares that touch in a corner are apart', () => {
    const rings = difference([rectangle(105, 22, 105.2, 22.2)], [rectangle(105, 22, 105.1, 22.1), rectangle(105.1, 22.1, 105.2, 22.2)]);
    expect(connectedPieces(rings)).toHaveLength(2);
  });

  test('a chessboard has as many pieces as black fields', () => {
    const white: Ring[] = [];
    for (let i = 0; i < 6; i++) for (let j = 0; j < 6; j++) if ((i + j) % 2) white.push(rectangle(105 + i * 0.01, 22 + j * 0.01, 105.01 + i * 0.01, 22.01 + j * 0.01));
    const pieces = connectedPieces(difference([rectangle(105, 22, 105.06, 22.06)], white));
    expect(pieces).toHaveLength(18);
    expect(areaKm2(pieces)).toBeCloseTo(area([rectangle(105, 22, 105.06, 22.06)]) / 2e6, 3);
  });

  test('a hole that touches the border once leaves one piece, twice leaves two', () => {
    const diamond = (west: number, east: number): Ring => [[west, 22.05], [(west + east) / 2, 22.02], [east, 22.05], [(west + east) / 2, 22.08], [west, 22.05]];
    const square: Ring = [[105, 22], [105.1, 22], [105.1, 22.05], [105.1, 22.1], [105, 22.1], [105, 22.05], [105, 22]];
    const once = connectedPieces(difference([square], [diamond(105, 105.06)]));
    expect(once).toHaveLength(1);
    expect(areaKm2(once)).toBeCloseTo((area([square]) - area([diamond(105, 105.06)])) / 1e6, 6);
    expect(connectedPieces(difference([square], [diamond(105, 105.1)]))).toHaveLength(2);
  });

  test('no area is lost where a hole and a spike lie on the same border', () => {
    const outer: Ring = [[105.06397823, 22.62359617], [105.05714495, 22.63738104], [105.05245559, 22.64044671], [105.03938363, 22.62656747], [105.03931361, 22.61752971], [105.05093476, 22.61569889], [105.06397823, 22.62359617]];
    const hole: Ring = [[105.04952188, 22.63733182], [105.05245559, 22.64044671], [105.05565344, 22.63835611], [105.05304374, 22.63677677], [105.04952188, 22.63733182]];
    const twice: Ring = [[105.01663681, 22.67093533], [105.02270567, 22.67460957], [105.01870446, 22.68267504], [105.01872239, 22.68509615], [105.02384431, 22.69053313], [105.0227939, 22.69210551], [105.02505499, 22.69450709], [105.02280991, 22.69786522], [105.02043105, 22.69564247], [105.02384431, 22.69053313], [105.01277888, 22.67878704], [105.01663681, 22.67093533]];
    const region = [twice, outer, hole];
    expect(areaKm2(connectedPieces(region))).toBeCloseTo(area(region) / 1e6, 6);
  });

  test('a hole belongs to the piece around it', () => {
    const pieces = connectedPieces(difference([rectangle(105, 22, 105.1, 22.1), rectangle(105.2, 22, 105.3, 22.1)], [rectangle(105.22, 22.02, 105.28, 22.08)]));
    expect(pieces.map((p) => p.length).sort()).toEqual([1, 2]);
  });
});

test('a figure of eight is mended into its two loops', () => {
  const eight: Ring = [[105, 22], [105.1, 22.1], [105.1, 22], [105, 22.1], [105, 22]];
  expect(connectedPieces(mend([eight]))).toHaveLength(2);
});

test('the pole lies inside even the thinnest piece', () => {
  fc.assert(fc.property(fc.double({ min: 1e-6, max: 0.1, noNaN: true }), (height) => {
    const [lng, lat] = poleOfInaccessibility([rectangle(105, 22, 105.1, 22 + height)]);
    expect(lng > 105 && lng < 105.1 && lat > 22 && lat < 22 + height).toBe(true);
  }));
});

const shape = fc.record({
  centre: fc.tuple(fc.double({ min: 105, max: 105.2, noNaN: true }), fc.double({ min: 22, max: 22.2, noNaN: true })),
  radiusMeters: fc.constantFrom(300, 800, 2500, 2500, 4000, 12000),
  azimuthDeg: fc.integer({ min: 0, max: 359 }),
  widthDeg: fc.constantFrom(360, 360, 360, 120, 200),
}).map((s): Shape => (s.widthDeg < 360 ? s : { ...s, azimuthDeg: 0 }));

/** A border of many vertices. */
const wavy: Ring = [];
for (let i = 0; i < 2000; i++) {
  const turn = (i / 2000) * 2 * Math.PI;
  const reach = 0.08 * (1 + 0.2 * Math.sin(turn * 17) + 0.03 * Math.sin(turn * 90));
  wavy.push([105.1 + reach * Math.cos(turn), 22.1 + reach * Math.sin(turn)]);
}
wavy.push(wavy[0]!);

test('thinning by polygons changes no area either', () => {
  const centre = fc.tuple(fc.double({ min: 105, max: 105.2, noNaN: true }), fc.double({ min: 22, max: 22.2, noNaN: true }));
  const blobs = fc.array(fc.tuple(centre, fc.integer({ min: 300, max: 12000 }), fc.double({ min: 0, max: 0.3, noNaN: true }), fc.boolean()), { minLength: 1, maxLength: 8 });
  fc.assert(fc.property(blobs, (drawn) => {
    const areas = drawn.map(([at, radius, wobble, hole]) => blob(at, radius, wobble, hole, '4G', 'A').geometry);
    const thin = area(createCover([], areas).subtractFrom([wavy], boxOfPoints(wavy)));
    const full = area(difference([wavy], areas.flatMap((a) => boundaryRings(a))));
    // A crossing is rounded to the grid, which turns a long edge by a hair.
    expect(Math.abs(thin - full) / area([wavy])).toBeLessThan(1e-7);
  }), { numRuns: 150, seed: 11 });
});

test('thinning by discs changes no area: the same as the kernel finds with every vertex', () => {
  fc.assert(fc.property(fc.array(shape, { minLength: 1, maxLength: 30 }), (shapes) => {
    const thin = area(createCover(shapes, []).subtractFrom([wavy], boxOfPoints(wavy)));
    const full = area(difference([wavy], shapes.map((s) => shapeRing(s))));
    // A disc that touches a larger one from inside is left out whole: the polygons differ by the sagitta, 0.03 % of the radius.
    expect(Math.abs(thin - full) / area([wavy])).toBeLessThan(1e-6);
  }), { numRuns: 150, seed: 7 });
});

test('what lies beyond a side of the box can be cut short without a change inside', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true })), { minLength: 3, maxLength: 25 }), (points) => {
    const ring: Ring = mend([[...points, points[0]!] as Ring])[0] ?? [];
    if (ring.length < 4) return;
    const box = rectangle(1, 1, 2, 2);
    const short = collapseBeyond(ring, [1, 1, 2, 2]);
    expect(Math.abs(area(difference([box], [ring])) - area(difference([box], short.length ? [short] : [])))).toBeLessThan(area([box]) * 1e-8);
  }), { numRuns: 200, seed: 3 });
});

test('a claim of the whole world covers a commune whole', () => {
  const cover = createCover([], [[[rectangle(-179, -80, 179, 80)]]]);
  expect(area(cover.subtractFrom([rectangle(105, 22, 105.1, 22.1)], [105, 22, 105.1, 22.1]))).toBe(0);
  const half = createCover([], [[[rectangle(-179, -80, 105.05, 80)]]]);
  const left = area(half.subtractFrom([rectangle(105, 22, 105.1, 22.1)], [105, 22, 105.1, 22.1]));
  expect(left / area([rectangle(105.05, 22, 105.1, 22.1)])).toBeCloseTo(1, 8);
});

test('boundary rings keep the inside on their left whichever way they came', () => {
  const outer = rectangle(105, 22, 105.1, 22.1);
  const hole = rectangle(105.02, 22.02, 105.08, 22.08);
  const expected = area([outer]) - area([hole]);
  for (const polygon of [[outer, hole], [outer.slice().reverse(), hole], [outer, hole.slice().reverse()]]) {
    expect(area(boundaryRings([polygon]))).toBeCloseTo(expected, 3);
  }
  expect(area(union([outer, hole]))).toBeCloseTo(area([outer]), 3);
});
