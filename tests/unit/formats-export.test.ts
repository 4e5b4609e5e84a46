/** Exports are read back: by libraries here, and by GDAL (gdal-bin) and openpyxl (python3-openpyxl). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readXlsxFile from 'read-excel-file/universal';
import { beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { planGaps } from '../../src/core/gaps';
import type { GapRow, MultiPolygonRings } from '../../src/core/model';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { gapCells, GAP_COLUMNS, gapRowsToCsv } from '../../src/formats/gap-rows-csv';
import { gapRowsToGeoJson } from '../../src/formats/gap-rows-geojson';
import { gapRowsToKml } from '../../src/formats/gap-rows-kml';
import { kmlToLayers } from '../../src/formats/kml';
import { areaGeometry } from '../../src/formats/write-geojson';
import { writeKml } from '../../src/formats/write-kml';
import { writeXlsx } from '../../src/formats/write-xlsx';
import { cell, input } from './made-up';

const rows: GapRow[] = [];
const geometries: MultiPolygonRings[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'lomsong-'));
const HEAD = { name: 'gaps', provenance: ['modelled'] };
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  const plan = planGaps(input({ cells: [cell({ position: [105.05, 22.85], operator: '=CMD()' })] }), { ...DEFAULT_SETTINGS, byOperator: true });
  for (const commune of plan.communes) {
    const result = plan.gapsOf(commune);
    rows.push(...result.rows);
    geometries.push(...result.rows.map((_, row) => result.shapesOf(row).gap));
  }
  writeFileSync(file('gaps.xlsx'), await writeXlsx([{ name: 'gaps', columns: GAP_COLUMNS, rows: rows.map(gapCells) }]));
  writeFileSync(file('gaps.kml'), gapRowsToKml(rows, geometries, HEAD));
  writeFileSync(file('gaps.geojson'), gapRowsToGeoJson(rows, geometries, ['modelled']));
});

test('XLSX keeps numbers as numbers and text as text, whatever it begins with', async () => {
  const [sheet] = await readXlsxFile((await writeXlsx([{ name: 'gaps', columns: GAP_COLUMNS, rows: rows.map(gapCells) }])).slice().buffer);
  expect(sheet!.data).toHaveLength(rows.length + 1);
  const area = GAP_COLUMNS.indexOf('areaKm2');
  sheet!.data.slice(1).forEach((line, i) => {
    expect(line[area]).toBe(rows[i]!.areaKm2);
    expect(line[0]).toBe(rows[i]!.code);
  });
  expect(sheet!.data.flat()).toContain('=CMD()');
});

test('CSV guards text that a spreadsheet would run, and leaves numbers alone', () => {
  const csv = gapRowsToCsv(rows, { lineEnd: '\n' });
  expect(csv).toContain(",'=CMD(),");
  expect(csv).not.toMatch(/,=CMD/);
});

test('KML has a placemark for every gap, with its figures', () => {
  const { features } = JSON.parse(kmlToLayers(new TextEncoder().encode(gapRowsToKml(rows, geometries, HEAD)))[0]!.geojson) as { features: { properties: Record<string, unknown> }[] };
  const gaps = rows.filter((_, i) => geometries[i]!.length > 0);
  expect(features).toHaveLength(gaps.length);
  expect(features.map((f) => Number(f.properties.gapKm2))).toEqual(gaps.map((r) => r.gapKm2));
});

/**
 * Runs a tool of Debian's. Where it is not installed the test is skipped and says aloud what to install: `.ci/run`
 * installs all of them, so nothing goes unread there.
 */
function tool(context: TestContext, command: string, args: string[], package_: string): string {
  const { error, status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error || /No module named/.test(stderr)) {
    const advice = `not read back, ${package_} is missing: apt-get install -y ${package_}`;
    console.warn(`${context.task.name}: ${advice}`);
    context.skip(advice);
  }
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

const python = (context: TestContext, script: string, ...args: string[]): unknown => JSON.parse(tool(context, '/usr/bin/python3', ['-W', 'ignore', '-c', script, ...args], 'python3-openpyxl'));

describe('read back by others', () => {
  test.for([['gaps.geojson', () => rows.length], ['gaps.kml', () => geometries.filter((g) => g.length > 0).length]] as const)('%s by GDAL', ([name, count], context) => {
    expect(tool(context, 'ogrinfo', ['-ro', '-so', '-al', file(name)], 'gdal-bin')).toContain(`Feature Count: ${count()}`);
  });

  test('gaps.xlsx by openpyxl', (context) => {
    const script = 'import json, openpyxl, sys; s = openpyxl.load_workbook(sys.argv[1])["gaps"]; print(json.dumps([[[c.value, c.data_type] for c in r] for r in s.iter_rows()]))';
    const found = python(context, script, file('gaps.xlsx')) as [unknown, string][][];
    expect(found[0]!.map(([value]) => value)).toEqual(GAP_COLUMNS);
    expect(found.slice(1).map((row) => row.map(([value]) => value))).toEqual(rows.map((row) => gapCells(row).map((value) => (value === '' ? null : value))));
    expect([found[1]![6]![1], found[1]![0]![1]]).toEqual(['n', 's']);
  });

  test('a workbook of hard cells by openpyxl', async (context) => {
    const cells = ['x\u0001y', 'a\ud800b', '_x0041_', '=1+1', '  \u00e0 ', 'l1\nl2', '<&">', Number.NaN, Number.POSITIVE_INFINITY, 1e300, -0.1, true, null, 'Tra\u0323m'];
    writeFileSync(file('hard.xlsx'), await writeXlsx([{ name: 'B\u1ea3ng: a/b', columns: ['c'], rows: cells.map((cell) => [cell]) }, { name: 'b\u1ea3ng: a/b', columns: ['c'], rows: [] }]));
    const found = python(context, 'import json, openpyxl, sys; print(json.dumps([[s.title, [r[0].value for r in s.iter_rows(min_row=2)]] for s in openpyxl.load_workbook(sys.argv[1])]))', file('hard.xlsx'));
    expect(found).toEqual([
      ['B\u1ea3ng  a b', ['xy', 'ab', '_x0041_', '=1+1', '  \u00e0 ', 'l1\nl2', '<&">', null, null, 1e300, -0.1, true, null, 'Tr\u1ea1m']],
      ['b\u1ea3ng  a b 2', []],
    ]);
  });

  test('KML with its provenance by GDAL', (context) => {
    const text = writeKml({
      name: 'L\u00f5m <s\u00f3ng>',
      provenance: ['a & b', '2024-05-31'],
      features: [
        { name: 'P & Q', description: ['x < y', 'z\u0001'], properties: { gapKm2: 1.25, empty: null, operator: '=A' }, geometry: { type: 'Point', coordinates: [105.05, 22.85] } },
        { name: 'R', description: [], properties: {}, geometry: areaGeometry(geometries.find((g) => g.length > 0) ?? null) },
        { name: 'nowhere', description: [], properties: {}, geometry: null },
      ],
    });
    writeFileSync(file('any.kml'), text);
    const told = tool(context, 'ogrinfo', ['-ro', '-al', file('any.kml')], 'gdal-bin');
    expect(told).toContain('Feature Count: 2');
    expect(told).toContain('POINT (105.05 22.85)');
    expect(told).toContain('P & Q');
    expect(told).toContain('x < y');
    expect(told).toMatch(/gapKm2 \(String\) = 1\.25/);
    expect(text).toContain('<description>a &amp; b\n2024-05-31</description>');
    const layers = kmlToLayers(new TextEncoder().encode(text)).map((layer) => (JSON.parse(layer.geojson) as { features: { properties: Record<string, unknown> }[] }).features);
    expect(layers.flat().map((f) => f.properties.name)).toEqual(['P & Q', 'R']);
    expect(layers[0]![0]!.properties).toMatchObject({ gapKm2: '1.25', operator: '=A' });
  });
});
