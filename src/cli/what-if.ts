/** The scenario that the options ask for. */
import type { GapInput } from '../core/gaps';
import type { Cell } from '../core/model';
import { NO_SCENARIO, type Scenario, type TechnologyEnd } from '../core/scenario';
import type { SheetTable } from '../formats/write-xlsx';
import { language } from '../strings/every-language';
import type { Place, Prepared } from './gaps';
import type { Reader } from './inputs';
import { type Io, UsageError } from './io';
import { communesWanted, operatorsAsked } from './names';
import type { Options } from './options';

/** Rows of sites files that are added to the stations. */
export async function readAdded({ whatIf: { add }, sites, coverage, measurements, mix }: Options, io: Io, reader: Reader, { index, lookup }: Place, lang: string): Promise<Cell[]> {
  const added: Cell[] = [];
  for (const file of add) added.push(...(await reader.read(file, 'sites', index, lookup)).rows);
  const saidAlready = sites !== null && (mix || (coverage.length === 0 && measurements === null));
  if (added.length > 0 && !saidAlready) io.stderr(language(lang).cli.radiusModel);
  return added;
}

/** What the options ask of a scenario, with names as the sources have them. */
export function scenarioOf({ off, whatIf }: Options, input: GapInput, { communes, lookup }: Place, lang: string): Scenario {
  const operators = (option: string, names: readonly string[]) => operatorsAsked(names, input, (name, known) => {
    throw new UsageError(language(lang).cli.badValue(option, name, known));
  });
  const codes = (names: readonly string[]) => (names.length === 0 ? [] : communesWanted(names, communes, lookup, lang).map((c) => c.code));
  const plain = off.map((technology): TechnologyEnd => ({ technology, operator: null, date: null }));
  const byOperator = whatIf.ends.flatMap((end) => (end.operator === null ? [end] : operators('--off', [end.operator]).map((operator) => ({ ...end, operator }))));
  return {
    ...NO_SCENARIO,
    on: whatIf.on,
    ends: [...plain, ...byOperator],
    down: {
      operators: operators('--operator-down', whatIf.operatorsDown), masts: whatIf.mastsDown, communes: codes(whatIf.communesDown),
      withoutGridPower: whatIf.noGridDown, microwave: whatIf.microwaveDown,
    },
    roaming: codes(whatIf.roaming),
  };
}

/** What a workbook says of the scenario that its figures are of; nothing where things are as they are. */
export function scenarioSheets({ scenario, added }: Pick<Prepared, 'scenario' | 'added'>): SheetTable[] {
  const { on, ends, down, roaming } = scenario;
  const said: [string, string][] = [
    ['on', on ?? ''],
    ['ends', ends.map(({ technology, operator, date }) => `${technology}${operator === null ? '' : `:${operator}`}${date === null ? '' : `@${date}`}`).join(', ')],
    ['operatorsDown', down.operators.join(', ')], ['mastsDown', down.masts.join(', ')], ['communesDown', down.communes.join(', ')],
    ['withoutGridPowerDown', down.withoutGridPower ? 'true' : ''], ['microwaveDown', down.microwave ? 'true' : ''],
    ['roaming', roaming.join(', ')], ['added', [...new Set(added.map((cell) => cell.siteId))].join(', ')],
  ];
  const rows = said.filter(([, value]) => value !== '');
  return rows.length === 0 ? [] : [{ name: 'scenario', columns: ['field', 'value'], rows }];
}
