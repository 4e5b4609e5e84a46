/** A third language, one file more, on the built page: in its markup, in its address, on its buttons. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { createStaticServer, listen } from '../../bin/serve.mjs';
import { copyWithLanguage } from '../made-up-language';
import { openPage } from './harness';

/** The page without what does not depend on the language: the file in one piece, what is kept offline, licences. */
const CONFIG = `import { defineConfig } from 'vite';
import { firstViewPlugin } from './build/first-view.ts';
import { pageText } from './build/page-text.ts';
export default defineConfig({
  base: './', plugins: [pageText(), firstViewPlugin()], worker: { format: 'es' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } }, build: { target: 'es2022', minify: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 10_000 },
});
`;

test('the page is built with it, opens in it, and its buttons have room on the narrowest phone', async () => {
  const copy = copyWithLanguage(['src', 'build', 'public', 'index.html', 'package.json', 'tsconfig.json']);
  const configFile = path.join(copy, 'vite.config.ts');
  writeFileSync(configFile, CONFIG);
  await build({ root: copy, configFile, logLevel: 'error' });
  const server = createStaticServer(path.join(copy, 'dist'), '/');
  const address = `http://localhost:${await listen(server, 4800)}/`;
  try {
    const { page, close } = await openPage({ width: 320, height: 640, address, hash: '#lang=tyz&map=simple' });
    await page.waitForSelector('html[lang=tyz] .big');
    expect(await page.title()).toMatch(/^TYZ-PAGE/);
    expect(await page.textContent('#tab-communes')).toBe('TYZ-TAB');
    expect(await page.evaluate(async () => (await fetch('./')).text())).toContain('<p lang="tyz">TYZ-NO-SCRIPT');
    await page.click('.controls-menu summary');
    const buttons = await page.$$eval('.controls-menu button[lang]', (all) => all.map((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      return { lang: button.getAttribute('lang'), inside: left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight, whole: button.scrollWidth <= button.clientWidth, height: bottom - top };
    }));
    expect(buttons.map(({ lang }) => lang)).toEqual(['vi', 'en']);
    expect(buttons.filter(({ inside, whole, height }) => !inside || !whole || height < 24)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await page.click('.controls-menu button[lang=vi]');
    await page.waitForSelector('html[lang=vi]');
    expect(await page.getAttribute('.controls-menu button[lang=tyz]', 'aria-label')).toBe('TYZ: Tyz!');
    await page.click('.controls-menu button[lang=tyz]');
    await page.waitForSelector('html[lang=tyz]');
    expect(await page.title()).toMatch(/^TYZ-PAGE/);
    await close();
  } finally {
    server.close();
    rmSync(copy, { recursive: true, force: true });
  }
});
