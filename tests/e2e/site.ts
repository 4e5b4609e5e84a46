/** A copy of the built page on a server of its own: to be kept, to be published anew, to go away. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { createStaticServer, listen } from '../../bin/serve.mjs';
import { keepList } from '../../build/offline';
import { launchBrowser } from './harness';

/** What the page says once it is kept. */
export const READY = 'Dùng được khi không có mạng';

export interface Site {
  folder: string;
  address: string;
  context: BrowserContext;
  /** What pages of the site said on the console, and what they threw. */
  complaints: string[];
  /** Paths that the server was asked for. */
  asked: string[];
  open(hash?: string): Promise<Page>;
  /** The server is gone, with every connection. */
  stop(): Promise<void>;
}

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** @param connection what the browser tells of the line; @param bypassCsp for tools that are injected */
export async function site({ width = 1280, connection, bypassCsp = false }: { width?: number; connection?: { saveData?: boolean; effectiveType?: string }; bypassCsp?: boolean } = {}): Promise<Site> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lomsong-offline-'));
  cpSync('dist', folder, { recursive: true });
  const server: Server = createStaticServer(folder, '/a/deep/path/');
  const asked: string[] = [];
  server.on('request', (request) => asked.push(request.url!));
  const address = `http://localhost:${await listen(server, 4700)}/a/deep/path/`;
  // A browser of its own: tabs that reload themselves while a context is closed leave a browser that no longer answers.
  const own = await launchBrowser();
  const context = await own.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce', locale: 'vi-VN', acceptDownloads: true, bypassCSP: bypassCsp });
  if (connection) await context.addInitScript((value) => Object.defineProperty(navigator, 'connection', { value }), connection);
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/GL Driver Message|GPU stall/.test(message.text())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => { server.close(() => resolve()); });
  };
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }), () => (server.listening ? stop() : undefined), () => own.close());
  return {
    folder, address, context, complaints, asked, stop,
    async open(hash = '') {
      const page = await context.newPage();
      await page.goto(`${address}${hash}`);
      return page;
    },
  };
}

export async function untilKept(page: Page): Promise<void> {
  await page.click('#tab-data');
  await page.locator('.offline', { hasText: READY }).waitFor({ timeout: 60_000 });
}

export const version = (page: Page) => page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name=version]')!.content);

/** Changes the files as a new version would have them, and writes the list of them anew. */
export async function publish(folder: string, change: (html: string) => string, files: Record<string, string> = {}): Promise<void> {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const page = path.join(folder, 'index.html');
  writeFileSync(page, change(readFileSync(page, 'utf8')));
  await keepList(folder);
}

export const second = (html: string) => html.replace('<html ', '<html data-edition="second" ');
export const edition = (page: Page) => page.evaluate(() => document.documentElement.dataset.edition ?? 'first');
/** The browser looks for a new version by itself, but when it likes. */
export const lookForNewer = (page: Page) => page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())!.update().catch(() => {})));
