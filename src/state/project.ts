/** The data the page works with: fetched from the folder it came from, parsed in the worker. */
import { batch, effect, signal } from '@preact/signals';
import { type FailureReason, reasonOf } from '../core/failure';
import { BUNDLED_FILES, OPENING_FILES, type OpeningFile } from '../formats/bundled-files';
import type { StoredDataset } from '../formats/project-file';
import { type CoreClient, createCoreClient, type WorkerFailure } from '../worker/client';
import type { ProjectData } from '../worker/protocol';
// oxlint-disable-next-line import/default -- the bundler gives the address of the worker
import coreWorkerUrl from '../worker/core.worker?worker&url';
import { bundledText, forgetBundledTexts } from './bundled-source';
import { lean, memoryFailed } from './memory';
import { inSingleFile } from './single-file';

export const project = signal<ProjectData | null>(null);

/** Why the data could not be loaded; null while it loads or once it is there. */
export const projectFailure = signal<{ file: string; reason: FailureReason } | null>(null);

/** What was done to the data last, for the line that offers to take it back. */
export const lastChange = signal<{ kind: 'added' | 'removed' | 'undone'; file: string } | null>(null);

/** The worker has failed; null while all is well or the reader has taken note. */
export const workerTrouble = signal<{ kind: WorkerFailure; state: 'restarting' | 'running' | 'given-up' } | null>(null);

/** Counts the workers that took another's place: what was held in the one before is gone. */
export const workerGeneration = signal(0);

/** Answers that the worker keeps where memory is short. */
const FEW_ANSWERS = 12;
/** As many as it keeps by itself. */
const USUAL_ANSWERS = 60;
/** A worker that fails again and again is not started for ever. */
const MOST_RESTARTS = 2;

let client: CoreClient | null = null;
let restarts = 0;

function start(): CoreClient {
  const started = createCoreClient(new Worker(coreWorkerUrl, { type: inSingleFile ? 'classic' : 'module' }), (kind, detail) => {
    console.info(detail);
    if (kind === 'memory') memoryFailed();
    // While the first data is being opened, the page says so and offers to try again.
    if (!project.peek()) {
      client = null;
      return;
    }
    workerTrouble.value = { kind, state: 'given-up' };
    if (restarts++ < MOST_RESTARTS) void restart();
  });
  if (lean.peek()) void started.keep(FEW_ANSWERS).catch(() => {});
  return started;
}

/** The running core; starts the worker at the first call. */
export function core(): CoreClient {
  client ??= start();
  return client;
}

/** Tells the worker how many answers to keep, now and whenever that changes. */
export function startSparing(): () => void {
  let before = lean.peek();
  return effect(() => {
    if (lean.value === before) return;
    before = lean.value;
    void client?.keep(before ? FEW_ANSWERS : USUAL_ANSWERS).catch(() => {});
  });
}

/** A new worker with the data that the page has. */
async function restart(): Promise<void> {
  const data = project.peek();
  if (!data) return;
  const kind = workerTrouble.peek()?.kind ?? 'stopped';
  workerTrouble.value = { kind, state: 'restarting' };
  const started = start();
  client = started;
  try {
    let opened = await started.open(await openingTexts());
    forgetBundledTexts();
    const own = data.datasets.flatMap(({ id, kind: of, provenance, rows }): StoredDataset[] => (rows ? [{ id, kind: of, provenance, rows: rows as unknown[] }] : []));
    if (own.length > 0) opened = await started.restore(own);
    batch(() => {
      workerTrouble.value = { kind, state: 'running' };
      lastChange.value = null;
      workerGeneration.value++;
      project.value = opened;
    });
  } catch (error) {
    console.info(error);
    // A failure of the new worker has told so itself, and may have begun once more.
    if (client === started) workerTrouble.value = { kind, state: 'given-up' };
  }
}

/** Once more, because the reader says so. */
export async function restartWorker(): Promise<void> {
  restarts = 0;
  await restart();
}

class FileMissing extends Error {
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(file, { cause });
    this.file = file;
  }
}

/** Throws `FileMissing`. */
async function openingTexts(): Promise<Record<OpeningFile, string>> {
  const texts = await Promise.all(
    OPENING_FILES.map(async (key) => {
      const name = BUNDLED_FILES[key];
      try {
        return [key, await bundledText(name)] as const;
      } catch (error) {
        throw new FileMissing(name, error);
      }
    }),
  );
  return Object.fromEntries(texts) as Record<OpeningFile, string>;
}

/** Has the worker open the bundled data; null where they cannot be loaded, `projectFailure` then says why. */
export async function openBundled(): Promise<ProjectData | null> {
  projectFailure.value = null;
  const running = core();
  try {
    const data = await running.open(await openingTexts());
    forgetBundledTexts();
    return data;
  } catch (error) {
    projectFailure.value = { file: error instanceof FileMissing ? error.file : '', reason: reasonOf(error instanceof FileMissing ? error.cause : error) };
    return null;
  }
}
