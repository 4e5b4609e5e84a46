/** A part of the page that is loaded later and cannot be fetched says so, can be tried again and closed, and never leaves the reader with nothing. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { createStaticServer } from '../../bin/serve.mjs';
import { openInFirefox } from './firefox-harness';
import { openPage } from './harness';
import { hasKeyboard } from './keys';

const SHEETS = /assets\/(CommuneSheet|OldUnitSheet)-/;
const TABS = /assets\/(DataTab|ScenarioTab)-/;
const DIALOGS = /assets\/(PaperPreview|ReceiptDialog|MapList)-/;
const FAILED = 'Không tải được phần này của trang.';

/** The only message of its kind, whole within the window. */
async function told(page: Page, within: string, says = FAILED): Promise<void> {
  const alert = page.locator('[role=alert]:visible');
  await page.waitForSelector(`${within} [role=alert]`);
  expect(await alert.allTextContents()).toEqual([expect.stringContaining(says)]);
  const { x, y, width, height } = (await alert.boundingBox())!;
  const window = page.viewportSize()!;
  expect([x >= 0, y >= 0, x + width <= window.width, y + height <= window.height]).toEqual([true, true, true, true]);
  expect(await page.locator(`${within} .part-failed button`).first().isVisible()).toBe(true);
}
const again = (page: Page) => page.click('.part-failed button >> nth=0');

describe.each([
  ['1440', { width: 1440, height: 900 }, '&map=simple'],
  ['360', { width: 360, height: 740 }, '&map=simple'],
  ['360, text only', { width: 360, height: 740 }, '&chu=1'],
] as const)('%s', (_, size, more) => {
  test('sheets, tabs and dialogs', async () => {
    const { page, close } = await openPage({ ...size, hash: `#x=00715${more}`, block: SHEETS, expectErrors: true });
    await page.context().route(TABS, (route) => route.abort());
    await page.context().route(DIALOGS, (route) => route.abort());
    await told(page, '.commune-sheet');
    await hasKeyboard(page, '.commune-sheet h2');
    expect(await page.textContent('.commune-sheet h2')).toContain('Lũng Cú');
    await page.click('.commune-sheet .close');
    await page.waitForSelector('.commune-sheet', { state: 'detached' });
    expect(await page.isVisible('.main-figure .big')).toBe(true);
    await hasKeyboard(page, '#tab-overview');

    // Opened from the list, the keyboard goes back to it.
    const name = page.locator('.need-list .need-row').first();
    await name.click();
    await told(page, '.commune-sheet');
    await page.keyboard.press('Escape');
    await hasKeyboard(page, '.need-row');
    await page.evaluate(() => { location.hash = `${location.hash}&x=old:00733`; });
    await told(page, '.commune-sheet');
    await page.context().unroute(SHEETS);
    await again(page);
    await page.waitForSelector('.commune-sheet .facts');
    await page.click('.commune-sheet .close');

    for (const [tab, inside] of [['scenarios', '.scenario-part'], ['data', '.drop-zone']] as const) {
      await page.context().route(TABS, (route) => route.abort());
      await page.click(`#tab-${tab}`);
      await told(page, '#panel');
      await page.context().unroute(TABS);
      await again(page);
      await page.waitForSelector(inside);
      await hasKeyboard(page, `#tab-${tab}`);
    }
    await page.click('#tab-overview');

    await page.locator('.panel .why-short').first().click();
    await told(page, 'dialog[open]');
    await page.click('dialog[open] .close');
    await hasKeyboard(page, '.why-short');
    if (more === '&map=simple') {
      await page.click('.map-list-button');
      await told(page, 'dialog[open]');
      await page.keyboard.press('Escape');
      await hasKeyboard(page, '.map-list-button');
    }

    await name.click();
    const print = page.getByRole('button', { name: 'In báo cáo' });
    await print.click();
    await told(page, 'dialog[open]');
    await again(page);
    // In vain once more: then the whole page can be loaded again, where it is.
    await page.waitForSelector('.part-failed button >> nth=1');
    await told(page, 'dialog[open]', 'hãy tải lại cả trang');
    expect(await page.locator('.part-failed button').allTextContents()).toEqual(['Thử lại', 'Tải lại trang']);
    await page.context().unroute(DIALOGS);
    await again(page);
    await page.waitForSelector('.paper-preview[open]');
    await page.keyboard.press('Escape');
    await expect.poll(() => print.evaluate((e) => e === document.activeElement)).toBe(true);
    await close();
  });
});

test('the style sheet of a part is asked for again too: what comes at last has its style', async () => {
  const { page, close } = await openPage({ width: 1440, height: 900, hash: '#map=simple', block: /SimpleMapDrawing-[^/]*\.css/, expectErrors: true });
  await told(page, '.map-pane');
  await page.context().unroute(/SimpleMapDrawing-[^/]*\.css/);
  await again(page);
  await page.waitForSelector('.simple-map-drawing');
  expect(await page.evaluate(() => [...document.styleSheets].some(({ href }) => /SimpleMapDrawing/.test(href ?? '')))).toBe(true);
  await close();
});

test('in English, and a sheet on its way can be closed', async () => {
  const { page, close } = await openPage({ width: 360, height: 740, hash: '#lang=en&chu=1&tab=data', block: TABS, expectErrors: true });
  await told(page, '#panel', 'This part of the page could not be loaded.');
  let release = () => {};
  const released = new Promise<void>((resolve) => { release = resolve; });
  await page.context().route(SHEETS, async (route) => { await released; await route.continue().catch(() => {}); });
  await page.evaluate(() => { location.hash = '#lang=en&chu=1&x=00715'; });
  await page.waitForSelector('.sheet-waiting [role=status]');
  expect(await page.isVisible('.main-figure')).toBe(false);
  await page.click('.sheet-waiting .close');
  await page.waitForSelector('.main-figure', { state: 'visible' });
  release();
  await close();
});

test('Firefox, which asks for nothing twice that failed: the page is offered to be loaded again, and opens where it was', async () => {
  const built = createStaticServer('dist');
  let away = true;
  const server = createServer((request, response) => {
    if (away && SHEETS.test(request.url!)) response.writeHead(503).end();
    else built.emit('request', request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { page } = await openInFirefox(`http://localhost:${(server.address() as AddressInfo).port}/#chu=1&x=00715`);
  await page.waitForSelector('.commune-sheet [role=alert]');
  away = false;
  await page.click('.part-failed button');
  const reload = (await page.waitForSelector('.part-failed button:nth-of-type(2)'))!;
  await reload.click();
  await page.waitForSelector('.commune-sheet .facts');
  await page.browserContext().close();
  server.close();
});
