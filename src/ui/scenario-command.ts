/** The command that gives a scenario's figures of the question in view. */
import { shellLine } from '../core/command-line';
import type { Scenario } from '../core/scenario';
import { differenceArguments } from '../core/scenario-command-line';
import { receiptContext } from '../state/receipts';
import { mainQuestion } from '../state/results';

export function scenarioCommand(scenario: Scenario): string {
  const { settings, sources } = receiptContext();
  return shellLine(differenceArguments({ sources, question: mainQuestion.value, settings, scenario }, null));
}
