/** Reported figures: the reader's own in place of the bundled ones. */
import { describe, expect, test } from 'vitest';
import type { Indicator } from '../../src/core/model';
import { readIndicators } from '../../src/formats/bundled';
import { indicatorsOf } from '../../src/formats/indicators';
import { readDataset } from '../../src/formats/read';
import { unwrap } from '../../src/formats/unwrap';
import { data, run } from './cli-run';
import { workbook } from './made-up-files';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = 'f.csv') => readDataset(bytes(text), name, { kind: 'indicators' });
const HEADER = 'indicator,value,unit,reported,source,scope\n';
const bundled = readIndicators(data('indicators.json'));

describe('a file of figures', () => {
  test('the file that the project ships is read as it is', () => {
    const { kind, rows, issues } = readDataset(bytes(data('indicators.json')), 'indicators.json');
    expect([kind, issues]).toEqual(['indicators', []]);
    expect(rows).toEqual([...bundled.seed, ...bundled.other]);
  });

  test.each([
    ['thousands of a count', '2.418,station', [2418, 'station']],
    ['a percentage with three decimals', '98.125,%', [98.125, 'percent']],
    ['the sign at the value', '"61,5 %",', [61.5, 'percent']],
    ['words for the sign', '58.2,phần trăm', [58.2, 'percent']],
    ['a share of communes', '100,% số xã', [100, 'percent of communes']],
    ['a share of hamlets', '98.16,% số thôn', [98.16, 'percent of hamlets']],
    ['a unit of its own', '45.120,thuê bao', [45_120, 'thuê bao']],
    ['a small decimal', '0.125,km', [0.125, 'km']],
  ])('%s', (_, cells, [value, unit]) => {
    const { rows, issues } = read(`${HEADER}x,${cells},2025-12,A report,\n`);
    expect(issues).toEqual([]);
    expect(rows[0]).toMatchObject({ value, unit, scope: '', reported: '2025-12' });
  });

  test('a workbook is guessed by its headers', async () => {
    const sheet = workbook({ 'Chỉ tiêu': [['Chỉ tiêu', 'Giá trị', 'Đơn vị', 'Ngày', 'Nguồn', 'Phạm vi'], ['Phủ sóng di động', 99.1, '%', '31/12/2025', 'Văn bản thử', 'Hà Giang']] });
    const [part] = await unwrap(sheet, 'so-lieu.xlsx');
    const { kind, kindGuessed, rows, issues } = readDataset(part!.bytes, 'so-lieu.xlsx');
    expect([kind, kindGuessed, issues]).toEqual(['indicators', true, []]);
    expect(rows).toEqual([{ indicator: 'mobile_coverage', value: 99.1, unit: 'percent', scope: 'Hà Giang province', reported: '2025-12-31', source: 'Văn bản thử' }]);
  });

  test('lomsong check takes it by its kind', async () => {
    const { status, stderr } = await run(['check', 'f.csv', '--kind', 'indicators'], { 'f.csv': `${HEADER}x,1,%,2025,A report,\n` });
    expect(status).toBe(0);
    expect(stderr).toContain('1/1');
  });

  test('without a source there is no figure', () => {
    const { rows, issues } = read('indicator,value,unit,reported\nx,1,%,2025\n');
    expect(rows).toEqual([]);
    expect(issues.map(({ code, column }) => [code, column])).toEqual([['missing-column', 'source']]);
  });

  test.each([['{"hello":"world"}'], ['[]'], ['[1,2]'], ['{"type":"FeatureCollection","features":1}']])('%s is no table', (text) => {
    expect(read(text, 'f.json').issues.map((issue) => issue.code)).toEqual(['unreadable']);
  });
});

describe('in place of the bundled figures', () => {
  const figure = (part: Partial<Indicator>): Indicator => ({ indicator: 'smartphone_share', value: 60, unit: 'percent', scope: '', reported: '2025', source: 'A', ...part });

  test('the latest of the province stands first, older ones and other areas beside', () => {
    const [older, latest, other] = [figure({ reported: '2024-05' }), figure({ reported: '2025-12', value: 70 }), figure({ scope: 'Tuyên Quang', reported: '2026-01' })];
    expect(indicatorsOf([older, latest, other])).toEqual({ seed: [latest], other: [older, other] });
  });

  test('none is lost or doubled', () => {
    const all = [...bundled.seed, ...bundled.other];
    const { seed, other } = indicatorsOf(all);
    expect([...seed, ...other]).toHaveLength(all.length);
    expect(new Set([...seed, ...other])).toEqual(new Set(all));
    expect(seed).toEqual(expect.arrayContaining(bundled.seed));
  });
});
