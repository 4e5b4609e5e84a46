/** Names and shapes of the files that the project ships; without their readers, so that the page need not load those. */
import type { Indicator } from '../core/model';

/** Files of `public/data`, by what they hold. */
export const BUNDLED_FILES = {
  communes: 'communes.topo.json',
  oldUnits: 'old-units.json',
  fibre: 'fibre.json',
  indicators: 'indicators.json',
  provenance: 'provenance.json',
  sites: 'sites.csv',
  localities: 'localities.csv',
  coverage: 'coverage.geojson',
} as const;

export type BundledFile = keyof typeof BUNDLED_FILES;

export interface Indicators {
  /** Of the province: of those bundled the 13 figures that it reported in May 2024. */
  seed: Indicator[];
  /** Figures of other dates and borders, to set beside. */
  other: Indicator[];
}
