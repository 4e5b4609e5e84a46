/** A mast placed by hand at a point of the map, with what the reader looks at as its technologies. */
import type { LngLat } from '../core/model';
import { lang } from '../state/language';
import { mainQuestion, operators } from '../state/results';
import { changeScenario, placing } from '../state/scenario';

export function placeMast(position: LngLat): void {
  const { of, operators: chosen } = mainQuestion.peek();
  placing.value = false;
  changeScenario((before) => {
    const numbers = before.added.map(({ id }) => Number(/^new-(\d+)$/.exec(id)?.[1] ?? 0));
    const number = Math.max(0, ...numbers) + 1;
    const rounded: LngLat = [Math.round(position[0] * 1e6) / 1e6, Math.round(position[1] * 1e6) / 1e6];
    return {
      ...before,
      added: [...before.added, {
        id: `new-${number}`, name: lang.peek().text.scenario.mastName(String(number)), position: rounded, technologies: of, operator: chosen?.[0] ?? operators.peek()[0] ?? lang.peek().text.scenario.newOperator,
        radiusMeters: null, heightM: null, eirpDbm: null, hasElectricity: null, backhaul: null,
      }],
    };
  });
}
