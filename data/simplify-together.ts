/** Simplifying lines that must not come to cross: borders shared by neighbours, rings of one polygon. */
import Flatbush from 'flatbush';
import type { LngLat } from '../src/core/model';
import { simplifyLine } from './polyline';

/** A position in whole steps of the grid. */
export type Grid = readonly [lng: number, lat: number];

/** Each line simplified on its own and put on the grid; those that came to cross or touch are taken finer until none does. */
export function simplifyTogether(lines: readonly LngLat[][], toleranceMeters: number, gridDegrees: number): Grid[][] {
  const tolerance = lines.map(() => toleranceMeters);
  for (let round = 0; round < 8; round++) {
    const arcs = lines.map((line, i) => onGrid(simplifyLine(line, tolerance[i]!), gridDegrees));
    const crossing = crossingArcs(arcs);
    if (crossing.size === 0) return arcs;
    for (const i of crossing) tolerance[i]! /= 2;
  }
  throw new Error('simplified lines still cross');
}

function onGrid(line: readonly LngLat[], gridDegrees: number): Grid[] {
  const steps = line.map((p): Grid => [Math.round(p[0] / gridDegrees), Math.round(p[1] / gridDegrees)]);
  return steps.filter((p, i) => i === 0 || p[0] !== steps[i - 1]![0] || p[1] !== steps[i - 1]![1]);
}

/** Arcs of which an edge meets another edge elsewhere than in an end that both share. Exact: whole grid steps. */
export function crossingArcs(arcs: readonly (readonly Grid[])[]): Set<number> {
  const edges: { arc: number; a: Grid; b: Grid }[] = [];
  arcs.forEach((line, arc) => {
    for (let i = 1; i < line.length; i++) edges.push({ arc, a: line[i - 1]!, b: line[i]! });
  });
  const tree = new Flatbush(edges.length);
  for (const { a, b } of edges) {
    tree.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  }
  tree.finish();
  const crossing = new Set<number>();
  edges.forEach((e, i) => {
    const near = tree.search(
      Math.min(e.a[0], e.b[0]), Math.min(e.a[1], e.b[1]), Math.max(e.a[0], e.b[0]), Math.max(e.a[1], e.b[1]), (j) => j > i,
    );
    for (const j of near) {
      const f = edges[j]!;
      if (meet(e.a, e.b, f.a, f.b)) crossing.add(e.arc).add(f.arc);
    }
  });
  return crossing;
}

function meet(a: Grid, b: Grid, c: Grid, d: Grid): boolean {
  const same = (p: Grid, q: Grid) => p[0] === q[0] && p[1] === q[1];
  const shared = [a, b].filter((p) => same(p, c) || same(p, d));
  if (shared.length === 2) return true;
  const turn = (p: Grid, q: Grid, r: Grid) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  if (shared.length === 1) {
    const p = shared[0]!;
    const q = same(a, p) ? b : a;
    const r = same(c, p) ? d : c;
    return turn(p, q, r) === 0 && (q[0] - p[0]) * (r[0] - p[0]) + (q[1] - p[1]) * (r[1] - p[1]) > 0;
  }
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc * abd < 0 && cda * cdb < 0) return true;
  const within = (p: Grid, q: Grid, r: Grid) =>
    Math.min(p[0], q[0]) <= r[0] && r[0] <= Math.max(p[0], q[0]) && Math.min(p[1], q[1]) <= r[1] && r[1] <= Math.max(p[1], q[1]);
  return (abc === 0 && within(a, b, c)) || (abd === 0 && within(a, b, d)) || (cda === 0 && within(c, d, a)) || (cdb === 0 && within(c, d, b));
}
