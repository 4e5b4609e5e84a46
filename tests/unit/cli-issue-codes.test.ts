/** Every issue code of the contract, as `lomsong check` prints it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { IssueCode, Severity } from '../../src/core/model';
import { run } from './cli-run';

const SITES = 'site_id,name,lat,lng,technology,operator,radius_m,as_of\n';
const LOCALITIES = 'locality_id,name,commune_code,lat,lng\n';
const site = (row: string) => `${SITES}S1,good,22.8233,104.9836,4G,Viettel,,\n${row}\n`;
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));

interface Case {
  code: IssueCode;
  severity: Severity;
  kind: string;
  file: string | Uint8Array;
  line: number | null;
  column: string | null;
  status: 0 | 1 | 2;
}

const CASES: Case[] = [
  { code: 'missing-column', severity: 'error', kind: 'sites', file: 'site_id,name,lat,lng,operator\nS1,a,22.8,105,Viettel\n', line: null, column: 'technology', status: 1 },
  { code: 'missing-value', severity: 'error', kind: 'sites', file: site('S2,b,,104.98,4G,Viettel,,'), line: 3, column: 'lat', status: 1 },
  { code: 'bad-number', severity: 'error', kind: 'sites', file: site('S2,b,north,104.98,4G,Viettel,,'), line: 3, column: 'lat', status: 1 },
  { code: 'bad-coordinate', severity: 'error', kind: 'sites', file: site('S2,b,228.2,104.98,4G,Viettel,,'), line: 3, column: 'lat', status: 1 },
  { code: 'swapped-coordinates', severity: 'warning', kind: 'sites', file: site('S2,b,104.98,22.82,4G,Viettel,,'), line: 3, column: 'lat', status: 0 },
  { code: 'projected-coordinates', severity: 'warning', kind: 'sites', file: `${SITES}S1,a,2530500,450250,4G,Viettel,,\n`, line: null, column: null, status: 0 },
  { code: 'outside-area', severity: 'warning', kind: 'sites', file: site('S2,b,10.77,106.7,4G,Viettel,,'), line: 3, column: 'lat', status: 0 },
  { code: 'unknown-technology', severity: 'error', kind: 'sites', file: site('S2,b,22.82,104.98,6G,Viettel,,'), line: 3, column: 'technology', status: 1 },
  { code: 'duplicate-id', severity: 'error', kind: 'sites', file: site('S1,b,22.82,104.98,lte,Viettel,,'), line: 3, column: 'site_id', status: 1 },
  { code: 'unknown-commune', severity: 'warning', kind: 'localities', file: `${LOCALITIES}L1,a,Atlantis,22.8233,104.9836\n`, line: 2, column: 'commune_code', status: 0 },
  { code: 'bad-date', severity: 'warning', kind: 'sites', file: site('S2,b,22.82,104.98,4G,Viettel,,31/02/2024'), line: 3, column: 'as_of', status: 0 },
  { code: 'bad-value', severity: 'warning', kind: 'sites', file: site('S2,b,22.82,104.98,4G,Viettel,wide,'), line: 3, column: 'radius_m', status: 0 },
  { code: 'encoding', severity: 'warning', kind: 'localities', file: fixture('windows-1258.csv'), line: null, column: null, status: 0 },
  {
    code: 'bad-geometry', severity: 'warning', kind: 'coverage', line: 0, column: 'geometry', status: 0,
    file: '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"technology":"4G","operator":"Viettel"},"geometry":{"type":"Polygon","coordinates":[[[105,22.8],[105.1,22.8],[105.1,22.9],[105,22.9]]]}}]}',
  },
  { code: 'unreadable', severity: 'error', kind: 'sites', file: new Uint8Array([0, 1, 2, 255, 254, 0, 0, 7]), line: null, column: null, status: 2 },
  { code: 'empty', severity: 'error', kind: 'sites', file: SITES, line: null, column: null, status: 1 },
];

describe('check prints', () => {
  test.each(CASES.map((c) => [c.code, c] as const))('%s', async (code, { severity, kind, file, line, column, status }) => {
    const result = await run(['check', 'f', '--kind', kind], { f: file });
    const [issue, ...others] = result.issues();
    expect(others).toEqual([]);
    expect(Object.keys(issue!)).toEqual(['file', 'line', 'column', 'code', 'severity', 'value', 'message']);
    expect(issue).toMatchObject({ file: 'f', line, column, code, severity });
    expect(issue!.message).toMatch(/\S/);
    expect(result.status).toBe(status);
  });

  test('every code of the model', () => {
    const model = readFileSync(new URL('../../src/core/model.ts', import.meta.url), 'utf8');
    const codes = [.../export type IssueCode =([^;]*);/.exec(model)![1]!.matchAll(/'([a-z-]+)'/g)].map((m) => m[1]);
    expect(CASES.map((c) => c.code).sort()).toEqual(codes.sort());
  });
});
