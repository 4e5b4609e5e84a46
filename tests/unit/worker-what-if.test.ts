/** Scenarios asked of the worker: answers under a scenario, next masts with progress and cancel. */
import { beforeAll, expect, test } from 'vitest';
import type { QuestionSpec } from '../../src/core/gaps';
import { NO_SCENARIO, type Scenario } from '../../src/core/scenario';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { BUNDLED_FILES, type BundledFile } from '../../src/formats/bundled-files';
import type { NextMastsRequest, Request, Response } from '../../src/worker/protocol';
import { createService } from '../../src/worker/service';
import { data } from './cli-run';

let responses: Response[] = [];
let handle: (request: Request) => Promise<void>;
/** Every look at the clock finds the slice over. */
let clock = 0;
let id = 0;

beforeAll(async () => {
  handle = createService((response) => responses.push(response), async () => {}, () => (clock += 100));
  const texts = Object.fromEntries(Object.entries(BUNDLED_FILES).map(([key, file]) => [key, data(file)])) as Record<BundledFile, string>;
  await handle({ id: ++id, type: 'open', texts });
});

type Asked<T> = T extends { id: number } ? Omit<T, 'id'> : never;
async function ask(request: Asked<Request>): Promise<Response> {
  responses = [];
  await handle({ id: ++id, ...request } as Request);
  return responses.at(-1)!;
}

const settings = DEFAULT_SETTINGS;
const question: QuestionSpec = { technology: 'any', of: ['2G', '3G', '4G'], operators: null, off: [] };
const without2g: Scenario = { ...NO_SCENARIO, name: 'Tắt 2G', ends: [{ technology: '2G', operator: null, date: null }] };
const nextOf = (scenario: Scenario): NextMastsRequest => ({
  coverage: 'stations', settings, scenario, candidates: ['fibre'], gridMeters: 2000,
  question: { objective: 'hamlets', technologies: ['4G'], operator: 'A', limit: { masts: 2 }, prices: null, within: null },
});

test('an answer under a scenario is that of the switch, and both are kept apart from things as they are', async () => {
  const people = async (request: { off?: '2G'; scenario?: Scenario }) => {
    const response = await ask({ type: 'gaps', request: { coverage: 'stations', settings, questions: [{ ...question, off: request.off ? [request.off] : [] }], scenario: request.scenario } });
    return (response as Extract<Response, { type: 'answers' }>).answers[0]!.rows.reduce((sum, row) => sum + row.populationGap!, 0);
  };
  const [now, after, bySwitch] = [await people({}), await people({ scenario: without2g }), await people({ off: '2G' })];
  expect(after).toBe(bySwitch);
  expect(after).toBeGreaterThan(now);
});

test('hamlets that lose their last signal', async () => {
  const { effect } = (await ask({ type: 'effect', request: { coverage: 'stations', settings, scenario: without2g } })) as Extract<Response, { type: 'effect' }>;
  expect(effect.hamlets.losingLast.length).toBeGreaterThan(0);
  expect(effect.limits).toEqual([]);
});

test('next masts report progress and can be cancelled', async () => {
  const response = (await ask({ type: 'next', request: nextOf(NO_SCENARIO) })) as Extract<Response, { type: 'next' }>;
  expect(response.found.masts).toHaveLength(2);
  const progress = responses.filter((r) => r.type === 'progress').map((r) => r.done / r.total);
  expect(progress.length).toBeGreaterThan(10);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));

  const cancelled = ask({ type: 'next', request: nextOf(without2g) });
  await handle({ id, type: 'cancel' });
  expect((await cancelled).type).toBe('cancelled');
});

test('critical masts and ranks within a band', async () => {
  const { masts } = (await ask({ type: 'critical', request: { coverage: 'stations', settings, scenario: NO_SCENARIO } })) as Extract<Response, { type: 'critical' }>;
  expect(masts[0]!.people).toBeGreaterThan(0);
  const { ranks } = (await ask({ type: 'ranks', request: { coverage: 'stations', settings, scenario: NO_SCENARIO }, question, measure: 'people', band: { radiusShare: 0, thresholdDb: 0 } })) as Extract<Response, { type: 'ranks' }>;
  expect(ranks).toHaveLength(73);
  expect(ranks.every((r) => r.holds)).toBe(true);
});
