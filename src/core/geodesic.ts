/** Distances and discs on the WGS 84 ellipsoid: geodesics are Karney's, through geographiclib. */
import geographiclib from 'geographiclib-geodesic';
import type { LngLat, Ring } from './model';

export { areaKm2, E2, metersPerDegree, ringAreaM2, SEMI_MAJOR_METERS, zoneArea } from './ellipsoid';

const wgs84 = geographiclib.Geodesic.WGS84;
const { DISTANCE, AZIMUTH } = geographiclib.Geodesic;

/** Geodesic distance in metres. */
export function distanceMeters(a: LngLat, b: LngLat): number {
  return wgs84.Inverse(a[1], a[0], b[1], b[0], DISTANCE).s12!;
}

/** Geodesic distance in metres and azimuth at `from` towards `to`, degrees clockwise from true north, -180…180. */
export function bearing(from: LngLat, to: LngLat): { meters: number; azimuthDeg: number } {
  const line = wgs84.Inverse(from[1], from[0], to[1], to[0], DISTANCE | AZIMUTH);
  return { meters: line.s12!, azimuthDeg: line.azi1! };
}

/** The point `meters` away from `from` in direction `azimuthDeg` (clockwise from true north). */
export function destination(from: LngLat, azimuthDeg: number, meters: number): LngLat {
  const end = wgs84.Direct(from[1], from[0], azimuthDeg, meters);
  return [end.lon2!, end.lat2!];
}

/**
 * Closed counter-clockwise ring of a geodesic disc, `steps` vertices. The vertices lie slightly outside the
 * circle so that the polygon's area is the disc's.
 */
export function discRing(centre: LngLat, radiusMeters: number, steps = 128): Ring {
  const radius = radiusMeters * equalAreaFactor(steps);
  const ring: Ring = [];
  for (let i = 0; i < steps; i++) ring.push(destination(centre, -(i * 360) / steps, radius));
  ring.push(ring[0]!);
  return ring;
}

/** By how much the vertices of a regular polygon must lie outside the circle whose area it is to have. */
export function equalAreaFactor(stepsPerTurn: number): number {
  const step = (2 * Math.PI) / stepsPerTurn;
  return Math.sqrt(step / Math.sin(step));
}

/**
 * Closed counter-clockwise ring of a geodesic sector around `azimuthDeg`, `widthDeg` wide (below 360), its arc with
 * vertices as dense as `steps` a turn and of equal area with the sector.
 */
export function sectorRing(centre: LngLat, radiusMeters: number, azimuthDeg: number, widthDeg: number, steps = 128): Ring {
  const arcSteps = Math.max(2, Math.ceil((widthDeg / 360) * steps));
  const radius = radiusMeters * equalAreaFactor((arcSteps * 360) / widthDeg);
  const ring: Ring = [centre];
  for (let i = 0; i <= arcSteps; i++) {
    ring.push(destination(centre, azimuthDeg + widthDeg / 2 - (i * widthDeg) / arcSteps, radius));
  }
  ring.push(centre);
  return ring;
}
