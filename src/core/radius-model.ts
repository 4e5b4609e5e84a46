/**
 * The radius model: an active BTS serves a geodesic disc, or a sector where azimuth and beamwidth are given.
 * Terrain is not considered; every figure of this model says so.
 */
import type { Cell } from './model';
import type { GapSettings } from './settings';
import type { Shape } from './shape';

/** Width in degrees that a sector of half-power width `beamwidthDeg` serves; 360 makes it a disc. */
export function sectorWidthDeg(beamwidthDeg: number, sectorFactor: number): number {
  return Math.min(360, beamwidthDeg * sectorFactor);
}

/** What the row serves; null where it is not active. */
export function servedShape(cell: Cell, settings: Pick<GapSettings, 'radiusMeters' | 'sectorFactor'>): Shape | null {
  if (cell.status !== 'active') return null;
  const radiusMeters = cell.radiusMeters ?? settings.radiusMeters[cell.technology];
  if (!(radiusMeters > 0)) return null;
  const width = cell.azimuthDeg === null || cell.beamwidthDeg === null ? 360 : sectorWidthDeg(cell.beamwidthDeg, settings.sectorFactor);
  return {
    centre: cell.position,
    radiusMeters,
    azimuthDeg: width < 360 ? cell.azimuthDeg! : 0,
    widthDeg: width,
  };
}
