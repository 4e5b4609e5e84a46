/**
 * Trắng sóng and lõm sóng: a hamlet without signal at its centre, and one with signal there but not in all of its
 * clusters of houses, which the geodesic disc of the rule stands for.
 */
import Flatbush from 'flatbush';
import { boxOfGeometry, boxOfPoints } from './box';
import { collapseBeyond } from './collapse';
import type { Cover } from './cover';
import { circleOf, edgeRing } from './discs/circle';
import type { Box, Commune, LngLat, Ring } from './model';
import { boundaryRings, intersection, isCounterClockwise, pointInRing } from './overlay';
import { type Region, regionOf } from './region';
import type { LomRule } from './settings';

export type HamletState = 'covered' | 'lom' | 'trang';

/** The part of a hamlet's disc that lies inside the communes loaded. */
export interface Surroundings {
  /** One for each commune: side by side, they would touch along the border. */
  parts: Region[];
  box: Box;
  areaM2: number;
}

/** Vertices of the disc. */
const DISC_STEPS = 128;

/** State of a hamlet at `centre` under `cover`. */
export function hamletState(centre: LngLat, surroundings: Surroundings, cover: Cover, rule: LomRule): HamletState {
  if (!cover.reaches(centre)) return 'trang';
  return servedShare(centre, surroundings, cover, rule) < rule.share ? 'lom' : 'covered';
}

/** Served share of the surroundings, 0…1; 1 where no part of them lies in the communes loaded. */
export function servedShare(centre: LngLat, surroundings: Surroundings, cover: Cover, rule: LomRule): number {
  if (surroundings.areaM2 <= 0 || cover.surelyContainsDisc(centre, rule.radiusMeters)) return 1;
  return 1 - surroundings.parts.reduce((left, part) => left + cover.leftOf(part).areaM2, 0) / surroundings.areaM2;
}

/** Makes the surroundings of hamlets among these communes. */
export function createSurroundings(communes: readonly Commune[], rule: LomRule): (centre: LngLat) => Surroundings {
  const outlines = communes.map((commune) => ({ rings: boundaryRings(commune.geometry), box: boxOfGeometry(commune.geometry) }));
  const index = outlines.length > 0 ? new Flatbush(outlines.length) : null;
  for (const { box } of outlines) index!.add(...box);
  index?.finish();

  return (centre) => {
    const disc = edgeRing(circleOf(centre, rule.radiusMeters), DISC_STEPS);
    const box = boxOfPoints(disc);
    const near = index ? index.search(...box).map((i) => outlines[i]!) : [];
    // Communes do not overlap: their parts of the disc add up.
    const parts: Region[] = [];
    for (const { rings: outline } of near) {
      const close: Ring[] = [];
      for (const ring of outline) {
        const trimmed = collapseBeyond(ring, box);
        if (trimmed.length > 3) close.push(trimmed);
      }
      if (close.length === 0) continue;
      const whole = close.length === 1 && isCounterClockwise(close[0]!) && holdsBox(close[0]!, box);
      const rings = whole ? [disc] : intersection([disc], close);
      if (rings.length > 0) parts.push(regionOf(rings, true));
      if (whole) break;
    }
    return { parts, box, areaM2: parts.reduce((sum, part) => sum + part.areaM2, 0) };
  };
}

/** Whether the ring encloses the box without entering it. */
function holdsBox(ring: Ring, box: Box): boolean {
  const [west, south, east, north] = box;
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1]!;
    const b = ring[i]!;
    if (!(Math.max(a[0], b[0]) < west || Math.min(a[0], b[0]) > east || Math.max(a[1], b[1]) < south || Math.min(a[1], b[1]) > north)) return false;
  }
  return pointInRing([(west + east) / 2, (south + north) / 2], ring);
}
