/** A scenario as text for the address, and read back; whatever is not one is refused whole. */
import { NO_SCENARIO, type Scenario } from '../core/scenario';
import { isScenario } from '../formats/scenario-check';

/** JSON of what differs from no scenario. */
export function scenarioToText(scenario: Scenario): string {
  const changed = Object.entries(scenario).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(NO_SCENARIO[field as keyof Scenario]));
  return JSON.stringify(Object.fromEntries(changed));
}

export function scenarioFromText(text: string): Scenario | null {
  try {
    const whole: unknown = { ...NO_SCENARIO, ...(JSON.parse(text) as Partial<Scenario>) };
    return isScenario(whole) ? (whole as Scenario) : null;
  } catch {
    return null;
  }
}
