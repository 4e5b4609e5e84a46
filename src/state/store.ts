/**
 * Projects kept in the browser: a record for each and the rows of each dataset apart, so that changing one dataset does not
 * write the rest again. Without IndexedDB, or with a full one, the page goes on in memory and says so.
 */
import type { StoredProject } from '../formats/project-file';
import { type DatasetRecord, type Disk, openDisk, type ProjectRecord, type Stamp } from './store-disk';

export interface ProjectSummary {
  id: string;
  name: string;
  savedAt: string;
  rowCount: number;
  /** About how much it takes, as JSON. */
  bytes: number;
}

/**
 * `conflict`: another tab has saved or removed the project since this one loaded or saved it; nothing was written.
 * `failed`: it is held in memory only, until the page closes or a later save succeeds.
 */
export type SaveResult = 'saved' | 'conflict' | 'failed';

/** `unavailable`: there is no store; `full`: no room for a change; `lost`: the store was there and failed. */
export interface StoreTrouble {
  kind: 'unavailable' | 'full' | 'lost';
  detail: string;
}

export interface ProjectStore {
  /** The latest saved first. */
  list(): Promise<ProjectSummary[]>;
  /** null where there is none, or where it cannot be read (told as `lost`). */
  load(id: string): Promise<StoredProject | null>;
  /** Rows are taken as they are: arrays given here or got from `load` must not be changed in place. */
  save(project: StoredProject): Promise<SaveResult>;
  remove(id: string): Promise<void>;
  /** What the whole page takes and may take, in bytes; null where the browser does not say. */
  usage(): Promise<{ used: number; quota: number } | null>;
  /** The project that was in view last, in this tab or before it was opened. */
  current(): Promise<string | null>;
  setCurrent(id: string | null): Promise<void>;
  /** Called when another tab has changed or removed a project. */
  onOtherTab(listener: (id: string, what: OtherTabChange) => void): void;
}

type OtherTabChange = 'changed' | 'removed';

/** What the store needs of the browser. */
export interface StoreParts {
  openDisk: typeof openDisk;
  /** To the other tabs of the page; null where there is no way. */
  channel: { postMessage(message: unknown): void; addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void } | null;
  estimate: (() => Promise<{ usage?: number; quota?: number }>) | null;
}

/** What this tab knows to be on the disk of a project. */
interface Known {
  stamp: Stamp;
  datasets: ReadonlyMap<string, { record: DatasetRecord; rows: unknown[] }>;
}

const CHANNEL = 'lomsong.projects';

/**
 * Opens the store; in memory where the browser has none or refuses it.
 * @param onTrouble called once for each kind of trouble, and again only if a save has succeeded since
 */
export async function openProjectStore(onTrouble: (trouble: StoreTrouble) => void, parts: StoreParts = browserParts()): Promise<ProjectStore> {
  const { channel, estimate } = parts;
  const told = new Set<StoreTrouble['kind']>();
  const tell = (kind: StoreTrouble['kind'], error: unknown): void => {
    if (told.has(kind)) return;
    told.add(kind);
    onTrouble({ kind, detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  };
  let gone = false;
  let disk: Disk | null = null;
  try {
    disk = await parts.openDisk((detail) => {
      gone = true;
      disk = null;
      tell('lost', detail);
    });
    if (gone) disk = null;
  } catch (error) {
    tell('unavailable', error);
  }
  const known = new Map<string, Known>();
  /** What did not reach the disk, or has none; newer than what is there. */
  const inMemory = new Map<string, { project: StoredProject; summary: ProjectSummary }>();
  /** undefined: not set by this tab. */
  let current: string | null | undefined;

  /** One after the other: a save must know what the save before it has written. */
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  /** What the disk says, or `otherwise` where there is none or it fails. */
  async function ask<T>(work: (disk: Disk) => Promise<T>, otherwise: T): Promise<T> {
    if (!disk) return otherwise;
    try {
      return await work(disk);
    } catch (error) {
      tell('lost', error);
      return otherwise;
    }
  }

  async function saveNow(project: StoredProject): Promise<SaveResult> {
    const { id } = project;
    const before = known.get(id);
    const { record, changedRows } = recordOf(project, before);
    if (disk) {
      try {
        if (!(await disk.write(record, before?.stamp ?? null, changedRows))) {
          inMemory.delete(id);
          return 'conflict';
        }
        known.set(id, knownOf(record, project.datasets.map(({ rows }) => rows)));
        inMemory.delete(id);
        told.clear();
        channel?.postMessage({ id, what: 'changed' satisfies OtherTabChange });
        return 'saved';
      } catch (error) {
        tell(error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'lost', error);
      }
    }
    inMemory.set(id, { project, summary: summaryOf(record) });
    return 'failed';
  }

  return {
    list: () => inTurn(async () => {
      const summaries = new Map((await ask((d) => d.list(), [])).map((record) => [record.id, summaryOf(record)]));
      for (const [id, { summary }] of inMemory) summaries.set(id, summary);
      return [...summaries.values()].sort((a, b) => (a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : 0));
    }),
    load: (id) => inTurn(async () => {
      const unsaved = inMemory.get(id);
      if (unsaved) return unsaved.project;
      const found = await ask((d) => d.read(id), null);
      if (!found) return null;
      const { record: { revision: _revision, datasets, ...head }, rows } = found;
      known.set(id, knownOf(found.record, rows));
      return { ...head, datasets: datasets.map(({ key: _key, rowCount: _count, bytes: _bytes, ...dataset }, i) => ({ ...dataset, rows: rows[i]! })) };
    }),
    save: (project) => inTurn(() => saveNow(project)),
    remove: (id) => inTurn(async () => {
      inMemory.delete(id);
      known.delete(id);
      if (current === id) current = null;
      await ask(async (d) => {
        await d.remove(id);
        if ((await d.current()) === id) await d.setCurrent(null);
        channel?.postMessage({ id, what: 'removed' satisfies OtherTabChange });
      }, undefined);
      // There may be room now for what had none.
      const waiting = [...inMemory];
      for (const [heldId, held] of waiting) if ((await saveNow(held.project)) === 'conflict') inMemory.set(heldId, held);
    }),
    async usage() {
      const { usage, quota } = (await estimate?.().catch(() => null)) ?? {};
      return usage === undefined || quota === undefined ? null : { used: usage, quota };
    },
    current: () => inTurn(async () => (current === undefined ? await ask((d) => d.current(), null) : current)),
    setCurrent: (id) => inTurn(async () => {
      current = id;
      await ask((d) => d.setCurrent(id), undefined);
    }),
    onOtherTab(listener) {
      channel?.addEventListener('message', ({ data }) => {
        // Another version of the application may say something else.
        const { id, what } = (data ?? {}) as { id?: unknown; what?: unknown };
        if (typeof id === 'string' && (what === 'changed' || what === 'removed')) listener(id, what);
      });
    },
  };
}

function browserParts(): StoreParts {
  let channel: StoreParts['channel'] = null;
  try {
    channel = new BroadcastChannel(CHANNEL);
  } catch {
    // Then the other tabs learn of a change when they save.
  }
  const storage = typeof navigator === 'undefined' ? undefined : navigator.storage;
  return { openDisk, channel, estimate: storage?.estimate ? () => storage.estimate() : null };
}

/** The project's record, and the rows that are not on the disk as they are, by key. */
function recordOf({ datasets, ...head }: StoredProject, before: Known | undefined): { record: ProjectRecord; changedRows: Map<string, unknown[]> } {
  const changedRows = new Map<string, unknown[]>();
  const records = datasets.map(({ rows, ...dataset }): DatasetRecord => {
    const old = before?.datasets.get(dataset.id);
    // Rows that have been through the worker are copies: equal, but not the same.
    if (old && isSame(old.rows, rows)) return { ...dataset, key: old.record.key, rowCount: rows.length, bytes: old.record.bytes };
    const key = `${head.id}/${dataset.id}`;
    changedRows.set(key, rows);
    return { ...dataset, key, rowCount: rows.length, bytes: approximateBytes(rows) };
  });
  return { record: { ...head, revision: (before?.stamp.revision ?? 0) + 1, datasets: records }, changedRows };
}

function knownOf({ revision, savedAt, datasets }: ProjectRecord, rows: readonly unknown[][]): Known {
  return { stamp: { revision, savedAt }, datasets: new Map(datasets.map((record, i) => [record.id, { record, rows: rows[i]! }])) };
}

function summaryOf({ id, name, savedAt, datasets }: ProjectRecord): ProjectSummary {
  const sum = (of: (d: DatasetRecord) => number) => datasets.reduce((total, d) => total + of(d), 0);
  return { id, name, savedAt, rowCount: sum((d) => d.rowCount), bytes: sum((d) => d.bytes) };
}

/** Whether two values of plain data are equal. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((part, i) => isSame(part, b[i]));
  const keys = Object.keys(a);
  return !Array.isArray(b) && keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key as never], b[key as never]));
}

const SAMPLED_ROWS = 1000;

/** Measured on evenly spread rows, for the page not to halt over hundreds of thousands. */
function approximateBytes(rows: readonly unknown[]): number {
  const step = Math.max(1, Math.ceil(rows.length / SAMPLED_ROWS));
  let sampledBytes = 0;
  let sampled = 0;
  for (let i = 0; i < rows.length; i += step) {
    sampledBytes += (JSON.stringify(rows[i]) ?? '').length + 1;
    sampled++;
  }
  return sampled === 0 ? 2 : Math.round((sampledBytes / sampled) * rows.length) + 1;
}
