/**
 * What if: technologies end, networks or masts fail, operators share, masts are added. A scenario is plain data; applied to
 * the sources it gives the sources of the day after, from which everything is computed as usual.
 */
import type { CommuneIndex } from './commune-index';
import type { GapInput } from './gaps';
import type { Backhaul, Cell, CoverageArea, LngLat, Measurement, Technology } from './model';

export interface TechnologyEnd {
  technology: Technology;
  /** null: of all operators. */
  operator: string | null;
  /** ISO day or month from which on it is off; null: whatever the day. */
  date: string | null;
}

/** What goes down. A mast goes down with all its technologies and operators. */
export interface Failures {
  operators: readonly string[];
  /** Site ids. */
  masts: readonly string[];
  /** Codes of communes that lose all the masts standing in them. */
  communes: readonly string[];
  /** Masts with a row that says that there is no grid power; of others it is not assumed. */
  withoutGridPower: boolean;
  /** Rows with microwave backhaul. */
  microwave: boolean;
}

/** A mast placed by hand. The radius model looks at its place and technologies; height and power are for models to come. */
export interface AddedMast {
  id: string;
  name: string;
  position: LngLat;
  technologies: readonly Technology[];
  operator: string;
  /** null: the radius of each technology. */
  radiusMeters: number | null;
  heightM: number | null;
  eirpDbm: number | null;
  hasElectricity: boolean | null;
  backhaul: Backhaul | null;
}

export interface Scenario {
  name: string;
  /** ISO day or month that is looked at: what ends later has not ended yet. null: everything has. */
  on: string | null;
  ends: readonly TechnologyEnd[];
  down: Failures;
  /** Codes of the communes in which all operators share their networks. */
  roaming: readonly string[];
  added: readonly AddedMast[];
}

/** A scenario as a project keeps it, in `project.json` under `scenarios`. */
export interface ScenarioRecord {
  id: string;
  /** ISO date and time of the last change. */
  changedAt: string;
  scenario: Scenario;
}

export const NO_SCENARIO: Scenario = {
  name: '',
  on: null,
  ends: [],
  down: { operators: [], masts: [], communes: [], withoutGridPower: false, microwave: false },
  roaming: [],
  added: [],
};

/** What a reading of a network that is off reads: of its square one still knows, namely that there is no signal. */
const NO_SIGNAL_DBM = -Infinity;

/**
 * The sources under a scenario. What is switched off stays among them and covers nothing, so that its pair is a gap and
 * never no data: stations with status `off`, polygons without area, readings without signal.
 * @param index of the communes of the input, for the masts that stand in one
 */
export function applyScenario(input: GapInput, scenario: Scenario, index: Pick<CommuneIndex, 'locate'>): GapInput {
  const pairIsOff = pairOffTest(scenario);
  const off = stationUnder(input, scenario, index);
  const coverage = input.coverage?.map((area): CoverageArea => (pairIsOff(area.technology, area.operator) ? { ...area, geometry: [] } : area));
  const measurements = input.measurements?.map((reading): Measurement =>
    (pairIsOff(reading.technology, reading.operator) ? { ...reading, signalDbm: NO_SIGNAL_DBM } : reading));
  return {
    ...input,
    cells: input.cells && input.cells.map(off),
    coverage: coverage ?? null,
    measurements: measurements ?? null,
    added: [...(input.added ?? []), ...scenario.added.flatMap(cellsOfMast)].map(off),
    roaming: [...new Set([...(input.roaming ?? []), ...scenario.roaming])],
  };
}

/** Makes of a station, also of one that is yet to come, what it is under the scenario. @param input before the scenario */
export function stationUnder(input: GapInput, scenario: Scenario, index: Pick<CommuneIndex, 'locate'>): (cell: Cell) => Cell {
  const pairIsOff = pairOffTest(scenario);
  const mastIsDown = mastDownTest(input, scenario, index);
  return (cell) => (cell.status === 'active' && (pairIsOff(cell.technology, cell.operator) || mastIsDown(cell)) ? { ...cell, status: 'off' } : cell);
}

/** The rows of a sites file that stand for the mast, one a technology. */
export function cellsOfMast(mast: AddedMast): Cell[] {
  const { id, name, position, operator, radiusMeters, heightM, eirpDbm, hasElectricity, backhaul } = mast;
  return mast.technologies.map((technology) => ({
    siteId: id, name, position, technology, operator, radiusMeters, antennaHeightM: heightM, eirpDbm, hasElectricity, backhaul,
    status: 'active', bandMhz: null, azimuthDeg: null, beamwidthDeg: null, asOf: null,
  }));
}

function endedOnes({ ends, on }: Scenario): TechnologyEnd[] {
  return ends.filter((end) => on === null || end.date === null || end.date <= on);
}

/** Technologies that have ended for everyone. */
export function endedTechnologies(scenario: Scenario): Technology[] {
  return endedOnes(scenario).flatMap((end) => (end.operator === null ? [end.technology] : []));
}

/** Whether all that one knows of a pair is off. `operator` null: readings that do not say whose. */
function pairOffTest(scenario: Scenario): (technology: Technology, operator: string | null) => boolean {
  const ended = endedOnes(scenario);
  const { down } = scenario;
  return (technology, operator) =>
    (operator !== null && down.operators.includes(operator)) || ended.some((end) => end.technology === technology && (end.operator === null || end.operator === operator));
}

function mastDownTest({ cells, added }: GapInput, { down }: Scenario, index: Pick<CommuneIndex, 'locate'>): (cell: Cell) => boolean {
  const masts = new Set(down.masts);
  if (down.withoutGridPower) for (const cell of [...(cells ?? []), ...(added ?? [])]) if (cell.hasElectricity === false) masts.add(cell.siteId);
  return (cell) =>
    masts.has(cell.siteId) ||
    (down.withoutGridPower && cell.hasElectricity === false) ||
    (down.microwave && cell.backhaul === 'microwave') ||
    (down.communes.length > 0 && down.communes.includes(index.locate(cell.position)?.code ?? ''));
}

/** What an answer cannot show, with how many rows it concerns. */
export interface ScenarioLimit {
  code:
    /** Masts go down, but polygons or readings do not say which mast serves them. */
    | 'masts-behind-areas'
    /** Readings without operator stay as they are when an operator is off. */
    | 'readings-of-nobody'
    /** Stations that do not say whether they have grid power are taken to have it. */
    | 'power-unknown'
    /** Stations that do not say how they are linked are taken not to be by microwave. */
    | 'backhaul-unknown'
    /** Names or ids in the scenario that no source has. */
    | 'unknown-masts';
  count: number;
}

/** What one has to know to read the answer. */
export function scenarioLimits(input: GapInput, { down, ends }: Scenario): ScenarioLimit[] {
  const cells = [...(input.cells ?? []), ...(input.added ?? [])];
  const areas = (input.coverage?.length ?? 0) + (input.measurements?.length ?? 0);
  const mastsFail = down.masts.length > 0 || down.communes.length > 0 || down.withoutGridPower || down.microwave;
  const operatorsFail = down.operators.length > 0 || ends.some((end) => end.operator !== null);
  const known = new Set(cells.map((cell) => cell.siteId));
  const limits: ScenarioLimit[] = [
    { code: 'masts-behind-areas', count: mastsFail ? areas : 0 },
    { code: 'readings-of-nobody', count: operatorsFail ? (input.measurements ?? []).filter((reading) => reading.operator === null).length : 0 },
    { code: 'power-unknown', count: down.withoutGridPower ? cells.filter((cell) => cell.hasElectricity === null).length : 0 },
    { code: 'backhaul-unknown', count: down.microwave ? cells.filter((cell) => cell.backhaul === null).length : 0 },
    { code: 'unknown-masts', count: down.masts.filter((id) => !known.has(id)).length },
  ];
  return limits.filter((limit) => limit.count > 0);
}
