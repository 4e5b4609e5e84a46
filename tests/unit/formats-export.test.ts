/** Exports are read back: by libraries here, and by GDAL and openpyxl where they are installed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readXlsxFile from 'read-excel-file/universal';
import { beforeAll, describe, expect, test } from 'vitest';
import { planGaps } from '../../src/core/gaps';
import type { GapRow, MultiPolygonRings } from '../../src/core/model';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { gapCells, GAP_COLUMNS, gapRowsToCsv } from '../../src/formats/gap-rows-csv';
import { gapRowsToGeoJson } from '../../src/formats/gap-rows-geojson';
import { gapRowsToKml } from '../../src/formats/gap-rows-kml';
import { kmlToLayers } from '../../src/formats/kml';
import { writeXlsx } from '../../src/formats/write-xlsx';
import { cell, input } from './made-up';

const rows: GapRow[] = [];
const geometries: MultiPolygonRings[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'lomsong-'));
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  const plan = planGaps(input({ cells: [cell({ position: [105.05, 22.85], operator: '=CMD()' })] }), { ...DEFAULT_SETTINGS, byOperator: true });
  for (const commune of plan.communes) {
    const result = plan.gapsOf(commune);
    rows.push(...result.rows);
    geometries.push(...result.rows.map((_, row) => result.shapesOf(row).gap));
  }
  writeFileSync(file('gaps.xlsx'), await writeXlsx([{ name: 'gaps', columns: GAP_COLUMNS, rows: rows.map(gapCells) }]));
  writeFileSync(file('gaps.kml'), gapRowsToKml(rows, geometries));
  writeFileSync(file('gaps.geojson'), gapRowsToGeoJson(rows, geometries));
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
  const csv = gapRowsToCsv(rows, 'en');
  expect(csv).toContain(",'=CMD(),");
  expect(csv).not.toMatch(/,=CMD/);
});

test('KML has a placemark for every gap, with its figures', () => {
  const { features } = JSON.parse(kmlToLayers(new TextEncoder().encode(gapRowsToKml(rows, geometries)))[0]!.geojson) as { features: { properties: Record<string, unknown> }[] };
  const gaps = rows.filter((_, i) => geometries[i]!.length > 0);
  expect(features).toHaveLength(gaps.length);
  expect(features.map((f) => Number(f.properties.gapKm2))).toEqual(gaps.map((r) => r.gapKm2));
});

/** Runs a tool of Debian's; null where it is missing, which is said. */
function tool(command: string, args: string[], package_: string): string | null {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    console.warn(`Not read back by ${package_}: apt-get install ${package_}`);
    return null;
  }
}

describe('read back by others', () => {
  test.each([['gaps.geojson', () => rows.length], ['gaps.kml', () => geometries.filter((g) => g.length > 0).length]])('%s by GDAL', (name, count) => {
    const told = tool('ogrinfo', ['-ro', '-so', '-al', file(name)], 'gdal-bin');
    if (told !== null) expect(told).toContain(`Feature Count: ${count()}`);
  });

  test('gaps.xlsx by openpyxl', () => {
    const script = 'import openpyxl, sys; s = openpyxl.load_workbook(sys.argv[1])["gaps"]; print(s.max_row, s.max_column, repr(s.cell(2, 7).value), s.cell(2, 7).data_type, s.cell(2, 1).data_type)';
    const told = tool('/usr/bin/python3', ['-W', 'ignore', '-c', script, file('gaps.xlsx')], 'python3-openpyxl');
    if (told !== null) expect(told.trim()).toBe(`${rows.length + 1} ${GAP_COLUMNS.length} ${rows[0]!.areaKm2} n s`);
  });
});
