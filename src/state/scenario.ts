/** The scenario in view, and those kept with the project. */
import { computed, signal } from '@preact/signals';
import type { LngLat } from '../core/model';
import { NO_SCENARIO, type Scenario, type ScenarioRecord } from '../core/scenario';
import { newId } from './new-id';
import { updateView, view } from './view';

export interface DraggedMast {
  id: string;
  /** With the mast where it is just now. */
  scenario: Scenario;
}

/** While a mast is dragged: what the scenario would be; the address follows when it is let go. */
export const dragged = signal<DraggedMast | null>(null);

/** null: as things are. */
export const scenario = computed((): Scenario | null => dragged.value?.scenario ?? view.value.scenario);

/** The scenario that map and figures of the tab show; other tabs show things as they are. */
export const shownScenario = computed(() => (view.value.tab === 'scenarios' ? scenario.value : null));

/** Kept with the project. */
export const scenarios = signal<readonly ScenarioRecord[]>([]);

/** A click on the map places a mast. */
export const placing = signal(false);

export function changeScenario(change: (before: Scenario) => Scenario): void {
  dragged.value = null;
  updateView({ scenario: change(view.peek().scenario ?? NO_SCENARIO) });
}

export function dropScenario(): void {
  dragged.value = null;
  placing.value = false;
  updateView({ scenario: null });
}

/** @param drop the mast is let go here */
export function moveMast(id: string, position: LngLat, drop: boolean): void {
  const now = scenario.peek();
  if (!now) return;
  const moved: Scenario = { ...now, added: now.added.map((mast) => (mast.id === id ? { ...mast, position } : mast)) };
  if (drop) changeScenario(() => moved);
  else dragged.value = { id, scenario: moved };
}

/** Keeps the scenario in view under its name: in place of the one of that name, where there is one. */
export function keepScenario(now: string): void {
  const shown = view.peek().scenario;
  if (!shown) return;
  const same = scenarios.peek().find((record) => record.scenario.name === shown.name);
  const record: ScenarioRecord = { id: same?.id ?? newId(), changedAt: now, scenario: shown };
  scenarios.value = [...scenarios.peek().filter((r) => r.id !== record.id), record];
}

export function openScenario(id: string): void {
  const record = scenarios.peek().find((r) => r.id === id);
  if (record) changeScenario(() => record.scenario);
}

export function forgetScenario(id: string): void {
  scenarios.value = scenarios.peek().filter((r) => r.id !== id);
}
