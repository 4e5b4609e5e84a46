/** What the map shows, as plain data: `state` makes it, `features.ts` turns it into GeoJSON, `map` draws it. */
import type { Geometry } from 'geojson';
import type { Conflict } from '../core/conflicts';
import type { HamletState } from '../core/hamlets';
import type { Cell, Commune, CoverageArea, FibreEndpoint, FibreRoute, GapState, LngLat, Locality, Measurement, MultiPolygonRings, Technology } from '../core/model';
import type { CentreSignal } from '../core/old-units';
import type { AddedMast } from '../core/scenario';
import { DEFAULT_MEASURED_RULE, type MeasuredRule } from '../core/settings';

export interface CommuneOnMap {
  commune: Commune;
  /** State of the question shown; null while it is being computed. */
  state: GapState | null;
  gapShare: number | null;
  gapKm2: number | null;
  /** Gap polygons of the question shown; empty where covered or no data. */
  gap: MultiPolygonRings;
  /** The part that no source speaks of, where they speak of the rest. */
  unknown: MultiPolygonRings;
}

export interface HamletOnMap {
  locality: Locality;
  /** null where the question has no data. */
  state: HamletState | null;
}

/** The centre of a unit until 30 June 2025. */
export interface OldCentreOnMap {
  code: string;
  name: string;
  position: LngLat;
  signal: Exclude<CentreSignal, 'missing'>;
}

/** A district until 30 June 2025, by the communes that are counted in it. */
export interface DistrictOnMap {
  name: string;
  communes: readonly Commune[];
}

/** A difference between two versions of a dataset. */
export interface ChangeOnMap {
  kind: 'added' | 'removed' | 'moved' | 'changed' | 'gained' | 'lost';
  geometry: Geometry;
}

/** A mast that is proposed, numbered in the order of building. */
export interface ProposedMast {
  /** From 1. */
  order: number;
  name: string;
  position: LngLat;
  /** Stands at the step shown; else it is yet to come. */
  stands: boolean;
  /** Chosen in the list. */
  picked: boolean;
}

/** Replaced part by part: a part that did not change is the same object, so the map uploads only what changed. */
export interface Scene {
  communes: readonly CommuneOnMap[];
  /** Active rows of the technologies and operators shown. */
  cells: readonly Cell[];
  fibre: readonly FibreEndpoint[];
  routes: readonly FibreRoute[];
  hamlets: readonly HamletOnMap[];
  /** Empty unless the reader looks at the units before 2025. */
  oldCentres: readonly OldCentreOnMap[];
  /** Empty unless the reader looks at the districts before 2025. */
  districts: readonly DistrictOnMap[];
  /** Coverage polygons of the technologies and operators shown. */
  coverage: readonly CoverageArea[];
  /** Readings of the technologies and operators shown, and the rule that tells their levels. */
  measurements: readonly Measurement[];
  measuredRule: MeasuredRule;
  /** Readings that contradict a claim. */
  conflicts: readonly Conflict[];
  /** What differs between the versions compared. */
  changes: readonly ChangeOnMap[];
  /** Masts of the scenario shown, which can be dragged. */
  added: readonly AddedMast[];
  /** Masts that are proposed. */
  proposed: readonly ProposedMast[];
  /** Technologies of the question shown, for the legend. */
  technologies: readonly Technology[];
  /** Code of the commune whose sheet is open. */
  selected: string | null;
  /** The largest gap of the open commune, marked. */
  largestGapPoint: LngLat | null;
}

export const EMPTY_SCENE: Scene = {
  communes: [], cells: [], fibre: [], routes: [], hamlets: [], oldCentres: [], districts: [], coverage: [], measurements: [], measuredRule: DEFAULT_MEASURED_RULE, conflicts: [], changes: [], added: [], proposed: [], technologies: [], selected: null, largestGapPoint: null,
};
