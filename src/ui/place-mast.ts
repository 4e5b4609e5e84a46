/** A mast placed by hand at a point of the map, with what the reader looks at as its technologies. */
import type { LngLat } from '../core/model';
import { announce } from '../state/announcements';
import { lang } from '../state/language';
import { mainQuestion, operators } from '../state/results';
import { changeScenario, placing } from '../state/scenario';

export function placeMast(position: LngLat): void {
  const { of, operators: chosen } = mainQuestion.peek();
  placing.value = false;
  announce('place', lang.peek().text.scenario.placed(lang.peek().format.position(position)));
  changeScenario((before) => {
    const numbers = before.added.map(({ id }) => Number(/^new-(\d+)$/.exec(id)?.[1] ?? 0));
    const number = Math.max(0, ...numbers) + 1;
    // An operator that the scenario switches off would gain nothing by a new mast.
    const works = (operator: string) => !before.down.operators.includes(operator) && !before.ends.some((end) => of.includes(end.technology) && (end.operator === null || end.operator === operator));
    const operator = (chosen ?? operators.peek()).find(works) ?? lang.peek().text.scenario.newOperator;
    const rounded: LngLat = [Math.round(position[0] * 1e6) / 1e6, Math.round(position[1] * 1e6) / 1e6];
    return {
      ...before,
      added: [...before.added, {
        id: `new-${number}`, name: lang.peek().text.scenario.mastName(String(number)), position: rounded, technologies: of, operator,
        radiusMeters: null, heightM: null, eirpDbm: null, hasElectricity: null, backhaul: null,
      }],
    };
  });
}
