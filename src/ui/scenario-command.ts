/** The command that gives a scenario's figures. Masts placed by hand go along as a file, which the page saves. */
import { gapsArguments, shellLine } from '../core/command-line';
import type { Scenario } from '../core/scenario';
import { receiptContext } from '../state/receipts';
import { mainQuestion } from '../state/results';

export const ADDED_FILE = 'them-cot.csv';

export function scenarioCommand({ on, ends, down, roaming, added }: Scenario): string {
  const { settings, sources } = receiptContext();
  const { off, ...question } = mainQuestion.value;
  const base = gapsArguments(sources, { ...question, off: [] }, settings, null);
  const ended = [...off.map((t): string => t), ...ends.map(({ technology, operator, date }) => `${technology}${operator === null ? '' : `:${operator}`}${date === null ? '' : `@${date}`}`)];
  const list = (option: string, values: readonly string[]) => (values.length > 0 ? [option, values.join(',')] : []);
  return shellLine([
    ...base, ...list('--off', [...new Set(ended)]), ...(on === null ? [] : ['--on', on]), ...list('--operator-down', down.operators), ...list('--mast-down', down.masts), ...list('--commune-down', down.communes),
    ...(down.withoutGridPower ? ['--no-grid-down'] : []), ...(down.microwave ? ['--microwave-down'] : []), ...list('--roaming', roaming), ...(added.length > 0 ? ['--add', ADDED_FILE] : []), '--difference',
  ]);
}
