/** The rules of the house: which folder may import which, where text and the map library may stand. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const src = new URL('../../src', import.meta.url).pathname;

function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? filesOf(file) : /\.tsx?$/.test(name) ? [file] : [];
  });
}

/** What each folder may import besides itself. Text may be used by whoever shows it. */
const MAY_IMPORT: Record<string, string[]> = {
  core: [],
  formats: ['core'],
  strings: ['core'],
  style: ['core'],
  worker: ['core', 'formats'],
  // The scene is plain data that `style` describes; text is chosen by the language in view.
  state: ['core', 'formats', 'worker', 'style', 'strings', 'offline'],
  map: ['core', 'style', 'state'],
  report: ['core', 'formats', 'style', 'strings'],
  ui: ['core', 'formats', 'worker', 'state', 'style', 'strings', 'map', 'report'],
  // What it watches over must not be what it is made of.
  offline: ['strings'],
  cli: ['core', 'formats', 'strings', 'report'],
  '.': ['ui', 'state'],
};

const files = filesOf(src).map((file) => {
  const text = readFileSync(file, 'utf8');
  const name = path.relative(src, file);
  return { name, folder: name.includes(path.sep) ? name.split(path.sep)[0]! : '.', text, code: withoutComments(text) };
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

const importsOf = (text: string) => [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => m[1]!);

describe('imports go one way', () => {
  test.each(files.map((f) => [f.name, f] as const))('%s', (_, file) => {
    const foreign = importsOf(file.text)
      .filter((to) => to.startsWith('.'))
      .map((to) => path.relative(src, path.resolve(src, path.dirname(file.name), to)))
      .map((to) => (to.includes(path.sep) ? to.split(path.sep)[0]! : to in MAY_IMPORT ? to : '.'))
      .filter((folder) => folder !== file.folder && !MAY_IMPORT[file.folder]!.includes(folder));
    expect(foreign).toEqual([]);
  });
});

test('core/model.ts imports nothing', () => {
  expect(importsOf(files.find((f) => f.name === path.join('core', 'model.ts'))!.text)).toEqual([]);
});

test('the core is pure: no page, network, clock or chance', () => {
  const impure = /\b(document|window|localStorage|fetch|XMLHttpRequest|setTimeout|Date\.now|new Date|performance|Math\.random|crypto|navigator|indexedDB|process)\b/;
  expect(files.filter((f) => f.folder === 'core' && impure.test(f.code)).map((f) => f.name)).toEqual([]);
});

test('the map library is imported in src/map alone', () => {
  expect(files.filter((f) => f.folder !== 'map' && importsOf(f.text).some((to) => to.startsWith('maplibre-gl'))).map((f) => f.name)).toEqual([]);
});

test('the page meets the map only through its types and a lazy import', () => {
  const eager = files.filter((f) => f.folder === 'ui' && /^import (?!type)[^;]*from '\.\.\/map'/m.test(f.text));
  expect(eager.map((f) => f.name)).toEqual([]);
});

test('text for people stands in src/strings alone', () => {
  const vietnamese = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i;
  const found = files
    .filter((f) => f.folder !== 'strings')
    // The name of the project is no sentence.
    .filter((f) => vietnamese.test(f.code.normalize('NFC').replaceAll('Lõm Sóng', '')));
  expect(found.map((f) => f.name)).toEqual([]);
});
