/** What the page asks and tells beside its views: seen by axe in every look, answered by keyboard alone. */
import { expect, test } from 'vitest';
import { ALL, violations, violationsNow, WCAG } from './axe';
import { openPage } from './harness';
import { keyboardIsSeen, press } from './keys';
import { edition, lookForNewer, publish, READY, second, site } from './site';

test('on a slow line the map is offered, and keeping the page; a new version is put off and taken', async () => {
  const { open, folder } = await site({ width: 1440, connection: { saveData: true }, bypassCsp: true });
  const page = await open('#tab=data');
  await page.waitForSelector('.slow-line');
  await page.waitForSelector('.offline button');
  expect(await violations(page, ALL)).toEqual([]);
  await press(page, '.slow-line .bordered');
  await page.waitForSelector('.slow-line', { state: 'detached' });
  await keyboardIsSeen(page);

  // Neither a line that never answers nor one that is refused.
  const register = (how: string) => page.evaluate((of) => {
    Object.defineProperty(navigator.serviceWorker, 'register', { configurable: true, value: () => (of === 'refused' ? Promise.reject(new Error('refused')) : new Promise(() => {})) });
  }, how);
  await register('refused');
  await press(page, '.offline button');
  await page.waitForSelector('.offline button:text-is("Thử lại")');
  await keyboardIsSeen(page);
  expect(await violations(page, ALL)).toEqual([]);
  await register('silent');
  await press(page, '.offline button');
  await page.waitForSelector('.offline progress');
  await keyboardIsSeen(page);
  expect(await violations(page, ALL)).toEqual([]);

  await page.reload();
  await press(page, '.offline button');
  await page.locator('.offline', { hasText: READY }).waitFor();
  await keyboardIsSeen(page);
  await publish(folder, second);
  await page.reload();
  await lookForNewer(page);
  await page.waitForSelector('.notices button');
  expect(await violations(page, ALL)).toEqual([]);
  await press(page, '.notices .bordered');
  await page.waitForSelector('.notices button', { state: 'detached' });
  await keyboardIsSeen(page);
  await page.reload();
  await page.waitForSelector('.notices button');
  await press(page, '.notices .primary');
  await page.waitForFunction(() => document.documentElement.dataset.edition === 'second');
}, 180_000);

test('a version that does not start: its message, then what is said of it', async () => {
  const { open, folder } = await site({ width: 1440, bypassCsp: true });
  const page = await open('#tab=data&map=simple');
  await page.locator('.offline', { hasText: READY }).waitFor({ timeout: 60_000 });
  await publish(folder, (html) => second(html).replace(/(<script type="module"[^>]*src=")[^"]*/, '$1./assets/broken-abcdefgh.js'), { 'assets/broken-abcdefgh.js': 'throw new Error("broken");' });
  await page.reload();
  await lookForNewer(page);
  await page.waitForSelector('.notices button');
  await press(page, '.notices .primary');
  await page.waitForSelector('.start-failed button');
  // A message in place of a page needs no landmarks.
  expect(await violationsNow(page, WCAG)).toEqual([]);
  await press(page, '.start-failed button');
  await page.waitForSelector('.notices button');
  expect(await edition(page)).toBe('first');
  expect(await violations(page, ALL)).toEqual([]);
  await press(page, '.notices .bordered');
  await page.waitForSelector('.notices button', { state: 'detached' });
  await keyboardIsSeen(page);
}, 120_000);

test('data that cannot be loaded', async () => {
  const { page, close } = await openPage({ width: 1440, height: 900, bypassCsp: true, hash: '#map=simple', block: /sites\.csv$/, expectErrors: true });
  await page.waitForSelector('[role=alert] .primary');
  expect(await violations(page, ALL)).toEqual([]);
  await press(page, '[role=alert] .primary');
  await keyboardIsSeen(page);
  await close();
});

test('a worker that broke and was started again', async () => {
  const { page, close } = await openPage({ width: 1440, height: 900, bypassCsp: true, hash: '#tab=data&map=simple', expectErrors: true });
  await page.waitForSelector('.datasets li');
  await page.workers().find((w) => /core\.worker/.test(w.url()))!.evaluate(() => { setTimeout(() => { throw new Error('broken on purpose'); }); });
  await page.waitForSelector('.notice[role=alert] button');
  expect(await violations(page, ALL)).toEqual([]);
  await press(page, '.notice .bordered');
  await page.waitForSelector('.notice', { state: 'detached' });
  await keyboardIsSeen(page);
  await close();
});
