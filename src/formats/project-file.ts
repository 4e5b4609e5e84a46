/** A whole project in one file: a zip of `project.json` and one JSON file a dataset. docs/project-file.md describes it. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { DatasetKind, Provenance } from '../core/model';

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
  scenarios: unknown[];
  datasets: StoredDataset[];
}

export type ProjectTrouble = 'not-a-project' | 'newer-version' | 'damaged';

const KINDS: readonly string[] = ['sites', 'fibre', 'localities', 'measurements', 'coverage', 'communes'] satisfies DatasetKind[];
/** The same project gives the same bytes: zip's earliest date, not the clock. */
const ZIP_DATE = new Date(1980, 0, 1);

export function writeProjectFile({ datasets, ...head }: StoredProject): Uint8Array {
  const files: Zippable = {
    'project.json': strToU8(JSON.stringify({ format: PROJECT_FORMAT, version: PROJECT_VERSION, ...head, datasets: datasets.map(({ rows, ...rest }, i) => ({ ...rest, file: `data-${i}.json`, rowCount: rows.length })) })),
  };
  datasets.forEach(({ rows }, i) => { files[`data-${i}.json`] = strToU8(JSON.stringify(rows)); });
  return zipSync(files, { mtime: ZIP_DATE });
}

/** Reads a project whole or not at all. Never throws on any bytes. */
export function readProjectFile(bytes: Uint8Array): { project: StoredProject; trouble: null } | { project: null; trouble: ProjectTrouble } {
  const no = (trouble: ProjectTrouble) => ({ project: null, trouble });
  let files: Record<string, Uint8Array>;
  try {
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return no('not-a-project');
    files = unzipSync(bytes);
  } catch {
    return no('damaged');
  }
  const head = parse(files['project.json']);
  if (!isRecord(head) || head.format !== PROJECT_FORMAT) return no('not-a-project');
  if (typeof head.version !== 'number' || head.version > PROJECT_VERSION) return no('newer-version');
  const { id, name, savedAt, view, settings, scenarios, datasets } = head;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof savedAt !== 'string' || typeof view !== 'string') return no('damaged');
  if (!isRecord(settings) || !Array.isArray(scenarios) || !Array.isArray(datasets)) return no('damaged');
  const whole: StoredDataset[] = [];
  for (const dataset of datasets) {
    if (!isRecord(dataset) || typeof dataset.id !== 'string' || typeof dataset.file !== 'string' || !KINDS.includes(String(dataset.kind)) || !isProvenance(dataset.provenance)) return no('damaged');
    const rows = parse(files[dataset.file]);
    if (!Array.isArray(rows) || rows.length !== dataset.rowCount || !rows.every(isRecord)) return no('damaged');
    whole.push({ id: dataset.id, kind: dataset.kind as DatasetKind, provenance: dataset.provenance, rows });
  }
  return { project: { id, name, savedAt, view, settings, scenarios, datasets: whole }, trouble: null };
}

function parse(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(strFromU8(bytes));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isProvenance(value: unknown): value is Provenance {
  return isRecord(value) && typeof value.file === 'string' && typeof value.nature === 'string' && isRecord(value.what) && isRecord(value.source) && Array.isArray(value.checks) && Array.isArray(value.notes);
}
