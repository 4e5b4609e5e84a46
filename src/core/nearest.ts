/** Nearest of a set of points, geodesically. */
import { distanceMeters, metersPerDegree } from './geodesic';
import type { LngLat } from './model';

/** Kilometres from `from` to the nearest point; null where there is none. */
export function nearestKm(from: LngLat, points: readonly LngLat[]): number | null {
  const scale = metersPerDegree(from[1]);
  const flat = points.map(([lng, lat]) => Math.hypot((lng - from[0]) * scale.lng, (lat - from[1]) * scale.lat));
  let least = Infinity;
  for (const d of flat) if (d < least) least = d;
  if (least === Infinity) return null;
  // The plane misjudges by less than 5 % within a few hundred kilometres; the geodesic decides among the candidates.
  let best = Infinity;
  points.forEach((point, i) => {
    if (flat[i]! <= least * 1.1 + 1) best = Math.min(best, distanceMeters(from, point));
  });
  return best / 1000;
}

/** `nearestKm` among `all`, known to have been `before` until some points went and others came. */
export function nearestAfter(from: LngLat, before: number | null, went: readonly LngLat[], came: readonly LngLat[], all: readonly LngLat[]): number | null {
  if (before === null) return nearestKm(from, all);
  const scale = metersPerDegree(from[1]);
  const matters = ([lng, lat]: LngLat) => Math.hypot((lng - from[0]) * scale.lng, (lat - from[1]) * scale.lat) <= before * 1100 + 1;
  if (went.some(matters)) return nearestKm(from, all);
  return Math.min(before, nearestKm(from, came.filter(matters)) ?? Infinity);
}
