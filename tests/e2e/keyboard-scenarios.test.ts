/** What if, by keyboard alone: an end, next masts step by step, critical masts, ranks, two scenarios side by side, kept and opened. */
import { test } from 'vitest';
import { openPage } from './harness';
import { chooseByArrows, hasKeyboard, keyboardIsSeen, press, tabTo } from './keys';

const DESKTOP = { width: 1440, height: 900, hash: '#tab=scenarios&map=simple' };
const KEPT = '[aria-label="Kịch bản đã giữ"]';
/** Parts of the tab, from its end. */
const CRITICAL = '#panel > section:nth-last-of-type(2)';
const RANKS = '#panel > section:last-of-type';
const PAIR = '.scenario-part:last-of-type';

test('a technology of one operator ends, the scenario is named, kept, dropped, opened, laid beside today, and deleted', async () => {
  const { page, close } = await openPage(DESKTOP);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.waitForSelector('.scenario-part');
  await press(page, '.scenario-part summary');
  const ended = '[aria-label="4G, Nhà mạng A"]';
  await press(page, ended, 'Space');
  await page.waitForFunction(() => /\d/.test(document.querySelector('.change-table td:nth-of-type(3)')?.textContent ?? ''));
  await hasKeyboard(page, ended);
  // Taken back and done again: the part stays open around the keyboard.
  await page.keyboard.press('Space');
  await page.waitForFunction(() => !location.hash.includes('ends'));
  await hasKeyboard(page, ended);
  await keyboardIsSeen(page);
  await page.keyboard.press('Space');
  await page.waitForSelector('.name-input');
  await tabTo(page, '.name-input', 'Shift+Tab');
  await page.keyboard.type('A tat 4G');
  await press(page, '.actions .primary');
  await page.waitForSelector(`${KEPT} :text("A tat 4G")`);
  await keyboardIsSeen(page);
  await press(page, '.actions .primary + .plain');
  await page.waitForFunction(() => !location.hash.includes('sc='));
  await keyboardIsSeen(page);
  await tabTo(page, '#tab-scenarios', 'Shift+Tab');
  await press(page, `${KEPT} .plain`);
  await page.waitForSelector(':text("4G của Nhà mạng A tắt"), .change-table');
  await keyboardIsSeen(page);

  await press(page, '.change-table .why-short');
  await page.waitForSelector('dialog.receipt[open] .command');
  await keyboardIsSeen(page);
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog.receipt', { state: 'detached' });
  await hasKeyboard(page, '.change-table .why-short');

  await press(page, `${PAIR} > summary`, 'Enter', 'Shift+Tab');
  await tabTo(page, `${PAIR} select`);
  await tabTo(page, `${PAIR} select`);
  await chooseByArrows(page, await page.evaluate(() => [...(document.activeElement as HTMLSelectElement).options].at(-1)!.value));
  await press(page, `${PAIR} .bordered`);
  await page.waitForSelector('.pair .plain-table', { timeout: 60_000 });
  await keyboardIsSeen(page);
  await tabTo(page, '.pair .simple-map-drawing');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.pair', { state: 'detached' });
  await hasKeyboard(page, `${PAIR} .bordered`);

  await tabTo(page, `${KEPT} .plain[aria-label]`, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector(KEPT, { state: 'detached' });
  await keyboardIsSeen(page);
  await close();
});

test('next masts are found, followed step by step, put into the scenario and dropped', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('form .primary');
  await tabTo(page, 'form .number-field input[min="1"]');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('3');
  await press(page, 'form .primary');
  await page.waitForSelector('.curve', { timeout: 80_000 });
  await hasKeyboard(page, 'form .primary');
  await keyboardIsSeen(page);
  await tabTo(page, '.steps input[type=range]');
  for (const step of ['1/3', '2/3']) {
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector(`.steps [role=status]:has-text("Bước ${step}")`);
  }
  await press(page, '.steps input + .bordered');
  await page.waitForSelector('.steps [role=status]:has-text("Bước 3/3")');
  // The last step: its button rests, and keeps the keyboard.
  await hasKeyboard(page, '.steps [aria-disabled=true]');
  await keyboardIsSeen(page);
  await press(page, '.steps ~ .plain-table tbody .link');
  await page.waitForSelector('.steps [role=status]:has-text("Bước 1/3")');
  await keyboardIsSeen(page);
  const use = '.steps ~ .actions .plain:first-child';
  await press(page, use, 'Enter', 'Shift+Tab');
  await page.waitForSelector('.mast-list > li:nth-child(3)');
  await hasKeyboard(page, '.curve ~ .actions .plain:first-child');
  await keyboardIsSeen(page);
  await press(page, '.curve ~ .actions .plain:nth-child(2)');
  await page.waitForSelector('.curve', { state: 'detached' });
  await keyboardIsSeen(page);
  await close();
});

test('networks and masts fail, communes share; what was put in is taken out again', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.scenario-part');
  await press(page, '.scenario-part:nth-of-type(2) > summary');
  await press(page, '.scenario-part:nth-of-type(2) fieldset input', 'Space');
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes('operators'));
  await tabTo(page, '[list=scenario-masts]');
  await page.keyboard.type(await page.evaluate(() => document.querySelector<HTMLOptionElement>('#scenario-masts option')!.value));
  await page.keyboard.press('Enter');
  await page.waitForSelector('.scenario-part:nth-of-type(2) .chips button');
  await hasKeyboard(page, '[list=scenario-masts]');
  await press(page, '.chips button');
  await page.waitForSelector('.chips', { state: 'detached' });
  await keyboardIsSeen(page);
  await press(page, '.scenario-part:nth-of-type(3) > summary');
  await press(page, '.scenario-part:nth-of-type(3) .actions .bordered');
  await page.waitForSelector('.scenario-part:nth-of-type(3) > p > .bordered >> nth=1');
  await keyboardIsSeen(page);
  await press(page, '.scenario-part:nth-of-type(3) > p:not(.actions) > .bordered');
  await page.waitForSelector('.scenario-part:nth-of-type(3) > p:not(.actions) > .bordered', { state: 'detached' });
  await keyboardIsSeen(page);
  await close();
});

test('critical masts and ranks are computed, a mast fails, a commune of the list is opened and closed', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector(RANKS);
  await press(page, `${CRITICAL} .bordered`, 'Enter', 'Shift+Tab');
  await page.waitForSelector(`${CRITICAL} tbody`, { timeout: 80_000 });
  await hasKeyboard(page, `${CRITICAL} .bordered`);
  await press(page, `${CRITICAL} td:last-child .plain`);
  await page.waitForFunction(() => location.hash.includes('sc='));
  await hasKeyboard(page, `${CRITICAL} td:last-child .plain`);
  await keyboardIsSeen(page);
  await press(page, `${RANKS} .bordered`);
  await page.waitForSelector(`${RANKS} tbody`, { timeout: 80_000 });
  await hasKeyboard(page, `${RANKS} .bordered`);
  await press(page, `${RANKS} tbody .link`);
  await hasKeyboard(page, '.commune-sheet h2');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.commune-sheet', { state: 'detached' });
  await hasKeyboard(page, `${RANKS} tbody .link`);
  await keyboardIsSeen(page);
  await close();
});
