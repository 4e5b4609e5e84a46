/**
 * The edge of a geodesic disc, as a curve that can be computed with.
 *
 * In space the disc is what a ball around its centre cuts from the ellipsoid. The ball's radius is the chord of the
 * geodesic radius at the mean curvature of the centre; that the curvature depends a little on the direction moves the
 * edge by less than 2 µm at 5 km and 0.4 mm at 30 km. So inside or outside is one distance in space, and the points of the edge have a closed
 * form by their direction: with `a` along the tangent plane at the centre and `h` below it, a² + h² = chord².
 *
 * Directions are angles in the tangent plane, counter-clockwise from east, in radians.
 */
import { E2, SEMI_MAJOR_METERS, zoneArea } from '../geodesic';
import type { LngLat } from '../model';

const RADIANS = Math.PI / 180;
/** Coefficients of the ellipsoid's quadratic form: x² + y² and z². */
const FORM_XY = 1 / (SEMI_MAJOR_METERS * SEMI_MAJOR_METERS);
const FORM_Z = FORM_XY / (1 - E2);

export interface Circle {
  centre: LngLat;
  radiusMeters: number;
  /** Centre in space, metres. */
  x: number;
  y: number;
  z: number;
  /** Unit vectors at the centre: east (its z is 0), north, up. */
  eastX: number;
  eastY: number;
  northX: number;
  northY: number;
  northZ: number;
  upX: number;
  upY: number;
  upZ: number;
  /** The same directions in the centre's meridian plane. */
  sinLat: number;
  cosLat: number;
  axisDistance: number;
  /** Radius of the ball. */
  chord: number;
  chordSquare: number;
  /** The ellipsoid's form at the centre: half its gradient along up, and along pairs of north and up. */
  gradient: number;
  formNorth: number;
  formNorthUp: number;
  formUp: number;
  /** `h` and `a` averaged over the directions. */
  meanDrop: number;
  meanReach: number;
  /** Series of the edge, made when first needed: see `seriesOf`. */
  series: Float64Array | null;
}

/** The circle of a geodesic disc. */
export function circleOf(centre: LngLat, radiusMeters: number): Circle {
  const [lng, lat] = centre;
  const sinLat = Math.sin(lat * RADIANS);
  const cosLat = Math.cos(lat * RADIANS);
  const sinLng = Math.sin(lng * RADIANS);
  const cosLng = Math.cos(lng * RADIANS);
  const w2 = 1 - E2 * sinLat * sinLat;
  const normal = SEMI_MAJOR_METERS / Math.sqrt(w2);
  const meridional = (normal * (1 - E2)) / w2;
  // The mean over all directions of the square of the normal curvature (Euler's formula).
  const curvature2 = 0.375 * (1 / (normal * normal) + 1 / (meridional * meridional)) + 0.25 / (normal * meridional);
  const turn2 = radiusMeters * radiusMeters * curvature2;
  const chord = radiusMeters * (1 - (turn2 / 24) * (1 - turn2 / 80));
  const axisDistance = normal * cosLat;
  const formNorth = sinLat * sinLat * FORM_XY + cosLat * cosLat * FORM_Z;
  const gradient = normal * FORM_XY;
  const chordSquare = chord * chord;
  const meanDrop = (chordSquare * (FORM_XY + formNorth)) / (4 * gradient);
  return {
    centre, radiusMeters, chord, chordSquare, gradient, formNorth, sinLat, cosLat, axisDistance,
    x: axisDistance * cosLng, y: axisDistance * sinLng, z: normal * (1 - E2) * sinLat,
    eastX: -sinLng, eastY: cosLng,
    northX: -sinLat * cosLng, northY: -sinLat * sinLng, northZ: cosLat,
    upX: cosLat * cosLng, upY: cosLat * sinLng, upZ: sinLat,
    formNorthUp: sinLat * cosLat * (FORM_Z - FORM_XY),
    formUp: cosLat * cosLat * FORM_XY + sinLat * sinLat * FORM_Z,
    meanDrop,
    meanReach: Math.sqrt(chordSquare - meanDrop * meanDrop),
    series: null,
  };
}

/** How far the edge lies below the tangent plane in the direction whose sine is given, in metres. */
function dropAt(c: Circle, sin: number): number {
  const formAlong = FORM_XY + sin * sin * (c.formNorth - FORM_XY);
  let drop = c.meanDrop;
  for (let i = 0; i < 3; i++) {
    const reach2 = c.chordSquare - drop * drop;
    drop = (reach2 * formAlong - 2 * Math.sqrt(reach2) * drop * sin * c.formNorthUp + drop * drop * c.formUp) / (2 * c.gradient);
  }
  return drop;
}

/** Position of the edge in a direction. */
export function pointAt(c: Circle, angle: number): LngLat {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const drop = dropAt(c, sin);
  const reach = Math.sqrt(c.chordSquare - drop * drop);
  const east = reach * cos;
  const axis = c.axisDistance - reach * sin * c.sinLat - drop * c.cosLat;
  const z = c.z + reach * sin * c.cosLat - drop * c.sinLat;
  return [c.centre[0] + Math.atan2(east, axis) / RADIANS, Math.atan2(z, (1 - E2) * Math.hypot(east, axis)) / RADIANS];
}

/** Direction of a point in space, seen from the centre. */
export function angleTo(c: Circle, x: number, y: number, z: number): number {
  const dx = x - c.x;
  const dy = y - c.y;
  const dz = z - c.z;
  return Math.atan2(dx * c.northX + dy * c.northY + dz * c.northZ, dx * c.eastX + dy * c.eastY);
}

/** Square of the distance from the ball's edge, less its own: negative inside the disc. */
export function powerOf(c: Circle, x: number, y: number, z: number): number {
  const dx = x - c.x;
  const dy = y - c.y;
  const dz = z - c.z;
  return dx * dx + dy * dy + dz * dz - c.chordSquare;
}

/** Writes a position's point in space, metres, at `at`, `at + 1`, `at + 2`. */
export function writeInSpace(lng: number, lat: number, out: Float64Array, at: number): void {
  const sinLat = Math.sin(lat * RADIANS);
  const normal = SEMI_MAJOR_METERS / Math.sqrt(1 - E2 * sinLat * sinLat);
  const axis = normal * Math.cos(lat * RADIANS);
  out[at] = axis * Math.cos(lng * RADIANS);
  out[at + 1] = axis * Math.sin(lng * RADIANS);
  out[at + 2] = normal * (1 - E2) * sinLat;
}

/** What a disc covers of another's edge: all or nothing, or the directions between two crossings. */
export interface Bite {
  kind: 'none' | 'all' | 'part';
  /** Direction of the middle. */
  middle: number;
  /** From the middle to the crossing before and to the one after it, radians. */
  before: number;
  after: number;
  /** How far the edges are from touching without crossing, in metres; large where they cross at a good angle. */
  clearance: number;
  /** Where they do not cross: whether the discs lie beside each other, so that closer they would touch from outside. */
  touches: boolean;
  /** Sine of the angle in which the edges cross. */
  sine: number;
}

/** What `other` covers of the edge of `c`: the plane in which the two balls' surfaces meet decides. */
export function biteOf(c: Circle, other: Circle): Bite {
  const dx = other.x - c.x;
  const dy = other.y - c.y;
  const dz = other.z - c.z;
  const square = dx * dx + dy * dy + dz * dz;
  const east = dx * c.eastX + dy * c.eastY;
  const north = dx * c.northX + dy * c.northY + dz * c.northZ;
  const up = dx * c.upX + dy * c.upY + dz * c.upZ;
  const along = Math.hypot(east, north);
  const middle = Math.atan2(north, east);
  // Points of the edge inside the other ball have v · d above this.
  const least = (c.chordSquare + square - other.chordSquare) / 2;
  const cos = (least + c.meanDrop * up) / (c.meanReach * along);
  const clearance = (Math.abs(1 - Math.abs(cos)) * c.meanReach * along) / other.chord;
  if (!(cos < 1)) return { kind: 'none', middle, before: 0, after: 0, clearance, touches: along > c.chord, sine: 0 };
  if (cos <= -1) return { kind: 'all', middle, before: 0, after: 0, clearance, touches: along > c.chord, sine: 0 };
  const half = Math.acos(cos);
  const refined = (side: number): number => {
    const drop = dropAt(c, Math.sin(middle + side * half));
    const exact = (least + drop * up) / (Math.sqrt(c.chordSquare - drop * drop) * along);
    return Math.acos(Math.max(-1, Math.min(1, exact)));
  };
  return { kind: 'part', middle, before: refined(-1), after: refined(1), clearance, touches: along > c.chord, sine: (along * Math.sqrt(1 - cos * cos)) / other.chord };
}

/** Harmonics of the series; each is smaller than the one before by the disc's radius over the Earth's. */
const HARMONICS = 8;
const COS = Float64Array.from({ length: (HARMONICS + 1) * (HARMONICS + 1) }, (_, i) => Math.cos((Math.PI * Math.floor(i / (HARMONICS + 1)) * (i % (HARMONICS + 1))) / HARMONICS));
const SIN = Float64Array.from({ length: (HARMONICS + 1) * (HARMONICS + 1) }, (_, i) => Math.sin((Math.PI * Math.floor(i / (HARMONICS + 1)) * (i % (HARMONICS + 1))) / HARMONICS));
const LNG = 0;
const AREA = HARMONICS + 1;

/**
 * Longitude and area along the edge as series of the bearing b from north, from a few points of it: the longitude less
 * the centre's is odd in b, Σ lₖ sin kb; the area between the edge and the centre's parallel, over b, is even,
 * Σ gₖ cos kb. Holds l₀… and then g₀…; radians and m².
 */
function seriesOf(c: Circle): Float64Array {
  if (c.series) return c.series;
  const n = HARMONICS + 1;
  const series = new Float64Array(2 * n);
  const lng = new Float64Array(n);
  const height = new Float64Array(n);
  const zone = zoneArea(c.centre[1]);
  for (let m = 0; m < n; m++) {
    const [pointLng, pointLat] = pointAt(c, Math.PI / 2 - (Math.PI * m) / HARMONICS);
    lng[m] = (pointLng - c.centre[0]) * RADIANS;
    height[m] = zoneArea(pointLat) - zone;
  }
  for (let k = 1; k < HARMONICS; k++) {
    let sum = 0;
    for (let m = 1; m < HARMONICS; m++) sum += lng[m]! * SIN[k * n + m]!;
    series[LNG + k] = (2 * sum) / HARMONICS;
  }
  for (let m = 0; m < n; m++) {
    let slope = 0;
    for (let k = 1; k < HARMONICS; k++) slope += k * series[LNG + k]! * COS[k * n + m]!;
    height[m] = height[m]! * slope;
  }
  for (let k = 0; k < n; k++) {
    let sum = (height[0]! + height[HARMONICS]! * COS[k * n + HARMONICS]!) / 2;
    for (let m = 1; m < HARMONICS; m++) sum += height[m]! * COS[k * n + m]!;
    series[AREA + k] = ((k === 0 || k === HARMONICS ? 1 : 2) * sum) / HARMONICS;
  }
  c.series = series;
  return series;
}

/**
 * The edge's share in an area, in m²: the integral −∫ (zone − `zone0`) dλ along it, counter-clockwise from one direction
 * to another (`to` ≥ `from`), where zone is the area between a parallel and the equator per radian.
 */
export function areaAlong(c: Circle, from: number, to: number, zone0: number): number {
  const series = seriesOf(c);
  const b0 = Math.PI / 2 - from;
  const b1 = Math.PI / 2 - to;
  const [sin0, cos0, sin1, cos1] = [Math.sin(b0), Math.cos(b0), Math.sin(b1), Math.cos(b1)];
  let area = series[AREA]! * (b0 - b1);
  let lng = 0;
  // sin kb by its recurrence, for both ends at once.
  let [last0, last1, s0, s1] = [0, 0, sin0, sin1];
  for (let k = 1; k <= HARMONICS; k++) {
    area += (series[AREA + k]! * (s0 - s1)) / k;
    lng += series[LNG + k]! * (s1 - s0);
    [last0, s0] = [s0, 2 * cos0 * s0 - last0];
    [last1, s1] = [s1, 2 * cos1 * s1 - last1];
  }
  return area - (zoneArea(c.centre[1]) - zone0) * lng;
}
