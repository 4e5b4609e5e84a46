/** The page without a network: what is kept on this machine, a new version and the reader's agreement to it. */
import { computed, effect, signal } from '@preact/signals';
import { ask, inUse, ownVersion, type Tell } from '../offline/messages';
import { known } from './known';
import { goodLine, slowLine } from './line';
import { lookForNewer } from './look-for-newer';
import { mapSettled } from './map-settled';
import { project, projectFailure } from './project';
import { inSingleFile } from './single-file';
import { mapWanted } from './text-only';
import { unfinished } from './unfinished';

/** A failure that lasts so long is one. */
const FAILURE_STANDS_MS = 2000;
/** A page without a map, or with one that takes long, is kept after this. */
const PATIENCE_MS = 20_000;
const IDLE_WITHIN_MS = 5000;
const LOOK_FOR_NEWER_EVERY_MS = 3_600_000;
/** For what is kept after all the rest. */
const REST_WITHIN_MS = 600_000;

/**
 * `one-file`: all of the page is in one file. `impossible`: not from this address or in this browser. `later`: not yet begun. `asked`: the reader saves data, so it is
 * up to them. `failed`: not all files could be loaded, or some were not what the build had.
 */
export type Keeping = 'one-file' | 'impossible' | 'later' | 'asked' | 'keeping' | 'ready' | 'failed';

export const offlineKeeping = signal<Keeping>('later');

/** The page in one file is kept after all the rest, or when the reader says so; `none`: not yet, or not this time. */
export const restKeeping = signal<'none' | 'keeping' | 'kept'>('none');

/** Share of the bytes kept so far, 0…1. */
export const keptShare = signal(0);

/** A version that waits for the reader's agreement; `failed` when it had it and did not come up. */
export const newVersion = signal<{ version: string; failed: boolean } | null>(null);

/** The version that other tabs have changed to, while this one stayed so that nothing unfinished is lost. */
export const movedOn = signal<string | null>(null);

export const online = signal(true);

/** With the build's own mark; null where the page was not built. */
export const appVersion = signal<string | null>(null);

let offered: ServiceWorker | null = null;

/** To be called once the page is on the screen. */
export function startOffline(): void {
  appVersion.value = ownVersion();
  online.value = navigator.onLine;
  for (const change of ['online', 'offline']) addEventListener(change, () => (online.value = navigator.onLine));
  afterPaint(() => dispatchEvent(new Event('page-up')));
  if (inSingleFile) {
    offlineKeeping.value = 'one-file';
    return;
  }
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!container || !appVersion.value || !/^https?:$/.test(location.protocol)) {
    offlineKeeping.value = 'impossible';
    return;
  }
  container.addEventListener('message', ({ data }: MessageEvent<Tell>) => {
    if (data.kind === 'progress') keptShare.value = data.done / data.total;
    else if (data.kind === 'changed' && data.version !== appVersion.peek()) moveOn(data.version);
  });
  keepFilesWhileUnfinished();
  // On trial until the data is there: a page whose worker does not run has not come up. Text only may do without it.
  const tellOfTrial = (kind: 'came-up' | 'did-not-start') => {
    if (container.controller) void ask(container.controller, { kind, version: appVersion.peek()! }).catch(() => {});
  };
  when(() => project.value !== null || (known.value !== null && !mapWanted.value), () => afterPaint(() => tellOfTrial('came-up')));
  // Later, and if it is still so: a page that is being left fails to load as well, and is no failure of its version.
  when(() => projectFailure.value !== null, () => setTimeout(() => {
    if (projectFailure.peek() !== null) tellOfTrial('did-not-start');
  }, FAILURE_STANDS_MS));
  void container.getRegistration().then((registered) => {
    if (registered?.active) return follow(registered);
    when(() => known.value !== null, () => {
      // On a slow line nothing is loaded unasked.
      if (!mapWanted.peek() || slowLine('3g')) offlineKeeping.value = 'asked';
      else afterMap(() => void keepOffline());
    });
  });
}

/** Begins to keep the page on this machine. */
export async function keepOffline(): Promise<void> {
  try {
    offlineKeeping.value = 'keeping';
    follow(await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' }));
  } catch {
    // Refused by the browser, or nothing there to register.
    offlineKeeping.value = 'failed';
  }
}

/** Keeps the page in one file as well. */
export async function keepRest(): Promise<void> {
  const newest = newestOf(await navigator.serviceWorker.getRegistration());
  if (!newest || restKeeping.peek() !== 'none') return;
  restKeeping.value = 'keeping';
  const answer = await ask(newest, { kind: 'keep-rest' }, REST_WITHIN_MS).catch(() => null);
  restKeeping.value = answer?.restKept ? 'kept' : 'none';
}

/** The reader wants the new version. This page goes first; other tabs follow once it has come up. */
export async function useNewVersion(): Promise<void> {
  if (!offered) return;
  await ask(offered, { kind: 'agree' }).catch(() => {});
  location.reload();
}

function follow(registration: ServiceWorkerRegistration): void {
  const watch = (worker: ServiceWorker | null) => {
    if (!worker) return;
    worker.addEventListener('statechange', () => {
      if (worker.state === 'redundant' && !registration.active) offlineKeeping.value = 'failed';
      else look();
    });
  };
  const look = () => {
    if (registration.active) offlineKeeping.value = 'ready';
    void lookAt(registration);
  };
  registration.addEventListener('updatefound', () => watch(registration.installing));
  watch(registration.installing);
  look();
  when(() => offlineKeeping.value === 'ready' && mapWanted.value, () => {
    // Large, so not on a line of which nothing is known.
    if (goodLine('3g')) void keepRest();
  });
  lookForNewer(() => void registration.update().catch(() => {}), LOOK_FOR_NEWER_EVERY_MS);
}

/** Other tabs have changed to a version: this one does so as well, but not under the reader's hands. */
function moveOn(version: string): void {
  if (unfinished.peek()) movedOn.value = version;
  else location.reload();
}

/** A page that stays as it is while others change still loads parts of itself: what is kept of its version is not cleared away meanwhile. */
function keepFilesWhileUnfinished(): void {
  const name = inUse(new URL('./', document.baseURI).href, appVersion.peek()!);
  const wanted = computed(() => unfinished.value || movedOn.value !== null);
  effect(() => {
    if (!wanted.value) return;
    let release: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    void navigator.locks.request(name, { mode: 'shared' }, () => held);
    return () => release();
  });
}

/** Of those that are installed: each answers for all versions, as well as its code can. */
function newestOf(registration: ServiceWorkerRegistration | undefined): ServiceWorker | null {
  return registration?.waiting ?? registration?.active ?? null;
}

async function lookAt(registration: ServiceWorkerRegistration): Promise<void> {
  const newest = newestOf(registration);
  if (!newest) return;
  const answer = await ask(newest, { kind: 'state' }).catch(() => null);
  if (!answer) return;
  if (answer.restKept) restKeeping.value = 'kept';
  const other = answer.serving !== null && answer.serving !== answer.version;
  offered = other ? newest : null;
  newVersion.value = other ? { version: answer.version, failed: answer.failed === answer.version } : null;
}

/** Once, as soon as it is so. */
function when(so: () => boolean, then: () => void): void {
  const stop = effect(() => {
    if (so()) queueMicrotask(() => {
      stop();
      then();
    });
  });
}

function afterPaint(then: () => void): void {
  // Hidden pages paint nothing.
  if (document.hidden) setTimeout(then);
  else requestAnimationFrame(() => setTimeout(then));
}

/** When what the reader looks at has been loaded. */
function afterMap(then: () => void): void {
  const begin = () => ('requestIdleCallback' in window ? requestIdleCallback(then, { timeout: IDLE_WITHIN_MS }) : setTimeout(then, IDLE_WITHIN_MS));
  let begun = false;
  const once = () => {
    if (!begun) begin();
    begun = true;
  };
  when(() => mapSettled.value, once);
  setTimeout(once, PATIENCE_MS);
}
