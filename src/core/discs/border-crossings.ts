/** Where the stations' boundaries cross a region's border, and what of the border the stations leave uncovered. */
import { boxesMeet } from '../box';
import type { LngLat } from '../model';
import { type Border, type BorderRing, RUN, sagOf } from './border';
import { angleTo, type Circle, powerOf, writeInSpace } from './circle';
import { intoRange } from './exposure';
import { between, closestTo, crossingOfCircle, crossingOfSegments } from './segment';
import { type Left, leftOver, LINE_END, Spans } from './spans';
import { type Element, holds, type Station } from './station';
import { TOLERANCE_METERS } from './tolerance';

/** A crossing of the border with an element of a station. */
export interface BorderCrossing {
  ring: BorderRing;
  /** The edge crossed, where, and the length along the ring up to there, metres. */
  edge: number;
  point: LngLat;
  along: number;
  on: Element;
  /** Direction on the arc, or share of the spoke. */
  at: number;
  /** Whether the border, run with the region on the left, goes into the station. */
  enters: boolean;
}

/** An uncovered part of one ring of the border, by length along it; `start` and `end` are indices of crossings. */
export interface OpenPart extends Left {
  ring: BorderRing;
  /** Whether the gap's boundary was followed along it. */
  followed: boolean;
}

export interface OpenBorder {
  crossings: BorderCrossing[];
  /** For each ring. */
  parts: OpenPart[][];
}

const spans = new Spans();

/** The uncovered parts of each ring; null where rounding may have decided. */
export function openBorder(border: Border, stations: readonly Station[]): OpenBorder | null {
  const crossings: BorderCrossing[] = [];
  const parts: OpenPart[][] = [];
  for (const ring of border.rings) {
    spans.clear();
    let whole = false;
    for (const station of stations) {
      const covered = boxesMeet(station.box, ring.box) ? coverRing(ring, station, crossings) : false;
      if (covered === null) return null;
      if (covered) {
        whole = true;
        break;
      }
    }
    let sure = true;
    const left = whole ? [] : leftOver(spans, 0, ring.lengthTo.at(-1)!, TOLERANCE_METERS, () => (sure = false));
    if (!sure) return null;
    parts.push(left.map(({ from, to, start, end }) => ({ from, to, start, end, ring, followed: false })));
  }
  return { crossings, parts };
}

/** Adds what the station covers of the ring to the spans; true where it is all, null where rounding may have decided. */
function coverRing(ring: BorderRing, station: Station, all: BorderCrossing[]): boolean | null {
  const first = all.length;
  for (const element of station.elements) if (!crossElement(ring, element, all)) return null;
  const count = all.length - first;
  if (count === 0) {
    // Without a crossing all vertices are on one side; of a sector's spokes a hair may be on the other.
    if (station.petals.length === 0) return powerOf(station.circle, ring.space[0]!, ring.space[1]!, ring.space[2]!) < 0;
    const vertices = ring.lng.length - 1;
    const inside = (i: number) => holds(station, [ring.lng[i]!, ring.lat[i]!], ring.space[3 * i]!, ring.space[3 * i + 1]!, ring.space[3 * i + 2]!);
    const start = inside(0);
    return start === inside(Math.floor(vertices / 3)) && start === inside(Math.floor((2 * vertices) / 3)) ? start : null;
  }
  // Most borders go through a disc once.
  if (count === 2 && all[first]!.along < all[first + 1]!.along) {
    const [a, b] = [all[first]!, all[first + 1]!];
    if (a.enters === b.enters) return null;
    if (a.enters) spans.add(a.along, b.along, first, first + 1, 0);
    else {
      spans.add(0, a.along, LINE_END, first, 0);
      spans.add(b.along, ring.lengthTo.at(-1)!, first + 1, LINE_END, 0);
    }
    return false;
  }
  // In the order along the ring; `order` are indices of crossings.
  const order = Array.from({ length: count }, (_, i) => first + i).sort((a, b) => all[a]!.along - all[b]!.along);
  let from = 0;
  let enter = LINE_END;
  for (let i = 0; i < count; i++) {
    const crossing = all[order[i]!]!;
    if (crossing.enters === all[order.at(i - 1)!]!.enters) return null;
    if (crossing.enters) {
      from = crossing.along;
      enter = order[i]!;
    } else spans.add(from, crossing.along, enter, order[i]!, 0);
  }
  if (all[order[count - 1]!]!.enters) spans.add(from, ring.lengthTo.at(-1)!, enter, LINE_END, 0);
  return false;
}

/** Adds the ring's crossings with an element; false where rounding may have decided. */
function crossElement(ring: BorderRing, element: Element, crossings: BorderCrossing[]): boolean {
  return element.circle ? crossCircle(ring, element, element.circle, crossings) : crossSpoke(ring, element, crossings);
}

function crossCircle(ring: BorderRing, element: Element, circle: Circle, crossings: BorderCrossing[]): boolean {
  const { groups, runs, lng } = ring;
  const runCount = runs.length / 4;
  for (let g = 0; 4 * g < groups.length; g++) {
    if (!meetsEdge(circle, groups, 4 * g)) continue;
    const lastRun = Math.min(runCount, (g + 1) * RUN);
    for (let r = g * RUN; r < lastRun; r++) {
      if (meetsEdge(circle, runs, 4 * r) && !crossRun(ring, r * RUN, Math.min(lng.length - 1, (r + 1) * RUN), element, circle, crossings)) return false;
    }
  }
  return true;
}

/** Whether the disc's edge may pass through a ball given by its centre and radius. */
function meetsEdge(c: Circle, balls: Float64Array, at: number): boolean {
  const dx = balls[at]! - c.x;
  const dy = balls[at + 1]! - c.y;
  const dz = balls[at + 2]! - c.z;
  const radius = balls[at + 3]!;
  const square = dx * dx + dy * dy + dz * dz;
  const far = c.chord + radius;
  const near = c.chord - radius;
  return square < far * far && (near <= 0 || square > near * near);
}

function crossRun(ring: BorderRing, first: number, last: number, element: Element, circle: Circle, crossings: BorderCrossing[]): boolean {
  const { space, lengthTo, lng, lat } = ring;
  let before = powerOf(circle, space[3 * first]!, space[3 * first + 1]!, space[3 * first + 2]!);
  for (let i = first; i < last; i++) {
    const after = powerOf(circle, space[3 * i + 3]!, space[3 * i + 4]!, space[3 * i + 5]!);
    if (before < 0 !== after < 0) {
      const length = lengthTo[i + 1]! - lengthTo[i]!;
      const t = crossingOfCircle(circle, [lng[i]!, lat[i]!], [lng[i + 1]!, lat[i + 1]!], 0, before, 1, after, length);
      if (!addOnArc(ring, i, t, element, after < 0, crossings)) return false;
    } else if (before >= 0) {
      const length = lengthTo[i + 1]! - lengthTo[i]!;
      const square = length * length;
      // Closest in the flat: at a share between the ends, and near enough for the edge's sag to matter.
      if (Math.abs(after - before) < square) {
        const share = (square + before - after) / 2;
        const hair = 2 * circle.chord * TOLERANCE_METERS;
        if (before - (share * share) / square < 4 * circle.chord * sagOf(length, lat[i]!) + 2 * hair) {
          const [a, b]: LngLat[] = [[lng[i]!, lat[i]!], [lng[i + 1]!, lat[i + 1]!]];
          const closest = closestTo(circle, a!, b!, before, after, length);
          if (Math.abs(closest.power) < hair) return false;
          if (closest.power < 0) {
            const into = crossingOfCircle(circle, a!, b!, 0, before, closest.t, closest.power, length);
            const out = crossingOfCircle(circle, a!, b!, closest.t, closest.power, 1, after, length);
            if (!addOnArc(ring, i, into, element, true, crossings) || !addOnArc(ring, i, out, element, false, crossings)) return false;
          }
        }
      }
    }
    before = after;
  }
  return true;
}

const space = new Float64Array(3);

function addOnArc(ring: BorderRing, edge: number, t: number, element: Element, enters: boolean, crossings: BorderCrossing[]): boolean {
  const crossing = crossingAt(ring, edge, t, element, 0, enters);
  writeInSpace(crossing.point[0], crossing.point[1], space, 0);
  crossing.at = intoRange(element, angleTo(element.circle!, space[0]!, space[1]!, space[2]!));
  if (element.station.petals.length > 0) {
    const tolerance = TOLERANCE_METERS / element.metersPerUnit;
    const fromEnd = Math.min(Math.abs(crossing.at - element.to), crossing.at - element.from, element.from + 2 * Math.PI - crossing.at);
    if (fromEnd < tolerance) return false;
  }
  if (crossing.at <= element.to) crossings.push(crossing);
  return true;
}

function crossingAt(ring: BorderRing, edge: number, t: number, on: Element, at: number, enters: boolean): BorderCrossing {
  const start: LngLat = [ring.lng[edge]!, ring.lat[edge]!];
  const point = between(start, [ring.lng[edge + 1]!, ring.lat[edge + 1]!], t);
  return { ring, edge, point, on, at, enters, along: ring.lengthTo[edge]! + t * (ring.lengthTo[edge + 1]! - ring.lengthTo[edge]!) };
}

function crossSpoke(ring: BorderRing, spoke: Element, crossings: BorderCrossing[]): boolean {
  const { a, b } = spoke;
  const [west, east] = a[0] < b[0] ? [a[0], b[0]] : [b[0], a[0]];
  const [south, north] = a[1] < b[1] ? [a[1], b[1]] : [b[1], a[1]];
  const { runBoxes, lng, lat } = ring;
  for (let r = 0; 4 * r < runBoxes.length; r++) {
    if (runBoxes[4 * r]! > east || runBoxes[4 * r + 2]! < west || runBoxes[4 * r + 1]! > north || runBoxes[4 * r + 3]! < south) continue;
    const last = Math.min(lng.length - 1, (r + 1) * RUN);
    for (let i = r * RUN; i < last; i++) {
      const crossing = crossingOfSegments([lng[i]!, lat[i]!], [lng[i + 1]!, lat[i + 1]!], a, b);
      if (crossing === 'touch') return false;
      if (crossing) crossings.push(crossingAt(ring, i, crossing.along, spoke, crossing.other, crossing.toLeft));
    }
  }
  return true;
}
