/** What the scenario shown does to hamlets and stations; the figures come with the answers. */
import { computed, effect, signal } from '@preact/signals';
import type { Cell } from '../core/model';
import type { ScenarioEffect, ScenarioRequest } from '../worker/protocol';
import { core, project } from './project';
import { mainQuestion, settings } from './results';
import { shownScenario } from './scenario';
import { view } from './view';

/** null: no scenario is shown, or it is not computed yet. */
export const scenarioEffect = signal<ScenarioEffect | null>(null);

export const stationKey = ({ siteId, technology, operator }: Pick<Cell, 'siteId' | 'technology' | 'operator'>) => `${siteId}\n${technology}\n${operator}`;

/** Keys of the stations that are off under the scenario shown. */
export const offStations = computed(() => (scenarioEffect.value ? new Set(scenarioEffect.value.off) : null));

/** What questions of the scenario in view are asked with: the technologies and operators chosen. */
export function scenarioRequest(): ScenarioRequest | null {
  // Not while a mast is dragged: it would be asked for at every step.
  const now = view.value.scenario;
  if (!now) return null;
  const { of, operators, off } = mainQuestion.value;
  return { coverage: view.value.coverage, settings: { ...settings.value, technologies: of, operators, off }, scenario: now };
}

/** Keeps the effect in step with the view from now on. */
export function startScenarioEffect(): void {
  const wanted = computed(() => (shownScenario.value ? JSON.stringify([scenarioRequest(), mainQuestion.value]) : null));
  effect(() => {
    const data = project.value;
    const asked = wanted.value;
    if (!data || asked === null) {
      scenarioEffect.value = null;
      return;
    }
    const request = scenarioRequest();
    if (!request) return;
    core().effect(request).then(
      (found) => { if (wanted.peek() === asked && project.peek() === data) scenarioEffect.value = found; },
      (error: unknown) => console.info(error),
    );
  });
}
