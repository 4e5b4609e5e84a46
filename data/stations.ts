/**
 * Modelled stations on shared masts, with the reported number of BTS by technology. Every old commune has a mast at its
 * centre; further ones go where they newly reach most people until the reported share of hamlets is reached; the rest
 * go where people are, and to none of the places left without signal.
 */
import Flatbush from 'flatbush';
import { distanceMeters } from '../src/core/geodesic';
import type { LngLat, Technology } from '../src/core/model';
import type { Hamlet } from './hamlets';
import { squareMeters, written, type Land } from './land';
import { toMeters, type XY } from './polyline';
import { inUnitDisc, seeded, valueNoise } from './prng';

export const REPORTED_BTS = { '2G': 783, '3G': 932, '4G': 703 } as const;
export const REPORTED_SHARE = 0.986;
/** Radius model of DESIGN.md, for the technologies that are modelled. */
export const RADIUS_METERS = { '2G': 4000, '3G': 2500, '4G': 2500 } as const;
export type ModelledTechnology = keyof typeof RADIUS_METERS;
export const MODELLED: ModelledTechnology[] = ['2G', '3G', '4G'];

export interface Operator {
  name: string;
  share: number;
  masts: number;
  bts: Record<ModelledTechnology, number>;
  /** How far it keeps to populous places, 0 to 1. */
  urbanity: number;
}
/** Sizes and mixes are made up; the columns add up to the reported numbers. */
export const OPERATORS: Operator[] = [
  { name: 'Nhà mạng A', share: 0.45, masts: 440, bts: { '2G': 390, '3G': 370, '4G': 328 }, urbanity: 0.2 },
  { name: 'Nhà mạng B', share: 0.33, masts: 350, bts: { '2G': 238, '3G': 330, '4G': 232 }, urbanity: 0.5 },
  { name: 'Nhà mạng C', share: 0.22, masts: 245, bts: { '2G': 155, '3G': 232, '4G': 143 }, urbanity: 0.8 },
];
const MASTS = 640;
const SEED = 20240502;
/** No hamlet lies nearer than this to the edge of a mast's reach: a disc drawn with corners must count the same. */
export const MARGIN_METERS = 10;

export interface Station {
  siteId: string;
  name: string;
  position: LngLat;
  technology: Technology;
  operator: string;
}

interface Mast {
  position: LngLat;
  at: XY;
  commune: string;
  /** Hamlets in reach of the widest radius, with their distance. */
  near: { hamlet: number; meters: number }[];
  people: number;
  /** Without its 2G a hamlet would lose its only signal. */
  needs2g: boolean;
  allows2g: boolean;
  carried: Map<string, Set<ModelledTechnology>>;
}

export function stations(hamlets: readonly Hamlet[], land: Land): Station[] {
  const random = seeded(SEED);
  const mastAt = mastMaker(hamlets, land, random);
  const masts: Mast[] = [];
  const reached = new Set<number>();
  const target = Math.round(REPORTED_SHARE * hamlets.length);
  const newlyReached = (mast: Mast) => mast.near.filter((n) => n.meters <= RADIUS_METERS['2G'] && !reached.has(n.hamlet));
  const raise = (mast: Mast) => {
    masts.push(mast);
    for (const { hamlet } of newlyReached(mast)) reached.add(hamlet);
  };

  const served = new Set<string>();
  hamlets.forEach((hamlet, i) => {
    if (!hamlet.central || served.has(hamlet.oldCode)) return;
    served.add(hamlet.oldCode);
    raise(mastAt(i));
  });
  const candidates = hamlets.flatMap((hamlet, i) => (hamlet.central ? [] : mastAt(i)));
  while (reached.size < target) {
    const room = target - reached.size;
    const best = candidates
      .map((mast) => ({ mast, gained: newlyReached(mast) }))
      .filter(({ gained }) => gained.length > 0 && gained.length <= room)
      .map(({ mast, gained }) => ({ mast, people: gained.reduce((n, g) => n + hamlets[g.hamlet]!.population, 0) }))
      .reduce((a, b) => (b.people > a.people ? b : a));
    raise(best.mast);
  }
  for (const mast of masts) mast.needs2g = true;

  const unreached = (mast: Mast, radius: number) =>
    mast.near.some((n) => n.meters <= radius && !reached.has(n.hamlet));
  addWherePeopleAre(masts, candidates.filter((mast) => !unreached(mast, RADIUS_METERS['3G'])), random);
  for (const mast of masts) mast.allows2g = !unreached(mast, RADIUS_METERS['2G']);

  shareAmongOperators(masts, random);
  for (const operator of OPERATORS) equip(masts, operator, random);
  return rowsOf(masts);
}

/** A mast 60 to 400 m from a hamlet's centre. */
function mastMaker(hamlets: readonly Hamlet[], land: Land, random: () => number): (hamlet: number) => Mast {
  const points = hamlets.map((h) => toMeters(h.position));
  const tree = new Flatbush(points.length);
  for (const [x, y] of points) tree.add(x, y);
  tree.finish();
  return (index) => {
    const home = points[index]!;
    for (let attempt = 0; attempt < 1000; attempt++) {
      const [dx, dy] = inUnitDisc(random);
      if (dx * dx + dy * dy < 0.0225) continue;
      const position = written([home[0] + 400 * dx, home[1] + 400 * dy]);
      const commune = land.communeAt(position);
      if (commune === null || !land.clearOfBorders(position)) continue;
      const at = toMeters(position);
      const widest = RADIUS_METERS['2G'] + 100;
      const near = tree
        .search(at[0] - widest, at[1] - widest, at[0] + widest, at[1] + widest)
        .sort((a, b) => a - b)
        .map((hamlet) => ({ hamlet, meters: distanceMeters(position, hamlets[hamlet]!.position) }));
      if (near.some((n) => Object.values(RADIUS_METERS).some((radius) => Math.abs(n.meters - radius) < MARGIN_METERS))) continue;
      const people = near.reduce((n, { hamlet, meters }) => (meters <= RADIUS_METERS['4G'] ? n + hamlets[hamlet]!.population : n), 0);
      return { position, at, commune, near, people, needs2g: false, allows2g: true, carried: new Map() };
    }
    throw new Error(`no place for a mast by ${hamlets[index]!.id}`);
  };
}

/** Fills up the masts, each next one more likely where many people share few masts. */
function addWherePeopleAre(masts: Mast[], candidates: readonly Mast[], random: () => number): void {
  const free = new Set(candidates);
  for (const mast of masts) free.delete(mast);
  while (masts.length < MASTS) {
    const weighted = [...free].map((mast) => {
      let crowding = 0;
      let tooNear = false;
      for (const other of masts) {
        const square = squareMeters(mast.at, other.at);
        if (square < 200 ** 2) tooNear = true;
        else if (square < 2000 ** 2) crowding++;
      }
      return { mast, weight: tooNear ? 0 : mast.people / (1 + crowding) ** 2 };
    });
    let rest = random() * weighted.reduce((n, w) => n + w.weight, 0);
    const next = weighted.find(({ weight }) => (rest -= weight) < 0);
    if (!next) throw new Error('no place left for a mast');
    masts.push(next.mast);
    free.delete(next.mast);
  }
}

/** How much an operator wants a mast: people as far as it keeps to them, and its own part of the province. */
function appetite(operator: Operator, region: (x: number, y: number) => number, mast: Mast): number {
  const populous = mast.people / (mast.people + 4000);
  return (1 - operator.urbanity + operator.urbanity * 2 * populous) * (0.3 + 1.4 * region(mast.at[0], mast.at[1]));
}

function shareAmongOperators(masts: readonly Mast[], random: () => number): void {
  const wants = OPERATORS.map((operator, i) => {
    const region = valueNoise(SEED + i, 30000);
    return masts.map((mast) => appetite(operator, region, mast));
  });
  masts.forEach((mast, m) => {
    const weights = OPERATORS.map((operator, i) => operator.share * wants[i]![m]!);
    let rest = random() * weights.reduce((a, b) => a + b, 0);
    const owner = weights.findIndex((weight) => (rest -= weight) < 0);
    mast.carried.set(OPERATORS[owner]!.name, new Set());
  });
  OPERATORS.forEach((operator, i) => {
    const missing = operator.masts - masts.filter((mast) => mast.carried.has(operator.name)).length;
    if (missing < 0) throw new Error(`${operator.name} owns more masts than it has`);
    const guests = masts
      .map((mast, m) => ({ mast, key: wants[i]![m]! * (0.4 + random()) }))
      .filter(({ mast }) => !mast.carried.has(operator.name));
    for (const { mast } of highest(guests, missing)) mast.carried.set(operator.name, new Set());
  });
}

/** Gives an operator's masts its technologies, exactly as many as it has, at least one each. */
function equip(masts: readonly Mast[], operator: Operator, random: () => number): void {
  const own = masts.filter((mast) => mast.carried.has(operator.name));
  const carried = (mast: Mast) => mast.carried.get(operator.name)!;
  const owns = (mast: Mast) => mast.carried.keys().next().value === operator.name;
  const populous = (mast: Mast) => mast.people / (mast.people + 4000);
  const give = (technology: ModelledTechnology, forced: (mast: Mast) => boolean, possible: (mast: Mast) => boolean, key: (mast: Mast) => number) => {
    const must = own.filter(forced);
    const more = own.filter((mast) => possible(mast) && !forced(mast)).map((mast) => ({ mast, key: key(mast) }));
    const missing = operator.bts[technology] - must.length;
    if (missing < 0 || missing > more.length) throw new Error(`${operator.name} cannot have its ${technology}`);
    for (const mast of [...must, ...highest(more, missing).map((w) => w.mast)]) carried(mast).add(technology);
  };
  give('2G', (mast) => mast.needs2g && owns(mast), (mast) => mast.allows2g, () => random());
  give('4G', () => false, () => true, (mast) => populous(mast) + 0.6 * random());
  give('3G', (mast) => carried(mast).size === 0, () => true, (mast) => 0.4 * populous(mast) + random());
}

function highest<T extends { key: number }>(rows: readonly T[], count: number): T[] {
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => b.row.key - a.row.key || a.index - b.index)
    .slice(0, count)
    .map(({ row }) => row);
}

function rowsOf(masts: readonly Mast[]): Station[] {
  const ordered = masts
    .map((mast, index) => ({ mast, index }))
    .sort((a, b) => Number(a.mast.commune) - Number(b.mast.commune) || a.index - b.index);
  return ordered.flatMap(({ mast }, i) => {
    const number = String(i + 1).padStart(4, '0');
    return OPERATORS.flatMap(({ name: operator }) =>
      MODELLED.filter((technology) => mast.carried.get(operator)?.has(technology)).map((technology) => ({
        siteId: `MS-${number}`,
        name: `Trạm mô phỏng ${number}`,
        position: mast.position,
        technology,
        operator,
      })));
  });
}

/** Hamlets within the radius of at least one of the stations. */
export function reachedBy(stations: readonly Pick<Station, 'position' | 'technology'>[], hamlets: readonly { position: LngLat }[]): boolean[] {
  const tree = new Flatbush(stations.length);
  for (const { position } of stations) tree.add(...toMeters(position));
  tree.finish();
  const widest = RADIUS_METERS['2G'] + 100;
  return hamlets.map(({ position }) => {
    const [x, y] = toMeters(position);
    return tree.search(x - widest, y - widest, x + widest, y + widest).some((i) => {
      const station = stations[i]!;
      return distanceMeters(position, station.position) <= RADIUS_METERS[station.technology as ModelledTechnology];
    });
  });
}
