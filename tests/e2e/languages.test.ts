/** The page in each of its languages: what is loaded, what is said to screen readers, in which order names stand. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './harness';
import * as order from './names-in-order';

const DESKTOP = { width: 1440, height: 900 };
const languageFiles = (requests: readonly string[]) => requests.map((url) => /\/assets\/(vi|en)-[\w-]+\.js$/.exec(url)?.[1]).filter(Boolean);

const VIEWS = [
  ['overview', ''],
  ['communes', '&tab=communes'],
  ['a commune', '&x=00715'],
  ['former communes', '&tab=communes&units=old&x=old:00733'],
  ['former districts', '&tab=communes&units=districts'],
  ['scenarios', `&tab=scenarios&sc=${encodeURIComponent(JSON.stringify({ name: 'A', ends: [{ technology: '4G', operator: null, date: null }] }))}`],
  ['data', '&tab=data'],
] as const;

const READY = '.big, .commune-table tbody td, .commune-sheet dd strong, .change-table td:nth-child(3), .datasets small';

describe('what is loaded', () => {
  test('Vietnamese needs no file of its own; English comes when asked for, once, and the document follows', async () => {
    const { page, requests, close } = await openPage(DESKTOP);
    await page.waitForSelector('.big');
    expect(languageFiles(requests)).toEqual([]);
    for (const [code, title, next] of [['en', /^Lõm Sóng – map of coverage gaps/, 'VI: Chuyển sang tiếng Việt'], ['vi', /^Lõm Sóng – bản đồ/, 'EN: Switch to English'], ['en', /map/, 'VI: Chuyển sang tiếng Việt']] as const) {
      await page.click(`button[lang=${code}]`);
      await page.waitForSelector(`html[lang=${code}]`);
      expect(await page.title()).toMatch(title);
      // What leads to the other language is said in that language.
      expect(await page.getAttribute('.header button[lang]', 'aria-label')).toBe(next);
    }
    expect(languageFiles(requests)).toEqual(['en']);
    await close();
  });

  test('an address in English is never shown in Vietnamese first', async () => {
    const { page, requests, close } = await openPage({ ...DESKTOP, hash: '#lang=en' });
    await page.waitForSelector('[role=tab]');
    expect(await page.textContent('#tab-communes')).toBe('Communes');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(languageFiles(requests)).toEqual(['en']);
    await close();
  });

  test('a language that cannot be fetched leaves the page as it is', async () => {
    const { page, close } = await openPage({ ...DESKTOP, block: /\/assets\/en-/, expectErrors: true });
    await page.waitForSelector('.big');
    const hash = new URL(page.url()).hash;
    await page.click('button[lang=en]');
    await page.waitForFunction((before) => location.hash === before || (before === '' && location.hash === '#'), hash);
    expect(await page.textContent('#tab-communes')).toBe('Xã');
    expect(await page.getAttribute('html', 'lang')).toBe('vi');
    await close();
  });
});

describe('what is said to screen readers', () => {
  const bundled = (name: string) => readFileSync(new URL(`../../public/data/${name}`, import.meta.url), 'utf8');
  const properNames = namesIn(bundled);
  const TERMS = /Lõm Sóng|[Tt]rắng(?: sóng)?|[Ll]õm(?: sóng)?|Nhà mạng(?: [A-C]| \(operator\) A)|Báo (?:Hà Giang|Tuyên Quang)|Ban Tuyên giáo Tỉnh ủy Hà Giang|Bản Péo|Ngán Chiên/g;

  test.each(VIEWS)('in English, %s: no Vietnamese but proper names and official terms', async (_, hash) => {
    const { page, close } = await openPage({ ...DESKTOP, hash: `#lang=en${hash}` });
    const said = await everythingSaid(page);
    expect(said.length).toBeGreaterThan(40);
    const left = said.filter((text) => !text.endsWith('Chuyển sang tiếng Việt') && /[À-ÖØ-öø-ỹ]/.test(text.replace(TERMS, '').replace(properNames, '')));
    expect(left).toEqual([]);
    await close();
  });

  test.each(VIEWS)('in Vietnamese, %s: no English', async (_, hash) => {
    const { page, close } = await openPage({ ...DESKTOP, hash: `#${hash.slice(1)}` });
    const said = await everythingSaid(page);
    expect(said.length).toBeGreaterThan(40);
    const english = /\b(?:the|of|and|with|is|are|not|by|from|for|all|without|which|signal|commune|hamlet|coverage|station|map|close|open|show|zoom|copy|share|search|text|table|gap|canvas|attribution)s?\b/i;
    // Files, commands, and what the browser says of its own fields in its own language.
    const CODE = /\b[\w-]+\.\w+\b|npx lomsong .*|(?:Show date picker ?)+/g;
    expect(said.filter((text) => !text.endsWith('Switch to English') && english.test(text.replace(CODE, '')))).toEqual([]);
    await close();
  });

  /** Names, descriptions and values of everything in the accessibility tree, with all that can be opened open. */
  async function everythingSaid(page: Page): Promise<string[]> {
    await page.waitForFunction((ready) => [...document.querySelectorAll(ready)].some((element) => /\d/.test(element.textContent!)), READY);
    await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
    await page.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const texts = nodes.filter((node) => !node.ignored && node.role?.value !== 'InlineTextBox').flatMap(({ name, description, value, properties = [] }) => [
      name, description, value, ...properties.filter((p) => ['roledescription', 'valuetext', 'placeholder'].includes(p.name)).map((p) => p.value),
    ]);
    return [...new Set(texts.map((text) => String(text?.value ?? '').trim()).filter(Boolean))];
  }
});

describe('names stand in the alphabet of the language', () => {
  /** Names in their order on the page, without what stands beside them. */
  const names = (page: Page, selector: string) => page.$$eval(selector, (all) => all.map((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const more of copy.querySelectorAll('small')) more.remove();
    return copy.textContent!.trim();
  }));
  const table = (page: Page) => names(page, '.commune-table tbody th');
  const sortByName = async (page: Page, of: string) => {
    await page.click(`${of} thead th:first-child button`);
    expect(await page.getAttribute(`${of} thead th:first-child`, 'aria-sort')).toBe('ascending');
  };
  const rows = (page: Page, count: number) => page.waitForFunction((n) => document.querySelectorAll('.commune-table tbody tr').length === n, count);
  const filter = async (page: Page, words: string, count: number) => {
    await page.fill('.table-tools input', words);
    await rows(page, count);
  };

  test('communes, what is found, the choice of a district, former communes, those filtered, districts, hamlets', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=communes&map=simple' });
    await page.waitForSelector('.commune-table tbody td');
    await sortByName(page, '.commune-table');
    expect(await table(page)).toEqual(order.COMMUNES);
    expect((await names(page, '.table-tools label:has(> select) option')).filter((name) => /^(Huyện|Thành phố)/.test(name))).toEqual(order.DISTRICTS);
    await filter(page, 'an', order.COMMUNES_FILTERED.length);
    expect(await table(page)).toEqual(order.COMMUNES_FILTERED);
    await page.fill('.search input', 'd');
    await page.waitForSelector('.search-list li');
    expect(await names(page, '.search-list li > span')).toEqual(order.FOUND);
    await page.keyboard.press('Escape');
    await page.evaluate(() => { location.hash = '#tab=communes&map=simple&units=old'; });
    await rows(page, 193);
    await sortByName(page, '.commune-table');
    expect(await table(page)).toEqual(order.OLD_UNITS);
    await filter(page, 'dong van', order.OLD_UNITS_FILTERED.length);
    expect(await table(page)).toEqual(order.OLD_UNITS_FILTERED);
    await page.evaluate(() => { location.hash = '#tab=communes&map=simple&units=districts'; });
    await rows(page, 11);
    await sortByName(page, '.commune-table');
    expect(await table(page)).toEqual(order.DISTRICTS);
    await page.evaluate(() => { location.hash = '#map=simple&x=01156'; });
    await page.waitForSelector('.hamlet-table tbody tr');
    await sortByName(page, '.hamlet-table');
    expect(await names(page, '.hamlet-table tbody th .link')).toEqual(order.HAMLETS);
    await close();
  });

  test('operators of a mast: in the list of the map and in the sheet of a former commune', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=data&map=simple' });
    await page.waitForSelector('.drop-zone');
    const cells = ['VNPT', 'Đông Bắc', 'Viettel', 'Digital'].map((operator) => `S1,Một,22.83,104.98,4G,${operator}`);
    await page.setInputFiles('input[type=file]', { name: 'tram.csv', mimeType: 'text/csv', buffer: Buffer.from(['site_id,name,lat,lng,technology,operator', ...cells, ''].join('\n')) });
    await page.getByRole('button', { name: 'Dùng 4 dòng' }).click();
    await page.click('.map-list-button');
    const inOrder = 'Digital, Đông Bắc, Viettel, VNPT';
    await page.waitForFunction((words) => document.querySelector('.map-list')?.textContent?.includes(words), inOrder);
    await page.evaluate(() => { location.hash = '#map=simple&units=old&x=old:00733'; });
    await page.waitForFunction((words) => document.querySelector('.commune-sheet')?.textContent?.includes(words), inOrder);
    await close();
  });
});

/** Of communes, former units, districts and hamlets: as they stand in the data, the longest first. */
function namesIn(bundled: (name: string) => string): RegExp {
  const found = new Set<string>(['Hà Giang', 'Tuyên Quang', 'Việt Nam']);
  const collect = (value: unknown, key = ''): void => {
    if (typeof value === 'string') {
      if (/^(?:name|otherNames|district|communes)$/.test(key)) for (const name of [value, value.replace(/^(?:Xã|Phường|Thị trấn|Huyện|Thành phố) /, '')]) found.add(name);
    } else if (Array.isArray(value)) value.forEach((item) => collect(item, key));
    else if (value && typeof value === 'object') for (const [k, part] of Object.entries(value)) collect(part, k);
  };
  for (const file of ['communes.topo.json', 'old-units.json', 'fibre.json']) collect(JSON.parse(bundled(file)));
  for (const file of ['localities.csv', 'sites.csv']) {
    const [header = '', ...lines] = bundled(file).trim().split(/\r?\n/);
    const at = header.split(',').indexOf('name');
    for (const line of lines) found.add(line.split(',')[at]!.replaceAll('"', ''));
  }
  const escaped = [...found].filter((name) => name !== '').sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(escaped.join('|'), 'g');
}
