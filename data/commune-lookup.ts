/** Which of the communes contains a point; borders belong to the first that claims them. */
import Flatbush from 'flatbush';
import type { LngLat, MultiPolygonRings, Ring } from '../src/core/model';

export interface NamedArea {
  code: string;
  geometry: MultiPolygonRings;
}

export function communeLookup(areas: readonly NamedArea[]): (position: LngLat) => string | null {
  const tree = new Flatbush(areas.length);
  for (const { geometry } of areas) {
    const points = geometry.flat(2);
    const lngs = points.map((p) => p[0]);
    const lats = points.map((p) => p[1]);
    tree.add(Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats));
  }
  tree.finish();
  return (position) => {
    const hits = tree.search(position[0], position[1], position[0], position[1]).sort((a, b) => a - b);
    const hit = hits.find((i) => contains(areas[i]!.geometry, position));
    return hit === undefined ? null : areas[hit]!.code;
  };
}

export function contains(geometry: MultiPolygonRings, position: LngLat): boolean {
  return geometry.some((polygon) => polygon.reduce((inside, ring) => inside !== ringContains(ring, position), false));
}

function ringContains(ring: Ring, [lng, lat]: LngLat): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [lng0, lat0] = ring[i - 1]!;
    const [lng1, lat1] = ring[i]!;
    if (lat0 > lat !== lat1 > lat && lng < ((lng1 - lng0) * (lat - lat0)) / (lat1 - lat0) + lng0) inside = !inside;
  }
  return inside;
}
