/** What is nearest to a place: masts by operator, fibre. */
import type { QuestionSpec } from './gaps';
import { activeMasts, type Mast } from './masts';
import type { Cell, LngLat } from './model';
import { nearest } from './nearest';
import { createFibreFinder, type FibreInput, type NearestFibre } from './nearest-fibre';

export interface NearestMast {
  mast: Mast;
  km: number;
}

/** An operator's nearest active mast; nulls where it has none. */
export interface OperatorMast {
  operator: string;
  km: number | null;
  mast: Mast | null;
}

export interface Neighbourhood {
  /** The nearest active mast of the operators counted; null where no station is known. */
  mast(point: LngLat): NearestMast | null;
  /** For each operator of `each`, in its order. */
  mastKmByOperator(point: LngLat): OperatorMast[];
  /** The nearest active fibre endpoint with a position, or a route; null where none is known. */
  fibre(point: LngLat): NearestFibre | null;
}

export interface NeighbourhoodInput extends FibreInput {
  cells: readonly Cell[] | null;
}

/** @param each operators asked for one by one */
export function createNeighbourhood({ cells, ...fibre }: NeighbourhoodInput, counted: Pick<QuestionSpec, 'operators' | 'off'>, each: readonly string[]): Neighbourhood {
  const masts = activeMasts(cells ?? [], counted);
  const among = (some: readonly Mast[]) => {
    const positions = some.map((mast) => mast.position);
    return (point: LngLat): NearestMast | null => {
      const found = nearest(point, positions);
      return found && { mast: some[found.index]!, km: found.km };
    };
  };
  const ofOperator = each.map((operator) => among(masts.filter((mast) => mast.operators.includes(operator))));
  return {
    mast: among(masts),
    mastKmByOperator: (point) => each.map((operator, i) => {
      const found = ofOperator[i]!(point);
      return { operator, km: found?.km ?? null, mast: found?.mast ?? null };
    }),
    fibre: createFibreFinder(fibre),
  };
}
