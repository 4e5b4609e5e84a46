/** What of a station's boundary no other station covers: its share of the union's boundary. */
import type { LngLat } from '../model';
import { angleTo, type Bite, biteOf, pointAt, powerOf, writeInSpace } from './circle';
import { between, closestTo, crossingOfCircle, crossingOfSegments } from './segment';
import { type Left, leftOver, LINE_END, Spans } from './spans';
import { type Element, holds, type Station } from './station';
import { TOLERANCE_METERS } from './tolerance';

/**
 * A part of an element on the boundary of the union, between two directions (or shares of a spoke). It starts and ends
 * where the element whose index is `start` and `end` crosses this one, or where this one itself does.
 */
export interface Exposed extends Left {
  element: Element;
  /** Where it begins. */
  startPoint: LngLat;
  /** The part before it on the boundary of the union `previousIn`; null where none fits. */
  previous: Exposed | null;
  previousIn: object | null;
  /** The last gap (by its number) whose border crosses it, and the last whose boundary was followed along it; see `gap.ts`. */
  crossedBy: number;
  followedBy: number;
}

export interface Exposure {
  /** For each element of the station. */
  parts: Exposed[][];
  /** Points where rounding may have decided. */
  doubts: LngLat[];
}

/** Position on an element. */
export function positionOn(element: Element, at: number): LngLat {
  if (at === element.from) return element.a;
  return element.circle ? pointAt(element.circle, at) : between(element.a, element.b, at);
}

const spans = new Spans();
const touches: number[] = [];

/** What of the station's boundary its neighbours do not cover. */
export function expose(station: Station, neighbours: readonly Station[]): Exposure {
  const doubts: LngLat[] = [];
  const parts = station.elements.map((element) => exposedParts(element, neighbours, doubts));
  return { parts, doubts };
}

function exposedParts(element: Element, neighbours: readonly Station[], doubts: LngLat[]): Exposed[] {
  spans.clear();
  touches.length = 0;
  for (const other of neighbours) if (other !== element.station && cover(element, other)) return [];
  const tolerance = TOLERANCE_METERS / element.metersPerUnit;
  const left = leftOver(spans, element.from, element.to, tolerance, (at) => doubts.push(positionOn(element, at)));
  for (const at of touches) if (left.some((l) => at > l.from - tolerance && at < l.to + tolerance)) doubts.push(positionOn(element, at));
  return left.map(({ from, to, start, end }): Exposed => ({ from, to, start, end, element, startPoint: positionOn(element, from), previous: null, previousIn: null, crossedBy: 0, followedBy: 0 }));
}

const TURN = 2 * Math.PI;

/** Adds what `other` covers of the element to the spans; true where it is all. `touches` gets places where they may touch. */
function cover(element: Element, other: Station): boolean {
  if (element.circle && other.petals.length === 0) return coverByDisc(element, other);
  const crossings: Crossing[] = [];
  for (const edge of other.elements) cross(element, edge, crossings);
  if (crossings.length === 0) {
    const [lng, lat] = positionOn(element, (element.from + element.to) / 2);
    writeInSpace(lng, lat, space, 0);
    return holds(other, [lng, lat], space[0]!, space[1]!, space[2]!);
  }
  crossings.sort((a, b) => a.at - b.at);
  let from = element.from;
  let enter = LINE_END;
  let unsure = 0;
  crossings.forEach((crossing, i) => {
    if (i > 0 && crossing.enters === crossings[i - 1]!.enters) touches.push(crossing.at, crossings[i - 1]!.at);
    if (crossing.enters) {
      from = crossing.at;
      enter = crossing.on;
      unsure = crossing.sure ? 0 : 1;
    } else spans.add(from, crossing.at, enter, crossing.on, crossing.sure ? unsure : unsure + 2);
  });
  if (crossings.at(-1)!.enters) spans.add(from, element.to, enter, LINE_END, unsure);
  return false;
}

const bite: Bite = { kind: 'none', middle: 0, before: 0, after: 0, touches: false, sure: true };

function coverByDisc(element: Element, disc: Station): boolean {
  biteOf(element.circle!, disc.circle, bite);
  if (bite.kind === 'all') return true;
  if (bite.kind === 'none') {
    if (bite.touches) pushInRange(element, bite.middle);
    return false;
  }
  const on = disc.elements[0]!.index;
  let from = bite.middle - bite.before;
  let to = bite.middle + bite.after;
  const turns = Math.ceil((element.from - to) / TURN) * TURN;
  for (from += turns, to += turns; from < element.to; from += TURN, to += TURN) {
    const begins = from > element.from;
    const ends = to < element.to;
    spans.add(begins ? from : element.from, ends ? to : element.to, begins ? on : LINE_END, ends ? on : LINE_END, bite.sure ? 0 : 3);
  }
  return false;
}

function pushInRange(element: Element, angle: number): void {
  const at = intoRange(element, angle);
  if (at <= element.to) touches.push(at);
}

/** The direction as a number from the element's `from` on; beyond its `to` where it is not on the arc. */
export function intoRange(element: Element, angle: number): number {
  return angle + TURN * Math.ceil((element.from - angle) / TURN);
}

interface Crossing {
  at: number;
  /** Index of the other element. */
  on: number;
  sure: boolean;
  /** Whether the element goes into the other station there. */
  enters: boolean;
}

const space = new Float64Array(3);

/** Crossings of two elements of different stations. */
function cross(element: Element, edge: Element, crossings: Crossing[]): void {
  const { circle } = element;
  if (circle && edge.circle) {
    biteOf(circle, edge.circle, bite);
    if (bite.kind !== 'part') {
      if (bite.touches) pushInRange(element, bite.middle);
      return;
    }
    for (const enters of [true, false]) {
      const angle = enters ? bite.middle - bite.before : bite.middle + bite.after;
      const at = intoRange(element, angle);
      if (at > element.to) continue;
      const [lng, lat] = pointAt(circle, at);
      meet(at, edge, lng, lat, enters, bite.sure, crossings);
    }
  } else if (circle) {
    for (const { t, into } of crossingsOfSpoke(edge, element, (s) => touchAt(element, edge, s))) {
      const [lng, lat] = between(edge.a, edge.b, t);
      writeInSpace(lng, lat, space, 0);
      const at = intoRange(element, angleTo(circle, space[0]!, space[1]!, space[2]!));
      if (at <= element.to) crossings.push({ at, on: edge.index, enters: !into, sure: true });
    }
  } else if (edge.circle) {
    for (const { t, into } of crossingsOfSpoke(element, edge, (s) => touches.push(s))) {
      const [lng, lat] = between(element.a, element.b, t);
      meet(t, edge, lng, lat, into, true, crossings);
    }
  } else {
    const crossing = crossingOfSegments(element.a, element.b, edge.a, edge.b);
    if (crossing === 'touch') touches.push(0, 0.5, 1);
    else if (crossing) crossings.push({ at: crossing.along, on: edge.index, enters: crossing.toLeft, sure: true });
  }
}

/** Keeps a crossing with the circle of `edge` where it is on its arc; near the arc's ends it is a touch. */
function meet(at: number, edge: Element, lng: number, lat: number, enters: boolean, sure: boolean, crossings: Crossing[]): void {
  writeInSpace(lng, lat, space, 0);
  const angle = intoRange(edge, angleTo(edge.circle!, space[0]!, space[1]!, space[2]!));
  const tolerance = TOLERANCE_METERS / edge.metersPerUnit;
  const fromEnd = Math.min(Math.abs(angle - edge.to), Math.abs(angle - edge.from), edge.from + TURN - angle);
  if (edge.station.petals.length > 0 && fromEnd < tolerance) touches.push(at);
  if (angle <= edge.to) crossings.push({ at, on: edge.index, enters, sure });
}

function touchAt(element: Element, spoke: Element, t: number): void {
  const [lng, lat] = between(spoke.a, spoke.b, t);
  writeInSpace(lng, lat, space, 0);
  pushInRange(element, angleTo(element.circle!, space[0]!, space[1]!, space[2]!));
}

/** Shares of a spoke at which it crosses the whole circle of an arc, and whether it goes into the disc there. */
function crossingsOfSpoke(spoke: Element, arc: Element, touch: (t: number) => void): { t: number; into: boolean }[] {
  const circle = arc.circle!;
  const { a, b, metersPerUnit: length } = spoke;
  writeInSpace(a[0], a[1], space, 0);
  const powerA = powerOf(circle, space[0]!, space[1]!, space[2]!);
  writeInSpace(b[0], b[1], space, 0);
  const powerB = powerOf(circle, space[0]!, space[1]!, space[2]!);
  const hair = 2 * circle.chord * TOLERANCE_METERS;
  if (Math.abs(powerA) < hair) touch(0);
  if (Math.abs(powerB) < hair) touch(1);
  if (powerA < 0 && powerB < 0) return [];
  if (powerA < 0 || powerB < 0) return [{ t: crossingOfCircle(circle, a, b, 0, powerA, 1, powerB, length), into: powerA >= 0 }];
  const closest = closestTo(circle, a, b, powerA, powerB, length);
  if (Math.abs(closest.power) < hair) touch(closest.t);
  if (closest.power >= 0) return [];
  return [
    { t: crossingOfCircle(circle, a, b, 0, powerA, closest.t, closest.power, length), into: true },
    { t: crossingOfCircle(circle, a, b, closest.t, closest.power, 1, powerB, length), into: false },
  ];
}
