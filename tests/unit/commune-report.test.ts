/** A commune's report against counts made another way: every hamlet against every station, by the geodesic alone. */
import { describe, expect, test } from 'vitest';
import { type CommuneReport, planReports, type ReportScope } from '../../src/core/commune-report';
import { rankOf } from '../../src/core/commune-rank';
import { areaKm2, distanceMeters } from '../../src/core/geodesic';
import type { Cell, LngLat, OldUnit, Technology } from '../../src/core/model';
import { nearestKm } from '../../src/core/nearest';
import { DEFAULT_RADIUS_METERS, DEFAULT_SETTINGS } from '../../src/core/settings';
import { bundledInput } from './bundled-data';
import { cell, input, locality } from './made-up';

const OPERATORS = ['Nhà mạng A', 'Nhà mạng B', 'Nhà mạng C'];
const scope: ReportScope = { of: ['2G', '3G', '4G'], operators: null, each: OPERATORS, off: [] };
const CODES = ['00715', '00889', '01216'];

const reaches = (c: Cell, point: LngLat) => distanceMeters(c.position, point) <= (c.radiusMeters ?? DEFAULT_RADIUS_METERS[c.technology]);
const reached = (point: LngLat, wanted: (c: Cell) => boolean) => bundledInput.cells!.some((c) => wanted(c) && reaches(c, point));

describe.each([[[] as Technology[]], [['2G'] as Technology[]]])('bundled data, off: %j', (off) => {
  const plan = planReports(bundledInput, DEFAULT_SETTINGS, { ...scope, off });
  const counted = (c: Cell) => !off.includes(c.technology);
  const communes = plan.communes.filter((c) => CODES.includes(c.code));
  const reports = communes.map((c) => plan.reportOf(c, 3));

  test.each(reports.map((r) => [r.commune.name, r] as const))('%s: hamlets by state, operators and technology', (_, report) => {
    const hamlets = bundledInput.localities!.filter((h) => h.communeCode === report.commune.code);
    expect(report.hamlets).toHaveLength(hamlets.length);
    for (const h of report.hamlets) {
      const at = h.locality.position;
      expect(h.state === 'trang').toBe(!reached(at, counted));
      expect(h.operators).toEqual(OPERATORS.filter((o) => reached(at, (c) => counted(c) && c.operator === o)));
      expect(h.bestTechnology).toBe((['4G', '3G', '2G'] as const).find((t) => !off.includes(t) && reached(at, (c) => c.technology === t)) ?? null);
      expect(h.nearestMastKm).toBeCloseTo(nearestKm(at, bundledInput.cells!.filter(counted).map((c) => c.position))!, 9);
    }
    expect(report.together.localitiesTrang).toBe(report.hamlets.filter((h) => h.state === 'trang').length);
  });

  test.each(reports.map((r) => [r.commune.name, r] as const))('%s: operators that serve add up to hamlets and people', (_, { servedBy, hamlets, together }) => {
    expect(servedBy.map((s) => s.operators)).toEqual([0, 1, 2, 3]);
    expect(servedBy.reduce((n, s) => n + s.hamlets, 0)).toBe(hamlets.length);
    expect(servedBy.reduce((n, s) => n + s.people!, 0)).toBe(together.population);
    expect(servedBy[0]).toMatchObject({ hamlets: together.localitiesTrang, people: together.populationGap });
  });

  test.each(reports.map((r) => [r.commune.name, r] as const))('%s: gaps by size, distances from their poles', (_, report) => {
    const { largestGaps, together, gap } = report;
    if (together.state === 'covered') return;
    expect(largestGaps[0]!.areaKm2).toBe(together.largestGapKm2);
    expect(largestGaps[0]!.pole).toEqual(together.largestGapPoint);
    expect(largestGaps[0]!.nearestMast!.km).toBe(together.nearestSiteKm);
    expect(largestGaps[0]!.nearestFibreKm).toBe(together.nearestFibreKm);
    // Polygons with vertices for arcs against the exact figure.
    expect(areaKm2(gap)).toBeCloseTo(together.gapKm2!, 2);
    for (const g of largestGaps) {
      expect(g.mastKmByOperator.map(({ operator }) => operator)).toEqual(OPERATORS);
      expect(Math.min(...g.mastKmByOperator.map(({ km }) => km!))).toBe(g.nearestMast!.km);
    }
    expect(largestGaps.every((g, i) => i === 0 || g.areaKm2 <= largestGaps[i - 1]!.areaKm2)).toBe(true);
  });

  test('the old units of a commune, each with its endpoint', () => {
    for (const { centres, commune } of reports) {
      expect(centres.map(({ unit }) => unit.code)).toEqual(bundledInput.oldUnits.filter((u) => u.communes.some((c) => c.code === commune.code)).map((u) => u.code));
      for (const c of centres) {
        expect(c.fibre!.fibreId).toBe(`FO-${c.unit.code}`);
        if (c.unit.centre) expect(c.reachedBy).toEqual(scope.of.filter((t) => !off.includes(t) && reached(c.unit.centre!, (x) => x.technology === t)));
      }
    }
  });

  test('together as in the whole report, for every commune', () => {
    for (const [i, commune] of communes.entries()) expect(plan.togetherOf(commune)).toEqual(reports[i]!.together);
  });
});

describe('reasons', () => {
  const here: LngLat = [105.05, 22.95];
  const report = (cells: Cell[], part: Partial<ReportScope> = {}, reportedState: 'trang' | null = null): CommuneReport => {
    const reportInput = { ...input({ cells, localities: [locality({ position: here, reportedState })] }), oldUnits: [] as OldUnit[] };
    const plan = planReports(reportInput, DEFAULT_SETTINGS, { of: ['2G', '4G'], operators: null, each: ['A', 'B'], off: [], ...part });
    return plan.reportOf(plan.communes.find((c) => c.code === '90001')!, 1);
  };
  const near = (technology: Technology, operator: string, radiusMeters = 5000) => cell({ position: [105.051, 22.95], technology, operator, radiusMeters });
  const far = cell({ position: [105.15, 22.85], operator: 'B' });

  test.each([
    ['nothing reaches', [far, near('4G', 'A', 50)], {}, { code: 'no-mast-in-reach' }],
    ['what has ended', [near('2G', 'A'), far], { off: ['2G'] }, { code: 'only-ended', technologies: ['2G'] }],
    ['what is not counted', [near('3G', 'A'), far], {}, { code: 'only-uncounted', technologies: ['3G'] }],
    ['still works before ended', [near('3G', 'A'), near('2G', 'A'), far], { off: ['2G'] }, { code: 'only-uncounted', technologies: ['3G'] }],
    ['part of the houses', [near('4G', 'A', 300), far], {}, { code: 'partly-covered' }],
    ['one operator', [near('4G', 'A'), far], {}, { code: 'one-operator', operator: 'A' }],
    ['two operators', [near('4G', 'A'), near('2G', 'B')], {}, null],
    ['one operator that alone has data', [near('4G', 'A')], {}, null],
  ] as [string, Cell[], Partial<ReportScope>, unknown][])('%s', (_, cells, part, reason) => {
    expect(report(cells, part).hamlets[0]!.reason).toEqual(reason);
  });

  test('no data is no state, no operators, no reason', () => {
    const { hamlets, servedBy, largestGaps } = report([near('3G', 'A')]);
    expect(hamlets[0]).toMatchObject({ state: null, operators: null, reason: null, agrees: null });
    expect([servedBy, largestGaps]).toEqual([[], []]);
  });

  test('reported beside computed', () => {
    expect([report([far], {}, 'trang'), report([near('4G', 'A')], {}, 'trang'), report([far])].map((r) => r.hamlets[0]!.agrees)).toEqual([true, false, null]);
  });
});

test('ranks say ties and shares of the whole', () => {
  const plan = planReports({ ...input({ cells: [cell({ position: [105.05, 22.95] })] }), oldUnits: [] }, DEFAULT_SETTINGS, { of: ['4G'], operators: null, each: [], off: [] });
  const rows = plan.communes.map((c) => plan.togetherOf(c));
  const set = rows.map((row, i) => ({ ...row, populationGap: [5, 9, 5, null, 1][i]! }));
  expect(set.map((row) => rankOf(set, row.code, 'people')).map((r) => [r.rank, r.tied, r.of, r.shareOfAll])).toEqual([[2, 1, 4, 0.25], [1, 0, 4, 0.45], [2, 1, 4, 0.25], [null, 0, 4, null], [4, 0, 4, 0.05]]);
  expect(rankOf(rows, '90001', 'share').shareOfAll).toBeNull();
});
