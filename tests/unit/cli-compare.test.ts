/** `lomsong compare`: what it says of two versions, how each is read, and how it ends. The comparison itself has laws of its own. */
import { describe, expect, test } from 'vitest';
import { workbook } from './made-up-files';
import { run } from './cli-run';

const sites = (...rows: string[]) => `site_id,name,lat,lng,technology,operator\n${rows.join('\n')}\n`;
const OLD = sites('A1,Một,22.83,104.98,4G,Viettel', 'A2,Hai,22.90,105.00,4G,Viettel', 'A3,Ba,23.0,105.1,4G,Viettel');
const NEW = sites('A1,Một,22.84,104.98,4G,Viettel', 'A2,Hai mới,22.90,105.00,4G,Viettel', 'A4,Bốn,23.1,105.2,4G,Viettel');
const FILES = { 'cu.csv': OLD, 'moi.csv': NEW };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what it says', () => {
  test('a table to read, in both languages, aligned', async () => {
    const { status, stdout, stderr } = await run(['compare', 'cu.csv', 'moi.csv'], FILES);
    expect(status).toBe(0);
    expect(stderr).toBe('cu.csv: đoán là sites (chỉ rõ bằng --kind)');
    expect(plain(stdout)).toBe(['Từ cu.csv sang moi.csv (sites)', '1 thêm, 1 bỏ, 1 dời, 1 đổi; 0 dòng như cũ', '', 'thêm  A4 · 4G · Viettel  Bốn', 'bỏ    A3 · 4G · Viettel  Ba', 'dời   A1 · 4G · Viettel  Một      1.107 m', 'đổi   A2 · 4G · Viettel  Hai mới  name: Hai → Hai mới', ''].join('\n'));
    expect(plain((await run(['compare', 'cu.csv', 'moi.csv', '--lang', 'en'], FILES)).stdout)).toContain('1 added, 1 removed, 1 moved, 1 changed; 0 rows as before');
  });

  test('CSV with a line a field, in the form of the language asked for; to a file', async () => {
    const { stdout } = await run(['compare', 'cu.csv', 'moi.csv', '--format', 'csv'], FILES);
    expect(stdout.split('\n').slice(0, 2)).toEqual(['change,id,name,field,before,after,moved_m,gained_km2,lost_km2,lng,lat', 'added,A4 · 4G · Viettel,Bốn,,,,,,,105.2,23.1']);
    const { stdout: none, written } = await run(['compare', 'cu.csv', 'moi.csv', '--format', 'csv', '--lang', 'vi', '--out', 'khac.csv'], FILES);
    expect(none).toBe('');
    expect(String(written['khac.csv'])).toContain('added;A4 · 4G · Viettel;Bốn;;;;;;;105,2;23,1');
  });

  test('JSON with counts and every change', async () => {
    const found = JSON.parse((await run(['compare', 'cu.csv', 'moi.csv', '--format', 'json'], FILES)).stdout);
    expect(found).toMatchObject({ kind: 'sites', before: ['cu.csv'], after: 'moi.csv', rule: { movedMeters: 1, changedKm2: 0.01, ignoredFields: ['asOf'] }, counts: { added: 1, removed: 1, moved: 1, changed: 1, same: 0 } });
    expect(found.changes[3]).toEqual({ number: 4, kinds: ['changed'], id: 'A2 · 4G · Viettel', name: 'Hai mới', movedMeters: null, fields: [{ field: 'name', before: 'Hai', after: 'Hai mới' }], gainedKm2: null, lostKm2: null, place: [105, 22.9] });
  });

  test('nothing differs, or the bundled data are one of the two', async () => {
    const same = await run(['compare', 'cu.csv', 'cu.csv'], FILES);
    expect([same.status, same.stdout.trim().split('\n')]).toEqual([0, ['Từ cu.csv sang cu.csv (sites)', '0 thêm, 0 bỏ, 0 dời, 0 đổi; 3 dòng như cũ']]);
    const bundled = JSON.parse((await run(['compare', 'bundled', 'bundled', '--kind', 'localities', '--format', 'json'])).stdout);
    expect(bundled).toMatchObject({ counts: { added: 0, removed: 0, moved: 0, changed: 0, same: 2008 }, changes: [] });
    expect(JSON.parse((await run(['compare', 'bundled', 'moi.csv', '--format', 'json'], FILES)).stdout).counts).toMatchObject({ added: 3, removed: 2418 });
  });

  test('several older files are taken together', async () => {
    const [header, ...rows] = OLD.trim().split('\n');
    const files = { 'a.csv': `${header}\n${rows[0]}\n`, 'b.csv': `${header}\n${rows[1]}\n${rows[2]}\n`, 'moi.csv': NEW };
    expect(JSON.parse((await run(['compare', 'a.csv', 'b.csv', 'moi.csv', '--format', 'json'], files)).stdout).counts).toEqual({ added: 1, removed: 1, moved: 1, changed: 1, same: 0 });
  });
});

describe('how each is read', () => {
  test('headers of each version, and a value of every row', async () => {
    const strange = 'x\nmã;tên;vĩ;kinh;mạng\nA1;Một;22,83;104,98;Viettel\n';
    const counts = async (args: string[], after: string) => JSON.parse((await run(['compare', 'cu.csv', 'moi.csv', '--kind', 'sites', '--format', 'json', ...args], { 'cu.csv': strange, 'moi.csv': after })).stdout).counts;
    const map = (side: string) => ['site_id=mã', 'name=tên', 'lat=vĩ', 'lng=kinh', 'operator=mạng'].flatMap((pair) => ['--map', `${side}${pair}`]);
    expect(await counts([...map('before:'), '--set', 'before:technology=4G', '--header', 'before=2'], sites('A1,Một,22.83,104.98,4G,Viettel'))).toMatchObject({ same: 1, added: 0 });
    expect(await counts([...map(''), '--set', 'technology=4G', '--header', '2'], strange)).toMatchObject({ same: 1, added: 0 });
  });

  test('a sheet of each', async () => {
    const rows = (id: string) => [['site_id', 'name', 'lat', 'lng', 'technology', 'operator'], [id, 'a', 23.1, 105.1, '4G', 'Viettel']];
    const files = { 'b.xlsx': workbook({ 'Tháng 5': rows('S1'), 'Tháng 6': rows('S2') }) };
    const { stdout } = await run(['compare', 'b.xlsx', 'b.xlsx', '--sheet', 'before=Tháng 5', '--sheet', 'after=Tháng 6', '--format', 'json'], files);
    expect(JSON.parse(stdout)).toMatchObject({ counts: { added: 1, removed: 1 }, changes: [{ id: 'S2 · 4G · Viettel' }, { id: 'S1 · 4G · Viettel' }] });
  });

  test('files of two kinds are asked about', async () => {
    const { status, stderr } = await run(['compare', 'cu.csv', 'thon.csv'], { ...FILES, 'thon.csv': 'locality_id,name,lat,lng,households,population\nL1,Thon,22.8,105,10,40\n' });
    expect(status).toBe(2);
    expect(stderr).toContain('cu.csv có vẻ là sites, còn thon.csv có vẻ là localities');
  });
});

describe('how it ends', () => {
  test('1 where rows were left out, which are named', async () => {
    const { status, stderr, stdout } = await run(['compare', 'cu.csv', 'moi.csv', '--kind', 'sites'], { 'cu.csv': `${OLD}A9,Lỗi,abc,105,4G,Viettel\n`, 'moi.csv': NEW });
    expect([status, stderr.split('\n')[0]!.startsWith('cu.csv:5 [lat]')]).toEqual([1, true]);
    expect(stdout).toContain('1 thêm, 1 bỏ');
  });

  test('no result where a file cannot be used: 1 for its rows, 2 where it cannot be read', async () => {
    const missing = await run(['compare', 'cu.csv', 'moi.csv', '--kind', 'sites'], { ...FILES, 'moi.csv': 'site_id,name\n1,a\n' });
    expect([missing.status, missing.stdout]).toEqual([1, '']);
    const broken = await run(['compare', 'cu.csv', 'moi.json', '--kind', 'sites'], { ...FILES, 'moi.json': '{"type":"FeatureCollection","features":[{"type"' });
    expect([broken.status, broken.stdout]).toEqual([2, '']);
  });
});
