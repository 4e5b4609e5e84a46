/** The page in one file: opened from a folder by file://, in Chromium and Firefox; the reader's project inside; written out again from within. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Download, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { openInFirefox } from './firefox-harness';
import { openPage } from './harness';

const DESKTOP = { width: 1440, height: 900 };
const MAP_READY = '.map-pane:not(:has(.map-state)) canvas';
const SITES = 'site_id,name,lat,lng,technology,operator\nS1,Một,22.83,104.98,4G,Viettel\nS2,Hai,22.9,105.0,4G,Viettel\n';
/** A name that would end a script, or a line of one, if it stood there as it is. */
const NAME = 'Xã </script><b>$& \u2028 & Co';

const stick = mkdtempSync(path.join(tmpdir(), 'lomsong-'));
const folder = path.join(stick, 'USB của Mèo Vạc #1');
mkdirSync(folder);
afterAll(() => rmSync(stick, { recursive: true, force: true }));

/** Puts the file on the stick. */
function lay(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return pathToFileURL(file).href;
}

/** As `npm run build` made it. */
const plain = lay('lomsong.html', readFileSync('dist/single.html'));
const bytesOf = async (download: Download) => readFileSync((await download.path())!);

async function figure(page: Page): Promise<string> {
  await page.waitForFunction(() => /\d/.test(document.querySelector('.main-figure .big')?.textContent ?? ''));
  return (await page.textContent('.main-figure .big'))!;
}

async function exportHtml(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Xuất thành một tệp HTML' }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.html$/);
  return (await bytesOf(download)).toString('utf8');
}

let exported = '';

describe('in Chromium', () => {
  test('table, figures, worker, map, sheet and print; nothing is asked of anyone', async () => {
    const { page, requests, close } = await openPage({ ...DESKTOP, address: plain });
    const before = await figure(page);
    await page.waitForSelector(MAP_READY);
    await page.locator('.switch-row input').first().check();
    await page.waitForFunction((old) => /\d/.test(document.querySelector('.main-figure .big')?.textContent ?? '') && document.querySelector('.main-figure .big')!.textContent !== old, before);
    await page.click('#tab-communes');
    await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 73);
    await page.fill('.search input', 'meo vac');
    await page.waitForSelector('.search-list li');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.commune-sheet');
    await page.getByRole('button', { name: 'In báo cáo' }).click();
    await page.waitForFunction(() => document.querySelector<HTMLIFrameElement>('.paper-preview iframe')?.contentDocument?.body?.textContent?.includes('Mèo Vạc'));
    expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
    expect(requests.filter((url) => url.startsWith('file:'))).toHaveLength(1);
    expect(page.url()).toContain('tech=');
    await close();
  });

  test('the hosted page writes itself with the reader’s project; the file shows it, and writes itself again', async () => {
    const { page, requests, close } = await openPage({ ...DESKTOP, hash: '#tab=data' });
    await page.waitForSelector('.drop-zone');
    await page.setInputFiles('input[type=file]', { name: 'tram.csv', mimeType: 'text/csv', buffer: Buffer.from(SITES) });
    await page.getByRole('button', { name: 'Dùng 2 dòng' }).click();
    await page.waitForSelector('.name-input');
    await page.fill('.name-input', NAME);
    await page.keyboard.press('Enter');
    expect(requests.some((url) => url.endsWith('/single.html'))).toBe(false);
    exported = await exportHtml(page);
    expect(exported).not.toContain(NAME);
    await page.click('#tab-overview');
    const expected = await figure(page);
    await close();

    const file = await openPage({ ...DESKTOP, address: lay('dự án.html', exported) });
    await file.page.waitForSelector('.datasets :text("tram.csv")');
    // A field of one line may drop the break; the rest of the name comes through every step as it is.
    expect((await file.page.inputValue('.name-input')).replace('\u2028', '')).toBe(NAME.replace('\u2028', ''));
    const today = new Date().getFullYear();
    expect(await file.page.textContent('#app')).toMatch(new RegExp(`xuất ngày \\d+/\\d+/${today}`));
    await file.page.click('#tab-overview');
    expect(await figure(file.page)).toBe(expected);
    await file.page.click('#tab-data');
    const again = await exportHtml(file.page);
    await file.close();

    const second = await openPage({ ...DESKTOP, address: lay('dự án 2.html', again) });
    await second.page.waitForSelector('.datasets :text("tram.csv")');
    await second.page.click('#tab-overview');
    expect(await figure(second.page)).toBe(expected);
    await second.close();
  });
});

describe('in Firefox', () => {
  test('table, figures, worker, map, sheet and print', async () => {
    const { page, close } = await openInFirefox(plain);
    await page.waitForFunction(() => /\d/.test(document.querySelector('.main-figure .big')?.textContent ?? ''));
    const before = await page.$eval('.main-figure .big', (e) => e.textContent);
    await page.waitForSelector(MAP_READY);
    await (await page.$('.switch-row input'))!.click();
    await page.waitForFunction((old) => /\d/.test(document.querySelector('.main-figure .big')?.textContent ?? '') && document.querySelector('.main-figure .big')!.textContent !== old, {}, before);
    await page.click('#tab-communes');
    await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 73);
    await page.type('.search input', 'meo vac');
    await page.waitForSelector('.search-list li');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.commune-sheet');
    await page.locator('::-p-xpath(//button[normalize-space()="In báo cáo"])').click();
    await page.waitForFunction(() => document.querySelector<HTMLIFrameElement>('.paper-preview iframe')?.contentDocument?.body?.textContent?.includes('Mèo Vạc'));
    await close();
  });

  test('the project that was exported in Chromium is there, and goes out again', async () => {
    const { page, download, close } = await openInFirefox(lay('dự án Firefox.html', exported));
    await page.waitForFunction(() => document.querySelector('.datasets')?.textContent?.includes('tram.csv') || [...document.querySelectorAll('.datasets')].some((e) => e.textContent!.includes('tram.csv')));
    const { name, bytes } = await download(() => page.locator('::-p-xpath(//button[normalize-space()="Xuất thành một tệp HTML"])').click());
    expect(name).toMatch(/\.html$/);
    expect(bytes.toString('utf8')).toContain('id="lomsong-project">UEs');
    await close();
  });
});
