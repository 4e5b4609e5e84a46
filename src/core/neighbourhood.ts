/** What is nearest to a place: masts by operator, fibre. */
import type { QuestionSpec } from './gaps';
import { activeMasts, type Mast } from './masts';
import type { Cell, LngLat } from './model';
import { nearest, nearestKm } from './nearest';
import { type FibreInput, nearestFibre } from './nearest-fibre';

export interface NearestMast {
  mast: Mast;
  km: number;
}

export interface Neighbourhood {
  /** The nearest active mast of the operators counted; null where no station is known. */
  mast(point: LngLat): NearestMast | null;
  /** For each operator of `each`, in its order: kilometres to its nearest active mast; null where it has none. */
  mastKmByOperator(point: LngLat): { operator: string; km: number | null }[];
  /** Kilometres to the nearest active fibre endpoint with a position, or to a route; null where none is known. */
  fibreKm(point: LngLat): number | null;
}

export interface NeighbourhoodInput extends FibreInput {
  cells: readonly Cell[] | null;
}

/** @param each operators asked for one by one */
export function createNeighbourhood({ cells, ...fibre }: NeighbourhoodInput, counted: Pick<QuestionSpec, 'operators' | 'off'>, each: readonly string[]): Neighbourhood {
  const masts = activeMasts(cells ?? [], counted);
  const positions = masts.map((mast) => mast.position);
  const ofOperator = each.map((operator) => masts.filter((mast) => mast.operators.includes(operator)).map((mast) => mast.position));
  return {
    mast(point) {
      const found = nearest(point, positions);
      return found && { mast: masts[found.index]!, km: found.km };
    },
    mastKmByOperator: (point) => each.map((operator, i) => ({ operator, km: nearestKm(point, ofOperator[i]!) })),
    fibreKm: nearestFibre(fibre),
  };
}
