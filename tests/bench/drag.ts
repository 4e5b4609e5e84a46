/**
 * `npm run bench:drag`: the built page's own worker, in Chromium, answers a mast dragged over the province on the bundled data.
 * Prints the 95th percentile of a step against a whole run of the province, and the browser's memory over an hour's worth of dragging
 * in a script heap of 400 MB (36,000 steps at ten a second; `BENCH_STEPS=n` for fewer).
 */
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { createStaticServer, listen } from '../../bin/serve.mjs';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { NO_SCENARIO } from '../../src/core/scenario';
import { BUNDLED_FILES } from '../../src/formats/bundled-files';
import { findBrowser, INSTALL_COMMAND } from '../browser.mjs';

const STEPS = Number(process.env.BENCH_STEPS ?? 36_000);
const PARTS = 6;
const WHOLE_RUNS = 15;

const found = await findBrowser();
if (!found) throw new Error(`No Chromium found. Install one: ${INSTALL_COMMAND}`);
const server = createStaticServer('dist');
const port = await listen(server, 4410);
// A heap that would not hold an hour's worth of anything that is kept: the run ends early if it is not enough.
const HEAP_MB = 400;
const browser = await chromium.launch({ ...found, args: [...(found.args ?? []), `--js-flags=--max-old-space-size=${HEAP_MB}`] });
const page = await (await browser.newContext()).newPage();
// The compiler's own helper for names of functions.
await page.addInitScript('globalThis.__name = (f) => f');
await page.goto(`http://localhost:${port}/`);
await page.waitForSelector('.main-figure .big');

/** Resident megabytes of all processes of this Chromium. */
function memoryMb(): number {
  const lines = execFileSync('ps', ['-eo', 'rss,args'], { encoding: 'utf8' }).split('\n').filter((line) => /chrom/.test(line) && line.includes('type=renderer'));
  return Math.round(lines.reduce((sum, line) => sum + Number(line.trim().split(/\s+/)[0]), 0) / 1024);
}

await page.evaluate(async (files) => {
  const script = performance.getEntriesByType('resource').map((e) => e.name).find((name) => /core\.worker/.test(name))!;
  const worker = new Worker(script, { type: 'module' });
  let id = 0;
  const ask = (message: object) => new Promise<unknown>((resolve, reject) => {
    const own = ++id;
    const hear = ({ data }: MessageEvent<{ id: number; type: string; message?: string }>) => {
      if (data.id !== own || data.type === 'progress') return;
      worker.removeEventListener('message', hear);
      if (data.type === 'failed') reject(new Error(data.message));
      else resolve(data);
    };
    worker.addEventListener('message', hear);
    worker.postMessage({ id: own, ...message });
  });
  const texts = Object.fromEntries(await Promise.all(Object.entries(files).map(async ([key, name]) => [key, await (await fetch(`./data/${name}`)).text()])));
  await ask({ type: 'open', texts });
  Object.assign(window, { ask });
}, BUNDLED_FILES);

const request = (lng: number, lat: number, name = '') => ({
  coverage: 'stations', settings: DEFAULT_SETTINGS, questions: [{ technology: '4G', of: ['4G'], operators: null, off: [] }],
  scenario: { ...NO_SCENARIO, name, added: [{ id: 'new-1', name: '', position: [lng, lat], technologies: ['4G'], operator: 'Nhà mạng A', radiusMeters: null, heightM: null, eirpDbm: null, hasElectricity: null, backhaul: null }] },
});

const timed = (messages: object[]): Promise<number[]> => page.evaluate(async (all) => {
  const { ask } = window as unknown as { ask(message: object): Promise<unknown> };
  const times: number[] = [];
  for (const message of all) {
    const begun = performance.now();
    await ask(message);
    times.push(performance.now() - begun);
  }
  return times;
}, messages);
const at = (times: number[], share: number) => [...times].sort((a, b) => a - b)[Math.floor(times.length * share)]!;

// A path that crosses the province again and again.
const place = (step: number): [number, number] => [105.0 + 0.45 * Math.sin(step / 97), 22.85 + 0.35 * Math.sin(step / 61)];
const moves = (from: number, count: number) => Array.from({ length: count }, (_, i) => ({ type: 'move', request: request(...place(from + i)), mast: 'new-1' }));

await timed(moves(0, 200));
const whole = await timed(Array.from({ length: WHOLE_RUNS }, (_, i) => ({ type: 'gaps', request: request(105 + i / 1000, 22.85) })));
console.log(`whole run, 4G, with hamlets: median ${at(whole, 0.5).toFixed(1)} ms`);
let done = 200;
for (let part = 0; part < PARTS; part++) {
  const times: number[] = [];
  for (const end = done + Math.ceil(STEPS / PARTS); done < end; done += 500) times.push(...(await timed(moves(done, Math.min(500, end - done)))));
  console.log(`${String(done).padStart(6)} steps: median ${at(times, 0.5).toFixed(1)} ms, 95 % within ${at(times, 0.95).toFixed(1)} ms (1/${(at(whole, 0.5) / at(times, 0.95)).toFixed(1)} of a whole run), renderer ${memoryMb()} MB`);
}
await browser.close();
server.close();
