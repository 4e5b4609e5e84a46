/** The command's contract: sources, rows, formats, messages and exit statuses. Runs `main` itself; the golden test runs the real file. */
import { execFileSync, spawnSync } from 'node:child_process';
import readXlsxFile from 'read-excel-file/universal';
import { beforeAll, describe, expect, test } from 'vitest';
import { distanceMeters } from '../../src/core/geodesic';
import type { GapRow } from '../../src/core/model';
import { data, run } from './cli-run';
import { workbook } from './made-up-files';

const FIELDS = [
  'code', 'name', 'technology', 'operator', 'state', 'withoutData', 'areaKm2', 'coveredKm2', 'gapKm2', 'noDataKm2', 'gapShare', 'bts', 'sites', 'largestGapKm2',
  'largestGapPoint', 'nearestSiteKm', 'nearestFibreKm', 'population', 'populationGap', 'populationLom', 'populationMissing', 'populationBasis', 'localities',
  'localitiesTrang', 'localitiesLom', 'source', 'bundled',
];

const SITES = `site_id,name,lat,lng,technology,operator,status
S1,Một,23.10,105.10,4G,Viettel,
S1,Một,23.10,105.10,2G,Viettel,active
S2,Hai,23.20,105.20,4G,MobiFone,active
S2,Hai,23.20,105.20,3G,MobiFone,planned
`;
const COMMUNES = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { code: '90000', name: 'Xã Thử', population: 1000 }, geometry: { type: 'Polygon', coordinates: [[[105, 23], [105.3, 23], [105.3, 23.3], [105, 23.3], [105, 23]]] } },
  ],
});
const COVERAGE = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { technology: '4G', operator: 'Viettel' }, geometry: { type: 'Polygon', coordinates: [[[105, 23], [105.15, 23], [105.15, 23.3], [105, 23.3], [105, 23]]] } },
  ],
});
const own = { 'sites.csv': SITES, 'communes.json': COMMUNES, 'cov.json': COVERAGE };
const at = (...more: string[]) => ['gaps', '--sites', 'sites.csv', '--communes', 'communes.json', ...more];

describe('gaps on the bundled data', () => {
  let bundled: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    bundled = await run(['gaps']);
  });

  test('needs no argument, names the modelled stations on stderr, has every field in every row', async () => {
    expect(bundled.status).toBe(0);
    expect(bundled.stderr).toContain('mô phỏng');
    const rows = bundled.rows();
    expect(rows).toHaveLength(73 * 4);
    for (const row of rows) expect(Object.keys(row)).toEqual(FIELDS);
    expect(rows.every((r) => r.bundled && r.source.join() === 'modelled')).toBe(true);
  });

  test('counts what was reported, and the people of the census', async () => {
    const of = (technology: string, field: 'bts' | 'population') => bundled.rows().filter((r) => r.technology === technology).reduce((sum, r) => sum + r[field]!, 0);
    expect([of('2G', 'bts'), of('3G', 'bts'), of('4G', 'bts'), of('any', 'bts')]).toEqual([783, 932, 703, 2418]);
    expect(of('any', 'population')).toBe(854679);
  });

  test('the bundled claim is chosen by a word, and then counts no bundled stations or hamlets', async () => {
    const { status, stderr, rows } = await run(['gaps', '--coverage', 'bundled', '--by-operator']);
    expect(status).toBe(0);
    expect(stderr).not.toContain('trạm và thôn mô phỏng kèm theo');
    const c3g = rows().filter((r) => r.operator === 'Nhà mạng C' && r.technology === '3G');
    expect(c3g.map((r) => r.state)).toEqual(Array(73).fill('no-data'));
    expect(rows().every((r) => r.bts === null && r.localities === null && r.populationBasis === 'census-spread' && r.bundled)).toBe(true);
    expect(rows().find((r) => r.operator === 'Nhà mạng C' && r.technology === 'any')!.withoutData).toEqual(['3G']);
  });
});

describe('sources', () => {
  test('stations cover by the model; a planned one makes its pair a gap, not no data', async () => {
    const { status, rows } = await run(at(), own);
    expect(status).toBe(0);
    expect(rows().map((r) => [r.technology, r.state, r.bts, r.sites])).toEqual([['2G', 'partial', 1, 1], ['3G', 'gap', 0, 0], ['4G', 'partial', 2, 2], ['any', 'partial', 3, 2]]);
    expect(rows().every((r) => !r.bundled)).toBe(true);
    expect(rows()[0]).toMatchObject({ population: 1000, populationBasis: 'census-spread', populationLom: null, localities: null });
  });

  test('polygons win: stations then only count', async () => {
    const rows = (await run(at('--coverage', 'cov.json'), own)).rows();
    expect(rows.map((r) => [r.technology, r.source.join(), r.bts])).toEqual([['4G', 'claimed', 2], ['any', 'claimed', 2]]);
    expect(rows[0]!.gapShare).toBeCloseTo(0.5, 2);
  });

  test('mix takes polygons for the pairs they name and the model for the rest', async () => {
    const rows = (await run(at('--coverage', 'cov.json', '--mix', '--by-operator'), own)).rows();
    const row = (technology: string, operator: string) => rows.find((r) => r.technology === technology && r.operator === operator)!;
    expect(row('4G', 'Viettel').source).toEqual(['claimed']);
    expect(row('4G', 'MobiFone').source).toEqual(['modelled']);
    expect(row('4G', '*').source).toEqual(['claimed', 'modelled']);
    expect(row('2G', 'MobiFone').state).toBe('no-data');
  });

  test('operators together, whatever their case or code', async () => {
    const rows = (await run(at('--operator', 'mobifone,452-04', '--technology', '4G,5G'), own)).rows();
    expect(rows.map((r) => [r.technology, r.operator, r.state, r.withoutData.join()])).toEqual([
      ['4G', 'MobiFone+Viettel', 'partial', ''], ['5G', 'MobiFone+Viettel', 'no-data', '5G'], ['any', 'MobiFone+Viettel', 'partial', '5G'],
    ]);
    const unknown = await run(at('--operator', 'Ai đó'), own);
    expect(unknown.stderr).toContain('Ai đó');
    expect(unknown.rows().every((r) => r.state === 'no-data')).toBe(true);
  });

  test('readings cover by squares; of the rest nothing is known', async () => {
    const near = (lat: number, dbm: number, operator: string) => Array.from({ length: 3 }, (_, i) => `${lat + i * 1e-5},105.1,4G,${dbm},${operator}`).join('\n');
    const readings = `lat,lng,technology,signal_dbm,operator\n${near(23.1, -90, 'Viettel')}\n${near(23.2, -120, 'Viettel')}\n${near(23.25, -80, '')}\n`;
    const rows = (await run(at('--measurements', 'm.csv', '--by-operator'), { ...own, 'm.csv': readings })).rows();
    const row = (technology: string, operator: string) => rows.find((r) => r.technology === technology && r.operator === operator)!;
    const all = row('4G', '*');
    expect(all.source).toEqual(['measured']);
    expect(all.coveredKm2! + all.gapKm2! + all.noDataKm2).toBeCloseTo(all.areaKm2, 6);
    expect([all.coveredKm2!, all.gapKm2!].map((v) => Math.round(v * 1000))).toEqual([125, 63].map((v) => expect.closeTo(v, -1)));
    expect(row('4G', 'Viettel').coveredKm2! * 2).toBeCloseTo(all.coveredKm2!, 2);
    expect(all.bts).toBe(2);
    const mixed = (await run(at('--measurements', 'm.csv', '--mix'), { ...own, 'm.csv': readings })).rows();
    expect(mixed.find((r) => r.technology === '2G')!.source).toEqual(['modelled']);
    expect(mixed.find((r) => r.technology === '4G')!.source).toEqual(['measured', 'modelled']);
  });

  test('of an operator that sources spell in several ways, all stations count', async () => {
    const sites = 'site_id,name,lat,lng,technology,operator\nS1,a,23.1,105.1,4G,Mạng Núi\nS2,b,23.2,105.2,4G,MẠNG NÚI\nS3,c,23.2,105.2,4G,Viettel\n';
    const rows = (await run(at('--operator', 'mang nui'), { ...own, 'sites.csv': sites })).rows();
    expect(rows.map((r) => r.bts)).toEqual([2, 2]);
  });

  test('what is modelled is named on stderr, and only that', async () => {
    const said = async (...args: string[]) => (await run(args, own)).stderr;
    const bundled = (what: string) => `Dùng ${what} mô phỏng kèm theo`;
    const radius = 'mô hình bán kính, chưa xét địa hình';
    expect(await said('gaps', '--technology', '4G')).toContain(bundled('trạm và thôn'));
    expect(await said('gaps', '--sites', 'bundled', '--technology', '4G')).toContain(bundled('trạm'));
    expect(await said('gaps', '--coverage', 'bundled')).toContain(bundled('vùng phủ'));
    expect(await said(...at('--localities', 'bundled'))).toContain(bundled('thôn'));
    expect(await said(...at())).toContain(radius);
    expect(await said(...at('--coverage', 'cov.json', '--mix'))).toContain(radius);
    expect(await said(...at('--coverage', 'cov.json'))).not.toMatch(/mô phỏng|mô hình/);
  });

  test('what is switched off covers nothing but still occurs', async () => {
    const off = (await run(at('--off', '2g'), own)).rows();
    const without = (await run(at('--technology', '3G,4G'), own)).rows();
    expect(off.map((r) => [r.technology, r.state, r.bts])).toEqual([['2G', 'gap', 0], ['3G', 'gap', 0], ['4G', 'partial', 2], ['any', 'partial', 2]]);
    expect(off.at(-1)!.gapKm2).toBe(without.at(-1)!.gapKm2);
  });

  test('one commune by code or name gives the rows that it has among all', async () => {
    const all = (await run(['gaps', '--technology', '4G'])).rows();
    const two = (await run(['gaps', '--technology', '4G', '--commune', '00715', '--commune', 'xa sa phin'])).rows();
    expect(two).toEqual(all.filter((r) => ['00715', '00733'].includes(r.code)));
  });

  test('the rule for lõm is a setting', async () => {
    const lom = async (...args: string[]) => (await run(['gaps', '--technology', '4G', '--commune', '00715', ...args])).rows()[0]!.localitiesLom!;
    const usual = await lom();
    expect(await lom('--lom-radius', '1000m', '--lom-share', '80%')).toBe(usual);
    expect(await lom('--lom-radius', '2km', '--lom-share', '1')).toBeGreaterThan(usual);
    expect(await lom('--lom-share', '0')).toBe(0);
  });

  test('stations in a degenerate way are answered by polygons, and counted on stderr', async () => {
    // Two discs that touch: half their distance is their radius.
    const half = distanceMeters([105.1, 23.1], [105.2, 23.2]) / 2;
    const said = async (radius: number) => (await run(at('--technology', '4G', '--radius', `4G=${radius}m`), own)).stderr;
    expect(await said(half)).toContain('2/2 dòng');
    expect(await said(half + 1)).not.toContain('suy biến');
  });

  test('the radius is a setting', async () => {
    const gap = async (radius: string) => (await run(at('--technology', '4G', '--radius', radius), own)).rows()[0]!.gapKm2!;
    expect(await gap('4G=5km')).toBeLessThan(await gap('4G=2.5km'));
    expect(await gap('4G=5000m')).toBe(await gap('4G=5km'));
  });

  test('hamlets: by code, without a figure left out and counted, one elsewhere is said', async () => {
    const hamlets = 'locality_id,name,commune_code,lat,lng,population\n1,A,90000,23.10,105.10,100\n2,B,90000,23.29,105.01,50\n3,C,90000,23.10,105.101,\n4,D,90000,24,106,7\n';
    const result = await run(at('--localities', 'h.csv', '--technology', '4G'), { ...own, 'h.csv': hamlets });
    expect(result.rows()[0]).toMatchObject({ localities: 4, localitiesTrang: 2, population: 157, populationGap: 57, populationMissing: 1, populationBasis: 'localities' });
  });

  test('headers can be mapped, coordinates may be VN-2000', async () => {
    const sites = 'mast;nothing;X;Y;tech;who\nS1;Một;2530500;450250;4G;Viettel\n';
    const result = await run(['gaps', '--sites', 's.csv', '--map', 'site_id=mast', '--map', 'name=nothing', '--map', 'technology=tech', '--map', 'operator=who', '--crs', 'VN2000:105.5'], { 's.csv': sites });
    expect(result.status).toBe(0);
    expect(result.rows().filter((r) => r.technology === '4G').reduce((n, r) => n + r.bts!, 0)).toBe(1);
  });

  test('two files may be read each in its own way: mapping, values and coordinates by kind', async () => {
    const files = { 's.csv': 'mast;nothing;X;Y;who\nS1;Một;2530500;450250;Viettel\n', 'h.csv': 'id,name,vi,kinh,code\nH1,Thôn A,22.87,105.02,00715\n' };
    const plain = await run(['gaps', '--sites', 's.csv', '--localities', 'h.csv', '--technology', '4G',
      '--map', 'sites:site_id=mast', '--map', 'sites:name=nothing', '--map', 'sites:operator=who', '--set', 'sites:technology=4G', '--crs', 'sites=VN2000:105.5',
      '--map', 'localities:locality_id=id', '--map', 'localities:lat=vi', '--map', 'localities:lng=kinh', '--map', 'localities:commune_code=code'], files);
    expect(plain.status).toBe(0);
    const rows = plain.rows().filter((r) => r.technology === '4G');
    expect([rows.reduce((n, r) => n + r.bts!, 0), rows.reduce((n, r) => n + r.localities!, 0)]).toEqual([1, 1]);
    expect((await run(['gaps', '--sites', 's.csv', '--map', 'sites:nowhere=x'], files)).status).toBe(2);
    expect((await run(['gaps', '--sites', 's.csv', '--crs', 'sites=EPSG:1'], files)).status).toBe(2);
  });
});

describe('output', () => {
  test('csv has the names, two columns for the point, points and commas', async () => {
    const { stdout } = await run(at('--format', 'csv'), own);
    const [header, ...lines] = stdout.trim().split('\n');
    expect(header!.split(',')).toEqual(FIELDS.flatMap((f) => (f === 'largestGapPoint' ? ['largestGapLng', 'largestGapLat'] : [f])));
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^90000,Xã Thử,2G,\*,partial,,\d+\.\d+,/);
  });

  test('in Vietnamese with semicolons and decimal commas', async () => {
    expect((await run(at('--format', 'csv', '--lang', 'vi'), own)).stdout.split('\n')[1]).toMatch(/^90000;Xã Thử;2G;\*;partial;;\d+,\d+;/);
  });

  test('geojson has a feature a row, null where there is no gap', async () => {
    const everywhere = COVERAGE.replaceAll('105.15', '105.5').replaceAll('"Viettel"', '"VinaPhone"');
    const { features } = JSON.parse((await run(at('--coverage', 'all.json', '--format', 'geojson'), { ...own, 'all.json': everywhere })).stdout) as { features: { geometry: unknown; properties: GapRow }[] };
    expect(features.map((f) => [f.properties.state, f.geometry])).toEqual([['covered', null], ['covered', null]]);
    const gaps = JSON.parse((await run(at('--format', 'geojson'), own)).stdout) as { features: { geometry: { type: string } | null; properties: GapRow }[] };
    expect(gaps.features[0]!.geometry!.type).toMatch(/Polygon/);
    expect(Object.keys(gaps.features[0]!.properties)).toEqual(FIELDS);
  });

  test('the rule in force goes with a workbook, GeoJSON and KML', async () => {
    const asked = at('--technology', '2G,4G', '--off', '2G', '--lom-radius', '1500m', '--lom-share', '0.7');
    const book = (await run([...asked, '--format', 'xlsx', '--out', 'x.xlsx'], own)).written['x.xlsx'] as Uint8Array;
    const sheets = await readXlsxFile(new Blob([new Uint8Array(book)]));
    expect(sheets.find((sheet) => sheet.sheet === 'rules')!.data).toEqual([['rule', 'value'], ['technologies', '2G 4G'], ['off', '2G'], ['operators', '*'], ['coverage', 'modelled'], ['radius_m 4G', 2500], ['lom_radius_m', 1500], ['lom_share', 0.7]]);
    const kml = (await run([...asked, '--format', 'kml'], own)).stdout;
    const { provenance } = JSON.parse((await run([...asked, '--format', 'geojson'], own)).stdout) as { provenance: string[] };
    for (const line of ['off: 2G', 'lom_radius_m: 1500', 'lom_share: 0.7']) {
      expect(kml).toContain(line);
      expect(provenance).toContain(line);
    }
  });

  test('is written to a file in one step', async () => {
    const result = await run(at('--out', 'x.json'), own);
    expect(result.stdout).toBe('');
    expect(JSON.parse(result.written['x.json'] as string)).toHaveLength(4);
  });
});

describe('wrong input', () => {
  test('bad rows are named with line and column and left out, the rest is computed, status 1', async () => {
    const result = await run(at(), { ...own, 'sites.csv': `${SITES}S3,Ba,abc,105.1,4G,Viettel,\nS4,Bốn,23.1,105.1,6G,Viettel,\n` });
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(/sites\.csv:6 \[lat\]/);
    expect(result.stderr).toMatch(/sites\.csv:7 \[technology\]/);
    expect(result.rows()).toHaveLength(4);
  });

  test('a whole-file error writes no result', async () => {
    const result = await run(at('--out', 'x.json'), { ...own, 'sites.csv': 'site_id,name,lat,lng\nS1,a,23,105\n' });
    expect([result.status, result.stdout, result.written]).toEqual([1, '', {}]);
    expect((await run(at(), { ...own, 'sites.csv': 'site_id,name,lat,lng,technology,operator\n' })).status).toBe(1);
  });

  test('what is no file of any known format ends with 2', async () => {
    const result = await run(at(), { ...own, 'sites.csv': new Uint8Array([0, 1, 2, 255, 254, 0, 0, 7]) });
    expect([result.status, result.stdout]).toEqual([2, '']);
  });

  test.each([
    [['gaps', '--model', 'terrain', '--dem', 'x'], 'địa hình'],
    [['gaps', '--radius', '4G=far'], '4G=far'],
    [['gaps', '--technology', '6G'], '6G'],
    [['gaps', '--format', 'pdf'], 'pdf'],
    [['gaps', '--measurements', 'missing.csv'], 'missing.csv'],
    [['gaps', '--routes', 'missing.geojson'], 'missing.geojson'],
    [['gaps', '--header', 'two'], 'two'],
    [['gaps', '--header', 'sites=0'], '--header'],
    [['gaps', '--nonsense'], 'nonsense'],
    [['gaps', '--kind', 'sites'], 'kind'],
    [['gaps', '--sites', 'missing.csv'], 'missing.csv'],
    [['gaps', '--crs', 'EPSG:1'], 'EPSG:1'],
    [['gaps', '--map', 'lat'], 'lat'],
    [['gaps', '--map', 'nothing=x'], 'nothing'],
    [['gaps', '--commune', 'Ai đó'], 'Ai đó'],
    [['gaps', '--commune', '99999'], '99999'],
    [['gaps', '--off', '6G'], '--off'],
    [['gaps', '--lom-radius', '1'], '--lom-radius'],
    [['gaps', '--lom-share', '1.2'], '--lom-share'],
    [['gaps', '--lom-share', 'half'], '--lom-share'],
    [['gaps', '--sites', 'a.csv', '--sites', 'b.csv'], '--sites chỉ dùng được một lần'],
    [['gaps', '--technology'], '--technology thiếu giá trị'],
    [['gaps', '--sites', '--mix'], '--sites thiếu giá trị'],
    [['gaps', '--mix=yes'], '--mix không nhận giá trị'],
    [['gaps', '--radius', '4G=2,5km'], '4G=2,5km'],
    [['gaps', '--radius', '4G=2km,4g=3km'], '4G=2km,4g=3km'],
    [['gaps', '--operator', ','], 'tên nhà mạng'],
    [['dance'], 'dance'],
    [['check'], 'check'],
    [['check', 'missing.csv'], 'missing.csv'],
    [['check', 'a.csv', '--kind', 'poem'], 'poem'],
    [['check', 'a.csv', '--format', 'xlsx'], 'lines, json'],
    [['check', 'bundled', '--kind', 'routes'], 'communes, sites, localities, fibre, coverage'],
    [['compare', 'a.csv'], 'bản cũ rồi bản mới'],
    [['compare', 'missing.csv', 'a.csv'], 'missing.csv'],
    [['compare', 'bundled', 'bundled'], '--kind'],
    [['compare', 'bundled', 'bundled', '--kind', 'communes'], 'communes'],
    [['compare', 'bundled', 'bundled', '--kind', 'sites', '--format', 'geojson'], 'text, csv, json'],
    [['compare', 'bundled', 'bundled', '--kind', 'sites', '--map', 'households=x'], 'households=x'],
    [['report', '--commune', '00715', '--on', '2028'], '--on'],
    [['report', '--province', '--box', '104,22,105,23'], '--box'],
    [['report', '--province', '--format', 'json', '--box', '105,22,104,23'], '105,22,104,23'],
  ])('%j is wrong usage: 2, with a word about it', async (args, word) => {
    const result = await run(args);
    expect([result.status, result.stdout]).toEqual([2, '']);
    expect(result.stderr).toContain(word);
  });
});

describe('check', () => {
  test('prints issues as lines of JSON with exactly the fields of the contract', async () => {
    const result = await run(['check', 's.csv', '--kind', 'sites'], { 's.csv': 'site_id;name;lat;lng;technology;operator\nS1;a;22,8;104,98;4G;Viettel\nS1;a;22,8;104,98;lte;Viettel\nS2;b;104,98;22,8;4g;Viettel\nS3;c;;104,98;4G;Viettel\n' });
    expect(result.status).toBe(1);
    expect(result.issues().map((i) => [i.line, i.column, i.code, i.severity])).toEqual([
      [3, 'site_id', 'duplicate-id', 'error'], [4, 'lat', 'swapped-coordinates', 'warning'], [5, 'lat', 'missing-value', 'error'],
    ]);
    expect(Object.keys(result.issues()[0]!)).toEqual(['file', 'line', 'column', 'code', 'severity', 'value', 'message']);
    expect((await run(['check', 's.csv', '--lang', 'en'], { 's.csv': 'site_id\n1\n' })).issues()[0]!.message).toMatch(/column/);
  });

  test('warnings alone are fine; the kind guessed is said', async () => {
    const result = await run(['check', 's.csv'], { 's.csv': 'site_id,name,lat,lng,technology,operator\nS1,a,10,106,4G,Viettel\n' });
    expect(result.status).toBe(0);
    expect(result.issues().map((i) => i.code)).toEqual(['outside-area']);
    expect(result.stderr).toContain('sites');
  });

  test('whole-file issues are printed too, also where it ends with 2; the worst of several files counts', async () => {
    const result = await run(['check', 'good.csv', 'broken.json'], { 'good.csv': SITES, 'broken.json': '{"type":"FeatureCollection","features":[{"type"' });
    expect(result.status).toBe(2);
    expect(result.issues()).toMatchObject([{ file: 'broken.json', line: null, code: 'unreadable', severity: 'error' }]);
    expect((await run(['check', 'm.csv', '--kind', 'sites'], { 'm.csv': 'site_id,name,lat,lng\n1,a,23,105\n' })).issues().map((i) => [i.code, i.line, i.column])).toEqual([
      ['missing-column', null, 'technology'], ['missing-column', null, 'operator'],
    ]);
  });

  test('a mapping is for the files that have its field; one that no file has is wrong usage', async () => {
    const files = { 's.csv': 'ma;name;lat;lng;technology;operator\nS1;a;23.1;105.1;4G;Viettel\n', 'f.csv': 'fibre_id,name,lat,lng,commune_code\nF1,a,22.8,104.98,00691\n' };
    expect((await run(['check', 's.csv', 'f.csv', '--map', 'site_id=ma'], files)).status).toBe(0);
    const stray = await run(['check', 'f.csv', '--map', 'households=x'], files);
    expect([stray.status, stray.stderr]).toEqual([2, expect.stringContaining('households=x')]);
  });

  test('the bundled files are in order', async () => {
    const files = Object.fromEntries(['sites.csv', 'localities.csv', 'coverage.geojson', 'communes.topo.json'].map((name) => [name, data(name)]));
    const result = await run(['check', ...Object.keys(files)], files);
    expect(result.issues().filter((i) => i.severity === 'error')).toEqual([]);
    expect(result.status).toBe(0);
  });
});

describe('help', () => {
  test.each([[['--help']], [['gaps', '--help']], [['rank', '--help']], [['check', '--help']], [['compare', '--help']]])('%j teaches in both languages', async (args) => {
    const [vi, en] = [await run(args), await run([...args, '--lang', 'en'])];
    expect([vi.status, en.status]).toEqual([0, 0]);
    expect(vi.stdout).toMatch(/^lomsong.*(vùng|soát|đặt trạm)/);
    expect(en.stdout).toMatch(/^lomsong.* (coverage|what|where|checks)/);
    expect(en.stdout).not.toBe(vi.stdout);
  });

  test('without a command it says how to go on, and the version is the package’s', async () => {
    expect((await run([])).status).toBe(2);
    expect((await run(['--version'])).stdout).toBe('9.9.9\n');
  });
});

describe('the real command', () => {
  const bin = new URL('../../bin/lomsong.mjs', import.meta.url).pathname;

  test('a reader that stops early is no error', async () => {
    const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" gaps --format json | head -c 10`], { encoding: 'utf8' });
    expect(stderr).not.toMatch(/EPIPE|at .*\.mjs/);
  });

  test('exit statuses reach the shell', async () => {
    expect(spawnSync(process.execPath, [bin, 'gaps', '--radius', 'x']).status).toBe(2);
    expect(String(execFileSync(process.execPath, [bin, '--version'])).trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('fibre routes', () => {
  const routes = (status: string) => JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { route_id: 'T1', status }, geometry: { type: 'LineString', coordinates: [[105, 23], [105.3, 23.3]] } }] });
  const fibre = 'fibre_id,name,lat,lng,commune_code\nF1,a,23.01,105.29,90000\n';
  const nearest = async (status: string) => {
    const { rows, status: exit } = await run(at('--technology', '4G', '--fibre', 'f.csv', '--routes', 'r.json'), { ...own, 'f.csv': fibre, 'r.json': routes(status) });
    expect(exit).toBe(0);
    return rows()[0]!;
  };

  test('fibre is as near as the nearer of endpoint and route; a planned route is none yet', async () => {
    const [near, far] = [await nearest('active'), await nearest('planned')];
    expect(near.largestGapPoint).toEqual(far.largestGapPoint);
    expect(near.nearestFibreKm).toBeLessThan(far.nearestFibreKm!);
    const [lng, lat] = near.largestGapPoint!;
    // The route is the diagonal: about |Δ| / √2 away, degrees of 102.4 km and 110.8 km.
    const [dx, dy] = [(lng - 105) * 102.4, (lat - 23) * 110.8];
    expect(near.nearestFibreKm).toBeCloseTo(Math.abs(dx * 110.8 - dy * 102.4) / Math.hypot(102.4, 110.8), 1);
  });

  test('check reads lines as routes', async () => {
    const { issues, stderr, status } = await run(['check', 'r.json'], { 'r.json': routes('active').replace('"T1"', '""') });
    expect([status, issues()[0]!.code, issues()[0]!.column]).toEqual([1, 'missing-value', 'route_id']);
    expect(stderr).toContain('routes');
  });
});

describe('the header row and the sheet as the user names them', () => {
  const table = [['Bảng trạm phát sóng', ''], ['lat', 'lng'], ['mã', 'tên'], ['x', 'y']].map((r) => r.join(',')).join('\n');
  const sites = `${table}\nsite_id,name,lat,lng,technology,operator\nS1,a,23.1,105.1,4G,Viettel\n`;

  test('--header names the line', async () => {
    expect((await run(['check', '--kind', 'sites', '--header', '5', 's.csv'], { 's.csv': sites })).status).toBe(0);
    expect((await run(['check', '--kind', 'sites', '--header', 'sites=2', 's.csv'], { 's.csv': sites })).issues()[0]!.code).toBe('missing-column');
    const none = await run(['check', '--header', '50', 's.csv'], { 's.csv': sites });
    expect([none.status, none.stderr.includes('50')]).toEqual([2, true]);
  });

  test('--sheet names the sheet', async () => {
    const rows = (id: string) => [['site_id', 'name', 'lat', 'lng', 'technology', 'operator'], [id, 'a', 23.1, 105.1, '4G', 'Viettel']];
    const files = { 'b.xlsx': workbook({ 'Tháng 5': rows('S1'), 'Tháng 6': [...rows('S2'), ...rows('S3').slice(1)] }) };
    const { stderr } = await run(['check', '--sheet', 'thang 6', 'b.xlsx'], files);
    expect(stderr).toMatch(/\b2\b/);
    expect(stderr).not.toContain('Tháng 5');
    const wrong = await run(['check', '--sheet', 'Tháng 7', 'b.xlsx'], files);
    expect([wrong.status, wrong.stderr.includes('Tháng 5, Tháng 6')]).toEqual([2, true]);
  });
});
