/** What the reader's system asks for: stillness, more contrast, colours of its own. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './harness';

const DESKTOP = { width: 1440, height: 900 };
const MAP_READY = '.map-pane:not(:has(.map-state)) canvas';

/** How many scales the map goes through on its way to a place. */
async function scalesOnTheWay(page: Page): Promise<number> {
  await page.waitForSelector(MAP_READY);
  await page.waitForSelector('.largest .link');
  await page.evaluate(() => {
    const scale = document.querySelector('.maplibregl-ctrl-scale')!;
    const seen = new Set<string>();
    const state = () => `${(scale as HTMLElement).style.width} ${scale.textContent}`;
    const first = state();
    Object.assign(window, { scales: seen });
    new MutationObserver(() => { if (state() !== first) seen.add(state()); }).observe(scale, { attributes: true, childList: true, characterData: true, subtree: true });
  });
  await page.click('.largest .link');
  await page.waitForFunction(() => /at=/.test(location.hash));
  return page.evaluate(() => (window as unknown as { scales: Set<string> }).scales.size);
}

/** Elements that would move by themselves. */
const moving = (page: Page) => page.evaluate(() => [...document.querySelectorAll('*')].flatMap((e) => [undefined, '::before', '::after'].filter((pseudo) => {
  const { transitionDuration, animationName } = getComputedStyle(e, pseudo);
  return transitionDuration.split(', ').some((d) => d !== '0s') || animationName !== 'none';
}).map((pseudo) => `${e.tagName}.${e.className}${pseudo ?? ''}`)));

describe('stillness', () => {
  test('asked for: the map is there at once, and nothing moves by itself', async () => {
    const { page, close } = await openPage({ ...DESKTOP, reducedMotion: 'reduce' });
    // A width and a text are set one after another.
    expect(await scalesOnTheWay(page)).toBeLessThanOrEqual(2);
    expect(await moving(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.waitForSelector('.bottom-sheet');
    expect(await moving(page)).toEqual([]);
    await close();
  });

  test('not asked for: the map flies', async () => {
    const { page, close } = await openPage({ ...DESKTOP, reducedMotion: 'no-preference' });
    expect(await scalesOnTheWay(page)).toBeGreaterThan(2);
    expect(await moving(page)).toContain('INPUT.::before');
    await close();
  });
});

describe('contrast', () => {
  test('asked for by the system: the high-contrast theme, until the reader says otherwise', async () => {
    const { page, close } = await openPage({ ...DESKTOP, contrast: 'more' });
    await page.waitForSelector('html[data-contrast=true]');
    const button = page.getByRole('button', { name: 'Tương phản cao' });
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.click();
    await page.waitForSelector('html[data-contrast=false]');
    expect(page.url()).toContain('contrast=0');
    await close();
  });

  test('not asked for: the usual theme', async () => {
    const { page, close } = await openPage(DESKTOP);
    await page.waitForSelector('html[data-contrast=false]');
    expect(page.url()).not.toContain('contrast');
    await close();
  });
});

describe.each(['light', 'dark'] as const)('colours of the system\u2019s own, %s', (colorScheme) => {
  test('controls, the keyboard\u2019s mark, bars and symbols can be told from what is under them', async () => {
    const { page, close } = await openPage({ ...DESKTOP, colorScheme, forcedColors: 'active', hash: '#tab=overview' });
    await page.waitForSelector('.switches .bar');
    await page.waitForSelector(MAP_READY);
    await page.waitForSelector('html[data-contrast=true]');
    const seen = await page.evaluate(() => {
      const probe = document.createElement('i');
      document.body.append(probe);
      const systemColor = (name: string) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      };
      const [canvas, ink, highlight, button] = ['Canvas', 'CanvasText', 'Highlight', 'ButtonText'].map(systemColor);
      const style = (selector: string, pseudo?: string) => getComputedStyle(document.querySelector(selector)!, pseudo);
      const selected = style('.tabs [aria-selected=true]');
      const other = style('.tabs [aria-selected=false]');
      return {
        canvas, ink, highlight, button, primary: { ink: style('.primary').color, border: style('.primary').borderTopColor },
        surface: style('.panel').color,
        bar: { border: style('.bar').borderTopColor, gap: style('.bar:not(.bar-none)').backgroundImage, part: style('.bar-part').backgroundColor },
        knob: style('.switch input', '::before').backgroundColor, track: style('.switch input').borderTopColor,
        tab: selected.borderTopColor !== other.borderTopColor && Number.parseFloat(selected.borderTopWidth) > Number.parseFloat(other.borderTopWidth),
        pressed: Number.parseFloat(style('.plain[aria-pressed=true]').borderTopWidth) > Number.parseFloat(style('.plain[aria-pressed=false], .plain:not([aria-pressed])').borderTopWidth),
        swatch: style('.swatch-gap').backgroundImage,
        symbol: [...document.querySelectorAll('.legend .symbol *, .switches .symbol *')].map((e) => getComputedStyle(e).stroke).filter((stroke) => stroke !== 'none'),
      };
    });
    expect(seen.canvas).not.toBe(seen.ink);
    // The system lays its own ground under letters.
    expect(seen.primary).toEqual({ ink: seen.button, border: seen.button });
    expect(seen.bar.border).toBe(seen.ink);
    expect(seen.bar.gap).toContain('gradient');
    expect(seen.bar.part).not.toBe(seen.canvas);
    expect(seen.swatch).toContain('gradient');
    expect(seen.knob).not.toBe(seen.canvas);
    expect(seen.track).toBe(seen.ink);
    expect(seen.tab).toBe(true);
    expect(seen.pressed).toBe(true);
    for (const stroke of seen.symbol) expect(stroke).toBe(seen.ink);
    expect(seen.symbol.length).toBeGreaterThan(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const mark = await page.evaluate(() => { const { outlineStyle, outlineColor } = getComputedStyle(document.activeElement!); return { outlineStyle, outlineColor }; });
    expect(mark.outlineStyle).not.toBe('none');
    expect(mark.outlineColor).not.toBe(seen.canvas);
    await close();
  });
});
