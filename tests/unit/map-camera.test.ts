import { expect, test } from 'vitest';
import { boxOfCommunes, isWellShown, paddingWithAir, widened } from '../../src/map/camera';

test('padding never leaves less than something to see', () => {
  for (const [width, height] of [[320, 200], [360, 640], [1440, 900]] as const) {
    for (const covered of [0, 104, 420, 2000]) {
      const p = paddingWithAir({ top: 0, left: 0, right: covered, bottom: covered }, width, height);
      expect(width - p.left - p.right).toBeGreaterThanOrEqual(59);
      expect(height - p.top - p.bottom).toBeGreaterThanOrEqual(59);
      expect(Math.min(p.top, p.left, p.right, p.bottom)).toBeGreaterThan(0);
    }
  }
});

test('a box is well shown only where no sheet lies on it and it is not a speck', () => {
  const covered = { top: 0, left: 0, right: 420, bottom: 0 };
  expect(isWellShown({ left: 100, top: 100, right: 500, bottom: 500 }, covered, 1080, 850)).toBe(true);
  expect(isWellShown({ left: 500, top: 100, right: 900, bottom: 500 }, covered, 1080, 850)).toBe(false);
  expect(isWellShown({ left: 100, top: 100, right: 140, bottom: 140 }, covered, 1080, 850)).toBe(false);
});

test('without communes the map shows the home province, with room to move', () => {
  const box = boxOfCommunes([]);
  const wide = widened(box);
  expect(wide[0]).toBeLessThan(box[0]);
  expect(wide[3]).toBeGreaterThan(box[3]);
});
