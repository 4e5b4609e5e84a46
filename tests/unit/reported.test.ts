/** What a reported share may have meant, and how far each meaning is from it. */
import { expect, test } from 'vitest';
import { planGaps } from '../../src/core/gaps';
import type { GapRow } from '../../src/core/model';
import { compareReported, fittedByModel, REPORTED_QUESTIONS } from '../../src/core/reported';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { bundledInput } from './bundled-data';

const plan = planGaps(bundledInput, DEFAULT_SETTINGS, REPORTED_QUESTIONS);
const results = plan.communes.map((commune) => plan.gapsOf(commune).rows);
const rows = REPORTED_QUESTIONS.map((_, q) => results.map((r) => r[q]!));
const sum = (of: readonly GapRow[], field: 'gapKm2' | 'areaKm2' | 'populationGap' | 'population' | 'localitiesTrang' | 'localities') => of.reduce((n, row) => n + row[field]!, 0);

test('every meaning and basis, as sums give them', () => {
  const { province, communes } = compareReported(rows, 0.986, () => false);
  expect(province.candidates).toHaveLength(9);
  expect(communes.map((c) => c.code)).toEqual(plan.communes.map((c) => c.code));
  for (const { meaning, basis, share, difference } of province.candidates) {
    const own = rows[['any', 'any-without-2G', '4G'].indexOf(meaning)]!;
    const expected = { land: sum(own, 'gapKm2') / sum(own, 'areaKm2'), people: sum(own, 'populationGap') / sum(own, 'population'), hamlets: sum(own, 'localitiesTrang') / sum(own, 'localities') }[basis];
    expect(share).toBeCloseTo(1 - expected, 9);
    expect(difference).toBeCloseTo(1 - expected - 0.986, 9);
  }
});

test('the closest is the least difference, in the province and in every commune', () => {
  const { province, communes } = compareReported(rows, 0.986, fittedByModel);
  for (const { candidates, closest } of [province, ...communes]) {
    expect(Math.abs(closest!.difference!)).toBe(Math.min(...candidates.flatMap((c) => (c.difference === null ? [] : [Math.abs(c.difference)]))));
    expect(closest!.fitted).toBe(false);
  }
});

test('what was fitted has no difference', () => {
  const fitted = compareReported(rows, 0.986, fittedByModel).province.candidates.filter((c) => c.fitted);
  expect(fitted.map(({ meaning, basis, difference }) => [meaning, basis, difference])).toEqual([['any', 'hamlets', null]]);
  expect(fitted[0]!.share).toBeCloseTo(0.986, 3);
});

test('where nothing is known of the whole there is no share, no difference, no closest', () => {
  const unknown = rows.map((list) => list.map((row): GapRow => ({ ...row, state: 'no-data', gapKm2: null, coveredKm2: null, noDataKm2: row.areaKm2, gapShare: null, populationGap: null, localitiesTrang: null })));
  const { province } = compareReported(unknown, 0.986, fittedByModel);
  expect(province.candidates.every((c) => c.share === null && c.difference === null && !c.fitted)).toBe(true);
  expect(province.closest).toBeNull();
});
