/**
 * What stations leave of a region: the uncovered parts of its border and the union's boundary inside it, linked into
 * loops with their areas. No polygon is clipped; rings are made of the loops only where someone asks for them.
 */
import type { LngLat } from '../model';
import { areaOfSegment, type Border, type BorderRing, insideBorder } from './border';
import { type BorderCrossing, openBorder, type OpenPart } from './border-crossings';
import { areaAlong } from './circle';
import { type Exposed, positionOn } from './exposure';
import { largestPiece, type Piece } from './pieces';
import { LINE_END } from './spans';
import type { Element, Station } from './station';
import { TOLERANCE_METERS } from './tolerance';
import type { Union } from './union';

/** Of a loop: a stretch of a border ring between two crossings (null: its first vertex), or of an element, run backwards. */
export type Stretch =
  | { ring: BorderRing; start: BorderCrossing | null; end: BorderCrossing | null }
  | { element: Element; from: number; to: number };

export interface Loop {
  /** Negative for a hole. */
  areaM2: number;
  stretches: Stretch[];
}

export interface DiscGap {
  areaM2: number;
  /** The largest connected piece; null where nothing is left. */
  largest(): Piece | null;
}

/** The gap of a region; null where the configuration is degenerate, so that rounding may have decided. */
export function gapOf(union: Union, border: Border): DiscGap | null {
  const stations = union.near(border.box);
  const open = openBorder(border, stations);
  const loops = open && loopsOf(union, border, stations, open);
  if (!loops) return null;
  return { areaM2: loops.reduce((sum, loop) => sum + loop.areaM2, 0), largest: () => largestPiece(loops) };
}

/** Numbers the gaps, for the marks that their tracing leaves on the union's parts. */
let gaps = 0;

/** A place on a part of the union's boundary where the open border ends (`begins` null) or begins. */
interface End {
  crossing: BorderCrossing;
  begins: OpenPart | null;
}

/** One gap being traced. */
interface Trace {
  gap: number;
  union: Union;
  border: Border;
  open: readonly OpenPart[][];
  /** The ends of the open border on each part of the union's boundary, in its order. */
  ends: Map<Exposed, End[]>;
}

function loopsOf(union: Union, border: Border, stations: readonly Station[], open: readonly OpenPart[][]): Loop[] | null {
  const [west, south, east, north] = border.box;
  const inBox = ([lng, lat]: LngLat) => lng >= west && lng <= east && lat >= south && lat <= north;
  const exposures = stations.map((station) => union.exposureOf(station));
  if (exposures.some(({ doubts }) => doubts.some(inBox))) return null;

  const trace: Trace = { gap: ++gaps, union, border, open, ends: new Map() };
  if (!placeEnds(trace)) return null;
  const loops: Loop[] = [];
  for (const parts of open) {
    for (const part of parts) {
      if (part.followed) continue;
      const stretches = followBorder(trace, part);
      if (!stretches) return null;
      loops.push(loopOf(border, stretches));
    }
  }
  for (const { parts } of exposures) {
    for (const exposed of parts) {
      for (const part of exposed) {
        if (part.followedBy === trace.gap || part.crossedBy === trace.gap || !inBox(part.startPoint)) continue;
        const stretches = followUnion(trace, part);
        if (!stretches) return null;
        if (stretches.length > 0 && insideBorder(border, part.startPoint)) loops.push(loopOf(border, stretches));
      }
    }
  }
  return loops;
}

/**
 * Places the ends of the open border on the parts of the union's boundary; false where the two do not fit together. Along
 * a part, run with its station on the left, it enters the region where an open part begins, and leaves it where one ends.
 */
function placeEnds({ gap, union, open, ends }: Trace): boolean {
  const place = (crossing: BorderCrossing, begins: OpenPart | null): boolean => {
    const { on, at } = crossing;
    const tolerance = TOLERANCE_METERS / on.metersPerUnit;
    const part = union.partsOn(on).find((p) => at > p.from - tolerance && at < p.to + tolerance);
    if (!part) return false;
    // Beside another station's edge the order is not sure; at the seam of an arc it does not matter.
    if ((at < part.from + tolerance && part.start !== LINE_END) || (at > part.to - tolerance && part.end !== LINE_END)) return false;
    if (part.crossedBy === gap) ends.get(part)!.push({ crossing, begins });
    else ends.set(part, [{ crossing, begins }]);
    part.crossedBy = gap;
    return true;
  };
  for (const parts of open) {
    for (const part of parts) {
      if (part.start && !place(part.start, part)) return false;
      if (part.end && !place(part.end, null)) return false;
    }
  }
  for (const [part, list] of ends) {
    list.sort((a, b) => a.crossing.at - b.crossing.at);
    const tolerance = TOLERANCE_METERS / part.element.metersPerUnit;
    for (let i = 1; i < list.length; i++) {
      if ((list[i]!.begins === null) === (list[i - 1]!.begins === null) || list[i]!.crossing.at - list[i - 1]!.crossing.at < tolerance) return false;
    }
  }
  return true;
}

/** No loop has more stretches; one that goes on is a broken chain. */
const LONGEST_LOOP = 1e6;

/** The loop of the gap that begins with an open part of the border; null where the chain is broken. */
function followBorder(trace: Trace, first: OpenPart): Stretch[] | null {
  const { open } = trace;
  const stretches: Stretch[] = [];
  let part = first;
  do {
    if (part.followed || stretches.length > LONGEST_LOOP) return null;
    part.followed = true;
    stretches.push({ ring: part.ring, start: part.start, end: part.end });
    const next = part.end ? alongUnion(trace, part.end, stretches) : atRingStart(part, open);
    if (!next) return null;
    part = next;
  } while (part !== first);
  return stretches;
}

/** The open part that goes on where a ring ends at its first vertex. */
function atRingStart(part: OpenPart, open: readonly OpenPart[][]): OpenPart | null {
  const first = open.find((parts) => parts[0]?.ring === part.ring)![0]!;
  return first.start ? null : first;
}

/** Follows the union's boundary backwards from where the border goes into it to where the next open part begins. */
function alongUnion({ gap, union, ends }: Trace, from: BorderCrossing, stretches: Stretch[]): OpenPart | null {
  let part: Exposed | null = union.partsOn(from.on).find((p) => p.crossedBy === gap && ends.get(p)!.some((end) => end.crossing === from)) ?? null;
  let at = from.at;
  let index = part ? ends.get(part)!.findIndex((end) => end.crossing === from) - 1 : -1;
  while (part && stretches.length < LONGEST_LOOP) {
    const { element } = part;
    if (index >= 0) {
      const end: End = ends.get(part)![index]!;
      if (end.begins) stretches.push({ element, from: end.crossing.at, to: at });
      return end.begins;
    }
    stretches.push({ element, from: part.from, to: at });
    part.followedBy = gap;
    part = union.before(part);
    if (part) {
      at = part.to;
      index = part.crossedBy === gap ? ends.get(part)!.length - 1 : -1;
    }
  }
  return null;
}

/** A closed run of the union's boundary, backwards; empty where it leads across the border; null where the chain is broken. */
function followUnion({ gap, union }: Trace, first: Exposed): Stretch[] | null {
  const stretches: Stretch[] = [];
  let part: Exposed | null = first;
  do {
    if (!part || stretches.length > LONGEST_LOOP) return null;
    if (part.crossedBy === gap || part.followedBy === gap) return [];
    part.followedBy = gap;
    stretches.push({ element: part.element, from: part.from, to: part.to });
    part = union.before(part);
  } while (part !== first);
  return stretches;
}

function loopOf(border: Border, stretches: Stretch[]): Loop {
  return { stretches, areaM2: stretches.reduce((sum, stretch) => sum + areaOf(border, stretch), 0) };
}

function areaOf({ zone0 }: Border, stretch: Stretch): number {
  if ('ring' in stretch) {
    const upTo = (crossing: BorderCrossing) => {
      const { ring, edge, point } = crossing;
      return ring.areaTo[edge]! + areaOfSegment([ring.lng[edge]!, ring.lat[edge]!], point, zone0);
    };
    return (stretch.end ? upTo(stretch.end) : stretch.ring.areaTo.at(-1)!) - (stretch.start ? upTo(stretch.start) : 0);
  }
  const { element, from, to } = stretch;
  if (element.circle) return -areaAlong(element.circle, from, to, zone0);
  return -areaOfSegment(positionOn(element, from), positionOn(element, to), zone0);
}
