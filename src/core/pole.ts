/** The point of a polygon farthest from its edge: where a mast would stand deepest in the gap. */
import polylabel from 'polylabel';
import { boxOfPoints } from './box';
import { metersPerDegree } from './ellipsoid';
import type { LngLat, PolygonRings } from './model';

/** Share of the polygon's smaller extent to which the pole is found, but no finer than a metre. */
const PRECISION_SHARE = 0.002;
const FINEST_METERS = 1;
/** A longer strip would make the search subdivide without end. */
const LONGEST_ASPECT = 200;

/** Pole of inaccessibility, in the plane scaled to metres at the polygon's middle latitude; for slivers, a point inside. */
export function poleOfInaccessibility(polygon: PolygonRings): LngLat {
  const [west, south, east, north] = boxOfPoints(polygon[0]!);
  const scale = metersPerDegree((south + north) / 2);
  const flat = polygon.map((ring) => ring.map(([lng, lat]): [number, number] => [(lng - west) * scale.lng, (lat - south) * scale.lat]));
  const sides = [(east - west) * scale.lng, (north - south) * scale.lat];
  const short = Math.min(...sides);
  const precision = Math.max(FINEST_METERS, short * PRECISION_SHARE);
  if (short > 4 * precision && Math.max(...sides) < short * LONGEST_ASPECT) {
    const pole = polylabel(flat, precision);
    if (pole.distance > 0) return [west + pole[0]! / scale.lng, south + pole[1]! / scale.lat];
  }
  return pointInside(polygon);
}

const SCAN_LINES = 32;

/** The middle of the widest stretch that a few parallels have inside the polygon. */
function pointInside(polygon: PolygonRings): LngLat {
  const lats = [...new Set(polygon.flat().map(([, lat]) => lat))].sort((a, b) => a - b);
  const step = Math.max(1, Math.floor(lats.length / SCAN_LINES));
  let best: LngLat = polygon[0]![0]!;
  let widest = 0;
  for (let i = 0; i + 1 < lats.length; i += step) {
    const lat = (lats[i]! + lats[i + 1]!) / 2;
    const crossings: number[] = [];
    for (const ring of polygon) {
      for (let k = 1; k < ring.length; k++) {
        const a = ring[k - 1]!;
        const b = ring[k]!;
        if (a[1] > lat !== b[1] > lat) crossings.push(a[0] + ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]));
      }
    }
    crossings.sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const width = crossings[k + 1]! - crossings[k]!;
      if (width > widest) {
        widest = width;
        best = [(crossings[k]! + crossings[k + 1]!) / 2, lat];
      }
    }
  }
  return best;
}
