/** The reader's own data by keyboard alone: a file read, mapped, compared; projects; the page as one file. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';
import { chooseByArrows, hasKeyboard, keyboardIsSeen, press, tabTo } from './keys';
import { STRANGE_FILE } from './map-by-hand';

const DESKTOP = { width: 1440, height: 900, hash: '#tab=data' };
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const sites = (...rows: string[]) => `site_id,name,lat,lng,technology,operator\n${rows.join('\n')}\n`;

/** Chooses a file in the browser's own dialog, which the test stands in for. */
async function choose(page: Page, file: ReturnType<typeof csv>): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press(page, '.drop-zone .primary');
  await (await chooser).setFiles(file);
  await page.waitForSelector(`.import-card[aria-label="${file.name}"] .import-choices`);
  await keyboardIsSeen(page);
}

/** What a key saves. */
async function saved(page: Page, selector: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await press(page, selector);
  const file = await download;
  await keyboardIsSeen(page);
  return { name: file.suggestedFilename(), bytes: readFileSync((await file.path())!) };
}

test('a file whose columns say nothing is mapped, used, dropped; the keyboard never falls out of it', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.drop-zone');
  await choose(page, csv('la.csv', STRANGE_FILE));
  await page.waitForSelector('.mapping-table select');
  await tabTo(page, '.import-choices select');
  await chooseByArrows(page, 'sites', (await page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedIndex)) > 0 ? 'ArrowUp' : 'ArrowDown');
  await page.waitForSelector('.mapping-table select[aria-label$=": site_id"]');
  await hasKeyboard(page, '.import-choices select');
  for (const [field, column] of [['site_id', 'a1'], ['name', 'a2'], ['lat', 'a3'], ['lng', 'a4'], ['technology', 'a5'], ['operator', 'a6']] as const) {
    const select = `.mapping-table select[aria-label$=": ${field}"]`;
    await tabTo(page, select);
    // By its first letters: one change, as a reader makes it.
    await page.keyboard.type(column);
    await page.waitForFunction(([s, c]) => (document.querySelector(s!) as HTMLSelectElement)?.value === c && !document.querySelector('.import-card progress'), [select, column]);
    await hasKeyboard(page, select);
    await keyboardIsSeen(page);
  }
  await press(page, '.import-accept .primary');
  await page.waitForSelector('.change-line .plain');
  // To where the change can be taken back.
  await hasKeyboard(page, '.change-line .plain');
  await choose(page, csv('khac.csv', sites('A1,M,22.83,104.98,4G,Viettel')));
  await press(page, '.import-card header .plain');
  await page.waitForSelector('.import-card', { state: 'detached' });
  await keyboardIsSeen(page);
  await close();
});

test('two versions are compared, on their way in and once loaded, filtered, saved and closed', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.drop-zone');
  await choose(page, csv('cu.csv', sites('A1,M,22.83,104.98,4G,Viettel', 'A2,H,22.9,105,4G,Viettel')));
  await press(page, '.import-accept .primary');
  await page.waitForSelector('.datasets :text("cu.csv")');
  await keyboardIsSeen(page);
  await choose(page, csv('moi.csv', sites('A1,M,22.84,104.98,4G,Viettel', 'A3,B,23,105.1,4G,Viettel')));
  await press(page, '.import-accept .bordered');
  await page.waitForSelector('.comparison table');
  await hasKeyboard(page, '.import-accept .bordered');
  // Beside the other, so that both can be compared later.
  await tabTo(page, '.import-accept input[type=radio]', 'Shift+Tab');
  await page.keyboard.press('ArrowUp');
  await press(page, '.import-accept .primary');
  await page.waitForSelector('.import-card', { state: 'detached' });
  await keyboardIsSeen(page);
  await press(page, '.comparison header .plain');
  await page.waitForSelector('.comparison table', { state: 'detached' });
  await keyboardIsSeen(page);
  await press(page, '.comparison .bordered', 'Enter', 'Shift+Tab');
  await page.waitForSelector('.comparison table');
  await hasKeyboard(page, '.comparison header .plain');
  await tabTo(page, '.comparison select');
  await chooseByArrows(page, 'added');
  await page.waitForFunction(() => document.querySelectorAll('.comparison tbody tr').length === 1);
  expect((await saved(page, '.comparison .table-tools .plain')).bytes.toString('utf8').trimEnd().split(/\r?\n/)).toHaveLength(4);
  await press(page, '.comparison header .plain', 'Enter', 'Shift+Tab');
  await keyboardIsSeen(page);
  await close();
});

test('projects are renamed, saved, begun, opened, deleted; the page is saved as one file', async () => {
  const { page, close } = await openPage(DESKTOP);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.waitForSelector('.drop-zone');
  await choose(page, csv('mot.csv', sites('A1,M,22.83,104.98,4G,Viettel')));
  await press(page, '.import-accept .primary');
  await page.waitForSelector('.name-input');
  await tabTo(page, '.name-input');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('ban mot');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.body.textContent!.includes('“ban mot”'));
  await keyboardIsSeen(page);
  const file = await saved(page, 'label:has(.name-input) ~ .actions .plain');
  expect(file.name).toBe('ban mot.lomsong');
  const html = await saved(page, 'label:has(.name-input) ~ .actions ~ .actions .plain');
  expect(html.name).toBe('ban mot.html');
  expect(html.bytes.length).toBeGreaterThan(1_000_000);
  await press(page, 'label:has(.name-input) ~ .actions .plain:nth-child(2)', 'Enter', 'Shift+Tab');
  await page.waitForFunction(() => document.querySelectorAll('.name-input').length === 0);
  await keyboardIsSeen(page);
  const others = 'ul.datasets[aria-label]';
  await press(page, `${others} li .plain`);
  await page.waitForSelector('.datasets :text("mot.csv")');
  await page.waitForSelector(others, { state: 'detached' });
  await keyboardIsSeen(page);
  // A second one, to be deleted from the list of the others.
  await press(page, 'label:has(.name-input) ~ .actions .plain:nth-child(2)');
  await page.waitForSelector(others);
  await press(page, `${others} li .plain[aria-label]`);
  await page.waitForSelector(others, { state: 'detached' });
  await keyboardIsSeen(page);
  await close();
});
