/**
 * Modelled hamlets. The sources have no borders of the old communes: the land nearest to an old centre, inside the
 * commune of 2025, stands in for them. Density falls with the distance from the centre and follows a smooth noise
 * in place of valleys; people add up to the census in every old commune.
 */
import type { LngLat, OldUnit } from '../src/core/model';
import { peopleByCommune } from './census-shares';
import { squareMeters, written, type Land } from './land';
import { toMeters, type XY } from './polyline';
import { inUnitDisc, seeded, valueNoise } from './prng';

export const PEOPLE_PER_HAMLET = 425;
export const PEOPLE_PER_HOUSEHOLD = 4.5;
const SEED = 20240531;

export interface Hamlet {
  id: string;
  name: string;
  communeCode: string;
  oldCode: string;
  position: LngLat;
  population: number;
  households: number;
  /** The first of its old commune, at the commune's centre. */
  central: boolean;
}

interface Part {
  unit: OldUnit;
  urban: boolean;
  code: string;
  population: number;
  /** Where its people gather: its own centre, or those of its siblings where its own is not known. */
  anchors: XY[];
  /** All centres that share out the land of the commune. */
  rivals: { unit: OldUnit; at: XY }[];
}

const isUrban = (unit: OldUnit) => !unit.name.startsWith('Xã ');

export function hamlets(units: readonly OldUnit[], land: Land): Hamlet[] {
  const random = seeded(SEED);
  const settled = valueNoise(SEED, 3000);
  const placed: XY[] = [];
  const rows: Hamlet[] = [];
  for (const unit of units) {
    let number = 0;
    for (const part of partsOf(unit, units)) {
      const count = Math.max(1, Math.round(part.population / PEOPLE_PER_HAMLET));
      const people = shareOut(part.population, count, random);
      for (let i = 0; i < count; i++) {
        const position = i === 0 ? placeCentral(part, land, placed, random) : placeAround(part, land, placed, random, settled);
        placed.push(toMeters(position));
        number++;
        rows.push({
          id: `MH-${unit.code}-${String(number).padStart(2, '0')}`,
          name: `${part.urban ? 'Tổ dân phố' : 'Thôn'} ${number} (${unit.name.replace(/^(Xã|Phường|Thị trấn) /, '')})`,
          communeCode: part.code,
          oldCode: unit.code,
          position,
          population: people[i]!,
          households: Math.max(1, Math.round(people[i]! / PEOPLE_PER_HOUSEHOLD)),
          central: i === 0,
        });
      }
    }
  }
  return rows;
}

function partsOf(unit: OldUnit, units: readonly OldUnit[]): Part[] {
  return peopleByCommune(unit).map(({ code, population }) => {
    const siblings = units.filter((u) => u.centre && u.communes.some((c) => c.code === code));
    const rivals = siblings.map((u) => ({ unit: u, at: toMeters(u.centre!) }));
    const alike = rivals.filter((r) => isUrban(r.unit) === isUrban(unit));
    const anchors = unit.centre ? [toMeters(unit.centre)] : (alike.length > 0 ? alike : rivals).map((r) => r.at);
    return { unit, urban: isUrban(unit), code, population, anchors, rivals };
  });
}

/** Whole numbers that add up to the total, the first somewhat larger: hamlets of 0.6 to 1.4 times the mean. */
function shareOut(total: number, count: number, random: () => number): number[] {
  const weights = Array.from({ length: count }, (_, i) => 0.6 + 0.8 * random() + (i === 0 ? 0.3 : 0));
  const sum = weights.reduce((a, b) => a + b, 0);
  let given = 0;
  let weightGiven = 0;
  return weights.map((weight) => {
    weightGiven += weight;
    const upTo = Math.round((total * weightGiven) / sum);
    const share = upTo - given;
    given = upTo;
    return share;
  });
}

/** As near to the centre as the commune and the hamlets already there allow. */
function placeCentral(part: Part, land: Land, placed: readonly XY[], random: () => number): LngLat {
  const anchor = part.anchors[Math.floor(random() * part.anchors.length)]!;
  let radius = part.unit.centre ? 250 : 900;
  for (let attempt = 1; attempt < 5000; attempt++) {
    const [dx, dy] = inUnitDisc(random);
    const position = written([anchor[0] + dx * radius, anchor[1] + dy * radius]);
    if (land.communeAt(position) === part.code && land.clearOfBorders(position) && freeOf(placed, toMeters(position), 120)) {
      return position;
    }
    if (attempt % 20 === 0) radius *= 1.2;
  }
  throw new Error(`no place for the centre of ${part.unit.code} in ${part.code}`);
}

function placeAround(
  part: Part,
  land: Land,
  placed: readonly XY[],
  random: () => number,
  settled: (x: number, y: number) => number,
): LngLat {
  const box = boxOf(land, part.code);
  const reach = part.urban ? 900 : 2400;
  let spacing = part.urban ? 260 : 900;
  for (let attempt = 1; attempt < 40000; attempt++) {
    const point: XY = [box.x + random() * box.width, box.y + random() * box.height];
    const chance = random();
    if (attempt % 400 === 0) spacing *= 0.92;
    const nearest = Math.min(...part.anchors.map((at) => squareMeters(at, point)));
    const noise = settled(point[0], point[1]);
    if (chance > (0.1 + 0.9 * noise * noise) / (1 + (nearest / reach ** 2) * (part.urban ? nearest / reach ** 2 : 1))) continue;
    // Slivers of land left to a centre across the border of its commune cannot hold all its hamlets.
    const own = !part.unit.centre || part.rivals.every((r) => r.unit === part.unit || squareMeters(r.at, point) > nearest);
    if (!own && attempt < 20000) continue;
    const position = written(point);
    if (land.communeAt(position) !== part.code || !land.clearOfBorders(position)) continue;
    if (freeOf(placed, toMeters(position), spacing)) return position;
  }
  throw new Error(`no place for a hamlet of ${part.unit.code} in ${part.code}`);
}

function freeOf(placed: readonly XY[], point: XY, meters: number): boolean {
  return placed.every((other) => squareMeters(other, point) >= meters * meters);
}

const boxes = new WeakMap<Land, Map<string, { x: number; y: number; width: number; height: number }>>();

function boxOf(land: Land, code: string) {
  let known = boxes.get(land);
  if (!known) {
    known = new Map(land.communes.map((c) => {
      const points = c.geometry.flat(2).map(toMeters);
      const x = Math.min(...points.map((p) => p[0]));
      const y = Math.min(...points.map((p) => p[1]));
      return [c.code, { x, y, width: Math.max(...points.map((p) => p[0])) - x, height: Math.max(...points.map((p) => p[1])) - y }];
    }));
    boxes.set(land, known);
  }
  return known.get(code)!;
}
