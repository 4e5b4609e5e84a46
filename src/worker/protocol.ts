/** What the page and the worker say to each other. */
import type { QuestionSpec } from '../core/gaps';
import type { HamletState } from '../core/hamlets';
import type { Cell, Commune, CoverageArea, FibreEndpoint, GapRow, LngLat, Locality, MultiPolygonRings, OldUnit, Provenance } from '../core/model';
import type { GapSettings } from '../core/settings';
import type { BundledFile, Indicators } from '../formats/bundled-files';

/** Everything loaded, as rows. */
export interface ProjectData {
  communes: Commune[];
  oldUnits: OldUnit[];
  cells: Cell[];
  localities: Locality[];
  fibre: FibreEndpoint[];
  coverage: CoverageArea[];
  indicators: Indicators;
  provenance: Provenance[];
}

export interface GapsRequest {
  /** From the stations by the radius model, or from the coverage polygons. */
  coverage: 'stations' | 'claimed';
  settings: GapSettings;
  questions: QuestionSpec[];
}

/** The answer to one question, communes in the order of codes. */
export interface Answer {
  rows: GapRow[];
  /** State of each hamlet by its id; null where the question has no data. */
  hamlets: Map<string, HamletState> | null;
  /** Codes of old units whose centre is reached; null where the question has no data. */
  oldCentresReached: Set<string> | null;
}

/** What only the question on the map needs. */
export interface GapShapes {
  /** Gap polygons by commune code; communes without a gap are left out. */
  byCommune: Map<string, MultiPolygonRings>;
  /** Largest gap with pieces joined across communes. */
  largest: { areaKm2: number; point: LngLat; nearestSiteKm: number | null; nearestFibreKm: number | null } | null;
}

export type Request =
  | { id: number; type: 'open'; texts: Record<BundledFile, string> }
  | { id: number; type: 'gaps'; request: GapsRequest }
  | { id: number; type: 'shapes'; request: GapsRequest }
  | { id: number; type: 'cancel' };

export type Response =
  | { id: number; type: 'progress'; done: number; total: number }
  | { id: number; type: 'opened'; data: ProjectData }
  | { id: number; type: 'answers'; answers: Answer[] }
  | { id: number; type: 'shapes'; shapes: GapShapes }
  | { id: number; type: 'cancelled' }
  | { id: number; type: 'failed'; message: string };
