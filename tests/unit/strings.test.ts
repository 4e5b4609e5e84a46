/** Text for people: whole in every language, used, translated, and nowhere but in `src/strings`. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/core/fold';
import { FIRST_LANGUAGE, type Language, language, LANGUAGE_CODES } from '../../src/strings/every-language';
import { findBareNumbers, findUnused } from './source-types';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const PARTS = ['locale', 'page', 'issues', 'report', 'start', 'cli'] as const;

/** Every string and sentence of a language by its path. */
function leavesOf(of: Language): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  const walk = (value: unknown, name: string): void => {
    if (typeof value !== 'object' || value === null || value instanceof RegExp) leaves.set(name, value);
    else for (const [key, part] of Object.entries(value)) walk(part, `${name}.${key}`);
  };
  for (const part of PARTS) walk(of[part], part);
  return leaves;
}

const vietnamese = leavesOf(language(FIRST_LANGUAGE));
const others = LANGUAGE_CODES.filter((code) => code !== FIRST_LANGUAGE);

describe.each(others)('%s', (code) => {
  const leaves = leavesOf(language(code));

  test('has every string that Vietnamese has, with the same gaps to fill', () => {
    expect([...leaves.keys()].sort()).toEqual([...vietnamese.keys()].sort());
    const kind = (value: unknown) => (typeof value === 'function' ? `takes ${value.length}` : typeof value);
    const different = [...leaves].filter(([name, value]) => kind(value) !== kind(vietnamese.get(name)) && !mayIgnore(value, vietnamese.get(name)));
    expect(different.map(([name]) => name)).toEqual([]);
  });

  test('has no string left as it is in Vietnamese', () => {
    const same = [...leaves].filter(([name, value]) => {
      const said = sayBoth(value, vietnamese.get(name));
      return said !== null && said[0] === said[1] && /\p{L}/u.test(said[0].replace(SAME_IN_EVERY_LANGUAGE, ''));
    });
    expect(same.map(([name, value]) => `${name}: ${String(value)}`)).toEqual([]);
  });
});

/** A sentence may leave out what another language has to say, such as a number before a plural; it cannot ask for more. */
function mayIgnore(value: unknown, model: unknown): boolean {
  return typeof value === 'function' && typeof model === 'function' && value.length < model.length;
}

/** Names, codes, units, terms of Vietnamese offices, and gaps that are filled. */
const SAME_IN_EVERY_LANGUAGE = /‹[^›]*›|Lõm Sóng|Hà Giang|Tuyên Quang|BTS|WGS 84|VN-2000|UTM 48N|EPSG:\d+|\/BC-UBND|\/UBND-VP|\bmast=…|dBm|km²|\bkm\b|\bm\b|\bdB\b|\bradius\b|\b[XY]\b|trắng|lõm/g;

/** Both sentences with the same words in their gaps; null where they take more than words. */
function sayBoth(value: unknown, model: unknown): [string, string] | null {
  if (typeof value === 'string' && typeof model === 'string') return [value, model];
  if (typeof value !== 'function' || typeof model !== 'function') return null;
  const words = Array.from({ length: Math.max(value.length, model.length) }, (_, i) => `‹${i}›`);
  try {
    const [said, modelled] = [value(...words), model(...words)];
    return typeof said === 'string' && typeof modelled === 'string' ? [said, modelled] : null;
  } catch {
    return null;
  }
}

describe('words of one language in another', () => {
  /** Proper names, and terms of Vietnamese law and offices that have no English word. */
  const NAMES = /Lõm Sóng|Hà Giang|Tuyên Quang|TUYÊN QUANG|Lũng Cú|[Tt]rắng(?: sóng)?|[Ll]õm(?: sóng)?|NĐ-CP|xã\|phường\|thị trấn\|đặc khu|"Vĩ độ"/g;

  test('English has no Vietnamese but proper names and official terms', () => {
    const left = textsOf(path.join(src, 'strings/en.ts')).filter((text) => /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1ef9]/.test(text.normalize('NFC').replace(NAMES, '')));
    expect(left).toEqual([]);
  });

  test('Vietnamese has no English', () => {
    const english = /\b(the|of|and|with|is|are|not|by|from|without|which|their|signal|commune|hamlet|coverage|stations?)\b/i;
    // Names of fields, options and commands are the same in every language.
    const code = /--[\w-]+|"[\w-]+"|[\w-]+=\S*|\b(?:npx )?lomsong \w+|\w+(?:\|\w+)+|\w+(?:, \w+){2,}/g;
    expect(textsOf(path.join(src, 'strings/vi.ts')).filter((text) => english.test(text.replace(code, '')))).toEqual([]);
  });
});

test('every string is used somewhere', () => {
  const { all, unused } = findUnused();
  expect(unused).toEqual([]);
  expect(all.length).toBeGreaterThan(900);
});

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

describe('nothing is said outside src/strings', () => {
  /** Signs, units and the marks of the buttons for text size. */
  const SIGNS = /\bkm²|\bkm\b|\bm\b|\bdBm\b|\bA[−+]?(?=\s|$)/g;
  const SAID = /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|summary)$/;
  const said = files
    .filter((name) => /^(?:ui|map|report)[\\/]|^main/.test(name))
    .map((name) => [name, spoken(path.join(src, name))] as const);

  test.each(said)('%s', (_, texts) => {
    expect(texts.filter((text) => /\p{L}{2}/u.test(text.replace(SIGNS, '')))).toEqual([]);
  });

  /** Text in markup, in attributes that are read out, and in what is set as such by hand. */
  function spoken(file: string): string[] {
    const found: string[] = [];
    visit(file, (node, parent) => {
      if (node.type === 'JSXText') found.push(node.value);
      if (node.type === 'JSXAttribute' && SAID.test(node.name.name)) found.push(...literals(node.value));
      if (node.type === 'JSXExpressionContainer' && parent.type === 'JSXElement') found.push(...literals(node.expression));
      if (node.type === 'AssignmentExpression' && /^(?:textContent|innerText|title|ariaLabel|placeholder|alt)$/.test(node.left.property?.name ?? '')) found.push(...literals(node.right));
      if (node.type === 'CallExpression' && node.callee.property?.name === 'setAttribute' && SAID.test(node.arguments[0]?.value ?? '')) found.push(...literals(node.arguments[1]));
      if (node.type === 'CallExpression' && node.callee.property?.name === 'fillText') found.push(...literals(node.arguments[0]));
      // Markup of the printed documents: what is left without its tags.
      if (node.type === 'TaggedTemplateExpression') found.push(node.quasi.quasis.map((q: Node) => q.value.cooked).join('\u0000').replace(/<[^>]*>/g, '\u0000'));
    });
    return found.flatMap((text) => text.split('\u0000')).map((text) => text.trim());
  }

  /** What an expression can be as text, as far as it is written there. */
  function literals(node: Node | null): string[] {
    if (!node) return [];
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'string' ? [node.value] : [];
      case 'TemplateLiteral':
        return node.quasis.map((q: Node) => q.value.cooked);
      case 'JSXExpressionContainer':
        return literals(node.expression);
      case 'ConditionalExpression':
        return [...literals(node.consequent), ...literals(node.alternate)];
      case 'LogicalExpression':
      case 'BinaryExpression':
        return ['&&', '||', '??', '+'].includes(node.operator) ? [...(node.operator === '&&' ? [] : literals(node.left)), ...literals(node.right)] : [];
      default:
        return [];
    }
  }
});

describe('nor in what makes the page, nor in what goes wrong', () => {
  const root = path.join(src, '..');
  /** A word with a letter that only Vietnamese has of the languages here. */
  const VIETNAMESE = /(?=\p{L}{2})\p{L}*[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]\p{L}*/u;
  /** The name of the page and of the province, kinds of communes as they stand in data, and letters that a font is tried with. */
  const NAMES = /Lõm Sóng|Hà Giang|^(?:xã|phường|thị trấn|Aa1đơưạế)$/g;
  const sources = [
    ...files.filter((name) => !/^strings[\\/]/.test(name)).map((name) => path.join(src, name)),
    ...readdirSync(path.join(root, 'build')).map((name) => path.join(root, 'build', name)),
  ];
  const vietnameseIn = (texts: readonly string[]) => texts.filter((text) => VIETNAMESE.test(text.normalize('NFC').replace(NAMES, '')));

  test('no source outside src/strings has Vietnamese words', () => {
    expect(vietnameseIn(['Không tải được', 'đất', 'ÿØÿ', 'ÐÏ\u0011à', 'a page of Hà Giang'])).toEqual(['Không tải được', 'đất']);
    const found = sources.flatMap((file) => vietnameseIn(writtenIn(file)).map((text) => `${path.relative(root, file)}: ${text}`));
    expect(found).toEqual([]);
  });

  test('the markup of the page has no text of its own, and nothing else of public/ is text for people', () => {
    const html = readFileSync(path.join(root, 'index.html'), 'utf8');
    const texts = [html.replace(/<[^>]*>/g, ' '), ...[...html.matchAll(/\b(?:content|title|alt|aria-label)="([^"]*)"/g)].map(([, text]) => text!)];
    expect(texts.filter((text) => /\p{L}{2,} \p{L}{2,}/u.test(text) && !/^(?:light dark|width=)/.test(text))).toEqual([]);
    expect(html.replace(/<[^>]*>/g, '').trim()).toBe('');
    expect(readdirSync(path.join(root, 'public')).filter((name) => /webmanifest|html$/.test(name))).toEqual([]);
  });

  test('the markup and the manifest have text in the first language, sentences for everyone in each', async () => {
    const { inEveryLanguage, manifest, withText } = await import('../../build/page-text');
    const { page, start } = language(FIRST_LANGUAGE);
    const html = await withText(readFileSync(path.join(root, 'index.html'), 'utf8'));
    expect(html).toContain(`<html lang="${FIRST_LANGUAGE}">`);
    expect(html).toContain(`<title>${page.appTitle}</title>`);
    expect(html).toContain(`content="${start.about}"`);
    for (const code of LANGUAGE_CODES) {
      expect(html).toContain(`<p lang="${code}">${language(code).start.noScript}</p>`);
      expect(await inEveryLanguage('tooOld')).toContain(`<p lang="${code}">${language(code).start.tooOld}</p>`);
    }
    expect(JSON.parse(await manifest())).toMatchObject({ name: page.appTitle, short_name: page.appName, description: start.about, lang: FIRST_LANGUAGE });
  });

  test('what goes wrong is shown by its code: the words of an error stand nowhere else', () => {
    // Where an error is told to the console, or to whoever asked the worker.
    const apart = ['state/store.ts', 'ui/Later.tsx', 'ui/MapPane.tsx'].map((name) => path.normalize(name));
    const found = files.filter((name) => /^(?:state|ui)[\\/]/.test(name) && !apart.includes(name) && /\b(?:error|cause|reason)\w*\.message\b|String\((?:error|cause|reason)\)/.test(readFileSync(path.join(src, name), 'utf8')));
    expect(found).toEqual([]);
  });

  test('state and worker write no sentence but into errors', () => {
    const found = files.filter((name) => /^(?:state|worker)[\\/]/.test(name)).flatMap((name) => sentences(path.join(src, name)).map((text) => `${name}: ${text}`));
    expect(found).toEqual([]);
  });

  /** Three words and more that are written outside of what is thrown, or told to the console of a store that is gone. */
  function sentences(file: string): string[] {
    const inside = new Set<Node>();
    const found: string[] = [];
    visit(file, (node, parent) => {
      if (inside.has(parent) || (/^(?:New|Call)Expression$/.test(node.type) && /Error$|^Failure$|^onGone$/.test(node.callee.name ?? ''))) inside.add(node);
      const text = node.type === 'TemplateElement' ? node.value.cooked : node.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
      if (!inside.has(node) && /\p{L}{2,} \p{L}{2,} \p{L}{2,}/u.test(text)) found.push(text);
    });
    return found;
  }
});

describe('numbers, dates and order are those of the language', () => {
  test('no other form of numbers, dates or order is used', () => {
    const own = /\.(?:toFixed|toPrecision|toLocale\w+|localeCompare)\(|\bIntl\./;
    // Not for reading: the address of a view, the path of a curve, figures packed for the way.
    const forMachines = ['state/view.ts', 'ui/NextMastsList.tsx', 'worker/first-view.ts'].map((name) => path.normalize(name));
    const found = files.filter((name) => !/^strings[\\/]/.test(name) && !forMachines.includes(name) && own.test(readFileSync(path.join(src, name), 'utf8')));
    expect(found).toEqual([]);
  });

  test('no number is shown as the machine writes it', () => {
    expect(findBareNumbers()).toEqual([]);
  });

  test.each([
    ['vi', 98.6, '98,6', '24/11/2026', '11/2026', '1.234,50'],
    ['en', 98.6, '98.6', '24 November 2026', 'November 2026', '1,234.50'],
  ])('%s', (code, value, told, day, month, grouped) => {
    const { format } = language(code);
    expect([format.number(value, 1), format.date('2026-11-24'), format.date('2026-11'), format.date('2026'), format.number(1234.5, 2)]).toEqual([told, day, month, '2026', grouped]);
  });
});

describe('Vietnamese alphabetical order', () => {
  const { compare } = language('vi').format;
  const shuffles = (list: readonly string[]) => [[...list].reverse(), [...list.slice(3), ...list.slice(0, 3)], list.flatMap((item, i) => (i % 2 ? [item] : [])).concat(list.filter((_, i) => i % 2 === 0))];

  test.each([
    ['the alphabet', ['a', 'ă', 'â', 'b', 'c', 'd', 'đ', 'e', 'ê', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'ô', 'ơ', 'p', 'q', 'r', 's', 't', 'u', 'ư', 'v', 'x', 'y']],
    ['tones: level, huyền, hỏi, ngã, sắc, nặng', ['Ca', 'Cà', 'Cả', 'Cã', 'Cá', 'Cạ']],
    ['letters go before tones', ['Lạng', 'Lăng', 'Lâm']],
    ['đ after all of d', ['Du Già', 'Du Tiến', 'Đồng Tâm', 'Đồng Văn', 'Đường Thượng']],
    ['ê after all of e, ư after all of u', ['Vẽ', 'Về', 'Vu', 'Vư']],
    ['communes of the province', ['Bạch Đích', 'Bắc Mê', 'Bắc Quang', 'Cán Tỷ', 'Lũng Cú', 'Lũng Phìn', 'Mèo Vạc', 'Nậm Dịch', 'Nghĩa Thuận', 'Ngọc Đường', 'Niêm Sơn', 'Phó Bảng', 'Quản Bạ', 'Sà Phìn', 'Thàng Tín', 'Xín Mần', 'Yên Minh']],
    ['numbers by value', ['Thôn 2', 'Thôn 10', 'Thôn 10A']],
  ])('%s', (_, inOrder) => {
    for (const mixed of shuffles(inOrder)) {
      expect([...mixed].sort(compare)).toEqual(inOrder);
      // Names that come with accents apart from their letters stand in the same places.
      expect(mixed.map((name) => name.normalize('NFD')).sort(compare).map((name) => name.normalize('NFC'))).toEqual(inOrder);
    }
  });

  test('a search finds a name without accents, however its letters are coded', () => {
    for (const name of ['Đồng Văn', 'Mèo Vạc', 'Đường Thượng']) expect([fold(name), fold(name.normalize('NFD'))]).toEqual([fold(fold(name)), fold(name)]);
    expect(fold('Đồng Văn')).toBe('dong van');
  });
});

/** A syntax tree of whatever shape. */
type Node = any;

function visit(file: string, look: (node: Node, parent: Node) => void): void {
  const walk = (node: Node, parent: Node): void => {
    if (Array.isArray(node)) return node.forEach((part) => walk(part, parent));
    if (!node || typeof node !== 'object') return;
    if (typeof node.type === 'string') look(node, parent);
    for (const part of Object.values(node)) walk(part, typeof node.type === 'string' ? node : parent);
  };
  walk(parseSync(file, readFileSync(file, 'utf8')).program.body, null);
}

/** All literals of a file. */
function writtenIn(file: string): string[] {
  const found: string[] = [];
  visit(file, (node) => {
    if (node.type === 'TemplateElement') found.push(node.value.cooked);
    if (node.type === 'JSXText') found.push(node.value);
    if (node.type === 'Literal') found.push(node.regex?.pattern ?? String(node.value));
  });
  return found;
}

/** Literals of a language's file: what it says. */
function textsOf(file: string): string[] {
  const found: string[] = [];
  visit(file, (node, parent) => {
    if (node.type === 'TemplateElement') found.push(node.value.cooked);
    if (node.type === 'Literal' && node.regex) found.push(node.regex.pattern);
    if (node.type === 'Literal' && typeof node.value === 'string' && !(parent?.type === 'Property' && parent.key === node) && !['ImportDeclaration', 'BinaryExpression'].includes(parent?.type)) found.push(node.value);
  });
  return found;
}
