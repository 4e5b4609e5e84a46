/** Receipts of rows read and of versions compared, drawn at random, are repeated with the command that each names. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUNDLED, type FileNamed } from '../../src/core/command-line';
import { type AnyComparison, compareDatasets } from '../../src/core/compare';
import { comparisonRecord } from '../../src/core/comparison-record';
import { figureAt, pathText } from '../../src/core/figure-path';
import type { FigureReceipt } from '../../src/core/figure-receipt';
import { changeFigures, comparisonCitation, comparisonFigures, readingCitation, readingFigures } from '../../src/core/file-receipt';
import type { DatasetKind, FileReading, Provenance } from '../../src/core/model';
import { readingRecord } from '../../src/core/reading-record';
import { BUNDLED_KINDS, readBundledDataset } from '../../src/formats/bundled';
import { BUNDLED_FILES } from '../../src/formats/bundled-files';
import { type ReadOptions, readDataset } from '../../src/formats/read';
import { gazetteer } from './bundled-data';
import { data, run } from './cli-run';

const provenance = (file: string, reading?: FileReading): Provenance => ({ file, nature: 'imported', date: null, what: { vi: file }, source: { vi: file }, licence: null, checks: [], notes: [], ...(reading ? { reading } : {}) });
const NO_READING: Omit<FileReading, 'path'> = { sheet: null, map: {}, set: {}, crs: null, headerLine: null };

/** What a reader does who follows the receipt. @returns how many receipts were followed */
async function follow(receipts: readonly FigureReceipt[], files: Record<string, string>): Promise<number> {
  const outputs = new Map<string, unknown>();
  for (const receipt of receipts) {
    const key = receipt.argv.join('\n');
    if (!outputs.has(key)) outputs.set(key, JSON.parse((await run([...receipt.argv], files)).stdout));
    const [path] = receipt.paths;
    expect(figureAt(outputs.get(key), path!), `${receipt.command}: ${pathText(path!)}`).toEqual(receipt.value);
    expect(receipt.inputs.length, receipt.figure).toBeGreaterThan(0);
    expect(receipt.beyond).toEqual([]);
  }
  return receipts.length;
}

/** A table with headers of its own, some rows of which are wrong. */
const HEADERS = { site_id: 'site_id', name: 'name', lat: 'lat', lng: 'lng', technology: 'technology', operator: 'operator' };
const STRANGE = { site_id: 'a1', name: 'a2', lat: 'a3', lng: 'a4', technology: 'a5', operator: 'a6' };
const row = fc.record({
  site_id: fc.constantFrom('S1', 'S2', 'S3', 'S4', ''), name: fc.constantFrom('x', 'y'), lat: fc.constantFrom('22.83', '22.84', '22,9', 'abc', ''), lng: fc.constantFrom('104.98', '105.0', '9'),
  technology: fc.constantFrom('2G', '4G', 'LTE', '7G'), operator: fc.constantFrom('Viettel', 'MobiFone', ''),
});
const table = fc.record({ rows: fc.array(row, { minLength: 1, maxLength: 12 }), strange: fc.boolean(), above: fc.nat(2) }).map(({ rows, strange, above }) => {
  const headers: Record<string, string> = strange ? STRANGE : HEADERS;
  const lines = [...Array.from({ length: above }, (_, i) => `Bảng ${i};;`), Object.values(headers).join(';'), ...rows.map((cells) => Object.keys(headers).map((field) => cells[field as keyof typeof cells]).join(';'))];
  return { text: `${lines.join('\n')}\n`, reading: { ...NO_READING, map: strange ? STRANGE : {}, headerLine: strange || above > 0 ? above + 1 : null } };
});
type DrawnTable = { text: string; reading: Omit<FileReading, 'path'> };
const optionsOf = ({ map, set, crs, headerLine }: DrawnTable['reading']): ReadOptions<'sites'> & { kind: 'sites' } => ({ kind: 'sites', map, set, crs: crs ?? undefined, headerLine: headerLine ?? undefined, area: gazetteer.index, lookup: gazetteer.lookup });
const read = (file: string, { text, reading }: DrawnTable) => readDataset(new TextEncoder().encode(text), file, optionsOf(reading));
const named = (name: string, { reading }: DrawnTable): FileNamed => ({ name, reading: { path: name, ...reading } });

test('rows of files at random: read, used, left out and why', async () => {
  let followed = 0;
  await fc.assert(fc.asyncProperty(table, async (drawn) => {
    const result = read('tram.csv', drawn);
    const record = readingRecord({ ...result, file: 'tram.csv', goodRows: result.rows.length, found: result.issues });
    expect(record.used + record.leftOut).toBe(record.rows);
    const file = named('tram.csv', drawn);
    followed += await follow(readingFigures(readingCitation(record, file, provenance('tram.csv', file.reading!), null)), { 'tram.csv': drawn.text });
  }), { numRuns: 40, seed: 20261124 });
  expect(followed).toBeGreaterThan(300);
});

test.each(BUNDLED_KINDS)('the bundled dataset of %s: all rows are used', async (kind) => {
  const { read: found } = readBundledDataset(kind, data(BUNDLED_FILES[kind]), gazetteer);
  const record = readingRecord(found);
  expect(record).toMatchObject({ leftOut: 0, errors: 0, warnings: 0 });
  expect(await follow(readingFigures(readingCitation(record, { name: BUNDLED, reading: null }, provenance(BUNDLED_FILES[kind]), null)), {})).toBe(6);
});

test('two versions at random: what was added, removed, moved, changed, and how far', async () => {
  let moved = 0;
  await fc.assert(fc.asyncProperty(fc.array(table, { minLength: 1, maxLength: 2 }), table, async (older, newer) => {
    const names = older.map((_, i) => `cu-${i}.csv`);
    // The command reads the older files alike.
    const alike = older.filter(({ reading }) => JSON.stringify(reading) === JSON.stringify(older[0]!.reading));
    const rows = alike.map((drawn, i) => read(names[i]!, drawn));
    const after = read('moi.csv', newer);
    if ([...rows, after].some((result) => result.wholeFileError)) return;
    const comparison = { kind: 'sites', ...compareDatasets('sites', rows.flatMap((result) => result.rows), after.rows) } as AnyComparison;
    const sides = {
      before: alike.map((drawn, i) => ({ file: named(names[i]!, drawn), provenance: provenance(names[i]!) })),
      after: { file: named('moi.csv', newer), provenance: provenance('moi.csv') },
    };
    const record = comparisonRecord(comparison, sides.before.map(({ file }) => file.name), 'moi.csv');
    const citation = comparisonCitation(record, sides, null);
    const changes = record.changes.flatMap(({ number }) => changeFigures(citation, number));
    moved += changes.length;
    await follow([...comparisonFigures(citation), ...changes], { ...Object.fromEntries(alike.map((drawn, i) => [names[i]!, drawn.text])), 'moi.csv': newer.text });
  }), { numRuns: 100, seed: 20261124 });
  expect(moved).toBeGreaterThan(5);
});

test('coverage: ground gained and lost against the bundled polygons', async () => {
  const file = JSON.parse(data('coverage.geojson')) as { features: { properties: Record<string, string>; geometry: { coordinates: unknown[] } }[] };
  // Of the first feature the last polygon is gone, and another feature is gone whole.
  const text = JSON.stringify({ ...file, features: file.features.slice(0, -1).map((feature, i) => (i === 0 ? { ...feature, geometry: { ...feature.geometry, coordinates: feature.geometry.coordinates.slice(0, -1) } } : feature)) });
  const before = readBundledDataset('coverage', data('coverage.geojson'), gazetteer).rows;
  const after = readDataset(new TextEncoder().encode(text), 'moi.geojson', { kind: 'coverage', area: gazetteer.index }).rows;
  const comparison = { kind: 'coverage', ...compareDatasets('coverage', before, after) } as AnyComparison;
  const record = comparisonRecord(comparison, [BUNDLED], 'moi.geojson');
  const citation = comparisonCitation(record, { before: [{ file: { name: BUNDLED, reading: null }, provenance: provenance('coverage.geojson') }], after: { file: { name: 'moi.geojson', reading: null }, provenance: provenance('moi.geojson') } }, null);
  const changes = record.changes.flatMap(({ number }) => changeFigures(citation, number));
  expect(changes.map(({ figure }) => figure)).toEqual(['gainedKm2', 'lostKm2', 'gainedKm2', 'lostKm2']);
  expect(await follow([...comparisonFigures(citation), ...changes], { 'moi.geojson': text })).toBe(9);
}, 60_000);

describe('what a receipt says', () => {
  test('the command as it is typed, with how each version was read', () => {
    const old: FileReading = { path: 'cu.csv', ...NO_READING, map: { lat: 'Vĩ độ' }, headerLine: 3 };
    const kind: DatasetKind = 'sites';
    const record = comparisonRecord({ kind, added: [], removed: [], moved: [], changed: [], same: 0, areas: [] }, ['cu.csv'], 'moi.csv');
    const { command } = comparisonFigures(comparisonCitation(record, { before: [{ file: { name: 'cu.csv', reading: old }, provenance: provenance('cu.csv') }], after: { file: { name: 'moi.csv', reading: { path: 'moi.csv', ...NO_READING, sheet: 'Tháng 6' } }, provenance: provenance('moi.csv') } }, 'xa.geojson'))[0]!;
    expect(command).toBe('npx lomsong compare cu.csv moi.csv --kind sites --map "before:lat=Vĩ độ" --header before=3 --sheet "after=Tháng 6" --communes xa.geojson --format json');
  });

  test('older files that were read in different ways cannot be repeated so, which is said', () => {
    const side = (path: string, headerLine: number | null) => ({ file: { name: path, reading: { path, ...NO_READING, headerLine } }, provenance: provenance(path) });
    const record = comparisonRecord({ kind: 'fibre', added: [], removed: [], moved: [], changed: [], same: 0, areas: [] }, ['a.csv', 'b.csv'], 'c.csv');
    expect(comparisonFigures(comparisonCitation(record, { before: [side('a.csv', null), side('b.csv', 2)], after: side('c.csv', null) }, null))[0]!.beyond).toEqual(['readings-differ']);
    expect(comparisonFigures(comparisonCitation(record, { before: [side('a.csv', 2), side('b.csv', 2)], after: side('c.csv', null) }, null))[0]!.beyond).toEqual([]);
  });
});
