import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { PROJECT_FORMAT, readProjectFile, type StoredProject, writeProjectFile } from '../../src/formats/project-file';
import { cell } from './made-up';

const provenance = { file: 'a.csv', nature: 'imported' as const, date: null, what: { vi: 'a', en: 'a' }, source: { vi: 'a', en: 'a' }, licence: null, checks: [], notes: [] };
const project = (rows: unknown[], name = 'Thử'): StoredProject => ({ id: 'p1', name, savedAt: '2026-11-24T10:00:00Z', view: '#tech=4G', settings: {}, scenarios: [], datasets: [{ id: 'd1', kind: 'sites', provenance, rows }] });

test('what is written is read the same, and writing is repeatable', () => {
  fc.assert(fc.property(fc.array(fc.record({ name: fc.string(), lng: fc.double({ min: -180, max: 180, noNaN: true }) })), fc.string(), (drawn, name) => {
    // JSON knows no −0.
    const given = project(drawn.map((d) => cell({ name: d.name, position: [d.lng || 0, 22] })), name);
    const bytes = writeProjectFile(given);
    expect(readProjectFile(bytes)).toEqual({ project: given, trouble: null });
    expect(writeProjectFile(given)).toEqual(bytes);
  }), { numRuns: 50 });
});

test('no mutated or cut file gives half a project, throws or hangs', () => {
  const whole = writeProjectFile(project([cell({ position: [105, 22] }), cell({ position: [105.1, 22] })]));
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }), fc.nat(whole.length), (changes, length) => {
    const bytes = whole.slice(0, length);
    for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
    const { project: read, trouble } = readProjectFile(bytes);
    if (read) expect(read.datasets[0]!.rows).toHaveLength(2);
    else expect(['not-a-project', 'newer-version', 'damaged']).toContain(trouble);
  }), { numRuns: 500 });
});

test('other zips and newer versions are told apart', () => {
  expect(readProjectFile(zipSync({ 'doc.kml': strToU8('<kml/>') })).trouble).toBe('not-a-project');
  expect(readProjectFile(zipSync({ 'project.json': strToU8(JSON.stringify({ format: PROJECT_FORMAT, version: 99 })) })).trouble).toBe('newer-version');
  expect(readProjectFile(strToU8('a,b\n')).trouble).toBe('not-a-project');
});
