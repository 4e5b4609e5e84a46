/** A slow line: how many bytes go over the wire until table and figures can be used, until the map stands, and in text only. Counted where they leave the server, headers included, with gzip, which every host can do. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStaticServer } from '../../bin/serve.mjs';
import { findBrowser, INSTALL_COMMAND } from '../browser.mjs';

const FIRST_BUDGET = 150_000;
const WHOLE_BUDGET = 800_000;
/** Of everything that the page can ever ask for, as our server sends it. */
const COPY_BUDGET = 800_000;
/** 400 kbit/s, 400 ms. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const MAP_READY = '.map-pane:not(:has(.map-state)) canvas';
/** What may come only after the first view. */
const LATER = /core\.worker|maplibre|\.woff2?$|fonts-|communes\.packed|sites\.csv|localities\.csv|coverage\./;

let browser: Browser;
const server = createStaticServer('dist', '/some/sub/path/', ['gzip']);
let address = '';
const sockets: Socket[] = [];
const sent = () => sockets.reduce((sum, socket) => sum + socket.bytesWritten, 0);

beforeAll(async () => {
  const found = await findBrowser();
  if (!found) throw new Error(`No Chromium found. Install one: ${INSTALL_COMMAND}`);
  browser = await chromium.launch(found);
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://localhost:${(server.address() as AddressInfo).port}/some/sub/path/`;
});
afterAll(async () => {
  await browser?.close();
  server.close();
});

interface Visit {
  context: BrowserContext;
  page: Page;
  requests: string[];
  /** Lets go of what was held back. */
  release(): void;
  /** Bytes since the visit began. */
  bytes(): number;
}

/** @param hold requests that get no answer until they are released */
async function visit(hash: string, { hold, slow = true, connection, viewport = { width: 1440, height: 900 } }: { hold?: RegExp; slow?: boolean; connection?: { saveData: boolean }; viewport?: { width: number; height: number } } = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'vi-VN' });
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  let release = () => {};
  const released = new Promise<void>((resolve) => { release = resolve; });
  if (hold) await context.route(hold, async (route) => { await released; await route.continue(); });
  if (connection) await context.addInitScript((value) => Object.defineProperty(navigator, 'connection', { value }), connection);
  const page = await context.newPage();
  if (slow) {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', SLOW);
  }
  const before = sent();
  await page.goto(`${address}${hash}`);
  return { context, page, requests, release, bytes: () => sent() - before };
}

/** Figures are told, the table is full, sorts and filters. */
async function useTable(page: Page, nameColumn = /Xã, phường/): Promise<void> {
  await page.waitForFunction(() => /\d/.test(document.querySelector('.big')?.textContent ?? ''));
  await page.waitForFunction(() => document.querySelectorAll('.switch-share').length > 5 && [...document.querySelectorAll('.switch-share, .bases li')].every((e) => e.textContent !== '…'));
  await page.click('#tab-communes');
  await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 73 && /\d/.test(document.querySelector('.commune-table tbody td')!.textContent!));
  await page.getByRole('button', { name: nameColumn }).click();
  expect(await page.getAttribute('.commune-table thead th:first-child', 'aria-sort')).toBe('ascending');
  await page.fill('.table-tools input', 'meo vac');
  await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 1);
  await page.fill('.table-tools input', '');
  await page.click('#tab-overview');
}

test.each([
  ['desktop', '', { width: 1440, height: 900 }, /Xã, phường/],
  ['phone, English', '#lang=en', { width: 360, height: 740 }, /Commune/],
] as const)('table and figures are usable after at most 150 KB, with worker, data, fonts and map held back: %s', async (name, hash, viewport, nameColumn) => {
  const { context, page, requests, release, bytes } = await visit(hash, { hold: LATER, viewport });
  await useTable(page, nameColumn);
  // The end of 2G is among the first answers.
  const share = await page.textContent('.switch-share >> nth=0');
  await page.click('.switch input');
  await page.waitForFunction((old) => document.querySelector('.switch-share')!.textContent !== old, share);
  const first = bytes();
  console.info(`first view, ${name}: ${first} bytes`);
  expect(first).toBeLessThanOrEqual(FIRST_BUDGET);
  expect(requests.filter((url) => /maplibre/.test(url))).toEqual([]);
  const at = (part: RegExp) => requests.findIndex((url) => part.test(url));
  expect(at(LATER)).toBeGreaterThan(at(/first-view\.json/));
  // What needs the worker is asked, waits in sight, and is answered when it comes.
  await page.click('.why-short');
  expect(await page.isVisible('.progress .spinner')).toBe(true);
  release();
  await page.waitForSelector('dialog[open], [role=dialog]');
  await context.close();
});

test('the map stands after at most 800 KB in all', async () => {
  const { context, page, bytes } = await visit('');
  await page.waitForSelector(MAP_READY, { timeout: 80_000 });
  await page.waitForLoadState('networkidle', { timeout: 80_000 });
  const whole = bytes();
  console.info(`map drawn: ${whole} bytes`);
  expect(whole).toBeLessThanOrEqual(WHOLE_BUDGET);
  await context.close();
});

test('text only: neither worker nor fonts nor map until something needs them, and a way back', async () => {
  const { context, page, requests, bytes } = await visit('#chu=1');
  await useTable(page);
  await page.waitForLoadState('networkidle');
  console.info(`text only: ${bytes()} bytes`);
  expect(bytes()).toBeLessThanOrEqual(FIRST_BUDGET);
  expect(requests.filter((url) => LATER.test(url))).toEqual([]);
  // A commune's sheet needs the worker, and nothing of the map.
  await page.click('#tab-communes');
  await page.locator('.commune-table tbody .link').first().click();
  await page.waitForFunction(() => /\d/.test(document.querySelector('.commune-sheet .sheet-table td:nth-child(2)')?.textContent ?? ''), null, { timeout: 80_000 });
  expect(requests.filter((url) => /maplibre|\.woff2?$|coverage\./.test(url))).toEqual([]);
  console.info(`text only with a sheet: ${bytes()} bytes`);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Có bản đồ' }).click();
  expect(new URL(page.url()).hash).not.toContain('chu');
  await page.waitForSelector('.map-pane');
  await expect.poll(() => requests.some((url) => /maplibre/.test(url)), { timeout: 60_000 }).toBe(true);
  await context.close();
});

test('where data are dear the reader is asked before the map is loaded; the answer is kept', async () => {
  const { context, page, requests } = await visit('', { slow: false, connection: { saveData: true } });
  await page.waitForSelector('.slow-line');
  await useTable(page);
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => LATER.test(url))).toEqual([]);
  await page.getByRole('button', { name: 'Chỉ xem chữ và bảng' }).click();
  await page.waitForFunction(() => location.hash.includes('chu=1') && !document.querySelector('.map-pane'));
  await page.goto('about:blank');
  await page.goto(address);
  await page.waitForFunction(() => location.hash.includes('chu=1'));
  await page.waitForFunction(() => /\d/.test(document.querySelector('.big')?.textContent ?? ''));
  expect(await page.locator('.map-pane').count()).toBe(0);
  await context.close();
});

test('without the first view all waits for the worker, and is told the same', async () => {
  const told = async (page: Page) => {
    await page.waitForFunction(() => /\d/.test(document.querySelector('.big')?.textContent ?? ''));
    return page.textContent('.main-figure .big');
  };
  const held = await visit('', { slow: false, hold: LATER });
  const early = await told(held.page);
  await held.context.close();
  const { context, page } = await visit('', { slow: false, hold: /first-view\.json/ });
  await context.route(/first-view\.json/, (route) => route.abort());
  await page.reload();
  expect(await told(page)).toBe(early);
  await context.close();
});

test('a project of the reader’s own is never told by the first view’s figures', async () => {
  const { context, page } = await visit('#tab=data', { slow: false });
  await page.waitForSelector('.drop-zone');
  await page.setInputFiles('input[type=file]', { name: 'mot.csv', mimeType: 'text/csv', buffer: Buffer.from('site_id,name,lat,lng,technology,operator\nS1,Trạm 1,22.8,104.98,4G,Viettel\n') });
  await page.getByRole('button', { name: 'Dùng 1 dòng' }).click();
  await page.waitForSelector('.datasets :text("mot.csv")');
  await page.waitForFunction(() => document.querySelector('.name-input'));
  await page.click('#tab-overview');
  await page.waitForFunction(() => /\d/.test(document.querySelector('.big')?.textContent ?? ''));
  const own = await page.textContent('.main-figure .big');
  // Every figure that is seen after the reload, from its first moment on.
  await context.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const text = document.querySelector('.main-figure .big')?.textContent;
      if (text && /\d/.test(text)) seen.add(text);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.reload();
  await page.waitForFunction(() => /\d/.test(document.querySelector('.big')?.textContent ?? ''));
  await page.waitForSelector(MAP_READY);
  expect(await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])).toEqual([own]);
  await context.close();
});

test('everything in the folder, every language, format and print, and no font twice', () => {
  const filesOf = (folder: string): string[] => readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? filesOf(file) : [file];
  });
  // The page in one file is made of the same once more, to be saved from the page; borders and polygons are there once more as TopoJSON and GeoJSON, for whoever takes the data; licences are for whoever hands the folder on.
  const files = filesOf('dist').filter((file) => !/^(single\.html|communes\.topo\.json|coverage\.geojson|third-party-licenses\.txt)$/.test(path.basename(file)));
  expect(files.filter((file) => /\.(woff|ttf|map)$/.test(file))).toEqual([]);
  // What is counted here, and looked at in all these tests, is what `npm run build` makes: nothing for development.
  expect(files.filter((file) => readFileSync(file).includes('src/ui/'))).toEqual([]);
  const bytes = files.reduce((sum, file) => sum + (/\.(woff2|png)$/.test(file) ? statSync(file).size : brotliCompressSync(readFileSync(file)).length), 0);
  console.info(`whole folder: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(COPY_BUDGET);
});
