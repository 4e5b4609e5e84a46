/** The store over a stand-in for IndexedDB; the real one is met by the browser tests. */
import { describe, expect, test, vi } from 'vitest';
import type { StoredDataset, StoredProject } from '../../src/formats/project-file';
import { openProjectStore, type StoreParts, type StoreTrouble } from '../../src/state/store';
import type { Disk, ProjectRecord } from '../../src/state/store-disk';
import { cell } from './made-up';

const provenance = { file: 'a.csv', nature: 'imported' as const, date: null, what: { vi: '', en: '' }, source: { vi: '', en: '' }, licence: null, checks: [], notes: [] };
const rows = (n: number, operator = 'A') => Array.from({ length: n }, (_, i) => cell({ position: [105, 22 + i / 1e4], operator }));
const dataset = (id: string, given: unknown[]): StoredDataset => ({ id, kind: 'sites', provenance, rows: given });
let second = 0;
const project = (id: string, ...datasets: StoredDataset[]): StoredProject => ({ id, name: `name of ${id}`, savedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, second++)).toISOString(), view: '', settings: {}, scenarios: [], datasets });
const quota = () => Object.assign(new Error('no room'), { name: 'QuotaExceededError' });

/** One browser: a disk and a channel that its tabs share. */
function browser() {
  const projects = new Map<string, ProjectRecord>();
  const stored = new Map<string, unknown[]>();
  let current: string | null = null;
  const listeners: { tab: number; listener: (event: { data: unknown }) => void }[] = [];
  const faults: { open: Error | null; write: Error | null; read: Error | null } = { open: null, write: null, read: null };
  const written: string[][] = [];
  let tabs = 0;
  const disk: Disk = {
    async list() {
      if (faults.read) throw faults.read;
      return structuredClone([...projects.values()]);
    },
    async read(id) {
      if (faults.read) throw faults.read;
      const record = structuredClone(projects.get(id));
      return record ? { record, rows: record.datasets.map(({ key }) => structuredClone(stored.get(key)!)) } : null;
    },
    async write(record, expected, changed) {
      await Promise.resolve();
      if (faults.write) throw faults.write;
      const before = projects.get(record.id);
      if (before?.revision !== expected?.revision || before?.savedAt !== expected?.savedAt) return false;
      for (const { key } of before?.datasets ?? []) if (!record.datasets.some((d) => d.key === key)) stored.delete(key);
      for (const [key, value] of changed) stored.set(key, structuredClone(value));
      projects.set(record.id, structuredClone(record));
      written.push([...changed.keys()]);
      return true;
    },
    async remove(id) {
      for (const { key } of projects.get(id)?.datasets ?? []) stored.delete(key);
      projects.delete(id);
    },
    current: async () => current,
    async setCurrent(id) { current = id; },
  };
  return {
    faults, stored, written,
    async tab() {
      const tab = ++tabs;
      const troubles: StoreTrouble[] = [];
      let gone: (detail: string) => void = () => {};
      const parts: StoreParts = {
        async openDisk(onGone) {
          if (faults.open) throw faults.open;
          gone = onGone;
          return disk;
        },
        channel: {
          postMessage: (data) => { for (const l of listeners) if (l.tab !== tab) l.listener({ data }); },
          addEventListener: (_, listener) => { listeners.push({ tab, listener }); },
        },
        estimate: async () => ({ usage: 5, quota: 10 }),
      };
      const store = await openProjectStore((trouble) => troubles.push(trouble), parts);
      return { store, troubles, lose: () => gone('gone') };
    },
  };
}

describe('kept', () => {
  test('what is saved is loaded the same by another tab, and listed with its size, the latest first', async () => {
    const { tab } = browser();
    const [{ store: a }, { store: b }] = [await tab(), await tab()];
    const [one, two] = [project('p1', dataset('d1', rows(3)), dataset('d2', rows(2))), project('p2', dataset('d1', rows(5000)))];
    expect([await a.save(one), await a.save(two)]).toEqual(['saved', 'saved']);
    expect(await b.load('p1')).toEqual(one);
    expect(await b.load('p3')).toBeNull();
    const list = await b.list();
    expect(list.map((p) => [p.id, p.rowCount])).toEqual([['p2', 5000], ['p1', 5]]);
    const exact = JSON.stringify(two.datasets[0]!.rows).length;
    expect(Math.abs(list[0]!.bytes / exact - 1)).toBeLessThan(0.02);
    expect(await b.usage()).toEqual({ used: 5, quota: 10 });
  });

  test('only what changed is written', async () => {
    const { tab, written, stored } = browser();
    const { store } = await tab();
    const [first, later] = [rows(3), rows(2)];
    await store.save(project('p', dataset('d1', first)));
    await store.save(project('p', dataset('d1', first), dataset('d2', later)));
    await store.save(project('p', dataset('d1', structuredClone(first)), dataset('d2', later)));
    await store.save(project('p', dataset('d1', first), dataset('d2', rows(2, 'B'))));
    await store.save(project('p', dataset('d2', rows(2, 'B'))));
    expect(written).toEqual([['p/d1'], ['p/d2'], [], ['p/d2'], []]);
    expect([...stored.keys()]).toEqual(['p/d2']);
    expect((await store.load('p'))!.datasets[0]!.rows).toEqual(rows(2, 'B'));
    await store.save({ ...(await store.load('p'))!, name: 'other' });
    expect(written.at(-1)).toEqual([]);
    await store.remove('p');
    expect(stored.size).toBe(0);
    expect(await store.list()).toEqual([]);
  });

  test('the project in view is remembered, until it is removed', async () => {
    const { tab } = browser();
    const { store } = await tab();
    await store.save(project('p'));
    await store.setCurrent('p');
    expect(await (await tab()).store.current()).toBe('p');
    await store.remove('p');
    expect(await store.current()).toBeNull();
    expect(await (await tab()).store.current()).toBeNull();
  });
});

describe('two tabs', () => {
  test('an older state never overwrites a newer one, and the other tab is told', async () => {
    const { tab } = browser();
    const [{ store: a }, { store: b }] = [await tab(), await tab()];
    const heard = vi.fn();
    a.onOtherTab(heard);
    await a.save(project('p', dataset('d1', rows(1))));
    const loaded = (await b.load('p'))!;
    expect(await b.save({ ...loaded, name: 'of b', savedAt: 'later' })).toBe('saved');
    expect(heard.mock.calls).toEqual([['p', 'changed']]);
    expect(await a.save(project('p'))).toBe('conflict');
    expect((await a.load('p'))!.name).toBe('of b');
    expect(await a.save(project('p'))).toBe('saved');
    await b.remove('p');
    expect(heard.mock.lastCall).toEqual(['p', 'removed']);
    // What was removed does not come back by itself.
    expect(await a.save(project('p'))).toBe('conflict');
    expect(await a.list()).toEqual([]);
  });

  test('a project that was removed and made anew is not taken for the old one', async () => {
    const { tab } = browser();
    const [{ store: a }, { store: b }] = [await tab(), await tab()];
    await a.save(project('p'));
    await b.load('p');
    await a.remove('p');
    await a.save(project('p'));
    expect(await b.save(project('p'))).toBe('conflict');
  });

  test('saves in quick succession do not conflict with each other', async () => {
    const { tab } = browser();
    const { store } = await tab();
    const results = await Promise.all([1, 2, 3].map((n) => store.save(project('p', dataset('d', rows(n))))));
    expect(results).toEqual(['saved', 'saved', 'saved']);
    expect((await store.load('p'))!.datasets[0]!.rows).toHaveLength(3);
  });

  test('what another version of the application says is passed over', async () => {
    const said: ((event: { data: unknown }) => void)[] = [];
    const store = await openProjectStore(() => {}, { openDisk: async () => { throw new Error('none'); }, channel: { postMessage: () => {}, addEventListener: (_, l) => { said.push(l); } }, estimate: null });
    const heard = vi.fn();
    store.onOtherTab(heard);
    for (const data of [null, 'p', 5, {}, { id: 'p' }, { id: 5, what: 'changed' }, { id: 'p', what: 'other' }]) said[0]!({ data });
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('in memory', () => {
  test('without a store the page goes on, told once', async () => {
    const { tab, faults } = browser();
    faults.open = new Error('refused');
    const { store, troubles } = await tab();
    const one = project('p', dataset('d', rows(2)));
    expect([await store.save(one), await store.save({ ...one, name: 'n' }), await store.save(project('q'))]).toEqual(['failed', 'failed', 'failed']);
    expect(await store.load('p')).toEqual({ ...one, name: 'n' });
    expect((await store.list()).map((p) => [p.id, p.rowCount])).toEqual([['q', 0], ['p', 2]]);
    await store.setCurrent('p');
    expect(await store.current()).toBe('p');
    await store.remove('p');
    expect([await store.load('p'), await store.current()]).toEqual([null, null]);
    expect(troubles).toEqual([{ kind: 'unavailable', detail: 'Error: refused' }]);
  });

  test('a full store holds the change in memory, and keeps it once there is room', async () => {
    const { tab, faults } = browser();
    const { store, troubles } = await tab();
    await store.save(project('other'));
    await store.save(project('p', dataset('d1', rows(1))));
    faults.write = quota();
    const more = project('p', dataset('d1', rows(1)), dataset('d2', rows(2)));
    expect([await store.save(more), await store.save(more)]).toEqual(['failed', 'failed']);
    expect(troubles.map((t) => t.kind)).toEqual(['full']);
    expect(await store.load('p')).toEqual(more);
    expect((await store.list()).find((p) => p.id === 'p')!.rowCount).toBe(3);
    expect((await (await tab()).store.load('p'))!.datasets).toHaveLength(1);
    faults.write = null;
    await store.remove('other');
    expect(await (await tab()).store.load('p')).toEqual(more);
    faults.write = quota();
    await store.save(project('p'));
    expect(troubles.map((t) => t.kind)).toEqual(['full', 'full']);
  });

  test('room found for one project does not overwrite what another tab has saved meanwhile', async () => {
    const { tab, faults } = browser();
    const [{ store: a }, { store: b }] = [await tab(), await tab()];
    await a.save(project('p'));
    faults.write = quota();
    const mine = project('p', dataset('d', rows(1)));
    await a.save(mine);
    faults.write = null;
    const theirs = { ...(await b.load('p'))!, name: 'theirs' };
    await b.save(theirs);
    await a.remove('nothing');
    expect(await a.load('p')).toEqual(mine);
    expect(await a.save(mine)).toBe('conflict');
    expect((await a.load('p'))!.name).toBe('theirs');
  });

  test('a store that goes away while the page is open', async () => {
    const { tab } = browser();
    const { store, troubles, lose } = await tab();
    await store.save(project('p'));
    lose();
    const later = project('p', dataset('d', rows(1)));
    expect(await store.save(later)).toBe('failed');
    expect(await store.load('p')).toEqual(later);
    expect(troubles).toEqual([{ kind: 'lost', detail: 'gone' }]);
  });

  test('what cannot be read is told and does not stop the page', async () => {
    const { tab, faults } = browser();
    const { store, troubles } = await tab();
    await store.save(project('p'));
    faults.read = new Error('broken');
    expect([await store.load('p'), await store.list()]).toEqual([null, []]);
    expect(troubles).toEqual([{ kind: 'lost', detail: 'Error: broken' }]);
    faults.read = null;
    expect(await store.save(project('p'))).toBe('saved');
  });

  test('with nothing that a browser has', async () => {
    const troubles: StoreTrouble[] = [];
    const store = await openProjectStore((t) => troubles.push(t), { openDisk: async () => { throw new Error('none'); }, channel: null, estimate: null });
    store.onOtherTab(() => {});
    expect([await store.save(project('p')), await store.usage(), await store.current()]).toEqual(['failed', null, null]);
    expect(troubles).toHaveLength(1);
  });
});
