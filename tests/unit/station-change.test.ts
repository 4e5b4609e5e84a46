/** A plan changed by some stations is the plan of the changed stations. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planGaps } from '../../src/core/gaps';
import type { Cell, Technology } from '../../src/core/model';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { cell, input, locality } from './made-up';

const position = fc.tuple(fc.double({ min: 104.95, max: 105.25, noNaN: true }), fc.double({ min: 22.75, max: 23.05, noNaN: true }));
const station = fc.record({
  position, technology: fc.constantFrom<Technology>('2G', '3G', '4G'), operator: fc.constantFrom('A', 'B'),
  status: fc.constantFrom<Cell['status']>('active', 'active', 'active', 'off'),
  radiusMeters: fc.integer({ min: 50, max: 5000 }),
  azimuthDeg: fc.option(fc.integer({ min: 0, max: 359 })), beamwidthDeg: fc.option(fc.integer({ min: 10, max: 190 })),
}).map((part) => cell(part));
const stations = fc.array(station, { minLength: 1, maxLength: 25 });
const localities = fc.array(position.map((p) => locality({ position: p })), { maxLength: 12 });
const settings = { ...DEFAULT_SETTINGS, byOperator: true };

/** Replaces one station after another; each step is one change of the plan before. */
const moves = fc.array(fc.record({ which: fc.nat(), to: station }), { minLength: 1, maxLength: 4 });

test('moving, adding and switching off step by step gives the rows of a whole run', () => {
  fc.assert(fc.property(stations, localities, moves, (cells, hamlets, steps) => {
    let now = cells;
    let plan = planGaps(input({ cells: now, localities: hamlets }), settings);
    const rowsOf = (p: typeof plan) => p.communes.flatMap((commune) => p.gapsOf(commune).rows);
    rowsOf(plan);
    for (const [i, { which, to }] of steps.entries()) {
      const old = now[which % now.length]!;
      const moved: Cell = { ...old, position: to.position, radiusMeters: to.radiusMeters };
      const [removed, added] = ([[[old], [moved]], [[old], [{ ...old, status: 'off' }]], [[], [to]], [[old], []]] as [Cell[], Cell[]][])[(which + i) % 4]!;
      now = [...now.filter((c) => !removed.includes(c)), ...added];
      if (now.length === 0) return;
      plan = plan.changed(removed, added);
      const whole = planGaps(input({ cells: now, localities: hamlets }), settings);
      expect(rowsOf(plan)).toEqual(rowsOf(whole));
      expect(plan.joinedLargestGap(0)).toEqual(whole.joinedLargestGap(0));
    }
  }), { numRuns: 40 });
});

test('what the change does not reach is not computed again', () => {
  const far = cell({ position: [105.02, 22.82], radiusMeters: 1000 });
  const near = cell({ position: [105.17, 22.97], radiusMeters: 1000 });
  const plan = planGaps(input({ cells: [far, near] }), DEFAULT_SETTINGS);
  const before = plan.communes.map((commune) => plan.gapsOf(commune));
  const after = plan.changed([near], [{ ...near, radiusMeters: 1500 }]);
  expect(after.communes.map((commune, i) => after.gapsOf(commune).shapesOf === before[i]!.shapesOf)).toEqual([true, true, true, false, true]);
});
