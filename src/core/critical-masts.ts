/** Critical masts: what would have no signal at all, were one mast to fail. */
import Flatbush from 'flatbush';
import { boxOfBoxes, boxOfPoints } from './box';
import { collapseBeyond } from './collapse';
import { createCommuneIndex } from './commune-index';
import { createCover } from './cover';
import { type GapInput, planGaps } from './gaps';
import { ringAreaM2 } from './geodesic';
import type { Box, Cell, LngLat, Technology } from './model';
import { TECHNOLOGIES } from './model';
import { boundaryRings, intersection, union } from './overlay';
import { servedShape } from './radius-model';
import type { GapSettings } from './settings';
import { reaches, type Shape, shapeBox, shapeRing } from './shape';
import { type Pair, pairsOf } from './sources';
import type { Steps } from './steps';
import type { RingCache } from './subtraction';
import { compareText } from './text-order';

export interface CriticalMast {
  siteId: string;
  name: string;
  position: LngLat;
  /** Of the commune it stands in; null outside all. */
  communeCode: string | null;
  technologies: Technology[];
  operators: string[];
  /** Who has a signal by this mast alone: of hamlets, or the census spread over the land where no hamlets are loaded. */
  people: number;
  /** Hamlets whose centre has a signal by this mast alone. */
  hamlets: number;
  /** Land of the communes loaded that has a signal by this mast alone. */
  landKm2: number;
}

/** Of the work, what hamlets take. */
const HAMLETS_SHARE = 0.1;

interface Mast {
  siteId: string;
  cells: Cell[];
  shapes: Shape[];
  box: Box;
}

/**
 * The masts that someone depends on, those with most people first (then hamlets, land, id). Counted are the technologies
 * and operators of the settings, less those off. Masts of which only claimed polygons or readings tell are not among them.
 * Sharing of networks in single communes is left aside.
 */
export function* criticalMasts(input: GapInput, settings: GapSettings): Steps<CriticalMast[]> {
  const technologies: readonly Technology[] = settings.technologies ?? TECHNOLOGIES;
  const isAsked = ({ technology, operator }: { technology: Technology; operator: string | null }) =>
    technologies.includes(technology) && !settings.off.includes(technology) && (settings.operators === null || (operator !== null && settings.operators.includes(operator)));
  const pairs = pairsOf({ cells: input.cells, coverage: input.coverage, measurements: input.measurements ?? null, added: input.added ?? [] }, settings).filter(isAsked);
  const masts = mastsOf(input, settings, pairs);
  const areas = createCover([], pairs.flatMap((pair) => pair.areas));
  const index = indexOf(masts.map((mast) => mast.box));
  const near = (box: Box) => index?.search(...box) ?? [];
  const communes = createCommuneIndex(input.communes);

  const found = masts.map((mast): CriticalMast => {
    const [first] = mast.cells;
    return {
      siteId: mast.siteId,
      name: first!.name,
      position: first!.position,
      communeCode: communes.locate(first!.position)?.code ?? null,
      technologies: TECHNOLOGIES.filter((t) => mast.cells.some((c) => c.technology === t)),
      operators: [...new Set(mast.cells.map((c) => c.operator))].sort(compareText),
      people: 0,
      hamlets: 0,
      landKm2: 0,
    };
  });

  /** The only mast that serves the point; -1 where none or several do, or a polygon does. */
  const soleMast = (point: LngLat): number => {
    const serving = near([point[0], point[1], point[0], point[1]]).filter((m) => masts[m]!.shapes.some((shape) => reaches(shape, point)));
    return serving.length === 1 && !areas.reaches(point) ? serving[0]! : -1;
  };
  // By commune, so that people are counted as the rows count them.
  const plan = planGaps({ ...input, cells: [], coverage: null, measurements: null, added: [] }, settings, [{ technology: 'any', of: [], operators: null, off: [] }]);
  const densities = new Map<string, number>();
  for (const commune of plan.communes) {
    const { rows, localities } = plan.gapsOf(commune);
    const { populationBasis, population, areaKm2: landKm2 } = rows[0]!;
    if (populationBasis === 'census-spread' && landKm2 > 0) densities.set(commune.code, population! / landKm2);
    for (const locality of localities) {
      const sole = soleMast(locality.position);
      if (sole < 0) continue;
      found[sole]!.hamlets++;
      if (populationBasis === 'localities') found[sole]!.people += locality.population ?? 0;
    }
    yield 0;
  }

  const rings: RingCache = new Map();
  const outlines = new Map(input.communes.map((commune) => [commune.code, boundaryRings(commune.geometry)]));
  for (const [m, mast] of masts.entries()) {
    const others = near(mast.box).flatMap((other) => (other === m ? [] : masts[other]!.shapes));
    const cover = createCover(others, [], rings);
    const served = union(mast.shapes.map((shape) => shapeRing(shape)));
    for (const commune of communes.near(mast.box)) {
      const border = outlines.get(commune.code)!.map((ring) => collapseBeyond(ring, mast.box)).filter((ring) => ring.length > 3);
      let alone = intersection(border, served);
      if (alone.length > 0) alone = cover.subtractFrom(alone, boxOfBoxes(alone.map(boxOfPoints)));
      if (alone.length > 0) alone = areas.subtractFrom(alone, boxOfBoxes(alone.map(boxOfPoints)));
      const landKm2 = Math.max(0, alone.reduce((sum, ring) => sum + ringAreaM2(ring), 0) / 1e6);
      found[m]!.landKm2 += landKm2;
      found[m]!.people += landKm2 * (densities.get(commune.code) ?? 0);
    }
    yield HAMLETS_SHARE + ((1 - HAMLETS_SHARE) * (m + 1)) / masts.length;
  }
  return found
    .filter((mast) => mast.people > 0 || mast.hamlets > 0 || mast.landKm2 > 0)
    .sort((a, b) => b.people - a.people || b.hamlets - a.hamlets || b.landKm2 - a.landKm2 || compareText(a.siteId, b.siteId));
}

/** Masts that cover by the radius model, in the order of their ids. */
function mastsOf(input: GapInput, settings: GapSettings, pairs: readonly Pair[]): Mast[] {
  const modelled = new Set(pairs.flatMap((pair) => (pair.shapes.length > 0 && pair.areas.length === 0 ? [`${pair.technology} ${pair.operator}`] : [])));
  const byId = new Map<string, Mast>();
  const take = (cell: Cell) => {
    const shape = servedShape(cell, settings);
    if (!shape) return;
    const mast = byId.get(cell.siteId) ?? { siteId: cell.siteId, cells: [], shapes: [], box: shapeBox(shape) };
    byId.set(cell.siteId, mast);
    mast.cells.push(cell);
    mast.shapes.push(shape);
    mast.box = boxOfBoxes([mast.box, shapeBox(shape)]);
  };
  for (const cell of input.cells ?? []) if (modelled.has(`${cell.technology} ${cell.operator}`)) take(cell);
  const asked = new Set(pairs.map((pair) => `${pair.technology} ${pair.operator}`));
  for (const cell of input.added ?? []) if (asked.has(`${cell.technology} ${cell.operator}`)) take(cell);
  return [...byId.values()].sort((a, b) => compareText(a.siteId, b.siteId));
}

function indexOf(boxes: readonly Box[]): Flatbush | null {
  if (boxes.length === 0) return null;
  const index = new Flatbush(boxes.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  return index;
}
