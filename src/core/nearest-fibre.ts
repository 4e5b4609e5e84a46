/** How far fibre is: an endpoint with a position, or a route wherever it passes. */
import type { FibreEndpoint, FibreRoute, LngLat } from './model';
import { createNearestLine, nearest } from './nearest';

export interface FibreInput {
  fibre: readonly FibreEndpoint[] | null;
  routes?: readonly FibreRoute[] | null;
}

export interface NearestFibre {
  km: number;
  /** null: a route passes nearer than any endpoint. */
  endpoint: FibreEndpoint | null;
}

/** The nearest active endpoint or route; null where there is none. */
export function createFibreFinder({ fibre, routes }: FibreInput): (point: LngLat) => NearestFibre | null {
  const endpoints = (fibre ?? []).filter((f) => f.position && f.status === 'active');
  const positions = endpoints.map((f) => f.position!);
  const nearestLine = createNearestLine((routes ?? []).flatMap((r) => (r.status === 'active' ? r.lines : [])));
  return (point) => {
    const found = nearest(point, positions);
    const lineKm = nearestLine(point);
    if (lineKm !== null && (!found || lineKm < found.km)) return { km: lineKm, endpoint: null };
    return found && { km: found.km, endpoint: endpoints[found.index]! };
  };
}

/** Kilometres to the nearest active endpoint or route; null where there is none. */
export function nearestFibre(input: FibreInput): (point: LngLat) => number | null {
  const find = createFibreFinder(input);
  return (point) => find(point)?.km ?? null;
}
