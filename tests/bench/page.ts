/**
 * `npm run bench:page`: works through the built page in Chromium and prints, for each step, the long tasks (Long Tasks API)
 * and how much of each was this project's own code (CPU profile); the rest is MapLibre and the browser.
 */
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { createStaticServer, listen } from '../../bin/serve.mjs';
import { findBrowser, INSTALL_COMMAND } from '../browser.mjs';

const OWN_SCRIPTS = /\/assets\/(?:index|map|crs)-/;

interface Profile {
  startTime: number;
  samples: number[];
  timeDeltas: number[];
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
}

interface LongTask {
  /** Milliseconds of the page's clock. */
  start: number;
  duration: number;
}

/** Milliseconds of own code within each task. Own: of a sample's frames from the innermost outwards, the first that is ours or the library's decides. */
function ownMs({ startTime, samples, timeDeltas, nodes }: Profile, pageStartMs: number, tasks: readonly LongTask[]): number[] {
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
  const own = tasks.map(() => 0);
  let clockUs = startTime;
  samples.forEach((id, i) => {
    clockUs += timeDeltas[i]!;
    const at = pageStartMs + (clockUs - startTime) / 1000;
    const task = tasks.findIndex((t) => at >= t.start && at <= t.start + t.duration);
    if (task >= 0 && isOwn(id)) own[task]! += timeDeltas[i]! / 1000;
  });
  return own;
}

async function step(name: string, page: Page, session: CDPSession, act: () => Promise<void>): Promise<void> {
  await session.send('Profiler.start');
  const pageStartMs = await page.evaluate(() => { (window as unknown as { longTasks: unknown[] }).longTasks.length = 0; return performance.now(); });
  await act();
  await page.waitForTimeout(2500);
  const { profile } = (await session.send('Profiler.stop')) as unknown as { profile: Profile };
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: LongTask[] }).longTasks);
  const own = ownMs(profile, pageStartMs, tasks);
  console.log(`${name.padEnd(22)} tasks over 50 ms: ${tasks.map((t, i) => `${t.duration.toFixed(0)} (own ${own[i]!.toFixed(0)})`).join(', ') || 'none'}`);
}

const found = await findBrowser();
if (!found) throw new Error(`No Chromium found. Install one: ${INSTALL_COMMAND}`);
const server = createStaticServer('dist');
const port = await listen(server, 4400);
const browser = await chromium.launch(found);
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
await page.addInitScript(() => {
  const longTasks: { start: number; duration: number }[] = [];
  Object.assign(window, { longTasks });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) longTasks.push({ start: entry.startTime, duration: entry.duration }); }).observe({ type: 'longtask', buffered: true });
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
