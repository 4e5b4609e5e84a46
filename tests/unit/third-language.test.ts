/** A third language is one file: nothing else is touched, and page and command have it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import type * as Address from '../../src/state/view';
import type * as Shown from '../../src/state/language';
import type * as Texts from '../../src/strings';
import { copyWithLanguage } from '../made-up-language';

const copy = copyWithLanguage(['bin', 'src', 'package.json', 'package-lock.json', 'public/data']);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('the command speaks it', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [path.join(copy, 'bin/lomsong.mjs'), ...args], { cwd: copy, encoding: 'utf8' });
  expect(run('--help', '--lang', 'tyz').stdout).toMatch(/^TYZ-COMMAND/);
  expect(run('gaps', '--help').stdout).toContain('--lang vi|en|tyz');
  expect(run('gaps', '--lang', 'xx').stderr).toContain('vi, en, tyz');
  writeFileSync(path.join(copy, 'empty.csv'), 'site_id,name,lat,lng,technology,operator\n');
  expect(run('check', 'empty.csv', '--kind', 'sites', '--lang', 'tyz').stdout).toContain('TYZ-ISSUE.');
  const report = run('report', '--commune', '00715', '--lang', 'tyz').stdout;
  expect(report).toContain('<html lang="tyz"');
  expect(report).toContain('TYZ-REPORT');
  // What data say in Vietnamese and English alone, they say in Vietnamese.
  const provenance = JSON.parse(readFileSync(path.join(copy, 'public/data/provenance.json'), 'utf8')) as { file: string; what: { vi: string } }[];
  expect(report).toContain(provenance.find((p) => p.file === 'sites.csv')!.what.vi);
});

test('the page has it: in the address, on its button, and loaded part by part', async () => {
  const entry = path.join(copy, 'src/entry.ts');
  writeFileSync(entry, "export * from './strings';\nexport * from './state/view';\nexport * from './state/language';\n");
  await build({ root: copy, configFile: false, logLevel: 'error', build: { ssr: entry, outDir: 'out', rolldownOptions: { output: { entryFileNames: 'entry.mjs', chunkFileNames: '[name]-[hash].mjs' } } } });
  const page = (await import(/* @vite-ignore */ pathToFileURL(path.join(copy, 'out/entry.mjs')).href)) as typeof Texts & typeof Address & typeof Shown;
  expect(page.LANGUAGE_CODES).toEqual(['vi', 'en', 'tyz']);
  expect(page.localeOf('tyz').switchTo).toBe('Tyz!');
  expect(page.hashToView('#lang=tyz').language).toBe('tyz');
  expect(page.hashToView('#lang=xx').language).toBe('vi');

  await page.followLanguage();
  expect(page.lang.value.code).toBe('vi');
  page.updateView({ language: 'tyz' });
  await expect.poll(() => page.lang.value.code).toBe('tyz');
  expect(page.lang.value.text.appTitle).toMatch(/^TYZ-PAGE/);
  expect((await page.laterText('report')).title).toBe('TYZ-REPORT');

  // The first script has Vietnamese alone, and of it what the page shows; each part of each language is a file of its own.
  const files = readdirSync(path.join(copy, 'out/'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.mjs'));
  const having = (text: string) => files.filter((name) => readFileSync(path.join(copy, 'out', name), 'utf8').includes(text)).map((name) => path.basename(name).replace(/-.*/, ''));
  expect(having('TYZ-PAGE')).toEqual(['tyz']);
  expect(having('TYZ-ISSUE')).toEqual(['tyz']);
  expect(having('TYZ-REPORT')).toEqual(['tyz']);
  expect(having('TYZ-COMMAND')).toEqual([]);
  expect(having('vùng lõm sóng Hà Giang')).toEqual(['entry.mjs']);
  expect(having('Nơi nhận:')).toEqual(['vi']);
  expect(files.filter((name) => path.basename(name).startsWith('tyz-'))).toHaveLength(3);
});
