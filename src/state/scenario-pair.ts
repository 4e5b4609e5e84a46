/** Two scenarios side by side: what each gives for the question in view. */
import { signal } from '@preact/signals';
import { type FailureReason, reasonOf } from '../core/failure';
import { NO_SCENARIO, type Scenario } from '../core/scenario';
import { stationKey } from '../core/stations';
import type { Scene } from '../style/scene';
import type { Answer, GapShapes } from '../worker/protocol';
import { core } from './project';
import { mainQuestion, settings } from './results';
import { scenarioRequest } from './scenario-effect';
import { communesOnMap, hamletsOnMap } from './scene';
import { view } from './view';

export interface SideOfPair {
  scenario: Scenario;
  answer: Answer;
  shapes: GapShapes;
  /** Keys of the stations that are off. */
  off: ReadonlySet<string>;
}

/** null: nothing is laid side by side. */
export const scenarioPair = signal<readonly [SideOfPair, SideOfPair] | null>(null);
export const pairFailure = signal<FailureReason | null>(null);

async function sideOf(scenario: Scenario): Promise<SideOfPair> {
  const request = { coverage: view.peek().coverage, settings: settings.peek(), questions: [mainQuestion.peek()], scenario };
  const [answer] = await core().gaps(request);
  const effect = await core().effect(scenarioRequest(scenario));
  return { scenario, answer: answer!, shapes: await core().shapes(request), off: new Set(effect.off) };
}

/** @param left null for things as they are */
export async function layTogether(left: Scenario | null, right: Scenario | null): Promise<void> {
  pairFailure.value = null;
  try {
    const first = await sideOf(left ?? NO_SCENARIO);
    scenarioPair.value = [first, await sideOf(right ?? NO_SCENARIO)];
  } catch (error) {
    pairFailure.value = reasonOf(error);
  }
}

/** The scene in view with one side's land and stations in place of it. @param cells that the question counts, none switched off */
export function sceneOfSide(scene: Scene, cells: Scene['cells'], { scenario, answer, shapes, off }: SideOfPair): Scene {
  return {
    ...scene,
    cells: cells.filter((cell) => !off.has(stationKey(cell))),
    communes: communesOnMap(scene.communes.map(({ commune }) => commune), answer.rows, shapes),
    hamlets: hamletsOnMap(scene.hamlets.map(({ locality }) => locality), answer),
    changes: [], added: scenario.added, selected: null, largestGapPoint: null,
  };
}
