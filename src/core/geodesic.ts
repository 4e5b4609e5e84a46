/**
 * Distances, discs and areas on the WGS 84 ellipsoid.
 * Geodesics are Karney's, through geographiclib; areas are of polygons whose edges are straight in lng/lat,
 * so that the parts of a cut polygon add up to the whole.
 */
import geographiclib from 'geographiclib-geodesic';
import type { LngLat, MultiPolygonRings, Ring } from './model';

const wgs84 = geographiclib.Geodesic.WGS84;
const { DISTANCE, AZIMUTH } = geographiclib.Geodesic;

export const SEMI_MAJOR_METERS = 6378137;
const FLATTENING = 1 / 298.257223563;
/** Square of the first eccentricity. */
export const E2 = FLATTENING * (2 - FLATTENING);
const E = Math.sqrt(E2);
const RADIANS = Math.PI / 180;

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

/** Metres of one degree of longitude and of latitude at a latitude: enough for boxes and for choosing neighbours. */
export function metersPerDegree(lat: number): { lng: number; lat: number } {
  const sin = Math.sin(lat * RADIANS);
  const w = Math.sqrt(1 - E2 * sin * sin);
  return {
    lng: RADIANS * (SEMI_MAJOR_METERS / w) * Math.cos(lat * RADIANS),
    lat: RADIANS * ((SEMI_MAJOR_METERS * (1 - E2)) / (w * w * w)),
  };
}

/**
 * Area between the equator and a parallel per radian of longitude, in m²:
 * ∫ M(φ) N(φ) cos φ dφ (Snyder, Map Projections: A Working Manual, eq. 3-11).
 */
export function zoneArea(latDeg: number): number {
  const sin = Math.sin(latDeg * RADIANS);
  return ((SEMI_MAJOR_METERS * SEMI_MAJOR_METERS * (1 - E2)) / 2) * (sin / (1 - E2 * sin * sin) + Math.atanh(E * sin) / E);
}

/**
 * Signed ellipsoidal area of a closed ring in m², positive counter-clockwise.
 * Edges are straight in lng/lat; each is integrated by Simpson's rule, exact to 1e-12 of the area for edges below a degree.
 */
export function ringAreaM2(ring: Ring): number {
  let sum = 0;
  const first = ring[0];
  if (!first) return 0;
  let [lng0, lat0] = first;
  let zone0 = zoneArea(lat0);
  for (let i = 1; i < ring.length; i++) {
    const [lng1, lat1] = ring[i]!;
    const zone1 = zoneArea(lat1);
    if (lng1 !== lng0) sum -= ((lng1 - lng0) * (zone0 + 4 * zoneArea((lat0 + lat1) / 2) + zone1)) / 6;
    lng0 = lng1;
    lat0 = lat1;
    zone0 = zone1;
  }
  return sum * RADIANS;
}

/** Ellipsoidal area of a multipolygon in km²; rings may wind either way, the first of a polygon is its outer one. */
export function areaKm2(geometry: MultiPolygonRings): number {
  let sum = 0;
  for (const polygon of geometry) {
    polygon.forEach((ring, i) => {
      const area = Math.abs(ringAreaM2(ring));
      sum += i === 0 ? area : -area;
    });
  }
  return sum / 1e6;
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
