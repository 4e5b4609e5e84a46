/**
 * What stations leave of a region: the uncovered parts of its border and the union's boundary inside it, linked into
 * loops with their areas. No polygon is clipped; rings are made of the loops only where someone asks for them.
 */
import type { LngLat } from '../model';
import { areaOfSegment, type Border, type BorderRing, insideBorder } from './border';
import { type BorderCrossing, openBorder, type OpenBorder } from './border-crossings';
import { areaAlong } from './circle';
import { type Exposed, positionOn, type Union } from './exposure';
import { largestPiece, type Piece } from './pieces';
import type { Element, Station } from './station';
import { TOLERANCE_METERS } from './tolerance';

/** Of a loop: a stretch of a border ring, or of an element that is run backwards, the station then being on the right. */
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
  const stations = union.near(border.box).map((i) => union.stations[i]!);
  const open = openBorder(border, stations);
  const loops = open && loopsOf(union, border, stations, open);
  if (!loops) return null;
  const areaM2 = loops.reduce((sum, loop) => sum + loop.areaM2, 0);
  return { areaM2, largest: () => largestPiece(loops) };
}

function loopsOf(union: Union, border: Border, stations: readonly Station[], open: readonly OpenBorder[][]): Loop[] | null {
  const [west, south, east, north] = border.box;
  const inBox = ([lng, lat]: LngLat) => lng >= west && lng <= east && lat >= south && lat <= north;
  for (const station of stations) if (union.exposureOf(station).doubts.some(inBox)) return null;

  const crossings = crossingsByPart(union, open);
  if (!crossings) return null;
  const seen = new Set<OpenBorder | Exposed>();
  const loops: Loop[] = [];
  for (const parts of open) {
    for (const part of parts) {
      if (seen.has(part)) continue;
      const loop = followBorder(union, border, part, open, crossings, seen);
      if (!loop) return null;
      loops.push(loop);
    }
  }
  for (const station of stations) {
    for (const parts of union.exposureOf(station).parts) {
      for (const part of parts) {
        if (seen.has(part) || crossings.has(part) || !inBox(part.startPoint)) continue;
        const around = followUnion(union, part, crossings, seen);
        if (around === null) return null;
        if (around.length > 0 && insideBorder(border, part.startPoint)) loops.push(loopOf(border, around.map(wholeStretch)));
      }
    }
  }
  return loops;
}

/** A crossing at an end of an open part of the border, with the part that begins there. */
interface End {
  crossing: BorderCrossing;
  /** null: the open part ends there. */
  begins: OpenBorder | null;
}

/**
 * The crossings of the open border by the part of the union's boundary on which they lie, in its order; null where the two
 * do not fit together. Along a part, run with its station on the left, it enters the region where an open part begins.
 */
function crossingsByPart(union: Union, open: readonly OpenBorder[][]): Map<Exposed, End[]> | null {
  const byPart = new Map<Exposed, End[]>();
  const add = (crossing: BorderCrossing, begins: OpenBorder | null): boolean => {
    const { on, at } = crossing;
    const tolerance = TOLERANCE_METERS / on.metersPerUnit;
    const part = union.exposureOf(on.station).parts[on.station.elements.indexOf(on)]!.find((p) => at > p.from - tolerance && at < p.to + tolerance);
    if (!part) return false;
    if ((at < part.from + tolerance && part.start) || (at > part.to - tolerance && part.end)) return false;
    const list = byPart.get(part);
    if (list) list.push({ crossing, begins });
    else byPart.set(part, [{ crossing, begins }]);
    return true;
  };
  for (const parts of open) {
    for (const part of parts) {
      if (part.start && !add(part.start, part)) return null;
      if (part.end && !add(part.end, null)) return null;
    }
  }
  for (const [part, list] of byPart) {
    list.sort((a, b) => a.crossing.at - b.crossing.at);
    const tolerance = TOLERANCE_METERS / part.element.metersPerUnit;
    for (let i = 1; i < list.length; i++) {
      if ((list[i]!.begins === null) === (list[i - 1]!.begins === null) || list[i]!.crossing.at - list[i - 1]!.crossing.at < tolerance) return null;
    }
  }
  return byPart;
}

/** No loop has more stretches; one that goes on is a broken chain. */
const LONGEST_LOOP = 1e6;

/** The loop of the gap that begins with an open part of the border. */
function followBorder(
  union: Union, border: Border, first: OpenBorder, open: readonly OpenBorder[][], crossings: Map<Exposed, End[]>, seen: Set<OpenBorder | Exposed>,
): Loop | null {
  const stretches: Stretch[] = [];
  let part = first;
  do {
    if (seen.has(part) || stretches.length > LONGEST_LOOP) return null;
    seen.add(part);
    stretches.push({ ring: part.ring, start: part.start, end: part.end });
    const next = part.end ? alongUnion(union, part.end, crossings, stretches, seen) : atRingStart(part, open);
    if (!next) return null;
    part = next;
  } while (part !== first);
  return loopOf(border, stretches);
}

/** The open part that goes on where a ring ends at its first vertex. */
function atRingStart(part: OpenBorder, open: readonly OpenBorder[][]): OpenBorder | null {
  const first = open.find((parts) => parts[0]?.ring === part.ring)![0]!;
  return first.start === null ? first : null;
}

/** Follows the union's boundary backwards from where the border goes into it to where the next open part begins. */
function alongUnion(union: Union, from: BorderCrossing, crossings: Map<Exposed, End[]>, stretches: Stretch[], seen: Set<OpenBorder | Exposed>): OpenBorder | null {
  let part: Exposed | null = null;
  for (const candidate of union.exposureOf(from.on.station).parts[from.on.station.elements.indexOf(from.on)]!) {
    if (crossings.get(candidate)?.some((end) => end.crossing === from)) part = candidate;
  }
  let at = from.at;
  let index = part ? crossings.get(part)!.findIndex((end) => end.crossing === from) - 1 : -1;
  while (part && stretches.length < LONGEST_LOOP) {
    const { element } = part;
    const end: End | undefined = index >= 0 ? crossings.get(part)![index] : undefined;
    if (end) {
      if (!end.begins) return null;
      stretches.push({ element, from: end.crossing.at, to: at });
      return end.begins;
    }
    stretches.push({ element, from: part.from, to: at });
    if (!crossings.has(part)) seen.add(part);
    part = union.before(part);
    if (part) {
      at = part.to;
      index = (crossings.get(part)?.length ?? 0) - 1;
    }
  }
  return null;
}

/** A closed run of the union's boundary, backwards; empty where it leads across the border; null where the chain is broken. */
function followUnion(union: Union, first: Exposed, crossings: Map<Exposed, End[]>, seen: Set<OpenBorder | Exposed>): Exposed[] | null {
  const run: Exposed[] = [];
  let part: Exposed | null = first;
  do {
    if (!part || run.length > LONGEST_LOOP) return null;
    if (crossings.has(part) || (seen.has(part) && part !== first)) return [];
    seen.add(part);
    run.push(part);
    part = union.before(part);
  } while (part !== first);
  return run;
}

function wholeStretch({ element, from, to }: Exposed): Stretch {
  return { element, from, to };
}

function loopOf(border: Border, stretches: Stretch[]): Loop {
  return { stretches, areaM2: stretches.reduce((sum, stretch) => sum + areaOf(border, stretch), 0) };
}

function areaOf({ zone0 }: Border, stretch: Stretch): number {
  if ('ring' in stretch) return (stretch.end ? stretch.end.areaTo : stretch.ring.areaTo.at(-1)!) - (stretch.start ? stretch.start.areaTo : 0);
  const { element, from, to } = stretch;
  if (element.circle) return -areaAlong(element.circle, from, to, zone0);
  return -areaOfSegment(positionOn(element, from), positionOn(element, to), zone0);
}
