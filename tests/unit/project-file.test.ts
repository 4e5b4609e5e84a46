import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { DatasetKind, Provenance } from '../../src/core/model';
import { PROJECT_FORMAT, readProjectFile, type StoredDataset, type StoredProject, writeProjectFile } from '../../src/formats/project-file';
import { scenariosOf } from '../../src/formats/scenario-check';
import { NO_SCENARIO, type ScenarioRecord } from '../../src/core/scenario';
import { cell, locality, rectangle } from './made-up';

const provenance: Provenance = { file: 'a.csv', nature: 'imported', date: null, what: { vi: 'a', en: 'a' }, source: { vi: 'a', en: 'a' }, licence: null, checks: [], notes: [{ vi: 'b', en: 'c' }] };
const project = (datasets: StoredDataset[], name = 'Thử'): StoredProject => ({ id: 'p1', name, savedAt: '2026-11-24T10:00:00Z', view: '#tech=4G', settings: { radius: 4 }, scenarios: [['2G']], datasets });
const sites = (...rows: unknown[]): StoredDataset => ({ id: 'd1', kind: 'sites', provenance, rows });

/** Any text, lone surrogates too. */
const text = fc.string({ unit: 'binary' });
// JSON knows no −0.
const degree = (most: number) => fc.double({ min: -most, max: most, noNaN: true }).map((d) => d || 0);
const position = fc.tuple(degree(180), degree(90));
const figure = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((d) => d || 0));
const area = { geometry: [[rectangle(105, 22, 106, 23), rectangle(105.2, 22.2, 105.4, 22.4).reverse()]] };
const rowsOf: { [K in DatasetKind]: fc.Arbitrary<unknown> } = {
  sites: fc.record({ name: text, position, bandMhz: figure }).map((part) => cell(part)),
  localities: fc.record({ name: text, position, households: figure }).map((part) => locality(part)),
  fibre: fc.record({ fibreId: text, name: text, position: fc.option(position), communeCode: fc.option(text), operator: fc.option(text), status: fc.constant('active'), asOf: fc.constant(null), positionNote: fc.constant(null) }),
  routes: fc.record({ routeId: text, operator: fc.option(text), status: fc.constant('planned'), asOf: fc.option(text), lines: fc.array(fc.array(position, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 3 }) }),
  measurements: fc.record({ position, technology: fc.constant('5G'), operator: fc.option(text), signalDbm: degree(140), measuredAt: fc.option(text), speedMbps: figure }),
  coverage: fc.record({ operator: text }).map((part) => ({ ...part, ...area, technology: '3G', kind: 'claimed' })),
  communes: fc.record({ code: text, name: text, population: figure }).map((part) => ({ ...part, ...area })),
  indicators: fc.record({ indicator: text, value: degree(1e9), unit: text, scope: text, reported: text, source: text }),
};
const datasets = fc.uniqueArray(
  fc.constantFrom(...(Object.keys(rowsOf) as DatasetKind[])).chain((kind) => fc.record({ id: text, kind: fc.constant(kind), provenance: fc.constant(provenance), rows: fc.array(rowsOf[kind], { maxLength: 5 }) })),
  { maxLength: 5, selector: (d) => d.id },
);

test('what is written is read the same, and writing is repeatable', () => {
  fc.assert(fc.property(datasets, text, (drawn, name) => {
    const given = project(drawn, name);
    const bytes = writeProjectFile(given);
    expect(readProjectFile(bytes)).toEqual({ project: given, trouble: null, detail: null });
    expect(writeProjectFile(structuredClone(given))).toEqual(bytes);
  }), { numRuns: 200 });
});

test('a mutated or cut file gives trouble or the same project: nothing half-read, no throw, no hang', () => {
  const given = project([sites(cell({ position: [105, 22] }), cell({ position: [105.1, 22] })), { id: 'd2', kind: 'coverage', provenance, rows: [{ ...area, technology: '3G', operator: 'A', kind: 'claimed' }] }]);
  const whole = writeProjectFile(given);
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), byte), { maxLength: 6 }), fc.oneof(fc.constant(whole.length), fc.nat(whole.length)), fc.uint8Array({ maxLength: 30 }), (changes, length, added) => {
    const bytes = new Uint8Array([...whole.subarray(0, length), ...added]);
    for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
    const { project: read, trouble } = readProjectFile(bytes);
    if (read) expect(read).toEqual(given);
    else expect(['not-a-project', 'newer-version', 'damaged']).toContain(trouble);
  }), { numRuns: 4000 });
});

test('every single byte that goes wrong is seen, or does not matter', () => {
  const given = project([sites(cell({ position: [105, 22] }))]);
  const whole = writeProjectFile(given);
  for (let at = 0; at < whole.length; at++) {
    for (const flip of [0x01, 0x80, 0xff]) {
      const bytes = whole.slice();
      bytes[at]! ^= flip;
      const { project: read } = readProjectFile(bytes);
      if (read) expect(read).toEqual(given);
    }
  }
});

test('any bytes at all, with and without the signature of a zip', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (drawn, signed) => {
    expect(readProjectFile(signed ? new Uint8Array([0x50, 0x4b, 3, 4, ...drawn]) : drawn).project).toBeNull();
  }), { numRuns: 500 });
});

test('other zips, newer versions and no version are told apart', () => {
  const head = (part: object) => readProjectFile(zipSync({ 'project.json': strToU8(JSON.stringify({ format: PROJECT_FORMAT, ...part })) })).trouble;
  expect(readProjectFile(zipSync({ 'doc.kml': strToU8('<kml/>') })).trouble).toBe('not-a-project');
  expect(readProjectFile(zipSync({ 'project.json': strToU8('{}') })).trouble).toBe('not-a-project');
  expect(readProjectFile(strToU8('a,b\n')).trouble).toBe('not-a-project');
  expect(readProjectFile(new Uint8Array()).trouble).toBe('not-a-project');
  expect(head({ version: 99 })).toBe('newer-version');
  expect(head({})).toBe('damaged');
  expect(head({ version: 0.5 })).toBe('damaged');
});

test('a file that another hand has changed is read whole or not at all', () => {
  const given = project([sites(cell({ position: [105, 22] })), { id: 'd2', kind: 'localities', provenance, rows: [locality({ position: [105, 22] })] }]);
  /** The file with one of its entries changed, checksums right. */
  const changed = (entry: string, change: (text: string) => string) => {
    const files = unzipSync(writeProjectFile(given));
    files[entry] = strToU8(change(strFromU8(files[entry]!)));
    return readProjectFile(zipSync(files));
  };
  expect(changed('data-0.json', (t) => t).project).toEqual(given);
  const row = (change: (t: string) => string) => changed('data-0.json', change).detail;
  expect(row((t) => t.replace('[105,22]', '[105]'))).toBe('data-0.json: row 0');
  expect(row((t) => t.replace('[105,22]', '[1e999,22]'))).toBe('data-0.json: row 0');
  expect(row((t) => t.replace('[105,22]', '[105,122]'))).toBe('data-0.json: row 0');
  expect(row((t) => t.replace('"4G"', '"6G"'))).toBe('data-0.json: row 0');
  expect(row((t) => t.replace('"bandMhz":null,', ''))).toBe('data-0.json: row 0');
  expect(row(() => '[]')).toBe('data-0.json: not 1 rows');
  const head = (change: (t: string) => string) => changed('project.json', change);
  expect(head((t) => t.replace('"d2"', '"d1"')).trouble).toBe('damaged');
  expect(head((t) => t.replace('data-1', 'data-0')).trouble).toBe('damaged');
  expect(head((t) => t.replace('"localities"', '"constructor"')).trouble).toBe('damaged');
  expect(head((t) => t.replace('"imported"', '"guessed"')).trouble).toBe('damaged');
  expect(head((t) => t.replace('data-1', 'data-9')).detail).toBe('data-9.json: not 1 rows');
  expect(head((t) => `${t.slice(0, -1)},"later":1}`).project).toEqual(given);
});

test('scenarios come back; what this version does not understand is passed over and kept', () => {
  const record: ScenarioRecord = {
    id: 's1', changedAt: '2026-11-24T10:00:00Z',
    scenario: {
      ...NO_SCENARIO, name: 'Tắt 2G', on: '2028-09', ends: [{ technology: '2G', operator: null, date: '2026-09-16' }], roaming: ['00691'],
      added: [{ id: 'N1', name: '', position: [105, 23], technologies: ['4G'], operator: 'A', radiusMeters: null, heightM: 42, eirpDbm: null, hasElectricity: true, backhaul: 'fibre' }],
    },
  };
  const strange = { ...record, scenario: { ...record.scenario, ends: ['2G'] } };
  const read = readProjectFile(writeProjectFile({ ...project([]), scenarios: [record, strange, null] })).project!;
  expect(scenariosOf(read)).toEqual([record]);
  expect(read.scenarios).toHaveLength(3);
});
