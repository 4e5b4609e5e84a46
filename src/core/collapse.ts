/**
 * Exact thinning before a polygon operation.
 *
 * A chain of a ring whose vertices all lie in one convex set can be replaced by its chord: the two differ only
 * inside that set. Where the set does not matter for the answer, the answer stays the same to the last bit and
 * the kernel sees a fraction of the vertices. Two kinds of sets do not matter here:
 *
 * - what a disc of the coverage covers anyway (for the border of a commune, and for other discs);
 * - the half-planes beyond a commune's box (for the coverage to be taken from that commune).
 *
 * Discs may hide in each other at the same time: of the discs that contain a point, the one in which it lies
 * deepest (r² − d² largest) never gives it up, because everything beyond a chord of that disc lies deeper in the
 * disc that hides the chain. `Hider` keeps a margin so that this holds on the ellipsoid too.
 */
import { metersPerDegree } from './geodesic';
import type { Box, LngLat, Ring } from './model';
import type { Shape } from './shape';

/** The safe inside of a disc, in a plane scaled to metres at its centre. */
export interface Hider {
  lng: number;
  lat: number;
  scaleLng: number;
  scaleLat: number;
  radiusMeters: number;
  /** Square of the radius less the margin. */
  safeSquare: number;
}

/** Covers the polygon's sagitta (0.03 %) and the plane's distortion over 30 km below 60° of latitude (0.9 %). */
const SAFE_SHARE = 0.985;
const LARGEST_RADIUS_METERS = 30_000;
const HIGHEST_LATITUDE = 60;

/** The disc as something that hides chains; null where the flat plane could not be trusted. */
export function hiderOf(shape: Shape): Hider | null {
  const [lng, lat] = shape.centre;
  if (shape.widthDeg < 360 || shape.radiusMeters > LARGEST_RADIUS_METERS || Math.abs(lat) > HIGHEST_LATITUDE) return null;
  const scale = metersPerDegree(lat);
  const safe = shape.radiusMeters * SAFE_SHARE;
  return { lng, lat, scaleLng: scale.lng, scaleLat: scale.lat, radiusMeters: shape.radiusMeters, safeSquare: safe * safe };
}

function hides(hider: Hider, point: LngLat): boolean {
  const dx = (point[0] - hider.lng) * hider.scaleLng;
  const dy = (point[1] - hider.lat) * hider.scaleLat;
  return dx * dx + dy * dy < hider.safeSquare;
}

/** Whether every corner of the box, and so the whole box, lies in the disc. */
export function hidesBox(hider: Hider, [west, south, east, north]: Box): boolean {
  return hides(hider, [west, south]) && hides(hider, [east, south]) && hides(hider, [west, north]) && hides(hider, [east, north]);
}

/** The closed ring without the chains that a single hider covers; empty where one covers it all. */
export function collapseHidden(ring: Ring, hiders: readonly Hider[]): Ring {
  if (hiders.length === 0) return ring;
  const last = ring.length - 1;
  const kept: Ring = [];
  let hider: Hider | undefined;
  let i = 0;
  while (i < last) {
    const from = ring[i]!;
    kept.push(from);
    let next = i + 1;
    const to = ring[next]!;
    if (!hider || !hides(hider, from) || !hides(hider, to)) hider = hiders.find((h) => hides(h, from) && hides(h, to));
    if (hider) while (next < last && hides(hider, ring[next + 1]!)) next++;
    i = next;
  }
  if (kept.length < 3) return kept.length === 1 || hider ? [] : ring;
  kept.push(kept[0]!);
  return kept;
}

const WEST = 1;
const SOUTH = 2;
const EAST = 4;
const NORTH = 8;

function sidesBeyond(box: Box, [lng, lat]: LngLat): number {
  return (lng < box[0] ? WEST : lng > box[2] ? EAST : 0) | (lat < box[1] ? SOUTH : lat > box[3] ? NORTH : 0);
}

/** The closed ring without the chains that lie beyond one side of the box; empty where all of it does. */
export function collapseBeyond(ring: Ring, box: Box): Ring {
  const last = ring.length - 1;
  const kept: Ring = [];
  let i = 0;
  while (i < last) {
    const from = ring[i]!;
    kept.push(from);
    let next = i + 1;
    let sides = sidesBeyond(box, from) & sidesBeyond(box, ring[next]!);
    while (sides !== 0 && next < last) {
      const still = sides & sidesBeyond(box, ring[next + 1]!);
      if (still === 0) break;
      sides = still;
      next++;
    }
    i = next;
  }
  if (kept.length < 3) return [];
  kept.push(kept[0]!);
  return kept;
}
