/** What the page and the worker say to each other. */
import type { CandidateKind } from '../core/candidates';
import type { Band, BandedRank } from '../core/certainty';
import type { NeedMeasure } from '../core/commune-rank';
import type { CommuneReport, ReportScope } from '../core/commune-report';
import type { AnyComparison } from '../core/compare';
import type { Conflicts } from '../core/conflicts';
import type { CriticalMast } from '../core/critical-masts';
import type { GapDifference } from '../core/gap-difference';
import type { QuestionSpec } from '../core/gaps';
import type { HamletState } from '../core/hamlets';
import type {
  Box, Cell, Commune, CoverageArea, DatasetKind, FibreEndpoint, FibreRoute, GapRow, Issue, LngLat, Locality, Measurement, MultiPolygonRings, OldUnit, Provenance,
} from '../core/model';
import type { NextMasts, NextMastsQuestion } from '../core/next-masts';
import type { Scenario, ScenarioLimit } from '../core/scenario';
import type { HamletChanges } from '../core/scenario-difference';
import type { GapSettings, MeasuredRule } from '../core/settings';
import type { Indicators, OpeningFile } from '../formats/bundled-files';
import type { ProjectTrouble, StoredDataset, StoredProject } from '../formats/project-file';

/** One thing that was loaded: what it is, from where, how much. */
export interface DatasetInfo {
  id: string;
  kind: DatasetKind;
  provenance: Provenance;
  /** null: not loaded yet. */
  rowCount: number | null;
  /** Of the reader's own data, for keeping; null for bundled ones. */
  rows: readonly unknown[] | null;
}

/** Everything loaded, as rows. */
export interface ProjectData {
  /** In the order they came; bundled ones leave when the reader's own of their kind arrive. */
  datasets: DatasetInfo[];
  /** How many accepted imports can be taken back. */
  undoable: number;
  communes: Commune[];
  oldUnits: OldUnit[];
  cells: Cell[];
  localities: Locality[];
  /** Commune that hamlets lie in whose own code is of none loaded, by hamlet id; those outside all are left out. */
  communesOfStrayHamlets: Map<string, string>;
  fibre: FibreEndpoint[];
  routes: FibreRoute[];
  coverage: CoverageArea[];
  measurements: Measurement[];
  /** Reported figures: the reader's own where some are loaded, else the bundled ones. */
  indicators: Indicators;
  /** ISO date of the bundled stations and figures. */
  dataDate: string;
  provenance: Provenance[];
}

/** A file read and understood, but not yet part of the project. */
export interface ImportPreview {
  token: number;
  file: string;
  kind: DatasetKind;
  kindGuessed: boolean;
  format: string | null;
  encoding: string | null;
  /** Line of the header row; null where the format has none. */
  headerLine: number | null;
  /** The header row that the reader named is not there. */
  headerMissing: boolean;
  columns: string[];
  /** Field of the contract → header taken for it. */
  mapping: Record<string, string>;
  /** Fields of the kind. */
  fields: { name: string; required: boolean }[];
  rowCount: number;
  goodRows: number;
  issues: Issue[];
  /** Cells of the first rows, as the file has them, in the order of `columns`. */
  sample: string[][];
  /** Cells of the rows that issues speak of, by `line`. */
  issueRows: Map<number, string[]>;
  /** Places of good rows that issues speak of, by `line`. */
  issuePlaces: Map<number, LngLat>;
  /** Where the good points and areas lie; null where there are none. */
  box: Box | null;
  /** Nothing of it can be used. */
  unusable: boolean;
}

/** One table of a file: a sheet, a layer, a file in an archive, or the file itself. */
export interface FilePart {
  layer: string | null;
  bytes: ArrayBuffer;
  from: string | null;
}

/** What a file turned out to be: a whole project, or tables. */
export interface OpenedFile {
  project: StoredProject | null;
  /** It is a project file, but cannot be opened. */
  trouble: ProjectTrouble | null;
  parts: FilePart[];
}

export interface ImportOptions {
  kind?: DatasetKind;
  crs?: string;
  map?: Record<string, string>;
  set?: Record<string, string>;
  /** Line of the header row, counted from 1. */
  headerLine?: number;
}

/** The newer of two versions: datasets of the project, or a file that was read and is not part of it yet. */
export type ComparedSide = { datasets: readonly string[] } | { token: number };

/** From the stations by the radius model, from coverage polygons, or from readings. */
export type CoverageChoice = 'stations' | 'claimed' | 'measured';

export interface GapsRequest {
  coverage: CoverageChoice;
  settings: GapSettings;
  questions: QuestionSpec[];
  /** What if; left out: as things are. */
  scenario?: Scenario;
}

/** The sources under a scenario, and the settings with the technologies and operators that count. */
export interface ScenarioRequest {
  coverage: CoverageChoice;
  settings: GapSettings;
  scenario: Scenario;
}

/** What a scenario does to hamlets, and what its answer cannot show. */
export interface ScenarioEffect {
  hamlets: HamletChanges;
  limits: ScenarioLimit[];
  /** `stationKey` of the stations that are off under the scenario and were not before. */
  off: string[];
}

export interface NextMastsRequest extends ScenarioRequest {
  /** Where candidates come from; masts of the scenario count first. */
  candidates: CandidateKind[];
  gridMeters: number;
  question: NextMastsQuestion;
}

/** Everything about one commune. */
export interface ReportRequest {
  coverage: CoverageChoice;
  settings: GapSettings;
  scope: ReportScope;
  code: string;
}

/** The answer to one question, communes in the order of codes. */
export interface Answer {
  rows: GapRow[];
  /** State of each hamlet by its id; null where the question has no data. */
  hamlets: Map<string, HamletState> | null;
  /** Codes of old units whose centre is reached; null where the question has no data. */
  oldCentresReached: Set<string> | null;
  /** Codes of communes whose land the polygon kernel answered because the stations stand in a degenerate way. */
  degenerate: string[];
  /** Codes of old units whose centre no source of the question speaks of. */
  oldCentresUnknown: Set<string>;
}

/** What only the question on the map needs. */
export interface GapShapes {
  /** Gap polygons by commune code; communes without a gap are left out. */
  byCommune: Map<string, MultiPolygonRings>;
  /** Parts of communes that no source speaks of, by code; communes known or unknown as a whole are left out. */
  unknown: Map<string, MultiPolygonRings>;
  /** Where the scenario of the request changes the gap; null where it has none, or things as they are were not asked first. */
  difference: GapDifference | null;
  /** Largest gap with pieces joined across communes. */
  largest: { areaKm2: number; point: LngLat; nearestSiteKm: number | null; nearestFibreKm: number | null } | null;
}

export type Request =
  | { id: number; type: 'open'; texts: Record<OpeningFile, string> }
  /** The bundled polygons. What is asked of them waits for this. */
  | { id: number; type: 'coverage'; text: string }
  | { id: number; type: 'metres'; point: LngLat }
  | { id: number; type: 'gaps'; request: GapsRequest }
  | { id: number; type: 'shapes'; request: GapsRequest }
  /** The request's one question, while one mast of its scenario is being moved. */
  | { id: number; type: 'move'; request: GapsRequest; mast: string }
  | { id: number; type: 'effect'; request: ScenarioRequest }
  | { id: number; type: 'critical'; request: ScenarioRequest }
  | { id: number; type: 'next'; request: NextMastsRequest }
  | { id: number; type: 'ranks'; request: ScenarioRequest; question: QuestionSpec; measure: NeedMeasure; band: Band }
  | { id: number; type: 'report'; request: ReportRequest }
  | { id: number; type: 'reach'; request: GapsRequest; point: LngLat }
  | { id: number; type: 'conflicts'; rule: MeasuredRule }
  | { id: number; type: 'read'; file: string; bytes: ArrayBuffer; options: ImportOptions }
  | { id: number; type: 'unwrap'; file: string; bytes: ArrayBuffer }
  | { id: number; type: 'restore'; datasets: StoredDataset[] }
  | { id: number; type: 'accept'; token: number; dataset: string; provenance: Provenance; replace: boolean }
  | { id: number; type: 'compare'; before: readonly string[]; after: ComparedSide }
  | { id: number; type: 'drop'; token: number }
  | { id: number; type: 'remove'; dataset: string }
  | { id: number; type: 'undo' }
  /** How many answers are kept from now on. */
  | { id: number; type: 'keep'; answers: number }
  | { id: number; type: 'cancel' };

export type Response =
  | { id: number; type: 'progress'; done: number; total: number }
  | { id: number; type: 'opened'; data: ProjectData }
  | { id: number; type: 'answers'; answers: Answer[] }
  | { id: number; type: 'shapes'; shapes: GapShapes }
  | { id: number; type: 'moved'; rows: GapRow[] }
  | { id: number; type: 'effect'; effect: ScenarioEffect }
  | { id: number; type: 'critical'; masts: CriticalMast[] }
  | { id: number; type: 'next'; found: NextMasts }
  | { id: number; type: 'ranks'; ranks: BandedRank[] }
  | { id: number; type: 'report'; report: CommuneReport }
  | { id: number; type: 'reached'; reached: (boolean | null)[] }
  | { id: number; type: 'metres'; metres: { northing: number; easting: number } }
  | { id: number; type: 'conflicts'; conflicts: Conflicts }
  | { id: number; type: 'preview'; preview: ImportPreview }
  | { id: number; type: 'parts'; opened: OpenedFile }
  | { id: number; type: 'compared'; comparison: AnyComparison }
  | { id: number; type: 'done' }
  | { id: number; type: 'cancelled' }
  | { id: number; type: 'failed'; message: string; outOfMemory: boolean };
