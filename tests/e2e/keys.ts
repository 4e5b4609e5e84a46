/** What a reader without a mouse does and needs: going on by Tab, seeing where the keyboard is. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits, as a reader does, until an element is there that the selector finds, and presses Tab until it has the keyboard; fails when the page ends before. */
export async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 250): Promise<void> {
  await page.waitForSelector(selector, { state: 'attached' });
  for (let i = 0; i < most; i++) {
    await page.keyboard.press(key);
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
  }
  throw new Error(`${most} times ${key} do not lead to ${selector}; the keyboard is at ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))}`);
}

export const hasKeyboard = (page: Page, selector: string) => page.waitForFunction((s) => document.activeElement?.matches(s), selector);

/** Waits until the live region says such words. */
export const said = (page: Page, words: RegExp) => page.waitForFunction((source) => new RegExp(source).test(document.querySelector('.announcer')?.textContent ?? ''), words.source);

/** In the page: what hides where the keyboard is; empty where it is seen. On a walk, `end` where it was before or has left the page. */
function unseenStop(walking: boolean): string {
  let at = document.activeElement;
  if (walking) {
    const { walked } = window as unknown as { walked: WeakSet<Element> };
    if (!at || at === document.body || walked.has(at)) return 'end';
    walked.add(at);
  }
  // A sheet to be filled in is a document of its own.
  if (at instanceof HTMLIFrameElement && at.contentDocument!.activeElement !== at.contentDocument!.body) at = at.contentDocument!.activeElement;
  if (!at || at === document.body) return 'the keyboard is nowhere';
  const name = `${at.tagName.toLowerCase()}.${at.className}${at.id && `#${at.id}`} "${(at.ariaLabel ?? at.textContent ?? '').trim().slice(0, 30)}"`;
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `${name}: no mark`;
  if (at.ownerDocument !== document) return '';
  const box = at.getBoundingClientRect();
  const [left, top, right, bottom] = [Math.max(0, box.left), Math.max(0, box.top), Math.min(innerWidth, box.right), Math.min(innerHeight, box.bottom)];
  if (right - left < 1 || bottom - top < 1) return `${name}: outside the window (${[box.left, box.top, box.right, box.bottom].map(Math.round).join()})`;
  const owner = at.closest('label') ?? at;
  const shown = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].some(([x, y]) => {
    const hit = document.elementFromPoint(left + (right - left) * x!, top + (bottom - top) * y!);
    return hit !== null && (owner.contains(hit) || hit.contains(at));
  });
  return shown ? '' : `${name}: covered`;
}

/** After a job: the keyboard is somewhere, and can be seen there. */
export async function keyboardIsSeen(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(unseenStop, false), { timeout: 5000 }).toBe('');
}

/** Goes to an element with Tab and presses a key there. */
export async function press(page: Page, selector: string, key = 'Enter', by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, selector, by);
  await page.keyboard.press(key);
}

/** Presses an arrow on a choice that has the keyboard until it says what is wanted; what follows from each is waited for. */
export async function chooseByArrows(page: Page, value: string, key: 'ArrowDown' | 'ArrowUp' = 'ArrowDown'): Promise<void> {
  const now = () => page.evaluate(() => (document.activeElement as HTMLSelectElement).value);
  for (let i = 0; i < 40 && (await now()) !== value; i++) await page.keyboard.press(key);
  expect(await now()).toBe(value);
}

export interface Walk {
  /** Stops of the keyboard until it leaves the page, or as many as were asked for. */
  stops: number;
  /** Whether the keyboard came back to the beginning, or left the page. */
  around: boolean;
  /** Stops that cannot be seen: covered by something, outside the window, or without a mark of the keyboard. */
  unseen: string[];
}

/** Goes through the page with Tab and looks at each stop. */
export async function walk(page: Page, most = 400, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Walk> {
  // From the top of the page, wherever the keyboard was left.
  await page.evaluate(() => {
    (window as unknown as { walked: WeakSet<Element> }).walked = new WeakSet();
    document.querySelector<HTMLElement>('.skip')?.focus();
  });
  const unseen: string[] = [];
  for (let stops = 0; stops < most; stops++) {
    await page.keyboard.press(key);
    const found = await page.evaluate(unseenStop, true);
    if (found === 'end') return { stops, around: true, unseen };
    if (found !== '') unseen.push(found);
  }
  return { stops: most, around: false, unseen };
}
