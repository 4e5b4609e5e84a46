/** Areas as they come in files → rings that the engine can trust, with a note of what was mended. */
import type { Geometry, Position } from 'geojson';
import Flatbush from 'flatbush';
import { Clipper64, ClipType, FillRule, PathType, PolyTree64, type Path64, type Paths64, type PolyPath64 } from 'clipper2-ts';
import type { LngLat, MultiPolygonRings, PolygonRings, Ring } from '../core/model';

type Mend = 'unclosed-ring' | 'wrong-winding' | 'self-crossing' | 'dropped-part';

export type PolygonResult =
  | { kind: 'area'; geometry: MultiPolygonRings; mends: Mend[] }
  | { kind: 'bad'; why: 'not-an-area' | 'no-geometry' | 'bad-position' | 'no-area' };

/** 1e-8 degrees are about a millimetre: finer than any source, coarse enough for exact integer arithmetic. */
const GRID_PER_DEGREE = 1e8;

interface RawPart {
  Polygon: Position[][];
  LineString: Position[];
}

/** The raw polygons, or lines, of a geometry; null where it is or holds anything else. */
export function rawParts<K extends keyof RawPart>(geometry: Geometry, kind: K, depth = 0): RawPart[K][] | null {
  if (geometry.type === 'GeometryCollection') {
    if (depth > 8 || !Array.isArray(geometry.geometries)) return null;
    const all = geometry.geometries.map((part) => (part ? rawParts(part, kind, depth + 1) : null));
    return all.every((parts) => parts !== null) ? all.flat() : null;
  }
  const { coordinates } = geometry as { coordinates: unknown };
  if (!Array.isArray(coordinates)) return null;
  return geometry.type === kind ? [coordinates as RawPart[K]] : geometry.type === `Multi${kind}` ? (coordinates as RawPart[K][]) : null;
}

/**
 * Closes rings, turns them (outer counter-clockwise, holes clockwise), and resolves crossings by the even-odd rule.
 * @param place a file's position → WGS 84 [lng, lat]; null where it is no place on Earth
 * @param checkWinding whether wrong winding is worth a note
 */
export function readPolygons(raw: Position[][][], place: (position: Position) => LngLat | null, checkWinding: boolean): PolygonResult {
  const mends = new Set<Mend>();
  const polygons: MultiPolygonRings = [];
  for (const rawPolygon of raw) {
    if (!Array.isArray(rawPolygon)) return { kind: 'bad', why: 'bad-position' };
    const rings: Ring[] = [];
    for (const [ringIndex, rawRing] of rawPolygon.entries()) {
      if (!Array.isArray(rawRing)) return { kind: 'bad', why: 'bad-position' };
      const ring: LngLat[] = [];
      for (const position of rawRing) {
        const placed = Array.isArray(position) ? place(position) : null;
        if (!placed) return { kind: 'bad', why: 'bad-position' };
        ring.push(placed);
      }
      const first = ring[0];
      const last = ring.at(-1);
      if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
        ring.push(first);
        if (ring.length >= 4) mends.add('unclosed-ring');
      }
      const area = ring.length < 4 ? 0 : planarArea(ring);
      // Zero by the shoelace can also be a figure of eight with equal loops: crossings decide about that.
      if (ring.length < 4 || (area === 0 && !anyCross([ring]))) {
        mends.add('dropped-part');
        if (ringIndex === 0) break;
        continue;
      }
      if (area !== 0 && area > 0 !== (ringIndex === 0)) {
        ring.reverse();
        if (checkWinding) mends.add('wrong-winding');
      }
      rings.push(ring);
    }
    if (rings.length > 0) polygons.push(rings);
  }
  if (polygons.length === 0) return { kind: 'bad', why: 'no-area' };

  if (anyCross(polygons.flat()) || polygons.some(hasStrayHole)) {
    const mended = resolveCrossings(polygons);
    if (mended.length === 0) return { kind: 'bad', why: 'no-area' };
    // Winding means nothing where a ring crosses itself.
    mends.delete('wrong-winding');
    mends.add('self-crossing');
    return { kind: 'area', geometry: mended, mends: [...mends] };
  }
  return { kind: 'area', geometry: polygons, mends: [...mends] };
}

/** Signed, in square degrees, positive counter-clockwise; from the first vertex for precision. */
function planarArea(ring: Ring): number {
  const [ox, oy] = ring[0]!;
  let sum = 0;
  for (let i = 1; i < ring.length - 1; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[i + 1]!;
    sum += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  }
  return sum / 2;
}

/** Whether two edges of the rings properly cross. Touching in a vertex is no crossing. */
function anyCross(rings: readonly Ring[]): boolean {
  const count = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  const ax = new Float64Array(count);
  const ay = new Float64Array(count);
  const bx = new Float64Array(count);
  const by = new Float64Array(count);
  const tree = new Flatbush(count);
  let n = 0;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++, n++) {
      [ax[n], ay[n]] = ring[i]! as [number, number];
      [bx[n], by[n]] = ring[i + 1]! as [number, number];
      tree.add(Math.min(ax[n]!, bx[n]!), Math.min(ay[n]!, by[n]!), Math.max(ax[n]!, bx[n]!), Math.max(ay[n]!, by[n]!));
    }
  }
  tree.finish();
  const side = (i: number, x: number, y: number): number => Math.sign((bx[i]! - ax[i]!) * (y - ay[i]!) - (by[i]! - ay[i]!) * (x - ax[i]!));
  for (let i = 0; i < count; i++) {
    const crossing = tree.search(
      Math.min(ax[i]!, bx[i]!), Math.min(ay[i]!, by[i]!), Math.max(ax[i]!, bx[i]!), Math.max(ay[i]!, by[i]!),
      (j) => j > i && side(i, ax[j]!, ay[j]!) * side(i, bx[j]!, by[j]!) < 0 && side(j, ax[i]!, ay[i]!) * side(j, bx[i]!, by[i]!) < 0,
    );
    if (crossing.length > 0) return true;
  }
  return false;
}

/** Whether a hole lies outside its outer ring: seen from a vertex of the hole that is not one of the outer ring's. */
function hasStrayHole([outer, ...holes]: PolygonRings): boolean {
  if (holes.length === 0) return false;
  const corners = new Set(outer!.map(([x, y]) => `${x} ${y}`));
  return holes.some((hole) => {
    const probe = hole.find(([x, y]) => !corners.has(`${x} ${y}`));
    return probe !== undefined && !inRing(outer!, probe);
  });
}

function inRing(ring: Ring, [x, y]: LngLat): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ix, iy] = ring[i]!;
    const [jx, jy] = ring[j]!;
    const cross = (jx - ix) * (y - iy) - (jy - iy) * (x - ix);
    if (cross === 0 && Math.min(ix, jx) <= x && x <= Math.max(ix, jx) && Math.min(iy, jy) <= y && y <= Math.max(iy, jy)) return true;
    if (iy > y !== jy > y && x < ix + ((jx - ix) * (y - iy)) / (jy - iy)) inside = !inside;
  }
  return inside;
}

/** Each polygon by the even-odd rule, then all together: parts that overlap are one area. */
function resolveCrossings(polygons: MultiPolygonRings): MultiPolygonRings {
  const toGrid = ([lng, lat]: LngLat): { x: number; y: number } => ({ x: Math.round(lng * GRID_PER_DEGREE), y: Math.round(lat * GRID_PER_DEGREE) });
  const parts: Paths64 = [];
  for (const polygon of polygons) {
    const paths: Paths64 = [];
    unionOf(polygon.map((ring) => ring.slice(0, -1).map(toGrid))).execute(ClipType.Union, FillRule.EvenOdd, paths);
    parts.push(...paths);
  }
  const tree = new PolyTree64();
  unionOf(parts).execute(ClipType.Union, FillRule.NonZero, tree);
  const result: MultiPolygonRings = [];
  const walk = (node: PolyPath64): void => {
    for (let i = 0; i < node.count; i++) {
      const outer = node.child(i);
      const rings: Ring[] = [fromGrid(outer.poly!, 1)];
      for (let k = 0; k < outer.count; k++) {
        const hole = outer.child(k);
        rings.push(fromGrid(hole.poly!, -1));
        walk(hole);
      }
      result.push(rings);
    }
  };
  walk(tree);
  return result;
}

/** The engine itself: the library's short forms would bring all of it into the page. */
function unionOf(paths: Paths64): Clipper64 {
  const clipper = new Clipper64();
  clipper.addPaths(paths, PathType.Subject);
  return clipper;
}

function fromGrid(path: Path64, sign: 1 | -1): Ring {
  const ring: LngLat[] = path.map(({ x, y }) => [x / GRID_PER_DEGREE, y / GRID_PER_DEGREE]);
  ring.push(ring[0]!);
  if (planarArea(ring) * sign < 0) ring.reverse();
  return ring;
}
