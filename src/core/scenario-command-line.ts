/** The command lines that give a scenario's figures: `gaps … --difference` and `rank`. Masts placed by hand go along as a file. */
import type { CandidateKind } from './candidates';
import type { Band } from './certainty';
import { type BeyondCommand, beyondCommand, type CommandSources, gapsArguments } from './command-line';
import type { NeedMeasure } from './commune-rank';
import type { QuestionSpec } from './gaps';
import type { Technology } from './model';
import type { NextMastsQuestion } from './next-masts';
import type { Scenario } from './scenario';
import type { GapSettings } from './settings';

/** The file of masts placed by hand, in the form that `--add` reads. */
export const ADDED_FILE = 'them-cot.csv';
/** Side of the squares of a grid of places where nothing else is said. */
export const COMMAND_GRID_METERS = 2000;

/** What the command has no option or no word for. */
export type ScenarioBeyond = BeyondCommand | 'scenario-name' | 'free-masts';

export interface ScenarioQuestion {
  sources: CommandSources;
  question: QuestionSpec;
  settings: GapSettings;
  scenario: Scenario;
}

/** The options of a scenario. @param off technologies that have ended besides, before the scenario too */
export function scenarioArguments({ on, ends, down, roaming, added }: Scenario, off: readonly Technology[]): string[] {
  const ended = [...off.map((t): string => t), ...ends.map(({ technology, operator, date }) => `${technology}${operator === null ? '' : `:${operator}`}${date === null ? '' : `@${date}`}`)];
  const list = (option: string, values: readonly string[]) => (values.length > 0 ? [option, values.join(',')] : []);
  return [
    ...list('--off', [...new Set(ended)]),
    ...(on === null ? [] : ['--on', on]),
    ...list('--operator-down', down.operators), ...list('--mast-down', down.masts), ...list('--commune-down', down.communes),
    ...(down.withoutGridPower ? ['--no-grid-down'] : []), ...(down.microwave ? ['--microwave-down'] : []),
    ...list('--roaming', roaming),
    ...(added.length > 0 ? ['--add', ADDED_FILE] : []),
  ];
}

/** `lomsong gaps … --difference`: before, after and difference. @param code the commune; null for all */
export function differenceArguments({ sources, question, settings, scenario }: ScenarioQuestion, code: string | null): string[] {
  const { off } = question;
  return [
    ...gapsArguments(sources, { ...question, off: [] }, settings, code), ...scenarioArguments(scenario, off),
    '--difference', ...(off.length > 0 ? ['--off-before', off.join(',')] : []),
  ];
}

/** What is asked of `lomsong rank`. */
export type Ranking =
  | { kind: 'next'; next: Pick<NextMastsQuestion, 'objective' | 'limit' | 'prices' | 'within'>; candidates: readonly CandidateKind[]; gridMeters: number }
  | { kind: 'critical'; most: number }
  | { kind: 'need'; measure: NeedMeasure; band: Band };

/** `lomsong rank …` under the scenario. */
export function rankArguments({ sources, question, settings, scenario }: ScenarioQuestion, ranking: Ranking): string[] {
  const base = ['rank', ...gapsArguments(sources, { ...question, off: [] }, settings, null).slice(1), ...scenarioArguments(scenario, question.off)];
  switch (ranking.kind) {
    case 'critical':
      return [...base, '--critical', String(ranking.most)];
    case 'need': {
      const { radiusShare, thresholdDb } = ranking.band;
      return [...base, '--need', ranking.measure, '--band', `${plain(radiusShare * 100)}%${thresholdDb > 0 ? `,${thresholdDb}dB` : ''}`];
    }
    case 'next': {
      const { next: { objective, limit, prices, within }, candidates, gridMeters } = ranking;
      const kinds = candidates.map((kind) => (kind === 'grid' && gridMeters !== COMMAND_GRID_METERS ? `grid=${gridMeters}m` : kind));
      return [
        ...base, ...('masts' in limit ? ['--next', String(limit.masts)] : ['--budget', String(limit.budget)]), '--for', objective, '--candidates', kinds.join(','),
        ...(prices ? ['--prices', `mast=${prices.mast},upgrade=${prices.upgrade},fibreKm=${prices.fibreKm},solar=${prices.solar}`] : []),
        ...(within ? ['--commune', within.join(',')] : []),
      ];
    }
  }
}

/** 20, not 20.000000000000004. */
function plain(value: number): string {
  return String(Math.round(value * 1e9) / 1e9);
}

/** Why the command could not give the same; empty where it can. */
export function scenarioBeyond({ question, settings, scenario: { ends, down } }: ScenarioQuestion, ranking: Ranking | null = null): ScenarioBeyond[] {
  const beyond: ScenarioBeyond[] = beyondCommand(question, settings);
  // Lists are separated by commas, and an end is written TECHNOLOGY:OPERATOR@DAY.
  const unwritable = [...down.operators, ...down.masts].some((name) => name.includes(',')) || ends.some(({ operator }) => operator !== null && /[,:@]/.test(operator));
  if (unwritable) beyond.push('scenario-name');
  const prices = ranking?.kind === 'next' ? ranking.next.prices : null;
  if (prices && (prices.mast <= 0 || prices.upgrade <= 0)) beyond.push('free-masts');
  return beyond;
}
