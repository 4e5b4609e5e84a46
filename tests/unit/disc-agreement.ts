/** Whether the exact engine and the polygon kernel find the same gap. */
import { createCover } from '../../src/core/cover';
import { areaKm2, ringAreaM2 } from '../../src/core/geodesic';
import type { Commune } from '../../src/core/model';
import { connectedPieces } from '../../src/core/overlay';
import { communeRegion } from '../../src/core/region';
import type { Shape } from '../../src/core/shape';

/** Vertices a turn of the kernel's discs: a chord of a 20 km disc then leaves its arc by 6 mm. */
const STEPS = 4096;
/** Of the commune's area; the kernel's share of it is its grid of a millimetre. */
const AREA_TOLERANCE = 1e-6;
/**
 * Where sectors of one mast reach differently far, their spokes in one direction are one line here, but for the kernel two,
 * straight in lng/lat to different ends, with a sliver between them: up to a decimetre wide at 5 km.
 */
const SLIVER_M2 = 150;
const MOST_SLIVERS = 6;
/** Necks of the gap thinner than this may be open for one and closed for the other, metres. */
const NECK_METERS = 0.05;

export interface Agreement {
  /** Communes that the exact engine left to the kernel. */
  degenerate: number;
  communes: number;
  /** Largest difference of the gap, of a commune's area. */
  apart: number;
  /** What disagrees, in words; empty where nothing does. */
  failures: string[];
}

export function agreement(shapes: readonly Shape[], communes: readonly Commune[]): Agreement {
  const cover = createCover(shapes, []);
  const kernel = createCover(shapes, [], new Map(), STEPS);
  const result: Agreement = { degenerate: 0, communes: communes.length, apart: 0, failures: [] };
  const slivers = SLIVER_M2 * sliversOf(shapes);
  for (const { code, geometry } of communes) {
    const region = communeRegion(geometry);
    const own = cover.leftOf(region);
    if (own.degenerate) {
      result.degenerate++;
      continue;
    }
    const left = kernel.subtractFrom(region.rings, region.box);
    const apart = Math.abs(own.areaM2 - left.reduce((sum, ring) => sum + ringAreaM2(ring), 0)) / region.areaM2;
    result.apart = Math.max(result.apart, apart);
    if (apart > AREA_TOLERANCE + slivers / region.areaM2) result.failures.push(`${code}: gap apart by ${apart}`);
    const largest = own.largest();
    const size = largest?.areaM2 ?? 0;
    const slack = region.areaM2 * AREA_TOLERANCE + slivers;
    if (Math.abs(size - largestOf(connectedPieces(left))) > slack) {
      // A thin neck decides: the truth lies between what slightly larger and slightly smaller discs leave.
      const at = (meters: number) => {
        const other = createCover(shapes.map((s) => ({ ...s, radiusMeters: Math.max(1e-3, s.radiusMeters + meters) })), [], new Map(), STEPS);
        return largestOf(connectedPieces(other.subtractFrom(region.rings, region.box)));
      };
      const [least, most] = [at(NECK_METERS), at(-NECK_METERS)];
      if (size < least - slack || size > most + slack || least === most) result.failures.push(`${code}: largest piece ${size} of ${own.areaM2}, kernel ${least} to ${most}`);
    }
    if (largest && Math.abs(areaKm2([largest.outline]) * 1e6 - size) > region.areaM2 * 1e-4) result.failures.push(`${code}: outline of the largest piece`);
  }
  return result;
}

const largestOf = (pieces: ReturnType<typeof connectedPieces>) => pieces.reduce((most, piece) => Math.max(most, areaKm2([piece]) * 1e6), 0);

/** How many such slivers there may be: a sector of a mast has two spokes, each shared. */
function sliversOf(shapes: readonly Shape[]): number {
  const masts = new Map<string, number[]>();
  for (const { centre, radiusMeters, widthDeg } of shapes) {
    if (widthDeg < 360) masts.set(centre.join(), [...(masts.get(centre.join()) ?? []), radiusMeters]);
  }
  return [...masts.values()].reduce((sum, radii) => sum + (new Set(radii).size > 1 ? Math.min(radii.length, MOST_SLIVERS) : 0), 0);
}
