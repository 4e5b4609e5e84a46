/**
 * What new masts would add to a question: land, people or hamlets of the communes counted. A mast gains the land not served
 * yet that its shapes hold, less what taken masts serve: always computed from the land as it was in the beginning, so that
 * a gain depends on nothing but the taken masts that meet it.
 */
import Flatbush from 'flatbush';
import { boxesMeet, boxOfBoxes, boxOfPoints } from './box';
import { collapseBeyond } from './collapse';
import { createCover } from './cover';
import { ringAreaM2 } from './geodesic';
import type { GainField } from './greedy';
import type { Box, LngLat, Ring } from './model';
import { difference, intersection } from './overlay';
import type { LomRule } from './settings';
import { reaches, type Shape, shapeBox, shapeRing } from './shape';

/** Land not served yet, and what a square kilometre of it counts. */
export interface OpenLand {
  rings: Ring[];
  weight: number;
}

/** A hamlet without signal at its centre, and what it counts. */
export interface OpenHamlet {
  position: LngLat;
  weight: number;
}

/** A hamlet that is not served as a whole: the part of its surroundings not served yet, and how large they are. */
export interface PatchyHamlet {
  position: LngLat;
  centreServed: boolean;
  rings: readonly Ring[];
  areaM2: number;
}

/** Corners on the kernel's grid of a millimetre may move an area by this much between two cuts: a gain of less is none. */
const NOISE_M2 = 20;

const areaM2 = (rings: readonly Ring[]) => rings.reduce((sum, ring) => sum + ringAreaM2(ring), 0);

interface PlacedShapes {
  shapes: readonly Shape[];
  box: Box;
}

function place(shapes: readonly Shape[]): PlacedShapes {
  return { shapes, box: shapes.length > 0 ? boxOfBoxes(shapes.map(shapeBox)) : [Infinity, Infinity, -Infinity, -Infinity] };
}

/** Of each candidate, made when first needed. */
function remembered<T>(make: (candidate: number) => T): (candidate: number) => T {
  const made: T[] = [];
  return (candidate) => (made[candidate] ??= make(candidate));
}

/**
 * Gains of land and of hamlets' centres together. They only shrink as masts are taken.
 * @param candidates the shapes of each candidate that count for the question
 */
export function coverGains(candidates: readonly (readonly Shape[])[], land: readonly OpenLand[], hamlets: readonly OpenHamlet[]): GainField {
  const placed = candidates.map(place);
  const ringsOf = remembered((candidate) => placed[candidate]!.shapes.map((shape) => shapeRing(shape)));
  const open = land.flatMap(({ rings, weight }) => (weight > 0 ? [{ parts: partsOf(rings), weight }] : []));
  const taken: number[] = [];
  const hamletIndex = indexOfPoints(hamlets.map((h) => h.position));
  const isOpen = hamlets.map(() => true);
  const within = placed.map(({ shapes, box }) => (hamletIndex?.search(...box) ?? []).filter((h) => shapes.some((shape) => reaches(shape, hamlets[h]!.position))).sort((a, b) => a - b));
  const heaviest = Math.max(0, ...land.map((l) => l.weight));

  function landGain(candidate: number): number {
    const { box } = placed[candidate]!;
    const served = taken.filter((other) => boxesMeet(placed[other]!.box, box)).flatMap(ringsOf);
    let gain = 0;
    for (const { parts, weight } of open) {
      const near: Ring[] = [];
      for (const part of parts) {
        if (!boxesMeet(part.box, box)) continue;
        const ring = collapseBeyond(part.ring, box);
        if (ring.length > 3) near.push(ring);
      }
      const held = intersection(near, ringsOf(candidate));
      // Whole square metres, so that places that gain the same are equal.
      const gainM2 = Math.round(areaM2(served.length > 0 ? difference(held, served) : held));
      if (gainM2 > NOISE_M2) gain += weight * gainM2 * 1e-6;
    }
    return gain;
  }

  return {
    count: candidates.length,
    noise: heaviest * 2 * NOISE_M2 * 1e-6,
    possible: land.reduce((sum, l) => sum + l.weight * areaM2(l.rings) * 1e-6, 0) + hamlets.reduce((sum, h) => sum + h.weight, 0),
    gain: (candidate) => within[candidate]!.reduce((sum, h) => sum + (isOpen[h] ? hamlets[h]!.weight : 0), 0) + landGain(candidate),
    take(candidate) {
      for (const h of within[candidate]!) isOpen[h] = false;
      taken.push(candidate);
    },
    meets: (one, other) => boxesMeet(placed[one]!.box, placed[other]!.box),
  };
}

/** Gains of hamlets that become served as a whole, by the rule of lõm. Two masts may do together what neither does alone: gains may grow. */
export function wholeHamletGains(candidates: readonly (readonly Shape[])[], hamlets: readonly PatchyHamlet[], rule: LomRule): GainField {
  const placed = candidates.map(place);
  const coverOf = remembered((candidate) => createCover(placed[candidate]!.shapes, []));
  const state = hamlets.map(({ rings, centreServed }) => ({ rings, centreServed, whole: false }));
  const boxes = hamlets.map(({ rings, position }): Box => (rings.length > 0 ? boxOfBoxes([[...position, ...position], boxOfBoxes(rings.map(boxOfPoints))]) : [...position, ...position]));
  const near = placed.map(({ box }) => boxes.flatMap((hamletBox, h) => (boxesMeet(hamletBox, box) ? [h] : [])));
  const nearSets = near.map((list) => new Set(list));

  /** The hamlet were the candidate taken. */
  function after(candidate: number, h: number) {
    const { position, areaM2: surroundingsM2 } = hamlets[h]!;
    const { rings, centreServed } = state[h]!;
    const served = centreServed || placed[candidate]!.shapes.some((shape) => reaches(shape, position));
    const left = rings.length > 0 ? coverOf(candidate).subtractFrom(rings, boxes[h]!) : rings;
    return { rings: left, centreServed: served, whole: served && (surroundingsM2 <= 0 || 1 - areaM2(left) / surroundingsM2 >= rule.share) };
  }

  return {
    count: candidates.length,
    noise: null,
    possible: hamlets.length,
    gain: (candidate) => near[candidate]!.reduce((sum, h) => sum + (!state[h]!.whole && after(candidate, h).whole ? 1 : 0), 0),
    take(candidate) {
      for (const h of near[candidate]!) if (!state[h]!.whole) state[h] = after(candidate, h);
    },
    // A hamlet between two discs that do not touch hangs on both.
    meets: (one, other) => near[one]!.some((h) => nearSets[other]!.has(h)),
  };
}

interface RingPart {
  ring: Ring;
  box: Box;
}

function partsOf(rings: readonly Ring[]): RingPart[] {
  return rings.map((ring) => ({ ring, box: boxOfPoints(ring) }));
}

function indexOfPoints(points: readonly LngLat[]): Flatbush | null {
  if (points.length === 0) return null;
  const index = new Flatbush(points.length);
  for (const point of points) index.add(point[0], point[1], point[0], point[1]);
  index.finish();
  return index;
}
