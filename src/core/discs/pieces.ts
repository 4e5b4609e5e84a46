/** Connected pieces of a gap: its loops, each hole with the loop around it, as polygons where someone looks at them. */
import { boxOfPoints } from '../box';
import type { PolygonRings, Ring } from '../model';
import { pointInRing } from '../overlay';
import { positionOn } from './exposure';
import type { Loop, Stretch } from './gap';
import type { Element } from './station';

/** A loop and the holes in it. */
export interface Piece {
  areaM2: number;
  /** Arcs with `steps` vertices a turn. */
  outline(steps: number): PolygonRings;
}

/** Vertices a turn of the rings that decide which loop a hole lies in. */
const FINE_STEPS = 1024;
/** Vertices of a hole that are asked. */
const WITNESSES = 9;

/** The piece of the largest area; null where there is none. */
export function largestPiece(loops: readonly Loop[]): Piece | null {
  const outers = loops.filter((l) => l.areaM2 > 0).map((outer) => ({ outer, areaM2: outer.areaM2, holes: [] as Loop[] }));
  const holes = loops.filter((l) => l.areaM2 < 0);
  if (outers.length === 0) return null;
  if (outers.length === 1) {
    outers[0]!.holes = holes;
    outers[0]!.areaM2 = loops.reduce((sum, l) => sum + l.areaM2, 0);
  } else if (holes.length > 0) {
    const rings = outers.map(({ outer }) => ringOf(outer, FINE_STEPS));
    const boxes = rings.map(boxOfPoints);
    for (const hole of holes) {
      const ring = ringOf(hole, FINE_STEPS);
      const [west, south, east, north] = boxOfPoints(ring);
      let home = -1;
      for (let i = 0; i < outers.length; i++) {
        const box = boxes[i]!;
        if (west < box[0] || south < box[1] || east > box[2] || north > box[3] || outers[i]!.outer.areaM2 < -hole.areaM2) continue;
        if ((home < 0 || outers[i]!.outer.areaM2 < outers[home]!.outer.areaM2) && mostlyInside(ring, rings[i]!)) home = i;
      }
      if (home < 0) continue;
      outers[home]!.holes.push(hole);
      outers[home]!.areaM2 += hole.areaM2;
    }
  }
  const largest = outers.reduce((most, piece) => (piece.areaM2 > most.areaM2 ? piece : most));
  return { areaM2: largest.areaM2, outline: (steps) => [largest.outer, ...largest.holes].map((loop) => ringOf(loop, steps)) };
}

/** A hole never crosses a loop; where it runs along one, single vertices may fall on the wrong side. */
function mostlyInside(ring: Ring, outer: Ring): boolean {
  const step = Math.max(1, Math.floor((ring.length - 1) / WITNESSES));
  let votes = 0;
  for (let i = 0; i < ring.length - 1; i += step) votes += pointInRing(ring[i]!, outer) ? 1 : -1;
  return votes > 0;
}

function ringOf({ stretches }: Loop, steps: number): Ring {
  const ring: Ring = [];
  for (const stretch of stretches) pushStretch(ring, stretch, steps);
  ring.push(ring[0]!);
  return ring;
}

function pushStretch(ring: Ring, stretch: Stretch, steps: number): void {
  if ('ring' in stretch) {
    const { lng, lat, lengthTo } = stretch.ring;
    if (stretch.start) ring.push(stretch.start.point);
    const from = stretch.start ? firstBeyond(lengthTo, stretch.start.along) : 0;
    const end = stretch.end ? stretch.end.along : Infinity;
    for (let i = from; i < lng.length - 1 && lengthTo[i]! < end; i++) ring.push([lng[i]!, lat[i]!]);
  } else {
    const { element, from, to } = stretch;
    ring.push(positionOn(element, to));
    if (element.circle) pushArc(ring, element, from, to, steps);
  }
}

/** The arc's inner vertices, backwards, so far out that the area under them is the arc's, its ends staying in their place. */
function pushArc(ring: Ring, element: Element, from: number, to: number, steps: number): void {
  const pieces = Math.max(2, Math.ceil(((to - from) / (2 * Math.PI)) * steps));
  const turn = (to - from) / pieces;
  // Of the triangles from the centre, two have one vertex moved by the factor and the rest two: (n - 2) f² + 2 f = n turn / sin turn.
  const [a, c] = [pieces - 2, (-pieces * turn) / Math.sin(turn)];
  const factor = -c / (1 + Math.sqrt(1 - a * c));
  const [lng, lat] = element.station.centre;
  for (let i = pieces - 1; i > 0; i--) {
    const point = positionOn(element, from + turn * i);
    ring.push([lng + (point[0] - lng) * factor, lat + (point[1] - lat) * factor]);
  }
}

/** The first of the ascending values above `limit`. */
function firstBeyond(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

