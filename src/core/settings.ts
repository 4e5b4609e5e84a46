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

/** When readings make a square of the measured grid known, and covered. No threshold of coverage was found in Vietnamese rules: these are settings. */
export interface MeasuredRule {
  sideMeters: number;
  leastReadings: number;
  /** RxLev 2G, RSCP 3G, RSRP 4G, SS-RSRP 5G: usable from here on. */
  usableDbm: Readonly<Record<Technology, number>>;
  /** Poor below; between poor and usable it is weak, which is not usable. */
  poorDbm: Readonly<Record<Technology, number>>;
}

export const DEFAULT_MEASURED_RULE: MeasuredRule = {
  sideMeters: 250,
  leastReadings: 3,
  usableDbm: { '2G': -85, '3G': -95, '4G': -100, '5G': -100 },
  poorDbm: { '2G': -95, '3G': -105, '4G': -110, '5G': -110 },
};

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
  measured: MeasuredRule;
  /** Where several sources are given: readings for the pairs they name, then polygons, the radius model for the rest. */
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
  measured: DEFAULT_MEASURED_RULE,
  mix: false,
  off: [],
};
