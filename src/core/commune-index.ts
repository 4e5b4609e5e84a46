/** Which commune a point lies in: boxes of the parts in a flatbush, then an exact test against the edges at its latitude. */
import Flatbush from 'flatbush';
import type { Box, Commune, LngLat, PolygonRings } from './model';

export interface CommuneIndex {
  /** In the order of their codes. */
  readonly communes: readonly Commune[];
  /** [west, south, east, north] of all communes in degrees; null where there are none. */
  readonly box: Box | null;
  /** The commune the point lies in; null outside all of them. A point on a shared border belongs to exactly one. */
  locate(point: LngLat): Commune | null;
  /** The communes with a part whose box meets `box`, in the order of their codes. */
  near(box: Box): Commune[];
}

/** A polygon with its edges sorted into bands of latitude, each edge as [x and y of its lower end, x and y of its upper end]. */
interface BandedPolygon {
  commune: number;
  box: Box;
  bandHeight: number;
  bandStarts: Uint32Array;
  edges: Float64Array;
}

/**
 * Builds the index. Where communes share a border, a half-open rule gives each point of it to one side (the edge is
 * computed the same way from both); where they overlap, the first in the order of codes has the point.
 */
export function createCommuneIndex(communes: readonly Commune[]): CommuneIndex {
  const sorted = [...communes].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const parts: BandedPolygon[] = [];
  sorted.forEach((commune, index) => {
    for (const polygon of commune.geometry) {
      const part = bandPolygon(index, polygon);
      if (part) parts.push(part);
    }
  });

  let tree: Flatbush | null = null;
  if (parts.length > 0) {
    tree = new Flatbush(parts.length);
    for (const { box } of parts) tree.add(box[0], box[1], box[2], box[3]);
    tree.finish();
  }

  return {
    communes: sorted,
    box: tree ? [tree.minX, tree.minY, tree.maxX, tree.maxY] : null,
    locate([lng, lat]) {
      if (!tree || !Number.isFinite(lng) || !Number.isFinite(lat)) return null;
      let found = -1;
      for (const index of tree.search(lng, lat, lng, lat)) {
        const part = parts[index]!;
        if ((found === -1 || part.commune < found) && contains(part, lng, lat)) found = part.commune;
      }
      return found === -1 ? null : sorted[found]!;
    },
    near(box) {
      if (!tree) return [];
      const found = new Set(tree.search(box[0], box[1], box[2], box[3]).map((part) => parts[part]!.commune));
      return [...found].sort((a, b) => a - b).map((index) => sorted[index]!);
    },
  };
}

function bandPolygon(commune: number, polygon: PolygonRings): BandedPolygon | null {
  const edges: [number, number, number, number][] = [];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of polygon) {
    for (let i = 0; i < ring.length; i++) {
      const [ax, ay] = ring[i]!;
      const [bx, by] = ring[(i + 1) % ring.length]!;
      west = Math.min(west, ax);
      east = Math.max(east, ax);
      south = Math.min(south, ay);
      north = Math.max(north, ay);
      if (ay < by) edges.push([ax, ay, bx, by]);
      else if (ay > by) edges.push([bx, by, ax, ay]);
    }
  }
  if (edges.length === 0) return null;

  const bands = Math.min(512, Math.max(1, edges.length >> 2));
  const bandHeight = (north - south) / bands;
  const bandOf = (lat: number): number => Math.min(bands - 1, Math.max(0, Math.floor((lat - south) / bandHeight)));
  const bandStarts = new Uint32Array(bands + 1);
  for (const [, low, , high] of edges) {
    for (let band = bandOf(low); band <= bandOf(high); band++) bandStarts[band + 1]!++;
  }
  for (let band = 0; band < bands; band++) bandStarts[band + 1]! += bandStarts[band]!;
  const banded = new Float64Array(bandStarts[bands]! * 4);
  const next = bandStarts.slice();
  for (const edge of edges) {
    for (let band = bandOf(edge[1]); band <= bandOf(edge[3]); band++) banded.set(edge, next[band]!++ * 4);
  }
  return { commune, box: [west, south, east, north], bandHeight, bandStarts, edges: banded };
}

function contains({ box, bandHeight, bandStarts, edges }: BandedPolygon, lng: number, lat: number): boolean {
  const band = Math.min(bandStarts.length - 2, Math.max(0, Math.floor((lat - box[1]) / bandHeight)));
  let inside = false;
  for (let i = bandStarts[band]! * 4, end = bandStarts[band + 1]! * 4; i < end; i += 4) {
    const low = edges[i + 1]!;
    const high = edges[i + 3]!;
    if (lat < low || lat >= high) continue;
    const lowX = edges[i]!;
    if (lng < lowX + ((edges[i + 2]! - lowX) * (lat - low)) / (high - low)) inside = !inside;
  }
  return inside;
}
