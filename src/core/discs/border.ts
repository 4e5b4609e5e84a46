/**
 * The border of a region made ready for many questions: its vertices in space, its area summed along each ring, and
 * balls and boxes around runs of edges, so that only the runs near a disc's edge are looked at.
 */
import { zoneArea } from '../geodesic';
import type { Box, LngLat, Ring } from '../model';
import { writeInSpace } from './circle';

export interface BorderRing {
  /** Vertices, the last equal to the first. */
  lng: Float64Array;
  lat: Float64Array;
  /** In space, metres: x, y, z of each. */
  space: Float64Array;
  /** Length up to each vertex, metres, and area −∫ (zone − zone0) dλ up to it, m². */
  lengthTo: Float64Array;
  areaTo: Float64Array;
  box: Box;
  /** Runs of `RUN` edges, and groups of `GROUP` runs: centre and radius of a ball that holds them. */
  runs: Float64Array;
  groups: Float64Array;
  /** How each edge bends away from its chord in space (`bendOf`); NaN until asked for. */
  bends: Float64Array;
  /** Box of each run: west, south, east, north. */
  runBoxes: Float64Array;
}

export interface Border {
  rings: BorderRing[];
  box: Box;
  /** Zone of the parallel from which areas are counted. */
  zone0: number;
}

/** Edges in a run, and runs in a group. */
export const RUN = 8;
export const GROUP = 8;
/** Edges longer than this leave the range in which their balls are sure. */
const LONGEST_EDGE_METERS = 60_000;
const HIGHEST_LATITUDE = 80;
const EARTH_METERS = 6.3e6;
const RADIANS = Math.PI / 180;

/** null where an edge is too long for this method. Rings run with the region on their left. */
export function borderOf(rings: readonly Ring[], box: Box): Border | null {
  const zone0 = zoneArea((box[1] + box[3]) / 2);
  const made: BorderRing[] = [];
  for (const ring of rings) {
    if (ring.length < 4) continue;
    const one = borderRing(ring, zone0);
    if (!one) return null;
    made.push(one);
  }
  return { rings: made, box, zone0 };
}

/** Edges straight in lng/lat leave the chord between their ends by at most this times the square of their length, metres. */
export const MOST_SAG_PER_SQUARE = (1 + 2 * Math.tan(HIGHEST_LATITUDE * RADIANS)) / (8 * EARTH_METERS);

const middle = new Float64Array(3);

/**
 * Writes at `3 * edge` of the ring's `bends` the vector S with which the edge, straight in lng/lat, is P + t (Q - P) + t (1 - t) S
 * in space; for edges below a kilometre to less than a µm.
 */
export function bendOf({ lng, lat, space, bends }: BorderRing, edge: number): void {
  if (!Number.isNaN(bends[3 * edge]!)) return;
  writeInSpace((lng[edge]! + lng[edge + 1]!) / 2, (lat[edge]! + lat[edge + 1]!) / 2, middle, 0);
  for (let d = 0; d < 3; d++) bends[3 * edge + d] = 4 * middle[d]! - 2 * (space[3 * edge + d]! + space[3 * edge + 3 + d]!);
}

function borderRing(ring: Ring, zone0: number): BorderRing | null {
  const n = ring.length;
  const lng = new Float64Array(n);
  const lat = new Float64Array(n);
  const space = new Float64Array(3 * n);
  const lengthTo = new Float64Array(n);
  const areaTo = new Float64Array(n);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let zone = 0;
  let longest = 0;
  let area = 0;
  for (let i = 0; i < n; i++) {
    const [x, y] = ring[i]!;
    lng[i] = x;
    lat[i] = y;
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
    writeInSpace(x, y, space, 3 * i);
    const zoneHere = zoneArea(y) - zone0;
    if (i > 0) {
      const length = Math.hypot(space[3 * i]! - space[3 * i - 3]!, space[3 * i + 1]! - space[3 * i - 2]!, space[3 * i + 2]! - space[3 * i - 1]!);
      longest = Math.max(longest, length);
      lengthTo[i] = lengthTo[i - 1]! + length;
      area -= ((x - lng[i - 1]!) * RADIANS * (zone + 4 * (zoneArea((y + lat[i - 1]!) / 2) - zone0) + zoneHere)) / 6;
      areaTo[i] = area;
    }
    zone = zoneHere;
  }
  if (longest > LONGEST_EDGE_METERS || Math.max(Math.abs(south), Math.abs(north)) > HIGHEST_LATITUDE) return null;
  const runCount = Math.ceil((n - 1) / RUN);
  const runs = new Float64Array(4 * runCount);
  const runBoxes = new Float64Array(4 * runCount);
  const sag = MOST_SAG_PER_SQUARE * longest * longest;
  for (let r = 0; r < runCount; r++) {
    const last = Math.min(n - 1, (r + 1) * RUN);
    ballAround(space, 3, r * RUN, last, 0, sag, runs, 4 * r);
    let [w, s, e, t] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = r * RUN; i <= last; i++) {
      w = Math.min(w, lng[i]!);
      e = Math.max(e, lng[i]!);
      s = Math.min(s, lat[i]!);
      t = Math.max(t, lat[i]!);
    }
    runBoxes.set([w, s, e, t], 4 * r);
  }
  const groupCount = Math.ceil(runCount / GROUP);
  const groups = new Float64Array(4 * groupCount);
  for (let g = 0; g < groupCount; g++) ballAround(runs, 4, g * GROUP, Math.min(runCount - 1, (g + 1) * GROUP - 1), 3, 0, groups, 4 * g);
  return { lng, lat, space, lengthTo, areaTo, box: [west, south, east, north], runs, groups, runBoxes, bends: new Float64Array(3 * (n - 1)).fill(NaN) };
}

/** A ball around points (or balls, whose radius stands at `radiusAt`) `first` to `last`, a little widened. */
function ballAround(items: Float64Array, stride: number, first: number, last: number, radiusAt: number, slack: number, out: Float64Array, at: number): void {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = first; i <= last; i++) {
    for (let d = 0; d < 3; d++) {
      low[d] = Math.min(low[d]!, items[i * stride + d]!);
      high[d] = Math.max(high[d]!, items[i * stride + d]!);
    }
  }
  const [x, y, z] = [(low[0]! + high[0]!) / 2, (low[1]! + high[1]!) / 2, (low[2]! + high[2]!) / 2];
  let radius = 0;
  for (let i = first; i <= last; i++) {
    const own = radiusAt > 0 ? items[i * stride + radiusAt]! : 0;
    radius = Math.max(radius, own + Math.hypot(items[i * stride]! - x, items[i * stride + 1]! - y, items[i * stride + 2]! - z));
  }
  out.set([x, y, z, radius + slack + 1e-3], at);
}

/** Area −∫ (zone − zone0) dλ along a segment straight in lng/lat, m². */
export function areaOfSegment(a: LngLat, b: LngLat, zone0: number): number {
  return -((b[0] - a[0]) * RADIANS * (zoneArea(a[1]) + 4 * zoneArea((a[1] + b[1]) / 2) + zoneArea(b[1]) - 6 * zone0)) / 6;
}

/** Whether the point lies inside the region, by an even-odd count of edges to its east. */
export function insideBorder({ rings, box }: Border, [lng, lat]: LngLat): boolean {
  if (lng < box[0] || lng > box[2] || lat < box[1] || lat > box[3]) return false;
  let inside = false;
  for (const ring of rings) {
    const { runBoxes, lng: xs, lat: ys } = ring;
    for (let r = 0; 4 * r < runBoxes.length; r++) {
      if (runBoxes[4 * r + 1]! > lat || runBoxes[4 * r + 3]! < lat || runBoxes[4 * r + 2]! < lng) continue;
      const last = Math.min(xs.length - 1, (r + 1) * RUN);
      for (let i = r * RUN; i < last; i++) {
        if (ys[i]! > lat !== ys[i + 1]! > lat && lng < ((xs[i + 1]! - xs[i]!) * (lat - ys[i]!)) / (ys[i + 1]! - ys[i]!) + xs[i]!) inside = !inside;
      }
    }
  }
  return inside;
}
