import { expect, test } from 'vitest';
import { type Loaded, measuredKbps } from '../../src/state/line-measure';

const file = (transferSize: number, responseStart: number, responseEnd: number, workerStart = 0): Loaded => ({ transferSize, workerStart, responseStart, responseEnd });

test('bits over the time that any of them was on its way: side by side counts once, waiting does not count', () => {
  // 50 KB a second, shared by two files, and a third after a pause.
  expect(measuredKbps([file(50_000, 100, 2100), file(50_000, 100, 2100), file(25_000, 9000, 9500)])).toBeCloseTo(400);
  expect(measuredKbps([file(25_000, 9000, 9500), file(50_000, 600, 2100), file(50_000, 100, 2000)])).toBeCloseTo(400);
});

test('a fast line is no slow one, however short the time', () => {
  expect(measuredKbps([file(100_000, 10, 12)])).toBe(Infinity);
  expect(measuredKbps([file(20_000, 10, 600)])).toBe(Infinity);
  expect(measuredKbps([file(1_000_000, 10, 1010)])).toBe(8000);
});

test('of too little, of what a cache or a service worker gave, nothing is concluded', () => {
  expect(measuredKbps([])).toBe(null);
  expect(measuredKbps([file(2000, 0, 5000)])).toBe(null);
  expect(measuredKbps([file(0, 0, 5000), file(500_000, 0, 100_000, 5)])).toBe(null);
});
