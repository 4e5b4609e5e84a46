/** Every job of the application by keyboard alone: no test here touches the mouse. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './harness';
import { hasKeyboard, said, tabTo, walk } from './keys';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };
const SIZES = [['desktop', DESKTOP], ['phone', PHONE]] as const;
const MAP_READY = '.map-pane:not(:has(.map-state)) canvas';
const figuresOfTable = (page: Page) => page.waitForFunction(() => /\d/.test(document.querySelector('.commune-table tbody td')?.textContent ?? ''));

describe.each(SIZES)('%s', (_, size) => {
  test('a commune is searched for, opened and closed; the keyboard is back in the search', async () => {
    const { page, close } = await openPage(size);
    await page.waitForSelector('.big');
    await tabTo(page, '.search input');
    await page.keyboard.type('lung cu');
    await page.waitForSelector('.search-list li');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await hasKeyboard(page, '.commune-sheet h2');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.commune-sheet', { state: 'detached' });
    await hasKeyboard(page, '.search input');
    await close();
  });

  test('the table is sorted, a row opened, its sheet closed, and the keyboard is at the row again', async () => {
    const { page, close } = await openPage({ ...size, hash: '#tab=communes' });
    await figuresOfTable(page);
    await tabTo(page, '.commune-table thead th:nth-child(3) button');
    await page.keyboard.press('Enter');
    expect(await page.getAttribute('.commune-table thead th:nth-child(3)', 'aria-sort')).toBe('descending');
    await page.keyboard.press('Enter');
    expect(await page.getAttribute('.commune-table thead th:nth-child(3)', 'aria-sort')).toBe('ascending');
    await tabTo(page, '.commune-table tbody tr:nth-child(3) .link');
    const name = await page.evaluate(() => document.activeElement!.textContent);
    await page.keyboard.press('Enter');
    await hasKeyboard(page, '.commune-sheet h2');
    expect(await page.textContent('.commune-sheet h2')).toBe(name);
    await tabTo(page, '.commune-sheet .close');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.commune-sheet', { state: 'detached' });
    await page.waitForFunction((n) => document.activeElement?.textContent === n, name);
    await close();
  });

  test('layers are switched in their menu; Escape closes it and the change is said', async () => {
    const { page, close } = await openPage(size);
    await page.waitForSelector(MAP_READY);
    await tabTo(page, '.layers-menu summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '.layers-menu label:nth-child(3) input');
    await page.keyboard.press('Space');
    await page.waitForFunction(() => /layers=/.test(location.hash) && !/fibre,/.test(location.hash));
    await page.keyboard.press('Escape');
    await hasKeyboard(page, '.layers-menu summary');
    expect(await page.getAttribute('.layers-menu', 'open')).toBeNull();
    await said(page, /Điểm cáp quang/);
    await close();
  });

  test('the list of the map: opened beside the map, follows it, opens a commune, and gives the keyboard back', async () => {
    const { page, close } = await openPage({ ...size, hash: '#at=105.30000,23.25000,11.50' });
    await page.waitForSelector(MAP_READY);
    await tabTo(page, '.map-list-button');
    await page.keyboard.press('Enter');
    await hasKeyboard(page, '.map-list h2');
    await page.waitForSelector('.map-list tbody tr');
    const rows = () => page.getAttribute('.map-list table', 'aria-rowcount');
    const few = Number(await rows());
    expect(few).toBeGreaterThan(1);
    expect(few).toBeLessThan(40);
    await tabTo(page, '.map-list .actions .plain');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.map-list table')?.getAttribute('aria-rowcount') === '74');
    await tabTo(page, '.map-list tbody tr:nth-child(2) .link');
    const name = await page.evaluate(() => document.activeElement!.textContent);
    await page.keyboard.press('Enter');
    await hasKeyboard(page, '.commune-sheet h2');
    expect(await page.textContent('.commune-sheet h2')).toBe(name);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.commune-sheet', { state: 'detached' });
    if (size.width > 1000) {
      await hasKeyboard(page, '.map-list .link');
      await page.keyboard.press('Escape');
      await page.waitForSelector('.map-list', { state: 'detached' });
    }
    await hasKeyboard(page, '.map-list-button');
    await close();
  });

  test('a receipt and a print preview open as dialogs, keep the keyboard, and give it back', async () => {
    const { page, close } = await openPage({ ...size, hash: '#x=00715' });
    await page.waitForSelector('.commune-sheet dd strong');
    await tabTo(page, '.commune-sheet .sheet-actions .plain');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.paper-preview .primary:not(:disabled)');
    await page.keyboard.press('Escape');
    await hasKeyboard(page, '.sheet-actions .plain:first-child');
    await tabTo(page, '.commune-sheet .why');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.receipt .command');
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      // Between the last and the first lies the browser itself.
      expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('.receipt') !== null)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await hasKeyboard(page, '.commune-sheet .why');
    await close();
  });

  test('no stop of the keyboard is hidden or unmarked, and none holds it', async () => {
    const { page, close } = await openPage({ ...size, hash: '#x=00715' });
    await page.waitForSelector('.hamlet-table');
    await page.waitForSelector(MAP_READY);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const forwards = await walk(page);
    expect(forwards.unseen).toEqual([]);
    expect(forwards.around).toBe(true);
    expect(forwards.stops).toBeGreaterThan(20);
    const back = await walk(page, 400, 'Shift+Tab');
    expect(back.unseen).toEqual([]);
    expect(back.around).toBe(true);
    for (const tab of ['overview', 'communes', 'scenarios', 'data']) {
      await page.evaluate((to) => { location.hash = `tab=${to}`; }, tab);
      await page.waitForSelector({ overview: '.big', communes: '.commune-table', scenarios: '.scenario-part', data: '.drop-zone' }[tab]!);
      const { unseen, stops } = await walk(page, 90);
      expect({ tab, unseen }).toEqual({ tab, unseen: [] });
      expect(stops).toBeGreaterThan(15);
      const backwards = await walk(page, 60, 'Shift+Tab');
      expect({ tab, unseen: backwards.unseen }).toEqual({ tab, unseen: [] });
    }
    await close();
  }, 180_000);
});

test('the map moves and zooms by keys, says what is in its middle and what it shows, and opens the commune there', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: '#at=105.20000,23.20000,11.00' });
  await page.waitForSelector(MAP_READY);
  await tabTo(page, '.map-pane canvas');
  const at = () => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('at'));
  for (const key of ['ArrowRight', 'ArrowUp', '+']) {
    const before = await at();
    await page.keyboard.press(key);
    await page.waitForFunction((old) => new URLSearchParams(location.hash.slice(1)).get('at') !== old, before);
  }
  await said(page, /Bản đồ đang hiện: \d+ xã/);
  await said(page, /(Xã|Phường|BTS|Nhà mạng|Điểm cáp quang)/);
  await page.keyboard.press('Enter');
  await hasKeyboard(page, '.commune-sheet h2');
  await page.keyboard.press('Escape');
  await hasKeyboard(page, '.map-pane canvas');
  await close();
});

test('what is computed anew is said once, in the language in view', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: '#lang=en' });
  await page.waitForFunction(() => /\d/.test(document.querySelector('.big')?.textContent ?? ''));
  await tabTo(page, '.switches input[type=checkbox]:not(:disabled)');
  await page.keyboard.press('Space');
  await said(page, /Computed: \d+\.\d\s% of the land has no .*signal/);
  await close();
});

test('tabs and radio buttons answer to the arrows, choices to their letters', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.big');
  await tabTo(page, '#tab-overview');
  for (const [key, tab] of [['ArrowRight', 'communes'], ['End', 'data'], ['ArrowRight', 'overview'], ['ArrowLeft', 'data'], ['Home', 'overview'], ['ArrowRight', 'communes']] as const) {
    await page.keyboard.press(key);
    await hasKeyboard(page, `#tab-${tab}[aria-selected=true]`);
  }
  await tabTo(page, 'input[name=units]');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.querySelectorAll('.unit-table tbody tr').length === 193);
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.querySelectorAll('.unit-table tbody tr').length === 11);
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 73);
  await close();
});

test('a mast is placed by typing, moved by typing, placed in the middle of the map, and taken away', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=scenarios' });
  await page.waitForSelector(MAP_READY);
  await page.waitForSelector('.scenario-part');
  await tabTo(page, 'input[placeholder="22.72, 104.79"]');
  await page.keyboard.type('nowhere');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#place-wrong');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('22,72; 104,79');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes('[104.79,22.72]'));
  expect(await page.getAttribute('.gap-map-mast', 'aria-label')).toBe('Cột mới 1');
  await said(page, /Đã đặt cột/);
  await tabTo(page, '.mast-list summary');
  await page.keyboard.press('Enter');
  await tabTo(page, '.mast-list input[type=number]');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('22.75');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes('[104.79,22.75]'));
  await tabTo(page, '.primary[aria-pressed]', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await hasKeyboard(page, '.map-pane canvas');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.placing:not(.scenario-note)', { state: 'detached' });
  await tabTo(page, '.primary[aria-pressed]', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await hasKeyboard(page, '.map-pane canvas');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.gap-map-mast >> nth=1');
  await page.waitForSelector('.mast-list > li:nth-child(2)');
  await tabTo(page, '.mast-list > li:nth-child(2) [aria-label^="Bỏ"]', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.mast-list > li:nth-child(2)', { state: 'detached' });
  await close();
});

test('what is known of a hamlet is noted', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: '#x=00715' });
  await page.waitForSelector('.hamlet-table');
  await tabTo(page, '.hamlet-table [aria-expanded]');
  await page.keyboard.press('Enter');
  await tabTo(page, '.note-form select');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, '.note-form .wide input');
  await page.keyboard.type('mat song khi mua');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.note-form', { state: 'detached' });
  await page.waitForSelector('.hamlet-table :text("mat song khi mua")');
  await close();
});

test('a table is saved, a file chosen instead of dropped, used, and taken back', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=communes' });
  await figuresOfTable(page);
  await tabTo(page, '.exports button');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(readFileSync((await download.path())!, 'utf8').trimEnd().split(/\r?\n/)).toHaveLength(74);
  await tabTo(page, '#tab-communes', 'Shift+Tab');
  await page.keyboard.press('End');
  await page.waitForSelector('.drop-zone');
  // The browser is told some time before that the test takes the place of its dialog.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, '.drop-zone .primary');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles('public/examples/sites.csv');
  await page.waitForSelector('.import-accept .primary');
  await tabTo(page, '.import-accept .primary');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.change-line .plain');
  await tabTo(page, '.change-line .plain');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /hoàn tác/i.test(document.querySelector('.change-line')?.textContent ?? ''));
  await close();
});

test.each([
  ['map', '', '.map-pane canvas'],
  ['simple map', '&map=simple', '.simple-map-drawing'],
])('what lies in the middle of the %s is told though it is drawn only later, and told anew when the question is another', async (_, kind, map) => {
  const { page, close } = await openPage({ ...DESKTOP, hash: `#layers=communes&at=105.20000,23.20000,11.00${kind}` });
  await page.waitForSelector(map);
  await page.focus(map);
  const tip = () => page.textContent('.tip strong');
  await page.locator('.tip', { hasText: /\d/ }).waitFor();
  const before = await tip();
  await page.evaluate(() => { location.hash += '&tech=2G'; });
  await expect.poll(async () => /\d/.test((await tip())!) && (await tip()) !== before).toBe(true);
  expect(await page.evaluate((selector) => document.activeElement?.matches(selector), map)).toBe(true);
  await close();
});
