/** Whatever happens in whatever order, what is served was agreed to, and there is a way back until it has come up. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreed, beganToKeep, cameUp, didNotStart, kept, MOST_TRIAL_LOADS, navigated, needed, NOTHING_KEPT, TRIAL_MS, type Versions, wentBack } from '../../src/offline/versions';

const run = (...steps: ((versions: Versions) => Versions)[]) => steps.reduce((versions, step) => step(versions), NOTHING_KEPT);
const keep = (version: string) => (versions: Versions) => kept(beganToKeep(versions, version), version);
const agree = (version: string) => (versions: Versions) => agreed(versions, version);
const load = (versions: Versions) => navigated(versions, 0);
const fail = (version: string) => (versions: Versions) => didNotStart(versions, version);
/** Loads without a word of the page, until patience is over. */
const silence = (versions: Versions) => navigated(Array.from({ length: MOST_TRIAL_LOADS }).reduce(load, versions), TRIAL_MS);
const up = (version: string) => (versions: Versions) => cameUp(versions, version);

test('the first version is served at once; the next only when agreed to', () => {
  expect(run(keep('1')).serving).toBe('1');
  expect(run(keep('1'), keep('2'), load, load).serving).toBe('1');
  expect(run(keep('1'), keep('2'), agree('2')).serving).toBe('2');
});

test('one that says that it does not start gives way at the next load', () => {
  const tried = run(keep('1'), keep('2'), agree('2'), load, fail('2'));
  expect([tried.serving, tried.previous]).toEqual(['2', '1']);
  expect(load(tried)).toMatchObject({ serving: '1', failed: '2', trialLoads: null });
  // It was only slow: it came up before anyone loaded it again.
  expect(run(() => tried, up('2'), load)).toMatchObject({ serving: '2', failed: null });
});

test('impatience, many tabs at once and a tab closed again are no failure', () => {
  const tried = run(keep('1'), keep('2'), agree('2'));
  expect(Array.from({ length: 20 }).reduce(load, tried).serving).toBe('2');
  expect(navigated(navigated(tried, 0), 30 * TRIAL_MS).serving).toBe('2');
});

test('one that says nothing at many loads over a minute gives way', () => {
  const tried = run(keep('1'), keep('2'), agree('2'));
  expect(silence(tried)).toMatchObject({ serving: '1', failed: '2', trialLoads: null, trialSince: null });
  // Agreed to once more, it begins anew.
  expect(run(() => silence(tried), agree('2'), (versions) => navigated(versions, TRIAL_MS)).serving).toBe('2');
});

test('what another version says of its start changes nothing, nor what one says that had come up', () => {
  const tried = run(keep('1'), keep('2'), agree('2'), load);
  expect(didNotStart(tried, '1')).toBe(tried);
  const settled = cameUp(tried, '2');
  expect(didNotStart(settled, '2')).toBe(settled);
});

test('one that came up stays, and what was before is no longer needed', () => {
  const settled = run(keep('1'), keep('2'), agree('2'), load, up('2'), load, silence);
  expect([settled.serving, needed(settled)]).toEqual(['2', ['2', '2']]);
});

test('a tab of the old version speaks for itself alone', () => {
  expect(run(keep('1'), keep('2'), agree('2'), load, up('1'), fail('2'), load).serving).toBe('1');
});

test('a third agreed to while the second is on trial goes back to the first, which was seen to work', () => {
  expect(run(keep('1'), keep('2'), agree('2'), load, keep('3'), agree('3'), load, fail('3'), load)).toMatchObject({ serving: '1', failed: '3' });
});

test('a version that begins to be kept does not put one at risk that waits', () => {
  expect(needed(run(keep('1'), keep('2'), (versions) => beganToKeep(versions, '3')))).toEqual(['1', '2', '3']);
});

describe('laws', () => {
  const version = fc.constantFrom('1', '2', '3');
  const step = fc.oneof(
    version.map((v) => ['keep', v] as const), version.map((v) => ['begin', v] as const), version.map((v) => ['agree', v] as const), version.map((v) => ['up', v] as const), version.map((v) => ['fail', v] as const),
    fc.constant(['load', ''] as const), fc.constant(['back', ''] as const),
  );
  const apply = (versions: Versions, [kind, v]: readonly [string, string]): Versions => {
    if (kind === 'begin') return beganToKeep(versions, v);
    if (kind === 'keep') return keep(v)(versions);
    // Only what is kept whole can be agreed to: its worker is asked.
    if (kind === 'agree') return versions.serving !== null && versions.candidates.includes(v) ? agreed(versions, v) : versions;
    if (kind === 'up') return cameUp(versions, v);
    if (kind === 'fail') return didNotStart(versions, v);
    return kind === 'load' ? load(versions) : wentBack(versions);
  };

  test('loads without a report always end at a version that is not on trial', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const end = steps.reduce(apply, NOTHING_KEPT);
      expect(silence(end).trialLoads).toBe(null);
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
