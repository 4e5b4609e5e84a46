/** A page of the built application in a real Chromium; requests to other hosts and messages on the console fail the test. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';
import { findBrowser, INSTALL_COMMAND } from '../browser.mjs';

export interface PageOptions {
  width: number;
  height: number;
  colorScheme?: 'light' | 'dark';
  /** What the system asks for: stillness unless told otherwise, so that nothing has to be waited for. */
  reducedMotion?: 'reduce' | 'no-preference';
  contrast?: 'more' | 'no-preference';
  forcedColors?: 'active' | 'none';
  /** Instead of the page's own. */
  address?: string;
  /** With its `#`. */
  hash?: string;
  /** What the page's clock says, standing still; the machine's own where absent. */
  now?: string;
  /** Requests that are refused. */
  block?: RegExp;
  /** The page is expected to complain on the console. */
  expectErrors?: boolean;
  noWebGl?: boolean;
  /** What the machine says that it has. */
  deviceMemoryGb?: number;
  noIndexedDb?: boolean;
  /** For tools that are injected into the page. */
  bypassCsp?: boolean;
}

export interface OpenPage {
  page: Page;
  /** Another tab of the same browser profile, at the same address. */
  anotherTab(): Promise<Page>;
  /** Addresses asked for so far. */
  requests: string[];
  /** Closes the page and checks what it said and asked. */
  close(): Promise<void>;
}

let running: Browser | null = null;

/** The browser of this test file. */
export async function browser(): Promise<Browser> {
  running ??= await launchBrowser();
  return running;
}

/** Another one, for whoever closes it. */
export async function launchBrowser(): Promise<Browser> {
  const found = await findBrowser();
  if (!found) throw new Error(`No Chromium found. Install one: ${INSTALL_COMMAND}`);
  return chromium.launch(found);
}

afterAll(async () => {
  await running?.close();
  running = null;
});

export async function openPage(options: PageOptions): Promise<OpenPage> {
  const { width, height, colorScheme = 'light', reducedMotion = 'reduce', contrast = 'no-preference', forcedColors = 'none', hash = '', now, block, expectErrors = false, noWebGl = false, deviceMemoryGb, noIndexedDb = false, bypassCsp = false } = options;
  const address = options.address ?? inject('address');
  const context = await (await browser()).newContext({
    viewport: { width, height }, colorScheme, hasTouch: width < 600, bypassCSP: bypassCsp, acceptDownloads: true, reducedMotion, contrast, forcedColors, locale: 'vi-VN',
    // What the page keeps is the subject of its own tests.
    serviceWorkers: 'block',
  });
  const complaints: string[] = [];
  const requests: string[] = [];
  // Of the whole profile: what another tab says and asks counts as well.
  context.on('console', (message) => {
    // Chromium's own word on drawing without a graphics card is no fault of the page, nor is what this harness forbids it.
    if (['error', 'warning'].includes(message.type()) && !/GL Driver Message|GPU stall|Service Worker registration blocked/.test(message.text())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('request', (request) => requests.push(request.url()));
  if (block) await context.route(block, (route) => route.abort());
  if (noWebGl) {
    await context.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return /webgl/.test(kind) ? null : (original as (...args: unknown[]) => unknown).call(this, kind, ...rest);
      } as typeof original;
    });
  }
  if (deviceMemoryGb !== undefined) await context.addInitScript((gb) => Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => gb }), deviceMemoryGb);
  if (noIndexedDb) await context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  if (now !== undefined) await context.clock.setFixedTime(now);
  const page = await context.newPage();
  await page.goto(`${address}${hash}`);
  return {
    page,
    requests,
    async anotherTab() {
      const other = await context.newPage();
      await other.goto(`${address}${hash}`);
      return other;
    },
    async close() {
      await context.close();
      const outside = requests.filter((url) => !url.startsWith(address) && !/^(data|blob):/.test(url));
      expect(outside).toEqual([]);
      if (!expectErrors) expect(complaints).toEqual([]);
    },
  };
}
