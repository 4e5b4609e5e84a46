/** A scenario as text for the address, and read back from any text or stored project: whatever is not one is refused whole. */
import { type Backhaul, type LngLat, TECHNOLOGIES, type Technology } from '../core/model';
import { type AddedMast, NO_SCENARIO, type Scenario, type TechnologyEnd } from '../core/scenario';

/** JSON of what differs from no scenario. */
export function scenarioToText(scenario: Scenario): string {
  const changed = Object.entries(scenario).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(NO_SCENARIO[field as keyof Scenario]));
  return JSON.stringify(Object.fromEntries(changed));
}

export function scenarioFromText(text: string): Scenario | null {
  try {
    return readScenario(JSON.parse(text));
  } catch {
    return null;
  }
}

type Raw = Record<string, unknown>;
const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 200;
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const isNumberOrNull = (value: unknown): value is number | null => value === null || Number.isFinite(value);
const isFlagOrNull = (value: unknown): value is boolean | null => value === null || typeof value === 'boolean';
const isTechnology = (value: unknown): value is Technology => TECHNOLOGIES.includes(value as Technology);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isPosition = (value: unknown): value is LngLat => Array.isArray(value) && value.length === 2 && Math.abs(Number(value[0])) <= 180 && Math.abs(Number(value[1])) <= 90 && value.every((part) => typeof part === 'number');
const BACKHAULS: readonly (Backhaul | null)[] = [null, 'fibre', 'microwave', 'satellite', 'none'];

const isEnd = (value: unknown): value is TechnologyEnd => isRecord(value) && isTechnology(value.technology) && isTextOrNull(value.operator) && isTextOrNull(value.date);

function isMast(value: unknown): value is AddedMast {
  return (
    isRecord(value) && isText(value.id) && isText(value.name) && isPosition(value.position) && Array.isArray(value.technologies) && value.technologies.every(isTechnology) && isText(value.operator) &&
    isNumberOrNull(value.radiusMeters) && (value.radiusMeters === null || (value.radiusMeters > 0 && value.radiusMeters <= 200_000)) &&
    isNumberOrNull(value.heightM) && isNumberOrNull(value.eirpDbm) && isFlagOrNull(value.hasElectricity) && BACKHAULS.includes(value.backhaul as Backhaul | null)
  );
}

/** Fields that are missing are as in no scenario; null where any is not what it should be. */
export function readScenario(value: unknown): Scenario | null {
  if (!isRecord(value)) return null;
  const whole: Raw = { ...NO_SCENARIO, ...value };
  const down: Raw = { ...NO_SCENARIO.down, ...(isRecord(whole.down) ? whole.down : {}) };
  const { name, on, ends, roaming, added } = whole;
  const { operators, masts, communes, withoutGridPower, microwave } = down;
  if (!isText(name) || !isTextOrNull(on) || !isTexts(roaming) || !isTexts(operators) || !isTexts(masts) || !isTexts(communes)) return null;
  if (typeof withoutGridPower !== 'boolean' || typeof microwave !== 'boolean') return null;
  if (!Array.isArray(ends) || !ends.every(isEnd) || !Array.isArray(added) || !added.every(isMast)) return null;
  return { name, on, ends, roaming, added, down: { operators, masts, communes, withoutGridPower, microwave } };
}
