/** WCAG 2.2 AA by axe: every view in every theme, both languages, on a phone and on a desk. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenPage, openPage } from './harness';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SIZES = [['desktop', { width: 1440, height: 900 }], ['phone', { width: 360, height: 740 }]] as const;
const THEMES = ['theme=light', 'theme=dark', 'theme=light&contrast=1', 'theme=dark&contrast=1'];
const LANGUAGES = ['vi', 'en'] as const;

const MAST = { id: 'new-1', name: 'Cột', position: [104.8, 22.7], technologies: ['4G'], operator: 'A', radiusMeters: null, heightM: null, eirpDbm: null, hasElectricity: null, backhaul: null };
const SCENARIO = `tab=scenarios&sc=${encodeURIComponent(JSON.stringify({ name: 'A', ends: [{ technology: '2G', operator: null, date: null }], added: [MAST] }))}`;
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const sites = (...rows: string[]) => `site_id,name,lat,lng,technology,operator,status\n${rows.join('\n')}\n`;

interface Seen {
  name: string;
  hash: string;
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
  { name: 'print preview', hash: 'x=00715', before: async (page) => { await page.click('.sheet-actions .plain'); await page.waitForSelector('.paper-preview .primary:not(:disabled)'); }, after: closeDialog },
  { name: 'text only', hash: 'chu=1', before: computed },
  { name: 'text only, a sheet', hash: 'chu=1&x=00715', before: (page) => page.waitForSelector('.hamlet-table') },
  { name: 'no scenario', hash: 'tab=scenarios', before: (page) => page.waitForSelector('.scenario-part') },
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

const ALL_RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** What a theme can break beside what all looks have in common: colours, and sizes by borders. */
const RULES_OF_THEMES = { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size'] };

/** Violations of the page as it stands; in frames too. */
const violations = (page: Page, runOnly: typeof ALL_RULES) => page.evaluate(async (rules) => {
  const { axe } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }> } };
  const result = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
  return result.violations.flatMap(({ id, nodes }) => nodes.slice(0, 4).map((n) => `${id}: ${n.target.join(' ')}: ${n.failureSummary.split('\n')[1]?.trim() ?? ''}`));
}, runOnly);

/** Words of the Vietnamese interface; names of places are Vietnamese in every language. */
const VIETNAMESE = /(bản đồ|đóng|xem |tải |không|thu nhỏ|phóng to|chọn|xóa|vì sao|sắp theo|danh sách|chữ |nền |kéo )/i;

/** What screen readers say of elements, and what stands in them, where it is not in the language in view. */
const namesInVietnamese = (page: Page) => page.evaluate(() => [...document.querySelectorAll('[aria-label], [title], [placeholder], [aria-description], [alt]')]
  .filter((e) => !e.closest('[lang]:not(html)'))
  .flatMap((e) => ['aria-label', 'title', 'placeholder', 'aria-description', 'alt'].flatMap((name) => e.getAttribute(name) ?? []))).then((names) => names.filter((name) => VIETNAMESE.test(name)));

async function look(page: Page, language: string, theme: string): Promise<void> {
  await page.evaluate(([lang, of]) => {
    const now = new URLSearchParams(location.hash.slice(1));
    for (const name of ['lang', 'theme', 'contrast']) now.delete(name);
    if (lang !== 'vi') now.set('lang', lang!);
    for (const [name, value] of new URLSearchParams(of)) now.set(name, value);
    location.hash = now.toString();
  }, [language, theme]);
  await page.waitForFunction(([lang, of]) => document.documentElement.lang === lang && document.documentElement.dataset['contrast'] === String(of!.includes('contrast')) && document.documentElement.style.colorScheme === (of!.includes('dark') ? 'dark' : 'light'), [language, theme]);
}

describe.each(SIZES)('%s', (_, size) => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage({ ...size, bypassCsp: true });
    await open.page.waitForSelector('.map-pane:not(:has(.map-state)) canvas', { timeout: 60_000 });
  });
  afterAll(() => open.close());

  test.each(VIEWS)('$name', async ({ hash, before, after }) => {
    const { page } = open;
    await page.evaluate((to) => { location.hash = to; }, hash);
    await before?.(page);
    await page.evaluate(() => { for (const details of document.querySelectorAll<HTMLDetailsElement>('.panel details, .commune-sheet details, .receipt details')) details.open = true; });
    // What happens to lie half under the tabs after all those clicks says nothing of its size.
    await page.evaluate(() => { for (const element of document.querySelectorAll('.bottom-sheet-body, .panel-body')) element.scrollTo(0, 0); });
    for (const frame of page.frames()) if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe);
    const found: string[] = [];
    for (const theme of THEMES) {
      for (const language of LANGUAGES) {
        await look(page, language, theme);
        found.push(...(await violations(page, theme === THEMES[0] ? ALL_RULES : RULES_OF_THEMES)).map((violation) => `${theme} ${language}: ${violation}`));
        if (language === 'en') found.push(...(await namesInVietnamese(page)).map((name) => `in English: ${name}`));
      }
    }
    await look(page, 'vi', THEMES[0]!);
    await after?.(page);
    expect(found).toEqual([]);
  }, 240_000);
});
