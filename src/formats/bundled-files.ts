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

/** What the built page asks for in place of a file: the same shapes in fewer bytes. */
export const PACKED_FILES: Readonly<Record<string, string>> = { [BUNDLED_FILES.communes]: 'communes.packed.json', [BUNDLED_FILES.coverage]: 'coverage.packed.json' };

/** Those that a page cannot begin without; the polygons are many bytes and come when they are looked at. */
export const OPENING_FILES = ['communes', 'oldUnits', 'fibre', 'indicators', 'provenance', 'sites', 'localities'] as const satisfies BundledFile[];

export type OpeningFile = (typeof OPENING_FILES)[number];

export interface Indicators {
  /** Of the province: of those bundled the 13 figures that it reported in May 2024. */
  seed: Indicator[];
  /** Figures of other dates and borders, to set beside. */
  other: Indicator[];
}
