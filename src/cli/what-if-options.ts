/** The options that ask what if. */
import type { Technology } from '../core/model';
import type { TechnologyEnd } from '../core/scenario';
import { parseTechnology } from '../formats/technology';
import type { CliText } from '../strings/command-text';
import { UsageError } from './io';
import { dayOf, listOf, listsOf } from './option-values';

/** What is asked of a scenario; names as the user wrote them. */
export interface WhatIf {
  /** Ends that name an operator or a day. */
  ends: TechnologyEnd[];
  on: string | null;
  operatorsDown: string[];
  mastsDown: string[];
  communesDown: string[];
  noGridDown: boolean;
  microwaveDown: boolean;
  roaming: string[];
  /** Sites files whose rows are added to the stations. */
  add: string[];
}

/** The options as they were written. */
type WhatIfValues = Partial<
  Record<'off' | 'on' | 'operator-down', string> & Record<'mast-down' | 'commune-down' | 'roaming' | 'add', string[]> & Record<'no-grid-down' | 'microwave-down', boolean>
>;

/** `off`: technologies that have ended for all operators, whatever the day. @param knowsScenarios else no end may name an operator or a day */
export function whatIfOf(knowsScenarios: boolean, values: WhatIfValues, text: CliText): { off: Technology[]; whatIf: WhatIf } {
  const ends = endsOf(values.off, text);
  if (!knowsScenarios && !ends.every(isPlain)) throw new UsageError(text.badValue('--off', values.off!, text.expected.technology));
  return {
    off: ends.flatMap((end) => (isPlain(end) ? [end.technology] : [])),
    whatIf: {
      ends: ends.filter((end) => !isPlain(end)),
      on: values.on === undefined ? null : dayOf(values.on, '--on', text),
      operatorsDown: values['operator-down'] === undefined ? [] : listOf(values['operator-down'], '--operator-down', text.expected.operator, text),
      mastsDown: listsOf(values['mast-down'], '--mast-down', text.expected.mast, text),
      communesDown: listsOf(values['commune-down'], '--commune-down', text.expected.commune, text),
      noGridDown: values['no-grid-down'] ?? false,
      microwaveDown: values['microwave-down'] ?? false,
      roaming: listsOf(values.roaming, '--roaming', text.expected.commune, text),
      add: values.add ?? [],
    },
  };
}

const END = /^([^:@]+)(?::([^@]+))?(?:@(.+))?$/;

/** `2G`, `2G:OPERATOR`, `3G@2028-09`, `3G:OPERATOR@2028-09-16`. */
function endsOf(value: string | undefined, text: CliText): TechnologyEnd[] {
  if (value === undefined) return [];
  return listOf(value, '--off', text.expected.off, text).map((part) => {
    const [, technologyText = '', operator, date] = END.exec(part) ?? [];
    const technology = parseTechnology(technologyText.trim());
    if (!technology) throw new UsageError(text.badValue('--off', part, text.expected.off));
    return { technology, operator: operator?.trim() ?? null, date: date === undefined ? null : dayOf(date, '--off', text) };
  });
}

/** For all operators, whatever the day: a technology that has ended, not a scenario. */
export function isPlain({ operator, date }: TechnologyEnd): boolean {
  return operator === null && date === null;
}
