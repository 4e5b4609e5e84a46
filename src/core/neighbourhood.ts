/** What is nearest to a place: masts by operator, fibre. */
import type { QuestionSpec } from './gaps';
import { activeMasts, type Mast } from './masts';
import type { Cell, FibreEndpoint, FibreRoute, LngLat } from './model';
import { createNearestLine, nearest, nearestKm } from './nearest';

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

export interface NeighbourhoodInput {
  cells: readonly Cell[] | null;
  fibre: readonly FibreEndpoint[] | null;
  routes?: readonly FibreRoute[] | null;
}

/** @param each operators asked for one by one */
export function createNeighbourhood({ cells, fibre, routes }: NeighbourhoodInput, counted: Pick<QuestionSpec, 'operators' | 'off'>, each: readonly string[]): Neighbourhood {
  const masts = activeMasts(cells ?? [], counted);
  const positions = masts.map((mast) => mast.position);
  const ofOperator = each.map((operator) => masts.filter((mast) => mast.operators.includes(operator)).map((mast) => mast.position));
  const endpoints = (fibre ?? []).flatMap((f) => (f.position && f.status === 'active' ? [f.position] : []));
  const lineKm = createNearestLine((routes ?? []).flatMap((route) => (route.status === 'active' ? route.lines : [])));
  return {
    mast(point) {
      const found = nearest(point, positions);
      return found && { mast: masts[found.index]!, km: found.km };
    },
    mastKmByOperator: (point) => each.map((operator, i) => ({ operator, km: nearestKm(point, ofOperator[i]!) })),
    fibreKm(point) {
      const distances = [nearestKm(point, endpoints), lineKm(point)].filter((km) => km !== null);
      return distances.length > 0 ? Math.min(...distances) : null;
    },
  };
}
