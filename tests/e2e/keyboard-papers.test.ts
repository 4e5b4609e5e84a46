/** Tables, former units, documents and the map's picture by keyboard alone. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';
import { chooseByArrows, hasKeyboard, keyboardIsSeen, press, tabTo } from './keys';

const DESKTOP = { width: 1440, height: 900 };
const rows = (page: Page, count: number) => page.waitForFunction((n) => document.querySelectorAll('.commune-table tbody tr').length === n, count);

test('a letter is opened, filled in on the sheet, saved as filled in, printed, and closed from within', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: '#map=simple&x=00715' });
  await page.waitForSelector('.hamlet-table');
  const opener = '.sheet-actions .plain:nth-child(2)';
  await press(page, opener);
  await page.waitForSelector('.paper-preview .primary:not(:disabled)');
  await keyboardIsSeen(page);
  const inField = () => page.evaluate(() => document.querySelector('iframe')!.contentDocument!.activeElement?.matches('.field') ?? false);
  for (let i = 0; i < 20 && !(await inField()); i++) await page.keyboard.press('Tab');
  expect(await inField()).toBe(true);
  await keyboardIsSeen(page);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('CO QUAN THU');
  // Escape leaves the whole preview from the sheet too; what stays open is reached by going back.
  for (let i = 0; i < 20 && !(await page.evaluate(() => document.activeElement!.matches('.paper-preview .bordered'))); i++) await page.keyboard.press('Shift+Tab');
  await tabTo(page, '.paper-preview .primary', 'Shift+Tab');
  await page.evaluate(() => { const frame = document.querySelector('iframe')!.contentWindow!; frame.print = () => { document.body.dataset.printed = frame.document.title; }; });
  await page.keyboard.press('Enter');
  await page.waitForSelector('body[data-printed]');
  await keyboardIsSeen(page);
  const download = page.waitForEvent('download');
  await press(page, '.paper-preview .primary + .bordered');
  expect(readFileSync((await (await download).path())!, 'utf8')).toContain('CO QUAN THU');
  await keyboardIsSeen(page);
  for (let i = 0; i < 20 && !(await inField()); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.paper-preview', { state: 'detached' });
  await hasKeyboard(page, opener);
  await keyboardIsSeen(page);
  await close();
});

test('the table is filtered by name, state and district; former units and districts are chosen, sorted and opened', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=communes&map=simple' });
  await rows(page, 73);
  await tabTo(page, '.table-tools input');
  await page.keyboard.type('ha giang');
  await rows(page, 2);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await rows(page, 73);
  await tabTo(page, '.table-tools select');
  await chooseByArrows(page, 'covered');
  await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length < 73);
  await chooseByArrows(page, '', 'ArrowUp');
  await tabTo(page, '.table-tools label + label + label select');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length < 73);
  await keyboardIsSeen(page);
  await chooseByArrows(page, '', 'ArrowUp');

  await tabTo(page, 'input[name=units]', 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await rows(page, 193);
  await hasKeyboard(page, 'input[name=units]:checked');
  await press(page, '.unit-table thead th:nth-child(2) button');
  await page.waitForSelector('.unit-table thead th:nth-child(2)[aria-sort=ascending]');
  await keyboardIsSeen(page);
  await press(page, '.unit-table tbody th .link');
  await hasKeyboard(page, '.commune-sheet h2');
  await keyboardIsSeen(page);
  await press(page, '.commune-sheet .facts .link');
  await page.waitForFunction(() => /x=\d/.test(location.hash));
  await hasKeyboard(page, '.commune-sheet h2');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.commune-sheet', { state: 'detached' });
  await hasKeyboard(page, '.unit-table tbody th .link');

  await tabTo(page, 'input[name=units]', 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await rows(page, 11);
  await press(page, '.unit-table tbody th .link');
  await keyboardIsSeen(page);
  await hasKeyboard(page, '.unit-table tbody th .link');
  // The communes of a district: another table takes this one's place.
  await press(page, '.unit-table tbody td:nth-of-type(10) .link');
  await page.waitForSelector('.commune-table:not(.unit-table)');
  await keyboardIsSeen(page);
  await close();
});

test('the map is saved as a picture; while it is drawn its button rests and keeps the keyboard', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: '#map=simple' });
  await page.waitForFunction(() => (document.querySelector('.simple-gap')?.getAttribute('d')?.length ?? 0) > 1000);
  const download = page.waitForEvent('download');
  await press(page, '.image-button');
  expect((await download).suggestedFilename()).toMatch(/\.png$/);
  await page.waitForSelector('.image-button:not([aria-disabled=true])');
  await hasKeyboard(page, '.image-button');
  await keyboardIsSeen(page);
  // As near as it gets: the button rests there as well.
  await tabTo(page, '.simple-map-buttons button');
  for (let i = 0; i < 30 && (await page.locator('.simple-map-buttons [aria-disabled=true]').count()) === 0; i++) await page.keyboard.press('Enter');
  await page.waitForSelector('.simple-map-buttons button:first-child[aria-disabled=true]');
  await hasKeyboard(page, '.simple-map-buttons button:first-child');
  await close();
});
