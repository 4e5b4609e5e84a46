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
  ['scenarios', `&tab=scenarios&sc=${encodeURIComponent(JSON.stringify({ name: 'A', ends: [{ technology: '4G', operator: null, date: null }], added: [{ id: 'new-1', name: 'Cột', position: [104.8, 22.7], technologies: ['4G'], operator: 'A', radiusMeters: null, heightM: null, eirpDbm: null, hasElectricity: null, backhaul: null }] }))}`],
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
    await page.waitForFunction(() => /\d/.test(document.querySelector('.big, .commune-table tbody td, .commune-sheet dd strong, .change-table td:nth-child(3), .datasets small')?.textContent ?? ''));
    await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
    if (hash.includes('x=00715')) await page.waitForSelector('.hamlet-table');
    for (const details of await page.$$('.panel details:not([open]) > summary')) if (await details.isVisible()) await details.click();
    // What happens to lie half under the tabs after all those clicks says nothing of its size.
    await page.evaluate(() => { for (const element of document.querySelectorAll('.bottom-sheet-body, .panel-body')) element.scrollTo(0, 0); });
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
