/** The union of stations and its boundary, worked out where and when it is needed. */
import { boxesMeet } from '../box';
import type { Box } from '../model';
import { compareShapes, type Shape } from '../shape';
import { type Exposed, type Exposure, expose } from './exposure';
import { LINE_END } from './spans';
import { compareCentres, type Element, type Station, stationsOf } from './station';
import { type StripIndex, stripIndexOf } from './strip-index';

export interface Union {
  /** Whether all stations lie where the method is precise. */
  suited: boolean;
  shapes(): Shape[];
  /** The stations whose box meets this one, in the order of their centres. */
  near(box: Box): Station[];
  exposureOf(station: Station): Exposure;
  /** The exposed parts of an element. */
  partsOn(element: Element): Exposed[];
  /** The part of the boundary that leads to this one; null where rounding broke the chain. */
  before(part: Exposed): Exposed | null;
  /** The union after some of its shapes went and others came; shares with this one all that the change does not touch. */
  changed(removed: readonly Shape[], added: readonly Shape[]): Union;
}

/** Beyond this radius, or nearer to a pole or to the antimeridian, discs are left to the kernel. */
const LARGEST_METERS = 100_000;
const HIGHEST_LATITUDE = 60;
const FARTHEST_LONGITUDE = 178;

/** Changes after which the index is made anew. */
const MOST_LATER = 64;

/** Stations in an index, and what changed since it was made. */
interface Register {
  indexed: readonly Station[];
  index: StripIndex;
  gone: ReadonlySet<Station>;
  later: readonly Station[];
  /** All elements that ever were in it, by their index. */
  elements: Element[];
}

export function unionOf(shapes: readonly Shape[]): Union {
  const indexed = stationsOf(shapes);
  const index = stripIndexOf(indexed);
  const elements: Element[] = [];
  enroll(indexed, elements);
  return unionIn({ indexed, index, gone: new Set(), later: [], elements }, new Map());
}

function enroll(stations: readonly Station[], elements: Element[]): void {
  for (const station of stations) for (const element of station.elements) element.index = elements.push(element) - 1;
}

function unionIn(register: Register, exposures: Map<Station, Exposure>): Union {
  const { indexed, index, gone, later, elements } = register;

  /** In no order that would cost time. */
  function meeting(box: Box): Station[] {
    let found: Station[] = [];
    index.search(box, found);
    if (gone.size > 0) found = found.filter((station) => !gone.has(station));
    for (const station of later) if (boxesMeet(station.box, box)) found.push(station);
    return found;
  }

  function exposureOf(station: Station): Exposure {
    let exposure = exposures.get(station);
    if (!exposure) exposures.set(station, (exposure = expose(station, meeting(station.box))));
    return exposure;
  }

  const partsOn = (element: Element): Exposed[] => exposureOf(element.station).parts[element.order]!;

  function findBefore({ element, start }: Exposed): Exposed | null {
    if (start !== LINE_END) return partsOn(elements[start]!).find((p) => p.end === element.index) ?? null;
    const last = partsOn(element.previous).at(-1);
    return last && last.end === LINE_END ? last : null;
  }

  const stations = (): Station[] => [...indexed.filter((station) => !gone.has(station)), ...later];

  const union: Union = {
    suited: stations().every(({ centre: [lng, lat], circle }) => circle.radiusMeters <= LARGEST_METERS && Math.abs(lat) <= HIGHEST_LATITUDE && Math.abs(lng) < FARTHEST_LONGITUDE),
    shapes: () => stations().flatMap((station) => station.shapes),
    near: (box) => meeting(box).sort(compareCentres),
    exposureOf,
    partsOn,
    before(part) {
      if (part.previousIn !== union) {
        part.previous = findBefore(part);
        part.previousIn = union;
      }
      return part.previous;
    },
    changed(removed, added) {
      const centres = [...removed, ...added].map((shape) => shape.centre);
      const old = new Set(centres.flatMap((centre) => meeting([...centre, ...centre]).filter((station) => station.centre[0] === centre[0] && station.centre[1] === centre[1])));
      const made = stationsOf([...without([...old].flatMap((station) => station.shapes), removed), ...added]);
      if (later.length + made.length > MOST_LATER) return unionOf([...without(union.shapes(), removed), ...added]);
      enroll(made, elements);
      const touched = [...old, ...made].map((station) => station.box);
      const kept = new Map<Station, Exposure>();
      for (const [station, exposure] of exposures) if (!old.has(station) && !touched.some((box) => boxesMeet(box, station.box))) kept.set(station, exposure);
      return unionIn({ indexed, index, elements, gone: new Set([...gone, ...old]), later: [...later.filter((station) => !old.has(station)), ...made] }, kept);
    },
  };
  return union;
}

/** The shapes less one for each of `removed`. */
function without(shapes: readonly Shape[], removed: readonly Shape[]): Shape[] {
  const left = [...shapes];
  for (const shape of removed) {
    const i = left.findIndex((other) => compareShapes(other, shape) === 0);
    if (i >= 0) left.splice(i, 1);
  }
  return left;
}
