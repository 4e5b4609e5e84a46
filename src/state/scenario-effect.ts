/** What the scenario shown does to hamlets and stations; the figures come with the answers. */
import { computed, effect, signal } from '@preact/signals';
import type { Scenario } from '../core/scenario';
import type { ScenarioEffect, ScenarioRequest } from '../worker/protocol';
import { core, project } from './project';
import { mainQuestion, settings } from './results';
import { shownScenario } from './scenario';
import { view } from './view';

/** null: no scenario is shown, or it is not computed yet. */
export const scenarioEffect = signal<ScenarioEffect | null>(null);

/** Keys of the stations that are off under the scenario shown. */
export const offStations = computed(() => (scenarioEffect.value ? new Set(scenarioEffect.value.off) : null));

/** What a scenario is asked about with: the technologies and operators chosen. */
export function scenarioRequest(scenario: Scenario): ScenarioRequest {
  const { of, operators, off } = mainQuestion.value;
  return { coverage: view.value.coverage, settings: { ...settings.value, technologies: of, operators, off }, scenario };
}

/** Keeps the effect in step with the view from now on. */
export function startScenarioEffect(): void {
  // Not while a mast is dragged: it would be asked for at every step.
  const wanted = computed(() => (shownScenario.value && view.value.scenario ? JSON.stringify(scenarioRequest(view.value.scenario)) : null));
  effect(() => {
    const data = project.value;
    const asked = wanted.value;
    if (!data || asked === null) {
      scenarioEffect.value = null;
      return;
    }
    core().effect(JSON.parse(asked) as ScenarioRequest).then(
      (found) => { if (wanted.peek() === asked && project.peek() === data) scenarioEffect.value = found; },
      (error: unknown) => console.info(error),
    );
  });
}
