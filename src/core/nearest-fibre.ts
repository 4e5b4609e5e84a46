/** How far fibre is: an endpoint with a position, or a route wherever it passes. */
import type { FibreEndpoint, FibreRoute, LngLat } from './model';
import { createNearestLine, nearestKm } from './nearest';

export interface FibreInput {
  fibre: readonly FibreEndpoint[] | null;
  routes?: readonly FibreRoute[] | null;
}

/** Kilometres to the nearest active endpoint or route; null where there is none. */
export function nearestFibre({ fibre, routes }: FibreInput): (point: LngLat) => number | null {
  const endpoints = (fibre ?? []).flatMap((f) => (f.position && f.status === 'active' ? [f.position] : []));
  const nearestLine = createNearestLine((routes ?? []).flatMap((r) => (r.status === 'active' ? r.lines : [])));
  return (point) => {
    const found = [nearestKm(point, endpoints), nearestLine(point)].filter((km) => km !== null);
    return found.length > 0 ? Math.min(...found) : null;
  };
}
