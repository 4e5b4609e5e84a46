/** A page in Debian's stock Firefox, driven over WebDriver BiDi; requests to other hosts and messages on the console fail the test. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, expect } from 'vitest';
import { FIREFOX_INSTALL_COMMAND, findFirefox, startScreen } from '../firefox.mjs';

export interface FirefoxPage {
  page: Page;
  /** Addresses asked for so far. */
  requests: string[];
  /** The next file saved to disk, once it is whole: its name and bytes. */
  download(cause: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }>;
  /** Closes the page and checks what it said and asked. */
  close(): Promise<void>;
}

interface Running {
  browser: Browser;
  downloads: string;
  screen: { stop(): void } | null;
}

/** By whether it may draw with WebGL: preferences are of the whole browser. */
const running = new Map<boolean, Promise<Running>>();

async function start(noWebGl: boolean): Promise<Running> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error(`No Firefox found. Install one: ${FIREFOX_INSTALL_COMMAND}`);
  const screen = await startScreen();
  const downloads = mkdtempSync(path.join(tmpdir(), 'lomsong-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath, headless: screen === null, env: { ...process.env, ...(screen && { DISPLAY: screen.display }) },
    extraPrefsFirefox: {
      'intl.accept_languages': 'vi-VN, vi', 'ui.prefersReducedMotion': 1, 'webgl.disabled': noWebGl,
      'browser.download.folderList': 2, 'browser.download.dir': downloads, 'browser.download.alwaysOpenPanel': false, 'browser.download.always_ask_before_handling_new_types': false,
    },
  });
  return { browser, downloads, screen };
}

afterAll(async () => {
  for (const started of running.values()) {
    const parts = await started.catch(() => null);
    await parts?.browser.close();
    parts?.screen?.stop();
    if (parts) rmSync(parts.downloads, { recursive: true, force: true });
  }
  running.clear();
});

/** @param address of the page, with its `#` */
export async function openInFirefox(address: string, { width, height, noWebGl = false }: { width: number; height: number; noWebGl?: boolean } = { width: 1440, height: 900 }): Promise<FirefoxPage> {
  if (!running.has(noWebGl)) running.set(noWebGl, start(noWebGl));
  const { browser, downloads } = await running.get(noWebGl)!;
  // A profile of its own: what one test keeps, the next does not find.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.setViewport({ width, height });
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  // Firefox tells a refusal by the Content-Security-Policy to its own console only.
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(address);
  return {
    page,
    requests,
    async download(cause) {
      // While the page is still being filled, a button may move away from under the pointer between aim and click.
      await page.evaluate(() => new Promise<void>((resolve) => {
        let before = '';
        let quiet = 0;
        const look = () => {
          const now = [...document.querySelectorAll('button')].map((e) => { const { left, top } = e.getBoundingClientRect(); return `${left} ${top}`; }).join();
          quiet = now === before ? quiet + 1 : 0;
          before = now;
          if (quiet >= 5) resolve();
          else setTimeout(look, 100);
        };
        look();
      }));
      const before = new Set(readdirSync(downloads));
      await cause();
      for (let waited = 0; waited < 60_000; waited += 100) {
        const names = readdirSync(downloads);
        const name = names.find((n) => !before.has(n) && !n.endsWith('.part') && !names.includes(`${n}.part`));
        // An empty file holds the name while the other is written.
        const bytes = name ? readFileSync(path.join(downloads, name)) : null;
        if (name && bytes && bytes.length > 0) return { name, bytes };
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('nothing was saved');
    },
    async close() {
      await context.close();
      const folder = address.replace(/#.*$/, '').replace(/[^/]*$/, '');
      expect(requests.filter((url) => !url.startsWith(folder) && !/^(data|blob):/.test(url))).toEqual([]);
      expect(complaints).toEqual([]);
    },
  };
}
