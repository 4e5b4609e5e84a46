/** What one transmitter serves in the radius model: a geodesic disc, or a sector of one. */
import { bearing, destination, discRing, distanceMeters, metersPerDegree, sectorRing } from './geodesic';
import type { Box, LngLat, Ring } from './model';

export interface Shape {
  centre: LngLat;
  radiusMeters: number;
  /** Direction of the sector's middle, clockwise from true north; 0 for a disc. */
  azimuthDeg: number;
  /** 360 for a disc. */
  widthDeg: number;
}

/** Within this relative distance of the edge the flat estimate is not trusted and the geodesic decides. */
const FLAT_TRUST = 0.02;

/** Distance in metres in the plane tangent at `shape.centre`; good to 1 % at the ranges of radio. */
function flatDistance(shape: Shape, [lng, lat]: LngLat): number {
  const scale = metersPerDegree((shape.centre[1] + lat) / 2);
  return Math.hypot((lng - shape.centre[0]) * scale.lng, (lat - shape.centre[1]) * scale.lat);
}

/** Whether the point lies in the shape; its edge counts as inside. */
export function reaches(shape: Shape, point: LngLat): boolean {
  const flat = flatDistance(shape, point);
  if (flat > shape.radiusMeters * (1 + FLAT_TRUST)) return false;
  if (shape.widthDeg >= 360) {
    if (flat < shape.radiusMeters * (1 - FLAT_TRUST)) return true;
    return distanceMeters(shape.centre, point) <= shape.radiusMeters;
  }
  const { meters, azimuthDeg } = bearing(shape.centre, point);
  if (meters > shape.radiusMeters) return false;
  if (meters === 0) return true;
  const turn = Math.abs(((azimuthDeg - shape.azimuthDeg + 540) % 360) - 180);
  return turn <= shape.widthDeg / 2 + 1e-9;
}

/** Whether the geodesic disc around `centre` lies wholly in the shape. Only discs are recognised as containers. */
export function containsDisc(shape: Shape, centre: LngLat, radiusMeters: number): boolean {
  if (shape.widthDeg < 360) return false;
  const room = shape.radiusMeters - radiusMeters;
  if (room < 0) return false;
  const flat = flatDistance(shape, centre);
  if (flat > room * (1 + FLAT_TRUST)) return false;
  if (flat < room * (1 - FLAT_TRUST)) return true;
  return distanceMeters(shape.centre, centre) <= room;
}

/** The shape as a closed counter-clockwise ring of the same area, `steps` vertices a turn. */
export function shapeRing(shape: Shape, steps = 128): Ring {
  return shape.widthDeg >= 360
    ? discRing(shape.centre, shape.radiusMeters, steps)
    : sectorRing(shape.centre, shape.radiusMeters, shape.azimuthDeg, shape.widthDeg, steps);
}

/** A box that surely holds the shape's whole disc. */
export function shapeBox(shape: Shape): Box {
  const [lng, lat] = shape.centre;
  const reach = shape.radiusMeters * 1.002;
  const north = destination(shape.centre, 0, reach)[1];
  const south = destination(shape.centre, 180, reach)[1];
  const narrowest = Math.max(Math.abs(north), Math.abs(south));
  const halfWidth = reach / metersPerDegree(narrowest).lng;
  return [lng - halfWidth, Math.min(south, lat), lng + halfWidth, Math.max(north, lat)];
}

/** A fixed order of shapes, so that the order of a file never changes a result. */
export function compareShapes(a: Shape, b: Shape): number {
  return (
    a.centre[0] - b.centre[0] ||
    a.centre[1] - b.centre[1] ||
    b.radiusMeters - a.radiusMeters ||
    b.widthDeg - a.widthDeg ||
    a.azimuthDeg - b.azimuthDeg
  );
}
