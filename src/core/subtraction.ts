/**
 * The polygon kernel's way to a gap: the shapes of stations as polygons and the polygons of coverage files, thinned to what
 * matters for a region, subtracted from it.
 */
import { bboxClip, polygon as turfPolygon } from '@turf/turf';
import Flatbush from 'flatbush';
import { boxesMeet, boxOfGeometry, boxOfPoints } from './box';
import { collapseBeyond, collapseHidden, type Hider, hiderOf, hidesBox } from './collapse';
import { collapseInRuns, type CoveredRuns, coveredRuns } from './covered-runs';
import type { Box, MultiPolygonRings, PolygonRings, Ring } from './model';
import { boundaryRings, difference } from './overlay';
import { compareShapes, containsDisc, type Shape, shapeBox, shapeRing } from './shape';

/** One polygon of a coverage file. */
export interface Part {
  box: Box;
  rings: Ring[];
  polygon: PolygonRings;
}

/** The polygons in a fixed order. */
export function partsOf(areas: readonly MultiPolygonRings[]): Part[] {
  const parts = areas.flat().map((polygon): Part => ({ polygon, rings: boundaryRings([polygon]), box: boxOfGeometry([polygon]) }));
  return parts.sort((a, b) => a.box[0] - b.box[0] || a.box[1] - b.box[1] || a.box[2] - b.box[2] || a.box[3] - b.box[3]);
}

/** Coordinates wider than this around a region would coarsen the kernel's grid; polygons are cut to it first. */
const WIDEST_DEGREES = 0.3;

/** Rings of shapes by what they are: the same disc serves many technologies, operators and questions. */
export type RingCache = Map<string, Ring>;

/** Rings kept before all are forgotten; more than any province has. */
const MOST_RINGS = 5000;

/**
 * Prepares the union of shapes and polygons, to be subtracted from regions. Gives boundary rings (inside on the left) of
 * what is left of a region whose box is `box`. `fullRings` belongs to one number of `discSteps`.
 */
export function createSubtraction(shapes: readonly Shape[], parts: readonly Part[], fullRings: RingCache, discSteps: number): (region: readonly Ring[], box: Box) => Ring[] {
  const kept = withoutContained(shapes);
  const shapeBoxes = kept.map(shapeBox);
  const shapeIndex = indexOfBoxes(shapeBoxes);
  const hiders = kept.map(hiderOf);
  const partIndex = indexOfBoxes(parts.map((p) => p.box));
  const rings = new Map<number, Ring>();

  const near = (index: Flatbush | null, box: Box): number[] => (index ? index.search(...box).sort((a, b) => a - b) : []);

  /** The shape's ring, without the chains that larger neighbours hide; made when first needed. */
  function ringOf(i: number): Ring {
    let ring = rings.get(i);
    if (!ring) {
      const { centre, radiusMeters, azimuthDeg, widthDeg } = kept[i]!;
      const key = `${centre[0]} ${centre[1]} ${radiusMeters} ${azimuthDeg} ${widthDeg}`;
      ring = fullRings.get(key);
      // A dragged station makes a new ring at every step.
      if (!ring && fullRings.size >= MOST_RINGS) fullRings.clear();
      if (!ring) fullRings.set(key, (ring = shapeRing(kept[i]!, discSteps)));
      if (kept[i]!.widthDeg >= 360 && hiders[i]) {
        const neighbours: Hider[] = [];
        for (const j of near(shapeIndex, shapeBoxes[i]!)) {
          const hider = hiders[j];
          // A much smaller disc would need a larger margin to hide part of this one safely.
          if (j !== i && hider && hider.radiusMeters * 2 >= kept[i]!.radiusMeters) neighbours.push(hider);
        }
        ring = collapseHidden(ring, neighbours);
      }
      rings.set(i, ring);
    }
    return ring;
  }

  let runs: CoveredRuns | null | undefined;
  const inside = () => (runs === undefined ? (runs = coveredRuns(parts)) : runs);

  return (region, box) => {
    const shapeIds = near(shapeIndex, box);
    const partIds = near(partIndex, box);
    if (shapeIds.length === 0 && partIds.length === 0) return [...region];
    const nearHiders: Hider[] = [];
    for (const i of shapeIds) {
      const hider = hiders[i];
      if (!hider) continue;
      if (hidesBox(hider, box)) return [];
      nearHiders.push(hider);
    }
    const covered = partIds.length > 0 ? inside() : null;
    const subject = region
      .map((ring) => collapseHidden(ring, nearHiders))
      .map((ring) => (covered && ring.length > 3 ? collapseInRuns(ring, covered) : ring))
      .filter((ring) => ring.length > 3);
    if (subject.length === 0) return [];
    const clip: Ring[] = [];
    for (const i of shapeIds) pushTrimmed(clip, ringOf(i), box);
    for (const i of partIds) for (const ring of parts[i]!.rings) pushTrimmed(clip, ring, box);
    return difference(subject, clip);
  };
}
/** null where there are none. */
export function indexOfBoxes(boxes: readonly Box[]): Flatbush | null {
  if (boxes.length === 0) return null;
  const index = new Flatbush(boxes.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  return index;
}

/** The shapes in a fixed order, without repeats and without those that lie in another's disc. */
function withoutContained(shapes: readonly Shape[]): Shape[] {
  const sorted = [...shapes].sort(compareShapes).filter((s, i, all) => i === 0 || compareShapes(s, all[i - 1]!) !== 0);
  const index = indexOfBoxes(sorted.map((s) => [s.centre[0], s.centre[1], s.centre[0], s.centre[1]]));
  if (!index) return [];
  const contained = new Uint8Array(sorted.length);
  sorted.forEach((outer, i) => {
    if (outer.widthDeg < 360) return;
    for (const j of index.search(...shapeBox(outer))) {
      const inner = sorted[j]!;
      if (j !== i && !contained[i] && containsDisc(outer, inner.centre, inner.radiusMeters)) contained[j] = 1;
    }
  });
  return sorted.filter((_, i) => !contained[i]);
}

function pushTrimmed(rings: Ring[], ring: Ring, box: Box): void {
  if (ring.length < 4) return;
  const ringBox = boxOfPoints(ring);
  if (!boxesMeet(ringBox, box)) return;
  const inside = ringBox[0] >= box[0] && ringBox[1] >= box[1] && ringBox[2] <= box[2] && ringBox[3] <= box[3];
  let trimmed = inside ? ring : collapseBeyond(ring, box);
  if (trimmed.length < 4) return;
  const frame: Box = [box[0] - WIDEST_DEGREES, box[1] - WIDEST_DEGREES, box[2] + WIDEST_DEGREES, box[3] + WIDEST_DEGREES];
  const [west, south, east, north] = boxOfPoints(trimmed);
  if (west < frame[0] || south < frame[1] || east > frame[2] || north > frame[3]) {
    const cut = bboxClip(turfPolygon([trimmed]), frame).geometry;
    trimmed = ((cut.type === 'Polygon' ? cut.coordinates[0] : cut.coordinates[0]?.[0]) as Ring | undefined) ?? [];
    if (trimmed.length < 4) return;
  }
  rings.push(trimmed);
}
