/** Text only, for slow lines: kept from visit to visit, offered where the browser says that the line is slow or data are dear. */
import { computed, effect, signal } from '@preact/signals';
import { REPORTED_QUESTIONS } from '../core/reported';
import { known } from './known';
import { wantProject } from './loading';
import { paperAsked } from './papers';
import { receiptAsked } from './receipts';
import { beforeAndAfter, figuresOf, mainQuestion, operatorQuestions, technologyQuestions } from './results';
import { updateView, view } from './view';

const KEPT = 'lomsong.text-only';

interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

function slowLine(): boolean {
  const { saveData, effectiveType } = (navigator as { connection?: Connection }).connection ?? {};
  return saveData === true || effectiveType === 'slow-2g' || effectiveType === '2g';
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** Whether the reader is asked if they want the map: until they say so, it is not loaded. */
export const mapOffered = signal(false);

/** Whether the map and what comes with it may be loaded. */
export const mapWanted = computed(() => !view.value.textOnly && !mapOffered.value);

/** Chooses the map or text only, from this visit on. */
export function chooseTextOnly(textOnly: boolean): void {
  mapOffered.value = false;
  updateView({ textOnly });
  try {
    localStorage.setItem(KEPT, textOnly ? '1' : '0');
  } catch {
    // Then it holds for this visit and in the address.
  }
}

/** Whether something in view can only be told by the worker. */
const workerNeeded = computed(() => {
  const { tab, units, commune } = view.value;
  const questions = [mainQuestion.value, ...technologyQuestions.value, ...operatorQuestions.value, ...beforeAndAfter.value, ...REPORTED_QUESTIONS];
  return known.value === null || tab === 'scenarios' || tab === 'data' || units !== 'new' || commune !== null || receiptAsked.value !== null || paperAsked.value !== null || questions.some((question) => !figuresOf(question));
});

/** To be called once the address is read. */
export function startTextOnly(): void {
  if (!view.peek().textOnly && kept() === '1') updateView({ textOnly: true });
  mapOffered.value = !view.peek().textOnly && kept() === null && slowLine();
}

/** Asks for worker and data from now on: at once where the map wants them, else when something needs them. To be called once the first view stands. */
export function startLoading(): void {
  effect(() => {
    if (mapWanted.value || workerNeeded.value) wantProject();
  });
}
