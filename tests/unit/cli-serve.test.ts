/** The static server behind `npm start` and the browser tests. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import http, { type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStaticServer, listen } from '../../bin/serve.mjs';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'lomsong-serve-')));
const site = path.join(folder, 'site');
const server = createStaticServerOf();
let port = 0;

function createStaticServerOf() {
  for (const name of ['sub', 'assets']) mkdirSync(path.join(site, name), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  for (const [name, text] of [['index.html', '<p>home'], ['sub/index.html', '<p>sub'], ['a.geojson', '{}'], ['b.webmanifest', '{}'], ['assets/d-Ab_12-9z.js', '1'], ['assets/plain.js', '1'], ['c.wasm', '']] as const) writeFileSync(path.join(site, name), text);
  symlinkSync(folder, path.join(site, 'out'), 'junction');
  return createStaticServer(site, '/some/path/');
}

beforeAll(async () => {
  port = await listen(server, 4620);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Without the tidying of paths that `fetch` does. */
function get(address: string, headers: Record<string, string> = {}): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    http.get({ port, host: '127.0.0.1', path: address, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }));
    }).on('error', reject);
  });
}

test.each([
  ['/some/path/', 'text/html; charset=utf-8'], ['/some/path/sub/', 'text/html; charset=utf-8'], ['/some/path/a.geojson', 'application/geo+json; charset=utf-8'],
  ['/some/path/b.webmanifest', 'application/manifest+json'], ['/some/path/c.wasm', 'application/wasm'],
])('serves %s as %s', async (address, type) => {
  const { status, headers } = await get(address);
  expect([status, headers['content-type']]).toEqual([200, type]);
});

test.each([
  ['/some/path', 'path/'], ['/some/path/sub?x=1', 'sub/?x=1'],
])('%s is sent to its slash, so that relative paths hold', async (address, to) => {
  const { status, headers } = await get(address);
  expect([status, headers.location]).toEqual([301, to]);
});

test.each([
  '/', '/other/', '/some/path/../../secret.txt', '/some/path/..%2fsecret.txt', '/some/path/%2e%2e/secret.txt', '/some/path/out/secret.txt', '/some/path/%00', '/some/path/%ff', '/some/path/..\\secret.txt',
])('gives nothing for %s', async (address) => {
  const { status, body } = await get(address);
  expect([400, 403, 404]).toContain(status);
  expect(String(body)).not.toContain('secret');
});

test('compresses where asked, and answers 304 to what is known', async () => {
  const packed = await get('/some/path/', { 'accept-encoding': 'gzip' });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(String(gunzipSync(packed.body))).toBe('<p>home');
  expect((await get('/some/path/', { 'if-none-match': packed.headers.etag! })).status).toBe(304);
});

test('prefers brotli, and gives nothing that is refused', async () => {
  const packed = await get('/some/path/', { 'accept-encoding': 'gzip, deflate, br, zstd' });
  expect([packed.headers['content-encoding'], packed.headers.vary, packed.headers['content-length']]).toEqual(['br', 'accept-encoding', String(packed.body.length)]);
  expect(String(brotliDecompressSync(packed.body))).toBe('<p>home');
  const plain = await get('/some/path/', { 'accept-encoding': 'br;q=0, identity' });
  expect([plain.headers['content-encoding'], String(plain.body)]).toEqual([undefined, '<p>home']);
});

test('what changed on the disk is compressed anew', async () => {
  const name = path.join(site, 'changes.txt');
  const read = async () => String(brotliDecompressSync((await get('/some/path/changes.txt', { 'accept-encoding': 'br' })).body));
  writeFileSync(name, 'before');
  expect(await read()).toBe('before');
  writeFileSync(name, 'afterwards');
  expect(await read()).toBe('afterwards');
});

test('what is named by its content may be kept for ever, the rest is asked for again', async () => {
  const cached = async (address: string) => (await get(address)).headers['cache-control'];
  expect(await cached('/some/path/assets/d-Ab_12-9z.js')).toBe('public, max-age=31536000, immutable');
  expect(await cached('/some/path/assets/plain.js')).toBe('no-cache');
  expect(await cached('/some/path/')).toBe('no-cache');
});

test('takes the next port where one is in use', async () => {
  const second = createStaticServer(site);
  expect(await listen(second, port)).toBeGreaterThan(port);
  second.close();
});
