/** The date of the data, and that it is old, are in sight whatever is open and however far the page is scrolled. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';

/** The bundled data are of May 2024; from June 2026 on they are older than two years. */
const LAST_DAY = '2026-05-31T08:00:00';
const OLD = '2026-11-27T08:00:00';
const VIEWS = [['map=simple', '.big'], ['map=simple&x=00715', '.commune-sheet .facts'], ['map=simple&tab=communes', '.commune-table tbody tr'], ['chu=1&tab=data', '.datasets'], ['chu=1&x=00715', '.commune-sheet .facts']] as const;
const SAYS = { vi: ['số liệu 5/2024', 'đã cũ 29 tháng'], en: ['data of May 2024', '29 months old'] } as const;

/** The one date that is shown; says what is wrong where a part of it cannot be seen. */
const dateInSight = (page: Page) => page.evaluate(() => {
  const shown = [...document.querySelectorAll('.data-date, .data-line')].filter((e) => e.checkVisibility({ visibilityProperty: true }));
  if (shown.length !== 1) return `${shown.length} dates`;
  const range = document.createRange();
  range.selectNodeContents(shown[0]!);
  for (const { left, top, right, bottom } of range.getClientRects()) {
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) return `outside the window: ${[left, top, right, bottom].map(Math.round).join()}`;
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (!shown[0]!.contains(hit)) return `covered by ${hit?.outerHTML.slice(0, 80)}`;
  }
  return shown[0]!.textContent.replace(/^[\s·]+/, '');
});

const toTheEnd = (page: Page) => page.evaluate(() => {
  for (const part of document.querySelectorAll('html, .main, .panel-body, .bottom-sheet-body, .sheet-column')) part.scrollTo(0, part.scrollHeight);
});

test.each([['1440', { width: 1440, height: 900 }], ['360', { width: 360, height: 740 }], ['1280 at 400 %', { width: 320, height: 256 }]] as const)('%s: date and age', async (_, size) => {
  const { page, close } = await openPage({ ...size, hash: '#map=simple', now: OLD });
  await page.waitForSelector('.map-pane:not(:has(.map-state))');
  for (const language of ['vi', 'en'] as const) {
    for (const [hash, selector] of VIEWS) {
      await page.evaluate((to) => { location.hash = to; }, `${hash}&lang=${language}`);
      await page.waitForFunction((code) => document.documentElement.lang === code, language);
      await page.waitForSelector(selector, { state: 'attached' });
      expect([hash, await dateInSight(page)]).toEqual([hash, SAYS[language].join(', ')]);
      await toTheEnd(page);
      expect([hash, 'at the end', await dateInSight(page)]).toEqual([hash, 'at the end', SAYS[language].join(', ')]);
    }
  }
  await close();
});

test('data that are not old yet are not said to be', async () => {
  const { page, close } = await openPage({ width: 360, height: 740, hash: '#chu=1', now: LAST_DAY });
  await page.waitForSelector('.main-figure .big');
  expect(await dateInSight(page)).toBe(SAYS.vi[0]);
  await close();
});
