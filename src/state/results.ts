/** What the worker has computed for the view, and what it is computing. */
import { computed, effect, signal } from '@preact/signals';
import { type FailureReason, reasonOf } from '../core/failure';
import type { QuestionSpec } from '../core/gaps';
import { type GapRow, TECHNOLOGIES, type Technology } from '../core/model';
import { endedWith, questionOf } from '../core/question';
import { REPORTED_QUESTIONS } from '../core/reported';
import { DEFAULT_SETTINGS, type GapSettings } from '../core/settings';
import type { Figures } from '../worker/first-view';
import type { Answer, CoverageChoice, GapShapes, GapsRequest } from '../worker/protocol';
import type { Scenario } from '../core/scenario';
import { firstView, firstViewHolds, known } from './known';
import { lang } from './language';
import { wantProject } from './loading';
import { lean } from './memory';
import { core, project } from './project';
import { dragged, type DraggedMast, shownScenario } from './scenario';
import { view } from './view';

/** Settings in force; shown beside every figure. Equal ones are one object. */
const rulesOf = ({ radiusMeters, lom }: Pick<GapSettings, 'radiusMeters' | 'lom'>) => JSON.stringify([radiusMeters, lom]);
const rules = computed(() => rulesOf(view.value));
export const settings = computed((): GapSettings => {
  const [radiusMeters, lom] = JSON.parse(rules.value) as [GapSettings['radiusMeters'], GapSettings['lom']];
  return { ...DEFAULT_SETTINGS, radiusMeters, lom };
});

/** Operators of the sources in use, in the order of the alphabet. */
export const operators = computed((): string[] => [...(known.value?.operators ?? [])].sort(lang.value.format.compare));

/** Of these, those that the coverage in view is of: the others have no data in it, and the command does not know them. */
export const coveringOperators = computed((): string[] => {
  const { cells = [], coverage = [], measurements = [] } = project.value ?? {};
  const choice = view.value.coverage;
  const rows = choice === 'measured' && measurements.length > 0 ? measurements : coverage.length > 0 && (choice === 'claimed' || cells.length === 0) ? coverage : cells;
  const named = new Set(rows.map((row) => row.operator));
  return operators.value.filter((operator) => named.has(operator));
});

/** Technologies that the page offers: all, so that one without data says so. */
export const offered: readonly Technology[] = TECHNOLOGIES;

/** The question on the map and in the table: the technologies and operators chosen, together. */
export const mainQuestion = computed(() => questionOf(view.value.technologies, view.value.operators, endedWith(view.value.without2G)));

/** One question for each technology, for the operators chosen. */
export const technologyQuestions = computed(() => offered.map((t) => questionOf([t], view.value.operators, endedWith(view.value.without2G))));

/** One question for each operator, for the technologies chosen. */
export const operatorQuestions = computed(() => operators.value.map((o) => questionOf(view.value.technologies, [o], endedWith(view.value.without2G))));

/** The chosen technologies as they are reported, and once 2G has ended. */
export const beforeAndAfter = computed(() => [false, true].map((ended) => questionOf(view.value.technologies, view.value.operators, endedWith(ended))) as [QuestionSpec, QuestionSpec]);

/** Every technology alone and any of them, of all operators: for a commune's sheet. */
export const sheetQuestions = computed(() => [
  ...offered.map((t) => questionOf([t], null, endedWith(view.value.without2G))),
  questionOf(TECHNOLOGIES, null, endedWith(view.value.without2G)),
  ...operators.value.map((o) => questionOf(TECHNOLOGIES, [o], endedWith(view.value.without2G))),
]);

const keyOf = (coverage: CoverageChoice, question: QuestionSpec, under: string = rules.peek(), what = '') => JSON.stringify([coverage, under, question, what]);
const textOf = (now: Scenario | null) => (now ? JSON.stringify(now) : '');

/** The questions that a scenario is judged by: those in view, and any technology of all operators. */
export const scenarioQuestions = computed(() => [mainQuestion.value, questionOf(TECHNOLOGIES, null, endedWith(view.value.without2G))]);

/** The answer under the scenario shown; null until it is computed, and where there is none. */
export function answerUnder(question: QuestionSpec): Answer | null {
  if (!shownScenario.value) return null;
  const answer = scenarioAnswers.value.get(keyOf(view.value.coverage, question, rules.value, textOf(view.value.scenario))) ?? null;
  // While a mast is dragged only the question in view follows it.
  const rows = movedRows.value;
  return answer && rows && JSON.stringify(question) === JSON.stringify(mainQuestion.value) ? { ...answer, rows: [...rows] } : answer;
}

const answers = signal<ReadonlyMap<string, Answer>>(new Map());
/** Rows of the question in view while a mast is dragged; null at rest. */
const movedRows = signal<readonly GapRow[] | null>(null);
/** Of the last scenario only. */
const scenarioAnswers = signal<ReadonlyMap<string, Answer>>(new Map());

/** The answer to a question for the coverage in view; null until it is computed. */
export function answerTo(question: QuestionSpec): Answer | null {
  return answers.value.get(keyOf(view.value.coverage, question, rules.value)) ?? null;
}

const firstFigures = computed((): ReadonlyMap<string, Figures> => {
  const under = rulesOf(DEFAULT_SETTINGS);
  return new Map(firstView.value?.answers.map(({ question, figures }) => [keyOf('stations', question, under), figures]));
});

/** The rows that answer a question: the worker's, or until then those that the page was built with. null until there are any. */
export function figuresOf(question: QuestionSpec): Figures | null {
  return answerTo(question) ?? (firstViewHolds.value ? (firstFigures.value.get(keyOf(view.value.coverage, question, rules.value)) ?? null) : null);
}

/** Resolves once the worker has answered the question, under the settings then in view. */
export function whenAnswered(question: QuestionSpec): Promise<Answer> {
  wantProject();
  return new Promise((resolve) => {
    const stop = effect(() => {
      const answer = answerTo(question);
      if (!answer) return;
      resolve(answer);
      queueMicrotask(() => stop());
    });
  });
}

/** Under the scenario, where one is shown; until that is computed, what is known stays. */
export const shownAnswer = computed(() => (shownScenario.value ? answerUnder(mainQuestion.value) : null) ?? answerTo(mainQuestion.value));

/** Gap polygons of the main question; null until computed. Those of the last question stay until then. */
export const shapes = signal<GapShapes | null>(null);

/** Communes done and in all while something is computed; null at rest. */
export const computing = signal<{ done: number; total: number } | null>(null);

/** Why the last computation failed. */
export const computeFailure = signal<FailureReason | null>(null);

let running: AbortController | null = null;

/** Stops what is being computed; what was known stays. */
export function cancelComputing(): void {
  running?.abort(new DOMException('cancelled', 'AbortError'));
  running = null;
  computing.value = null;
}

async function compute(coverage: CoverageChoice, now: Scenario | null, main: QuestionSpec, first: readonly QuestionSpec[], later: readonly QuestionSpec[]): Promise<void> {
  cancelComputing();
  const controller = new AbortController();
  running = controller;
  computeFailure.value = null;
  const onProgress = (done: number, total: number) => {
    if (running === controller) computing.value = { done, total };
  };
  const request = (questions: readonly QuestionSpec[]): GapsRequest => ({ coverage, settings: settings.peek(), questions: [...questions] });
  const learn = async (questions: readonly QuestionSpec[]) => {
    const unknown = questions.filter((q) => !answers.peek().has(keyOf(coverage, q)));
    if (unknown.length === 0) return;
    const found = await core().gaps(request(unknown), { onProgress, signal: controller.signal });
    const next = new Map(answers.peek());
    unknown.forEach((q, i) => next.set(keyOf(coverage, q), found[i]!));
    answers.value = next;
  };
  try {
    await learn([main]);
    if (now) {
      const { questions, ...rest } = request(scenarioQuestions.peek());
      const under = await core().gaps({ ...rest, questions, scenario: now }, { onProgress, signal: controller.signal });
      scenarioAnswers.value = new Map(questions.map((q, i) => [keyOf(coverage, q, rules.peek(), textOf(now)), under[i]!]));
    }
    // Polygons are the larger part of an answer: where memory is short, shares of whole communes have to do.
    shapes.value = lean.peek() ? null : await core().shapes({ ...request([main]), ...(now ? { scenario: now } : {}) }, { signal: controller.signal });
    await learn(first);
    await learn(later);
    if (lean.peek()) forgetOthers(coverage, [main, ...first, ...later]);
  } catch (error) {
    if (!controller.signal.aborted) computeFailure.value = reasonOf(error);
  } finally {
    if (running === controller) {
      running = null;
      computing.value = null;
    }
  }
}

/** Leaves only the answers to these questions. */
function forgetOthers(coverage: CoverageChoice, questions: readonly QuestionSpec[]): void {
  const wanted = new Set(questions.map((q) => keyOf(coverage, q)));
  if ([...answers.peek().keys()].some((key) => !wanted.has(key))) answers.value = new Map([...answers.peek()].filter(([key]) => wanted.has(key)));
}

/** Follows a dragged mast: one step after another, and of those that came meanwhile only the last. */
function followDrag(): () => void {
  let waiting: DraggedMast | null = null;
  let busy = false;
  const step = async () => {
    busy = true;
    while (waiting) {
      const { id, scenario } = waiting;
      waiting = null;
      try {
        const rows = await core().move({ coverage: view.peek().coverage, settings: settings.peek(), questions: [mainQuestion.peek()], scenario }, id);
        if (dragged.peek()) movedRows.value = rows;
      } catch (error) {
        computeFailure.value = reasonOf(error);
      }
    }
    busy = false;
  };
  return effect(() => {
    const now = dragged.value;
    if (!now) {
      movedRows.value = null;
      return;
    }
    waiting = now;
    if (!busy) void step();
  });
}

/** Keeps the results in step with the view from now on. Returns a function that ends it. */
export function startComputing(): () => void {
  const wanted = computed(() =>
    JSON.stringify([
      view.value.coverage, rules.value, shownScenario.value && view.value.scenario, mainQuestion.value,
      [...technologyQuestions.value, ...(lean.value ? [] : operatorQuestions.value), ...beforeAndAfter.value],
      [...REPORTED_QUESTIONS, ...(shownScenario.value ? scenarioQuestions.value : []), ...(view.value.commune ? sheetQuestions.value : [])],
    ]),
  );
  let computedFor: string | null = null;
  const stopFollowing = followDrag();
  const stopComputing = effect(() => {
    if (!project.value) return;
    // Other data: what was known is known no more. The bundled polygons only come later: nothing was asked of them before.
    const data = project.value.datasets.map((d) => d.id).join(' ');
    if (computedFor !== data) answers.value = new Map();
    computedFor = data;
    const [coverage, , now, main, first, later] = JSON.parse(wanted.value) as [CoverageChoice, string, Scenario | null, QuestionSpec, QuestionSpec[], QuestionSpec[]];
    void compute(coverage, now, main, first, later);
  });
  return () => {
    stopFollowing();
    stopComputing();
  };
}
