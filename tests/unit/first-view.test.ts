/** The first view, made when the page is built, says exactly what the worker says later. */
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { BUNDLED_FILES, type BundledFile } from '../../src/formats/bundled-files';
import { beforeAndAfter, mainQuestion, operatorQuestions, technologyQuestions } from '../../src/state/results';
import { firstView } from '../../src/state/known';
import { unpackFirstView } from '../../src/worker/first-view';
import { knownOf } from '../../src/worker/known-data';
import { makeFirstView } from '../../src/worker/make-first-view';
import type { Request, Response } from '../../src/worker/protocol';
import { createService } from '../../src/worker/service';
import { data } from './cli-run';

const texts = Object.fromEntries(Object.entries(BUNDLED_FILES).map(([key, name]) => [key, data(name)])) as Record<BundledFile, string>;
const separate = { provenance: JSON.parse(texts.provenance), indicators: JSON.parse(texts.indicators), oldUnits: JSON.parse(texts.oldUnits) };
// As it goes over the wire.
const view = unpackFirstView(JSON.parse(JSON.stringify(await makeFirstView(texts))), separate);

async function ask(requests: Request[]): Promise<Response> {
  const responses: Response[] = [];
  const handle = createService((response) => responses.push(response), () => Promise.resolve(), () => 0);
  for (const request of requests) await handle(request);
  return responses.at(-1)!;
}

test('it tells of the data what the worker tells', async () => {
  const opened = await ask([{ id: 1, type: 'open', texts }]);
  if (opened.type !== 'opened') throw new Error(opened.type);
  const known = knownOf(opened.data);
  expect(view.known).toEqual({
    ...known,
    communes: known.communes.map(({ code, name }) => ({ code, name })),
    datasets: known.datasets.map(({ id, kind, provenance, rowCount }) => ({ id, kind, provenance, rowCount })),
  });
});

test('its figures are those of the worker, to seven digits; places and distances are left out', async () => {
  const questions = view.answers.map(({ question }) => question);
  const answered = await ask([{ id: 1, type: 'open', texts }, { id: 2, type: 'gaps', request: { coverage: 'stations', settings: DEFAULT_SETTINGS, questions } }]);
  if (answered.type !== 'answers') throw new Error(answered.type);
  const short = (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(7)) : value);
  for (const [i, { figures }] of view.answers.entries()) {
    const { rows, degenerate } = answered.answers[i]!;
    expect(figures.degenerate).toEqual(degenerate);
    expect(figures.rows).toHaveLength(rows.length);
    rows.forEach(({ largestGapKm2: _area, largestGapPoint: _point, nearestSiteKm: _site, nearestFibreKm: _fibre, ...row }, c) => {
      expect(figures.rows[c]).toEqual(Object.fromEntries(Object.entries(row).map(([field, value]) => [field, short(value)])));
    });
  }
});

test('it answers all that overview and table ask in the view that a visit begins with, before and after 2G ends', () => {
  firstView.value = view;
  const held = new Set(view.answers.map(({ question }) => JSON.stringify(question)));
  const asked = [mainQuestion.value, ...technologyQuestions.value, ...operatorQuestions.value, ...beforeAndAfter.value];
  expect(operatorQuestions.value.length).toBeGreaterThan(1);
  expect(asked.filter((question) => !held.has(JSON.stringify(question)))).toEqual([]);
});
