/** Simplifying and comparing lines in metres, on a plane scaled at the province's latitude. */
import Flatbush from 'flatbush';
import { metersPerDegree } from '../src/core/geodesic';
import type { LngLat } from '../src/core/model';

/** Middle of the province: over its 1.2° of latitude the scale of longitude changes by 0.5 % either way. */
const SCALE = metersPerDegree(22.78);

export type XY = readonly [x: number, y: number];
/** Positions in turn: an open line, or a ring that repeats its first position. */
export type Line = readonly LngLat[];

export function toMeters(position: LngLat): XY {
  return [position[0] * SCALE.lng, position[1] * SCALE.lat];
}

export function toDegrees(point: XY): LngLat {
  return [point[0] / SCALE.lng, point[1] / SCALE.lat];
}

export function distanceToSegment(p: XY, a: XY, b: XY): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const lengthSquared = dx * dx + dy * dy;
  let t = lengthSquared === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / lengthSquared;
  t = Math.max(0, Math.min(1, t));
  return Math.sqrt((p[0] - a[0] - t * dx) ** 2 + (p[1] - a[1] - t * dy) ** 2);
}

/**
 * Douglas–Peucker: the vertices kept leave none of the line's own further than `toleranceMeters` from it.
 * A closed line is cut at its first vertex and at the one furthest from it.
 */
export function simplifyLine(line: Line, toleranceMeters: number): LngLat[] {
  const points = line.map(toMeters);
  const last = points.length - 1;
  const kept = new Set([0, last]);
  const pending: [number, number][] = [];
  if (points[0]![0] === points[last]![0] && points[0]![1] === points[last]![1]) {
    const far = furthest(points, 0, last).index;
    kept.add(far);
    pending.push([0, far], [far, last]);
  } else pending.push([0, last]);
  for (let span = pending.pop(); span; span = pending.pop()) {
    const [from, to] = span;
    const { index, meters } = furthest(points, from, to);
    if (meters <= toleranceMeters) continue;
    kept.add(index);
    pending.push([from, index], [index, to]);
  }
  return line.filter((_, i) => kept.has(i));
}

function furthest(points: readonly XY[], from: number, to: number): { index: number; meters: number } {
  let index = from;
  let meters = 0;
  for (let i = from + 1; i < to; i++) {
    const d = distanceToSegment(points[i]!, points[from]!, points[to]!);
    if (d > meters) {
      meters = d;
      index = i;
    }
  }
  return { index, meters };
}

/** Segments of lines, found by nearness. */
export class SegmentIndex {
  private readonly tree: Flatbush;
  private readonly ends: [XY, XY][] = [];

  constructor(lines: readonly Line[]) {
    for (const line of lines) {
      const points = line.map(toMeters);
      for (let i = 1; i < points.length; i++) this.ends.push([points[i - 1]!, points[i]!]);
    }
    this.tree = new Flatbush(this.ends.length);
    for (const [a, b] of this.ends) {
      this.tree.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
    }
    this.tree.finish();
  }

  /** Metres to the nearest segment; Infinity where none lies within `withinMeters`. */
  distanceMeters(p: XY, withinMeters: number): number {
    let nearest = Infinity;
    for (const i of this.tree.search(p[0] - withinMeters, p[1] - withinMeters, p[0] + withinMeters, p[1] + withinMeters)) {
      const [a, b] = this.ends[i]!;
      nearest = Math.min(nearest, distanceToSegment(p, a, b));
    }
    return nearest <= withinMeters ? nearest : Infinity;
  }
}

/** One-sided Hausdorff distance in metres from lines, sampled at least every `stepMeters`, to what is indexed. */
export function furthestFrom(index: SegmentIndex, lines: readonly Line[], stepMeters: number, withinMeters: number): number {
  let furthestMeters = 0;
  for (const line of lines) {
    const points = line.map(toMeters);
    for (let i = 0; i < points.length; i++) {
      const a = points[i]!;
      const b = points[i + 1] ?? a;
      const steps = Math.max(1, Math.ceil(Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) / stepMeters));
      for (let s = 0; s < steps; s++) {
        const p: XY = [a[0] + ((b[0] - a[0]) * s) / steps, a[1] + ((b[1] - a[1]) * s) / steps];
        furthestMeters = Math.max(furthestMeters, index.distanceMeters(p, withinMeters));
      }
    }
  }
  return furthestMeters;
}
