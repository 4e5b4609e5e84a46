/** Whether plain data from an address or a file is a scenario. */
import { TECHNOLOGIES } from '../core/model';
import type { ScenarioRecord } from '../core/scenario';
import { type Check, hasFields, isFlag, isListOf, isNumber, isText, oneOf, orNull } from './plain-checks';

export const isPosition: Check = (value) => Array.isArray(value) && value.length === 2 && isNumber(value[0]) && isNumber(value[1]) && Math.abs(value[0]) <= 180 && Math.abs(value[1]) <= 90;
export const isTechnology = oneOf(...TECHNOLOGIES);
export const isBackhaul = oneOf('fibre', 'microwave', 'satellite', 'none');

const isEnd = hasFields({ technology: isTechnology, operator: orNull(isText), date: orNull(isText) });
const isMast = hasFields({
  id: isText, name: isText, position: isPosition, technologies: isListOf(isTechnology), operator: isText, radiusMeters: orNull(isNumber), heightM: orNull(isNumber), eirpDbm: orNull(isNumber),
  hasElectricity: orNull(isFlag), backhaul: orNull(isBackhaul),
});
export const isScenario: (value: unknown) => boolean = hasFields({
  name: isText, on: orNull(isText), ends: isListOf(isEnd), roaming: isListOf(isText), added: isListOf(isMast),
  down: hasFields({ operators: isListOf(isText), masts: isListOf(isText), communes: isListOf(isText), withoutGridPower: isFlag, microwave: isFlag }),
});

const isScenarioRecord = hasFields({ id: isText, changedAt: isText, scenario: isScenario });

/** The scenarios of a project that this version understands; others are passed over. */
export function scenariosOf({ scenarios }: { scenarios: readonly unknown[] }): ScenarioRecord[] {
  return scenarios.filter((entry): entry is ScenarioRecord => isScenarioRecord(entry));
}
