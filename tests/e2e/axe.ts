/** The page as axe sees it: in every look that a reader can give it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const [LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST] = ['theme=light', 'theme=dark', 'theme=light&contrast=1', 'theme=dark&contrast=1'] as const;

interface Look {
  width: number;
  theme: string;
  language: 'vi' | 'en';
}

/** Every theme in each layout, every width, and between the two layouts every theme in both languages. */
export const WIDE: readonly Look[] = [
  { width: 1440, theme: LIGHT, language: 'vi' }, { width: 1440, theme: DARK, language: 'en' }, { width: 1024, theme: LIGHT_CONTRAST, language: 'en' }, { width: 1024, theme: DARK_CONTRAST, language: 'vi' },
];
export const NARROW: readonly Look[] = [
  { width: 360, theme: LIGHT, language: 'en' }, { width: 360, theme: LIGHT_CONTRAST, language: 'vi' }, { width: 320, theme: DARK, language: 'vi' }, { width: 320, theme: LIGHT, language: 'en' }, { width: 768, theme: DARK_CONTRAST, language: 'en' },
];
/** All widths, themes and languages once, for what is the same in both layouts. */
export const ALL: readonly Look[] = [WIDE[0]!, WIDE[2]!, ...NARROW.slice(1, 3), NARROW[4]!];

/** Violations in each of the looks; the page ends in the first of them. */
export async function violations(page: Page, looks: readonly Look[], height = 900): Promise<string[]> {
  const found: string[] = [];
  for (const { width, theme, language } of looks) {
    await page.setViewportSize({ width, height });
    await look(page, language, theme);
    found.push(...(await violationsNow(page)).map((violation) => `${width} ${theme} ${language}: ${violation}`));
    if (language === 'en') found.push(...(await namesInVietnamese(page)).map((name) => `in English: ${name}`));
  }
  await page.setViewportSize({ width: looks[0]!.width, height });
  await look(page, 'vi', LIGHT);
  return found;
}

/** Violations of the page as it stands; in frames too. @param values sets of rules */
export async function violationsNow(page: Page, values: readonly string[] = [...WCAG, 'best-practice']): Promise<string[]> {
  for (const frame of page.frames()) if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }> } };
    const result = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    return result.violations.flatMap(({ id, nodes }) => nodes.slice(0, 4).map((n) => `${id}: ${n.target.join(' ')}: ${n.failureSummary.split('\n')[1]?.trim() ?? ''}`));
  }, { type: 'tag', values });
}

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
