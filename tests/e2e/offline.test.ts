/** The page without a network, from the moment it has been seen once; and what a new version may do, good or broken. */
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { edition, lookForNewer, publish, READY, second, site, untilKept, version } from './site';

const ALL_KEPT = 'mọi tệp của trang đã lưu';
const MAP_READY = '.map-pane:not(:has(.map-state)) canvas';

/** Keeps the page by its button, before which nothing was kept. */
async function agreeToKeep(page: Page, asked: readonly string[]): Promise<void> {
  const button = page.getByRole('button', { name: 'Lưu để dùng ngoại tuyến' });
  await button.waitFor();
  expect(asked.filter((url) => /\/(sw\.js|single\.html)$/.test(url))).toEqual([]);
  await button.click();
  await page.locator('.offline', { hasText: READY }).waitFor();
}

/** Until the page has computed something. */
async function figure(page: Page): Promise<void> {
  await page.click('#tab-overview');
  await page.waitForFunction(() => /\d/.test(document.querySelector('.big')?.textContent ?? ''));
}

/** As on a slow machine, where `localStorage.slow` says so: the page is there, its word that it came up is long in coming. */
const pagesMayBeSlow = (context: BrowserContext) => context.addInitScript(() => {
  // Frames begin as blank pages, which are not secure.
  if (!('ServiceWorker' in window)) return;
  const { postMessage } = ServiceWorker.prototype;
  ServiceWorker.prototype.postMessage = function (this: ServiceWorker, ...said: [unknown]) {
    if (!(localStorage.getItem('slow') && (said[0] as { kind: string }).kind === 'came-up')) Reflect.apply(postMessage, this, said);
  } as typeof postMessage;
});

describe('without a network', () => {
  test('after one visit everything works with the server gone: figures, another question, map, table, sheet, print, files', async () => {
    const { open, stop, complaints, address } = await site();
    await untilKept(await open());
    await stop();
    await expect(fetch(address)).rejects.toThrow();

    const page = await open('#tech=2G,3G');
    await figure(page);
    const before = await page.textContent('.big');
    await page.waitForSelector(MAP_READY);
    // Another question of the worker.
    await page.click('.switch input');
    await page.waitForFunction((old) => document.querySelector('.big')?.textContent !== old && /\d/.test(document.querySelector('.big')!.textContent!), before);
    await page.click('#tab-communes');
    await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 73);
    const [table] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'XLSX' }).first().click()]);
    expect(readFileSync(await table.path()).length).toBeGreaterThan(5000);
    await page.locator('.commune-table tbody .link').first().click();
    await page.waitForSelector('.commune-sheet .closest');
    await page.getByRole('button', { name: 'In báo cáo' }).click();
    await page.locator('.paper-preview iframe').waitFor();
    await page.waitForFunction(() => /\d,\d/.test(document.querySelector<HTMLIFrameElement>('.paper-preview iframe')!.contentDocument!.body.textContent ?? ''));
    await page.keyboard.press('Escape');
    await page.click('#tab-scenarios');
    await page.locator('.panel-body section').first().waitFor();
    await page.click('#tab-data');
    for (const link of await page.locator('.examples a').all()) {
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(readFileSync(await download.path()).length).toBeGreaterThan(100);
    }
    expect(complaints).toEqual([]);
  });

  test('every file of the build is kept but what no page asks for, and none is loaded twice', async () => {
    const { open, folder, context, asked } = await site();
    const page = await open();
    await untilKept(page);
    const keptFiles = () => page.evaluate(async () => {
      const name = (await caches.keys()).find((name) => name.includes(' version '))!;
      return (await (await caches.open(name)).keys()).map(({ url }) => url.slice(document.baseURI.replace(/#.*/, '').length));
    });
    const built = (readdirSync(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).map((e) => path.relative(folder, path.join(e.parentPath, e.name)).replaceAll(path.sep, '/'));
    // The page in one file comes after all the rest.
    await page.locator('.offline', { hasText: ALL_KEPT }).waitFor({ timeout: 60_000 });
    const wanted = built.filter((name) => !/\.(woff|br|gz)$|^sw\.js$|^data\/(communes\.topo\.json|coverage\.geojson)$|^third-party-licenses\.txt$/.test(name));
    expect((await keptFiles()).sort()).toEqual([...wanted, '?later'].sort());
    const assets = asked.filter((url) => url.includes('/assets/'));
    expect(assets.filter((url, i) => assets.indexOf(url) !== i)).toEqual([]);
    expect(context.serviceWorkers().length).toBe(1);
  });

  test('a reader who saves data is asked first; the export as one file says that it needs the network', async () => {
    const { open, asked, stop } = await site({ connection: { saveData: true } });
    const page = await open('#tab=data');
    await agreeToKeep(page, asked);
    await page.locator('.offline', { hasText: 'trừ việc xuất thành một tệp HTML' }).waitFor();
    await stop();
    await page.getByRole('button', { name: 'Xuất thành một tệp HTML' }).click();
    await page.getByRole('status').filter({ hasText: 'phần này chưa lưu trên máy' }).waitFor();
    expect(asked.filter((url) => url.endsWith('/single.html')).length).toBe(0);
  });

  test('on a line of 3G the map is there and nothing is kept unasked; what the export needs is kept on demand, and is then had with the server gone', async () => {
    const { open, asked, stop, complaints } = await site({ connection: { effectiveType: '3g' } });
    const page = await open('#tab=data');
    await page.waitForSelector('.map-pane');
    expect(await page.locator('.slow-line').count()).toBe(0);
    await agreeToKeep(page, asked);
    await page.getByRole('button', { name: 'Lưu cả phần này' }).click();
    await page.locator('.offline', { hasText: ALL_KEPT }).waitFor();
    await stop();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Xuất thành một tệp HTML' }).click()]);
    expect(readFileSync(await download.path()).length).toBeGreaterThan(1_000_000);
    expect(complaints).toEqual([]);
  });

  test('the page says that the network is away, and its own version', async () => {
    const { open, context } = await site();
    const page = await open('#tab=data');
    await untilKept(page);
    expect(await page.textContent('.offline')).toContain(await version(page));
    await context.setOffline(true);
    await page.locator('.brand-note', { hasText: 'không có mạng' }).waitFor();
    await context.setOffline(false);
    await page.locator('.brand-note:not(:has-text("không có mạng"))').waitFor();
  });
});

describe('a new version', () => {
  test('is offered, changes nothing until the reader agrees, then serves every tab; the old files are cleared away', async () => {
    const { open, folder, context, complaints, stop } = await site();
    const page = await open();
    const other = await open('#tab=communes');
    await untilKept(page);
    const first = await version(page);
    await publish(folder, second);
    await page.reload();
    await lookForNewer(page);
    const bar = page.locator('.notices', { hasText: 'Có phiên bản mới' });
    await bar.waitFor();
    expect(await version(page)).toBe(first);
    await page.reload();
    await bar.waitFor();
    expect([await edition(page), await edition(other)]).toEqual(['first', 'first']);
    // Put off, it stays away.
    await page.getByRole('button', { name: 'Để sau' }).click();
    expect(await page.locator('.notices button').count()).toBe(0);
    await page.reload();
    await page.getByRole('button', { name: 'Dùng phiên bản mới' }).click();
    for (const tab of [page, other]) {
      await tab.waitForFunction(() => document.documentElement.dataset.edition === 'second');
      expect(await version(tab)).not.toBe(first);
    }
    expect(other.url()).toContain('tab=communes');
    await other.waitForSelector('.commune-table');
    await page.waitForFunction(async () => (await caches.keys()).filter((name) => name.includes(' version ')).length === 1);
    // The new worker waits: the one of before gives out the new files, and keeps what the export needs of them.
    const waits = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting !== null);
    expect(await waits()).toBe(true);
    await page.click('#tab-data');
    await page.locator('.offline', { hasText: ALL_KEPT }).waitFor({ timeout: 60_000 });
    await stop();
    await page.reload();
    await figure(page);
    expect([await edition(page), await waits()]).toEqual(['second', true]);
    // Once every tab was closed it is its turn.
    const between = await context.newPage();
    for (const tab of [page, other]) await tab.close();
    await expect.poll(() => context.serviceWorkers().length, { timeout: 30_000 }).toBe(1);
    const again = await open();
    await between.close();
    await figure(again);
    expect(await edition(again)).toBe('second');
    expect(await again.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting)).toBe(null);
    expect(complaints).toEqual([]);
  });

  test('is taken at once, though what is kept after all the rest is still on its way', async () => {
    const { open, folder, context, complaints } = await site();
    const held: Route[] = [];
    await context.route(/single\.html$/, (route) => void held.push(route));
    const page = await open('#tab=data&map=simple');
    await untilKept(page);
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await publish(folder, second);
    await lookForNewer(page);
    await page.getByRole('button', { name: 'Dùng phiên bản mới' }).click();
    // Less than what a question of a worker that is busy waits for.
    await page.waitForFunction(() => document.documentElement.dataset.edition === 'second', undefined, { timeout: 8000 });
    await figure(page);
    await Promise.all(held.map((route) => route.abort()));
    expect(complaints).toEqual([]);
  });

  test('agreed to in one tab leaves alone those in which something would be lost, and takes no impatience for a failure', async () => {
    const { open, folder, context, complaints, asked } = await site();
    await pagesMayBeSlow(context);
    const page = await open('#chu=1&tab=data');
    await agreeToKeep(page, asked);
    await publish(folder, second);
    const others = await Promise.all(['#chu=1&x=00715', '#chu=1&tab=data', '#chu=1&x=00715', '#chu=1'].map((hash) => open(hash)));
    const [letter, file, note, idle] = others as [Page, Page, Page, Page];
    await letter.getByRole('button', { name: 'Trả lời kiến nghị' }).click();
    const field = letter.frameLocator('.paper-preview iframe').locator('[contenteditable]').first();
    await field.fill('SỞ KHOA HỌC VÀ CÔNG NGHỆ');
    await file.setInputFiles('input[type=file]', { name: 'tram.csv', mimeType: 'text/csv', buffer: Buffer.from('site_id,name,lat,lng,technology,operator\nS1,Một,22.83,104.98,4G,Viettel\n') });
    await file.getByRole('button', { name: 'Dùng 1 dòng' }).waitFor();
    await note.locator('.hamlet-table .link[aria-expanded]').first().click();
    await note.fill('.note-form input[type=text]', 'Đã đo');

    await page.evaluate(() => localStorage.setItem('slow', '1'));
    await lookForNewer(page);
    await page.getByRole('button', { name: 'Dùng phiên bản mới' }).click();
    await page.waitForFunction(() => document.documentElement.dataset.edition === 'second');
    for (let i = 0; i < 3; i++) await page.reload();
    await figure(page);
    expect(await Promise.all([page, ...others].map(edition))).toEqual(['second', 'first', 'first', 'first', 'first']);
    await page.evaluate(() => localStorage.removeItem('slow'));
    await page.reload();
    await idle.waitForFunction(() => document.documentElement.dataset.edition === 'second');

    const bar = (tab: Page) => tab.locator('.notices', { hasText: 'ở thẻ khác' });
    for (const tab of [letter, file, note]) await bar(tab).filter({ hasText: 'tải lại thì mất' }).waitFor();
    expect([await field.textContent(), await note.inputValue('.note-form input[type=text]')]).toEqual(['SỞ KHOA HỌC VÀ CÔNG NGHỆ', 'Đã đo']);
    // The files of the version they are of are still there, until no tab needs them.
    const versionsKept = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(' version ')).length);
    expect(await versionsKept()).toBe(2);
    await file.getByRole('button', { name: 'Dùng 1 dòng' }).click();
    await file.waitForSelector('.datasets :text("tram.csv")');
    await letter.locator('.paper-preview').getByRole('button', { name: 'Đóng' }).click();
    await note.click('.note-form [type=submit]');
    for (const tab of [letter, file, note]) {
      await bar(tab).filter({ hasNotText: 'tải lại thì mất' }).waitFor();
      await tab.getByRole('button', { name: 'Tải lại thẻ này' }).click();
      await tab.waitForFunction(() => document.documentElement.dataset.edition === 'second');
    }
    await expect.poll(versionsKept, { timeout: 30_000 }).toBe(1);
    expect(complaints).toEqual([]);
  });

  test.each([
    ['cut off', (file: string) => truncateSync(file, 1000)],
    ['answered by a sign-in page', (file: string) => writeFileSync(file, '<!doctype html><title>Sign in</title>')],
    ['missing', (file: string) => rmSync(file)],
  ])('with a file %s is not taken; the old one goes on, also without a network', async (_, spoil) => {
    const { open, folder, stop } = await site();
    const page = await open();
    await untilKept(page);
    const first = await version(page);
    await publish(folder, second, { 'assets/added-abcdefgh.js': `// ${'added '.repeat(1000)}` });
    spoil(path.join(folder, 'assets/added-abcdefgh.js'));
    await page.reload();
    const redundant = page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!;
      const installing = registration.installing ?? (await new Promise<ServiceWorker>((resolve) => registration.addEventListener('updatefound', () => resolve(registration.installing!))));
      if (installing.state !== 'redundant') await new Promise((resolve) => installing.addEventListener('statechange', resolve));
      return installing.state;
    });
    await lookForNewer(page);
    expect(await redundant).toBe('redundant');
    await stop();
    await page.reload();
    await figure(page);
    expect([await version(page), await page.locator('.notices button').count()]).toEqual([first, 0]);
  });

  test('that does not start says so, gives way to the one before at the next load, and can be tried again', async () => {
    const { open, folder, asked } = await site();
    // Without a map: what is drawn in software has no part in this.
    const page = await open('#chu=1&tab=data');
    await agreeToKeep(page, asked);
    const first = await version(page);
    const mended = readFileSync(path.join(folder, 'index.html'), 'utf8');
    await publish(folder, (html) => second(html).replace(/(<script type="module"[^>]*src=")[^"]*/, '$1./assets/broken-abcdefgh.js'), { 'assets/broken-abcdefgh.js': 'throw new Error("broken");' });
    await page.reload();
    await lookForNewer(page);
    await page.getByRole('button', { name: 'Dùng phiên bản mới' }).click();
    await page.waitForFunction(() => document.documentElement.dataset.edition === 'second');
    // Never blank.
    await page.getByRole('alert').filter({ hasText: 'Trang chưa khởi động được' }).waitFor();
    await page.reload();
    await figure(page);
    expect([await edition(page), await version(page)]).toEqual(['first', first]);
    await page.locator('.notices', { hasText: 'không khởi động được' }).waitFor();
    // It stays so, also in a new tab.
    const other = await open('#chu=1');
    await figure(other);
    expect(await edition(other)).toBe('first');
    // By the message's own way back.
    await page.getByRole('button', { name: 'Thử lại phiên bản mới' }).click();
    await page.getByRole('button', { name: 'Dùng phiên bản trước' }).click();
    await figure(page);
    expect(await edition(page)).toBe('first');
    // A mended one is offered like any other.
    await publish(folder, () => mended.replace('<html ', '<html data-edition="third" '));
    await lookForNewer(page);
    await page.locator('.notices', { hasText: 'Có phiên bản mới' }).waitFor();
    await page.getByRole('button', { name: 'Dùng phiên bản mới' }).click();
    await page.waitForFunction(() => document.documentElement.dataset.edition === 'third');
    await figure(page);
    // The other tab follows once the first has come up; a browser closed meanwhile would wait for it for ever.
    await other.waitForFunction(() => document.documentElement.dataset.edition === 'third');
    await figure(other);
  });
});

test('a disk that takes no more is no reason to give nothing; where what is kept cannot be read, the page comes from the network', async () => {
  const { open, context, folder, complaints, asked } = await site();
  await pagesMayBeSlow(context);
  const page = await open('#chu=1&tab=data');
  await agreeToKeep(page, asked);
  await publish(folder, second);
  await page.evaluate(() => localStorage.setItem('slow', '1'));
  await lookForNewer(page);
  await page.getByRole('button', { name: 'Dùng phiên bản mới' }).click();
  await page.waitForFunction(() => document.documentElement.dataset.edition === 'second');
  await figure(page);
  const breakStore = (operation: 'write' | 'read') => Promise.all(context.serviceWorkers().map((worker) => worker.evaluate((of) => {
    const refused = () => Promise.reject(new DOMException('refused', 'QuotaExceededError'));
    if (of === 'write') Cache.prototype.put = refused;
    else CacheStorage.prototype.open = CacheStorage.prototype.has = refused;
  }, operation)));
  const pagesAsked = () => asked.filter((url) => url.endsWith('/a/deep/path/')).length;
  const before = pagesAsked();
  await breakStore('write');
  await page.reload();
  await figure(page);
  expect([await edition(page), pagesAsked()]).toEqual(['second', before]);
  await breakStore('read');
  await page.reload();
  await figure(page);
  expect([await edition(page), pagesAsked()]).toEqual(['second', before + 1]);
  expect(complaints).toEqual([]);
});

test('a first visit whose script does not load finds a message, not a blank page', async () => {
  const { open, folder } = await site();
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  rmSync(path.join(folder, /<script type="module"[^>]*src="\.\/([^"]*)/.exec(html)![1]!));
  const page = await open();
  await page.getByRole('alert').filter({ hasText: 'The page did not start' }).waitFor();
  expect(await page.getByRole('button', { name: 'Tải lại' }).count()).toBe(1);
});

test('the page can be installed: nothing that Chromium misses, icons of the sizes they say', async () => {
  const { open, folder, address } = await site();
  const page = await open();
  await untilKept(page);
  const devtools = await page.context().newCDPSession(page);
  const { url, errors, data } = await devtools.send('Page.getAppManifest');
  expect([url, errors]).toEqual([`${address}manifest.webmanifest`, []]);
  // Contexts of tests are private windows, which install nothing: that alone may be missing.
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { icons, start_url: start, scope } = JSON.parse(data!) as { icons: { src: string; sizes: string; purpose?: string }[]; start_url: string; scope: string };
  expect([new URL(start, url).href, new URL(scope, url).href]).toEqual([address, address]);
  expect(icons.filter(({ src }) => src.endsWith('.png')).map(({ sizes, purpose }) => [sizes, purpose ?? 'any'])).toEqual([['192x192', 'any'], ['512x512', 'any'], ['512x512', 'maskable']]);
  const touch = await page.getAttribute('link[rel=apple-touch-icon]', 'href');
  for (const { src, sizes } of [...icons, { src: touch!, sizes: '180x180' }]) {
    const bytes = readFileSync(path.join(folder, src));
    if (sizes !== 'any') expect([src, `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`]).toEqual([src, sizes]);
  }
});
