/**
 * Projects in IndexedDB: a record for each and the rows of each dataset apart, so that adding one file does not write the
 * rest again. Without a store, or with a full one, the page goes on in memory and says so.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { StoredDataset, StoredProject } from '../formats/project-file';

/** A dataset's record; its rows lie in `rows` under `key`. */
interface DatasetRecord extends Omit<StoredDataset, 'rows'> {
  key: string;
  rowCount: number;
  bytes: number;
}

interface ProjectRecord extends Omit<StoredProject, 'datasets'> {
  /** Counts the saves: a tab that knows an older one must not write over a newer. */
  revision: number;
  datasets: DatasetRecord[];
}

interface Schema extends DBSchema {
  projects: { key: string; value: ProjectRecord };
  rows: { key: string; value: unknown[] };
}

export interface ProjectSummary {
  id: string;
  name: string;
  savedAt: string;
  rowCount: number;
  /** About how much it takes, as JSON. */
  bytes: number;
}

export type SaveResult = 'saved' | 'conflict' | 'failed';

export interface ProjectStore {
  list(): Promise<ProjectSummary[]>;
  load(id: string): Promise<StoredProject | null>;
  /** `conflict`: another tab has saved the project since this one loaded or saved it; nothing was written. */
  save(project: StoredProject): Promise<SaveResult>;
  remove(id: string): Promise<void>;
  /** Called when another tab has changed or removed a project. */
  onOtherTab(listener: (id: string) => void): void;
}

const DATABASE = 'lomsong';
const DATABASE_VERSION = 1;
const CHANNEL = 'lomsong.projects';

/** Opens the store; null where the browser has none or refuses it (private windows, policies). */
export async function openStore(onLost: () => void): Promise<ProjectStore | null> {
  let db: IDBPDatabase<Schema>;
  try {
    db = await openDB<Schema>(DATABASE, DATABASE_VERSION, {
      upgrade(database) {
        database.createObjectStore('projects', { keyPath: 'id' });
        database.createObjectStore('rows');
      },
      // Another tab has a newer application: let it upgrade.
      blocking: () => {
        db.close();
        onLost();
      },
      terminated: onLost,
    });
  } catch {
    return null;
  }
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
  /** The revision this tab knows of each project. */
  const known = new Map<string, number>();

  return {
    async list() {
      const all = await db.getAll('projects');
      return all
        .map(({ id, name, savedAt, datasets }) => ({ id, name, savedAt, rowCount: sum(datasets, 'rowCount'), bytes: sum(datasets, 'bytes') }))
        .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
    },
    async load(id) {
      const record = await db.get('projects', id);
      if (!record) return null;
      const { revision, datasets, ...head } = record;
      known.set(id, revision);
      const whole = await Promise.all(datasets.map(async ({ key, rowCount: _count, bytes: _bytes, ...dataset }) => ({ ...dataset, rows: (await db.get('rows', key)) ?? [] })));
      return { ...head, datasets: whole };
    },
    async save({ datasets, ...head }) {
      try {
        const before = await db.get('projects', head.id);
        const kept = new Map(before?.datasets.map((d) => [d.id, d]));
        // Sizes are measured outside the transaction, which closes when it has nothing to do.
        const records = datasets.map(({ rows, ...dataset }): DatasetRecord =>
          kept.get(dataset.id) ?? { ...dataset, key: `${head.id}/${dataset.id}`, rowCount: rows.length, bytes: JSON.stringify(rows).length });
        const tx = db.transaction(['projects', 'rows'], 'readwrite');
        const current = await tx.objectStore('projects').get(head.id);
        if (current && known.get(head.id) !== current.revision) {
          tx.abort();
          await tx.done.catch(() => {});
          return 'conflict';
        }
        const revision = (current?.revision ?? 0) + 1;
        const rows = tx.objectStore('rows');
        records.forEach((record, i) => { if (!kept.has(record.id)) void rows.put(datasets[i]!.rows, record.key); });
        for (const [id, record] of kept) if (!records.some((r) => r.id === id)) void rows.delete(record.key);
        void tx.objectStore('projects').put({ ...head, revision, datasets: records });
        await tx.done;
        known.set(head.id, revision);
        channel?.postMessage(head.id);
        return 'saved';
      } catch {
        return 'failed';
      }
    },
    async remove(id) {
      const tx = db.transaction(['projects', 'rows'], 'readwrite');
      const record = await tx.objectStore('projects').get(id);
      for (const { key } of record?.datasets ?? []) void tx.objectStore('rows').delete(key);
      void tx.objectStore('projects').delete(id);
      await tx.done;
      known.delete(id);
      channel?.postMessage(id);
    },
    onOtherTab(listener) {
      channel?.addEventListener('message', (event: MessageEvent<string>) => listener(event.data));
    },
  };
}

function sum(records: readonly DatasetRecord[], field: 'rowCount' | 'bytes'): number {
  return records.reduce((total, record) => total + record[field], 0);
}
