/** WCAG 2.2 AA by axe, in every view, theme, language and width. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { openPage } from './harness';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const VIEWS = [
  ['overview', ''],
  ['overview, claimed, English', '&lang=en&cov=claimed'],
  ['communes', '&tab=communes'],
  ['commune sheet', '&x=00715'],
  ['former communes and a sheet', '&tab=communes&units=old&tech=2G,3G,4G&x=old:00733'],
  ['former districts', '&tab=communes&units=districts'],
  ['data', '&tab=data'],
] as const;
const LOOKS = [
  ['light desktop', { width: 1440, height: 900, colorScheme: 'light' as const }, ''],
  ['dark phone', { width: 360, height: 740, colorScheme: 'dark' as const }, ''],
  ['high contrast, light', { width: 1024, height: 768, colorScheme: 'light' as const }, '&contrast=1'],
  ['high contrast, dark, large text', { width: 1440, height: 900, colorScheme: 'dark' as const }, '&contrast=1&text=2'],
] as const;

for (const [look, size, more] of LOOKS) {
  test.each(VIEWS)(`${look}: %s`, async (_, hash) => {
    const { page, close } = await openPage({ ...size, hash: `#${`${hash}${more}`.slice(1)}`, bypassCsp: true });
    await page.waitForFunction(() => /\d/.test(document.querySelector('.big, .commune-table tbody td, .commune-sheet dd strong, .datasets small')?.textContent ?? ''));
    await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
    for (const details of await page.$$('.panel details:not([open]) > summary')) if (await details.isVisible()) await details.click();
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const run = (window as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }> } }).axe.run;
      const result = await run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
      return result.violations.map((v) => ({ id: v.id, nodes: v.nodes.slice(0, 4).map((n) => `${n.target.join(' ')}: ${n.failureSummary.split('\n')[1] ?? ''}`) }));
    });
    expect(violations).toEqual([]);
    await close();
  });
}
