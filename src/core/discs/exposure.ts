/** The boundary of the union of stations: what of each station's own boundary no other station covers. */
import Flatbush from 'flatbush';
import type { Box, LngLat } from '../model';
import type { Shape } from '../shape';
import { angleTo, biteOf, pointAt, powerOf, writeInSpace } from './circle';
import { between, closestTo, crossingOfCircle, crossingOfSegments } from './segment';
import { type Left, leftOver, type Span } from './spans';
import { type Element, holds, type Station, stationsOf } from './station';
import { MIN_CROSSING_SINE, TOLERANCE_METERS } from './tolerance';

/** Where another station's element crosses this one. */
interface Meeting {
  on: Element;
  sure: boolean;
}

/** A part of an element on the boundary of the union, between two directions (or shares of a spoke). */
export interface Exposed extends Left<Meeting> {
  element: Element;
  /** Where it begins. */
  startPoint: LngLat;
  /** The part before it on the boundary; undefined until asked for, null where none fits. */
  previous: Exposed | null | undefined;
}

export interface Exposure {
  /** For each element of the station. */
  parts: Exposed[][];
  /** Points where rounding may have decided. */
  doubts: LngLat[];
}

export interface Union {
  stations: readonly Station[];
  /** Ids of the stations whose box meets this one, in their order. */
  near(box: Box): number[];
  exposureOf(station: Station): Exposure;
  /** The part of the boundary that leads to this one; null where rounding broke the chain. */
  before(part: Exposed): Exposed | null;
}

/** The union of stations. Exposures are worked out where and when they are first needed. */
export function unionOf(shapes: readonly Shape[]): Union {
  const stations = stationsOf(shapes);
  let elements = 0;
  for (const station of stations) for (const element of station.elements) element.index = elements++;
  const index = stations.length > 0 ? new Flatbush(stations.length) : null;
  for (const { box } of stations) index!.add(...box);
  index?.finish();
  const near = (box: Box) => (index ? index.search(...box).sort((a, b) => a - b) : []);
  const exposures = new Map<Station, Exposure>();

  function exposureOf(station: Station): Exposure {
    let exposure = exposures.get(station);
    if (!exposure) exposures.set(station, (exposure = expose(station, near(station.box).map((i) => stations[i]!))));
    return exposure;
  }

  function findBefore(part: Exposed): Exposed | null {
    const { element, start } = part;
    if (!start) {
      const last = exposureOf(element.previous.station).parts[element.station.elements.indexOf(element.previous)]!.at(-1);
      return last && last.end === null ? last : null;
    }
    const { station } = start.on;
    return exposureOf(station).parts[station.elements.indexOf(start.on)]!.find((p) => p.end?.on === element) ?? null;
  }

  return {
    stations,
    near,
    exposureOf,
    before(part) {
      if (part.previous === undefined) part.previous = findBefore(part);
      return part.previous;
    },
  };
}

/** Position on an element. */
export function positionOn(element: Element, at: number): LngLat {
  if (at === element.from) return element.a;
  return element.circle ? pointAt(element.circle, at) : between(element.a, element.b, at);
}

function expose(station: Station, neighbours: readonly Station[]): Exposure {
  const doubts: LngLat[] = [];
  const parts = station.elements.map((element) => {
    const spans: Span<Meeting>[] = [];
    const touches: number[] = [];
    for (const other of neighbours) {
      if (other === station) continue;
      if (cover(element, other, spans, touches)) return [];
    }
    const tolerance = TOLERANCE_METERS / element.metersPerUnit;
    const left = leftOver(spans, element.from, element.to, tolerance, (at) => doubts.push(positionOn(element, at)));
    for (const at of touches) if (left.some((l) => at > l.from - tolerance && at < l.to + tolerance)) doubts.push(positionOn(element, at));
    return left.map((l): Exposed => ({ ...l, element, startPoint: positionOn(element, l.from), previous: undefined }));
  });
  return { parts, doubts };
}

const TURN = 2 * Math.PI;

/** Adds what `other` covers of the element; true where it is all. `touches` gets points where they may touch. */
function cover(element: Element, other: Station, spans: Span<Meeting>[], touches: number[]): boolean {
  if (element.circle && other.petals.length === 0) return coverByDisc(element, other, spans, touches);
  const crossings: Crossing[] = [];
  for (const edge of other.elements) cross(element, edge, crossings, touches);
  if (crossings.length === 0) {
    const [lng, lat] = positionOn(element, (element.from + element.to) / 2);
    writeInSpace(lng, lat, space, 0);
    return holds(other, [lng, lat], space[0]!, space[1]!, space[2]!);
  }
  crossings.sort((a, b) => a.at - b.at);
  let open: Crossing | null = null;
  crossings.forEach((crossing, i) => {
    if (i > 0 && crossing.enters === crossings[i - 1]!.enters) touches.push(crossing.at, crossings[i - 1]!.at);
    if (crossing.enters) open = crossing;
    else {
      spans.push({ from: open?.at ?? element.from, to: crossing.at, enter: open, leave: crossing });
      open = null;
    }
  });
  if (open) spans.push({ from: (open as Crossing).at, to: element.to, enter: open, leave: null });
  return false;
}

function coverByDisc(element: Element, disc: Station, spans: Span<Meeting>[], touches: number[]): boolean {
  const bite = biteOf(element.circle!, disc.circle);
  if (bite.kind === 'all') return true;
  const on = disc.elements[0]!;
  if (bite.kind === 'none') {
    if (bite.touches && bite.clearance < TOLERANCE_METERS) pushInRange(element, bite.middle, touches);
    return false;
  }
  const sure = bite.sine > MIN_CROSSING_SINE;
  let from = bite.middle - bite.before;
  let to = bite.middle + bite.after;
  const turns = Math.ceil((element.from - to) / TURN) * TURN;
  for (from += turns, to += turns; from < element.to; from += TURN, to += TURN) {
    spans.push({
      from: Math.max(from, element.from), to: Math.min(to, element.to),
      enter: from > element.from ? { on, sure } : null, leave: to < element.to ? { on, sure } : null,
    });
  }
  return false;
}

function pushInRange(element: Element, angle: number, touches: number[]): void {
  const at = intoRange(element, angle);
  if (at <= element.to) touches.push(at);
}

/** The direction as a number from the element's `from` on; beyond its `to` where it is not on the arc. */
export function intoRange(element: Element, angle: number): number {
  return angle + TURN * Math.ceil((element.from - angle) / TURN);
}

interface Crossing extends Meeting {
  at: number;
  /** Whether the element goes into the other station there. */
  enters: boolean;
}

const space = new Float64Array(3);

/** Crossings of two elements of different stations. */
function cross(element: Element, edge: Element, crossings: Crossing[], touches: number[]): void {
  const { circle } = element;
  if (circle && edge.circle) {
    const bite = biteOf(circle, edge.circle);
    if (bite.kind !== 'part') {
      if (bite.touches && bite.clearance < TOLERANCE_METERS) pushInRange(element, bite.middle, touches);
      return;
    }
    for (const enters of [true, false]) {
      const angle = enters ? bite.middle - bite.before : bite.middle + bite.after;
      const at = intoRange(element, angle);
      if (at > element.to) continue;
      const [lng, lat] = pointAt(circle, at);
      meet(at, edge, lng, lat, enters, bite.sine > MIN_CROSSING_SINE, crossings, touches);
    }
  } else if (circle) {
    for (const { t, into } of crossingsOfSpoke(edge, element, (s) => touchAt(element, edge, s, touches))) {
      const [lng, lat] = between(edge.a, edge.b, t);
      writeInSpace(lng, lat, space, 0);
      const at = intoRange(element, angleTo(circle, space[0]!, space[1]!, space[2]!));
      if (at <= element.to) crossings.push({ at, on: edge, enters: !into, sure: true });
    }
  } else if (edge.circle) {
    for (const { t, into } of crossingsOfSpoke(element, edge, (s) => touches.push(s))) {
      const [lng, lat] = between(element.a, element.b, t);
      meet(t, edge, lng, lat, into, true, crossings, touches);
    }
  } else {
    const crossing = crossingOfSegments(element.a, element.b, edge.a, edge.b);
    if (crossing === 'touch') touches.push(0, 0.5, 1);
    else if (crossing) crossings.push({ at: crossing.along, on: edge, enters: crossing.toLeft, sure: true });
  }
}

/** Keeps a crossing with the circle of `edge` where it is on its arc; near the arc's ends it is a touch. */
function meet(at: number, edge: Element, lng: number, lat: number, enters: boolean, sure: boolean, crossings: Crossing[], touches: number[]): void {
  writeInSpace(lng, lat, space, 0);
  const angle = intoRange(edge, angleTo(edge.circle!, space[0]!, space[1]!, space[2]!));
  const tolerance = TOLERANCE_METERS / edge.metersPerUnit;
  const fromEnd = Math.min(Math.abs(angle - edge.to), Math.abs(angle - edge.from), edge.from + TURN - angle);
  if (edge.station.petals.length > 0 && fromEnd < tolerance) touches.push(at);
  if (angle <= edge.to) crossings.push({ at, on: edge, enters, sure });
}

function touchAt(element: Element, spoke: Element, t: number, touches: number[]): void {
  const [lng, lat] = between(spoke.a, spoke.b, t);
  writeInSpace(lng, lat, space, 0);
  pushInRange(element, angleTo(element.circle!, space[0]!, space[1]!, space[2]!), touches);
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
