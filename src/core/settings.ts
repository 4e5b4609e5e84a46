/** Settings of a computation, with the defaults of the project. Each is shown beside every figure it leads to. */
import type { Technology } from './model';

/** Metres reached by a BTS of each technology in the radius model, terrain not considered. */
export const DEFAULT_RADIUS_METERS: Readonly<Record<Technology, number>> = {
  '2G': 4000,
  '3G': 2500,
  '4G': 2500,
  '5G': 800,
};

/** Served width of a sector over its half-power width: three sectors of 65° serve the full circle. */
export const DEFAULT_SECTOR_FACTOR = 120 / 65;

/** When a hamlet with signal at its centre still counts as lõm sóng. */
export interface LomRule {
  /** Radius of the geodesic disc around the centre that stands for the hamlet's clusters of houses. */
  radiusMeters: number;
  /** Below this served share of the disc (of its part inside the communes loaded) the hamlet is lõm. */
  share: number;
}

export const DEFAULT_LOM_RULE: LomRule = { radiusMeters: 1000, share: 0.8 };

export interface GapSettings {
  /** Technologies asked; null for those that occur in the sources. */
  technologies: readonly Technology[] | null;
  /** Operators counted together; null for all. */
  operators: readonly string[] | null;
  /** Rows for each operator besides the rows of all those asked together. */
  byOperator: boolean;
  radiusMeters: Readonly<Record<Technology, number>>;
  sectorFactor: number;
  lom: LomRule;
  /** Where both polygons and stations are given: polygons for the pairs they name, the radius model for the rest. */
  mix: boolean;
  /** Technologies switched off: their pairs still occur but cover nothing. */
  off: readonly Technology[];
}

export const DEFAULT_SETTINGS: GapSettings = {
  technologies: null,
  operators: null,
  byOperator: false,
  radiusMeters: DEFAULT_RADIUS_METERS,
  sectorFactor: DEFAULT_SECTOR_FACTOR,
  lom: DEFAULT_LOM_RULE,
  mix: false,
  off: [],
};
