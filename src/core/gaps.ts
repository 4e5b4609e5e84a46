/**
 * Coverage gaps by commune × technology × operator: the result that everything else shows.
 * `gapsByCommune` is a generator so that a worker can report progress and be cancelled between communes.
 */
import { boxOfGeometry } from './box';
import { createCommuneIndex } from './commune-index';
import { areaKm2, ringAreaM2 } from './geodesic';
import { createSurroundings, type HamletState, hamletState, type Surroundings } from './hamlets';
import type {
  Cell, Commune, CoverageArea, CoverageKind, FibreEndpoint, GapRow, LngLat, Locality, MultiPolygonRings, PolygonRings, Ring, Technology,
} from './model';
import { TECHNOLOGIES } from './model';
import { nearestKm } from './nearest';
import { boundaryRings, connectedPieces } from './overlay';
import { poleOfInaccessibility } from './pole';
import type { GapSettings } from './settings';
import { compareText, coverOfPairs, type Pair, pairsOf } from './sources';
import type { Cover } from './cover';

/** Below this share of the commune a gap, or what is covered, counts as nothing. */
const NOTHING_SHARE = 1e-6;

/** null: not given. An empty list was given and says that there is none. */
export interface GapInput {
  communes: readonly Commune[];
  cells: readonly Cell[] | null;
  coverage: readonly CoverageArea[] | null;
  localities: readonly Locality[] | null;
  fibre: readonly FibreEndpoint[] | null;
  /** Whether stations, hamlets or polygons are the bundled ones; goes into every row. */
  bundled: boolean;
}

export interface CommuneGaps {
  rows: GapRow[];
  /** Gap polygons of each row, where `wantGeometry`; empty for covered and no-data rows. */
  geometries: MultiPolygonRings[];
  /** States of the commune's hamlets for each row; null where the row has no data. */
  hamlets: (HamletState[] | null)[];
  /** The hamlets of the commune, in the order of `hamlets`. */
  localities: Locality[];
}

/** A column of the result: which pairs are looked at together. */
interface Question {
  technology: Technology | 'any';
  /** The technologies that count for it. */
  of: readonly Technology[];
  operator: string;
  /** null for all. */
  operators: readonly string[] | null;
  cover: Cover | null;
  kinds: CoverageKind[];
  withoutData: Technology[];
}

/** All rows of `gapsByCommune`, in the order of commune codes. Not rounded. */
export function computeGaps(input: GapInput, settings: GapSettings): GapRow[] {
  const rows: GapRow[] = [];
  for (const commune of gapsByCommune(input, settings)) rows.push(...commune.rows);
  return rows;
}

/**
 * One result a commune, in the order of codes. Rows: the technologies asked, then `any`, for all the operators asked
 * together, then (`byOperator`) for each. The order of inputs never changes a result.
 */
export function* gapsByCommune(input: GapInput, settings: GapSettings, wantGeometry = false): Generator<CommuneGaps, void, void> {
  const communes = [...input.communes].sort((a, b) => compareText(a.code, b.code));
  const cells = switchOff(input.cells, settings.off);
  const questions = questionsOf(pairsOf(cells, input.coverage, settings), settings);
  const stations = stationsByCommune(communes, cells);
  const localities = localitiesByCommune(communes, input.localities);
  const surroundingsOf = createSurroundings(communes, settings.lom);
  const sitePositions = new Map(questions.map((q) => [q.operator, activePositions(cells, q.operators)]));
  const fibrePositions = input.fibre?.flatMap((f) => (f.position && f.status === 'active' ? [f.position] : [])) ?? null;

  for (const commune of communes) {
    const region = boundaryRings(commune.geometry);
    const box = boxOfGeometry(commune.geometry);
    const totalKm2 = areaKm2(commune.geometry);
    const hamlets = localities?.get(commune.code) ?? [];
    const surroundings = hamlets.map((h) => surroundingsOf(h.position));
    const result: CommuneGaps = { rows: [], geometries: [], hamlets: [], localities: hamlets };
    for (const question of questions) {
      const row = emptyRow(commune, question, totalKm2, input.bundled);
      countStations(row, stations?.get(commune.code) ?? (stations ? [] : null), question);
      const states = question.cover && input.localities ? judge(hamlets, surroundings, question.cover, settings) : null;
      const gap = question.cover ? question.cover.subtractFrom(region, box) : null;
      if (gap) {
        const pieces = fillLand(row, gap, totalKm2);
        if (row.largestGapPoint) {
          row.nearestSiteKm = nearestKm(row.largestGapPoint, sitePositions.get(question.operator) ?? []);
          row.nearestFibreKm = fibrePositions && nearestKm(row.largestGapPoint, fibrePositions);
        }
        result.geometries.push(wantGeometry ? pieces : []);
      } else {
        result.geometries.push([]);
      }
      fillPeople(row, commune, input.localities ? hamlets : null, states);
      result.rows.push(row);
      result.hamlets.push(states);
    }
    yield result;
  }
}

/** Rows of the technologies switched off stay, as off: their pairs still occur. */
function switchOff(cells: readonly Cell[] | null, off: readonly Technology[]): readonly Cell[] | null {
  if (!cells || off.length === 0) return cells;
  return cells.map((cell) => (off.includes(cell.technology) ? { ...cell, status: 'off' } : cell));
}

function questionsOf(pairs: readonly Pair[], settings: GapSettings): Question[] {
  const occurring = TECHNOLOGIES.filter((t) => pairs.some((p) => p.technology === t));
  const technologies = settings.technologies ? TECHNOLOGIES.filter((t) => settings.technologies!.includes(t)) : occurring;
  const asked = settings.operators ? [...new Set(settings.operators)].sort(compareText) : null;
  const groups: { operator: string; operators: readonly string[] | null }[] = [
    { operator: asked ? asked.join('+') : '*', operators: asked },
  ];
  if (settings.byOperator) {
    const each = asked ?? [...new Set(pairs.map((p) => p.operator))].sort(compareText);
    for (const operator of each) if (operator !== groups[0]!.operator) groups.push({ operator, operators: [operator] });
  }
  return groups.flatMap(({ operator, operators }) => {
    const own = pairs.filter((p) => !operators || operators.includes(p.operator));
    const question = (technology: Technology | 'any', of: readonly Technology[]): Question => {
      const chosen = own.filter((p) => of.includes(p.technology));
      return {
        technology,
        of,
        operator,
        operators,
        cover: chosen.length > 0 ? coverOfPairs(chosen) : null,
        kinds: [...new Set(chosen.flatMap((p) => [...p.kinds]))].sort(compareText),
        withoutData: of.filter((t) => !chosen.some((p) => p.technology === t)),
      };
    };
    return [...technologies.map((t) => question(t, [t])), question('any', technologies)];
  });
}

function emptyRow(commune: Commune, question: Question, totalKm2: number, bundled: boolean): GapRow {
  return {
    code: commune.code,
    name: commune.name,
    technology: question.technology,
    operator: question.operator,
    state: 'no-data',
    withoutData: question.withoutData,
    areaKm2: totalKm2,
    coveredKm2: null,
    gapKm2: null,
    noDataKm2: totalKm2,
    gapShare: null,
    bts: null,
    sites: null,
    largestGapKm2: null,
    largestGapPoint: null,
    nearestSiteKm: null,
    nearestFibreKm: null,
    population: null,
    populationGap: null,
    populationLom: null,
    populationMissing: null,
    populationBasis: null,
    localities: null,
    localitiesTrang: null,
    localitiesLom: null,
    source: question.kinds,
    bundled,
  };
}

/** Land of a row with data; returns the gap's pieces. */
function fillLand(row: GapRow, gap: readonly Ring[], totalKm2: number): MultiPolygonRings {
  let gapKm2 = 0;
  for (const ring of gap) gapKm2 += ringAreaM2(ring) / 1e6;
  gapKm2 = Math.min(Math.max(gapKm2, 0), totalKm2);
  row.gapKm2 = gapKm2;
  row.coveredKm2 = totalKm2 - gapKm2;
  row.noDataKm2 = 0;
  row.gapShare = totalKm2 > 0 ? gapKm2 / totalKm2 : 0;
  row.state = row.gapShare < NOTHING_SHARE ? 'covered' : row.gapShare > 1 - NOTHING_SHARE ? 'gap' : 'partial';
  row.largestGapKm2 = 0;
  if (row.state === 'covered') return [];
  const pieces = connectedPieces(gap);
  let largest: PolygonRings | null = null;
  for (const piece of pieces) {
    const size = areaKm2([piece]);
    if (size > row.largestGapKm2) {
      row.largestGapKm2 = size;
      largest = piece;
    }
  }
  if (largest) row.largestGapPoint = poleOfInaccessibility(largest);
  return pieces;
}

function judge(hamlets: readonly Locality[], surroundings: readonly Surroundings[], cover: Cover, settings: GapSettings): HamletState[] {
  return hamlets.map((hamlet, i) => hamletState(hamlet.position, surroundings[i]!, cover, settings.lom));
}

/** People and hamlets: from the hamlets where some are loaded here with a figure, else the census spread over the land. */
function fillPeople(row: GapRow, commune: Commune, hamlets: readonly Locality[] | null, states: readonly HamletState[] | null): void {
  if (hamlets) {
    row.localities = hamlets.length;
    if (states) {
      row.localitiesTrang = states.filter((s) => s === 'trang').length;
      row.localitiesLom = states.filter((s) => s === 'lom').length;
    }
    row.populationMissing = hamlets.filter((h) => h.population === null).length;
    if (row.populationMissing < hamlets.length) {
      const peopleIn = (state: HamletState | null) =>
        hamlets.reduce((sum, h, i) => sum + (state === null || states?.[i] === state ? (h.population ?? 0) : 0), 0);
      row.populationBasis = 'localities';
      row.population = peopleIn(null);
      if (states) {
        row.populationGap = peopleIn('trang');
        row.populationLom = peopleIn('lom');
      }
      return;
    }
  }
  if (commune.population === null) return;
  row.populationBasis = 'census-spread';
  row.population = commune.population;
  if (row.gapShare !== null) row.populationGap = commune.population * row.gapShare;
}

interface Station {
  siteId: string;
  technology: Technology;
  operator: string;
}

/** Active BTS of each commune; a station belongs to the commune that contains it. */
function stationsByCommune(communes: readonly Commune[], cells: readonly Cell[] | null): Map<string, Station[]> | null {
  if (!cells) return null;
  const index = createCommuneIndex(communes);
  const stations = new Map<string, Station[]>();
  for (const cell of cells) {
    if (cell.status !== 'active') continue;
    const code = index.locate(cell.position)?.code;
    if (code === undefined) continue;
    const list = stations.get(code);
    if (list) list.push(cell);
    else stations.set(code, [cell]);
  }
  return stations;
}

function countStations(row: GapRow, stations: readonly Station[] | null, question: Question): void {
  if (!stations) return;
  const bts = new Set<string>();
  const sites = new Set<string>();
  for (const { siteId, technology, operator } of stations) {
    if (!question.of.includes(technology)) continue;
    if (question.operators && !question.operators.includes(operator)) continue;
    bts.add(`${technology}\n${operator}\n${siteId}`);
    sites.add(siteId);
  }
  row.bts = bts.size;
  row.sites = sites.size;
}

/** Hamlets by commune: that of their code, else the one that contains them. */
function localitiesByCommune(communes: readonly Commune[], localities: readonly Locality[] | null): Map<string, Locality[]> | null {
  if (!localities) return null;
  const byCode = new Map<string, Locality[]>(communes.map((c) => [c.code, []]));
  const index = createCommuneIndex(communes);
  for (const locality of localities) {
    const code = locality.communeCode !== null && byCode.has(locality.communeCode) ? locality.communeCode : index.locate(locality.position)?.code;
    if (code !== undefined) byCode.get(code)!.push(locality);
  }
  for (const list of byCode.values()) list.sort((a, b) => compareText(a.localityId, b.localityId));
  return byCode;
}

function activePositions(cells: readonly Cell[] | null, operators: readonly string[] | null): LngLat[] {
  const bySite = new Map<string, LngLat>();
  for (const cell of cells ?? []) {
    if (cell.status !== 'active' || (operators && !operators.includes(cell.operator))) continue;
    bySite.set(`${cell.position[0]},${cell.position[1]}`, cell.position);
  }
  return [...bySite.values()];
}
