/** How many of each thing lie in a part of the world, of those that a question counts: what the map's legend and its list say. */
import type { Conflicts } from './conflicts';
import { districtsOfCommunes } from './districts';
import type { GapInput, QuestionSpec } from './gaps';
import { isInBox, landMeetsBox } from './land-in-box';
import type { Box, GapRow, LngLat, OldUnit, Technology } from './model';
import { TECHNOLOGIES } from './model';
import { rowsCounted } from './rows-counted';
import { stationKey } from './stations';

export interface MapCounts {
  /** Degrees; null: everywhere. */
  box: Box | null;
  /** Active stations that the question counts, by technology. */
  bts: { technology: Technology; bts: number }[];
  masts: number;
  /** Fibre endpoints whose position is known, and routes with a point in the box. */
  fibre: number;
  routes: number;
  /** Communes with land in the box, and those of them with a gap. */
  communes: number;
  communesWithGap: number;
  /** Communes whose largest gap has its deepest point in the box. */
  gaps: number;
  hamlets: number;
  oldCentres: number;
  /** Former districts with land in the box. */
  districts: number;
  /** Polygons of coverage and readings that the question counts; readings that contradict claims. */
  coverage: number;
  measurements: number;
  conflicts: number;
}

export interface Mapped extends Pick<GapInput, 'communes' | 'cells' | 'fibre' | 'routes' | 'localities' | 'coverage' | 'measurements'> {
  oldUnits: readonly OldUnit[];
  conflicts: Conflicts['points'];
}

/** @param rows of the question, one a commune */
export function mapCounts({ communes, cells, fibre, routes, localities, coverage, measurements, oldUnits, conflicts }: Mapped, question: Pick<QuestionSpec, 'of' | 'off' | 'operators'>, rows: readonly GapRow[], box: Box | null): MapCounts {
  const counts = rowsCounted(question);
  const inBox = (position: LngLat | null) => position !== null && (box === null || isInBox(position, box));
  const stations = (cells ?? []).filter((cell) => cell.status === 'active' && counts(cell) && inBox(cell.position));
  const land = communes.filter(({ geometry }) => box === null || landMeetsBox(geometry, box));
  const states = new Map(rows.map((row) => [row.code, row.state]));
  const districtOf = districtsOfCommunes(communes, oldUnits);
  return {
    box,
    bts: TECHNOLOGIES.map((technology) => ({ technology, bts: new Set(stations.filter((cell) => cell.technology === technology).map(stationKey)).size })),
    masts: new Set(stations.map((cell) => cell.siteId)).size,
    fibre: (fibre ?? []).filter(({ position }) => inBox(position)).length,
    routes: (routes ?? []).filter(({ lines }) => box === null || lines.some((line) => line.some(inBox))).length,
    communes: land.length,
    communesWithGap: land.filter(({ code }) => ['gap', 'partial'].includes(states.get(code) ?? '')).length,
    gaps: rows.filter((row) => row.largestGapKm2 !== null && inBox(row.largestGapPoint)).length,
    hamlets: (localities ?? []).filter(({ position }) => inBox(position)).length,
    oldCentres: oldUnits.filter(({ centre }) => inBox(centre)).length,
    districts: new Set(land.flatMap(({ code }) => districtOf.get(code)?.district ?? [])).size,
    coverage: (coverage ?? []).filter((area) => counts(area) && (box === null || landMeetsBox(area.geometry, box))).length,
    measurements: (measurements ?? []).filter((reading) => counts(reading) && inBox(reading.position)).length,
    conflicts: conflicts.filter(({ reading }) => inBox(reading.position)).length,
  };
}
