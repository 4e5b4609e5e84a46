/** Files on their way into the project: read, looked at, corrected, accepted or dropped; and taking it back. */
import { computed, effect, signal, untracked } from '@preact/signals';
import { type FailureReason, reasonOf } from '../core/failure';
import { foldToKey } from '../core/fold';
import type { Provenance } from '../core/model';
import { readingRecord } from '../core/reading-record';
import type { ProjectTrouble } from '../formats/project-file';
import type { CoverageChoice, ImportOptions, ImportPreview } from '../worker/protocol';
import { largeFileBytes } from './memory';
import { newId } from './new-id';
import { core, lastChange, project, workerGeneration } from './project';
import { openProject } from './projects';
import { hold } from './unfinished';
import { updateView, view } from './view';

export interface PendingImport {
  key: number;
  file: string;
  /** What the file was before its tables were taken out: `xlsx`, `kml` …; null where it was read as it came. */
  from: string | null;
  /** The file's own name, and the sheet or layer of it where it has several. */
  path: string;
  sheet: string | null;
  bytes: ArrayBuffer;
  /** Share read, 0…1. */
  progress: number;
  preview: ImportPreview | null;
  /** Why it could not be read at all; a defect of ours or a file that vanished. */
  failure: FailureReason | null;
  /** The file in bytes, where it is so large that the reader is asked first; null once it may be read. */
  tooLarge: number | null;
  /** It is a project file that cannot be opened. */
  trouble: ProjectTrouble | null;
  options: ImportOptions;
  reading: AbortController | null;
}

/** In the order they came. */
export const pendingImports = signal<readonly PendingImport[]>([]);

const anyPending = computed(() => pendingImports.value.length > 0);
effect(() => (anyPending.value ? hold() : undefined));

let lastKey = 0;
let readingAgain: (() => void) | null = null;

function patch(key: number, part: Partial<PendingImport>): void {
  pendingImports.value = pendingImports.value.map((p) => (p.key === key ? { ...p, ...part } : p));
}

const find = (key: number) => pendingImports.peek().find((p) => p.key === key);

/** Starts reading files; each shows up in `pendingImports` at once. */
export function addFiles(files: Iterable<File>): void {
  readingAgain ??= startReadingAgain();
  for (const file of files) {
    const key = begin(file.name, null, new ArrayBuffer(0));
    if (file.size > largeFileBytes()) {
      large.set(key, file);
      patch(key, { tooLarge: file.size });
    } else void addFile(key, file);
  }
}

/** Files that wait for the reader's word. */
const large = new Map<number, File>();

/** Reads a file that is large for this machine, because the reader says so. */
export function readLargeFile(key: number): void {
  const file = large.get(key);
  if (!file) return;
  large.delete(key);
  patch(key, { tooLarge: null });
  void addFile(key, file);
}

/** A worker that took another's place holds none of what was read: it reads again what waits to be used. */
function startReadingAgain(): () => void {
  let generation = workerGeneration.peek();
  return effect(() => {
    if (workerGeneration.value === generation) return;
    generation = workerGeneration.value;
    untracked(() => {
      for (const { key, preview, options } of pendingImports.value) if (preview) void read(key, options);
    });
  });
}

function begin(file: string, from: string | null, bytes: ArrayBuffer, path: string = file, sheet: string | null = null): number {
  const key = ++lastKey;
  pendingImports.value = [...pendingImports.value, { key, file, from, path, sheet, bytes, progress: 0, preview: null, failure: null, tooLarge: null, trouble: null, options: {}, reading: null }];
  return key;
}

/** A file with several sheets or layers becomes several imports, each to be used or dropped by itself. */
async function addFile(key: number, file: File): Promise<void> {
  try {
    const { project: whole, trouble, parts } = await core().unwrap(file.name, await file.arrayBuffer());
    if (!find(key)) return;
    if (whole || trouble) {
      if (whole) await openProject(whole);
      else patch(key, { trouble });
      if (whole) pendingImports.value = pendingImports.value.filter((p) => p.key !== key);
      return;
    }
    const [first, ...others] = parts.map(({ layer, bytes, from }) => ({ sheet: parts.length === 1 ? null : layer, name: layer === null || parts.length === 1 ? file.name : `${file.name} (${layer})`, bytes, from }));
    patch(key, { file: first!.name, sheet: first!.sheet, bytes: first!.bytes, from: first!.from });
    const keys = [key, ...others.map((part) => begin(part.name, part.from, part.bytes, file.name, part.sheet))];
    for (const k of keys) await readFirst(k);
  } catch (error) {
    patch(key, { failure: reasonOf(error) });
  }
}

async function readFirst(key: number): Promise<void> {
  try {
    await read(key, {});
    // A file of a shape met before is read as it was corrected then.
    const { preview } = find(key) ?? {};
    const remembered = preview && recall(preview.columns);
    if (remembered && JSON.stringify(remembered) !== '{}') await read(key, remembered);
  } catch (error) {
    patch(key, { failure: reasonOf(error) });
  }
}

async function read(key: number, options: ImportOptions): Promise<void> {
  const pending = find(key);
  if (!pending) return;
  pending.reading?.abort();
  const reading = new AbortController();
  patch(key, { reading, options, progress: 0, failure: null });
  const earlier = pending.preview;
  try {
    const preview = await core().read(pending.file, pending.bytes, options, {
      signal: reading.signal,
      onProgress: (done, total) => patch(key, { progress: done / total }),
    });
    if (earlier) void core().drop(earlier.token);
    patch(key, { preview, reading: null, progress: 1 });
  } catch (error) {
    if (reading.signal.aborted) return;
    patch(key, { failure: reasonOf(error), reading: null });
  }
}

/** Reads the file again as the reader says: another kind, mapping or coordinate system. */
export function rereadImport(key: number, change: (options: ImportOptions) => ImportOptions): void {
  const pending = find(key);
  if (pending) void read(key, change(pending.options));
}

/** Forgets a file that is not part of the project. What is loaded stays as it is. */
export function dropImport(key: number): void {
  const pending = find(key);
  if (!pending) return;
  pending.reading?.abort();
  large.delete(key);
  if (pending.preview) void core().drop(pending.preview.token);
  pendingImports.value = pendingImports.value.filter((p) => p.key !== key);
}

/** What is noted of a file: how it was read, and what was found. @param date of what day the facts are, if the reader knows */
export function provenanceOfImport(pending: PendingImport, date: string | null): Provenance {
  const { file, path, sheet, preview, options: { map = {}, set = {}, crs = null, headerLine = null } } = pending;
  const plain = { vi: file };
  return {
    file, nature: 'imported', date, what: plain, source: plain, licence: null, checks: [], notes: [],
    reading: { path, sheet, map, set, crs, headerLine }, ...(preview ? { read: readingRecord({ ...preview, file, found: preview.issues }) } : {}),
  };
}

/** Makes the good rows part of the project. `date`: of what day the facts are, if the reader knows. */
export async function acceptImport(key: number, { replace, date }: { replace: boolean; date: string | null }): Promise<void> {
  const pending = find(key);
  if (!pending?.preview || pending.preview.unusable) return;
  const { preview, file } = pending;
  remember(preview.columns, pending.options);
  project.value = await core().accept(preview.token, newId(), provenanceOfImport(pending, date), replace);
  pendingImports.value = pendingImports.value.filter((p) => p.key !== key);
  lastChange.value = { kind: 'added', file };
  // What was loaded is meant to be seen.
  const coverage = ({ coverage: 'claimed', measurements: 'measured', sites: 'stations' } as const)[preview.kind as 'sites'] as CoverageChoice | undefined;
  if (coverage) updateView({ coverage, layers: coverage === 'stations' ? view.peek().layers : [...new Set([...view.peek().layers, coverage === 'claimed' ? ('coverage' as const) : ('measurements' as const)])] });
}

export async function removeDataset(id: string): Promise<void> {
  const file = project.peek()?.datasets.find((d) => d.id === id)?.provenance.file ?? '';
  project.value = await core().remove(id);
  lastChange.value = { kind: 'removed', file };
}

export async function undoLastChange(): Promise<void> {
  const file = lastChange.peek()?.file ?? '';
  project.value = await core().undo();
  lastChange.value = { kind: 'undone', file };
}

const MEMORY = 'lomsong.columns';
const MOST_REMEMBERED = 30;
const shapeOf = (columns: readonly string[]) => columns.map(foldToKey).join('|');

type Memory = [shape: string, options: ImportOptions][];

function memory(): Memory {
  try {
    return JSON.parse(localStorage.getItem(MEMORY) ?? '[]') as Memory;
  } catch {
    return [];
  }
}

function recall(columns: readonly string[]): ImportOptions | null {
  return memory().find(([shape]) => shape === shapeOf(columns))?.[1] ?? null;
}

function remember(columns: readonly string[], options: ImportOptions): void {
  const shape = shapeOf(columns);
  try {
    localStorage.setItem(MEMORY, JSON.stringify([[shape, options], ...memory().filter(([s]) => s !== shape)].slice(0, MOST_REMEMBERED)));
  } catch {
    // Without storage the next file of this shape is guessed anew.
  }
}
