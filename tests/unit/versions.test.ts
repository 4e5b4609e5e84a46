/** Whatever happens in whatever order, what is served was agreed to, and there is a way back until it has come up. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreed, beganToKeep, cameUp, kept, navigated, needed, NOTHING_KEPT, type Versions, wentBack } from '../../src/offline/versions';

const run = (...steps: ((versions: Versions) => Versions)[]) => steps.reduce((versions, step) => step(versions), NOTHING_KEPT);
const keep = (version: string) => (versions: Versions) => kept(beganToKeep(versions, version), version);
const agree = (version: string) => (versions: Versions) => agreed(versions, version);
const up = (version: string) => (versions: Versions) => cameUp(versions, version);

test('the first version is served at once; the next only when agreed to', () => {
  expect(run(keep('1')).serving).toBe('1');
  expect(run(keep('1'), keep('2'), navigated, navigated).serving).toBe('1');
  expect(run(keep('1'), keep('2'), agree('2')).serving).toBe('2');
});

test('one that does not come up gives way at its second load', () => {
  const tried = run(keep('1'), keep('2'), agree('2'), navigated);
  expect([tried.serving, tried.previous]).toEqual(['2', '1']);
  expect(navigated(tried)).toMatchObject({ serving: '1', failed: '2', trialLoads: null });
});

test('one that came up stays, and what was before is no longer needed', () => {
  const settled = run(keep('1'), keep('2'), agree('2'), navigated, up('2'), navigated, navigated);
  expect([settled.serving, needed(settled)]).toEqual(['2', ['2', '2']]);
});

test('a tab of the old version speaks for itself alone', () => {
  expect(run(keep('1'), keep('2'), agree('2'), navigated, up('1'), navigated).serving).toBe('1');
});

test('a third agreed to while the second is on trial goes back to the first, which was seen to work', () => {
  expect(run(keep('1'), keep('2'), agree('2'), navigated, keep('3'), agree('3'), navigated, navigated)).toMatchObject({ serving: '1', failed: '3' });
});

test('a version that begins to be kept does not put one at risk that waits', () => {
  expect(needed(run(keep('1'), keep('2'), (versions) => beganToKeep(versions, '3')))).toEqual(['1', '2', '3']);
});

describe('laws', () => {
  const version = fc.constantFrom('1', '2', '3');
  const step = fc.oneof(
    version.map((v) => ['keep', v] as const), version.map((v) => ['begin', v] as const), version.map((v) => ['agree', v] as const), version.map((v) => ['up', v] as const),
    fc.constant(['load', ''] as const), fc.constant(['back', ''] as const),
  );
  const apply = (versions: Versions, [kind, v]: readonly [string, string]): Versions => {
    if (kind === 'begin') return beganToKeep(versions, v);
    if (kind === 'keep') return keep(v)(versions);
    // Only what is kept whole can be agreed to: its worker is asked.
    if (kind === 'agree') return versions.serving !== null && versions.candidates.includes(v) ? agreed(versions, v) : versions;
    if (kind === 'up') return cameUp(versions, v);
    return kind === 'load' ? navigated(versions) : wentBack(versions);
  };

  test('two loads without a report always end at a version that is not on trial', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const end = steps.reduce(apply, NOTHING_KEPT);
      expect(navigated(navigated(end)).trialLoads).toBe(null);
    }));
  });

  test('what is served changes only by agreement or by going back, and its files are always needed', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let versions = NOTHING_KEPT;
      for (const one of steps) {
        const next = apply(versions, one);
        if (versions.serving !== null && next.serving !== versions.serving) expect(one[0] === 'agree' ? [one[1]] : [versions.previous]).toContain(next.serving);
        if (next.trialLoads !== null) expect(next.previous).not.toBe(null);
        for (const wanted of [next.serving, next.previous]) if (wanted !== null) expect(needed(next)).toContain(wanted);
        versions = next;
      }
    }));
  });
});
