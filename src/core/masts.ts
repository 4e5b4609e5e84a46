/** Active masts, each with the technologies and operators on it. */
import type { QuestionSpec } from './gaps';
import type { Cell, LngLat, Technology } from './model';
import { TECHNOLOGIES } from './model';
import { countsAsSite } from './stations';
import { compareText } from './text-order';

export interface Mast {
  siteId: string;
  name: string;
  position: LngLat;
  /** In the order of `TECHNOLOGIES`. */
  technologies: Technology[];
  operators: string[];
}

/** One for each site that has an active row of the operators, less the technologies switched off; in the order of ids. */
export function activeMasts(cells: readonly Cell[], question: Pick<QuestionSpec, 'operators' | 'off'>): Mast[] {
  const masts = new Map<string, Mast>();
  for (const cell of cells) {
    if (!countsAsSite(cell, question)) continue;
    const { siteId, name, position, technology, operator } = cell;
    // Files exist in which one id names several places: each is a mast to stand at.
    const key = `${siteId}\n${position.join()}`;
    let mast = masts.get(key);
    if (!mast) masts.set(key, (mast = { siteId, name, position, technologies: [], operators: [] }));
    if (!mast.technologies.includes(technology)) mast.technologies.push(technology);
    if (!mast.operators.includes(operator)) mast.operators.push(operator);
  }
  for (const mast of masts.values()) {
    mast.technologies.sort((a, b) => TECHNOLOGIES.indexOf(a) - TECHNOLOGIES.indexOf(b));
    mast.operators.sort(compareText);
  }
  return [...masts.values()].sort((a, b) => compareText(a.siteId, b.siteId) || a.position[0] - b.position[0] || a.position[1] - b.position[1]);
}
