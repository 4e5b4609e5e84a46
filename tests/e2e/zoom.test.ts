/** Enlarged pages and large letters: nothing scrolls sideways, nothing is cut off or covered, every target can be hit. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type OpenPage, openPage } from './harness';
import { walk } from './keys';

const MAST = { id: 'new-1', name: 'Cột', position: [104.8, 22.7], technologies: ['4G'], operator: 'A', radiusMeters: null, heightM: null, eirpDbm: null, hasElectricity: null, backhaul: null };
const VIEWS = [
  ['', '.big'], ['tab=communes', '.commune-table tbody .bar'], ['tab=communes&units=old&x=old:00733', '.commune-sheet h3'], ['tab=communes&units=districts', '.unit-table'],
  ['x=00715', '.hamlet-table'], [`tab=scenarios&sc=${encodeURIComponent(JSON.stringify({ name: 'A', ends: [], added: [MAST] }))}`, '.change-table'], ['tab=data', '.datasets'], ['chu=1', '.big'], ['chu=1&x=00715', '.hamlet-table'],
] as const;

/** A page of 1280 × 1024 pixels, enlarged; text alone enlarged; and the spacing that a reader may set. */
const LETTERS = 'html { font-size: 32px !important; }';
const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';
const LOOKS: [name: string, size: { width: number; height: number }, css: string, hash: string][] = [
  ['200 %', { width: 640, height: 512 }, '', ''],
  ['400 %', { width: 320, height: 256 }, '', ''],
  ['400 %, largest letters', { width: 320, height: 256 }, '', 'text=2&'],
  ['letters twice as large', { width: 1280, height: 1024 }, LETTERS, ''],
  ['letters twice as large, phone', { width: 360, height: 740 }, LETTERS, ''],
  ['spacing', { width: 1440, height: 900 }, SPACING, ''],
  ['spacing, phone', { width: 360, height: 740 }, SPACING, ''],
];

async function show(page: Page, hash: string, selector: string): Promise<void> {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.waitForSelector(selector, { state: 'attached' });
  await page.evaluate(() => { for (const details of document.querySelectorAll<HTMLDetailsElement>('.panel details, .commune-sheet details')) details.open = true; });
}

/** What does not fit: the page scrolls sideways, something stands beyond its edge or is cut off where nothing scrolls. */
const misfits = (page: Page) => page.evaluate(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`the page: ${scrollWidth} of ${clientWidth}`] : [];
  const name = (e: Element) => `${e.tagName.toLowerCase()}.${typeof e.className === 'string' ? e.className : ''} "${(e.textContent ?? '').trim().slice(0, 30)}"`;
  for (const e of document.querySelectorAll<HTMLElement>('#app *')) {
    if (!e.checkVisibility({ visibilityProperty: true }) || e.closest('.map-canvas, .visually-hidden, .skip, .announcer')) continue;
    const { overflowX } = getComputedStyle(e);
    const table = e.closest('table, .table-scroll, .sample');
    // A wide table of figures scrolls in its own part; nothing else may.
    const { paddingLeft, paddingRight } = getComputedStyle(e);
    const wideTable = [...e.querySelectorAll('table')].some((inner) => inner.offsetWidth > e.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight));
    if (!table && !wideTable && /auto|scroll/.test(overflowX) && e.scrollWidth > e.clientWidth + 1) found.push(`scrolls sideways: ${name(e)} ${e.scrollWidth} of ${e.clientWidth}`);
    if (/hidden|clip/.test(overflowX) && e.scrollWidth > e.clientWidth + 1) found.push(`cut off: ${name(e)}`);
    if (table) continue;
    const { left, right, width } = e.getBoundingClientRect();
    const edge = Math.min(clientWidth, e.parentElement!.closest('.panel, .commune-sheet, .receipt, .map-list')?.getBoundingClientRect().right ?? clientWidth);
    if (width > 0 && (right > edge + 1 || left < -1)) found.push(`beyond the edge: ${name(e)} ${Math.round(left)}…${Math.round(right)}`);
  }
  return [...new Set(found)].slice(0, 12);
});

/** Targets smaller than `least` CSS pixels; words within a sentence are as large as their line. */
const smallTargets = (page: Page, least: number) => page.evaluate((min) => {
  const found: string[] = [];
  for (const e of document.querySelectorAll<HTMLElement>('#app :is(button, a[href], summary, select, input, textarea, [role=tab], [role=option])')) {
    if (!e.checkVisibility({ visibilityProperty: true }) || e.closest('.visually-hidden, .skip') || e.matches('.visually-hidden')) continue;
    // The label of a small box is a target of its own.
    const boxes = [e, ...(e.closest('label') && /checkbox|radio/.test((e as HTMLInputElement).type) ? [e.closest('label')!] : [])].map((b) => b.getBoundingClientRect());
    const fits = boxes.some(({ width, height }) => width >= min - 0.5 && height >= min - 0.5);
    const inline = getComputedStyle(e).display === 'inline' && [...e.parentElement!.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent!.trim() !== '');
    if (!fits && !inline) found.push(`${e.tagName.toLowerCase()}.${e.className} in ${e.parentElement!.className || e.parentElement!.tagName} "${(e.ariaLabel ?? e.textContent ?? '').slice(0, 25)}" ${Math.round(boxes[0]!.width)} × ${Math.round(boxes[0]!.height)}`);
  }
  return [...new Set(found.map((f) => f.replace(/"[^"]*"/, '')))].slice(0, 15);
}, least);

describe.each(LOOKS)('%s', (_, size, css, more) => {
  test('everything fits, in both languages', async () => {
    const { page, close }: OpenPage = await openPage({ ...size, hash: `#${more}`, bypassCsp: true });
    await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas', { timeout: 60_000 });
    if (css) await page.addStyleTag({ content: css });
    const found: string[] = [];
    for (const [hash, selector] of VIEWS) {
      for (const language of ['', 'lang=en&']) {
        await show(page, `${language}${more}${hash}`, selector);
        found.push(...(await misfits(page)).map((misfit) => `${language}${hash.slice(0, 30)}: ${misfit}`));
      }
    }
    expect(found).toEqual([]);
    await close();
  }, 180_000);
});

test.each([['desktop', { width: 1440, height: 900 }, 24], ['phone', { width: 360, height: 740 }, 44], ['400 %', { width: 320, height: 256 }, 44]] as const)('targets: %s', async (_, size, least) => {
  const { page, close } = await openPage(size);
  await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas', { timeout: 60_000 });
  const found: string[] = [];
  const look = async (name: string) => found.push(...(await smallTargets(page, least)).map((target) => `${name}: ${target}`));
  for (const [hash, selector] of VIEWS) {
    await show(page, hash, selector);
    await look(hash.slice(0, 30));
  }
  await show(page, '', '.big');
  await page.evaluate(() => { for (const details of document.querySelectorAll<HTMLDetailsElement>('.layers-menu, .controls-menu, .legend')) details.open = true; });
  await look('menus');
  // The map comes back from text only.
  await page.waitForSelector('.map-list-button', { timeout: 60_000 });
  await page.evaluate(() => document.querySelector<HTMLElement>('.map-list-button')!.click());
  await page.waitForSelector('.map-list table');
  await look('list');
  await page.evaluate(() => document.querySelector<HTMLElement>('.map-list .close')!.click());
  await page.evaluate(() => document.querySelector<HTMLElement>('.why-short')!.click());
  await page.waitForSelector('.receipt .command');
  await look('receipt');
  expect(found).toEqual([]);
  await close();
}, 120_000);

test.each([['200 %', { width: 640, height: 512 }], ['400 %', { width: 320, height: 256 }]] as const)('%s: all can be reached, and nothing that stays covers what has the keyboard', async (_, size) => {
  const { page, close } = await openPage(size);
  await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas', { timeout: 60_000 });
  for (const [hash, selector] of VIEWS) {
    await show(page, hash, selector);
    const forwards = await walk(page, 70);
    expect({ hash, unseen: forwards.unseen }).toEqual({ hash, unseen: [] });
    const back = await walk(page, 50, 'Shift+Tab');
    expect({ hash, unseen: back.unseen }).toEqual({ hash, unseen: [] });
  }
  await close();
}, 240_000);

test('letters grow with the browser\u2019s own: no size is set in pixels', async () => {
  const { page, close } = await openPage({ width: 1440, height: 900, hash: '#x=00715', bypassCsp: true });
  await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas', { timeout: 60_000 });
  const sizes = () => page.evaluate(() => {
    const kept = window as { texts?: Element[] };
    kept.texts ??= [...document.querySelectorAll('#app *')].filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent!.trim() !== '') && !e.closest('svg'));
    return kept.texts.map((e) => [`${e.tagName}.${e.className}`, e.isConnected ? Number.parseFloat(getComputedStyle(e).fontSize) : 0] as const);
  });
  const before = await sizes();
  await page.addStyleTag({ content: LETTERS });
  const after = await sizes();
  expect(before.length).toBeGreaterThan(200);
  const same = before.filter(([, size], i) => after[i]![1] > 0 && Math.abs(after[i]![1] / size - 2) > 0.01);
  expect(same).toEqual([]);
  await close();
});
