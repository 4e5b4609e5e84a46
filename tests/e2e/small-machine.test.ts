/** Machines with little memory, and a computing part that dies. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';

const DESKTOP = { width: 1440, height: 900 };
const SITES = 'site_id,name,lat,lng,technology,operator\nA1,Own mast,22.8,105.0,4G,Own\n';

const figure = (page: Page) => page.waitForFunction(() => /\d/.test(document.querySelector('.big')?.textContent ?? ''));

async function loadSites(page: Page): Promise<void> {
  await page.setInputFiles('.drop-zone input[type=file]', { name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(SITES) });
  await page.click('.import-accept .primary');
  await page.waitForSelector('.change-line:has-text("own.csv")');
}

const worker = (page: Page) => page.workers().find((w) => /core\.worker/.test(w.url()))!;

test('with little memory the page names what it leaves out and leaves it out, until the reader wants it all the same', async () => {
  const { page, requests, close } = await openPage({ ...DESKTOP, deviceMemoryGb: 2 });
  await figure(page);
  const notice = (await page.textContent('.notice-memory'))!;
  for (const part of ['ít bộ nhớ', 'bản đồ đầy đủ', 'hình vùng lõm', 'từng nhà mạng', 'tính lại khi cần']) expect(notice).toContain(part);
  await page.waitForSelector('.simple-map-drawing [data-code]', { state: 'attached' });
  await page.waitForSelector('.simple-share', { state: 'attached' });
  expect(await page.textContent('.legend')).toMatch(/đất của xã/);
  // At rest, with all asked that is asked.
  await page.waitForSelector('.bases li:nth-child(3)');
  // What the page knows from its first view stays; another choice is not computed for each operator.
  await page.locator('.switches input[type=checkbox]').first().check();
  await page.waitForFunction(() => [...document.querySelectorAll('.switch-row-operator .switch-share')].some((e) => e.textContent === 'chưa tính'));
  expect(await page.getAttribute('.simple-gap', 'd')).toBe('');
  expect(requests.filter((url) => /maplibre/.test(url))).toEqual([]);

  await page.getByRole('button', { name: 'Vẫn dùng đầy đủ' }).click();
  await page.waitForSelector('.notice-memory', { state: 'detached' });
  await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
  await page.waitForFunction(() => [...document.querySelectorAll('.switch-row-operator .switch-share')].every((e) => /\d/.test(e.textContent!)));
  await close();
});

test('with enough memory nothing is left out and nothing said', async () => {
  const { page, close } = await openPage({ ...DESKTOP, deviceMemoryGb: 8 });
  await figure(page);
  await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
  expect(await page.locator('.notice').count()).toBe(0);
  await close();
});

test('a worker that breaks is started again with the data of the reader, and figures come back', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=data&map=simple', expectErrors: true });
  await page.waitForSelector('.drop-zone');
  await loadSites(page);
  const first = worker(page);
  await first.evaluate(() => { setTimeout(() => { throw new Error('broken on purpose'); }); });
  await page.waitForSelector('.notice[role=alert]:has-text("khởi động lại; dữ liệu của bạn vẫn còn")');
  expect(await page.textContent('.notice[role=alert]')).toContain('dừng vì lỗi');
  expect(await page.textContent('.datasets')).toContain('own.csv');
  await page.click('#tab-overview');
  await page.locator('.switches input[type=checkbox]').nth(2).check().catch(() => {});
  await figure(page);
  expect(await page.textContent('.panel')).toContain('Own');
  // Only breaking counts as a reason to leave things out for want of memory.
  expect(await page.locator('.notice-memory').count()).toBe(0);
  await close();
});

test('a computation that gets no memory: said, started again, and from then on less is asked', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: '#map=simple', expectErrors: true });
  await figure(page);
  // The worker has answered: the first view stands without it.
  await page.waitForSelector('.simple-gap[d^=M]', { state: 'attached' });
  await worker(page).evaluate(() => {
    const scope = self as unknown as DedicatedWorkerGlobalScope;
    const post = scope.postMessage.bind(scope);
    scope.postMessage = ((message: { type: string }) => {
      if (message.type === 'answers') throw new RangeError('Array buffer allocation failed');
      post(message);
    }) as typeof scope.postMessage;
  });
  await page.locator('.switches input[type=checkbox]').first().check();
  await page.waitForSelector('.notice[role=alert]:has-text("hết bộ nhớ")');
  await page.waitForSelector('.notice[role=alert]:has-text("khởi động lại; dữ liệu")');
  await page.waitForSelector('.notice-memory:has-text("hết bộ nhớ khi tính")');
  await figure(page);
  await close();
});

test('a file that is large for the machine is read only when the reader says so', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=data', deviceMemoryGb: 0.25 });
  await page.waitForSelector('.drop-zone');
  const filler = `${'#'.repeat(99)}\n`.repeat(64_000);
  await page.setInputFiles('.drop-zone input[type=file]', { name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.from(SITES + filler) });
  await page.waitForSelector('.import-card [role=alert]:has-text("MB")');
  expect(await page.textContent('.import-card')).toContain('large.csv có 6,4');
  expect(await page.locator('.import-choices').count()).toBe(0);
  await page.getByRole('button', { name: 'Vẫn đọc tệp' }).click();
  await page.waitForSelector('.import-choices', { timeout: 60_000 });
  await close();
});

test('a page that was torn down the last time begins with less, and says why; one that was closed does not', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: '#map=simple' });
  await figure(page);
  await page.reload();
  await figure(page);
  expect(await page.locator('.notice').count()).toBe(0);
  // What a crash leaves behind in the tab.
  await page.addInitScript(() => sessionStorage.setItem('lomsong.awake', '1'));
  await page.reload();
  await page.waitForSelector('.notice-memory:has-text("Lần trước trang bị dừng giữa chừng")');
  await figure(page);
  await close();
});
