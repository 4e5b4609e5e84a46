/** Which scenario figure's receipt is open, and what receipts of scenarios are made from. */
import { signal } from '@preact/signals';
import type { QuestionSpec } from '../core/gaps';
import type { CoverageKind } from '../core/model';
import type { Scenario } from '../core/scenario';
import type { ScenarioAnswers, ScenarioReceiptContext, ScenarioSubject } from '../core/scenario-receipt';
import { receiptContext } from './receipts';
import { view } from './view';

export interface ScenarioReceiptAsked {
  /** Figures of the row that was asked about; the one meant comes first. */
  subjects: readonly ScenarioSubject[];
  answers: ScenarioAnswers;
  context: ScenarioReceiptContext;
}

export const scenarioReceiptAsked = signal<ScenarioReceiptAsked | null>(null);

const KINDS: Record<string, CoverageKind> = { stations: 'modelled', claimed: 'claimed', measured: 'measured' };

/** What is in force just now: figures that are computed once and then stay keep the context of their time. */
export function scenarioReceiptContext(scenario: Scenario, question: QuestionSpec): ScenarioReceiptContext {
  return { ...receiptContext(), scenario, question, kinds: [KINDS[view.value.coverage]!] };
}
