/** Whether land lies in a box: for what a map shows of it. */
import { boxesMeet, boxOfGeometry } from './box';
import type { Box, LngLat, MultiPolygonRings } from './model';

/** Whether any part of the polygons lies in the box (degrees), borders included. */
export function landMeetsBox(geometry: MultiPolygonRings, box: Box): boolean {
  if (!boxesMeet(boxOfGeometry(geometry), box)) return false;
  const rings = geometry.flat();
  if (rings.some((ring) => ring.some((point, i) => i > 0 && segmentMeetsBox(ring[i - 1]!, point, box)))) return true;
  // No border in the box: all of it is inside the land, or none.
  return rings.filter((ring) => crossesRayFrom([box[0], box[1]], ring)).length % 2 === 1;
}

/** Whether a point lies in the box, borders included. */
export function isInBox([lng, lat]: LngLat, [west, south, east, north]: Box): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** What is left of the segment between each pair of the box's sides. */
function segmentMeetsBox(a: LngLat, b: LngLat, box: Box): boolean {
  let from = 0;
  let to = 1;
  for (const axis of [0, 1] as const) {
    const step = b[axis] - a[axis];
    const [low, high] = [box[axis], box[axis + 2]!];
    if (step === 0) {
      if (a[axis] < low || a[axis] > high) return false;
      continue;
    }
    const [enter, leave] = [(low - a[axis]) / step, (high - a[axis]) / step];
    from = Math.max(from, Math.min(enter, leave));
    to = Math.min(to, Math.max(enter, leave));
    if (from > to) return false;
  }
  return true;
}

/** Whether a ray to the east crosses the ring an odd number of times. */
function crossesRayFrom([lng, lat]: LngLat, ring: readonly LngLat[]): boolean {
  let odd = false;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    if (a[1] > lat !== b[1] > lat && lng < a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) odd = !odd;
  }
  return odd;
}
