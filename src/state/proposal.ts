/** The next masts as they were proposed, and the map as it is once some of them stand. */
import { computed, effect, signal } from '@preact/signals';
import { type FailureReason, reasonOf } from '../core/failure';
import { TECHNOLOGIES } from '../core/model';
import type { NextMast, NextMasts } from '../core/next-masts';
import type { ScenarioAnswers, ScenarioReceiptContext } from '../core/scenario-receipt';
import { questionOf } from '../core/question';
import { type AddedMast, NO_SCENARIO, type Scenario } from '../core/scenario';
import type { Answer, GapShapes, GapsRequest, NextMastsRequest } from '../worker/protocol';
import { core, project } from './project';
import { mainQuestion, settings } from './results';
import { scenarioReceiptContext } from './scenario-receipts';
import { view } from './view';

export interface Proposal {
  found: NextMasts;
  request: NextMastsRequest;
  /** The data that it was computed from. */
  data: typeof project.value;
  /** What its receipts are made from. */
  answers: ScenarioAnswers;
  context: ScenarioReceiptContext;
}

/** null: nothing is proposed, or it was dropped. */
export const proposal = signal<Proposal | null>(null);
/** How many of the masts stand, in their order. */
export const proposalStep = signal(0);
/** The mast that was chosen on the map, by its order from 1, for the list to show. */
export const pickedMast = signal<number | null>(null);

const unnamed = (scenario: Scenario | null) => JSON.stringify({ ...(scenario ?? NO_SCENARIO), name: '' });

/** Whether things are no longer those that it was proposed for: then it is still a list, and no longer on the map. */
export const proposalOutdated = computed(() => {
  const now = proposal.value;
  if (!now) return false;
  const { radiusMeters, lom } = now.request.settings;
  return now.data !== project.value || now.request.coverage !== view.value.coverage || unnamed(now.request.scenario) !== unnamed(view.value.scenario)
    || JSON.stringify([radiusMeters, lom]) !== JSON.stringify([settings.value.radiusMeters, settings.value.lom]);
});

/** What the map shows of it. */
export const proposalOnMap = computed(() => (view.value.tab === 'scenarios' && !proposalOutdated.value ? proposal.value : null));

export function propose(request: NextMastsRequest, found: NextMasts): void {
  proposalStep.value = 0;
  pickedMast.value = null;
  const { scenario, candidates, gridMeters, question: { objective, limit, prices, within, technologies }, settings: { operators, off } } = request;
  proposal.value = {
    found, request, data: project.peek(),
    answers: { next: { found, ranking: { kind: 'next', candidates, gridMeters, next: { objective, limit, prices, within } } } },
    context: scenarioReceiptContext(scenario, questionOf(technologies, operators, off)),
  };
}

export function dropProposal(): void {
  proposal.value = null;
  proposalStep.value = 0;
  pickedMast.value = null;
}

/** @param step 0 … number of masts; others are taken as the nearest */
export function showStep(step: number): void {
  const most = proposal.peek()?.found.masts.length ?? 0;
  proposalStep.value = Math.max(0, Math.min(most, Math.round(step)));
}

/** As masts of a scenario, which can be dragged and dropped. */
export function addedOf(masts: readonly NextMast[]): AddedMast[] {
  return masts.map(({ candidate, cells }) => ({
    id: `next-${candidate.id}`, name: candidate.name, position: candidate.position, technologies: TECHNOLOGIES.filter((t) => cells.some((c) => c.technology === t)), operator: cells[0]!.operator,
    radiusMeters: cells[0]!.radiusMeters, heightM: null, eirpDbm: null, hasElectricity: candidate.hasElectricity, backhaul: null,
  }));
}

interface AfterStep {
  step: number;
  answer: Answer;
  shapes: GapShapes;
}

const computedStep = signal<{ of: Proposal; after: AfterStep } | null>(null);
/** The map's question after the step shown, or after the last one that is computed; null at the beginning. */
export const afterStep = computed(() => (proposalOnMap.value && proposalStep.value > 0 && computedStep.value?.of === proposalOnMap.value ? computedStep.value.after : null));
/** What the map's question is answered under then: the scenario it was proposed for, and the masts that stand. */
export const scenarioOfStep = computed((): Scenario | null => (afterStep.value ? underStep(proposalOnMap.value!, afterStep.value.step) : null));
/** The map does not show the step yet. */
export const stepDrawing = computed(() => proposalOnMap.value !== null && proposalStep.value > 0 && afterStep.value?.step !== proposalStep.value);
export const stepFailure = signal<FailureReason | null>(null);

function underStep({ found, request: { scenario } }: Proposal, step: number): Scenario {
  return { ...scenario, name: '', added: [...scenario.added, ...addedOf(found.masts.slice(0, step))] };
}

/** Keeps the map in step from now on: one step after another, and of those asked for meanwhile only the last. */
export function startProposal(): void {
  const wanted = computed((): { of: Proposal; step: number; request: GapsRequest } | null => {
    const now = proposalOnMap.value;
    const step = proposalStep.value;
    if (!now || step === 0) return null;
    return { of: now, step, request: { coverage: now.request.coverage, settings: settings.value, questions: [mainQuestion.value], scenario: underStep(now, step) } };
  });
  let busy = false;
  const follow = async () => {
    busy = true;
    for (let next = wanted.peek(), last: typeof next = null; next && next !== last; last = next, next = wanted.peek()) {
      try {
        stepFailure.value = null;
        const [answer] = await core().gaps(next.request);
        if (wanted.peek() !== next) continue;
        computedStep.value = { of: next.of, after: { step: next.step, answer: answer!, shapes: await core().shapes(next.request) } };
      } catch (error) {
        stepFailure.value = reasonOf(error);
      }
    }
    busy = false;
  };
  effect(() => {
    if (wanted.value && !busy) void follow();
  });
}
