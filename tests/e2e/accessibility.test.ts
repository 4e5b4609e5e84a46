/** WCAG 2.2 AA by axe: every view in every theme, both languages and all widths, from a phone to a desk. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NARROW, violations, WIDE } from './axe';
import { type OpenPage, openPage } from './harness';
import { STRANGE_FILE } from './map-by-hand';

const LAYOUTS = [['wide', WIDE, 900], ['narrow', NARROW, 740]] as const;

const MAST = { id: 'new-1', name: 'Cột', position: [104.8, 22.7], technologies: ['4G'], operator: 'A', radiusMeters: null, heightM: null, eirpDbm: null, hasElectricity: null, backhaul: null };
const SCENARIO = `tab=scenarios&sc=${encodeURIComponent(JSON.stringify({ name: 'A', ends: [{ technology: '2G', operator: null, date: null }], added: [MAST] }))}`;
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const sites = (...rows: string[]) => `site_id,name,lat,lng,technology,operator,status\n${rows.join('\n')}\n`;

interface Seen {
  name: string;
  hash: string;
  /** The layout that has it; both unless told. */
  only?: (typeof LAYOUTS)[number][0];
  /** Brings the view about, in Vietnamese. */
  before?: (page: Page) => Promise<unknown>;
  /** Leaves it, where another address alone would not. */
  after?: (page: Page) => Promise<unknown>;
}

const closeDialog = async (page: Page) => {
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog[open]', { state: 'detached' });
};
const computed = (page: Page) => page.waitForFunction(() => /\d/.test(document.querySelector('.big, .commune-table tbody td, .commune-sheet dd strong, .change-table td:nth-child(3), .datasets small')?.textContent ?? ''));

/** A document as it is printed, opened by a button. */
const paper = (button: string) => async (page: Page) => {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForSelector('.paper-preview .primary:not(:disabled)');
};

const VIEWS: Seen[] = [
  { name: 'overview, rules, sources', hash: '', before: computed },
  { name: 'communes', hash: 'tab=communes', before: computed },
  { name: 'former communes and a sheet', hash: 'tab=communes&units=old&tech=2G,3G,4G&x=old:00733', before: (page) => page.waitForSelector('.commune-sheet h3') },
  { name: 'former districts', hash: 'tab=communes&units=districts', before: computed },
  { name: 'commune sheet', hash: 'x=00715', before: (page) => page.waitForSelector('.hamlet-table') },
  { name: 'a note of a hamlet', hash: 'x=00715', before: async (page) => { await page.waitForSelector('.hamlet-table'); await page.locator('.hamlet-table [aria-expanded]').first().click(); } },
  { name: 'receipt', hash: '', before: async (page) => { await computed(page); await page.locator('.why-short:visible').first().click(); await page.waitForSelector('.receipt .command'); }, after: closeDialog },
  { name: 'search', hash: '', before: async (page) => { await page.fill('.search input', 'meo'); await page.waitForSelector('.search-list li'); }, after: (page) => page.fill('.search input', '') },
  { name: 'layers', hash: '', before: (page) => page.click('.layers-menu summary'), after: (page) => page.click('.layers-menu summary') },
  { name: 'list of the map', hash: 'layers=bts,fibre,gaps,hamlets,communes,names', before: async (page) => { await page.click('.map-list-button'); await page.waitForSelector('.map-list table'); }, after: (page) => page.click('.map-list .close') },
  { name: 'menu of a phone', only: 'narrow', hash: '', before: (page) => page.click('.controls-menu summary'), after: (page) => page.click('.controls-menu summary') },
  { name: 'receipt of a figure of a commune', hash: 'x=00715', before: async (page) => { await page.locator('.commune-sheet .why').first().click(); await page.waitForSelector('.receipt .command'); }, after: closeDialog },
  { name: 'what lies in the middle of the map', hash: 'at=105.20000,23.20000,11.00', before: async (page) => { await page.focus('.map-pane canvas'); await page.keyboard.press('ArrowRight'); await page.waitForSelector('.tip'); } },
  { name: 'print preview', hash: 'x=00715', before: paper('In báo cáo'), after: closeDialog },
  { name: 'print preview of a letter', hash: 'x=00715', before: paper('Đề nghị nhà mạng'), after: closeDialog },
  { name: 'print preview of the province', hash: 'tab=communes', before: paper('In bảng'), after: closeDialog },
  { name: 'text only', hash: 'chu=1', before: computed },
  { name: 'text only, a sheet', hash: 'chu=1&x=00715', before: (page) => page.waitForSelector('.hamlet-table') },
  { name: 'no scenario', hash: 'tab=scenarios', before: (page) => page.waitForSelector('.scenario-part') },
  {
    name: 'a mast to be placed', hash: 'tab=scenarios',
    before: async (page) => { await page.getByRole('button', { name: 'Đặt cột trên bản đồ' }).click(); await page.waitForSelector('.placing'); },
    after: (page) => page.click('.placing button'),
  },
  {
    name: 'receipt of a figure of a scenario', hash: SCENARIO,
    before: async (page) => { await computed(page); await page.getByRole('button', { name: /^Vì sao\? Người ở thôn trắng, / }).first().click(); await page.waitForSelector('.receipt dl'); },
    after: closeDialog,
  },
  {
    name: 'scenario with proposed and critical masts and ranks', hash: SCENARIO,
    before: async (page) => {
      await computed(page);
      await page.getByRole('spinbutton', { name: 'Số cột' }).fill('3');
      await page.getByRole('button', { name: 'Tìm', exact: true }).click();
      await page.waitForSelector('.curve', { timeout: 80_000 });
      await page.getByRole('button', { name: 'Tìm cột quan trọng' }).click();
      await page.getByRole('button', { name: /^Cho .* hỏng trong kịch bản$/ }).first().waitFor({ timeout: 80_000 });
      await page.getByRole('button', { name: 'Tính hạng' }).click();
      await page.waitForSelector(':text("xã giữ nguyên hạng")', { timeout: 80_000 });
    },
  },
  {
    name: 'two scenarios side by side', hash: SCENARIO,
    before: async (page) => {
      await computed(page);
      await page.locator('details:has(> summary:has-text("Hai kịch bản cạnh nhau"))').evaluate((details: HTMLDetailsElement) => { details.open = true; });
      await page.getByRole('button', { name: 'Đặt cạnh nhau' }).click();
      await page.waitForSelector('.pair-maps canvas >> nth=1', { timeout: 60_000 });
    },
    after: closeDialog,
  },
  {
    name: 'a file whose columns are told by hand', hash: 'tab=data',
    before: async (page) => { await page.setInputFiles('input[type=file]', csv('la.csv', STRANGE_FILE)); await page.waitForSelector('.mapping-table select'); },
    after: (page) => page.getByRole('button', { name: 'Bỏ tệp này' }).click(),
  },
  {
    name: 'data: two files, their comparison, what is wrong with one, what contradicts claims', hash: 'tab=data',
    before: async (page) => {
      await page.setInputFiles('input[type=file]', csv('cu.csv', sites('A1,Một,22.83,104.98,4G,Viettel,active', 'A2,Hai,22.90,105.00,4G,Viettel,active')));
      await page.getByRole('button', { name: 'Dùng 2 dòng' }).click();
      await page.setInputFiles('input[type=file]', 'public/examples/measurements.csv');
      await page.getByRole('button', { name: /^Dùng \d+ dòng/ }).click();
      await page.setInputFiles('input[type=file]', csv('moi.csv', sites('A1,Một,22.84,104.98,4G,Viettel,active', 'A2,Hai,x,105.00,4G,Viettel,active', 'A3,Ba,23.0,105.1,7G,Viettel,active')));
      await page.getByRole('button', { name: 'So với bản đang dùng' }).click();
      await page.waitForSelector('.comparison table');
      await page.waitForSelector('.issues li');
    },
  },
];

describe.each(LAYOUTS)('%s', (layout, looks, height) => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage({ width: looks[0]!.width, height, bypassCsp: true });
    await open.page.waitForSelector('.map-pane:not(:has(.map-state)) canvas', { timeout: 60_000 });
  });
  afterAll(() => open.close());

  test.each(VIEWS.filter(({ only }) => (only ?? layout) === layout))('$name', async ({ hash, before, after }) => {
    const { page } = open;
    await page.evaluate((to) => { location.hash = to; }, hash);
    await before?.(page);
    await page.evaluate(() => { for (const details of document.querySelectorAll<HTMLDetailsElement>('.panel details, .commune-sheet details, .receipt details')) details.open = true; });
    // What happens to lie half under the tabs after all those clicks says nothing of its size.
    await page.evaluate(() => { for (const element of document.querySelectorAll('.bottom-sheet-body, .panel-body')) element.scrollTo(0, 0); });
    const found = await violations(page, looks, height);
    await after?.(page);
    expect(found).toEqual([]);
  }, 240_000);
});
