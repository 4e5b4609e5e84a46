import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box, LngLat } from '../../src/core/model';
import { gathered } from '../../src/style/gather';
import { cameraOfBox, metersPerPixel, pushed, scaleMeters, sheetOf, unitsPerPixel, zoomedAt } from '../../src/style/mercator';
import { fittingNames } from '../../src/style/name-fit';
import { shareClass } from '../../src/style/share-class';
import { nextTowards } from '../../src/style/towards';
import { distanceMeters } from '../../src/core/geodesic';

const HOME: Box = [104.33, 22.16, 105.58, 23.4];
const place = fc.tuple(fc.double({ min: 104, max: 106, noNaN: true }), fc.double({ min: 22, max: 24, noNaN: true }));
const camera = fc.record({ lng: fc.double({ min: 104, max: 106, noNaN: true }), lat: fc.double({ min: 22, max: 24, noNaN: true }), zoom: fc.double({ min: 5, max: 17, noNaN: true }) });

describe('the projection', () => {
  const sheet = sheetOf(HOME);

  test('goes there and back', () => {
    fc.assert(fc.property(place, ([lng, lat]) => {
      const back = sheet.unproject(...sheet.project([lng, lat]));
      expect(back[0]).toBeCloseTo(lng, 9);
      expect(back[1]).toBeCloseTo(lat, 9);
    }));
  });

  test('a pixel is as long as it says, near the middle', () => {
    for (const zoom of [7, 10, 14]) {
      const at = { lng: 105, lat: 22.8, zoom };
      const east = pushed(at, -1, 0);
      expect(distanceMeters([105, 22.8], [east.lng, east.lat]) / metersPerPixel(at)).toBeCloseTo(1, 2);
    }
  });

  test('what is asked to be shown lies within what nothing covers, and touches it on one side', () => {
    const covered = { top: 10, right: 400, bottom: 20, left: 30 };
    fc.assert(fc.property(fc.integer({ min: 500, max: 2000 }), fc.integer({ min: 100, max: 1200 }), (width, height) => {
      const shown = cameraOfBox(HOME, { width, height }, covered, 22);
      const [left, top] = sheet.viewBox(shown, { width, height });
      const units = unitsPerPixel(shown.zoom);
      const pixel = (p: LngLat) => sheet.project(p).map((v, i) => (v - [left, top][i]!) / units) as [number, number];
      const [west, north] = pixel([HOME[0], HOME[3]]);
      const [east, south] = pixel([HOME[2], HOME[1]]);
      const air = [west - covered.left, north - covered.top, width - covered.right - east, height - covered.bottom - south];
      expect(Math.min(...air)).toBeGreaterThan(-1e-3);
      expect(Math.min(...air)).toBeLessThan(1e-3);
    }));
  });

  test('zooming leaves the place under the pointer where it is', () => {
    fc.assert(fc.property(camera, fc.double({ min: 5, max: 17, noNaN: true }), fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), (from, zoom, dx, dy) => {
      const under = pushed(from, -dx, -dy);
      const after = pushed(zoomedAt(from, zoom, dx, dy), -dx, -dy);
      expect(after.lng).toBeCloseTo(under.lng, 8);
      expect(after.lat).toBeCloseTo(under.lat, 8);
    }));
  });

  test('neighbours share their border at every grain, wherever their rings begin', () => {
    const border: LngLat[] = Array.from({ length: 40 }, (_, i) => [105 + Math.sin(i) * 0.003, 22.5 + i * 0.002]);
    const left: LngLat[] = [...border, [104.9, 22.578], [104.9, 22.5], border[0]!];
    const right: LngLat[] = [[105.1, 22.5], [105.1, 22.578], ...[...border].reverse(), [105.1, 22.5]];
    const points = (path: string) => path.slice(1, -1).split('L');
    for (const grain of [0.1, 60, 200]) {
      const ends = new Set(points(sheet.pathOfRings([[left]], grain)));
      const own = new Set(points(sheet.pathOfRings([[[[105.1, 22.5], [105.1, 22.578], [105.1, 22.5]]]], grain)));
      const others = points(sheet.pathOfRings([[right]], grain)).filter((p) => !own.has(p));
      const beyond = others.filter((p) => !ends.has(p));
      expect(beyond.length).toBeLessThanOrEqual(2);
      if (grain === 200) expect(others.length).toBeLessThan(border.length);
    }
  });

  test('a scale bar has a round length that fits', () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 5000, noNaN: true }), (inPixel) => {
      const meters = scaleMeters(inPixel, 110);
      expect(meters / inPixel).toBeLessThanOrEqual(110 + 1e-6);
      expect(meters / inPixel).toBeGreaterThan(110 / 2.6);
      expect(['1', '2', '5']).toContain(String(Number(meters.toPrecision(3))).replace(/^0\.0*|0+$|\./g, ''));
    }));
  });
});

describe('names', () => {
  const named = fc.array(fc.record({ name: fc.string({ minLength: 1, maxLength: 12 }), x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }), room: fc.integer({ min: 10, max: 200 }), weight: fc.integer({ min: 0, max: 100 }), slack: fc.constant(15) }), { maxLength: 40 });

  test('none stands upon another or upon an obstacle, and none without a rival is left out', () => {
    const obstacle = { left: 100, right: 140, top: 100, bottom: 130 };
    fc.assert(fc.property(named, (names) => {
      const placed = fittingNames(names, 12, [obstacle]).map(({ name, x, y }) => ({ left: x - name.length * 3.6, right: x + name.length * 3.6, top: y - 7.5, bottom: y + 7.5 }));
      const meet = (a: typeof obstacle, b: typeof obstacle) => a.left < b.right - 1e-9 && b.left < a.right - 1e-9 && a.top < b.bottom - 1e-9 && b.top < a.bottom - 1e-9;
      placed.forEach((a, i) => expect([obstacle, ...placed.slice(0, i)].some((b) => meet(a, b))).toBe(false));
    }));
    expect(fittingNames([{ name: 'Lonely', x: 10, y: 10, room: 100, weight: 1 }], 12)).toHaveLength(1);
    expect(fittingNames([{ name: 'Far too long for its land', x: 10, y: 10, room: 20, weight: 1 }], 12)).toHaveLength(0);
  });
});

test('gathering loses nothing and leaves the distant apart', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 })), { maxLength: 80 }), (points) => {
    const groups = gathered(points, (p) => p, 50);
    expect(groups.flatMap((g) => g.members)).toHaveLength(points.length);
    for (const { members, x, y } of groups) {
      expect(x).toBeCloseTo(members.reduce((s, [px]) => s + px, 0) / members.length, 6);
      for (const [px, py] of members) expect(Math.max(Math.abs(px - x), Math.abs(py - y))).toBeLessThan(50);
    }
  }));
});

test('arrow keys reach every place of a grid, and lead back', () => {
  const grid = Array.from({ length: 25 }, (_, i) => ({ x: i % 5, y: Math.floor(i / 5) }));
  for (const from of grid) {
    for (const [there, back] of [['left', 'right'], ['up', 'down']] as const) {
      const next = nextTowards(grid, from, there);
      if (next) expect(nextTowards(grid, next, back)).toBe(from);
      else expect(there === 'left' ? from.x : from.y).toBe(0);
    }
  }
});

test('classes of shares: nothing is no class, and more is never a lower class', () => {
  expect(shareClass(null)).toBeNull();
  expect(shareClass(0)).toBeNull();
  fc.assert(fc.property(fc.double({ min: 1e-6, max: 1, noNaN: true }), fc.double({ min: 1e-6, max: 1, noNaN: true }), (a, b) => {
    if (a <= b) expect(shareClass(a)!).toBeLessThanOrEqual(shareClass(b)!);
  }));
  expect(shareClass(1)).toBe(4);
});
