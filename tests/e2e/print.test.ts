/** The documents on paper: A4 as the printer gets it, nothing beyond the margins, usable with a screen reader. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { run } from '../unit/cli-run';
import { openPage } from './harness';

const PX_PER_MM = 96 / 25.4;
const PT_PER_MM = 72 / 25.4;

async function document(...args: string[]): Promise<string> {
  const { written, status } = await run(['report', ...args, '--out', 'out.html']);
  expect(status).toBe(0);
  return written['out.html'] as string;
}

/** The document as it lies on the paper between its margins. */
async function onPaper(html: string, widthMm: number, check: (page: Page) => Promise<void>): Promise<void> {
  const opened = await openPage({ width: 1200, height: 900, bypassCsp: true });
  const page = await opened.page.context().newPage();
  await page.setViewportSize({ width: Math.floor(widthMm * PX_PER_MM), height: 900 });
  await page.emulateMedia({ media: 'print' });
  await page.setContent(html);
  await check(page);
  await opened.close();
}

const overflow = (page: Page) => page.evaluate(() => [...window.document.querySelectorAll('table, p, li, figure')].filter((e) => e.getBoundingClientRect().right > window.innerWidth + 1).map((e) => e.textContent!.slice(0, 40)));

async function printed(page: Page): Promise<{ pages: number; widthMm: number; heightMm: number }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
  return { pages: [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length, widthMm: Math.round(Number(width) / PT_PER_MM), heightMm: Math.round(Number(height) / PT_PER_MM) };
}

describe('on A4', () => {
  test('nothing stands beyond the margins: many hamlets, split units, long names', async () => {
    const codes = ['00691', '00820', '00922', '00976', '01144'];
    await onPaper(await document(...codes.flatMap((code) => ['--commune', code])), 160, async (page) => {
      expect(await overflow(page)).toEqual([]);
      await page.setViewportSize({ width: 200, height: 900 });
      expect((await overflow(page)).length).toBeGreaterThan(codes.length);
    });
  });

  test('a report takes two or three pages to sign, a map, the hamlets, the sources', async () => {
    await onPaper(await document('--commune', '01144', '--off', '2G'), 160, async (page) => {
      const { pages, ...size } = await printed(page);
      expect(size).toEqual({ widthMm: 210, heightMm: 297 });
      expect(pages).toBeGreaterThanOrEqual(5);
      expect(pages).toBeLessThanOrEqual(7);
    });
  });

  test('the province’s table is landscape', async () => {
    await onPaper(await document('--province'), 262, async (page) => {
      expect(await overflow(page)).toEqual([]);
      expect(await printed(page)).toMatchObject({ widthMm: 297, heightMm: 210 });
    });
  });

  test('what is not given is a blank line on paper, what is given has no line', async () => {
    await onPaper(await document('--commune', '00715'), 160, async (page) => {
      const borders = (selector: string) => page.evaluate((s) => [...window.document.querySelectorAll(s)].map((e) => getComputedStyle(e).borderBottomStyle), selector);
      expect(new Set(await borders('.field:empty:not(.block)'))).toEqual(new Set(['dotted']));
      expect(new Set(await borders('.field:not(:empty)'))).toEqual(new Set(['none']));
    });
  });
});

test.each([['report', ['--commune', '01144']], ['letter', ['--commune', '01144', '--letter', 'reply']], ['table', ['--province']]])('the %s has no barrier for a screen reader', async (_, args) => {
  await onPaper(await document(...args), 160, async (page) => {
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8'));
    const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run());
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
