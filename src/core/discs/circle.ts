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
import { E2, equalAreaFactor, SEMI_MAJOR_METERS, zoneArea } from '../geodesic';
import type { LngLat, Ring } from '../model';
import { MIN_CROSSING_SINE, TOLERANCE_METERS } from './tolerance';

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
  /** Area between the centre's parallel and the equator per radian, m². */
  zone: number;
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
    zone: zoneArea(lat),
    meanDrop,
    meanReach: Math.sqrt(chordSquare - meanDrop * meanDrop),
    series: null,
  };
}

/** How far the edge lies below the tangent plane in the direction whose sine is given, in metres. */
function dropAt(c: Circle, sin: number): number {
  const formAlong = FORM_XY + sin * sin * (c.formNorth - FORM_XY);
  let drop = c.meanDrop;
  for (let i = 0; i < 2; i++) {
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

/** The edge as a closed counter-clockwise ring of the disc's area: `discRing` of `geodesic.ts`, to a µm at 5 km, without its geodesics. */
export function edgeRing(c: Circle, steps: number): Ring {
  const outer = circleOf(c.centre, c.radiusMeters * equalAreaFactor(steps));
  const ring: Ring = Array.from({ length: steps }, (_, i) => pointAt(outer, Math.PI / 2 + (2 * Math.PI * i) / steps));
  ring.push(ring[0]!);
  return ring;
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
  /** Whether the edges come so close without crossing, from outside, that rounding could make them touch. */
  touches: boolean;
  /** Whether the edges cross at an angle good enough for the crossings to be sure. */
  sure: boolean;
}

/** From this radius on the crossings depend on the direction's own curvature by more than a few µm. */
const REFINE_METERS = 6000;

/** What `other` covers of the edge of `c`: the plane in which the two balls' surfaces meet decides. Written into `bite`. */
export function biteOf(c: Circle, other: Circle, bite: Bite): void {
  const dx = other.x - c.x;
  const dy = other.y - c.y;
  const dz = other.z - c.z;
  const square = dx * dx + dy * dy + dz * dz;
  bite.touches = false;
  bite.sure = true;
  const sum = c.chord + other.chord + TOLERANCE_METERS;
  if (square > sum * sum) {
    bite.kind = 'none';
    return;
  }
  const east = dx * c.eastX + dy * c.eastY;
  const north = dx * c.northX + dy * c.northY + dz * c.northZ;
  const up = dx * c.upX + dy * c.upY + dz * c.upZ;
  const along = Math.sqrt(east * east + north * north);
  // Points of the edge inside the other ball have v · d above this.
  const least = (c.chordSquare + square - other.chordSquare) / 2;
  const cos = (least + c.meanDrop * up) / (c.meanReach * along);
  if (cos <= -1) {
    bite.kind = 'all';
    return;
  }
  bite.middle = Math.atan2(north, east);
  if (!(cos < 1)) {
    bite.kind = 'none';
    bite.touches = along > c.chord && (cos - 1) * c.meanReach * along < TOLERANCE_METERS * other.chord;
    return;
  }
  bite.kind = 'part';
  bite.sure = along * Math.sqrt(1 - cos * cos) > MIN_CROSSING_SINE * other.chord;
  bite.before = bite.after = Math.acos(cos);
  if (c.chord > REFINE_METERS || other.chord > REFINE_METERS) {
    bite.before = refined(c, bite.middle - bite.before, least, up, along);
    bite.after = refined(c, bite.middle + bite.after, least, up, along);
  }
}

/** The half-width of a bite by the true drop in the direction found with the mean one. */
function refined(c: Circle, angle: number, least: number, up: number, along: number): number {
  const drop = dropAt(c, Math.sin(angle));
  const cos = (least + drop * up) / (Math.sqrt(c.chordSquare - drop * drop) * along);
  return Math.acos(Math.max(-1, Math.min(1, cos)));
}

/** Harmonics of the series; each is smaller than the one before by the disc's radius over the Earth's. */
const FEW_HARMONICS = 5;
const MANY_HARMONICS = 8;
const FEW_UP_TO_METERS = 6000;

/** cos kπm/h and sin kπm/h at [k (h + 1) + m]. */
interface Waves {
  harmonics: number;
  cos: Float64Array;
  sin: Float64Array;
}

function wavesOf(harmonics: number): Waves {
  const n = harmonics + 1;
  const angle = (i: number) => (Math.PI * Math.floor(i / n) * (i % n)) / harmonics;
  return { harmonics, cos: Float64Array.from({ length: n * n }, (_, i) => Math.cos(angle(i))), sin: Float64Array.from({ length: n * n }, (_, i) => Math.sin(angle(i))) };
}

const FEW = wavesOf(FEW_HARMONICS);
const MANY = wavesOf(MANY_HARMONICS);

const lngs = new Float64Array(MANY_HARMONICS + 1);
const heights = new Float64Array(MANY_HARMONICS + 1);

/**
 * Longitude and area along the edge as series of the bearing b from north, from a few points of it: the longitude less
 * the centre's is odd in b, Σ lₖ sin kb; the area between the edge and the centre's parallel, over b, is even,
 * Σ gₖ cos kb. Holds l₀… and then g₀…; radians and m².
 */
function seriesOf(c: Circle): Float64Array {
  if (c.series) return c.series;
  const { harmonics, cos, sin } = c.chord < FEW_UP_TO_METERS ? FEW : MANY;
  const n = harmonics + 1;
  const series = new Float64Array(2 * n);
  for (let m = 0; m < n; m++) {
    const [lng, lat] = pointAt(c, Math.PI / 2 - (Math.PI * m) / harmonics);
    lngs[m] = (lng - c.centre[0]) * RADIANS;
    heights[m] = zoneArea(lat) - c.zone;
  }
  for (let k = 1; k < harmonics; k++) {
    let sum = 0;
    for (let m = 1; m < harmonics; m++) sum += lngs[m]! * sin[k * n + m]!;
    series[k] = (2 * sum) / harmonics;
  }
  for (let m = 0; m < n; m++) {
    let slope = 0;
    for (let k = 1; k < harmonics; k++) slope += k * series[k]! * cos[k * n + m]!;
    heights[m] = heights[m]! * slope;
  }
  for (let k = 0; k < n; k++) {
    let sum = (heights[0]! + heights[harmonics]! * cos[k * n + harmonics]!) / 2;
    for (let m = 1; m < harmonics; m++) sum += heights[m]! * cos[k * n + m]!;
    series[n + k] = ((k === 0 || k === harmonics ? 1 : 2) * sum) / harmonics;
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
  const n = series.length / 2;
  // Bearings: sines and cosines of π/2 less the direction.
  const cos0 = Math.sin(from);
  const cos1 = Math.sin(to);
  let sin0 = Math.cos(from);
  let sin1 = Math.cos(to);
  let area = series[n]! * (to - from);
  let lng = 0;
  // sin kb by its recurrence, for both ends at once.
  let last0 = 0;
  let last1 = 0;
  for (let k = 1; k < n; k++) {
    area += (series[n + k]! * (sin0 - sin1)) / k;
    lng += series[k]! * (sin1 - sin0);
    const next0 = 2 * cos0 * sin0 - last0;
    const next1 = 2 * cos1 * sin1 - last1;
    last0 = sin0;
    last1 = sin1;
    sin0 = next0;
    sin1 = next1;
  }
  return area - (c.zone - zone0) * lng;
}
