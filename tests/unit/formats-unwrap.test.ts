/** Containers and other dresses of tables: what is inside is found, whatever the file is called, and broken ones never throw. */
import { readFileSync } from 'node:fs';
import { gzipSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../../src/formats/read';
import { unwrap } from '../../src/formats/unwrap';
import { GPX, KML, pointLayer, workbook } from './made-up-files';

const CSV = 'site_id,name,lat,lng,technology,operator\nS1,Một,22.83,104.98,4G,Viettel\nS2,Hai,22.9,105,3G,Viettel\n';

const VN2000_PRJ = 'PROJCS["VN_2000_TM3_105_30",GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.5],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';

const HEADER = ['site_id', 'name', 'lat', 'lng', 'technology', 'operator'];

/** A workbook with the XML of its first sheet changed. */
function redressed(bytes: Uint8Array, change: (sheet: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const sheet = 'xl/worksheets/sheet1.xml';
  return zipSync({ ...files, [sheet]: strToU8(change(strFromU8(files[sheet]!))) }, { level: 1 });
}

const features = (bytes: Uint8Array) => (JSON.parse(new TextDecoder().decode(bytes)) as { features: { geometry: { coordinates: number[] }; properties: Record<string, unknown> }[] }).features;

describe('what is inside a file', () => {
  test('a plain file is its own only part', async () => {
    expect(await unwrap(strToU8(CSV), 'x.csv')).toEqual([{ layer: null, bytes: strToU8(CSV), from: null }]);
  });

  test('gzip, and gzip in zip, under any name', async () => {
    for (const bytes of [gzipSync(strToU8(CSV)), zipSync({ 'a.csv.gz': gzipSync(strToU8(CSV)), '__MACOSX/a.csv': strToU8('junk') })]) {
      const [part, ...more] = await unwrap(bytes, 'no-extension');
      expect(more).toEqual([]);
      expect(readDataset(part!.bytes, 'a').rows).toHaveLength(2);
    }
  });

  test('sheets of a workbook; prose above the header; the line is the row of the sheet', async () => {
    const bytes = workbook({
      'Trạm': [['Danh sách trạm'], [], ['Mã trạm', 'Tên trạm', 'Vĩ độ', 'Kinh độ', 'Công nghệ', 'Nhà mạng'], ['S1', 'Một', 22.83, 104.98, '4G', 'Viettel'], ['S2', 'Hai, ba', '22,9', 'abc', '4G', 'Viettel']],
      'Ghi chú': [['chỉ là ghi chú']],
    });
    const parts = await unwrap(bytes, 'tram.xlsx');
    // A sheet of notes is no table.
    expect(parts.map((p) => [p.layer, p.from])).toEqual([['Trạm', 'xlsx']]);
    const result = readDataset(parts[0]!.bytes, 'tram.xlsx', { kind: 'sites' });
    expect(result.rows).toHaveLength(1);
    expect(result.issues.map((i) => [i.line, i.column, i.code])).toEqual([[5, 'Kinh độ', 'bad-number']]);
  });

  test('KML and KMZ: undeclared prefixes, unclosed rings, extended data', async () => {
    for (const bytes of [strToU8(KML), zipSync({ 'doc.kml': strToU8(KML) })]) {
      const [part] = await unwrap(bytes, 'vung');
      const result = readDataset(part!.bytes, 'vung', { kind: 'coverage' });
      expect(result.rows).toMatchObject([{ technology: '4G', operator: 'Viettel' }]);
    }
  });

  test('GPX waypoints', async () => {
    const [part] = await unwrap(strToU8(GPX), 'x.gpx');
    expect(features(part!.bytes).map((f) => f.geometry.coordinates.slice(0, 2))).toEqual([[104.98, 22.83], [105, 22.9]]);
  });

  test('layers of a zipped Shapefile; VN-2000 by its name, with the official parameters', async () => {
    const degrees = pointLayer([[104.98, 22.83]]);
    const metres = pointLayer([[450250, 2530500]]);
    const parts = await unwrap(zipSync({ 'a/tram.shp': degrees.shp, 'a/tram.dbf': degrees.dbf, 'a/luoi.shp': metres.shp, 'a/luoi.dbf': metres.dbf, 'a/luoi.prj': strToU8(VN2000_PRJ), '__MACOSX/a/._tram.shp': strToU8('junk') }), 'lop.zip');
    expect(parts.map((p) => p.layer)).toEqual(['luoi', 'tram']);
    const { rows, issues } = readDataset(parts[0]!.bytes, 'luoi', { kind: 'sites', set: { name: 'a', technology: '4G', operator: 'A' } });
    expect(issues.map((i) => [i.code, i.value])).toEqual([['projected-coordinates', 'VN2000:105.5']]);
    expect(rows[0]!.position[0]).toBeCloseTo(105.0170516, 6);
    expect(rows[0]!.position[1]).toBeCloseTo(22.87382079, 6);
    expect(features(parts[1]!.bytes)[0]!.properties.SITE_ID).toBe('S1');
  });
});

test('a value for every row fills what a file leaves unsaid', () => {
  const result = readDataset(strToU8('site_id,name,lat,lng,operator\nS1,a,22.8,105,Viettel\n'), 'x.csv', { kind: 'sites', set: { technology: '4G' } });
  expect(result.rows).toMatchObject([{ technology: '4G', operator: 'Viettel' }]);
});

test('no mutation of any container throws or hangs', async () => {
  const layer = pointLayer([[104.98, 22.83], [105, 22.9]]);
  const whole = [gzipSync(strToU8(CSV)), workbook({ A: [['site_id', 'lat'], ['S1', 22.8]] }), strToU8(KML), zipSync({ 'doc.kml': strToU8(KML) }), strToU8(GPX), zipSync({ 'x.shp': layer.shp, 'x.dbf': layer.dbf, 'x.prj': strToU8(VN2000_PRJ) })];
  await fc.assert(fc.asyncProperty(fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), async (bytes, changes, kept) => {
    const mutated = bytes.slice(0, Math.max(1, Math.ceil(bytes.length * (kept > 0.5 ? 1 : kept * 2))));
    for (const [at, value] of changes) mutated[at % mutated.length] = value;
    for (const part of await unwrap(mutated, 'x')) readDataset(part.bytes, 'x');
  }), { numRuns: 300, seed: 9 });
}, 60_000);

describe('archives are opened whole or not at all', () => {
  const long = `${CSV.split('\n')[0]}\n${Array.from({ length: 3000 }, (_, i) => `S${i},n${(i * 7919) % 997},22.8,105,4G,Viettel\n`).join('')}`;
  const whyOf = async (bytes: Uint8Array) => {
    const parts = await unwrap(bytes, 'x');
    expect(parts).toHaveLength(1);
    const { rows, issues } = readDataset(parts[0]!.bytes, 'x');
    expect(rows).toEqual([]);
    return issues.map((i) => [i.code, i.detail.why]);
  };

  test('a gzip of several members is one file', async () => {
    const [part] = await unwrap(new Uint8Array([...gzipSync(strToU8(long)), ...gzipSync(strToU8('Z,z,22.8,105,4G,Viettel\n'))]), 'x.csv.gz');
    expect(readDataset(part!.bytes, 'x').rows).toHaveLength(3001);
  });

  test('a byte that turned, or an end that is missing, refuses the file', async () => {
    for (const whole of [gzipSync(strToU8(long)), zipSync({ 'a.csv': strToU8(long) })]) {
      const turned = whole.slice();
      turned[whole.length >> 1]! ^= 0x10;
      expect(await whyOf(turned)).toEqual([['unreadable', 'archive']]);
      expect(await whyOf(whole.slice(0, (whole.length * 0.7) | 0))).toEqual([['unreadable', 'archive']]);
    }
    expect(await whyOf(strToU8(KML.slice(0, (KML.length * 0.7) | 0)))).toEqual([['unreadable', 'broken-kml']]);
    expect(await whyOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toEqual([['unreadable', 'old-office']]);
  });

  test('a broken layer does not take the others with it', async () => {
    const good = pointLayer([[104.98, 22.83]]);
    const parts = await unwrap(zipSync({ 'a.shp': good.shp.slice(0, 30), 'b.shp': good.shp, 'b.dbf': good.dbf }), 'x.zip');
    expect(parts.map((p) => p.layer)).toEqual(['a', 'b']);
    expect(readDataset(parts[0]!.bytes, 'a').issues.map((i) => i.detail.why)).toEqual(['shapefile']);
    expect(features(parts[1]!.bytes)).toHaveLength(1);
  });
});

test('a million formatted but empty rows are read in seconds', async () => {
  const blank = Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 3}" s="1" customFormat="1"><c r="A${i + 3}" s="1"/></row>`).join('');
  const bytes = redressed(workbook({ A: [HEADER, ['S1', 'a', 22.8, 105, '4G', 'Viettel']] }), (sheet) => sheet.replace('</sheetData>', `${blank}</sheetData>`));
  const started = performance.now();
  const [part] = await unwrap(bytes, 'x.xlsx');
  expect(readDataset(part!.bytes, 'x').rows).toHaveLength(1);
  // Row by row it took minutes; the bound leaves room for a busy machine.
  expect(performance.now() - started).toBeLessThan(30_000);
}, 60_000);

describe('what KML of the field holds', () => {
  const kml = (inner: string) => strToU8(`<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`);
  const placemark = (inner: string) => `<Placemark>${inner}<Point><coordinates>105,22.8,0</coordinates></Point></Placemark>`;
  const only = async (bytes: Uint8Array) => {
    const parts = await unwrap(bytes, 'x');
    expect(parts).toHaveLength(1);
    return features(parts[0]!.bytes);
  };

  test('HTML in a description that nothing guards; lines of name and value', async () => {
    expect((await only(kml(placemark('<name>A & B</name><description>Mã trạm: S1<br>Công nghệ = 4G<br>http://x.vn</description>'))))[0]!.properties)
      .toMatchObject({ name: 'A & B', 'Mã trạm': 'S1', 'Công nghệ': '4G' });
  });

  test('folders by level; a picture on the ground and a link are no data', async () => {
    const found = await only(kml(`<Folder><name>Viettel</name><Folder><name>4G</name>${placemark('<name>A</name>')}<GroundOverlay><name>o</name><Icon><href>a.png</href></Icon><LatLonBox><north>23</north><south>22</south><east>105</east><west>104</west></LatLonBox></GroundOverlay><NetworkLink><Link><href>http://x</href></Link></NetworkLink></Folder></Folder>`));
    expect(found.map((f) => f.properties)).toEqual([{ name: 'A', folder: '4G', folder_1: 'Viettel', folder_2: '4G' }]);
  });

  test('a prefix before all of its own names', async () => {
    const text = new TextDecoder().decode(kml(placemark('<name>A</name>'))).replace(/<(\/?)(?=[a-zA-Z])/g, '<$1k:').replace('xmlns=', 'xmlns:k=');
    expect(await only(strToU8(text))).toHaveLength(1);
  });

  test('points and areas are layers of their own', async () => {
    const area = '<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>104.9,22.8 105,22.8 105,22.9 104.9,22.8</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>';
    expect((await unwrap(kml(placemark('') + area), 'x')).map((p) => p.layer)).toEqual(['Point', 'Polygon']);
  });
});

describe('workbooks as other programs write them', () => {
  const whole = workbook({ A: [['Danh sách'], HEADER, ['S1', 'a', 22.8, 105, '4G', 'Viettel']] });
  const rowsOf = async (bytes: Uint8Array) => readDataset((await unwrap(bytes, 'x.xlsx'))[0]!.bytes, 'x.xlsx', { kind: 'sites' }).rows;

  test('without the places of cells and rows', async () => {
    expect(await rowsOf(redressed(whole, (sheet) => sheet.replace(/ r="[A-Z]*\d+"/g, '')))).toEqual(await rowsOf(whole));
    // An empty cell still takes its place.
    expect(await rowsOf(redressed(workbook({ A: [['x', ...HEADER], ['y', 'S1', 'a', 22.8, 105, '4G', 'Viettel']] }), (sheet) => sheet.replace(/ r="[A-Z]*\d+"/g, '').replace(/<c t="inlineStr"><is><t>y<\/t><\/is><\/c>/, '<c/>')))).toEqual(await rowsOf(whole));
  });

  test('with a prefix before every name', async () => {
    const files = Object.entries(unzipSync(whole)).map(([path, bytes]) => [path, /^xl\/.*\.xml$/.test(path) ? strToU8(strFromU8(bytes).replace(/<(\/?)(?=[a-z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=')) : bytes] as const);
    expect(await rowsOf(zipSync(Object.fromEntries(files)))).toEqual(await rowsOf(whole));
  });

  test('a lone cell in the far corner is refused, not laid out', async () => {
    const [part] = await unwrap(redressed(whole, (sheet) => sheet.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')), 'x');
    expect(readDataset(part!.bytes, 'x').unreadable).toBe(true);
  });

  test('the header row as the user names it', async () => {
    const [part] = await unwrap(workbook({ A: [['lat', 'lng', 'technology'], ['a', 'b', 'c', 'd', 'e', 'f'], ['S1', 'a', 22.8, 105, '4G', 'Viettel']] }), 'x');
    const map = { site_id: 'a', name: 'b', lat: 'c', lng: 'd', technology: 'e', operator: 'f' };
    const result = readDataset(part!.bytes, 'x', { kind: 'sites', headerLine: 2, map });
    expect([result.headerLine, result.rows.length, result.issues]).toEqual([2, 1, []]);
    expect(readDataset(part!.bytes, 'x', { headerLine: 9 }).usageError).toEqual({ option: 'header', value: '9' });
  });
});

test('no mutation of what is inside a container throws, or is silent', async () => {
  const inside = ['two-sheets.xlsx', 'two-layers.zip', 'kmz-without-extension'].map((name) => unzipSync(new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))));
  await fc.assert(fc.asyncProperty(fc.constantFrom(...inside), fc.nat(), fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 0x3c, 0x7f, 0xff)), { minLength: 1, maxLength: 5 }), async (files, which, changes) => {
    const names = Object.keys(files).filter((name) => files[name]!.length > 0 && !name.includes('MACOSX'));
    const name = names[which % names.length]!;
    const mutated = files[name]!.slice();
    for (const [at, value] of changes) mutated[at % mutated.length] = value;
    for (const part of await unwrap(zipSync({ ...files, [name]: mutated }, { level: 0 }), 'x')) {
      const { rows, issues } = readDataset(part.bytes, 'x');
      expect(rows.length + issues.length).toBeGreaterThan(0);
    }
  }), { numRuns: 300 });
}, 60_000);
