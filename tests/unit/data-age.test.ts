/** The age of data is told from dates alone, and never as more than it is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageInMonths, DATA_AGE_LIMIT_MONTHS, isOld } from '../../src/core/data-age';

test.each([
  ['2024-05', '2026-11-24', 29], ['2024-05', '2026-05-31', 23], ['2024-05', '2026-06-01', 24], ['2024-11-24', '2026-11-24', 24], ['2024-11-25', '2026-11-24', 23],
  ['2024', '2026-12-31', 23], ['2024', '2027-01-01', 24], ['2027-01', '2026-11-24', 0],
])('%s on %s: %i months', (date, today, months) => {
  expect([ageInMonths(date, today), isOld(date, today)]).toEqual([months, months >= DATA_AGE_LIMIT_MONTHS]);
});

test('a month later is a month older, and a date told less exactly is never older', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 28 }), (from, day, months, thisDay) => {
    const iso = (month: number, d: number) => `${1990 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
    const date = iso(from, day);
    const age = ageInMonths(date, iso(from + months, thisDay));
    expect(ageInMonths(date, iso(from + months + 1, thisDay)) - age).toBe(months === 0 && thisDay < day ? 0 : 1);
    expect(ageInMonths(date.slice(0, 7), iso(from + months, thisDay))).toBeLessThanOrEqual(age);
    expect(ageInMonths(date.slice(0, 4), iso(from + months, thisDay))).toBeLessThanOrEqual(age);
  }));
});
