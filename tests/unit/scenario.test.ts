/** What if, as laws: switching off never adds, a mast never takes away, what is off is a gap and never no data. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCommuneIndex } from '../../src/core/commune-index';
import { criticalMasts } from '../../src/core/critical-masts';
import { computeGaps, type GapInput } from '../../src/core/gaps';
import type { GapRow, Measurement } from '../../src/core/model';
import { type AddedMast, applyScenario, NO_SCENARIO, type Scenario, scenarioLimits } from '../../src/core/scenario';
import { hamletServices } from '../../src/core/hamlet-service';
import { compareHamlets, compareScenario } from '../../src/core/scenario-difference';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { finished } from '../../src/core/steps';
import { cell, fiveCommunes, input, locality } from './made-up';
import { cells, coverage, localities, operator, position, technology } from './made-up-draws';

const index = createCommuneIndex(fiveCommunes());
const settings = { ...DEFAULT_SETTINGS, byOperator: true, mix: true };
const runs = { numRuns: 30, seed: 20260916 };

const scenario = (part: Omit<Partial<Scenario>, 'down'> & { down?: Partial<Scenario['down']> }): Scenario => ({ ...NO_SCENARIO, ...part, down: { ...NO_SCENARIO.down, ...part.down } });
const under = (given: GapInput, part: Parameters<typeof scenario>[0]) => applyScenario(given, scenario(part), index);
const rowsUnder = (given: GapInput, part: Parameters<typeof scenario>[0], with_ = settings) => computeGaps(under(given, part), with_);
const keyOf = (row: GapRow) => `${row.code} ${row.technology} ${row.operator}`;

/** Every row has no more signal than its counterpart before; what had data keeps it. */
function expectNoMore(after: readonly GapRow[], before: readonly GapRow[]) {
  const byKey = new Map(before.map((row) => [keyOf(row), row]));
  for (const row of after) {
    const was = byKey.get(keyOf(row))!;
    expect(row.state === 'no-data').toBe(was.state === 'no-data');
    if (was.gapKm2 === null) continue;
    expect(row.gapKm2!).toBeGreaterThanOrEqual(was.gapKm2 - was.areaKm2 * 1e-7);
    if (was.localitiesTrang !== null) expect(row.localitiesTrang!).toBeGreaterThanOrEqual(was.localitiesTrang);
  }
}

const mast = fc.record({ position, technologies: fc.uniqueArray(technology, { minLength: 1 }), operator }).map(
  ({ position: at, technologies, operator: by }): AddedMast => ({
    id: `N${at.join('/')}`, name: '', position: at, technologies, operator: by, radiusMeters: null, heightM: null, eirpDbm: null, hasElectricity: null, backhaul: null,
  }),
);
const stations = cells.map((list) => list.map((c, i) => ({ ...c, hasElectricity: [true, false, null][i % 3]!, backhaul: (['fibre', 'microwave', null] as const)[i % 3]! })));
const failure = fc.record({
  ends: fc.array(fc.record({ technology, operator: fc.option(operator), date: fc.constantFrom(null, '2026-09-16', '2028-09') })),
  on: fc.constantFrom(null, '2026-09-15', '2026-09-16', '2029'),
  down: fc.record({ operators: fc.subarray(['A', 'B']), communes: fc.subarray(['90000', '90003']), withoutGridPower: fc.boolean(), microwave: fc.boolean() }),
});

describe('switching off', () => {
  test('never adds, and makes a gap, never no data', () => {
    fc.assert(fc.property(stations, fc.option(coverage), localities, failure, (list, polygons, hamlets, what) => {
      const given = input({ cells: list, coverage: polygons, localities: hamlets });
      const before = computeGaps(given, settings);
      const after = rowsUnder(given, what);
      expect(after.map(keyOf)).toEqual(before.map(keyOf));
      expectNoMore(after, before);
    }), runs);
  });

  test('the end of a technology is the same as the switch of the settings, to the last bit', () => {
    fc.assert(fc.property(stations, coverage, localities, technology, (list, polygons, hamlets, ended) => {
      const given = input({ cells: list, coverage: polygons, localities: hamlets });
      expect(rowsUnder(given, { ends: [{ technology: ended, operator: null, date: null }] })).toEqual(computeGaps(given, { ...settings, off: [ended] }));
    }), { ...runs, numRuns: 15 });
  });

  test('an end of later has not come yet', () => {
    const given = input({ cells: [cell({ position: [105.05, 22.85], technology: '2G' })] });
    const at = (on: string) => rowsUnder(given, { on, ends: [{ technology: '2G', operator: null, date: '2026-09-16' }] }).find((row) => row.technology === '2G' && row.code === '90000')!.state;
    expect([at('2026-09-15'), at('2026-09-16'), at('2028-09')]).toEqual(['partial', 'gap', 'gap']);
  });

  test('of readings: the squares known stay known and are a gap', () => {
    const readings: Measurement[] = [105.02, 105.08].flatMap((lng, i) => Array.from({ length: 3 }, (): Measurement =>
      ({ position: [lng, 22.82], technology: '4G', operator: i === 0 ? 'A' : null, signalDbm: -80, measuredAt: null, speedMbps: null })));
    const given = input({ measurements: readings });
    const all = (rows: GapRow[]) => rows.find((row) => keyOf(row) === '90000 4G *')!;
    const [before, after] = [all(computeGaps(given, settings)), all(rowsUnder(given, { down: { operators: ['A'] } }))];
    expect(before.gapKm2).toBe(0);
    expect(after.noDataKm2).toBeCloseTo(before.noDataKm2, 6);
    expect(after.gapKm2!).toBeCloseTo(before.coveredKm2! / 2, 3);
    expect(scenarioLimits(given, scenario({ down: { operators: ['A'] } }))).toEqual([{ code: 'readings-of-nobody', count: 3 }]);
  });

  test('a mast goes down whole, and what cannot be known is said', () => {
    const two = [cell({ siteId: 'S1', position: [105.05, 22.85] }), cell({ siteId: 'S1', position: [105.05, 22.85], technology: '2G', operator: 'B' }), cell({ siteId: 'S2', position: [105.15, 22.85], hasElectricity: false })];
    const given = input({ cells: two });
    const off = (part: Parameters<typeof scenario>[0]) => under(given, part).cells!.map((c) => c.status === 'off');
    expect(off({ down: { masts: ['S1'] } })).toEqual([true, true, false]);
    expect(off({ down: { communes: ['90002'] } })).toEqual([false, false, true]);
    expect(off({ down: { withoutGridPower: true } })).toEqual([false, false, true]);
    expect(scenarioLimits(given, scenario({ down: { withoutGridPower: true, microwave: true, masts: ['S9'] } }))).toEqual([
      { code: 'power-unknown', count: 2 }, { code: 'backhaul-unknown', count: 3 }, { code: 'unknown-masts', count: 1 },
    ]);
  });
});

describe('masts placed by hand', () => {
  test('never take coverage away, and cover whatever the source is', () => {
    fc.assert(fc.property(stations, fc.option(coverage), fc.boolean(), localities, fc.array(mast, { minLength: 1, maxLength: 5 }), (list, polygons, mix, hamlets, added) => {
      const given = input({ cells: list, coverage: polygons, localities: hamlets });
      const with_ = { ...settings, technologies: ['2G', '3G', '4G'] as const, mix };
      const [before, after] = [computeGaps(given, with_), rowsUnder(given, { added }, with_)];
      const known = new Set(after.map(keyOf));
      expectNoMore(before.filter((row) => row.state !== 'no-data' && known.has(keyOf(row))), after);
    }), runs);
  });

  test('in any order give the same rows, to the last bit, and the same as stations of the file', () => {
    fc.assert(fc.property(stations, localities, fc.array(mast, { minLength: 2, maxLength: 5 }), (list, hamlets, added) => {
      const given = input({ cells: list, localities: hamlets });
      const rows = rowsUnder(given, { added });
      expect(rowsUnder(given, { added: added.toReversed() })).toEqual(rows);
      expect(computeGaps({ ...given, cells: [...list, ...under({ ...given, cells: [] }, { added }).added!] }, settings)).toEqual(rows);
    }), { ...runs, numRuns: 15 });
  });

  test('among readings: known is then also what the mast serves', () => {
    const given = input({ measurements: [0, 1, 2].map((): Measurement => ({ position: [105.02, 22.82], technology: '4G', operator: 'A', signalDbm: -120, measuredAt: null, speedMbps: null })) });
    const after = rowsUnder(given, { added: [{ id: 'N', name: '', position: [105.07, 22.87], technologies: ['4G'], operator: 'B', radiusMeters: 1000, heightM: null, eirpDbm: null, hasElectricity: null, backhaul: null }] }, { ...settings, mix: false });
    const row = after.find((r) => keyOf(r) === '90000 4G *')!;
    expect(row.coveredKm2!).toBeCloseTo(Math.PI, 2);
    expect(row.gapKm2!).toBeCloseTo(0.0625, 3);
  });
});

describe('roaming', () => {
  test('gives each operator what all have together, in these communes and nowhere else', () => {
    fc.assert(fc.property(stations, localities, fc.subarray(['90000', '90001', '90004'], { minLength: 1 }), (list, hamlets, roaming) => {
      const given = input({ cells: list, localities: hamlets.map((h) => ({ ...h, communeCode: null })) });
      const [before, after] = [computeGaps(given, settings), rowsUnder(given, { roaming })];
      const byKey = (rows: GapRow[]) => new Map(rows.map((row) => [keyOf(row), row]));
      const [was, is] = [byKey(before), byKey(after)];
      const land = ({ gapKm2, coveredKm2, noDataKm2, largestGapKm2, state, source }: GapRow) => ({ gapKm2, coveredKm2, noDataKm2, largestGapKm2, state, source });
      for (const row of after) {
        if (row.operator === '*') expect(row).toEqual(was.get(keyOf(row)));
        else if (roaming.includes(row.code)) {
          expect(land(row)).toEqual(land(is.get(`${row.code} ${row.technology} *`)!));
          expect(row.localitiesTrang).toBe(is.get(`${row.code} ${row.technology} *`)!.localitiesTrang);
        } else expect(land(row)).toEqual(land(was.get(keyOf(row))!));
      }
    }), { ...runs, numRuns: 20 });
  });

  test('an operator without the technology has it there, and elsewhere still no data', () => {
    const rows = rowsUnder(input({ cells: [cell({ position: [105.05, 22.85], operator: 'A' }), cell({ position: [105.15, 22.85], operator: 'B', technology: '2G' })] }), { roaming: ['90000'] });
    expect(rows.filter((row) => row.technology === '4G' && row.operator === 'B').map((row) => [row.code, row.state, row.withoutData.length])).toEqual([
      ['90000', 'partial', 0], ['90001', 'no-data', 1], ['90002', 'no-data', 1], ['90003', 'no-data', 1], ['90004', 'no-data', 1],
    ]);
  });
});

describe('before, after, difference', () => {
  const hamlets = [locality({ localityId: 'L1', position: [105.05, 22.83] }), locality({ localityId: 'L2', position: [105.15, 22.85] }), locality({ localityId: 'L3', position: [105.02, 22.98] })];
  const list = [cell({ siteId: 'S1', position: [105.05, 22.83], operator: 'A' }), cell({ siteId: 'S2', position: [105.05, 22.83], operator: 'B', technology: '2G' }), cell({ siteId: 'S3', position: [105.15, 22.85], operator: 'A' })];
  const given = input({ cells: list, localities: hamlets });

  test('adds up in communes and province', () => {
    const [before, after] = [computeGaps(given, settings), rowsUnder(given, { down: { operators: ['A'] } })];
    const { communes, province } = compareScenario(before, after);
    expect(communes).toHaveLength(after.length);
    const all = province.find((change) => change.technology === 'any' && change.operator === '*')!;
    expect(all.difference).toMatchObject({ localitiesTrang: 1, populationGap: 100 });
    const sum = communes.filter((c) => c.technology === 'any' && c.operator === '*').reduce((total, c) => total + c.difference.gapKm2!, 0);
    expect(all.difference.gapKm2!).toBeCloseTo(sum, 9);
    expect(all.before.gapKm2! + all.difference.gapKm2!).toBeCloseTo(all.after.gapKm2!, 9);
  });

  test('a question that only one answer has has no difference', () => {
    const { province } = compareScenario(computeGaps(given, DEFAULT_SETTINGS), computeGaps(given, { ...DEFAULT_SETTINGS, technologies: ['4G'] }));
    expect(province.find((change) => change.technology === '2G')).toMatchObject({ after: { gapKm2: null }, difference: { gapKm2: null } });
  });

  test('names the hamlets that lose their last signal, keep one operator, gain one', () => {
    const after = under(given, {
      down: { operators: ['A'] },
      added: [{ id: 'N', name: '', position: [105.02, 22.98], technologies: ['4G'], operator: 'B', radiusMeters: null, heightM: null, eirpDbm: null, hasElectricity: null, backhaul: null }],
    });
    const changes = compareHamlets(hamlets, hamletServices(given, DEFAULT_SETTINGS), hamletServices(after, DEFAULT_SETTINGS));
    expect(Object.values(changes).map((list_) => list_.map((h: { localityId: string }) => h.localityId))).toEqual([['L2'], ['L1'], ['L3']]);
    expect(changes.keepingOne[0]).toMatchObject({ operatorsBefore: ['A', 'B'], operatorsAfter: ['B'] });
  });

  test('a hamlet of which readings say nothing has gained none', () => {
    const [square] = hamlets;
    const measured = input({ localities: hamlets, measurements: [0, 1, 2].map((): Measurement => ({ position: square!.position, technology: '4G', operator: 'A', signalDbm: -120, measuredAt: null, speedMbps: null })) });
    const added = hamlets.map(({ localityId, position: at }): AddedMast => ({ id: localityId, name: '', position: at, technologies: ['4G'], operator: 'A', radiusMeters: 500, heightM: null, eirpDbm: null, hasElectricity: null, backhaul: null }));
    const changes = compareHamlets(hamlets, hamletServices(measured, DEFAULT_SETTINGS), hamletServices(under(measured, { added }), DEFAULT_SETTINGS));
    expect(changes.gaining.map((h) => h.localityId)).toEqual(['L1']);
  });
});

describe('critical masts', () => {
  test('are those whose failure changes the rows by as much', () => {
    fc.assert(fc.property(stations, fc.option(coverage), localities, (list, polygons, hamlets) => {
      const given = input({ cells: list, coverage: polygons, localities: hamlets });
      const question = { ...DEFAULT_SETTINGS, mix: true };
      const before = computeGaps(given, question);
      const found = finished(criticalMasts(given, question));
      expect(found.map((m) => m.people)).toEqual(found.map((m) => m.people).toSorted((a, b) => b - a));
      for (const siteId of [...new Set(list.map((c) => c.siteId))].slice(0, 6)) {
        const { province } = compareScenario(before, rowsUnder(given, { down: { masts: [siteId] } }, question));
        const lost = province.find((change) => change.technology === 'any')!.difference;
        const critical = found.find((m) => m.siteId === siteId) ?? { people: 0, hamlets: 0, landKm2: 0 };
        // Here discs are polygons, there exact.
        expect(Math.abs(critical.landKm2 - lost.gapKm2!)).toBeLessThan(2e-3);
        expect(Math.abs(critical.people - lost.populationGap!)).toBeLessThan(0.1);
        expect(critical.hamlets).toBe(lost.localitiesTrang ?? 0);
      }
    }), { ...runs, numRuns: 15 });
  });
});
