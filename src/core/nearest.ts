/** Nearest of a set of points or lines, geodesically. */
import { distanceMeters, metersPerDegree } from './geodesic';
import type { LngLat } from './model';

/** The nearest point's index and its distance in kilometres; null where there is none. */
export function nearest(from: LngLat, points: readonly LngLat[]): { index: number; km: number } | null {
  const scale = metersPerDegree(from[1]);
  const flat = points.map(([lng, lat]) => Math.hypot((lng - from[0]) * scale.lng, (lat - from[1]) * scale.lat));
  let least = Infinity;
  for (const d of flat) if (d < least) least = d;
  if (least === Infinity) return null;
  // The plane misjudges by less than 5 % within a few hundred kilometres; the geodesic decides among the candidates.
  let [best, index] = [Infinity, -1];
  points.forEach((point, i) => {
    if (flat[i]! > least * 1.1 + 1) return;
    const meters = distanceMeters(from, point);
    if (meters < best) [best, index] = [meters, i];
  });
  return { index, km: best / 1000 };
}

/** Kilometres from `from` to the nearest point; null where there is none. */
export function nearestKm(from: LngLat, points: readonly LngLat[]): number | null {
  return nearest(from, points)?.km ?? null;
}

/** Segments tried by the geodesic: neighbours along a line are all but equally near. */
const MOST_TRIED = 8;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Kilometres to the nearest place on any of the lines, whose edges are straight in lng/lat; null where there are no lines.
 * @param lines each of at least two positions
 */
export function createNearestLine(lines: readonly (readonly LngLat[])[]): (from: LngLat) => number | null {
  // Per segment: lng, lat of its start, then of its end.
  const segments = Float64Array.from(lines.flatMap((line) => line.slice(1).flatMap((end, i) => [...line[i]!, ...end])));
  const count = segments.length / 4;
  return (from) => {
    if (count === 0) return null;
    const scale = metersPerDegree(from[1]);
    const flat = Float64Array.from({ length: count }, (_, i) => flatDistance(segments, i * 4, from, scale));
    const least = flat.reduce((a, b) => Math.min(a, b));
    const near = [...flat.keys()].filter((i) => flat[i]! <= least * 1.1 + 1).sort((a, b) => flat[a]! - flat[b]!);
    const tried = near.slice(0, MOST_TRIED).map((i) => alongSegment(segments, i * 4, from));
    return Math.min(...tried) / 1000;
  };
}

/** Metres in the plane of `scale` from a point to a segment. */
function flatDistance(segments: Float64Array, at: number, from: LngLat, scale: { lng: number; lat: number }): number {
  const ax = (segments[at]! - from[0]) * scale.lng;
  const ay = (segments[at + 1]! - from[1]) * scale.lat;
  const dx = (segments[at + 2]! - segments[at]!) * scale.lng;
  const dy = (segments[at + 3]! - segments[at + 1]!) * scale.lat;
  const length2 = dx * dx + dy * dy;
  const t = length2 > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2)) : 0;
  return Math.hypot(ax + t * dx, ay + t * dy);
}

/** Geodesic metres to the nearest place of one segment, by golden section: along a segment the distance has one valley. */
function alongSegment(segments: Float64Array, at: number, from: LngLat): number {
  const [ax, ay, bx, by] = segments.subarray(at, at + 4) as unknown as [number, number, number, number];
  const metersAt = (t: number) => distanceMeters(from, [ax + t * (bx - ax), ay + t * (by - ay)]);
  let [low, high] = [0, 1];
  let [left, right] = [1 - GOLDEN, GOLDEN];
  let [atLeft, atRight] = [metersAt(left), metersAt(right)];
  while (high - low > 1e-9) {
    if (atLeft < atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = metersAt(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = metersAt(right);
    }
  }
  return Math.min(metersAt(0), metersAt(1), atLeft, atRight);
}

/** `nearestKm` among `all`, known to have been `before` until some points went and others came. */
export function nearestAfter(from: LngLat, before: number | null, went: readonly LngLat[], came: readonly LngLat[], all: readonly LngLat[]): number | null {
  if (before === null) return nearestKm(from, all);
  const scale = metersPerDegree(from[1]);
  const matters = ([lng, lat]: LngLat) => Math.hypot((lng - from[0]) * scale.lng, (lat - from[1]) * scale.lat) <= before * 1100 + 1;
  if (went.some(matters)) return nearestKm(from, all);
  return Math.min(before, nearestKm(from, came.filter(matters)) ?? Infinity);
}
