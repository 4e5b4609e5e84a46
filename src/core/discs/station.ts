/**
 * Everything that stands at one point as one region around it: of its discs and sectors the widest in every direction.
 * So masts with many antennas are no special case, and sectors that fill a circle together are that circle.
 */
import type { Box, LngLat } from '../model';
import { metersPerDegree } from '../geodesic';
import { compareShapes, type Shape } from '../shape';
import { angleTo, type Circle, circleOf, pointAt, powerOf, writeInSpace } from './circle';
import { between, crossingOfCircle, sideOf } from './segment';

/** A piece of a station's boundary, run with the station on the left: an arc, or a spoke straight in lng/lat. */
export interface Element {
  station: Station;
  /** null: a spoke. */
  circle: Circle | null;
  /** Along it: directions from the centre for an arc (`to` > `from`), 0 and 1 for a spoke. */
  from: number;
  to: number;
  /** How long it is per unit along it, metres. */
  metersPerUnit: number;
  a: LngLat;
  b: LngLat;
  /** The piece that leads to it. */
  previous: Element;
  /** Position among the elements of its station, and among all of a union. */
  order: number;
  index: number;
}

/** A radius between two directions; the line that ends it goes from the centre to `rim`. */
interface Petal {
  from: number;
  circle: Circle | null;
  /** Farthest point of the line at which the petal begins. */
  rim: LngLat;
}

export interface Station {
  centre: LngLat;
  /** The farthest it reaches. */
  circle: Circle;
  box: Box;
  elements: Element[];
  /** All that stands there. */
  shapes: readonly Shape[];
  /** Empty for a full disc, else by direction, counter-clockwise. */
  petals: Petal[];
}

/** Directions closer than this are one, radians; radii closer than this are one, metres. */
const SAME_ANGLE = 1e-9;
const SAME_RADIUS_METERS = 1e-4;
const TURN = 2 * Math.PI;
/** Where the run around a full circle begins: a direction that no round number of degrees has. */
const SEAM = 0.7390851332151607;

/** Stations of the shapes, in the order of their centres. */
export function stationsOf(shapes: readonly Shape[]): Station[] {
  const sorted = [...shapes].sort(compareShapes);
  const stations: Station[] = [];
  for (let i = 0; i < sorted.length; ) {
    const { centre } = sorted[i]!;
    let end = i + 1;
    while (end < sorted.length && sorted[end]!.centre[0] === centre[0] && sorted[end]!.centre[1] === centre[1]) end++;
    stations.push(stationAt(centre, sorted.slice(i, end)));
    i = end;
  }
  return stations;
}

export function compareCentres({ centre: a }: Station, { centre: b }: Station): number {
  return a[0] - b[0] || a[1] - b[1];
}

function discStation(centre: LngLat, radiusMeters: number, shapes: readonly Shape[]): Station {
  const circle = circleOf(centre, radiusMeters);
  const station: Station = { centre, circle, box: boxAround(circle), elements: [], petals: [], shapes };
  const start = pointAt(circle, SEAM);
  const edge: Element = { station, circle, from: SEAM, to: SEAM + TURN, a: start, b: start, metersPerUnit: circle.chord, order: 0, index: -1, previous: null! };
  edge.previous = edge;
  station.elements.push(edge);
  return station;
}

/** A box that surely holds the disc. */
function boxAround({ centre: [lng, lat], radiusMeters }: Circle): Box {
  const reach = radiusMeters * 1.01;
  const height = reach / metersPerDegree(lat).lat;
  if (Math.abs(lat) + height > 85) return [-360, lat - height, 360, lat + height];
  const width = reach / metersPerDegree(Math.abs(lat) + height).lng;
  return [lng - width, lat - height, lng + width, lat + height];
}

type Piece = Pick<Element, 'circle' | 'from' | 'to' | 'a' | 'b'>;

function link(station: Station, pieces: readonly Piece[]): void {
  const elements = pieces.map((piece, order): Element => ({ ...piece, station, order, metersPerUnit: piece.circle ? piece.circle.chord : lengthOf(piece), index: -1, previous: null! }));
  elements.forEach((element, i) => (element.previous = elements.at(i - 1)!));
  station.elements = elements;
}

const ends = new Float64Array(6);

function lengthOf({ a, b }: Pick<Piece, 'a' | 'b'>): number {
  writeInSpace(a[0], a[1], ends, 0);
  writeInSpace(b[0], b[1], ends, 3);
  return Math.hypot(ends[3]! - ends[0]!, ends[4]! - ends[1]!, ends[5]! - ends[2]!);
}

/** `shapes` all stand at `centre`, the farthest reaching first. */
function stationAt(centre: LngLat, shapes: readonly Shape[]): Station {
  if (shapes[0]!.widthDeg >= 360) return discStation(centre, shapes[0]!.radiusMeters, shapes);
  const disc = shapes.find((s) => s.widthDeg >= 360);
  const floor = disc?.radiusMeters ?? 0;
  const distinct = shapes.filter((s, i) => i === 0 || compareShapes(s, shapes[i - 1]!) !== 0);
  const sectors = distinct.filter((s) => s.widthDeg < 360 && s.radiusMeters > floor + SAME_RADIUS_METERS).map((s) => {
    const width = (s.widthDeg * Math.PI) / 180;
    return { from: ((90 - s.azimuthDeg) * Math.PI) / 180 - width / 2, width, radiusMeters: s.radiusMeters };
  });
  const radii = radiiByDirection(sectors, floor);
  if (radii.length === 0) return discStation(centre, floor, shapes);
  if (radii.length === 1) return discStation(centre, radii[0]!.radiusMeters, shapes);

  const circles = new Map<number, Circle>();
  const circleFor = (radiusMeters: number): Circle | null => {
    if (radiusMeters === 0) return null;
    let circle = circles.get(radiusMeters);
    if (!circle) circles.set(radiusMeters, (circle = circleOf(centre, radiusMeters)));
    return circle;
  };
  const petals = radii.map(({ from, radiusMeters }, i): Petal => {
    const before = radii.at(i - 1)!.radiusMeters;
    return { from, circle: circleFor(radiusMeters), rim: pointAt(circleFor(Math.max(before, radiusMeters))!, from) };
  });
  const farthest = circleFor(Math.max(...radii.map((r) => r.radiusMeters)))!;
  const station: Station = { centre, circle: farthest, box: boxAround(farthest), elements: [], petals, shapes };
  link(station, petals.flatMap((petal, i): Piece[] => {
    const next = petals[(i + 1) % petals.length]!;
    const end = onLine(centre, next.rim, petal.circle);
    const start = onLine(centre, petal.rim, petal.circle);
    const spoke: Piece = { circle: null, from: 0, to: 1, a: end, b: onLine(centre, next.rim, next.circle) };
    if (!petal.circle) return [spoke];
    const from = directionOf(petal.circle, start);
    let to = directionOf(petal.circle, end);
    while (to <= from) to += TURN;
    return [{ circle: petal.circle, from, to, a: start, b: end }, spoke];
  }));
  return station;
}

/** For each direction at which the radius changes the radius from there on; one entry where it never changes. */
function radiiByDirection(sectors: readonly { from: number; width: number; radiusMeters: number }[], floor: number): { from: number; radiusMeters: number }[] {
  const wrap = (angle: number) => angle - TURN * Math.floor(angle / TURN);
  const bounds = sectors.flatMap((s) => [wrap(s.from), wrap(s.from + s.width)]).sort((a, b) => a - b);
  const distinct = bounds.filter((angle, i) => i === 0 || angle - bounds[i - 1]! > SAME_ANGLE);
  if (distinct.length > 1 && distinct[0]! + TURN - distinct.at(-1)! <= SAME_ANGLE) distinct.pop();
  const radii = distinct.map((from, i) => {
    const to = distinct[i + 1] ?? distinct[0]! + TURN;
    const middle = (from + to) / 2;
    const radiusMeters = sectors.reduce((most, s) => (wrap(middle - s.from) < s.width && s.radiusMeters > most + SAME_RADIUS_METERS ? s.radiusMeters : most), floor);
    return { from, radiusMeters };
  });
  const changing = radii.filter((r, i) => Math.abs(r.radiusMeters - radii.at(i - 1)!.radiusMeters) > SAME_RADIUS_METERS);
  return changing.length > 0 ? changing : radii.slice(0, 1);
}

/** Where the line from the centre to `rim` meets the circle; the centre itself for no circle. */
function onLine(centre: LngLat, rim: LngLat, circle: Circle | null): LngLat {
  if (!circle) return centre;
  writeInSpace(rim[0], rim[1], ends, 0);
  const power = powerOf(circle, ends[0]!, ends[1]!, ends[2]!);
  if (power < SAME_RADIUS_METERS * circle.radiusMeters) return rim;
  return between(centre, rim, crossingOfCircle(circle, centre, rim, 0, -circle.chordSquare, 1, power, lengthOf({ a: centre, b: rim })));
}

function directionOf(circle: Circle, [lng, lat]: LngLat): number {
  writeInSpace(lng, lat, ends, 0);
  return angleTo(circle, ends[0]!, ends[1]!, ends[2]!);
}

/** Whether the point, given in degrees and in space, lies in the station. */
export function holds(station: Station, point: LngLat, x: number, y: number, z: number): boolean {
  if (powerOf(station.circle, x, y, z) > 0) return false;
  const { petals, centre } = station;
  if (petals.length === 0) return true;
  // The direction finds the petal nearly; the lines that bound it are straight in lng/lat and decide.
  const angle = angleTo(station.circle, x, y, z);
  const turned = angle < petals[0]!.from ? angle + TURN * Math.ceil((petals[0]!.from - angle) / TURN) : angle;
  let i = 0;
  while (i + 1 < petals.length && petals[i + 1]!.from <= turned) i++;
  const NEAR = 1e-2;
  const after = petals[(i + 1) % petals.length]!;
  const toNext = (i + 1 < petals.length ? after.from : petals[0]!.from + TURN) - turned;
  if (toNext < NEAR && sideOf(centre, after.rim, point) > 0) i = (i + 1) % petals.length;
  else if (turned - petals[i]!.from < NEAR && sideOf(centre, petals[i]!.rim, point) < 0) i = (i + petals.length - 1) % petals.length;
  const { circle } = petals[i]!;
  return circle !== null && powerOf(circle, x, y, z) <= 0;
}
