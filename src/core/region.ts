/** A piece of land to ask coverage about, with what the engines need of it, worked out once. */
import { boxOfPoints, boxOfBoxes } from './box';
import { anyContact } from './contacts';
import { type Border, borderOf } from './discs/border';
import { ringAreaM2 } from './geodesic';
import type { Box, MultiPolygonRings, Ring } from './model';
import { boundaryRings, connectedPieces } from './overlay';

export interface Region {
  /** Boundary rings, inside on the left. */
  rings: readonly Ring[];
  box: Box;
  areaM2: number;
  /** For the engine of discs; null where it does not suit the method. */
  border(): Border | null;
}

/** `apart`: no ring touches itself or another, or nobody will ask for the pieces of a gap, only for its area. */
export function regionOf(rings: readonly Ring[], apart = false): Region {
  const box = boxOfBoxes(rings.map(boxOfPoints));
  let border: Border | null | undefined;
  return {
    rings,
    box,
    areaM2: rings.reduce((sum, ring) => sum + ringAreaM2(ring), 0),
    // Rings that touch in a point are taken apart, so that the pieces of a gap are.
    border: () => (border === undefined ? (border = borderOf(apart || !anyContact(rings) ? rings : connectedPieces(rings).flat(), box)) : border),
  };
}

const regions = new WeakMap<MultiPolygonRings, Region>();

/** The region of a commune: the same for every question, plan and change of stations. */
export function communeRegion(geometry: MultiPolygonRings): Region {
  let region = regions.get(geometry);
  if (!region) regions.set(geometry, (region = regionOf(boundaryRings(geometry))));
  return region;
}
