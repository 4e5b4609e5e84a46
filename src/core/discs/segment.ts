/** Segments straight in lng/lat, the edges of communes and of sectors, and where they cross. */
import { orient2d } from 'robust-predicates';
import type { LngLat } from '../model';
import { type Circle, powerOf, writeInSpace } from './circle';

/** Which side of the line from a to b the point lies on: 1 left, -1 right, 0 on it. The sign is exact. */
export function sideOf(a: LngLat, b: LngLat, p: LngLat): number {
  return -Math.sign(orient2d(a[0], a[1], b[0], b[1], p[0], p[1]));
}

/** Where two segments cross, as shares of their lengths; null where they do not; 'touch' where an end lies on the other. */
export function crossingOfSegments(a: LngLat, b: LngLat, c: LngLat, d: LngLat): { along: number; other: number; toLeft: boolean } | 'touch' | null {
  const sideA = sideOf(c, d, a);
  const sideB = sideOf(c, d, b);
  if (sideA === sideB && sideA !== 0) return null;
  const sideC = sideOf(a, b, c);
  const sideD = sideOf(a, b, d);
  if (sideC === sideD && sideC !== 0) return null;
  if (sideA === 0 || sideB === 0 || sideC === 0 || sideD === 0) return boxesApart(a, b, c, d) ? null : 'touch';
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const cross = ux * vy - uy * vx;
  const [wx, wy] = [c[0] - a[0], c[1] - a[1]];
  return { along: share((wx * vy - wy * vx) / cross), other: share((wx * uy - wy * ux) / cross), toLeft: sideB > 0 };
}

const share = (t: number) => (t > 0 ? (t < 1 ? t : 1) : 0);

function boxesApart(a: LngLat, b: LngLat, c: LngLat, d: LngLat): boolean {
  return (
    Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0]) ||
    Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])
  );
}

export function between(a: LngLat, b: LngLat, t: number): LngLat {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

const point = new Float64Array(3);

/** `powerOf` a circle at a share of the segment. */
function powerAlong(c: Circle, a: LngLat, b: LngLat, t: number): number {
  writeInSpace(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, point, 0);
  return powerOf(c, point[0]!, point[1]!, point[2]!);
}

/** The share of the segment at which it crosses the circle, between two shares at which its power has opposite signs. */
export function crossingOfCircle(c: Circle, a: LngLat, b: LngLat, t0: number, power0: number, t1: number, power1: number, lengthMeters: number): number {
  // Along the segment the power is nearly t² length² + …: its parabola through both ends is close, Newton on it closer.
  const square = lengthMeters * lengthMeters;
  let [low, high] = power0 < 0 ? [t0, t1] : [t1, t0];
  const width = t1 - t0;
  const slope = (power1 - power0) / width - square * width;
  let t = t0 + rootOf(square, slope, power0, width);
  for (let i = 0; i < 40; i++) {
    const power = powerAlong(c, a, b, t);
    if (power < 0) low = t;
    else high = t;
    const step = power / (slope + 2 * square * (t - t0));
    const next = t - step;
    const inside = (next - low) * (next - high) <= 0;
    if (inside && Math.abs(step) * lengthMeters < PRECISION_METERS) return next;
    t = inside ? next : (low + high) / 2;
    if (Math.abs(high - low) * lengthMeters < PRECISION_METERS) return t;
  }
  return t;
}

const PRECISION_METERS = 1e-8;

/** The root of s t² + b t + c between 0 and `width`, where the signs at both differ. */
function rootOf(s: number, b: number, c: number, width: number): number {
  const root = Math.sqrt(Math.max(0, b * b - 4 * s * c));
  const q = -(b + (b < 0 ? -root : root)) / 2;
  for (const t of [q / s, c / q]) if (t >= 0 && t <= width) return t;
  return width / 2;
}

/** The share of the segment at which it comes closest to the circle's centre and its power there. */
export function closestTo(c: Circle, a: LngLat, b: LngLat, powerA: number, powerB: number, lengthMeters: number): { t: number; power: number } {
  const square = lengthMeters * lengthMeters;
  // The vertex of the parabola through three points of the true curve, taken around the flat guess.
  let t = Math.min(1, Math.max(0, (square - powerB + powerA) / (2 * square)));
  for (let i = 0; i < 4 && t > 0 && t < 1; i++) {
    const step = Math.min(t, 1 - t, 1e-2);
    const [p0, p1, p2] = [powerAlong(c, a, b, t - step), powerAlong(c, a, b, t), powerAlong(c, a, b, t + step)];
    const bend = p0 - 2 * p1 + p2;
    const shift = bend > 0 ? (step * (p0 - p2)) / (2 * bend) : 0;
    t = Math.min(1, Math.max(0, t + shift));
    if (Math.abs(shift) * lengthMeters < 1e-3) break;
  }
  return { t, power: powerAlong(c, a, b, t) };
}
