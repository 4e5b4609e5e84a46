/**
 * Keeps every file of a version, checked against its hash, and gives them out without the network. Which version is
 * given out is decided in `versions.ts`, and is the same whichever version's worker runs. So none takes over from another
 * under an open page (`skipWaiting`): the page that is loaded anew at that moment may then wait for a worker that is going.
 */
import { type Answer, type Ask, inUse, type Tell } from './messages';
import { agreed, beganToKeep, cameUp, didNotStart, kept, navigated, needed, NOTHING_KEPT, wentBack, type Versions } from './versions';

declare const self: ServiceWorkerGlobalScope;
type Listed = [path: string, sha256: string, bytes: number];
/** Put in by the build: the version, and of each file its path, the SHA-256 of its bytes in hex, and their number; `later`: not needed for a version to be whole. */
declare const BUILD: { version: string; files: Listed[]; later: Listed[] };

const PARALLEL_DOWNLOADS = 3;
const scope = self.registration.scope;
/** Several copies of the page may live on one host; each has its own caches. */
const PREFIX = `lomsong ${scope} `;
const STATE = `${PREFIX}state`;

/** In a version's cache: the list of its `later`. No request finds it, as those are asked without what follows the `?`. */
const LATER = new URL('?later', scope).href;

const urlOf = ([path]: Listed) => new URL(path, scope).href;
const cacheOf = (version: string) => `${PREFIX}version ${version}`;
const versionOf = (cache: string) => cache.slice(cacheOf('').length);

async function read(): Promise<Versions> {
  const found = await (await caches.open(STATE)).match(scope);
  return found ? { ...NOTHING_KEPT, ...((await found.json()) as Partial<Versions>) } : NOTHING_KEPT;
}

/** Changes the state; one change at a time, also between this worker and one that waits. */
async function change(to: (versions: Versions) => Versions): Promise<Versions> {
  return navigator.locks.request(STATE, async () => {
    const before = await read();
    const after = to(before);
    if (after !== before) await (await caches.open(STATE)).put(scope, new Response(JSON.stringify(after)));
    return after;
  });
}

async function tell(message: Tell, except?: string): Promise<void> {
  for (const client of await self.clients.matchAll({ type: 'window', includeUncontrolled: true })) if (client.id !== except) client.postMessage(message);
}

async function ownCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(`${PREFIX}version `));
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The response if its bytes are those that the build had. */
async function checked(response: Response, hash: string): Promise<Response | null> {
  const bytes = await response.arrayBuffer();
  if ((await sha256(bytes)) !== hash) return null;
  const headers = new Headers(response.headers);
  // Of the bytes on the wire, not of these.
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(bytes, { headers });
}

/** A file's response from what is kept already, of any version, else from the network. Throws where neither has the build's bytes. */
async function obtain(file: Listed, caching: readonly string[]): Promise<Response> {
  const [path, hash] = file;
  const url = urlOf(file);
  for (const name of caching) {
    const found = await (await caches.open(name)).match(url);
    const good = found && (await checked(found, hash));
    if (good) return good;
  }
  // Files with a hash in their name are taken from where the page's own loading left them; others may have changed.
  for (const cache of [path.startsWith('assets/') ? 'default' : 'no-cache', 'reload'] as const) {
    const response = await fetch(url, { cache, priority: 'low' } as RequestInit);
    const good = response.ok && (await checked(response, hash));
    if (good) return good;
  }
  throw new Error(`${path}: not the file of the build`);
}

/** Keeps all files, or throws. What was kept before a failure is good and is not loaded again. */
async function keep(): Promise<void> {
  await change((versions) => beganToKeep(versions, BUILD.version));
  const cache = await caches.open(cacheOf(BUILD.version));
  const caching = await ownCaches();
  const total = BUILD.files.reduce((sum, [, , bytes]) => sum + bytes, 0);
  let done = 0;
  const waiting = [...BUILD.files];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      await cache.put(urlOf(file), await obtain(file, caching));
      done += file[2];
      await tell({ kind: 'progress', done, total });
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_DOWNLOADS }, work));
  await cache.put(LATER, new Response(JSON.stringify(BUILD.later)));
  await change((versions) => kept(versions, BUILD.version));
}

/** The files that a version can do without and that are not kept yet; null where nothing says which they are. */
async function restOf(version: string | null): Promise<Listed[] | null> {
  const list = await fromVersion(version, LATER);
  if (!list) return null;
  const later = (await list.json()) as Listed[];
  const found = await Promise.all(later.map((file) => fromVersion(version, urlOf(file))));
  return later.filter((_, i) => !found[i]);
}

/** Whoever asks meanwhile comes after, and finds nothing left of the same version. */
let restKept: Promise<void> = Promise.resolve();

/** Keeps those of the version served, as far as they can be had. */
async function keepRest(): Promise<void> {
  const { serving } = await read();
  const rest = await restOf(serving);
  if (serving === null || !rest) return;
  const cache = await caches.open(cacheOf(serving));
  for (const file of rest) {
    // Asked for again at the next visit.
    await obtain(file, await ownCaches()).then((response) => cache.put(urlOf(file), response), () => {});
  }
}

async function clearAway(): Promise<void> {
  const keeping = new Set(needed(await read()).map(cacheOf));
  const { held = [] } = await navigator.locks.query();
  const locked = new Set(held.map(({ name }) => name));
  for (const name of await ownCaches()) if (!keeping.has(name) && !locked.has(inUse(scope, versionOf(name)))) await caches.delete(name);
}

async function fromVersion(version: string | null, url: string): Promise<Response | undefined> {
  return version === null || !(await caches.has(cacheOf(version))) ? undefined : (await caches.open(cacheOf(version))).match(url);
}

async function givePage(request: Request): Promise<Response> {
  // A full disk takes no count of loads, and is no reason to give nothing.
  const { serving } = await change((versions) => navigated(versions, Date.now())).catch(read);
  return (await fromVersion(serving, new URL('index.html', scope).href)) ?? fetch(request);
}

async function giveFile(request: Request): Promise<Response> {
  const url = new URL(request.url);
  url.search = url.hash = '';
  const { serving, previous } = await read();
  const found = (await fromVersion(serving, url.href)) ?? (await fromVersion(previous, url.href));
  if (found) return found;
  // A page that was given out before the change may still ask for its own files.
  for (const name of await ownCaches()) {
    const own = await (await caches.open(name)).match(url.href);
    if (own) return own;
  }
  return fetch(request);
}

async function answer(question: Ask, from: string | undefined): Promise<Answer> {
  let versions: Versions;
  if (question.kind === 'agree') versions = await change((before) => agreed(before, BUILD.version));
  else if (question.kind === 'came-up') {
    let first = false;
    versions = await change((before) => {
      const after = cameUp(before, question.version);
      first = after !== before;
      return after;
    });
    // Only now: had it not come up, the other tabs would have stayed as they were.
    if (first) await tell({ kind: 'changed', version: question.version }, from);
    await clearAway();
  } else if (question.kind === 'did-not-start') {
    versions = await change((before) => didNotStart(before, question.version));
  } else if (question.kind === 'keep-rest') {
    await (restKept = restKept.then(keepRest, keepRest));
    versions = await read();
  } else versions = question.kind === 'go-back' ? await change(wentBack) : await read();
  return { ...versions, version: BUILD.version, restKept: (await restOf(versions.serving))?.length === 0 };
}

self.addEventListener('install', (event) => event.waitUntil(keep()));

// Nothing but this: until it is done, no page and no file is given out.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// Where what is kept cannot be read, the network is asked.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(scope)) return;
  const path = url.pathname.slice(new URL(scope).pathname.length);
  if (request.mode === 'navigate' && (path === '' || path === 'index.html')) event.respondWith(givePage(request).catch(() => fetch(request)));
  else if (path !== 'sw.js') event.respondWith(giveFile(request).catch(() => fetch(request)));
});

self.addEventListener('message', (event) => {
  const client = event.source as WindowClient | null;
  event.waitUntil(answer(event.data as Ask, client?.id).then((said) => event.ports[0]?.postMessage(said)));
});
