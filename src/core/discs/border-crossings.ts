/** Where the stations' boundaries cross a region's border, and what of the border the stations leave uncovered. */
import { boxesMeet } from '../box';
import type { LngLat } from '../model';
import { bendOf, type Border, type BorderRing, GROUP, MOST_SAG_PER_SQUARE, RUN } from './border';
import { angleTo, type Circle, powerOf, writeInSpace } from './circle';
import { intoRange } from './exposure';
import { between, closestTo, crossingOfCircle, crossingOfSegments } from './segment';
import { leftOver, LINE_END, Spans, widened } from './spans';
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

/** An uncovered part of one ring of the border, from crossing to crossing; null: the ring's first vertex. */
export interface OpenPart {
  ring: BorderRing;
  start: BorderCrossing | null;
  end: BorderCrossing | null;
  /** Whether the gap's boundary was followed along it. */
  followed: boolean;
}

/** Crossings of one ring. Most lie where other stations cover and are soon forgotten: they are numbers in arrays. */
class Crossings {
  count = 0;
  edge = new Int32Array(256);
  along = new Float64Array(256);
  lng = new Float64Array(256);
  lat = new Float64Array(256);
  at = new Float64Array(256);
  enters = new Uint8Array(256);
  on: Element[] = [];

  add(ring: BorderRing, edge: number, t: number, lng: number, lat: number, on: Element, at: number, enters: boolean): void {
    if (this.count === this.edge.length) this.grow();
    const i = this.count++;
    this.edge[i] = edge;
    this.along[i] = ring.lengthTo[edge]! + t * (ring.lengthTo[edge + 1]! - ring.lengthTo[edge]!);
    this.lng[i] = lng;
    this.lat[i] = lat;
    this.on[i] = on;
    this.at[i] = at;
    this.enters[i] = enters ? 1 : 0;
  }

  private grow(): void {
    const size = 2 * this.edge.length;
    this.edge = widened(this.edge, new Int32Array(size));
    this.along = widened(this.along, new Float64Array(size));
    this.lng = widened(this.lng, new Float64Array(size));
    this.lat = widened(this.lat, new Float64Array(size));
    this.at = widened(this.at, new Float64Array(size));
    this.enters = widened(this.enters, new Uint8Array(size));
  }

  crossing(i: number, ring: BorderRing): BorderCrossing | null {
    if (i === LINE_END) return null;
    return { ring, edge: this.edge[i]!, point: [this.lng[i]!, this.lat[i]!], along: this.along[i]!, on: this.on[i]!, at: this.at[i]!, enters: this.enters[i] === 1 };
  }
}

const spans = new Spans();
const crossings = new Crossings();

/** The uncovered parts of each ring; null where rounding may have decided. */
export function openBorder(border: Border, stations: readonly Station[]): OpenPart[][] | null {
  const parts: OpenPart[][] = [];
  for (const ring of border.rings) {
    spans.clear();
    crossings.count = 0;
    let whole = false;
    for (const station of stations) {
      const covered = boxesMeet(station.box, ring.box) ? coverRing(ring, station) : false;
      if (covered === null) return null;
      if (covered) {
        whole = true;
        break;
      }
    }
    let sure = true;
    const left = whole ? [] : leftOver(spans, 0, ring.lengthTo.at(-1)!, TOLERANCE_METERS, () => (sure = false));
    if (!sure) return null;
    parts.push(left.map(({ start, end }) => ({ ring, start: crossings.crossing(start, ring), end: crossings.crossing(end, ring), followed: false })));
  }
  return parts;
}

/** Adds what the station covers of the ring to the spans; true where it is all, null where rounding may have decided. */
function coverRing(ring: BorderRing, station: Station): boolean | null {
  const first = crossings.count;
  for (const element of station.elements) if (!crossElement(ring, element)) return null;
  const count = crossings.count - first;
  if (count === 0) {
    // Without a crossing all vertices are on one side; of a sector's spokes a hair may be on the other.
    if (station.petals.length === 0) return powerOf(station.circle, ring.space[0]!, ring.space[1]!, ring.space[2]!) < 0;
    const vertices = ring.lng.length - 1;
    const inside = (i: number) => holds(station, [ring.lng[i]!, ring.lat[i]!], ring.space[3 * i]!, ring.space[3 * i + 1]!, ring.space[3 * i + 2]!);
    const start = inside(0);
    return start === inside(Math.floor(vertices / 3)) && start === inside(Math.floor((2 * vertices) / 3)) ? start : null;
  }
  const { along, enters } = crossings;
  const length = ring.lengthTo.at(-1)!;
  const last = first + 1;
  // Most borders go through a disc once, and edges come in their order.
  if (count === 2 && along[first]! < along[last]!) {
    if (enters[first] === enters[last]) return null;
    if (enters[first] === 1) spans.add(along[first]!, along[last]!, first, last, 0);
    else {
      spans.add(0, along[first]!, LINE_END, first, 0);
      spans.add(along[last]!, length, last, LINE_END, 0);
    }
    return false;
  }
  const order = Array.from({ length: count }, (_, i) => first + i).sort((a, b) => along[a]! - along[b]!);
  let from = 0;
  let enter = LINE_END;
  for (const [k, i] of order.entries()) {
    if (enters[i] === enters[order.at(k - 1)!]) return null;
    if (enters[i] === 1) {
      from = along[i]!;
      enter = i;
    } else spans.add(from, along[i]!, enter, i, 0);
  }
  if (enters[order.at(-1)!] === 1) spans.add(from, length, enter, LINE_END, 0);
  return false;
}

/** Adds the ring's crossings with an element; false where rounding may have decided. */
function crossElement(ring: BorderRing, element: Element): boolean {
  return element.circle ? crossCircle(ring, element, element.circle) : crossSpoke(ring, element);
}

function crossCircle(ring: BorderRing, element: Element, circle: Circle): boolean {
  const { groups, runs, lng } = ring;
  const runCount = runs.length / 4;
  for (let g = 0; 4 * g < groups.length; g++) {
    if (!meetsEdge(circle, groups, 4 * g)) continue;
    const lastRun = Math.min(runCount, (g + 1) * GROUP);
    for (let r = g * GROUP; r < lastRun; r++) {
      if (meetsEdge(circle, runs, 4 * r) && !crossRun(ring, r * RUN, Math.min(lng.length - 1, (r + 1) * RUN), element, circle)) return false;
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

/** The ends of the edge at hand. */
const edgeStart: LngLat = [0, 0];
const edgeEnd: LngLat = [0, 0];

function setEdge({ lng, lat }: BorderRing, edge: number): void {
  edgeStart[0] = lng[edge]!;
  edgeStart[1] = lat[edge]!;
  edgeEnd[0] = lng[edge + 1]!;
  edgeEnd[1] = lat[edge + 1]!;
}

function crossRun(ring: BorderRing, first: number, last: number, element: Element, circle: Circle): boolean {
  const { space, lengthTo } = ring;
  let before = powerOf(circle, space[3 * first]!, space[3 * first + 1]!, space[3 * first + 2]!);
  for (let i = first; i < last; i++) {
    const after = powerOf(circle, space[3 * i + 3]!, space[3 * i + 4]!, space[3 * i + 5]!);
    if (before < 0 !== after < 0) {
      const length = lengthTo[i + 1]! - lengthTo[i]!;
      if (length > SHORT_METERS || !crossShort(ring, i, circle, before, after, length)) {
        setEdge(ring, i);
        if (!addOnArc(ring, i, crossingOfCircle(circle, edgeStart, edgeEnd, 0, before, 1, after, length), element, after < 0)) return false;
      } else if (!addAt(ring, i, shortCrossing.t, element, shortCrossing.angle, after < 0)) return false;
    } else if (before >= 0) {
      const length = lengthTo[i + 1]! - lengthTo[i]!;
      const square = length * length;
      // Closest in the flat: at a share between the ends, and near enough for the edge's sag to matter.
      if (Math.abs(after - before) < square) {
        const share = (square + before - after) / 2;
        const hair = 2 * circle.chord * TOLERANCE_METERS;
        if (before - (share * share) / square < 4 * circle.chord * MOST_SAG_PER_SQUARE * square + 2 * hair) {
          setEdge(ring, i);
          const closest = closestTo(circle, edgeStart, edgeEnd, before, after, length);
          if (Math.abs(closest.power) < hair) return false;
          if (closest.power < 0) {
            const into = crossingOfCircle(circle, edgeStart, edgeEnd, 0, before, closest.t, closest.power, length);
            const out = crossingOfCircle(circle, edgeStart, edgeEnd, closest.t, closest.power, 1, after, length);
            if (!addOnArc(ring, i, into, element, true) || !addOnArc(ring, i, out, element, false)) return false;
          }
        }
      }
    }
    before = after;
  }
  return true;
}

/** Edges for which `bendOf` is precise. */
const SHORT_METERS = 1000;
const PRECISION_METERS = 1e-8;

const shortCrossing = { t: 0, angle: 0 };

/** Newton on the power along a short edge, without trigonometry; false where it does not settle between the ends. */
function crossShort(ring: BorderRing, edge: number, circle: Circle, power0: number, power1: number, lengthMeters: number): boolean {
  bendOf(ring, edge);
  const { space, bends } = ring;
  const k = 3 * edge;
  const [qx, qy, qz] = [space[k]! - circle.x, space[k + 1]! - circle.y, space[k + 2]! - circle.z];
  const [ux, uy, uz] = [space[k + 3]! - space[k]!, space[k + 4]! - space[k + 1]!, space[k + 5]! - space[k + 2]!];
  const [sx, sy, sz] = [bends[k]!, bends[k + 1]!, bends[k + 2]!];
  let t = power0 / (power0 - power1);
  for (let i = 0; i < 8; i++) {
    const w = t * (1 - t);
    const [vx, vy, vz] = [qx + t * ux + w * sx, qy + t * uy + w * sy, qz + t * uz + w * sz];
    const power = vx * vx + vy * vy + vz * vz - circle.chordSquare;
    const d = 1 - 2 * t;
    const step = power / (2 * (vx * (ux + d * sx) + vy * (uy + d * sy) + vz * (uz + d * sz)));
    t -= step;
    if (!(t >= 0 && t <= 1)) return false;
    if (Math.abs(step) * lengthMeters > PRECISION_METERS) continue;
    shortCrossing.t = t;
    shortCrossing.angle = Math.atan2(vx * circle.northX + vy * circle.northY + vz * circle.northZ, vx * circle.eastX + vy * circle.eastY);
    return true;
  }
  return false;
}

const space = new Float64Array(3);

function addOnArc(ring: BorderRing, edge: number, t: number, element: Element, enters: boolean): boolean {
  const lng = ring.lng[edge]! + (ring.lng[edge + 1]! - ring.lng[edge]!) * t;
  const lat = ring.lat[edge]! + (ring.lat[edge + 1]! - ring.lat[edge]!) * t;
  writeInSpace(lng, lat, space, 0);
  return addAt(ring, edge, t, element, angleTo(element.circle!, space[0]!, space[1]!, space[2]!), enters);
}

/** Adds a crossing in a direction from the circle's centre, where the arc has it; false where the arc's end is too near. */
function addAt(ring: BorderRing, edge: number, t: number, element: Element, angle: number, enters: boolean): boolean {
  const lng = ring.lng[edge]! + (ring.lng[edge + 1]! - ring.lng[edge]!) * t;
  const lat = ring.lat[edge]! + (ring.lat[edge + 1]! - ring.lat[edge]!) * t;
  const at = intoRange(element, angle);
  if (element.station.petals.length > 0) {
    const tolerance = TOLERANCE_METERS / element.metersPerUnit;
    const fromEnd = Math.min(Math.abs(at - element.to), at - element.from, element.from + 2 * Math.PI - at);
    if (fromEnd < tolerance) return false;
  }
  if (at <= element.to) crossings.add(ring, edge, t, lng, lat, element, at, enters);
  return true;
}

function crossSpoke(ring: BorderRing, spoke: Element): boolean {
  const { a, b } = spoke;
  const [west, east] = a[0] < b[0] ? [a[0], b[0]] : [b[0], a[0]];
  const [south, north] = a[1] < b[1] ? [a[1], b[1]] : [b[1], a[1]];
  const { runBoxes, lng } = ring;
  for (let r = 0; 4 * r < runBoxes.length; r++) {
    if (runBoxes[4 * r]! > east || runBoxes[4 * r + 2]! < west || runBoxes[4 * r + 1]! > north || runBoxes[4 * r + 3]! < south) continue;
    const last = Math.min(lng.length - 1, (r + 1) * RUN);
    for (let i = r * RUN; i < last; i++) {
      setEdge(ring, i);
      const crossing = crossingOfSegments(edgeStart, edgeEnd, a, b);
      if (crossing === 'touch') return false;
      if (!crossing) continue;
      const [x, y] = between(edgeStart, edgeEnd, crossing.along);
      crossings.add(ring, i, crossing.along, x, y, spoke, crossing.other, crossing.toLeft);
    }
  }
  return true;
}
