/** What the map shows just now, as lists: of the layers that are on, in the part of the world in view. */
import { computed, signal } from '@preact/signals';
import { boxOfBoxes, boxOfGeometry } from '../core/box';
import { isInBox, landMeetsBox } from '../core/land-in-box';
import type { MapCount } from '../core/map-receipt';
import type { Box, CoverageArea, FibreEndpoint, FibreRoute, GapRow, LngLat, Technology } from '../core/model';
import { TECHNOLOGIES } from '../core/model';
import type { AddedMast } from '../core/scenario';
import { compareText } from '../core/text-order';
import type { Layer } from '../style/layers';
import type { CommuneOnMap, DistrictOnMap, HamletOnMap, OldCentreOnMap, ProposedMast, Scene } from '../style/scene';
import { mapExtent } from './map-extent';
import { answerOnMap, scene } from './scene';
import { view } from './view';

/** Open beside the map, which it follows. */
export const mapListOpen = signal(false);

/** A mast with what stands on it. */
export interface MastOnMap {
  siteId: string;
  name: string;
  position: LngLat;
  technologies: Technology[];
  operators: string[];
}

export interface LargestGapOnMap {
  code: string;
  name: string;
  km2: number;
  /** Its deepest point. */
  position: LngLat;
}

/** Points are in order of their distance from the middle; land by its share of gap, gaps by their area, hamlets the worst first. */
export interface MapList {
  /** null: the whole province. */
  extent: Box | null;
  /** Where distances are told from. */
  middle: LngLat;
  communes: CommuneOnMap[];
  gaps: LargestGapOnMap[];
  added: AddedMast[];
  /** In the order of building. */
  proposed: ProposedMast[];
  masts: MastOnMap[];
  fibre: (FibreEndpoint & { position: LngLat })[];
  hamlets: HamletOnMap[];
  oldCentres: OldCentreOnMap[];
  districts: DistrictOnMap[];
  routes: FibreRoute[];
  coverage: CoverageArea[];
  /** Numbers of what is drawn but too much, or without a name, to be listed. */
  counts: { measurements: number; conflicts: number };
  /** Differences are drawn: between versions, or before and after a scenario. */
  changes: boolean;
}

const WORST_FIRST = { trang: 0, lom: 1, covered: 2 };

/**
 * The lists of a scene.
 * @param rows of the question shown, for the largest gap of each commune
 * @param focused code of the commune whose sheet is open: its hamlets are listed even while the map does not draw them
 */
export function listOnMap(scene: Scene, layers: readonly Layer[], extent: Box | null, rows: readonly GapRow[], focused: string | null): MapList {
  const on = (layer: Layer) => layers.includes(layer);
  const box = extent ?? (scene.communes.length > 0 ? boxOfBoxes(scene.communes.map((c) => boxOfGeometry(c.commune.geometry))) : [0, 0, 0, 0]);
  const middle: LngLat = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const inView = (position: LngLat | null): position is LngLat => position !== null && (extent === null || isInBox(position, extent));
  const lineInView = (lines: readonly LngLat[][]) => extent === null || lines.some((line) => line.some((point) => isInBox(point, extent)));
  // Enough for an order: a degree of longitude is shorter by the cosine of the latitude.
  const narrow = Math.cos((middle[1] * Math.PI) / 180);
  const away = ({ position: [lng, lat] }: { position: LngLat }) => ((lng - middle[0]) * narrow) ** 2 + (lat - middle[1]) ** 2;
  const nearestFirst = <T extends { position: LngLat }>(list: readonly T[]): T[] => list.filter((p) => inView(p.position)).sort((a, b) => away(a) - away(b));

  const communes = scene.communes.filter((c) => extent === null || landMeetsBox(c.commune.geometry, extent)).sort((a, b) => (b.gapShare ?? -1) - (a.gapShare ?? -1));
  const names = new Map(scene.communes.map((c) => [c.commune.code, c.commune.name]));
  return {
    extent, middle, communes,
    gaps: !on('gaps') ? [] : rows
      .flatMap((row): LargestGapOnMap[] => (inView(row.largestGapPoint) && row.largestGapKm2 !== null ? [{ code: row.code, name: names.get(row.code) ?? row.name, km2: row.largestGapKm2, position: row.largestGapPoint }] : []))
      .sort((a, b) => b.km2 - a.km2),
    added: nearestFirst(scene.added),
    proposed: scene.proposed.filter(({ position }) => inView(position)),
    masts: on('bts') ? nearestFirst(mastsOf(scene)) : [],
    fibre: on('fibre') ? nearestFirst(scene.fibre.flatMap((f) => (f.position ? [{ ...f, position: f.position }] : []))) : [],
    hamlets: scene.hamlets
      .filter(({ locality }) => (on('hamlets') && inView(locality.position)) || (focused !== null && locality.communeCode === focused))
      .sort((a, b) => (a.state ? WORST_FIRST[a.state] : 3) - (b.state ? WORST_FIRST[b.state] : 3) || (b.locality.population ?? 0) - (a.locality.population ?? 0)),
    oldCentres: on('old-centres') ? nearestFirst(scene.oldCentres) : [],
    districts: scene.districts.filter((d) => d.communes.some((c) => extent === null || landMeetsBox(c.geometry, extent))),
    routes: on('routes') ? scene.routes.filter((r) => lineInView(r.lines)) : [],
    coverage: on('coverage') ? scene.coverage.filter((c) => extent === null || landMeetsBox(c.geometry, extent)) : [],
    counts: {
      measurements: on('measurements') ? scene.measurements.filter((m) => inView(m.position)).length : 0,
      conflicts: on('conflicts') ? scene.conflicts.filter((c) => inView(c.reading.position)).length : 0,
    },
    changes: on('changes') && scene.changes.length > 0,
  };
}

/** Which counts of the list can be counted again from the data alone: hamlets not where those of the open commune stand beside those in view. */
export function countedInList({ extent, communes, gaps, masts, fibre, hamlets, oldCentres, districts, routes, coverage, counts }: MapList): MapCount[] {
  const hamletsInView = view.value.layers.includes('hamlets') && hamlets.every(({ locality }) => extent === null || isInBox(locality.position, extent));
  const shown: Record<MapCount, boolean> = {
    communes: communes.length > 0, communesWithGap: communes.length > 0, districts: districts.length > 0, masts: masts.length > 0, fibre: fibre.length > 0, hamlets: hamletsInView && hamlets.length > 0,
    oldCentres: oldCentres.length > 0, gaps: gaps.length > 0, routes: routes.length > 0, coverage: coverage.length > 0, measurements: counts.measurements > 0, conflicts: counts.conflicts > 0,
  };
  return (Object.keys(shown) as MapCount[]).filter((count) => shown[count]);
}

function mastsOf({ cells }: Scene): MastOnMap[] {
  const masts = new Map<string, { name: string; position: LngLat; technologies: Set<Technology>; operators: Set<string> }>();
  for (const { siteId, name, position, technology, operator } of cells) {
    let mast = masts.get(siteId);
    if (!mast) masts.set(siteId, (mast = { name, position, technologies: new Set(), operators: new Set() }));
    mast.technologies.add(technology);
    mast.operators.add(operator);
  }
  return [...masts].map(([siteId, { technologies, operators, ...rest }]) => ({
    siteId, ...rest, technologies: TECHNOLOGIES.filter((t) => technologies.has(t)), operators: [...operators].sort(compareText),
  }));
}

export const mapList = computed(() => listOnMap(scene.value, view.value.layers, mapExtent.value, answerOnMap.value?.rows ?? [], scene.value.selected));
