/**
 * Boolean operations on polygons: the one file that knows the kernel (Clipper2, in its TypeScript form: integer
 * coordinates, no `eval`, no WASM). BENCHMARKS.md says why this one.
 *
 * Rings are closed, in lng/lat, edges straight in lng/lat. A region is a list of boundary rings with the inside on
 * their left: outer rings counter-clockwise, holes clockwise. Coordinates are rounded to a grid of 1e-8° (1 mm),
 * coarser only for regions wider than a degree.
 */
import { ClipType, Clipper64, FillRule, type Path64, type Paths64 } from 'clipper2-ts';
import Flatbush from 'flatbush';
import { boxOfBoxes, boxOfPoints } from './box';
import type { Box, LngLat, MultiPolygonRings, PolygonRings, Ring } from './model';

/** Integer frame of one operation. The origin is itself on the grid, so that a shared border is rounded alike in every frame. */
interface Frame {
  perDegree: number;
  x0: number;
  y0: number;
}

/** Products of two coordinate differences must stay exact in a double. */
const LARGEST_COORDINATE = 6.7e7;

function frameOf(box: Box): Frame {
  const halfDegrees = Math.max(box[2] - box[0], box[3] - box[1], 1e-6) / 2;
  let perDegree = 1e8;
  while (halfDegrees * perDegree > LARGEST_COORDINATE) perDegree /= 10;
  return {
    perDegree,
    x0: Math.round(((box[0] + box[2]) / 2) * perDegree),
    y0: Math.round(((box[1] + box[3]) / 2) * perDegree),
  };
}

function toPath(ring: Ring, frame: Frame): Path64 {
  const path: Path64 = [];
  for (let i = 0; i < ring.length - 1; i++) {
    const [lng, lat] = ring[i]!;
    path.push({ x: Math.round(lng * frame.perDegree) - frame.x0, y: Math.round(lat * frame.perDegree) - frame.y0 });
  }
  return path;
}

function toRing(path: Path64, frame: Frame): Ring {
  const ring: Ring = path.map((p): LngLat => [(p.x + frame.x0) / frame.perDegree, (p.y + frame.y0) / frame.perDegree]);
  ring.push(ring[0]!);
  return ring;
}

/** Rings far outside the box cost precision; callers thin what lies beyond first (`collapseBeyond`). */
function run(type: ClipType, subject: readonly Ring[], clip: readonly Ring[], rule: FillRule): { paths: Paths64; frame: Frame } {
  const frame = frameOf(boxOfBoxes([...subject, ...clip].filter((r) => r.length > 0).map(boxOfPoints)));
  const clipper = new Clipper64();
  clipper.addSubject(subject.map((r) => toPath(r, frame)));
  if (clip.length > 0) clipper.addClip(clip.map((r) => toPath(r, frame)));
  const paths: Paths64 = [];
  clipper.execute(type, rule, paths);
  return { paths, frame };
}

function ringsOf({ paths, frame }: { paths: Paths64; frame: Frame }): Ring[] {
  return paths.filter((p) => p.length >= 3).map((p) => toRing(p, frame));
}

/** subject ∖ clip. Clip rings may overlap; a hole counts where its own polygon's outer ring is among them. */
export function difference(subject: readonly Ring[], clip: readonly Ring[]): Ring[] {
  return subject.length === 0 ? [] : ringsOf(run(ClipType.Difference, subject, clip, FillRule.NonZero));
}

/** subject ∩ clip. */
export function intersection(subject: readonly Ring[], clip: readonly Ring[]): Ring[] {
  return subject.length === 0 || clip.length === 0 ? [] : ringsOf(run(ClipType.Intersection, subject, clip, FillRule.NonZero));
}

/** The union of all rings, overlapping or not. */
export function union(rings: readonly Ring[]): Ring[] {
  return rings.length === 0 ? [] : ringsOf(run(ClipType.Union, rings, [], FillRule.NonZero));
}

/** One polygon with crossing or wrongly wound rings as a proper region: inside is what an odd number of rings encloses. */
export function mend(rings: readonly Ring[]): Ring[] {
  return rings.length === 0 ? [] : ringsOf(run(ClipType.Union, rings, [], FillRule.EvenOdd));
}

function planarArea2(ring: Ring): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1]!;
    const b = ring[i]!;
    sum += (a[0] - ring[0]![0]) * (b[1] - ring[0]![1]) - (b[0] - ring[0]![0]) * (a[1] - ring[0]![1]);
  }
  return sum;
}

/** Whether the closed ring runs counter-clockwise. */
export function isCounterClockwise(ring: Ring): boolean {
  return planarArea2(ring) > 0;
}

/** All rings of a multipolygon as boundaries with the inside on their left, whichever way they were wound. */
export function boundaryRings(geometry: MultiPolygonRings): Ring[] {
  return geometry.flatMap((polygon) =>
    polygon.map((ring, i) => (isCounterClockwise(ring) === (i === 0) ? ring : ring.slice().reverse())),
  );
}

/**
 * The connected pieces of a region, each a polygon with its holes. Touching in a point does not connect: where
 * boundaries meet in a vertex, every wedge of the inside keeps to its own ring.
 */
export function connectedPieces(rings: readonly Ring[]): MultiPolygonRings {
  const signed = rings.reduce((sum, ring) => sum + planarArea2(ring), 0);
  const pieces = nest(relink(rings));
  const sum = pieces.flat().reduce((total, ring) => total + planarArea2(ring), 0);
  if (Math.abs(sum - signed) <= Math.abs(signed) * 1e-6) return pieces;
  // Where edges lie on each other the linking can go astray; the kernel's own rings then stand as they are.
  return nest({ rings, pinched: false });
}

function nest(linked: { rings: readonly Ring[]; pinched: boolean }): MultiPolygonRings {
  const outers: PolygonRings[] = [];
  const holes: Ring[] = [];
  for (const ring of linked.rings) {
    const [outer, ...own] = linked.pinched ? splitPinches(ring) : [{ ring, outer: isCounterClockwise(ring) }];
    if (!outer) continue;
    if (outer.outer) outers.push([outer.ring, ...own.map((o) => o.ring)]);
    else holes.push(outer.ring, ...own.map((o) => o.ring));
  }
  if (outers.length === 1) outers[0]!.push(...holes);
  else if (holes.length > 0) {
    const boxes = outers.map((polygon) => boxOfPoints(polygon[0]!));
    const areas = outers.map((polygon) => planarArea2(polygon[0]!));
    for (const hole of holes) {
      let home = -1;
      for (let i = 0; i < outers.length; i++) {
        if ((home < 0 || areas[i]! < areas[home]!) && ringInside(hole, outers[i]![0]!, boxes[i]!)) home = i;
      }
      if (home >= 0) outers[home]!.push(hole);
    }
  }
  return outers;
}

/** The finest grid of `frameOf`: coordinates times this are whole numbers. */
const GRID_PER_DEGREE = 1e8;

/** The rings with a vertex wherever another vertex lies on an edge, so that every contact is one of vertices. */
function withContacts(rings: readonly Ring[]): Ring[] {
  const edgeCount = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  if (edgeCount === 0) return [];
  const index = new Flatbush(edgeCount);
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!];
      index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
    }
  }
  index.finish();
  const starts: { a: LngLat; b: LngLat }[] = rings.flatMap((ring) => ring.slice(1).map((b, i) => ({ a: ring[i]!, b })));
  const contacts = new Map<number, LngLat[]>();
  const whole = (degrees: number) => Math.round(degrees * GRID_PER_DEGREE);
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const p = ring[i]!;
      const hits = index.search(p[0], p[1], p[0], p[1]);
      if (hits.length <= 2) continue;
      for (const e of hits) {
        const { a, b } = starts[e]!;
        if ((a[0] === p[0] && a[1] === p[1]) || (b[0] === p[0] && b[1] === p[1])) continue;
        const [x, y] = [whole(p[0]), whole(p[1])];
        if ((whole(b[0]) - whole(a[0])) * (y - whole(a[1])) !== (whole(b[1]) - whole(a[1])) * (x - whole(a[0]))) continue;
        const list = contacts.get(e);
        if (list) list.push(p);
        else contacts.set(e, [p]);
      }
    }
  }
  if (contacts.size === 0) return [...rings];
  let edge = 0;
  return rings.map((ring) => {
    const result: Ring = [ring[0]!];
    for (let i = 1; i < ring.length; i++, edge++) {
      const a = ring[i - 1]!;
      const along = (p: LngLat) => Math.abs(p[0] - a[0]) + Math.abs(p[1] - a[1]);
      result.push(...(contacts.get(edge) ?? []).sort((p, q) => along(p) - along(q)), ring[i]!);
    }
    return result;
  });
}

/** Follows edges so that each ring bounds one wedge of the inside at every vertex it passes. */
function relink(given: readonly Ring[]): { rings: Ring[]; pinched: boolean } {
  const rings = withContacts(given);
  if (!meetInVertices(rings)) return { rings, pinched: false };
  const key = ([lng, lat]: LngLat) => `${lng},${lat}`;
  interface Edge { from: LngLat; to: LngLat; used: boolean }
  const outgoing = new Map<string, Edge[]>();
  const edges: Edge[] = [];
  for (const ring of rings) {
    for (let i = 0; i < ring.length - 1; i++) {
      const edge: Edge = { from: ring[i]!, to: ring[i + 1]!, used: false };
      edges.push(edge);
      const k = key(edge.from);
      const list = outgoing.get(k);
      if (list) list.push(edge);
      else outgoing.set(k, [edge]);
    }
  }
  const result: Ring[] = [];
  for (const first of edges) {
    if (first.used) continue;
    const ring: Ring = [first.from];
    let edge: Edge | undefined = first;
    while (edge && !edge.used) {
      edge.used = true;
      ring.push(edge.to);
      edge = nextEdge(edge, outgoing.get(key(edge.to))!);
    }
    if (ring.length > 3) result.push(ring);
  }
  return { rings: result, pinched: true };
}

/** Whether some vertex may occur twice; a rare false yes costs only time. */
function meetInVertices(rings: readonly Ring[]): boolean {
  const seen = new Set<number>();
  let count = 0;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++, count++) seen.add(ring[i]![0] * GRID_PER_DEGREE * 7919 + ring[i]![1] * GRID_PER_DEGREE);
  }
  return seen.size < count;
}

/** Of the edges that leave where `edge` ends, the first one met turning clockwise from the way back. */
function nextEdge<E extends { from: LngLat; to: LngLat }>(edge: E, candidates: E[]): E | undefined {
  if (candidates.length === 1) return candidates[0];
  const back = Math.atan2(edge.from[1] - edge.to[1], edge.from[0] - edge.to[0]);
  let best: E | undefined;
  let bestTurn = Infinity;
  for (const candidate of candidates) {
    const out = Math.atan2(candidate.to[1] - candidate.from[1], candidate.to[0] - candidate.from[0]);
    let turn = back - out;
    while (turn <= 0) turn += 2 * Math.PI;
    if (turn < bestTurn) {
      bestTurn = turn;
      best = candidate;
    }
  }
  return best;
}

/** A ring that passes a vertex twice as simple rings, the enclosing one first. */
function splitPinches(ring: Ring): { ring: Ring; outer: boolean }[] {
  const key = ([lng, lat]: LngLat) => `${lng},${lat}`;
  const loops: Ring[] = [];
  const stack: LngLat[] = [];
  const at = new Map<string, number>();
  for (const point of ring) {
    const k = key(point);
    const earlier = at.get(k);
    if (earlier !== undefined) {
      const loop = stack.splice(earlier);
      for (const p of loop) at.delete(key(p));
      loop.push(point);
      if (loop.length > 3) loops.push(loop);
    }
    at.set(k, stack.length);
    stack.push(point);
  }
  const sized = loops.map((loop) => ({ ring: loop, area: planarArea2(loop) }));
  sized.sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
  return sized.filter((s) => s.area !== 0).map((s) => ({ ring: s.ring, outer: s.area > 0 }));
}

/** Whether `inner`, which does not cross `outer`, lies inside it; decided by a vertex or an edge's middle off the boundary. */
function ringInside(inner: Ring, outer: Ring, outerBox: Box): boolean {
  const box = boxOfPoints(inner);
  if (box[0] < outerBox[0] || box[1] < outerBox[1] || box[2] > outerBox[2] || box[3] > outerBox[3]) return false;
  const onOuter = new Set(outer.map(([lng, lat]) => `${lng},${lat}`));
  const free = inner.find(([lng, lat]) => !onOuter.has(`${lng},${lat}`));
  const a = inner[0]!;
  const b = inner[1]!;
  return pointInRing(free ?? [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], outer);
}

/** Even-odd rule; points on the boundary may fall either way. */
export function pointInRing([lng, lat]: LngLat, ring: Ring): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]!;
    const b = ring[j]!;
    if (a[1] > lat !== b[1] > lat && lng < ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}
