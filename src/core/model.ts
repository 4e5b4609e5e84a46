/**
 * The words of the domain as types. Plain data only: everything here can cross
 * a worker boundary or be written as JSON. This file imports nothing.
 */

/** WGS 84 degrees, longitude first. */
export type LngLat = [lng: number, lat: number];

/** A closed ring of WGS 84 positions (first equals last), edges straight in lng/lat. */
export type Ring = LngLat[];
/** Outer ring, then holes. */
export type PolygonRings = Ring[];
/** Every polygon area of the project has this one shape. */
export type MultiPolygonRings = PolygonRings[];

/** [west, south, east, north] in degrees. */
export type Box = [west: number, south: number, east: number, north: number];

export const TECHNOLOGIES = ['2G', '3G', '4G', '5G'] as const;
export type Technology = (typeof TECHNOLOGIES)[number];

export type BtsStatus = 'active' | 'planned' | 'off';
export type Backhaul = 'fibre' | 'microwave' | 'satellite' | 'none';

/**
 * One row of a sites file: a band or sector of one technology of one operator at one mast.
 * A *BTS* is the distinct (`siteId`, `technology`, `operator`), however many such rows it has.
 */
export interface Cell {
  siteId: string;
  name: string;
  position: LngLat;
  technology: Technology;
  operator: string;
  /** An empty status reads as active. Planned and off rows make their pair occur but cover nothing. */
  status: BtsStatus;
  bandMhz: number | null;
  antennaHeightM: number | null;
  eirpDbm: number | null;
  /** Clockwise from true north. */
  azimuthDeg: number | null;
  /** Half-power width; see `sectorWidthDeg` for the width that is served. */
  beamwidthDeg: number | null;
  /** The row's own radius; wins over the radius of the technology. */
  radiusMeters: number | null;
  hasElectricity: boolean | null;
  backhaul: Backhaul | null;
  asOf: string | null;
}

export interface FibreEndpoint {
  fibreId: string;
  name: string;
  /** null where the source lists the endpoint without a usable position. */
  position: LngLat | null;
  communeCode: string | null;
  operator: string | null;
  status: BtsStatus;
  asOf: string | null;
  /** How the position relates to the commune, for derived endpoints. */
  positionNote: 'inside' | 'outside' | 'corrected' | 'missing' | null;
}

/** A fibre cable's way, as lines. */
export interface FibreRoute {
  routeId: string;
  operator: string | null;
  status: BtsStatus;
  asOf: string | null;
  /** Each at least two positions, none twice in a row. */
  lines: LngLat[][];
}

export type ReportedState = 'trang' | 'lom' | 'covered';

/** A hamlet (thôn, bản, tổ dân phố) with the position of its centre. */
export interface Locality {
  localityId: string;
  name: string;
  /** Code of the commune it says it belongs to, as resolved against the communes loaded; null where unknown. */
  communeCode: string | null;
  position: LngLat;
  households: number | null;
  population: number | null;
  hasElectricity: boolean | null;
  reportedState: ReportedState | null;
  reportedAt: string | null;
  note: string | null;
  /** Code of the unit until 30 June 2025 it belonged to; absent or null where the file does not say. */
  oldUnitCode?: string | null;
}

/** One reading of the level of one technology (RxLev, RSCP, RSRP, SS-RSRP). */
export interface Measurement {
  position: LngLat;
  technology: Technology;
  /** null where the file does not say whose: the reading then speaks only for all operators together. */
  operator: string | null;
  signalDbm: number;
  measuredAt: string | null;
  speedMbps: number | null;
}

export type CoverageKind = 'claimed' | 'modelled' | 'measured';

/** An area in which one technology of one operator is usable. */
export interface CoverageArea {
  technology: Technology;
  operator: string;
  kind: CoverageKind;
  geometry: MultiPolygonRings;
}

export interface Commune {
  /** Five-digit text. */
  code: string;
  name: string;
  /** Census or file population; null where none is known. */
  population: number | null;
  geometry: MultiPolygonRings;
}

/** A commune until 30 June 2025. */
export interface OldUnit {
  /** Five-digit text; written `old:00733` wherever it could be taken for a code of 2025. */
  code: string;
  name: string;
  /** Other spellings met in official texts. */
  otherNames: string[];
  district: string;
  population: number;
  urbanPopulation: number;
  ruralPopulation: number;
  centre: LngLat | null;
  centreNote: 'inside' | 'outside' | 'corrected' | 'missing';
  /** Kilometres outside its 2025 commune, where `centreNote` is `outside`. */
  centreKmOutside: number;
  /** The 2025 communes it went to; more than one where it was split. */
  communes: { code: string; part: 'full' | 'partial' }[];
}

/** A figure that an authority reported of a whole area. */
export interface Indicator {
  /** An identifier that the page has a label for (`smartphone_share`), else the words of the source. */
  indicator: string;
  value: number;
  /** `percent` and the like for percentages, else as the source has it. */
  unit: string;
  /** Of which area; '' where the source does not say. */
  scope: string;
  /** ISO date, month or year; '' where it cannot be read. */
  reported: string;
  source: string;
}

/** What a project holds. */
export type DatasetKind = 'sites' | 'fibre' | 'routes' | 'localities' | 'measurements' | 'coverage' | 'communes' | 'indicators';

export type Nature = 'real' | 'derived' | 'modelled' | 'imported';

/** How a file was read where its reader said so by hand, in the words of the command's options. */
export interface FileReading {
  /** The file's name without that of a sheet or layer. */
  path: string;
  /** Of a file that has several; null where it has one. */
  sheet: string | null;
  /** Field → header, and field → value of every row. */
  map: Record<string, string>;
  set: Record<string, string>;
  crs: string | null;
  /** Counted from 1; null where it was found. */
  headerLine: number | null;
}

/** What was read of a file, in numbers. */
export interface ReadingRecord {
  /** The file's name, with that of a sheet or layer where it has several. */
  file: string;
  kind: DatasetKind;
  /** As the file is written; null where that is not known. */
  format: string | null;
  encoding: string | null;
  /** Line of the header row; null where the format has none. */
  headerLine: number | null;
  /** Field → the header taken for it. */
  mapping: Readonly<Record<string, string>>;
  /** Rows of the file: those used and those left out. */
  rows: number;
  used: number;
  leftOut: number;
  errors: number;
  warnings: number;
  /** Rows that any issue speaks of. */
  rowsWithIssues: number;
  /** By code: how many, and of how many rows. */
  issues: { code: IssueCode; severity: Severity; issues: number; rows: number }[];
}

/** A sentence in data, by language: in Vietnamese always. */
export type Told = { vi: string; [language: string]: string };

/** Where a dataset comes from; travels with it everywhere it is shown or exported. */
export interface Provenance {
  /** File name, relative to the data folder or as the user named it. */
  file: string;
  nature: Nature;
  /** ISO date or month the facts are of; null where the file does not say. */
  date: string | null;
  /** Plain-text source. */
  what: Told;
  source: Told;
  licence: string | null;
  /** Checks that the file passed, each with its figures. */
  checks: Told[];
  /** Assumptions of a model, or limits of the data. */
  notes: Told[];
  /** Of imported files; both are absent in projects that were kept before they were noted. */
  reading?: FileReading;
  read?: ReadingRecord;
}

export type IssueCode =
  | 'missing-column' | 'missing-value' | 'bad-number' | 'bad-coordinate' | 'swapped-coordinates'
  | 'projected-coordinates' | 'outside-area' | 'unknown-technology' | 'duplicate-id' | 'unknown-commune'
  | 'bad-date' | 'bad-value' | 'encoding' | 'bad-geometry' | 'unreadable' | 'empty';

export type Severity = 'error' | 'warning';

/**
 * Something wrong in a user's file: a value, never an exception. The sentence a person reads
 * is made from it by `strings/` (`describeIssue`), in the language of the reader.
 */
export interface Issue {
  file: string;
  /** As a text editor counts (header is 1); the feature's index from 0 in JSON formats; null for the whole file. */
  line: number | null;
  /** The header's or property's own name; for `missing-column` the missing field. */
  column: string | null;
  code: IssueCode;
  severity: Severity;
  /** The value found, as text; null where there is none. */
  value: string | null;
  /** What the sentence needs besides: zone names, counts, the reading chosen. */
  detail: Record<string, string | number>;
}

export type GapState = 'covered' | 'partial' | 'gap' | 'no-data';

/**
 * One row of the result: a commune × a technology (or `any`) × the operators asked.
 * Every field is in every row; null, never 0, where nothing speaks for it. Field names are a file contract.
 */
export interface GapRow {
  code: string;
  name: string;
  technology: Technology | 'any';
  /** `*` for all, `A+B` for those asked together, a name with `--by-operator`. */
  operator: string;
  state: GapState;
  /** Technologies asked for that occur in no source for these operators. */
  withoutData: Technology[];
  areaKm2: number;
  coveredKm2: number | null;
  gapKm2: number | null;
  noDataKm2: number;
  gapShare: number | null;
  bts: number | null;
  sites: number | null;
  largestGapKm2: number | null;
  largestGapPoint: LngLat | null;
  nearestSiteKm: number | null;
  nearestFibreKm: number | null;
  population: number | null;
  populationGap: number | null;
  populationLom: number | null;
  populationMissing: number | null;
  populationBasis: 'localities' | 'census-spread' | null;
  localities: number | null;
  localitiesTrang: number | null;
  localitiesLom: number | null;
  source: CoverageKind[];
  bundled: boolean;
}

/** What a table and sums show of a row; without the places and distances that only the full computation has. */
export type FigureRow = Omit<GapRow, 'largestGapKm2' | 'largestGapPoint' | 'nearestSiteKm' | 'nearestFibreKm'>;
