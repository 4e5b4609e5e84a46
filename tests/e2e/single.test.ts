/** The page in one file: opened from a folder by file://, in Chromium and Firefox; the reader's project inside; written out again from within. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { deflateSync, inflateSync } from 'node:zlib';
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
const built = readFileSync('dist/single.html', 'utf8');
const plain = lay('lomsong.html', built);
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

test('npm run build:single writes the same file', async () => {
  await promisify(execFile)('npm', ['run', '--silent', 'build:single'], { shell: process.platform === 'win32' });
  expect(readFileSync('dist-single/lomsong.html').equals(readFileSync('dist/single.html'))).toBe(true);
});

const PARTS = /(?<=octet-stream" id="lomsong-parts">)[^<]+/;

/** A copy with another script of the page. @param allowed whether the policy knows it */
function withScript(change: (script: string) => string, allowed: boolean): string {
  const parts = JSON.parse(inflateSync(Buffer.from(PARTS.exec(built)![0], 'base64')).toString('utf8')) as Record<string, string>;
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  const script = change(parts['page.js']!);
  const html = built.replace(PARTS, deflateSync(JSON.stringify({ ...parts, 'page.js': script })).toString('base64'));
  return allowed ? html.replace(hash(parts['page.js']!), () => hash(script)) : html;
}

test.each([
  ['script throws before the page is up', () => withScript((script) => `document.getElementById('app').remove();${script}`, true)],
  ['script is not what the build had', () => withScript((script) => `${script} `, false)],
  ['data are damaged', () => built.replace(PARTS, (packed) => `${packed.slice(0, 5000)}${packed.slice(5004)}`)],
  ['second half is missing', () => built.slice(0, built.length / 2)],
])('a file whose %s says so', async (name, make) => {
  const { page, close } = await openPage({ width: 360, height: 740, address: lay(`${name}.html`, make()), expectErrors: true });
  const says = page.locator('.start-failed[role=alert]');
  await says.waitFor({ state: 'visible' });
  expect(await says.textContent()).toMatch(/Không mở được tệp này.*This file does not open/);
  await close();
});

describe('in Chromium', () => {
  test('table, figures, worker, map, sheet and print; nothing is asked of anyone', async () => {
    const { page, requests, close } = await openPage({ ...DESKTOP, address: plain, now: '2026-11-27T08:00:00' });
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
    await page.keyboard.press('Escape');
    // Its date and its use without a network, in every language.
    await page.click('#tab-data');
    for (const [language, old, offline] of [['en', 'data of May 2024, 29 months old', 'in this very file'], ['vi', 'số liệu 5/2024, đã cũ 29 tháng', 'trong chính tệp này']] as const) {
      await page.click(`.controls button[lang=${language}]`);
      await page.waitForFunction((code) => document.documentElement.lang === code, language);
      expect(await page.textContent('.data-date')).toContain(old);
      expect(await page.textContent('.offline [role=status]')).toContain(offline);
    }
    expect(await page.locator('.start-failed').count()).toBe(0);
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
    // Chosen language or not, the title says whose file this is.
    const name = (await file.page.inputValue('.name-input')).replace('\u2028', '');
    const title = async () => (await file.page.title()).replace('\u2028', '');
    expect(await title()).toBe(`${name} – Lõm Sóng – bản đồ vùng lõm sóng Hà Giang`);
    await file.page.click('.controls button[lang=en]');
    await expect.poll(title).toBe(`${name} – Lõm Sóng – map of coverage gaps in Hà Giang`);
    await file.page.click('.controls button[lang=vi]');
    await file.page.waitForFunction(() => document.documentElement.lang === 'vi');
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
