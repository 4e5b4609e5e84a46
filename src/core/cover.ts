/**
 * What covers: the shapes of stations and the polygons of coverage files, indexed once, asked by many communes
 * and hamlets. This is the one interface between coverage sources and gaps. Where only stations reach, the exact engine of
 * `discs/` answers; where polygons do, or where the stations stand in a degenerate way, the polygon kernel.
 */
import { bboxClip, booleanPointInPolygon, polygon as turfPolygon } from '@turf/turf';
import Flatbush from 'flatbush';
import { boxesMeet, boxOfGeometry, boxOfPoints } from './box';
import { collapseBeyond, collapseHidden, type Hider, hiderOf, hidesBox } from './collapse';
import { collapseInRuns, type CoveredRuns, coveredRuns } from './covered-runs';
import { unionOf, type Union } from './discs/exposure';
import { gapOf } from './discs/gap';
import { areaKm2, ringAreaM2 } from './geodesic';
import type { Box, LngLat, MultiPolygonRings, PolygonRings, Ring } from './model';
import { boundaryRings, connectedPieces, difference } from './overlay';
import type { Region } from './region';
import { compareShapes, containsDisc, reaches, type Shape, shapeBox, shapeRing } from './shape';

export interface Cover {
  /** Whether the point is served; edges count as served. */
  reaches(point: LngLat): boolean;
  /** Whether one disc alone serves all of the geodesic disc around `centre`: a cheap yes, its no decides nothing. */
  surelyContainsDisc(centre: LngLat, radiusMeters: number): boolean;
  /** Boundary rings (inside on the left) of what is left of a region whose box is `box`. */
  subtractFrom(region: readonly Ring[], box: Box): Ring[];
  /** Area and pieces of what is left of a region. */
  leftOf(region: Region): Remainder;
  /** Number of shapes and polygons kept after what another holds was dropped. */
  readonly size: number;
}

/** What is left of a region. */
export interface Remainder {
  areaM2: number;
  /** The largest connected piece (touching in a point does not connect); null where nothing is left. */
  largest(): { areaM2: number; outline: PolygonRings } | null;
  /** All pieces as polygons, arcs with as many vertices as the cover's discs. */
  pieces(): MultiPolygonRings;
  /** The stations stand in a way in which rounding could decide; the polygon kernel answered instead of the exact engine. */
  degenerate: boolean;
}

interface Part {
  box: Box;
  rings: Ring[];
  polygon: PolygonRings;
}

/** Coordinates wider than this around a region would coarsen the kernel's grid; polygons are cut to it first. */
const WIDEST_DEGREES = 0.3;

/** Vertices a turn of the polygons that stand in for discs where the exact engine declines. */
const FINE_STEPS = 1024;
/** Larger or nearer to a pole, discs are left to the kernel. */
const LARGEST_EXACT_METERS = 100_000;
const HIGHEST_EXACT_LATITUDE = 60;

/** Rings of shapes by what they are: the same disc serves many technologies, operators and questions. */
export type RingCache = Map<string, Ring>;

/** The union of the shapes and polygons, whatever their order. `fullRings` belongs to one number of `discSteps`. */
export function createCover(shapes: readonly Shape[], areas: readonly MultiPolygonRings[], fullRings: RingCache = new Map(), discSteps = 128): Cover {
  const kept = withoutContained(shapes);
  const shapeBoxes = kept.map(shapeBox);
  const shapeIndex = indexOf(shapeBoxes);
  const hiders = kept.map(hiderOf);
  const parts = areas.flat().map((polygon): Part => ({ polygon, rings: boundaryRings([polygon]), box: boxOfGeometry([polygon]) }));
  parts.sort((a, b) => a.box[0] - b.box[0] || a.box[1] - b.box[1] || a.box[2] - b.box[2] || a.box[3] - b.box[3]);
  const partIndex = indexOf(parts.map((p) => p.box));
  const rings = new Map<number, Ring>();

  const near = (index: Flatbush | null, box: Box): number[] => (index ? index.search(...box).sort((a, b) => a - b) : []);

  /** The shape's ring, without the chains that larger neighbours hide; made when first needed. */
  function ringOf(i: number): Ring {
    let ring = rings.get(i);
    if (!ring) {
      const { centre, radiusMeters, azimuthDeg, widthDeg } = kept[i]!;
      const key = `${centre[0]} ${centre[1]} ${radiusMeters} ${azimuthDeg} ${widthDeg}`;
      ring = fullRings.get(key);
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

  const suited = kept.every((s) => s.radiusMeters <= LARGEST_EXACT_METERS && Math.abs(s.centre[1]) <= HIGHEST_EXACT_LATITUDE && Math.abs(s.centre[0]) < 178);
  let union: Union | undefined;
  let fine: Cover | undefined;

  const cover: Cover = {
    size: kept.length + parts.length,
    reaches(point) {
      const box: Box = [point[0], point[1], point[0], point[1]];
      return (
        near(shapeIndex, box).some((i) => reaches(kept[i]!, point)) ||
        near(partIndex, box).some((i) => booleanPointInPolygon(point, turfPolygon(parts[i]!.polygon)))
      );
    },
    surelyContainsDisc(centre, radiusMeters) {
      return near(shapeIndex, [centre[0], centre[1], centre[0], centre[1]]).some((i) => containsDisc(kept[i]!, centre, radiusMeters));
    },
    subtractFrom(region, box) {
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
    },
    leftOf(region) {
      const pieces = () => connectedPieces(cover.subtractFrom(region.rings, region.box));
      if (near(partIndex, region.box).length > 0) return ofRings(cover.subtractFrom(region.rings, region.box), false);
      const border = suited ? region.border() : null;
      const gap = border && gapOf((union ??= unionOf(kept)), border);
      if (gap) {
        return {
          areaM2: gap.areaM2, pieces, degenerate: false,
          largest() {
            const piece = gap.largest();
            return piece && { areaM2: piece.areaM2, outline: piece.outline(discSteps) };
          },
        };
      }
      fine ??= createCover(kept, [], new Map(), FINE_STEPS);
      return { ...ofRings(fine.subtractFrom(region.rings, region.box), true), pieces };
    },
  };
  return cover;
}

/** The remainder that the kernel found. */
function ofRings(rings: readonly Ring[], degenerate: boolean): Remainder {
  let pieces: MultiPolygonRings | undefined;
  const all = () => (pieces ??= connectedPieces(rings));
  return {
    areaM2: rings.reduce((sum, ring) => sum + ringAreaM2(ring), 0),
    pieces: all,
    degenerate,
    largest() {
      let largest: { areaM2: number; outline: PolygonRings } | null = null;
      for (const outline of all()) {
        const areaM2 = areaKm2([outline]) * 1e6;
        if (areaM2 > (largest?.areaM2 ?? 0)) largest = { areaM2, outline };
      }
      return largest;
    },
  };
}

function indexOf(boxes: readonly Box[]): Flatbush | null {
  if (boxes.length === 0) return null;
  const index = new Flatbush(boxes.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  return index;
}

/** The shapes in a fixed order, without repeats and without those that lie in another's disc. */
function withoutContained(shapes: readonly Shape[]): Shape[] {
  const sorted = [...shapes].sort(compareShapes).filter((s, i, all) => i === 0 || compareShapes(s, all[i - 1]!) !== 0);
  const index = indexOf(sorted.map((s) => [s.centre[0], s.centre[1], s.centre[0], s.centre[1]]));
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
