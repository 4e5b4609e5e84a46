/** The point of a polygon farthest from its edge: where a mast would stand deepest in the gap. */
import polylabel from 'polylabel';
import { boxOfPoints } from './box';
import { metersPerDegree } from './geodesic';
import type { LngLat, PolygonRings } from './model';

/** Share of the polygon's smaller extent to which the pole is found. */
const PRECISION_SHARE = 0.002;

/** Pole of inaccessibility, in the plane scaled to metres at the polygon's middle latitude. */
export function poleOfInaccessibility(polygon: PolygonRings): LngLat {
  const [west, south, east, north] = boxOfPoints(polygon[0]!);
  const scale = metersPerDegree((south + north) / 2);
  const flat = polygon.map((ring) => ring.map(([lng, lat]): [number, number] => [(lng - west) * scale.lng, (lat - south) * scale.lat]));
  const extent = Math.min((east - west) * scale.lng, (north - south) * scale.lat);
  const [x, y] = polylabel(flat, extent * PRECISION_SHARE);
  return [west + x! / scale.lng, south + y! / scale.lat];
}
