/** A server of an office, met by its name over plain http: browsers count that as insecure and withhold much that they give to `localhost`. */
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStaticServer, listen } from '../../bin/serve.mjs';
import { findBrowser, INSTALL_COMMAND } from '../browser.mjs';

const NAME = 'office.example';
const MAP_READY = '.map-pane:not(:has(.map-state)) canvas';
const server = createStaticServer('dist', '/lomsong/');
let browser: Browser;
let address = '';

beforeAll(async () => {
  address = `http://${NAME}:${await listen(server, 4900)}/lomsong/`;
  const found = await findBrowser();
  if (!found) throw new Error(`No Chromium found. Install one: ${INSTALL_COMMAND}`);
  browser = await chromium.launch({ ...found, args: [...found.args, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`] });
});

afterAll(async () => {
  await browser?.close();
  server.close();
});

test('figures, map, a project kept, files, copying and what is said of it: all without a secure address', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', locale: 'vi-VN', acceptDownloads: true });
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/GL Driver Message|GPU stall/.test(message.text())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  const page = await context.newPage();
  await page.goto(address);
  expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false]);
  const figure = async () => {
    await page.click('#tab-overview');
    await page.waitForFunction(() => /\d/.test(document.querySelector('.main-figure .big')?.textContent ?? ''));
    return page.textContent('.main-figure .big');
  };
  const bundled = await figure();
  await page.waitForSelector(MAP_READY);

  await page.click('#tab-data');
  await page.locator('.offline', { hasText: 'cần mở qua https' }).waitFor();
  expect(await page.locator('.offline button').count()).toBe(0);
  await page.setInputFiles('input[type=file]', { name: 'tram.csv', mimeType: 'text/csv', buffer: Buffer.from('site_id,name,lat,lng,technology,operator\nS1,Một,22.83,104.98,4G,Viettel\n') });
  await page.getByRole('button', { name: 'Dùng 1 dòng' }).click();
  await page.waitForSelector('.datasets :text("tram.csv")');
  await page.locator('.name-input').waitFor();
  const own = await figure();
  expect(own).not.toBe(bundled);
  await page.reload();
  await page.click('#tab-data');
  await page.waitForSelector('.datasets :text("tram.csv")');
  expect(await figure()).toBe(own);

  await page.getByRole('button', { name: 'Chia sẻ' }).click();
  await page.locator('.said', { hasText: 'hãy chép địa chỉ trên thanh trình duyệt' }).waitFor();
  await page.click('#tab-data');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Xuất thành một tệp HTML' }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.html$/);
  await page.waitForSelector(MAP_READY);
  expect(complaints).toEqual([]);
  await context.close();
});
