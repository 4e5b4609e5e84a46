/** The built folder on servers that know nothing of it, and what it forbids itself wherever it is served from. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import http, { type RequestListener } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStaticServer, listen } from '../../bin/serve.mjs';
import { browser, openPage } from './harness';
import { documentedValues, nginxPlaces } from './nginx-example';

const MAP_READY = '.map-pane:not(:has(.map-state)) canvas';

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** What pages of the profile say on the console and throw. */
function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/GL Driver Message|GPU stall/.test(message.text())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  return complaints;
}

describe('python3 -m http.server', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lomsong-python-'));
  let server: ChildProcess | undefined;
  let origin = '';

  beforeAll(async () => {
    if (spawnSync('python3', ['--version']).status !== 0) throw new Error('No Python found. Install one: sudo apt-get install -y python3');
    for (const below of ['', 'one', 'two/d\u1eef li\u1ec7u']) cpSync('dist', path.join(folder, below), { recursive: true });
    const port = await freePort();
    origin = `http://localhost:${port}`;
    server = spawn('python3', ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', folder], { stdio: 'ignore' });
    for (let left = 100; left > 0; left--) {
      if (await fetch(origin).then((r) => r.ok, () => false)) return;
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
    throw new Error('python3 -m http.server does not answer');
  });

  afterAll(() => {
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(['/', '/one/', `/two/${encodeURI('d\u1eef li\u1ec7u')}/`])('%s: figures, map, table, kept for use without a network; all asked below that path', async (below) => {
    const context = await (await browser()).newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', locale: 'vi-VN' });
    const complaints = complaintsOf(context);
    const outside: string[] = [];
    context.on('request', (request) => {
      if (!request.url().startsWith(origin + below) && !/^(data|blob):/.test(request.url())) outside.push(request.url());
    });
    const page = await context.newPage();
    await page.goto(origin + below);
    await page.waitForFunction(() => /\d/.test(document.querySelector('.big')?.textContent ?? ''));
    await page.waitForSelector(MAP_READY);
    await page.click('#tab-communes');
    await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 73);
    await page.click('#tab-data');
    await page.locator('.offline', { hasText: 'Dùng được khi không có mạng' }).waitFor();
    await context.close();
    expect([complaints, outside]).toEqual([[], []]);
  });
});

describe('as docs/hosting.md says', () => {
  const placeOf = nginxPlaces();
  /** The built folder where the example has it, answered as nginx would. */
  const files = createStaticServer('dist', '/lomsong/').listeners('request')[0] as RequestListener;
  const server = http.createServer((request, response) => {
    const { pathname, search } = new URL(request.url!, 'http://localhost');
    // Not a place of the example: pages that show the map in a frame.
    if (pathname === '/frame.html') return void response.writeHead(200, { 'content-type': 'text/html' }).end(`<iframe src="http://localhost:${port}/lomsong/" width="900" height="600"></iframe>`);
    const place = placeOf(pathname);
    if (!place) return void response.writeHead(404).end();
    if (place.redirect !== null) return void response.writeHead(301, { location: place.redirect + search }).end();
    const { writeHead } = response;
    response.writeHead = ((status: number, sent: Record<string, string>) => {
      const own = Object.fromEntries(Object.entries(sent).filter(([name]) => /^(content-|etag|vary)/.test(name)));
      return writeHead.call(response, status, { ...own, ...place.headers });
    }) as typeof writeHead;
    return files(request, response as never);
  });
  let port = 0;
  beforeAll(async () => void (port = await listen(server, 4800)));
  afterAll(() => void server.close());

  test('its headers hold nginx, Apache and page hosts to the policy of the page, and let none of it fail', async () => {
    const context = await (await browser()).newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', locale: 'vi-VN' });
    const complaints = complaintsOf(context);
    const page = await context.newPage();
    const answer = (await page.goto(`http://localhost:${port}/lomsong?x=1#tech=2G,3G`))!;
    expect(answer.url()).toBe(`http://localhost:${port}/lomsong/?x=1`);
    const inPage = (await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content'))!;
    const headers = answer.headers();
    expect(headers['content-security-policy']).toBe(`${inPage}; frame-ancestors 'self'`);
    // Each of the three examples, and what nginx adds for workers.
    const policies = documentedValues('Content-Security-Policy');
    expect(policies.filter((value) => value === headers['content-security-policy'])).toHaveLength(3);
    expect(policies.filter((value) => value !== headers['content-security-policy'])).toEqual([placeOf('/lomsong/assets/x.js')!.headers['content-security-policy']]);
    expect(documentedValues('Permissions-Policy')).toEqual(Array.from({ length: 3 }, () => headers['permissions-policy']));
    expect(documentedValues('X-Content-Type-Options')).toEqual(Array.from({ length: 4 }, () => headers['x-content-type-options']));
    expect(headers['cache-control']).toBe('no-cache');
    expect(placeOf('/lomsong/assets/x.js')!.headers['cache-control']).toContain('immutable');

    await page.waitForFunction(() => /\d/.test(document.querySelector('.big')?.textContent ?? ''));
    await page.waitForSelector(MAP_READY);
    // Another question: only the worker can answer it.
    const before = await page.textContent('.big');
    await page.click('.switch input');
    await page.waitForFunction((old) => document.querySelector('.big')?.textContent !== old && /\d/.test(document.querySelector('.big')!.textContent!), before);
    await page.click('#tab-data');
    await page.locator('.offline', { hasText: 'Dùng được khi không có mạng' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a page of another host cannot show the map in a frame, one of the same host can', async () => {
    const context = await (await browser()).newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto(`http://127.0.0.1:${port}/frame.html`);
    await refused;
    expect(await page.frames()[1]!.locator('#app').count()).toBe(0);
    await page.goto(`http://localhost:${port}/frame.html`);
    await page.frameLocator('iframe').locator('.big').first().waitFor();
    await context.close();
  });
});

test('the page itself forbids inline scripts and styles, eval and other hosts', async () => {
  const { page, close, requests } = await openPage({ width: 1280, height: 900, expectErrors: true });
  await page.waitForFunction(() => /\d/.test(document.querySelector('.big')?.textContent ?? ''));
  const policy = (await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content'))!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(await page.locator('script:not([src]), [style*="javascript"], [onclick], [onload], [onerror]').count()).toBe(0);
  // Everything that could load or run stands after it.
  expect(await page.evaluate(() => document.head.firstElementChild!.getAttribute('http-equiv'))).toBe('Content-Security-Policy');
  const done = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const inline = document.createElement('script');
    inline.textContent = 'window.inlineRan = true';
    document.body.append(inline);
    const style = document.createElement('style');
    style.textContent = 'body { outline: 1px solid }';
    document.body.append(style);
    // From a timer: what the browser's tools run themselves may use `eval` whatever the page says.
    const evaluated = await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          resolve(Boolean(new Function('return 1')()));
        } catch {
          resolve(false);
        }
      });
    });
    const fetched = await fetch('https://example.com/').then(() => true, () => false);
    await new Promise((resolve) => { setTimeout(resolve); });
    return { inlineRan: 'inlineRan' in window, evaluated, fetched, refused: refused.sort() };
  });
  expect(done).toMatchObject({ inlineRan: false, evaluated: false, fetched: false });
  for (const directive of ['script-src-elem', 'style-src-elem', 'connect-src']) expect(done.refused).toContain(directive);
  expect(requests.some((url) => url.includes('example.com'))).toBe(false);
  await close();
});
