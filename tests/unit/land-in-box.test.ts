/** Whether land lies in a box agrees with looking at many points of both. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPASS, compassPoint } from '../../src/core/compass';
import { isInBox, landMeetsBox } from '../../src/core/land-in-box';
import type { Box, LngLat, Ring } from '../../src/core/model';

const square = (x: number, y: number, side: number): Ring => [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]];

test('land around, in, across and beside the box', () => {
  const box: Box = [0, 0, 1, 1];
  expect(landMeetsBox([[square(-5, -5, 20)]], box)).toBe(true);
  expect(landMeetsBox([[square(0.4, 0.4, 0.1)]], box)).toBe(true);
  // No corner of either lies in the other.
  expect(landMeetsBox([[[[-1, 0.4], [2, 0.4], [2, 0.6], [-1, 0.6], [-1, 0.4]]]], box)).toBe(true);
  expect(landMeetsBox([[square(1.1, 0, 1)]], box)).toBe(false);
  expect(landMeetsBox([[square(1, 0, 1)]], box)).toBe(true);
  // In a hole, and in an island within the hole.
  expect(landMeetsBox([[square(-5, -5, 20), square(-2, -2, 6)]], box)).toBe(false);
  expect(landMeetsBox([[square(-5, -5, 20), square(-2, -2, 6)], [square(-1, -1, 3)]], box)).toBe(true);
  expect(landMeetsBox([], box)).toBe(false);
});

test('a triangle of which a point lies in the box meets it; one that meets it has a point there', () => {
  const coordinate = fc.integer({ min: -20, max: 20 }).map((n) => n / 4);
  const corner = fc.tuple(coordinate, coordinate) as fc.Arbitrary<LngLat>;
  fc.assert(fc.property(corner, corner, corner, corner, (a, b, c, at) => {
    const box: Box = [at[0], at[1], at[0] + 1.3, at[1] + 0.9];
    const meets = landMeetsBox([[[a, b, c, a]]], box);
    let found = false;
    for (let i = 0; i <= 40 && !found; i++) {
      for (let j = 0; j <= 40 - i && !found; j++) {
        const [u, v] = [i / 40, j / 40];
        found = isInBox([a[0] + u * (b[0] - a[0]) + v * (c[0] - a[0]), a[1] + u * (b[1] - a[1]) + v * (c[1] - a[1])], box);
      }
    }
    if (found) expect(meets).toBe(true);
    // What only grazes the box has none of the points looked at.
    const wider: Box = [box[0] - 0.4, box[1] - 0.4, box[2] + 0.4, box[3] + 0.4];
    if (!meets) expect(found).toBe(false);
    else expect(landMeetsBox([[[a, b, c, a]]], wider)).toBe(true);
  }));
});

test('eight directions, each around its own azimuth, whatever the turn', () => {
  COMPASS.forEach((name, i) => {
    for (const off of [-22, 0, 22]) for (const turn of [-360, 0, 720]) expect(compassPoint(i * 45 + off + turn)).toBe(name);
  });
});
