/**
 * Areas on the WGS 84 ellipsoid, and metres of a degree: what needs no geodesics.
 * Areas are of polygons whose edges are straight in lng/lat, so that the parts of a cut polygon add up to the whole.
 */
import type { MultiPolygonRings, Ring } from './model';

export const SEMI_MAJOR_METERS = 6378137;
const FLATTENING = 1 / 298.257223563;
/** Square of the first eccentricity. */
export const E2 = FLATTENING * (2 - FLATTENING);
const E = Math.sqrt(E2);
const RADIANS = Math.PI / 180;

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
