/** How the census of an old commune divides among its successors. */
import type { OldUnit } from '../src/core/model';

/**
 * People of an old commune by its 2025 commune. How those of the three split ones divide is not published: they are
 * halved, and the first successor in the resolution's list has the odd one.
 */
export function peopleByCommune(unit: OldUnit): { code: string; population: number }[] {
  const n = unit.communes.length;
  const share = Math.floor(unit.population / n);
  return unit.communes.map(({ code }, i) => ({ code, population: i < unit.population - share * n ? share + 1 : share }));
}
