/** Stations made up from one stream of chance: in general position, and on purpose in degenerate ones. */
import { destination, distanceMeters } from '../../src/core/geodesic';
import type { Commune, LngLat } from '../../src/core/model';
import type { Shape } from '../../src/core/shape';

/** Numbers 0…1 from a seed (a linear congruence, so that a failing case can be named by its number). */
export function stream(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const disc = (centre: LngLat, radiusMeters: number): Shape => ({ centre, radiusMeters, azimuthDeg: 0, widthDeg: 360 });
const sector = (centre: LngLat, radiusMeters: number, azimuthDeg: number, widthDeg: number): Shape => ({ centre, radiusMeters, azimuthDeg: ((azimuthDeg % 360) + 360) % 360, widthDeg });

const somewhere = (chance: () => number): LngLat => [104.95 + chance() * 0.3, 22.75 + chance() * 0.3];
/** Of sectors at one mast (see `SLIVER_M2`). */
const mastRadius = (chance: () => number) => 50 + chance() * 5000;
const someRadius = (chance: () => number) => 50 + chance() * (chance() < 0.2 ? 20_000 : 5000);

/** 1 to 20 discs and sectors anywhere, some at one mast. */
export function randomShapes(chance: () => number): Shape[] {
  const shapes: Shape[] = [];
  const count = 1 + Math.floor(chance() * 20);
  const share = chance() < 0.5 ? 0 : 0.5;
  while (shapes.length < count) {
    const centre = shapes.length > 0 && chance() < share * 0.5 ? shapes.at(-1)!.centre : somewhere(chance);
    shapes.push(chance() < share ? sector(centre, someRadius(chance), Math.floor(chance() * 360), Math.ceil(5 + chance() * 350)) : disc(centre, someRadius(chance)));
  }
  return shapes;
}

type Family = (chance: () => number, communes: readonly Commune[]) => Shape[];

const vertexOf = (chance: () => number, communes: readonly Commune[]): LngLat => {
  const ring = communes[Math.floor(chance() * communes.length)]!.geometry[0]!.at(chance() < 0.8 ? 0 : -1)!;
  return ring[Math.floor(chance() * (ring.length - 1))]!;
};

/** Each on purpose in a position in which something coincides. */
export const DEGENERATE: Record<string, Family> = {
  lattice(chance) {
    const step = 0.02 + 0.01 * Math.floor(chance() * 3);
    const spacing = distanceMeters([105, 22.8], [105, 22.8 + step]);
    const radius = spacing * [0.5, Math.SQRT1_2, 1, 0.75][Math.floor(chance() * 4)]!;
    return Array.from({ length: 36 }, (_, i) => disc([105 + step * (i % 6), 22.8 + step * Math.floor(i / 6)], radius));
  },
  throughVertices(chance, communes) {
    return Array.from({ length: 6 }, () => {
      const centre = somewhere(chance);
      return disc(centre, distanceMeters(centre, vertexOf(chance, communes)));
    });
  },
  justHoldsAll(chance, communes) {
    const centre = somewhere(chance);
    const commune = communes[Math.floor(chance() * communes.length)]!;
    return [disc(centre, Math.max(...commune.geometry[0]![0]!.map((p) => distanceMeters(centre, p))))];
  },
  tangent(chance) {
    const first = disc(somewhere(chance), someRadius(chance));
    const radius = someRadius(chance);
    const azimuth = chance() * 360;
    return [
      first, disc(destination(first.centre, azimuth, first.radiusMeters + radius), radius),
      disc(destination(first.centre, azimuth + 90, Math.abs(first.radiusMeters - radius)), radius),
    ];
  },
  threeThroughAPoint(chance) {
    const point = somewhere(chance);
    const radius = someRadius(chance);
    return [0, 1, 2, 3].map((i) => disc(destination(point, i * 80 + chance() * 20, radius), radius));
  },
  onTheBorder(chance, communes) {
    return [disc(vertexOf(chance, communes), someRadius(chance)), sector(vertexOf(chance, communes), someRadius(chance), Math.floor(chance() * 360), 120)];
  },
  alongTheBorder(chance) {
    // The enclave's sides are the meridians 105.04° and 105.06°: a spoke due north or south lies on them.
    const centre: LngLat = [chance() < 0.5 ? 105.04 : 105.06, 22.83 + chance() * 0.04];
    const width = 30 + Math.floor(chance() * 200);
    return [sector(centre, 500 + chance() * 4000, (chance() < 0.5 ? 0 : 180) + width / 2, width)];
  },
  tiles(chance) {
    const centre = somewhere(chance);
    const count = 2 + Math.floor(chance() * 4);
    const width = 360 / count;
    const turn = Math.floor(chance() * 360);
    const radius = mastRadius(chance);
    return Array.from({ length: count }, (_, i) => sector(centre, chance() < 0.7 ? radius : mastRadius(chance), turn + i * width, width));
  },
  sharedSpokes(chance) {
    const centre = somewhere(chance);
    const azimuth = Math.floor(chance() * 360);
    const radius = mastRadius(chance);
    const along = destination(centre, azimuth, radius / 2);
    return [sector(centre, radius, azimuth + 30, 60), sector(centre, radius * 0.6, azimuth - 20, 40), sector(centre, radius, azimuth + 210, 60), sector(along, radius, azimuth + 45, 90), disc(along, radius / 2)];
  },
  nearlyTheSame(chance) {
    const centre = somewhere(chance);
    const radius = someRadius(chance);
    const off = 10 ** -(6 + Math.floor(chance() * 8));
    return [disc(centre, radius), disc([centre[0] + off, centre[1]], radius), disc(centre, radius * (1 + off)), disc([centre[0], centre[1] - off], radius * (1 - off))];
  },
  manyAtOnePoint(chance) {
    const centre = somewhere(chance);
    return Array.from({ length: 300 }, () => (chance() < 0.3 ? disc(centre, 100 + Math.floor(chance() * 20) * 50) : sector(centre, 200 + Math.floor(chance() * 20) * 200, Math.floor(chance() * 36) * 10, 60 + Math.floor(chance() * 3) * 30)));
  },
  extremes(chance) {
    return [disc(somewhere(chance), 1e-3), disc(somewhere(chance), 1), sector(somewhere(chance), 40_000, chance() * 360, 0.01), sector(somewhere(chance), 3000, chance() * 360, 359.999), disc(destination([105.1, 22.9], chance() * 360, 90_000), 90_000)];
  },
};

/** One or two degenerate families and a few discs anywhere. */
export function degenerateShapes(chance: () => number, communes: readonly Commune[]): Shape[] {
  const families = Object.values(DEGENERATE);
  const some = () => families[Math.floor(chance() * families.length)]!(chance, communes);
  const shapes = [...some(), ...(chance() < 0.4 ? some() : [])];
  if (chance() < 0.5) shapes.push(disc(somewhere(chance), someRadius(chance)), disc(somewhere(chance), someRadius(chance)));
  return shapes;
}
