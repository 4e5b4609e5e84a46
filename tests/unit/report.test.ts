/** Documents: well-formed, self-contained, with the figures that `gaps` gives. */
import { type Document, DOMParser, type Element } from '@xmldom/xmldom';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportRecord } from '../../src/core/report-record';
import { language } from '../../src/strings/every-language';
import { run } from './cli-run';

const text = language('vi').report;
const { format } = language('vi');

/** The document, strictly read as XML. */
function parsed(source: string): Document {
  return new DOMParser({ onError: (level, message) => { throw new Error(`${level}: ${message}`); } }).parseFromString(source, 'application/xhtml+xml');
}

const all = (at: Document | Element, tag: string) => [...at.getElementsByTagName(tag)];
const withClass = (at: Document | Element, tag: string, name: string) => all(at, tag).filter((e) => (e.getAttribute('class') ?? '').split(' ').includes(name));
const words = (at: Document | Element) => (at.nodeType === 9 ? (at as Document).documentElement! : at).textContent!.replace(/\s+/g, ' ');
const tables = (document: Document) => all(document, 'table').map((table) => all(table, 'tr').map((row) => [...all(row, 'th'), ...all(row, 'td')].map((cell) => words(cell))));

async function documentOf(...args: string[]): Promise<Document> {
  const { stdout, status } = await run(['report', ...args]);
  expect(status).toBe(0);
  return parsed(stdout);
}

const own = {
  'communes.json': JSON.stringify({
    type: 'FeatureCollection',
    features: [['90000', 'Xã <A> & "B"', 105], ['90001', 'Xã Kề', 105.3]].map(([code, name, west]) => ({
      type: 'Feature', properties: { code, name, population: 1000 },
      geometry: { type: 'Polygon', coordinates: [[[west, 23], [(west as number) + 0.3, 23], [(west as number) + 0.3, 23.3], [west, 23.3], [west, 23]]] },
    })),
  }),
  'sites.csv': 'site_id,name,lat,lng,technology,operator\nS1,"Trạm <1> & ""2""",23.1,105.1,4G,"Mạng <x>"\nS2,hai,23.2,105.4,2G,Mạng & y\n',
  'hamlets.csv': 'locality_id,name,commune_code,lat,lng,population,households,has_electricity,reported_state,reported_at\nH1,"Bản <i>một</i> & \'hai\'",90000,23.28,105.28,80,20,0,trang,2026-01-12\nH2,Bản hai,90000,23.1,105.101,50,10,1,trang,2026-01-12\nH3,Bản ba,90000,23.1,105.12,,,,,\n',
};
const ownArgs = ['--communes', 'communes.json', '--sites', 'sites.csv', '--localities', 'hamlets.csv'];

describe('a document of every commune', () => {
  let files: { name: string; source: string; document: Document }[];
  beforeAll(async () => {
    const result = await run(['report', '--all', '--out', 'docs/', '--date', '2026-02-05']);
    expect([result.status, result.folders]).toEqual([0, ['docs/']]);
    files = Object.entries(result.written as Record<string, string>).map(([name, source]) => ({ name, source, document: parsed(source) }));
  }, 60_000);

  test('73 files named by code and name', () => {
    expect(files).toHaveLength(73);
    expect(files.map(({ name }) => name)).toContain('docs/00715-xa-lung-cu.html');
  });

  test('are XML, ask for nothing, run nothing', () => {
    for (const { source, document } of files) {
      expect(all(document, 'script')).toEqual([]);
      expect([...source.matchAll(/(?:https?:)?\/\/[\w.]+/g)].map((m) => m[0]).filter((url) => !url.endsWith('//www.w3.org'))).toEqual([]);
      expect([...source.matchAll(/(?:src|href)=/g)]).toEqual([]);
      expect([...source.matchAll(/url\((?!#)/g)]).toEqual([]);
      const ids = all(document, '*').map((e) => e.getAttribute('id')).filter(Boolean);
      expect(new Set(ids).size).toBe(ids.length);
      expect(source).not.toMatch(/undefined|NaN|\[object|null</);
    }
  });

  test('have the fixed parts of an official document', () => {
    for (const { document } of files) {
      const said = words(document);
      for (const part of [text.nation, text.motto, text.superior, text.number, text.reportSign, text.title, text.recipientsTitle, text.authority, text.position]) expect(said).toContain(part);
      expect(said).toContain('ngày 05 tháng 02 năm 2026');
      expect(said).toContain('mô phỏng');
      expect(said).toContain('chưa xét địa hình');
    }
  });

  test('say what gaps says', async () => {
    const rows = (await run(['gaps', '--technology', '2G,3G,4G'])).rows();
    const hamlets = rows.filter((r) => r.technology === 'any');
    for (const { name, document } of files) {
      const code = /docs\/(\d{5})/.exec(name)![1]!;
      const found = tables(document);
      for (const technology of ['2G', '3G', '4G'] as const) {
        const row = rows.find((r) => r.code === code && r.technology === technology)!;
        const line = found.flat().find((cells) => cells[0] === technology && cells.length === 8)!;
        expect(line.slice(1).map((cell) => cell.replace('*', ''))).toEqual([
          format.percent(row.coveredKm2! / row.areaKm2), format.percent(1 - row.populationGap! / row.population!), format.percent(1 - row.localitiesTrang! / row.localities!),
          ...[row.localitiesTrang!, row.localitiesLom!, row.bts!, row.sites!].map((n) => format.number(n)),
        ].map((cell) => cell.replace(/\s+/g, ' ')));
      }
      const together = hamlets.find((r) => r.code === code)!;
      const list = withClass(document, 'table', 'hamlets')[0]!;
      expect(all(list, 'tr')).toHaveLength(together.localities! + 1);
      expect(all(list, 'tr').filter((row) => words(row).includes(text.hamlets.states.trang)).length).toBe(together.localitiesTrang);
    }
  });

  test('every modelled figure of a table is marked', () => {
    for (const { document } of files.slice(0, 5)) {
      const table = withClass(document, 'table', 'data')[0]!;
      const cells = all(table, 'td').filter((cell) => /\d/.test(words(cell)));
      expect(cells.length).toBeGreaterThan(30);
      expect(cells.every((cell) => withClass(cell, 'span', 'mark').length === 1)).toBe(true);
    }
  });
});

describe('names are text', () => {
  test('of communes, stations, operators and hamlets', async () => {
    const { stdout, status } = await run(['report', '--commune', '90000', ...ownArgs], own);
    expect(status).toBe(0);
    const document = parsed(stdout);
    const said = words(document);
    for (const name of ['Xã <A> & "B"', 'Mạng <x>', 'Mạng & y', 'Bản <i>một</i> & \'hai\'']) expect(said).toContain(name);
    expect(said).toContain('UBND XÃ <A> & "B"');
    expect(all(document, 'i')).toEqual([]);
  });

  test('own data carry no mark of modelled ones, reported stands beside computed', async () => {
    const { stdout } = await run(['report', '--commune', '90000', ...ownArgs], own);
    const document = parsed(stdout);
    expect(withClass(document, 'span', 'mark')).toEqual([]);
    const list = tables(document).find((rows) => rows[0]!.includes(text.hamlets.reported))!;
    const { states } = text.hamlets;
    const at = (column: string) => list[0]!.indexOf(column);
    // The row's head comes first among the cells, before its number.
    const name = (row: string[]) => row[0]!;
    expect(list.slice(1).map((row) => [name(row), row[at(text.hamlets.state)], row[at(text.hamlets.reported)]])).toEqual([
      ["Bản <i>một</i> & 'hai'", states.trang, states.trang], ['Bản ba', states.lom, text.none], ['Bản hai', states.covered, states.trang],
    ]);
    const said = words(document);
    expect(said).toContain(text.hamlets.disagree('1'));
    expect(said).not.toContain(text.centres.fibreDerived);
  });

  test('communes of another province have no superior named, no offices of this one', async () => {
    const { stdout } = await run(['report', '--commune', '90001', ...ownArgs, '--technology', '4G,5G'], own);
    const said = words(parsed(stdout));
    expect(said).not.toMatch(/Tuyên Quang|TUYÊN QUANG/);
    expect(said).toContain('không có sóng 4G của mọi nhà mạng');
    expect(said).toContain(language('vi').page.overview.withoutData('5G'));
  });

  test('where readings say nothing, neither hamlets nor centres are said to lack signal', async () => {
    const readings = `lat,lng,technology,signal_dbm,operator\n${'23.1,105.1,4G,-80,Viettel\n'.repeat(3)}`;
    const files = { ...own, 'm.csv': readings };
    const known = words(parsed((await run(['report', '--commune', '90000', ...ownArgs, '--measurements', 'm.csv'], files)).stdout));
    expect(known).toContain(`${text.state.unknownHamlets('3')}.`);
    expect(known).not.toContain(text.state.noHamlets);
    const near = `lat,lng,technology,signal_dbm,operator\n${'22.6,104.6,4G,-80,Viettel\n'.repeat(3)}`;
    const document = parsed((await run(['report', '--commune', '01144', '--measurements', 'm.csv'], { 'm.csv': near })).stdout);
    const centre = tables(document).flat().find((row) => row[0] === 'Xã Quảng Nguyên')!;
    expect(centre).toContain(text.noData);
    expect(centre).not.toContain(text.centres.noSignal);
  });

  test('two communes in one file', async () => {
    const { written } = await run(['report', '--all', ...ownArgs, '--out', 'both.html'], own);
    const document = parsed(written['both.html'] as string);
    expect(withClass(document, 'section', 'sheet')).toHaveLength(8);
    expect(all(document, 'svg').filter((svg) => svg.getAttribute('class') === 'map')).toHaveLength(2);
  });
});

describe('letters', () => {
  test.each(['reply', 'request'] as const)('%s names the hamlets without signal and how to count them again', async (kind) => {
    const document = await documentOf('--commune', '01144', '--letter', kind, '--off', '2G');
    const said = words(document);
    expect(said).toContain(text.letter[kind].about('xã Quảng Nguyên'));
    expect(said).toContain('npx lomsong gaps --commune 01144 --technology 2G,3G,4G --off 2G --format json');
    const row = (await run(['gaps', '--commune', '01144', '--off', '2G'])).rows().find((r) => r.technology === 'any')!;
    expect(said).toContain(`${row.localitiesTrang} thôn chưa có sóng 3G/4G`);
    expect(said).toContain(`populationGap = ${format.number(row.populationGap!)}`);
    expect(said).toContain(text.letter.official);
  });

  test('every hamlet, distance and the largest gap named in a letter stands where its receipt says', async () => {
    const said = words(await documentOf('--commune', '01144', '--letter', 'reply', '--off', '2G'));
    const command = 'report --commune 01144 --technology 2G,3G,4G --off 2G --format json';
    expect(said).toContain(`npx lomsong ${command}`);
    const record = JSON.parse((await run(command.split(' '))).stdout) as ReportRecord;
    const named = record.hamlets.filter((h) => h.state === 'trang').slice(0, 12);
    for (const { localityId, population, nearestMast } of named) {
      expect(said).toContain(`hamlets[localityId="${localityId}"]: population = ${format.number(population!)}; nearestMast.km = ${format.number(nearestMast!.km, 3)}`);
    }
    expect(named.length).toBeGreaterThan(0);
    const [largest] = record.largestGaps;
    expect(said).toContain(`largestGaps[number=1]: areaKm2 = ${format.number(largest!.areaKm2, 3)}`);
    expect(said).toContain(`nearestFibre.km = ${format.number(largest!.nearestFibre!.km, 3)}`);
  });

  test('without hamlets it speaks of the land alone', async () => {
    const { stdout } = await run(['report', '--commune', '90001', '--letter', 'request', '--communes', 'communes.json', '--sites', 'sites.csv'], own);
    const said = words(parsed(stdout));
    expect(said).not.toContain(text.letter.noneMissing('2G/4G'));
    expect(said).toContain(text.letter.addressee);
  });
});

describe('the province', () => {
  test('every commune and their sum', async () => {
    const document = await documentOf('--province');
    const rows = withClass(document, 'table', 'communes').flatMap((table) => all(table, 'tr'));
    expect(rows).toHaveLength(1 + 73 + 1);
    const cells = [...all(rows.at(-1)!, 'td')].map((cell) => words(cell));
    expect(cells.slice(1, 2)).toEqual(['7.928,0']);
    expect(cells).toContain('2.418*');
  });

  test('the reported share beside the computed: what was fitted claims no agreement, unless other radii undo the fit', async () => {
    const fitted = language('vi').page.report.fitted;
    const rowOf = (document: Document) => tables(document).flat().find((row) => row[0] === text.provinceTable.meanings.any)!;
    const cells = rowOf(await documentOf('--province'));
    expect(cells[3]).toContain(fitted);
    expect(cells.slice(1, 3).every((cell) => /lệch/.test(cell) && !cell.includes(fitted))).toBe(true);
    expect(rowOf(await documentOf('--province', '--radius', '4G=3km'))[3]).not.toContain(fitted);
  });
});

describe('the office’s own words', () => {
  test('stand in their places; what is not given is a blank to fill', async () => {
    const form = { number: '12', place: 'Cột Cờ', position: 'PHÓ CHỦ TỊCH', authority: 'KT. CHỦ TỊCH', signer: 'Nguyễn Văn A', recipients: ['- Một;', '- Hai.'], proposals: 'Đề nghị <xem xét>' };
    const { stdout } = await run(['report', '--commune', 'Lũng Cú', '--form', 'f.json'], { 'f.json': JSON.stringify(form) });
    const fields = withClass(parsed(stdout), 'span', 'field').map((field) => [field.getAttribute('aria-label'), field.textContent]);
    expect(Object.fromEntries(fields)).toMatchObject({ 'Số': '12', 'Chức vụ': 'PHÓ CHỦ TỊCH', 'Họ và tên người ký': 'Nguyễn Văn A', 'Đề xuất, kiến nghị': 'Đề nghị <xem xét>', 'Địa danh, ngày tháng': 'Cột Cờ, ngày 24 tháng 11 năm 2026' });
    expect(fields.filter(([label]) => label === 'Nơi nhận').map(([, value]) => value)).toEqual(['- Một;', '- Hai.']);
    const blank = withClass(await documentOf('--commune', '00715'), 'span', 'field').filter((field) => field.textContent === '');
    expect(blank.map((field) => field.getAttribute('aria-label'))).toEqual(['Số', 'Đề xuất, kiến nghị', 'Họ và tên người ký']);
    expect(blank.every((field) => field.getAttribute('contenteditable') === 'true')).toBe(true);
  });

  test('in English as well', async () => {
    const document = await documentOf('--commune', '00715', '--lang', 'en');
    expect(document.documentElement!.getAttribute('lang')).toBe('en');
    expect(words(document)).toContain(language('en').report.title);
    expect(words(document)).not.toMatch(/Không|thôn trắng/);
  });
});

describe('wrong usage', () => {
  test.each([
    [['report'], '--commune'],
    [['report', '--all'], '--out'],
    [['report', '--province', '--letter', 'reply'], '--letter'],
    [['report', '--commune', '00000'], '00000'],
    [['report', '--commune', '00715', '--letter', 'poem'], 'poem'],
    [['report', '--commune', '00715', '--date', '2026-02-30'], '2026-02-30'],
    [['report', '--commune', '00715', '--form', 'none.json'], 'none.json'],
    [['report', '--commune', '00715', '--format', 'pdf'], '--format'],
    [['gaps', '--letter', 'reply'], '--letter'],
    [['report', '--commune', '00715', 'file.csv'], 'file.csv'],
  ])('%j', async (args, word) => {
    const result = await run(args);
    expect([result.status, result.stdout]).toEqual([2, '']);
    expect(result.stderr).toContain(word);
  });

  test.each([['{', 'f.json'], ['[]', 'f.json'], ['{"nubmer":"1"}', 'nubmer'], ['{"number":1}', 'number'], ['{"recipients":"x"}', 'recipients']])('the form %s', async (source, word) => {
    const result = await run(['report', '--commune', '00715', '--form', 'f.json'], { 'f.json': source });
    expect([result.status, result.stdout]).toEqual([2, '']);
    expect(result.stderr).toContain(word);
  });
});
