/**
 * Coverage gaps by commune × technology × operator: the result that everything else shows.
 */
import { type CommuneIndex, createCommuneIndex } from './commune-index';
import { createCover, type Remainder } from './cover';
import { areaKm2 } from './geodesic';
import { createSurroundings, type HamletState, hamletState, servedShare, type Surroundings } from './hamlets';
import type { Box, Cell, Commune, CoverageArea, FibreEndpoint, FibreRoute, GapRow, LngLat, Locality, Measurement, MultiPolygonRings, Ring, Technology } from './model';
import { TECHNOLOGIES } from './model';
import { nearestAfter, nearestKm } from './nearest';
import { nearestFibre } from './nearest-fibre';
import { once, remembered } from './once';
import { boundaryRings, connectedPieces, difference, union } from './overlay';
import { poleOfInaccessibility } from './pole';
import { communeRegion, type Region, regionOf } from './region';
import { roamingCover } from './roaming';
import type { GapSettings } from './settings';
import { type ChangedSituation, changedSituation, type Ground, type Question, type Service, type Situation, sourcesOf, touchedCommunes, withRows } from './situation';
import { coverOfPairs, type Pair, pairsOf } from './sources';
import { activePositions, countStations, stationsByCommune } from './stations';
import type { RingCache } from './subtraction';
import { compareText } from './text-order';

/** Below this share of the commune a gap, or what is covered, counts as nothing. */
const NOTHING_SHARE = 1e-6;

/** null: not given. An empty list was given and says that there is none. */
export interface GapInput {
  communes: readonly Commune[];
  cells: readonly Cell[] | null;
  coverage: readonly CoverageArea[] | null;
  measurements?: readonly Measurement[] | null;
  localities: readonly Locality[] | null;
  fibre: readonly FibreEndpoint[] | null;
  /** Fibre cables' ways: wherever one passes, fibre is as near as at an endpoint. */
  routes?: readonly FibreRoute[] | null;
  /** Masts that a scenario adds: they cover by the radius model whatever the source of coverage, and count where stations are given. */
  added?: readonly Cell[];
  /** Codes of the communes in which all operators share their networks. */
  roaming?: readonly string[];
  /** Whether stations, hamlets or polygons are the bundled ones; goes into every row. */
  bundled: boolean;
}

export interface GapPolygons {
  /** Empty for covered and no-data rows. */
  gap: MultiPolygonRings;
  /** The part that no source speaks of; empty where they speak of all or of nothing. */
  unknown: MultiPolygonRings;
}

export interface CommuneGaps {
  rows: GapRow[];
  /** Polygons of a row, made when asked for. */
  shapesOf(row: number): GapPolygons;
  /** For each row, whether its land is the polygon kernel's because the stations stand in a degenerate way (see `Remainder`). */
  degenerate: boolean[];
  /** States of the commune's hamlets for each row; null where there is no data: for the row, or at the hamlet. */
  hamlets: ((HamletState | null)[] | null)[];
  /** The hamlets of the commune, in the order of `hamlets`. */
  localities: Locality[];
  /** Of a row, the served share of each hamlet's surroundings, 0…1, made when asked for; null as in `hamlets`. */
  servedSharesOf(row: number): (number | null)[] | null;
}

/** What is looked at together: technologies of operators, less what is switched off. */
export interface QuestionSpec {
  technology: Technology | 'any';
  /** The technologies that count for it. */
  of: readonly Technology[];
  /** null for all. */
  operators: readonly string[] | null;
  /** Technologies switched off: their pairs still occur but cover nothing. */
  off: readonly Technology[];
}

/** A computation ready to run, commune by commune, so that a worker can report progress and stop between them. */
export interface GapPlan {
  /** In the order of codes. */
  communes: readonly Commune[];
  questions: readonly QuestionSpec[];
  /** Whether any pair of the question occurs in the sources. */
  hasData(question: number): boolean;
  /** Whether the point is served; false where the question has no data. */
  reaches(question: number, point: LngLat): boolean;
  /** Whether the sources of the question speak of the point at all. */
  knows(question: number, point: LngLat): boolean;
  /** Boundary rings of what is not served of a region whose box is `box`; all of it where the question has no data. */
  unservedPart(question: number, region: readonly Ring[], box: Box): Ring[];
  /** Rows of one commune, one for each question. */
  gapsOf(commune: Commune): CommuneGaps;
  /** The largest gap of a question with pieces joined across communes; null where there is none or no data. */
  joinedLargestGap(question: number): { areaKm2: number; point: LngLat; nearestSiteKm: number | null; nearestFibreKm: number | null } | null;
  /**
   * The plan after some stations went and others came: moved, added, switched off (its row with another status). What
   * was computed stands where the change does not reach. `removed` are rows of the input themselves, not copies.
   */
  changed(removed: readonly Cell[], added: readonly Cell[]): GapPlan;
}

/** All rows, in the order of commune codes, then of questions. Not rounded. The order of inputs never changes a result. */
export function computeGaps(input: GapInput, settings: GapSettings): GapRow[] {
  const plan = planGaps(input, settings);
  return plan.communes.flatMap((commune) => plan.gapsOf(commune).rows);
}

/**
 * Prepares a computation. Without `specs` the questions are those of the settings: the technologies asked, then `any`,
 * for all the operators asked together, then (`byOperator`) for each.
 */
export function planGaps(input: GapInput, settings: GapSettings, specs?: readonly QuestionSpec[]): GapPlan {
  const communes = [...input.communes].sort((a, b) => compareText(a.code, b.code));
  const pairs = pairsOf(sourcesOf(input), settings);
  const sharing = new Set(input.roaming);
  const ask = asker(pairs, communes.filter((c) => sharing.has(c.code)));
  const index = createCommuneIndex(communes);
  const localities = input.localities && localitiesByCommune(index, input.localities);
  const surroundingsOf = createSurroundings(communes, settings.lom);
  const ground: Ground = {
    input, settings, specs, communes, index, localities,
    surroundings: remembered((commune) => (localities?.get(commune.code) ?? []).map((h) => surroundingsOf(h.position))),
    fibreKm: nearestFibre(input),
    outline: once(() => regionOf(union(communes.flatMap((c) => boundaryRings(c.geometry))))),
  };
  const questions = (specs ?? questionsOfSettings(pairs, settings)).map(ask);
  const standing = input.cells && [...input.cells, ...(input.added ?? [])];
  return planOn(ground, {
    cells: input.cells, pairs, questions,
    stations: standing && stationsByCommune(index, standing),
    sitePositions: questions.map((q) => activePositions(standing, q)),
  }, new Map());
}

/** `done` holds what is computed already. */
function planOn(ground: Ground, situation: Situation, done: Map<string, CommuneGaps>): GapPlan {
  const { communes } = ground;
  const { questions } = situation;
  return {
    communes,
    questions,
    hasData: (q) => questions[q]!.cover !== null,
    reaches: (q, point) => questions[q]!.cover?.reaches(point) ?? false,
    knows: (q, point) => questions[q]!.cover !== null && (questions[q]!.known?.reaches(point) ?? true),
    unservedPart: (q, region, box) => questions[q]!.cover?.subtractFrom(region, box) ?? [...region],
    gapsOf(commune) {
      let gaps = done.get(commune.code);
      if (!gaps) done.set(commune.code, (gaps = communeGaps(ground, situation, commune)));
      return gaps;
    },
    joinedLargestGap(q) {
      const { cover } = questions[q]!;
      if (!cover || communes.length === 0) return null;
      const outline = ground.outline();
      const unknown = unknownPart(questions[q]!, outline);
      const largest = cover.leftOf(unknown ? regionOf(difference(outline.rings, unknown)) : outline).largest();
      if (!largest) return null;
      const point = poleOfInaccessibility(largest.outline);
      return { areaKm2: largest.areaM2 / 1e6, point, ...distancesFrom(point, ground, situation, q) };
    },
    changed(removed, added) {
      const next = changedSituation(ground, situation, removed, added);
      if (!next) {
        const cells = withRows(situation.cells ?? [], removed, added);
        return planGaps({ ...ground.input, cells }, ground.settings, ground.specs);
      }
      const touched = touchedCommunes(ground, [...removed, ...added]);
      const kept = new Map<string, CommuneGaps>();
      for (const [code, gaps] of done) if (!touched.has(code)) kept.set(code, withDistances(gaps, next));
      return planOn(ground, next, kept);
    },
  };
}

function communeGaps(ground: Ground, situation: Situation, commune: Commune): CommuneGaps {
  const { input, settings, localities } = ground;
  const region = communeRegion(commune.geometry);
  const totalKm2 = areaKm2(commune.geometry);
  const hamlets = localities?.get(commune.code) ?? [];
  const surroundings = ground.surroundings(commune);
  const polygons: (() => GapPolygons)[] = [];
  const result: CommuneGaps = {
    rows: [], degenerate: [], hamlets: [], localities: hamlets,
    shapesOf: (row) => polygons[row]!(),
    servedSharesOf: (row) => result.hamlets[row]?.map((state, i) => state && servedShare(hamlets[i]!.position, surroundings[i]!, situation.questions[row]!.cover!, settings.lom)) ?? null,
  };
  situation.questions.forEach((question, q) => {
    const service = (question.sharing && input.roaming!.includes(commune.code) ? question.sharing.shared : question.sharing?.alone) ?? question;
    const row = emptyRow(commune, question, service, totalKm2, input.bundled);
    if (situation.stations) countStations(row, situation.stations.get(commune.code) ?? [], question);
    let states: (HamletState | null)[] | null = null;
    let left: Remainder | null = null;
    let unknown: Ring[] | null = null;
    if (service.cover) {
      if (localities) states = judge(hamlets, surroundings, question, settings);
      unknown = unknownPart(service, region);
      const known = unknown ? regionOf(difference(region.rings, unknown)) : region;
      left = service.cover.leftOf(known);
      fillLand(row, unknown ? known.areaM2 / 1e6 : totalKm2, left, totalKm2);
      if (row.state === 'no-data') states = null;
      if (row.largestGapPoint) Object.assign(row, distancesFrom(row.largestGapPoint, ground, situation, q));
    }
    fillPeople(row, commune, localities ? hamlets : null, states);
    result.rows.push(row);
    polygons.push(() => ({
      gap: left && row.largestGapPoint ? left.pieces() : [],
      unknown: unknown && row.state !== 'no-data' ? connectedPieces(unknown) : [],
    }));
    result.degenerate.push(left?.degenerate ?? false);
    result.hamlets.push(states);
  });
  return result;
}

function distancesFrom(point: LngLat, { fibreKm }: Ground, { sitePositions }: Situation, question: number) {
  return { nearestSiteKm: nearestKm(point, sitePositions[question]!), nearestFibreKm: fibreKm(point) };
}

/** The gaps of a commune that a change does not reach: other masts may be the nearest now. */
function withDistances(gaps: CommuneGaps, { sitePositions, vacated, settled }: ChangedSituation): CommuneGaps {
  const rows = gaps.rows.map((row, q) => {
    if (!row.largestGapPoint) return row;
    const nearestSiteKm = nearestAfter(row.largestGapPoint, row.nearestSiteKm, vacated[q]!, settled[q]!, sitePositions[q]!);
    return nearestSiteKm === row.nearestSiteKm ? row : { ...row, nearestSiteKm };
  });
  return { ...gaps, rows };
}

function questionsOfSettings(pairs: readonly Pair[], settings: GapSettings): QuestionSpec[] {
  const occurring = TECHNOLOGIES.filter((t) => pairs.some((p) => p.technology === t));
  const technologies = settings.technologies ? TECHNOLOGIES.filter((t) => settings.technologies!.includes(t)) : occurring;
  const asked = settings.operators ? [...new Set(settings.operators)].sort(compareText) : null;
  const groups: (readonly string[] | null)[] = [asked];
  if (settings.byOperator) {
    const each = asked ?? [...new Set(pairs.flatMap((p) => p.operator ?? []))].sort(compareText);
    if (asked?.length !== 1) groups.push(...each.map((operator) => [operator]));
  }
  return groups.flatMap((operators): QuestionSpec[] => [
    ...technologies.map((technology): QuestionSpec => ({ technology, of: [technology], operators, off: settings.off })),
    { technology: 'any', of: technologies, operators, off: settings.off },
  ]);
}

/** Makes questions of the pairs, of which those of all operators serve everyone in the communes `sharing`. */
function asker(pairs: readonly Pair[], sharing: readonly Commune[]): (spec: QuestionSpec) => Question {
  const rings: RingCache = new Map();
  return (spec) => {
    const { operators } = spec;
    const counted = pairs.filter((p) => spec.of.includes(p.technology));
    const isAsked = (p: Pair) => operators === null || (p.operator !== null && operators.includes(p.operator));
    const alone = serviceOf(spec, counted.filter(isAsked), rings);
    const roams = operators !== null && sharing.length > 0 && pairs.some(isAsked);
    const shared = roams ? serviceOf(spec, counted, rings) : null;
    const named = { ...spec, operator: operators ? operators.join('+') : '*' };
    return shared?.cover ? { ...named, ...withRoaming(alone, shared, sharing), sharing: { alone, shared } } : { ...named, ...alone, sharing: null };
  };
}

function serviceOf(spec: QuestionSpec, pairs: readonly Pair[], rings: RingCache): Service {
  return {
    cover: pairs.length > 0 ? coverOfPairs(pairs.filter((p) => !spec.off.includes(p.technology)), rings) : null,
    kinds: [...new Set(pairs.flatMap((p) => [...p.kinds]))].sort(compareText),
    known: pairs.length > 0 && pairs.every((p) => p.known) ? createCover([], pairs.map((p) => p.known!)) : null,
    withoutData: spec.of.filter((t) => !pairs.some((p) => p.technology === t)),
  };
}

/** Where everyone is served by all, in the communes `sharing`, and elsewhere by those asked. */
function withRoaming(alone: Service, shared: Service, sharing: readonly Commune[]): Service {
  const nothing = createCover([], []);
  const knownEverywhere = alone.cover !== null && alone.known === null;
  const knownShared = shared.known ?? createCover([], sharing.map((c) => c.geometry));
  return {
    ...alone,
    cover: roamingCover(alone.cover ?? nothing, shared.cover!, sharing),
    known: knownEverywhere ? null : roamingCover(alone.known ?? nothing, knownShared, sharing),
  };
}

function emptyRow(commune: Commune, question: Question, service: Service, totalKm2: number, bundled: boolean): GapRow {
  return {
    code: commune.code,
    name: commune.name,
    technology: question.technology,
    operator: question.operator,
    state: 'no-data',
    withoutData: service.withoutData,
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
    source: service.kinds,
    bundled,
  };
}

/** The part of a region that no source speaks of; null where they speak of everything. */
function unknownPart({ known }: Service, region: Region): Ring[] | null {
  return known && known.subtractFrom(region.rings, region.box);
}

/** Land of a row with data: `left` is the gap in the part that sources speak of. */
function fillLand(row: GapRow, speaksOfKm2: number, left: Remainder, totalKm2: number): void {
  const knownKm2 = Math.min(speaksOfKm2, totalKm2);
  // Readings that reach no square of the commune say nothing of it.
  if (knownKm2 < totalKm2 * NOTHING_SHARE) return;
  const whole = knownKm2 > totalKm2 * (1 - NOTHING_SHARE);
  const gapKm2 = Math.min(Math.max(left.areaM2 / 1e6, 0), totalKm2);
  row.gapKm2 = gapKm2;
  row.coveredKm2 = Math.max(0, (whole ? totalKm2 : knownKm2) - gapKm2);
  row.noDataKm2 = totalKm2 - row.gapKm2 - row.coveredKm2;
  row.gapShare = totalKm2 > 0 ? gapKm2 / totalKm2 : 0;
  row.state = row.gapShare < NOTHING_SHARE ? 'covered' : row.coveredKm2 < totalKm2 * NOTHING_SHARE ? 'gap' : 'partial';
  row.largestGapKm2 = 0;
  if (row.state === 'covered') return;
  const largest = left.largest();
  if (!largest) return;
  row.largestGapKm2 = largest.areaM2 / 1e6;
  row.largestGapPoint = poleOfInaccessibility(largest.outline);
}

function judge(hamlets: readonly Locality[], surroundings: readonly Surroundings[], { cover, known }: Service, settings: GapSettings): (HamletState | null)[] {
  return hamlets.map((hamlet, i) => (known && !known.reaches(hamlet.position) ? null : hamletState(hamlet.position, surroundings[i]!, cover!, settings.lom)));
}

/** People and hamlets: from the hamlets where some are loaded here with a figure, else the census spread over the land. */
function fillPeople(row: GapRow, commune: Commune, hamlets: readonly Locality[] | null, states: readonly (HamletState | null)[] | null): void {
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

/** Hamlets by commune: that of their code, else the one that contains them. */
function localitiesByCommune(index: CommuneIndex, localities: readonly Locality[]): Map<string, Locality[]> {
  const byCode = new Map<string, Locality[]>(index.communes.map((c) => [c.code, []]));
  for (const locality of localities) {
    const code = locality.communeCode !== null && byCode.has(locality.communeCode) ? locality.communeCode : index.locate(locality.position)?.code;
    if (code !== undefined) byCode.get(code)!.push(locality);
  }
  for (const list of byCode.values()) list.sort((a, b) => compareText(a.localityId, b.localityId));
  return byCode;
}
