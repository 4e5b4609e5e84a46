/** The store's floor: what IndexedDB does for it, each call one transaction. Everything here may reject; `store.ts` copes. */
import { type DBSchema, openDB } from 'idb';
import type { StoredDataset, StoredProject } from '../formats/project-file';
import { DATABASE } from './store-name';

/** A dataset's record; its rows lie apart under `key`. */
export interface DatasetRecord extends Omit<StoredDataset, 'rows'> {
  key: string;
  rowCount: number;
  /** About how much the rows take, as JSON; measured when they were saved. */
  bytes: number;
}

export interface ProjectRecord extends Omit<StoredProject, 'datasets'> {
  /** Counts the saves: a tab that knows an older one must not write over a newer. */
  revision: number;
  datasets: DatasetRecord[];
}

/** Tells one saved state of a project from every other, also of a project that was removed and made anew. */
export type Stamp = Pick<ProjectRecord, 'revision' | 'savedAt'>;

export interface Disk {
  list(): Promise<ProjectRecord[]>;
  /** The record and the rows of its datasets, in their order, of one moment. */
  read(id: string): Promise<{ record: ProjectRecord; rows: unknown[][] } | null>;
  /**
   * Writes the record and the rows given by key, and deletes rows that no dataset has any more; all of it or nothing.
   * @param expected what is there now (null: nothing); where it is not, nothing is written and the answer is false
   */
  write(record: ProjectRecord, expected: Stamp | null, rows: ReadonlyMap<string, unknown[]>): Promise<boolean>;
  remove(id: string): Promise<void>;
  current(): Promise<string | null>;
  setCurrent(id: string | null): Promise<void>;
}

interface Schema extends DBSchema {
  projects: { key: string; value: ProjectRecord };
  rows: { key: string; value: unknown[] };
  meta: { key: string; value: string };
}

/** 1: projects, rows. 2: meta. */
const DATABASE_VERSION = 2;
const CURRENT = 'current';
/** Some browsers leave an opening unanswered for good, and a tab of an older application may not let go. */
const OPENING_MS = 5000;

/**
 * Opens the database; rejects where the browser has none, refuses it (private windows, policies) or does not answer.
 * @param onGone the connection is lost: another tab brings a newer application, or the browser has taken the data away
 */
export async function openDisk(onGone: (detail: string) => void): Promise<Disk> {
  let blocked = false;
  const opening = openDB<Schema>(DATABASE, DATABASE_VERSION, {
    upgrade(database, oldVersion) {
      if (oldVersion < 1) {
        database.createObjectStore('projects', { keyPath: 'id' });
        database.createObjectStore('rows');
      }
      if (oldVersion < 2) database.createObjectStore('meta');
    },
    blocked: () => { blocked = true; },
    blocking: (_current, _wanted, event) => {
      (event.target as IDBDatabase).close();
      onGone('another tab has a newer version');
    },
    terminated: () => onGone('connection closed by the browser'),
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<null>((resolve) => { timer = setTimeout(() => resolve(null), OPENING_MS); });
  const db = await Promise.race([opening, patience]).finally(() => clearTimeout(timer));
  if (!db) {
    // The page goes on in memory; a connection that comes after all would only block other tabs.
    opening.then((late) => late.close()).catch(() => {});
    throw new Error(blocked ? 'blocked by another tab' : 'no answer');
  }

  return {
    list: () => db.getAll('projects'),
    async read(id) {
      const tx = db.transaction(['projects', 'rows']);
      const record = await tx.objectStore('projects').get(id);
      if (!record) return null;
      const rows = await Promise.all(record.datasets.map(({ key }) => tx.objectStore('rows').get(key)));
      await tx.done;
      const missing = rows.findIndex((r) => !r);
      if (missing >= 0) throw new Error(`rows of ${record.datasets[missing]!.key} are missing`);
      return { record, rows: rows as unknown[][] };
    },
    async write(record, expected, changedRows) {
      const tx = db.transaction(['projects', 'rows'], 'readwrite');
      // It rejects together with the requests, which are awaited below.
      tx.done.catch(() => {});
      const projects = tx.objectStore('projects');
      const rows = tx.objectStore('rows');
      const requests: Promise<unknown>[] = [];
      try {
        const before = await projects.get(record.id);
        if (before?.revision !== expected?.revision || before?.savedAt !== expected?.savedAt) {
          tx.abort();
          return false;
        }
        const keys = new Set(record.datasets.map(({ key }) => key));
        for (const [key, value] of changedRows) requests.push(rows.put(value, key));
        for (const { key } of before?.datasets ?? []) if (!keys.has(key)) requests.push(rows.delete(key));
        requests.push(projects.put(record));
        await Promise.all(requests);
        await tx.done;
        return true;
      } catch (error) {
        // What cannot be cloned throws without ending the transaction: the part before it would stay.
        try { tx.abort(); } catch { /* It has ended already. */ }
        await Promise.allSettled(requests);
        throw tx.error ?? error;
      }
    },
    async remove(id) {
      const tx = db.transaction(['projects', 'rows'], 'readwrite');
      tx.done.catch(() => {});
      const record = await tx.objectStore('projects').get(id);
      await Promise.all([...(record?.datasets ?? []).map(({ key }) => tx.objectStore('rows').delete(key)), tx.objectStore('projects').delete(id)]);
      await tx.done;
    },
    current: async () => (await db.get('meta', CURRENT)) ?? null,
    async setCurrent(id) {
      await (id === null ? db.delete('meta', CURRENT) : db.put('meta', id, CURRENT));
    },
  };
}
