/** Figures of reports and of former units as data: what the command gives, against its own rows. */
import { describe, expect, test } from 'vitest';
import type { ProvinceRecord } from '../../src/core/province-record';
import type { ReportRecord } from '../../src/core/report-record';
import type { DistrictRecord, OldUnitRecord } from '../../src/core/unit-records';
import { run } from './cli-run';

const json = async <T>(...args: string[]) => JSON.parse((await run(args)).stdout) as T;
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('report --format json', () => {
  test('of one commune an object, whose rows are those of gaps; of several a list', async () => {
    const record = await json<ReportRecord>('report', '--commune', '00715', '--technology', '3G,4G', '--format', 'json');
    const rows = (await run(['gaps', '--commune', '00715', '--technology', '3G,4G', '--by-operator'])).rows();
    expect([...record.byTechnology, record.together, ...record.byOperator]).toEqual(rows.filter((r) => r.operator === '*' || r.technology === 'any'));
    expect(record.hamletCounts).toMatchObject({ trang: record.together.localitiesTrang, lom: record.together.localitiesLom, all: record.hamlets.length });
    const list = await json<ReportRecord[]>('report', '--commune', '00715', '--commune', '00889', '--technology', '3G,4G', '--format', 'json');
    expect(list.map((r) => r.commune.code)).toEqual(['00715', '00889']);
    expect(list[0]).toEqual(record);
  });

  test('of the province: the sums of rows, the reported share against each basis', async () => {
    const record = await json<ProvinceRecord>('report', '--province', '--technology', '4G', '--format', 'json');
    const rows = (await run(['gaps', '--technology', '4G'])).rows().filter((r) => r.technology === 'any');
    expect(record.figures.gapKm2).toBe(sum(rows.map((r) => r.gapKm2!)));
    expect(record.bts.find((b) => b.technology === '4G')!.bts).toBe(sum(rows.map((r) => r.bts!)));
    expect(record.reported!.candidates).toHaveLength(9);
    for (const { share, difference, fitted } of record.reported!.candidates) expect(difference).toBe(fitted ? null : share! - record.reported!.share);
  });

  test('readings beside claims: conflicts by commune', async () => {
    const square = [[[104.9, 22.8], [105, 22.8], [105, 22.85], [104.9, 22.85], [104.9, 22.8]]];
    const claims = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { technology: '4G', operator: 'A' }, geometry: { type: 'Polygon', coordinates: square } }] };
    const readings = 'lat,lng,technology,signal_dbm,operator\n22.83,104.95,4G,-130,A\n22.84,104.96,4G,-80,A\n22.87,104.95,4G,-80,A\n';
    const { stdout } = await run(['report', '--province', '--measurements', 'm.csv', '--coverage', 'c.geojson', '--format', 'json'], { 'm.csv': readings, 'c.geojson': JSON.stringify(claims) });
    const { conflicts } = JSON.parse(stdout) as ProvinceRecord;
    expect([sum(conflicts!.map((c) => c.readings)), sum(conflicts!.map((c) => c.claimedButPoor)), sum(conflicts!.map((c) => c.usableButUnclaimed))]).toEqual([3, 1, 1]);
  });

  test('a document is not data: letters and office words have no json', async () => {
    expect((await run(['report', '--commune', '00715', '--letter', 'reply', '--format', 'json'])).status).toBe(2);
    expect((await run(['report', '--commune', '00715', '--format', 'csv'])).status).toBe(2);
    expect((await run(['gaps', '--format', 'html'])).status).toBe(2);
  });

  test('communes of your own have no reported figures and no ranks among others', async () => {
    const square = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code: '90001', name: 'Xã A' }, geometry: { type: 'Polygon', coordinates: [[[105, 22.8], [105.1, 22.8], [105.1, 22.9], [105, 22.9], [105, 22.8]]] } }] };
    const { stdout } = await run(['report', '--all', '--communes', 'a.geojson', '--sites', 'bundled', '--format', 'json'], { 'a.geojson': JSON.stringify(square) });
    expect(JSON.parse(stdout)).toMatchObject({ commune: { code: '90001' }, reported: null, ranks: [], centres: [] });
  });
});

describe('gaps --units', () => {
  test('the 193 units hold every hamlet once; their people in trắng hamlets are those of the province', async () => {
    const rows = (await json<OldUnitRecord[]>('gaps', '--units', 'old', '--technology', '4G')).filter((r) => r.technology === 'any');
    const communes = (await run(['gaps', '--technology', '4G'])).rows().filter((r) => r.technology === 'any');
    expect(rows).toHaveLength(193);
    expect(new Set(rows.flatMap((r) => r.hamletList.map((h) => h.localityId))).size).toBe(sum(communes.map((r) => r.localities!)));
    expect(sum(rows.map((r) => r.hamletsTrang!))).toBe(sum(communes.map((r) => r.localitiesTrang!)));
    expect(sum(rows.map((r) => r.peopleTrang!))).toBe(sum(communes.map((r) => r.populationGap!)));
    for (const row of rows) expect(row.hamletsTrang).toBe(row.hamletList.filter((h) => h.state === 'trang').length);
  });

  test('districts are sums of whole communes', async () => {
    const rows = (await json<DistrictRecord[]>('gaps', '--units', 'districts', '--technology', '4G')).filter((r) => r.technology === '4G');
    const communes = (await run(['gaps', '--technology', '4G'])).rows().filter((r) => r.technology === '4G');
    expect(rows).toHaveLength(11);
    for (const row of rows) expect(row.gapKm2).toBe(sum(communes.filter((c) => row.communeCodes.includes(c.code)).map((c) => c.gapKm2!)));
    expect(rows.flatMap((r) => r.communeCodes).sort()).toEqual(communes.map((c) => c.code).sort());
  });

  test('with --commune those with a part there; as a table with the columns of the page', async () => {
    const rows = await json<OldUnitRecord[]>('gaps', '--units', 'old', '--commune', '00715', '--technology', '4G');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((r) => r.communes.includes('00715'))).toBe(true);
    const csv = (await run(['gaps', '--units', 'old', '--commune', '00715', '--technology', '4G', '--format', 'csv'])).stdout.trim().split('\n');
    expect(csv).toHaveLength(rows.length + 1);
    expect(csv[0]).toMatch(/^code,name,.*,peopleTrang,/);
    expect((await run(['gaps', '--units', 'new'])).status).toBe(2);
    expect((await run(['gaps', '--units', 'old', '--difference'])).status).toBe(2);
    expect((await run(['gaps', '--units', 'old', '--format', 'kml'])).status).toBe(2);
  });

  test('units whose land is loaded have figures of their land', async () => {
    const square = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code: 'old:00961', name: 'Xã Linh Hồ' }, geometry: { type: 'Polygon', coordinates: [[[105.05, 22.67], [105.12, 22.67], [105.12, 22.73], [105.05, 22.73], [105.05, 22.67]]] } }] };
    const { stdout } = await run(['gaps', '--units', 'old', '--communes', 'xa-cu.geojson', '--sites', 'bundled', '--technology', '4G'], { 'xa-cu.geojson': JSON.stringify(square) });
    const rows = (JSON.parse(stdout) as OldUnitRecord[]).filter((r) => r.basis === 'land');
    expect(rows.map((r) => r.code)).toEqual(['old:00961', 'old:00961']);
    expect(rows[0]!.gapShare).toBeCloseTo(rows[0]!.gapKm2! / rows[0]!.areaKm2!, 12);
  });
});
