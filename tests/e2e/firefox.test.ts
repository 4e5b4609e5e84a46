/** The main jobs in Debian's stock Firefox, served from a sub-path. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { createStaticServer, listen } from '../../bin/serve.mjs';
import { openInFirefox } from './firefox-harness';
import { slowLineTo } from './slow-line';

const SITES = 'site_id,name,lat,lng,technology,operator\nS1,Một,22.83,104.98,4G,Viettel\nS2,Hai,22.9,105.0,4G,Viettel\n';
const folder = mkdtempSync(path.join(tmpdir(), 'lomsong-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (hash = '') => openInFirefox(`${inject('address')}${hash}`);
const text = (page: Page, selector: string): Promise<string> => page.$eval(selector, (e) => e.textContent ?? '');
const says = (page: Page, selector: string, part: string) => page.waitForFunction((s, p) => document.querySelector(s)?.textContent?.includes(p), {}, selector, part);
const button = (page: Page, name: string) => page.locator(`::-p-xpath(//button[@aria-label="${name}" or normalize-space()="${name}"])`);
const figure = async (page: Page): Promise<string> => {
  await page.waitForFunction(() => /\d/.test(document.querySelector('.main-figure .big')?.textContent ?? ''));
  return text(page, '.main-figure .big');
};
/** Its communes, with their figures. */
const simpleMap = (page: Page) => page.waitForFunction(() => {
  const communes = [...document.querySelectorAll('.map-pane:not(:has(.map-state)) .simple-map-drawing [data-code]')];
  return communes.length === 73 && communes.every((commune) => /\d/.test(commune.getAttribute('aria-label') ?? ''));
});
const hasKeyboard = (page: Page, selector: string) => page.waitForFunction((s) => document.activeElement?.matches(s), {}, selector);
const tabTo = async (page: Page, selector: string): Promise<void> => {
  await page.waitForSelector(selector);
  for (let i = 0; i < 250; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function loadSites(page: Page): Promise<void> {
  const file = path.join(folder, 'tram.csv');
  writeFileSync(file, SITES);
  await page.waitForSelector('.drop-zone');
  await ((await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>).uploadFile(file);
  await button(page, 'Dùng 2 dòng').click();
  await says(page, '.datasets', 'tram.csv');
}

describe('the first view', () => {
  test('figures and table, nothing asked of other hosts, console clean', async () => {
    const { page, close } = await open();
    expect(await figure(page)).toMatch(/^\d+,\d\s%$/);
    expect(await text(page, '.brand-note')).toContain('mô phỏng');
    await page.click('#tab-communes');
    await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 73 && /\d/.test(document.querySelector('.commune-table tbody td')!.textContent!));
    await close();
  });

  test('the map is drawn, or the simple one where the machine has no WebGL', async () => {
    const { page, close } = await open();
    await figure(page);
    if (await page.evaluate(() => document.createElement('canvas').getContext('webgl2') === null)) {
      await says(page, '.map-note', 'WebGL');
      await simpleMap(page);
    } else {
      await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
      // Once the worker's tiles are in: many colours on the screen, not a blank sheet.
      await page.waitForFunction(() => !document.querySelector('.map-pane .map-state'));
      const shot = async () => {
        const bytes = Buffer.from(await (await page.$('.map-canvas'))!.screenshot({ type: 'png' }));
        return page.evaluate(async (data) => {
          const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], { type: 'image/png' }));
          const sheet = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
          sheet.drawImage(picture, 0, 0);
          const { data: pixels } = sheet.getImageData(0, 0, picture.width, picture.height);
          return new Set(new Uint32Array(pixels.buffer)).size;
        }, bytes.toString('base64'));
      };
      let colours = 0;
      for (let tries = 0; tries < 30 && colours < 50; tries++) {
        colours = await shot();
        await pause(300);
      }
      expect(colours).toBeGreaterThan(50);
    }
    await close();
  });

  test('the address brings back the view: commune, technology, language', async () => {
    const { page, close } = await open('#x=00715&tech=2G&lang=en');
    await page.waitForFunction(() => document.querySelector('.commune-sheet h2')?.textContent?.includes('Lũng Cú'));
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await page.$eval('.technologies, .switches, body', (e) => e.textContent)).toContain('2G');
    await close();
  });
});

describe('without WebGL', () => {
  test('the simple map: a click opens a commune, Enter another; by keyboard it says what it shows, and its list opens', async () => {
    const { page, requests, close } = await openInFirefox(inject('address'), { width: 1440, height: 900, noWebGl: true });
    await simpleMap(page);
    await says(page, '.map-note', 'WebGL');
    expect(requests.filter((url) => /maplibre/.test(url))).toEqual([]);
    const place = await page.evaluate(() => {
      const { x, y, width, height } = document.querySelector('.simple-map-drawing [data-code="00715"]')!.getBoundingClientRect();
      for (let i = 0; i < 400; i++) {
        const at = { x: x + (width * ((i % 20) + 0.5)) / 20, y: y + (height * (Math.floor(i / 20) + 0.5)) / 20 };
        if (document.elementFromPoint(at.x, at.y)?.getAttribute('data-code') === '00715') return at;
      }
      throw new Error('the commune is nowhere to be clicked');
    });
    await page.mouse.click(place.x, place.y);
    await says(page, '.commune-sheet h2', 'Xã Lũng Cú');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('.commune-sheet'));

    await page.evaluate(() => document.querySelector<HTMLElement>('.skip')!.focus());
    await tabTo(page, '.simple-map-drawing');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => /Bản đồ đang hiện: \d+ xã, .*(Xã|Phường) [^:]+: \d+,\d\s%/.test(document.querySelector('.announcer')?.textContent ?? ''));
    await page.keyboard.press('Tab');
    await hasKeyboard(page, '.simple-map-drawing [data-code]');
    await page.keyboard.press('Enter');
    await hasKeyboard(page, '.commune-sheet h2');
    await page.keyboard.press('Escape');
    await hasKeyboard(page, '.simple-map-drawing [data-code]');

    await tabTo(page, '.map-list-button');
    await page.keyboard.press('Enter');
    await hasKeyboard(page, '.map-list h2');
    await says(page, '.map-list > p', 'Bản đồ đang hiện');
    await page.waitForFunction(() => Number(document.querySelector('.map-list table')?.getAttribute('aria-rowcount')) > 1);
    await close();
  });
});

describe('the jobs', () => {
  test('technology, operator and the end of 2G compute anew', async () => {
    const { page, close } = await open('#tech=4G');
    let shown = await figure(page);
    /** Clicks the box of that row and waits for another figure. */
    const changes = async (row: string): Promise<void> => {
      const boxes = await page.$$('input[type=checkbox]');
      const rows = await Promise.all(boxes.map((box) => box.evaluate((e) => e.closest('label')?.textContent ?? '')));
      await boxes[rows.findIndex((r) => r.startsWith(row))]!.click();
      await page.waitForFunction((old) => /\d/.test(document.querySelector('.main-figure .big')?.textContent ?? '') && document.querySelector('.main-figure .big')!.textContent !== old, {}, shown);
      shown = await figure(page);
    };
    await changes('2G');
    await changes('Từ 16/9/2026: không còn 2G');
    expect(page.url()).toContain('no2g=1');
    await changes('Nhà mạng A');
    await close();
  });

  test('a commune is found without accents and its sheet opens', async () => {
    const { page, close } = await open();
    await figure(page);
    await page.type('.search input', 'meo vac');
    await page.waitForSelector('.search-list li');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await says(page, '.commune-sheet h2', 'Xã Mèo Vạc');
    await page.waitForFunction(() => !document.querySelector('.commune-sheet')!.textContent!.includes('…'));
    await close();
  });

  test('a file is taken in, kept over a reload, and goes out with its project', async () => {
    const { page, download, close } = await open('#tab=data');
    await loadSites(page);
    await page.waitForSelector('.name-input');
    const file = await download(() => button(page, 'Lưu thành một tệp').click());
    expect(file.name).toBe('tram.lomsong');
    expect(file.bytes.subarray(0, 2).toString()).toBe('PK');
    await page.click('#tab-overview');
    const expected = await figure(page);
    await says(page, '.main-figure', '2 trạm');
    await page.reload();
    await says(page, '.main-figure', '2 trạm');
    expect(await figure(page)).toBe(expected);
    await close();
  });

  test('a file is dropped on the page', async () => {
    const { page, close } = await open('#tab=data');
    await page.waitForSelector('.drop-zone');
    await page.evaluate((content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], 'tha.csv', { type: 'text/csv' }));
      document.querySelector('.drop-zone')!.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    }, SITES);
    await button(page, 'Dùng 2 dòng').click();
    await says(page, '.datasets', 'tha.csv');
    await close();
  });

  test('the table is saved as CSV', async () => {
    const { page, download, close } = await open('#tab=communes');
    await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 73 && /\d/.test(document.querySelector('.commune-table tbody td')!.textContent!));
    const { name, bytes } = await download(() => button(page, 'Tải bảng: CSV').click());
    expect(name).toBe('lom-song-theo-xa.csv');
    expect(bytes.toString('utf8').trimEnd().split('\r\n')).toHaveLength(74);
    await close();
  });

  test('a scenario shows before and after', async () => {
    const { page, close } = await open('#tab=scenarios');
    await page.waitForSelector('.scenario-part');
    await (await page.$$('.scenario-part summary'))[0]!.click();
    const box = await page.waitForSelector('input[aria-label="4G, Nhà mạng A"]');
    await box!.click();
    await page.waitForFunction(() => /\d/.test(document.querySelectorAll('.change-table')[0]?.querySelectorAll('tbody tr')[1]?.querySelectorAll('td')[1]?.textContent ?? ''));
    const cells = await page.$$eval('.change-table:first-of-type tbody tr:nth-child(2) td', (all) => all.map((e) => e.textContent ?? ''));
    expect(cells[0]).not.toBe(cells[1]);
    expect(cells[2]).toMatch(/^\+/);
    expect(page.url()).toContain('sc=');
    await close();
  });

  test('a report is laid out for print', async () => {
    const { page, close } = await open('#x=00715');
    await page.waitForSelector('.commune-sheet .sheet-table td:nth-child(2)');
    await button(page, 'In báo cáo').click();
    await page.waitForSelector('dialog.paper-preview[open]');
    await page.waitForFunction(() => document.querySelector<HTMLIFrameElement>('.paper-preview iframe')?.contentDocument?.body.textContent?.includes('Lũng Cú'));
    expect(await page.$eval('.paper-preview iframe', (e) => (e as HTMLIFrameElement).contentDocument!.adoptedStyleSheets.length)).toBeGreaterThan(0);
    await close();
  });

  test('the language changes', async () => {
    const { page, close } = await open();
    await figure(page);
    await button(page, 'EN').click();
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    await says(page, '#tab-communes', 'Communes');
    await close();
  });
});

test('on a line of 400 kbit/s, of which Firefox tells nothing, no file is kept unasked', async () => {
  const server = createStaticServer('dist', '/lomsong/');
  const asked: string[] = [];
  server.on('request', (request) => asked.push(request.url!));
  const line = slowLineTo(await listen(server, 4850), 50_000);
  const { page, close } = await openInFirefox(`http://localhost:${await line.port}/lomsong/#tab=data`);
  await says(page, '.offline', 'đường truyền chậm');
  expect(asked.filter((url) => /\/(sw\.js|single\.html)$/.test(url))).toEqual([]);
  await close();
  line.close();
  server.closeAllConnections();
  server.close();
});
