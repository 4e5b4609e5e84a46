/** A whole project in one file: a zip of `project.json` and one JSON file a dataset. docs/project-file.md describes it. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { DatasetKind, Provenance } from '../core/model';
import { unzipWhole } from './archive';
import { type Check, hasFields, isFlag, isListOf, isNumber, isRecord, isText, oneOf, orAbsent, orNull } from './plain-checks';
import { isBackhaul, isPosition, isTechnology } from './scenario-check';

export const PROJECT_FORMAT = 'lomsong-project';
/** Raised when a reader of the former version would misunderstand the file. */
export const PROJECT_VERSION = 1;

export interface StoredDataset {
  id: string;
  kind: DatasetKind;
  provenance: Provenance;
  rows: unknown[];
}

export interface StoredProject {
  id: string;
  name: string;
  /** ISO date and time. */
  savedAt: string;
  /** The view as the page's address has it. */
  view: string;
  settings: Record<string, unknown>;
  /** As the file has them; `scenariosOf` knows those of this version. */
  scenarios: unknown[];
  datasets: StoredDataset[];
}

export type ProjectTrouble = 'not-a-project' | 'newer-version' | 'damaged';

/** `detail` says where the reading stopped, for whoever looks into the file. */
export type ProjectReading = { project: StoredProject; trouble: null; detail: null } | { project: null; trouble: ProjectTrouble; detail: string };

/** The same project gives the same bytes: zip's earliest date, not the clock. */
const ZIP_DATE = new Date(1980, 0, 1);
const HEAD = 'project.json';
/** More than a browser's memory gives to a page: what could be written can be read again. */
const LARGEST_BYTES = 2 ** 31;

/** The file's bytes; the same for the same project. */
export function writeProjectFile({ id, name, savedAt, view, settings, scenarios, datasets }: StoredProject): Uint8Array {
  const entries = datasets.map((dataset, i) => ({ id: dataset.id, kind: dataset.kind, provenance: dataset.provenance, file: `data-${i}.json`, rowCount: dataset.rows.length }));
  const files: Zippable = { [HEAD]: strToU8(JSON.stringify({ format: PROJECT_FORMAT, version: PROJECT_VERSION, id, name, savedAt, view, settings, scenarios, datasets: entries })) };
  datasets.forEach(({ rows }, i) => { files[`data-${i}.json`] = strToU8(JSON.stringify(rows)); });
  return zipSync(files, { mtime: ZIP_DATE });
}

/** Reads a project whole or not at all. Never throws on any bytes. */
export function readProjectFile(bytes: Uint8Array): ProjectReading {
  const no = (trouble: ProjectTrouble, detail: string): ProjectReading => ({ project: null, trouble, detail });
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return no('not-a-project', 'no zip archive');
  try {
    // First the head alone: other people's archives are not unpacked to find that they are no projects.
    const headBytes = unzipWhole(bytes, (name) => name === HEAD)[HEAD];
    if (!headBytes) return no(directoryIsWhole(bytes) ? 'not-a-project' : 'damaged', `no ${HEAD}`);
    const head = parse(headBytes);
    if (!isRecord(head) || head.format !== PROJECT_FORMAT) return no('not-a-project', `${HEAD}: format`);
    const { version, id, name, savedAt, view, settings, scenarios, datasets } = head;
    if (!Number.isInteger(version) || Number(version) < 1) return no('damaged', `${HEAD}: version`);
    if (Number(version) > PROJECT_VERSION) return no('newer-version', `version ${Number(version)}`);
    if (!directoryIsWhole(bytes)) return no('damaged', 'directory of the archive');
    if (!isText(id) || !isText(name) || !isText(savedAt) || !isText(view)) return no('damaged', `${HEAD}: id, name, savedAt, view`);
    if (!isRecord(settings) || !Array.isArray(scenarios)) return no('damaged', `${HEAD}: settings, scenarios`);
    if (!isListOf(isEntry)(datasets)) return no('damaged', `${HEAD}: datasets`);
    const names = new Set(datasets.map((d) => d.file));
    // Twice the same id would overwrite in the store; twice the same file could unpack without end.
    if (names.size < datasets.length || new Set(datasets.map((d) => d.id)).size < datasets.length) return no('damaged', `${HEAD}: datasets, twice the same`);
    const files = unzipWhole(bytes, (file) => names.has(file), LARGEST_BYTES);
    const whole: StoredDataset[] = [];
    for (const { id: datasetId, kind, provenance, file, rowCount } of datasets) {
      const rows = Object.hasOwn(files, file) ? parse(files[file]!) : null;
      if (!Array.isArray(rows) || rows.length !== rowCount) return no('damaged', `${file}: not ${rowCount} rows`);
      const bad = rows.findIndex((row) => !ROWS[kind](row));
      if (bad >= 0) return no('damaged', `${file}: row ${bad}`);
      whole.push({ id: datasetId, kind, provenance, rows });
    }
    return { project: { id, name, savedAt, view, settings, scenarios, datasets: whole }, trouble: null, detail: null };
  } catch (error) {
    return no('damaged', error instanceof Error ? error.message : String(error));
  }
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

/**
 * Whether every entry that the archive's end promises is in its directory. Checksums are found by walking the directory:
 * where it breaks off, entries behind the break would pass unchecked.
 */
function directoryIsWhole(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return false;
  let at = view.getUint32(end + 16, true);
  let entries = 0;
  while (at + 46 <= end && view.getUint32(at, true) === 0x02014b50) {
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries++;
  }
  return at === end && entries === view.getUint16(end + 8, true);
}

interface Entry extends Omit<StoredDataset, 'rows'> {
  file: string;
  rowCount: number;
}

const isArea = isListOf(isListOf(isListOf(isPosition, 4), 1));
const isStatus = oneOf('active', 'planned', 'off');

const SITES = hasFields({
  siteId: isText, name: isText, position: isPosition, technology: isTechnology, operator: isText, status: isStatus, bandMhz: orNull(isNumber), antennaHeightM: orNull(isNumber), eirpDbm: orNull(isNumber),
  azimuthDeg: orNull(isNumber), beamwidthDeg: orNull(isNumber), radiusMeters: orNull(isNumber), hasElectricity: orNull(isFlag), backhaul: orNull(isBackhaul), asOf: orNull(isText),
});
const FIBRE = hasFields({
  fibreId: isText, name: isText, position: orNull(isPosition), communeCode: orNull(isText), operator: orNull(isText), status: isStatus, asOf: orNull(isText), positionNote: orNull(oneOf('inside', 'outside', 'corrected', 'missing')),
});
const ROUTES = hasFields({ routeId: isText, operator: orNull(isText), status: isStatus, asOf: orNull(isText), lines: isListOf(isListOf(isPosition, 2), 1) });
const LOCALITIES = hasFields({
  localityId: isText, name: isText, communeCode: orNull(isText), position: isPosition, households: orNull(isNumber), population: orNull(isNumber), hasElectricity: orNull(isFlag),
  reportedState: orNull(oneOf('trang', 'lom', 'covered')), reportedAt: orNull(isText), note: orNull(isText), oldUnitCode: orAbsent(orNull(isText)),
});
const MEASUREMENTS = hasFields({ position: isPosition, technology: isTechnology, operator: orNull(isText), signalDbm: isNumber, measuredAt: orNull(isText), speedMbps: orNull(isNumber) });
const COVERAGE = hasFields({ technology: isTechnology, operator: isText, kind: oneOf('claimed', 'modelled', 'measured'), geometry: isArea });
const COMMUNES = hasFields({ code: isText, name: isText, population: orNull(isNumber), geometry: isArea });
const INDICATORS = hasFields({ indicator: isText, value: isNumber, unit: isText, scope: isText, reported: isText, source: isText });

/** What the engine takes for granted in a row of each kind. */
const ROWS: Record<DatasetKind, Check> = { sites: SITES, fibre: FIBRE, routes: ROUTES, localities: LOCALITIES, measurements: MEASUREMENTS, coverage: COVERAGE, communes: COMMUNES, indicators: INDICATORS };

const isTold: Check = (value) => isRecord(value) && isText(value.vi) && Object.values(value).every(isText);
const isTexts: Check = (value) => isRecord(value) && Object.values(value).every(isText);
const isReading = hasFields({ path: isText, sheet: orNull(isText), map: isTexts, set: isTexts, crs: orNull(isText), headerLine: orNull(isNumber) });
const isRead = hasFields({
  file: isText, kind: isText, format: orNull(isText), encoding: orNull(isText), headerLine: orNull(isNumber), mapping: isTexts, rows: isNumber, used: isNumber, leftOut: isNumber, errors: isNumber, warnings: isNumber, rowsWithIssues: isNumber,
  issues: isListOf(hasFields({ code: isText, severity: oneOf('error', 'warning'), issues: isNumber, rows: isNumber })),
});
const isProvenance = hasFields({
  file: isText, nature: oneOf('real', 'derived', 'modelled', 'imported'), date: orNull(isText), what: isTold, source: isTold, licence: orNull(isText), checks: isListOf(isTold), notes: isListOf(isTold), reading: orAbsent(isReading), read: orAbsent(isRead),
});

const hasEntryFields = hasFields({ id: isText, kind: (value) => isText(value) && Object.hasOwn(ROWS, value), provenance: isProvenance, file: isText, rowCount: (value) => Number.isSafeInteger(value) });

function isEntry(value: unknown): value is Entry {
  return hasEntryFields(value);
}
