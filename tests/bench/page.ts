/**
 * `npm run bench:page`: works through the built page in Chromium and prints, for each step, the long tasks (Long Tasks API)
 * and the most that this project's own code took of one stretch of work (CPU profile; MapLibre and the browser left out).
 */
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { createStaticServer, listen } from '../../bin/serve.mjs';
import { findBrowser, INSTALL_COMMAND } from '../browser.mjs';

/** A pause this long ends a stretch of work. */
const PAUSE_US = 5000;
const OWN_SCRIPTS = /\/assets\/(?:index|map|crs)-/;

interface Profile {
  startTime: number;
  samples: number[];
  timeDeltas: number[];
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
}

/** The most milliseconds of own code in one uninterrupted stretch. Own: the innermost script frame that is ours or the library's decides. */
function mostOwnMs({ samples, timeDeltas, nodes }: Profile): number {
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const parent = new Map(nodes.flatMap((n) => (n.children ?? []).map((child) => [child, n.id] as const)));
  const isOwn = (id: number): boolean => {
    for (let at: number | undefined = id; at !== undefined; at = parent.get(at)) {
      const { url } = byId.get(at)!.callFrame;
      if (OWN_SCRIPTS.test(url)) return true;
      if (url.includes('maplibre')) return false;
    }
    return false;
  };
  let most = 0;
  let own = 0;
  let quiet = 0;
  samples.forEach((id, i) => {
    const delta = timeDeltas[i]!;
    if (['(idle)', '(program)'].includes(byId.get(id)!.callFrame.functionName)) {
      quiet += delta;
      if (quiet > PAUSE_US) own = 0;
      return;
    }
    quiet = 0;
    if (isOwn(id)) most = Math.max(most, (own += delta));
  });
  return most / 1000;
}

async function step(name: string, page: Page, session: CDPSession, act: () => Promise<void>): Promise<void> {
  await page.evaluate(() => { (window as unknown as { longTasks: number[] }).longTasks.length = 0; });
  await session.send('Profiler.start');
  await act();
  await page.waitForTimeout(2500);
  const { profile } = (await session.send('Profiler.stop')) as unknown as { profile: Profile };
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.map(Math.round));
  console.log(`${name.padEnd(34)} own code at most ${mostOwnMs(profile).toFixed(0).padStart(3)} ms; long tasks in all: ${tasks.join(', ') || 'none'}`);
}

const found = await findBrowser();
if (!found) throw new Error(`No Chromium found. Install one: ${INSTALL_COMMAND}`);
const server = createStaticServer('dist');
const port = await listen(server, 4400);
const browser = await chromium.launch(found);
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
await page.addInitScript(() => {
  const longTasks: number[] = [];
  Object.assign(window, { longTasks });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) longTasks.push(entry.duration); }).observe({ type: 'longtask', buffered: true });
});
const session = await page.context().newCDPSession(page);
await session.send('Profiler.enable');
await session.send('Profiler.setSamplingInterval', { interval: 500 });
await page.goto(`http://localhost:${port}/`);
await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
await page.waitForTimeout(3000);
await step('another technology', page, session, () => page.locator('.switch-row input').nth(1).check());
await step('the end of 2G', page, session, () => page.locator('.switch input').check());
await step('coverage as claimed', page, session, () => page.locator('input[name=coverage]').nth(1).check());
await step('table of communes', page, session, () => page.click('#tab-communes'));
await step('sorted', page, session, () => page.locator('thead button').nth(2).click());
await step('193 old communes', page, session, () => page.locator('input[name=units]').nth(1).check());
await step('a commune', page, session, () => page.locator('tbody .link').nth(5).click());
await step('hamlets on the map', page, session, async () => {
  await page.click('.layers-menu summary');
  await page.locator('.layers-menu input').nth(5).check();
});
await step('search', page, session, () => page.fill('.search input', 'm'));
await step('dark', page, session, async () => {
  await page.locator('.controls > button').first().click();
  await page.locator('.controls > button').first().click();
});
await step('English', page, session, () => page.getByRole('button', { name: /English/ }).click());
await browser.close();
server.close();
