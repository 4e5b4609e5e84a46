/** The built folder on servers that know nothing of it, and what it forbids itself wherever it is served from. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser, openPage } from './harness';

const MAP_READY = '.map-pane:not(:has(.map-state)) canvas';
const python = spawnSync('python3', ['--version']).status === 0;

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

describe.runIf(python)('python3 -m http.server', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lomsong-python-'));
  let server: ChildProcess;
  let origin = '';

  beforeAll(async () => {
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
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(['/', '/one/', `/two/${encodeURI('d\u1eef li\u1ec7u')}/`])('%s: figures, map, table, kept for use without a network; all asked below that path', async (below) => {
    const context = await (await browser()).newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', locale: 'vi-VN' });
    const complaints: string[] = [];
    const outside: string[] = [];
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !/GL Driver Message|GPU stall/.test(message.text())) complaints.push(message.text());
    });
    context.on('weberror', (error) => complaints.push(String(error.error())));
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
