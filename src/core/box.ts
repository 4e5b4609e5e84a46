/** Boxes in degrees: [west, south, east, north]. */
import type { Box, LngLat, MultiPolygonRings } from './model';

export function boxOfPoints(points: Iterable<LngLat>): Box {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [lng, lat] of points) {
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return [west, south, east, north];
}

export function boxOfBoxes(boxes: Iterable<Box>): Box {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const box of boxes) {
    west = Math.min(west, box[0]);
    south = Math.min(south, box[1]);
    east = Math.max(east, box[2]);
    north = Math.max(north, box[3]);
  }
  return [west, south, east, north];
}

/** Box of a multipolygon, by its outer rings. */
export function boxOfGeometry(geometry: MultiPolygonRings): Box {
  return boxOfBoxes(geometry.map((polygon) => boxOfPoints(polygon[0] ?? [])));
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
