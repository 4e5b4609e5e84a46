/**
 * Neighbours in the source share their borders as lines, but not every vertex of them. A topology needs both sides of
 * a border to have the same edges, so that each is stored, and later simplified, once.
 */
import Flatbush from 'flatbush';
import { ringAreaM2 } from '../src/core/geodesic';
import type { LngLat, MultiPolygonRings, Ring } from '../src/core/model';
import { distanceToSegment, toMeters } from './polyline';

/** A vertex this near to a neighbour's edge is meant to lie on it; the widest such slip in the source is 0.08 m. */
const SNAP_METERS = 0.25;

export interface MendReport {
  droppedSlivers: number;
  droppedRepeats: number;
  insertedVertices: number;
}

const keyOf = (p: LngLat) => `${p[0]},${p[1]}`;
const edgeKey = (a: LngLat, b: LngLat) => `${keyOf(a)} ${keyOf(b)}`;

export function mend(areas: readonly MultiPolygonRings[]): { areas: MultiPolygonRings[]; report: MendReport } {
  const report: MendReport = { droppedSlivers: 0, droppedRepeats: 0, insertedVertices: 0 };
  const clean = areas.map((area) => area.map((polygon) => polygon.filter((ring) => {
    const sliver = ring.length <= 4;
    if (sliver) report.droppedSlivers++;
    return !sliver;
  }).map((ring) => ring.filter((p, i) => {
    const repeat = i > 0 && keyOf(p) === keyOf(ring[i - 1]!);
    if (repeat) report.droppedRepeats++;
    return !repeat;
  }))).filter((polygon) => polygon.length > 0));

  const edges = directedEdges(clean);
  const lone = (a: LngLat, b: LngLat) => !edges.has(edgeKey(b, a));
  const candidates = new Map<string, LngLat>();
  for (const ring of clean.flat(2)) {
    eachEdge(ring, (a, b) => {
      if (lone(a, b)) candidates.set(keyOf(a), a).set(keyOf(b), b);
    });
  }
  const vertices = [...candidates.values()];
  const tree = new Flatbush(vertices.length);
  for (const [x, y] of vertices.map(toMeters)) tree.add(x, y);
  tree.finish();

  const mended = clean.map((area) => area.map((polygon) => polygon.map((ring) => {
    const own = new Set(ring.map(keyOf));
    const out: Ring = [ring[0]!];
    eachEdge(ring, (a, b) => {
      if (lone(a, b)) {
        const onEdge = verticesNear(tree, vertices, a, b).filter((v) => !own.has(keyOf(v)));
        report.insertedVertices += onEdge.length;
        out.push(...onEdge);
      }
      out.push(b);
    });
    return wound(out, polygon[0] === ring);
  })));
  return { areas: mended, report };
}

/** Outer rings counter-clockwise and holes clockwise, as GeoJSON asks (the source has them the other way). */
function wound(ring: Ring, outer: boolean): Ring {
  return ringAreaM2(ring) > 0 === outer ? ring : ring.reverse();
}

/** Vertices within the snapping distance of an edge, in the order of the edge. */
function verticesNear(tree: Flatbush, vertices: readonly LngLat[], a: LngLat, b: LngLat): LngLat[] {
  const [pa, pb] = [toMeters(a), toMeters(b)];
  const along = (v: LngLat) => {
    const p = toMeters(v);
    return (p[0] - pa[0]) * (pb[0] - pa[0]) + (p[1] - pa[1]) * (pb[1] - pa[1]);
  };
  return tree
    .search(
      Math.min(pa[0], pb[0]) - SNAP_METERS,
      Math.min(pa[1], pb[1]) - SNAP_METERS,
      Math.max(pa[0], pb[0]) + SNAP_METERS,
      Math.max(pa[1], pb[1]) + SNAP_METERS,
    )
    .map((i) => vertices[i]!)
    .filter((v) => distanceToSegment(toMeters(v), pa, pb) <= SNAP_METERS)
    .sort((u, v) => along(u) - along(v));
}

function eachEdge(ring: Ring, visit: (a: LngLat, b: LngLat) => void): void {
  for (let i = 1; i < ring.length; i++) visit(ring[i - 1]!, ring[i]!);
}

function directedEdges(areas: readonly MultiPolygonRings[]): Map<string, [LngLat, LngLat]> {
  const edges = new Map<string, [LngLat, LngLat]>();
  for (const ring of areas.flat(2)) {
    eachEdge(ring, (a, b) => {
      const key = edgeKey(a, b);
      if (edges.has(key)) throw new Error(`two communes on the same side of the edge at ${key}`);
      edges.set(key, [a, b]);
    });
  }
  return edges;
}

/**
 * The rings left over when every edge is set against the same edge of the neighbour, run the other way.
 * One ring is the outline alone: no gap and no overlap is left between communes.
 */
export function outlineRings(areas: readonly MultiPolygonRings[]): Ring[] {
  const edges = directedEdges(areas);
  const next = new Map<string, LngLat>();
  for (const [a, b] of edges.values()) {
    if (edges.has(edgeKey(b, a))) continue;
    if (next.has(keyOf(a))) throw new Error(`the outline touches itself at ${keyOf(a)}`);
    next.set(keyOf(a), b);
  }
  const rings: Ring[] = [];
  for (let start = next.keys().next(); !start.done; start = next.keys().next()) {
    const ring: Ring = [];
    for (let at = start.value, to = next.get(at); to; to = next.get(at)) {
      next.delete(at);
      ring.push(to);
      at = keyOf(to);
    }
    if (keyOf(ring.at(-1)!) !== start.value) throw new Error(`the outline breaks off at ${keyOf(ring.at(-1)!)}`);
    ring.push(ring[0]!);
    rings.push(ring);
  }
  return rings;
}
