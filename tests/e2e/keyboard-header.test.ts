/** What a reader sets at the top of the page, by keyboard alone: no test here touches the mouse. */
import { describe, expect, test } from 'vitest';
import { openPage } from './harness';
import { hasKeyboard, keyboardIsSeen, press, tabTo } from './keys';

const TEXT_ONLY = '.controls > .plain:not([aria-label])';

describe.each([['desktop', { width: 1440, height: 900 }], ['phone', { width: 360, height: 740 }]])('%s', (name, size) => {
  test('letters, theme, contrast, language, text only and the address to share: each keeps the keyboard where it was', async () => {
    const { page, close } = await openPage(size);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.waitForSelector('.big');
    if (name === 'phone') await press(page, '.controls-menu summary');

    await tabTo(page, '[aria-label^="A+"]');
    for (const percent of ['112.5%', '125%']) {
      await page.keyboard.press('Enter');
      await page.waitForFunction((p) => document.documentElement.style.fontSize === p, percent);
      await hasKeyboard(page, '[aria-label^="A+"]');
    }
    // At the end of the range the button rests, and keeps the keyboard.
    await page.waitForSelector('[aria-label^="A+"][aria-disabled=true]');
    await page.keyboard.press('Enter');
    await keyboardIsSeen(page);
    await press(page, '[aria-label^="A−"]', 'Space', 'Shift+Tab');
    await press(page, '[aria-label^="A "]', 'Space');
    await page.waitForFunction(() => document.documentElement.style.fontSize === '100%');
    await keyboardIsSeen(page);

    await tabTo(page, '.button-group + .plain');
    for (const expected of ['light', 'dark']) {
      await page.keyboard.press('Enter');
      await page.waitForFunction((theme) => location.hash.includes(`theme=${theme}`), expected);
      await page.waitForFunction((theme) => document.documentElement.style.colorScheme === theme, expected);
      await keyboardIsSeen(page);
    }
    await press(page, '.controls > [aria-pressed]');
    await page.waitForSelector('html[data-contrast=true]');
    await keyboardIsSeen(page);

    await press(page, '.controls > [lang=en]');
    await page.waitForSelector('html[lang=en]');
    await hasKeyboard(page, '.controls > [lang=vi]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('html[lang=vi]');
    await hasKeyboard(page, '.controls > [lang=en]');
    await keyboardIsSeen(page);

    await press(page, TEXT_ONLY);
    await page.waitForSelector('.app-text');
    await hasKeyboard(page, TEXT_ONLY);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.app:not(.app-text) .map-pane');
    await hasKeyboard(page, TEXT_ONLY);
    await keyboardIsSeen(page);

    await press(page, '.controls > .primary');
    await page.waitForFunction(() => document.querySelector('.controls .said')?.textContent !== '');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await keyboardIsSeen(page);
    if (name === 'phone') {
      await page.keyboard.press('Escape');
      await hasKeyboard(page, '.controls-menu summary');
    }
    await close();
  });
});

test('the rules behind the counts are set by arrows and typing, and put back', async () => {
  const { page, close } = await openPage({ width: 1440, height: 900 });
  await page.waitForSelector('.rules summary');
  await press(page, '.rules summary');
  await tabTo(page, '.rules fieldset:nth-of-type(2) input');
  const rule = () => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('r'));
  for (let i = 0; i < 2; i++) {
    const before = await rule();
    await page.keyboard.press('ArrowUp');
    await expect.poll(rule).not.toBe(before);
    await hasKeyboard(page, '.rules fieldset:nth-of-type(2) input');
  }
  await page.keyboard.press('Control+A');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !location.hash.includes('r='));
  // Nothing is changed any more, but the reader is still at it.
  await keyboardIsSeen(page);
  await page.keyboard.press('ArrowUp');
  await page.waitForFunction(() => location.hash.includes('r='));
  await press(page, '.rules > .bordered');
  await page.waitForFunction(() => !location.hash.includes('r='));
  await keyboardIsSeen(page);
  await close();
});
