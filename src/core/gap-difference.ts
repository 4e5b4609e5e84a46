/** Where two answers to one question differ on the ground. */
import { areaKm2 } from './geodesic';
import type { MultiPolygonRings } from './model';
import { boundaryRings, connectedPieces, difference } from './overlay';

export interface GapDifference {
  /** Ground without signal only after. */
  lost: MultiPolygonRings;
  /** Ground without signal only before. */
  gained: MultiPolygonRings;
}

/** Slivers below 100 m² come from the grid of the kernel. */
const LEAST_KM2 = 1e-4;

/** @param before gap polygons by commune; communes without a gap are left out */
export function gapDifference(before: ReadonlyMap<string, MultiPolygonRings>, after: ReadonlyMap<string, MultiPolygonRings>): GapDifference {
  const only = (one: ReadonlyMap<string, MultiPolygonRings>, other: ReadonlyMap<string, MultiPolygonRings>): MultiPolygonRings =>
    [...one].flatMap(([code, gap]) => {
      const rest = other.get(code);
      if (rest === gap || (rest && JSON.stringify(rest) === JSON.stringify(gap))) return [];
      const pieces = rest ? connectedPieces(difference(boundaryRings(gap), boundaryRings(rest))) : gap;
      return pieces.filter((piece) => areaKm2([piece]) >= LEAST_KM2);
    });
  return { lost: only(after, before), gained: only(before, after) };
}
