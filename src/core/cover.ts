/**
 * What covers: the shapes of stations and the polygons of coverage files, indexed once, asked by many communes
 * and hamlets. This is the one interface between coverage sources and gaps. Where only stations reach, the exact engine of
 * `discs/` answers; where polygons do, or where the stations stand in a degenerate way, the polygon kernel.
 */
import { booleanPointInPolygon, polygon as turfPolygon } from '@turf/turf';
import { gapOf } from './discs/gap';
import { type Union, unionOf } from './discs/union';
import { areaKm2, ringAreaM2 } from './geodesic';
import type { Box, LngLat, MultiPolygonRings, PolygonRings, Ring } from './model';
import { once } from './once';
import { connectedPieces } from './overlay';
import type { Region } from './region';
import { containsDisc, reaches, type Shape } from './shape';
import { createSubtraction, indexOfBoxes, type Part, partsOf, type RingCache } from './subtraction';

export interface Cover {
  /** Whether the point is served; edges count as served. */
  reaches(point: LngLat): boolean;
  /** Whether one disc alone serves all of the geodesic disc around `centre`: a cheap yes, its no decides nothing. */
  surelyContainsDisc(centre: LngLat, radiusMeters: number): boolean;
  /** Area and pieces of what is left of a region. */
  leftOf(region: Region): Remainder;
  /** Boundary rings (inside on the left) of what is left of a region whose box is `box`, discs as polygons. */
  subtractFrom(region: readonly Ring[], box: Box): Ring[];
  /**
   * The cover after stations were moved, added or switched off. What the change does not touch is not worked out again;
   * `removed` must be among the shapes, by value.
   */
  changed(removed: readonly Shape[], added: readonly Shape[]): Cover;
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

/** Vertices a turn of the polygons that stand in for discs where the exact engine declines. */
const FINE_STEPS = 1024;

/** The union of the shapes and polygons, whatever their order. `fullRings` belongs to one number of `discSteps`. */
export function createCover(shapes: readonly Shape[], areas: readonly MultiPolygonRings[], fullRings: RingCache = new Map(), discSteps = 128): Cover {
  return coverOf(unionOf(shapes), partsOf(areas), fullRings, discSteps);
}

function coverOf(union: Union, parts: readonly Part[], fullRings: RingCache, discSteps: number): Cover {
  const partIndex = indexOfBoxes(parts.map((p) => p.box));
  const partsNear = (box: Box): number[] => (partIndex ? partIndex.search(...box).sort((a, b) => a - b) : []);
  const shapesNear = ([lng, lat]: LngLat): Shape[] => union.near([lng, lat, lng, lat]).flatMap((station) => station.shapes);
  const subtraction = once(() => createSubtraction(union.shapes(), parts, fullRings, discSteps));
  const fineSubtraction = once(() => createSubtraction(union.shapes(), [], new Map(), FINE_STEPS));

  return {
    reaches: (point) =>
      shapesNear(point).some((shape) => reaches(shape, point)) ||
      partsNear([point[0], point[1], point[0], point[1]]).some((i) => booleanPointInPolygon(point, turfPolygon(parts[i]!.polygon))),
    surelyContainsDisc: (centre, radiusMeters) => shapesNear(centre).some((shape) => containsDisc(shape, centre, radiusMeters)),
    leftOf(region) {
      const left = once(() => subtraction()(region.rings, region.box));
      if (partsNear(region.box).length > 0) return ofRings(left(), false);
      const border = union.suited ? region.border() : null;
      const gap = border && gapOf(union, border);
      if (!gap) return { ...ofRings(fineSubtraction()(region.rings, region.box), true), pieces: () => connectedPieces(left()) };
      return {
        areaM2: gap.areaM2,
        degenerate: false,
        pieces: () => connectedPieces(left()),
        largest() {
          const piece = gap.largest();
          return piece && { areaM2: piece.areaM2, outline: piece.outline(discSteps) };
        },
      };
    },
    subtractFrom: (region, box) => subtraction()(region, box),
    changed: (removed, added) => coverOf(union.changed(removed, added), parts, fullRings, discSteps),
  };
}

/** The remainder that the kernel found. */
export function ofRings(rings: readonly Ring[], degenerate: boolean): Remainder {
  const pieces = once(() => connectedPieces(rings));
  return {
    areaM2: rings.reduce((sum, ring) => sum + ringAreaM2(ring), 0),
    pieces,
    degenerate,
    largest() {
      let largest: { areaM2: number; outline: PolygonRings } | null = null;
      for (const outline of pieces()) {
        const areaM2 = areaKm2([outline]) * 1e6;
        if (areaM2 > (largest?.areaM2 ?? 0)) largest = { areaM2, outline };
      }
      return largest;
    },
  };
}
