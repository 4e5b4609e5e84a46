/** What holds for reading and writing whatever the file is. */
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCommuneIndex } from '../../src/core/commune-index';
import { createCommuneLookup } from '../../src/core/commune-lookup';
import { areaKm2 } from '../../src/core/geodesic';
import type { Commune } from '../../src/core/model';
import { readDataset, readDatasetInSteps } from '../../src/formats/read';
import { writeCsv } from '../../src/formats/write-csv';
import { areaGeometry, pointGeometry, writeGeoJson } from '../../src/formats/write-geojson';
import { language, LANGUAGE_CODES } from '../../src/strings/every-language';
import { describeIssue } from '../../src/strings/issues';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const folder = new URL('../fixtures/', import.meta.url);
const fixtures = readdirSync(folder)
  .filter((name) => !name.endsWith('.expected.json'))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }));

const square = (code: string, west: number, south: number, size = 0.5): Commune => ({
  code,
  name: `Xã ${code}`,
  population: null,
  geometry: [[[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]]],
});
const communes = [square('90000', 104.75, 22.5), square('90001', 105.25, 22.5)];
const area = createCommuneIndex(communes);
const lookup = createCommuneLookup(communes);
const HEAD = 'site_id,name,lat,lng,technology,operator';

describe('any file', () => {
  it('gives rows or issues, never an exception, however it was damaged', { timeout: 120_000 }, () => {
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), cut: fc.integer({ min: 0, max: 12 }), put: fc.uint8Array({ maxLength: 6 }) });
    const kind = fc.constantFrom(undefined, 'sites', 'fibre', 'localities', 'measurements', 'coverage', 'communes') as fc.Arbitrary<undefined | 'sites'>;
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.array(edit, { minLength: 1, maxLength: 4 }), kind, fc.boolean(), ({ name, bytes }, edits, kind, inside) => {
        let damaged = bytes;
        for (const { at, cut, put } of edits) {
          const from = Math.floor(at * damaged.length);
          damaged = new Uint8Array([...damaged.subarray(0, from), ...put, ...damaged.subarray(from + cut)]);
        }
        const started = performance.now();
        const result = readDataset(damaged, name, { kind, ...(inside ? { area, lookup } : {}) });
        expect(performance.now() - started).toBeLessThan(2000);
        expect(result.rows.length).toBe(result.rowLines.length);
        expect(result.rows.length).toBeLessThanOrEqual(result.rowCount);
        if (result.wholeFileError) expect(result.rows).toEqual([]);
        if (result.rows.length === 0) expect(result.issues.some((issue) => issue.severity === 'error')).toBe(true);
        const lines = result.issues.map((issue) => issue.line ?? -1);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
        for (const issue of result.issues) for (const code of LANGUAGE_CODES) expect(describeIssue(issue, language(code).issues)).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives each broken beginning of a JSON file as unreadable', () => {
    const { bytes } = fixtures.find(({ name }) => name === 'sites.geojson')!;
    for (let end = 1; end < bytes.length - 1; end += 7) expect(readDataset(bytes.slice(0, end), 'x.geojson', {}).unreadable).toBe(true);
  });

  it('survives JSON of the wrong shape', () => {
    const wrong = [
      '[]', '{}', 'null', '{"type":"FeatureCollection"}', '{"type":"FeatureCollection","features":[null,1,"x",{}]}',
      '{"type":"Feature","geometry":{"type":"Polygon"},"properties":null}', '{"type":"Polygon","coordinates":[[[1]]]}',
      '{"type":"Polygon","coordinates":[[["a","b"],[1,2],[3,4],[1,2]]]}', '{"type":"MultiPolygon","coordinates":[null,[null],[[null]]]}',
      '{"type":"Topology","objects":{"a":{"type":"Polygon","arcs":[[99]]}},"arcs":[]}', '{"type":"Topology","objects":{"a":null},"arcs":[]}',
      `${'['.repeat(50_000)}`, `{"type":"GeometryCollection","geometries":${'[{"type":"GeometryCollection","geometries":'.repeat(50)}[]${'}]'.repeat(50)}}`,
    ];
    for (const text of wrong) {
      for (const kind of ['sites', 'coverage', 'communes'] as const) expect(readDataset(encode(text), 'x.json', { kind }).rows).toEqual([]);
    }
  });
});

describe('lines and columns', () => {
  it('counts lines as an editor does, with every line end', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const rows = ['', 'a,"two', 'lines",22.6,104.8,4G,X', '', 'b,n,22.6,104.8,0G,X'];
      const text = [HEAD, ...rows].join(end);
      const result = readDataset(encode(text), 'x.csv', { kind: 'sites' });
      expect(result.rowLines).toEqual([3]);
      expect(result.issues).toMatchObject([{ line: 6, column: 'technology', code: 'unknown-technology' }]);
    }
  });

  it('finds every delimiter, whatever the cells hold', () => {
    for (const delimiter of [',', ';', '\t', '|'] as const) {
      const text = writeCsv(HEAD.split(','), [['a', 'x; y, z | w', 22.6, 104.8, '4G', 'X']], { delimiter: delimiter === '|' ? ';' : delimiter });
      const result = readDataset(encode(text), 'x.csv', {});
      expect(result.rows).toMatchObject([{ name: 'x; y, z | w', position: [104.8, 22.6] }]);
    }
  });

  it('tells the kind from the headers', () => {
    const heads = {
      sites: HEAD, fibre: 'fibre_id,name,lat,lng,commune_code', localities: 'locality_id,name,commune_code,lat,lng', measurements: 'lat,lng,technology,signal_dbm',
    };
    for (const [kind, head] of Object.entries(heads)) {
      const result = readDataset(encode(`${head}\n`), 'x.csv');
      expect([result.kind, result.kindGuessed]).toEqual([kind, true]);
    }
  });

  it('reports a mapped header that is not there as the missing column', () => {
    const result = readDataset(encode(`${HEAD}\na,b,22.6,104.8,4G,X\n`), 'x.csv', { kind: 'sites', map: { technology: 'Gen' } });
    expect(result.issues).toMatchObject([{ code: 'missing-column', column: 'technology', value: 'Gen' }]);
  });

  it('returns wrong options as a value', () => {
    const bytes = encode(`${HEAD}\na,b,22.6,104.8,4G,X\n`);
    expect(readDataset(bytes, 'x.csv', { crs: 'EPSG:1' }).usageError).toEqual({ option: 'crs', value: 'EPSG:1' });
    expect(readDataset(bytes, 'x.csv', { kind: 'sites', map: { colour: 'name' } }).usageError).toEqual({ option: 'map', value: 'colour=name' });
  });
});

describe('VN-2000 files', () => {
  const metres = (easting: number): string => `${HEAD}\na,b,2530500,${easting},4G,X\n`;
  const warning = (text: string, options = {}): Record<string, unknown> => readDataset(encode(text), 'x.csv', { kind: 'sites', ...options }).issues[0]!.detail;

  it('takes the zone with more rows inside, ties to Hà Giang, and names the other where it holds at least half as many', () => {
    expect(warning(metres(450250))).toMatchObject({ zone: '105°30′', otherZone: '106°00′' });
    expect(warning(metres(450250), { area: createCommuneIndex([square('1', 105, 22.5, 0.6)]) })).toMatchObject({ zone: '105°30′', inside: 1, otherInside: 1 });
    const west = warning(metres(450250), { area: createCommuneIndex([square('1', 104.9, 22.5, 0.4)]) });
    expect(west).toMatchObject({ zone: '105°30′', inside: 1 });
    expect(west.otherZone).toBeUndefined();
    expect(warning(metres(450250), { area: createCommuneIndex([square('1', 105.4, 22.5, 0.4)]) })).toMatchObject({ zone: '106°00′', inside: 1 });
  });

  it('obeys --crs', () => {
    const result = readDataset(encode(metres(450250)), 'x.csv', { kind: 'sites', crs: 'VN2000:104.5' });
    expect(result.rows[0]!.position[0]).toBeCloseTo(104.01705, 5);
    expect(result.issues).toMatchObject([{ code: 'projected-coordinates', value: 'VN2000:104.5' }]);
    expect(readDataset(encode(metres(450250)), 'x.csv', { kind: 'sites', crs: 'EPSG:4326' }).issues.map((issue) => issue.code)).toEqual(['bad-coordinate', 'bad-coordinate']);
  });
});

describe('areas', () => {
  const coverage = (coordinates: unknown): ReturnType<typeof readDataset<'coverage'>> =>
    readDataset(encode(JSON.stringify({ type: 'Feature', properties: { technology: '4G', operator: 'X' }, geometry: { type: 'Polygon', coordinates } })), 'x.geojson', { kind: 'coverage' });

  it('mends a figure of eight to both its loops', () => {
    const result = coverage([[[105, 23], [105.2, 23.2], [105.2, 23], [105, 23.2], [105, 23]]]);
    expect(result.issues).toMatchObject([{ code: 'bad-geometry', severity: 'warning', detail: { mended: 'self-crossing' } }]);
    const whole = coverage([[[105, 23], [105.2, 23], [105.2, 23.2], [105, 23.2], [105, 23]]]);
    expect(areaKm2(result.rows[0]!.geometry) / areaKm2(whole.rows[0]!.geometry)).toBeCloseTo(0.5, 3);
  });

  it('keeps holes, turns rings, and lets touching rings be', () => {
    const outer = [[105, 23], [105.4, 23], [105.4, 23.4], [105, 23.4], [105, 23]];
    const hole = [[105.1, 23.1], [105.1, 23.2], [105.2, 23.2], [105.2, 23.1], [105.1, 23.1]];
    expect(coverage([outer, hole]).issues).toEqual([]);
    const turned = coverage([[...outer].reverse(), [...hole].reverse()]);
    expect(turned.issues).toMatchObject([{ detail: { mended: 'wrong-winding' } }]);
    expect(turned.rows[0]!.geometry).toEqual([[outer, hole]]);
    expect(coverage([outer, [[105, 23], [105.1, 23.2], [105.2, 23.1], [105, 23]]]).issues).toEqual([]);
  });
});

describe('long files', () => {
  it('reports progress and stops when asked', () => {
    const text = `${HEAD}\n${Array.from({ length: 9000 }, (_, i) => `S${i},n,22.6,104.8,4G,X`).join('\n')}\n`;
    const shares = [...readDatasetInSteps(encode(text), 'x.csv', { kind: 'sites' })];
    expect(shares.length).toBeGreaterThan(3);
    expect(shares.at(-1)).toBe(1);
    const controller = new AbortController();
    expect(() => readDataset(encode(text), 'x.csv', { kind: 'sites', signal: controller.signal, onProgress: () => controller.abort() })).toThrow();
  });
});

describe('writing', () => {
  it('reads back what it wrote', () => {
    const cell = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '' && !/^[=+\-@#'\s]|\u0000/.test(text) && !/^(?:na|n\/a|nan|null|nil|\(null\)|\\n)$/i.test(text.trim()) && !/[\r\u2012-\u2014]/.test(text));
    const row = fc.tuple(cell, cell, fc.double({ min: 8, max: 23.5, noNaN: true }), fc.double({ min: 102, max: 110, noNaN: true }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.constantFrom(',', ';', '\t'), fc.constantFrom('.', ','), fc.boolean(), (rows, delimiter, decimal, bom) => {
        const cells = rows.map(([, name, lat, lng], i) => [`S${i}`, name, lat, lng, '4G', 'X']);
        const text = writeCsv(HEAD.split(','), cells, { delimiter, decimal, bom } as Parameters<typeof writeCsv>[2]);
        const result = readDataset(encode(text), 'x.csv', { kind: 'sites' });
        expect(result.issues).toEqual([]);
        expect(result.rows.map((site) => [site.name, site.position[1], site.position[0]])).toEqual(rows.map(([, name, lat, lng]) => [name.normalize('NFC').replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, ''), lat, lng]));
      }),
    );
  });

  it('writes composed letters, so that none turns into a delimiter when it is read', () => {
    expect(writeCsv(['a'], [['x\u037ey']], { delimiter: ';', lineEnd: '\n' })).toBe('a\n"x;y"\n');
  });

  it('guards texts that a spreadsheet would run, and leaves numbers alone', () => {
    expect(writeCsv(['a', 'b', 'c', 'd'], [['=1+1', -95.5, '@cmd', '-95']], { lineEnd: '\n' })).toBe("a,b,c,d\n'=1+1,-95.5,'@cmd,-95\n");
    expect(writeCsv(['a'], [[1.5], [null], ['x;"y"']], { delimiter: ';', decimal: ',', lineEnd: '\n', bom: true })).toBe('\ufeffa\n1,5\n\n"x;""y"""\n');
  });

  it('writes GeoJSON that it reads back', () => {
    const text = writeGeoJson(communes.map(({ code, name, geometry }) => ({ properties: { code, name }, geometry: areaGeometry(geometry) })));
    const result = readDataset(encode(text), 'x.geojson', { kind: 'communes' });
    expect(result.issues).toEqual([]);
    expect(result.rows).toEqual(communes);
    expect(areaGeometry([])).toBeNull();
    expect(pointGeometry([105, 23])).toEqual({ type: 'Point', coordinates: [105, 23] });
  });
});
