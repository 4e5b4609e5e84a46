/** The next masts: the quick way against the plain one, against every choice there is, and against the engine. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatesOf, candidatesOfCells } from '../../src/core/candidates';
import { createCommuneIndex } from '../../src/core/commune-index';
import { computeGaps, type GapInput } from '../../src/core/gaps';
import { destination } from '../../src/core/geodesic';
import { type GainField, greedy, type GreedyLimit, plainGreedy } from '../../src/core/greedy';
import { coverGains, wholeHamletGains } from '../../src/core/mast-gains';
import { mastCost } from '../../src/core/mast-cost';
import type { Cell, LngLat } from '../../src/core/model';
import { nextMasts, type NextMastsQuestion, type Objective } from '../../src/core/next-masts';
import { boundaryRings } from '../../src/core/overlay';
import { provinceFigures } from '../../src/core/province';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { finished } from '../../src/core/steps';
import type { Shape } from '../../src/core/shape';
import { cell, fiveCommunes, input, locality, rectangle } from './made-up';
import { cells, localities, position } from './made-up-draws';

const index = createCommuneIndex(fiveCommunes());
const next = (...args: Parameters<typeof nextMasts>) => finished(nextMasts(...args));
const runs = { numRuns: 25, seed: 20280916 };
const settings = { ...DEFAULT_SETTINGS, technologies: ['4G'] as const };

const disc = (centre: LngLat, radiusMeters: number): Shape => ({ centre, radiusMeters, azimuthDeg: 0, widthDeg: 360 });
const shapes = fc.array(fc.tuple(position, fc.constantFrom(1500, 2500, 4000)).map(([centre, radius]) => [disc(centre, radius)]), { minLength: 1, maxLength: 14 });
const land = () => fiveCommunes().map((commune, i) => ({ rings: boundaryRings(commune.geometry), weight: i + 1 }));
const hamlets = fc.array(fc.record({ position, weight: fc.integer({ min: 0, max: 500 }) }), { maxLength: 20 });
const limit = (count: number): fc.Arbitrary<GreedyLimit> => fc.oneof(
  fc.integer({ min: 1, max: 6 }).map((most) => ({ most })),
  fc.record({ budget: fc.integer({ min: 1, max: 30 }), costs: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: count, maxLength: count }) }),
);

const chosen = (field: GainField, within: GreedyLimit) => finished(greedy(field, within));

/** The most that any set within the limit gains. */
function bestOfAll(make: () => GainField, within: GreedyLimit): number {
  const { count } = make();
  let best = 0;
  for (let set = 0; set < 1 << count; set++) {
    const members = Array.from({ length: count }, (_, i) => i).filter((i) => set & (1 << i));
    if ('most' in within ? members.length > within.most : members.reduce((sum, i) => sum + within.costs[i]!, 0) > within.budget) continue;
    const field = make();
    let gain = 0;
    for (const member of members) {
      gain += field.gain(member);
      field.take(member);
    }
    best = Math.max(best, gain);
  }
  return best;
}

describe('greedy', () => {
  const drawn = shapes.chain((list) => fc.tuple(fc.constant(list), hamlets, limit(list.length), fc.boolean()));

  test('the quick way chooses what the plain one does', () => {
    fc.assert(fc.property(drawn, ([list, places, within, withLand]) => {
      const make = () => coverGains(list, withLand ? land() : [], places);
      const quick = chosen(make(), within);
      if (quick.method !== 'best-single') expect(quick.choices).toEqual(plainGreedy(make(), within));
    }), { ...runs, numRuns: 60 });
  });

  test('also where gains may grow, for hamlets as a whole', () => {
    fc.assert(fc.property(drawn, ([list, places, within]) => {
      const make = () => wholeHamletGains(list, places.map(({ position: at }, i) => ({ position: at, centreServed: i % 2 === 0, rings: [rectangle(at[0] - 0.008, at[1] - 0.008, at[0] + 0.008, at[1] + 0.008)], areaM2: 3.1e6 })), DEFAULT_SETTINGS.lom);
      const quick = chosen(make(), within);
      expect([quick.bound, quick.guarantee]).toEqual([null, null]);
      if (quick.method !== 'best-single') expect(quick.choices).toEqual(plainGreedy(make(), within));
    }), runs);
  });

  test('no choice gains more than the bound, and it gains its share of the best choice', () => {
    const few = shapes.map((list) => list.slice(0, 7)).chain((list) => fc.tuple(fc.constant(list), hamlets, limit(list.length), fc.boolean()));
    fc.assert(fc.property(few, ([list, places, within, withLand]) => {
      const make = () => coverGains(list, withLand ? land() : [], places);
      const { choices, bound, guarantee } = chosen(make(), within);
      const gained = choices.reduce((sum, choice) => sum + choice.gain, 0);
      const best = bestOfAll(make, within);
      expect(guarantee).toBeCloseTo('most' in within ? 0.632 : 0.316, 3);
      expect(bound!).toBeGreaterThanOrEqual(best - 1e-9);
      expect(gained).toBeGreaterThanOrEqual(guarantee! * best - 1e-3);
    }), runs);
  });

  test('of places that gain the same the earlier is chosen', () => {
    const here: LngLat = [105.05, 22.85];
    const field = () => coverGains([[disc(here, 500)], [disc(here, 1000)], [disc(here, 1000)]], [], [{ position: here, weight: 5 }]);
    expect(chosen(field(), { most: 3 }).choices).toEqual([{ candidate: 0, gain: 5 }]);
    expect(chosen(coverGains([[disc(here, 500)], [disc(here, 1000)], [disc(here, 1000)]], land(), []), { most: 1 }).choices[0]!.candidate).toBe(1);
  });

  test('a single place that gains more than the cheap ones together is taken', () => {
    const [a, b]: LngLat[] = [[105.05, 22.85], [105.15, 22.95]];
    const { choices, method } = chosen(coverGains([[disc(a!, 500)], [disc(b!, 500)]], [], [{ position: a!, weight: 2 }, { position: b!, weight: 9 }]), { costs: [1, 10], budget: 10 });
    expect([choices, method]).toEqual([[{ candidate: 1, gain: 9 }], 'best-single']);
  });
});

describe('next masts', () => {
  const question = (part: Partial<NextMastsQuestion>): NextMastsQuestion => ({ objective: 'land', technologies: ['4G'], operator: 'A', limit: { masts: 3 }, prices: null, within: null, ...part });
  const places = fc.array(position, { minLength: 2, maxLength: 8 }).map((list) => candidatesOfCells(list.map((at, i) => cell({ siteId: `P${i}`, position: at, operator: 'A' })), index));
  const objective = fc.constantFrom<Objective>('land', 'people', 'hamlets', 'lom');
  const figuresOf = (given: GapInput) => {
    const { gapKm2, populationGap, populationLom, localitiesTrang, localitiesLom } = provinceFigures(computeGaps(given, settings).filter((row) => row.technology === '4G' && row.operator === '*'));
    return { gapKm2, populationGap, populationLom, localitiesTrang, localitiesLom };
  };
  const without = ({ gapKm2, populationGap, localitiesTrang, localitiesLom }: ReturnType<typeof figuresOf>, what: Objective) =>
    ({ land: gapKm2, people: populationGap, hamlets: localitiesTrang, lom: (localitiesTrang ?? 0) + (localitiesLom ?? 0) })[what] ?? 0;

  test('the masts added to the stations give the same figures, to the last bit, and each adds what it says', () => {
    fc.assert(fc.property(cells, localities, places, objective, (list, homes, candidates, what) => {
      const given = input({ cells: [...list, cell({ position: [105.01, 22.81] })], localities: homes });
      const { masts, before, gain, bound } = next(given, settings, candidates, question({ objective: what }));
      expect(before).toEqual(figuresOf(given));
      if (masts.length > 0) expect(masts.at(-1)!.after).toEqual(figuresOf({ ...given, added: masts.flatMap((m) => m.cells) }));
      masts.forEach(({ gain: one }, i) => {
        const soFar = masts.slice(0, i + 1).flatMap((m) => m.cells);
        const former = masts.slice(0, i).flatMap((m) => m.cells);
        expect(one).toBeCloseTo(without(figuresOf({ ...given, added: former }), what) - without(figuresOf({ ...given, added: soFar }), what), 5);
        expect(one).toBeGreaterThan(0);
      });
      expect(masts.reduce((sum, m) => sum + m.gain, 0)).toBeCloseTo(gain, 6);
      if (what === 'lom') expect(bound).toBeNull();
      else expect(bound!).toBeGreaterThanOrEqual(gain);
    }), runs);
  });

  test('one mast is the best of all by full runs', () => {
    fc.assert(fc.property(cells, localities, places, objective, (list, homes, candidates, what) => {
      const given = input({ cells: [...list, cell({ position: [105.01, 22.81] })], localities: homes });
      const [first] = next(given, settings, candidates, question({ objective: what, limit: { masts: 1 } })).masts;
      const now = without(figuresOf(given), what);
      const best = Math.max(...candidates.map((c) => now - without(figuresOf({ ...given, added: [...c.cells!] }), what)));
      expect(first?.gain ?? 0).toBeCloseTo(Math.max(0, best), 4);
    }), runs);
  });

  const empty = input({ cells: [cell({ position: [105.01, 22.81], radiusMeters: 100 })] });
  const far = candidatesOfCells([[105.05, 22.83], [105.15, 22.85], [105.15, 22.95]].map(([lng, lat], i) => cell({ siteId: `P${i}`, position: [lng!, lat!], radiusMeters: 2000 + i * 100 })), index);

  test('masts placed by hand count first', () => {
    const byHand: Cell[] = [...far[2]!.cells!];
    expect(next({ ...empty, added: byHand }, settings, far, question({})).masts.map((m) => m.candidate.id)).toEqual(['P1', 'P0']);
  });

  test('within communes, only what lies there counts', () => {
    const { masts, before } = next(empty, settings, far, question({ within: ['90002'] }));
    expect(masts.map((m) => m.candidate.id)).toEqual(['P1']);
    expect(before.gapKm2!).toBeLessThan(130);
  });

  test('of a technology in no source everything is a gap, and it is said', () => {
    const { masts, before, noDataBefore } = next(input({ cells: [] }), settings, far, question({}));
    expect([noDataBefore, masts.length, before.gapKm2! > 400]).toEqual([true, 3, true]);
  });

  test('a budget counts mast, fibre and solar power', () => {
    const prices = { mast: 10, upgrade: 4, fibreKm: 2, solar: 3 };
    expect(mastCost({ existing: false, fibreKm: 1.5, hasElectricity: false }, prices)).toBe(16);
    expect(mastCost({ existing: true, fibreKm: 0, hasElectricity: null }, prices)).toBe(4);
    expect(mastCost({ existing: false, fibreKm: null, hasElectricity: true }, prices)).toBeNull();
    expect(mastCost({ existing: false, fibreKm: null, hasElectricity: true }, { ...prices, fibreKm: 0 })).toBe(10);
    const fibre = { fibreId: 'F', name: '', position: destination(far[1]!.position, 90, 1000), communeCode: null, operator: null, status: 'active', asOf: null, positionNote: null } as const;
    const given = { ...empty, fibre: [fibre] };
    const all = next(given, settings, far, question({ prices, limit: { budget: 1000 } }));
    expect(all.masts.find((m) => m.candidate.id === 'P1')).toMatchObject({ cost: expect.closeTo(12, 6), fibreKm: expect.closeTo(1, 6) });
    const little = next(given, settings, far, question({ prices, limit: { budget: 13 } }));
    expect(little.masts.map((m) => m.candidate.id)).toEqual(['P1']);
    expect(next(empty, settings, far, question({ prices, limit: { budget: 1000 } })).candidates).toBe(0);
  });
});

describe('candidates', () => {
  const given = input({
    cells: [cell({ siteId: 'B', position: [105.05, 22.83], technology: '2G' }), cell({ siteId: 'A', position: [105.15, 22.83], technology: '4G', hasElectricity: false, backhaul: 'fibre' }), cell({ siteId: 'C', position: [105.15, 22.83], technology: '2G', status: 'off' })],
    localities: [locality({ localityId: 'L2', position: [105.05, 22.83] }), locality({ localityId: 'L1', position: [105.15, 22.85] }), locality({ localityId: 'L0', position: [107, 22.85] })],
  });
  const ask = { technologies: ['4G'], operators: null, gridMeters: 5000 } as const;

  test('lie in the communes, in the order of their ids', () => {
    expect(candidatesOf('hamlets', given, [], index, ask).map((c) => [c.id, c.communeCode])).toEqual([['L1', '90002'], ['L2', '90000']]);
  });

  test('masts are those that lack the technology of the operators asked', () => {
    expect(candidatesOf('masts', given, [], index, ask).map((c) => c.id)).toEqual(['B']);
    expect(candidatesOf('masts', given, [], index, { ...ask, operators: ['B'] })).toMatchObject([{ id: 'A', existing: true, hasElectricity: false, hasFibre: true }, { id: 'B' }]);
  });

  test('a grid covers the communes evenly', () => {
    const grid = candidatesOf('grid', given, [], index, ask);
    expect(grid.length).toBeGreaterThan(12);
    expect(new Set(grid.map((c) => c.id)).size).toBe(grid.length);
  });
});
