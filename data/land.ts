/** The ground the model is put on: which commune a place is in, and how far it is from any border. */
import type { LngLat, MultiPolygonRings } from '../src/core/model';
import { communesOf, type CommuneTopology } from './boundaries';
import { communeLookup } from './commune-lookup';
import { SegmentIndex, toDegrees, toMeters, type XY } from './polyline';

/**
 * Modelled points keep this far from every border, so that no simplification (at most 15 m) puts one into a neighbour.
 */
export const BORDER_METERS = 60;

export interface Land {
  communes: { code: string; name: string; geometry: MultiPolygonRings }[];
  communeAt: (position: LngLat) => string | null;
  clearOfBorders: (position: LngLat) => boolean;
}

export function landOf(topo: CommuneTopology): Land {
  const communes = communesOf(topo).map(({ properties: { code, name }, geometry }) => ({ code, name, geometry }));
  const borders = new SegmentIndex(communes.flatMap((c) => c.geometry.flat()));
  return {
    communes,
    communeAt: communeLookup(communes),
    clearOfBorders: (position) => borders.distanceMeters(toMeters(position), BORDER_METERS) === Infinity,
  };
}

/** A place as it is written in the files: five decimals, about a metre. */
export function written(point: XY): LngLat {
  const [lng, lat] = toDegrees(point);
  return [Number(lng.toFixed(5)), Number(lat.toFixed(5))];
}

export const squareMeters = (a: XY, b: XY) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;
