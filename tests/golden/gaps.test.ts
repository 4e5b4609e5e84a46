/** The golden case, through the command as its README gives it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { GapRow } from '../../src/core/model';

const folder = new URL('./gaps/', import.meta.url);

interface Expected extends Record<'areaKm2' | 'gapKm2' | 'largestGapKm2' | 'bts' | 'population' | 'populationGap' | 'populationLom' | 'localities' | 'localitiesTrang' | 'localitiesLom' | 'closeCalls' | 'closeCallsLom', number> {
  code: string;
  technology: string;
}

const expected = (JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as { rows: Expected[] }).rows;
const output = execFileSync(
  process.execPath,
  [new URL('../../bin/lomsong.mjs', import.meta.url).pathname, 'gaps', '--sites', 'sites.csv', '--communes', 'communes.geojson', '--localities', 'localities.csv', '--radius', '2G=6km,3G=3km,4G=2.5km', '--technology', '2G,3G,4G', '--format', 'json'],
  { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] },
);
const rows = JSON.parse(String(output)) as GapRow[];

/** By native GEOS on geodesic discs of 1,024 vertices (see `geos.ts`), km². */
const fine = JSON.parse(readFileSync(new URL('geos-1024.json', folder), 'utf8')) as Record<string, number>;

/** What the reference's discs of 256 inscribed vertices lack, as a share of a disc; ours have the disc's own area. */
const VERTEX_ERROR = (2 * Math.PI / 256) ** 2 / 6;

describe('golden case', () => {
  test('has a row for every commune and technology, and no other', () => {
    expect(rows.map((r) => `${r.code} ${r.technology}`)).toEqual(expected.map((r) => `${r.code} ${r.technology}`));
  });

  test.each(expected.map((e, i) => [`${e.code} ${e.technology}`, e, rows[i]!] as const))('%s', (_, e, row) => {
    const tolerance = e.areaKm2 * (0.001 + VERTEX_ERROR);
    expect(Math.abs(row.areaKm2 - e.areaKm2) / e.areaKm2).toBeLessThan(1e-6);
    expect(Math.abs(row.gapKm2! - e.gapKm2)).toBeLessThan(tolerance);
    expect(Math.abs(row.gapKm2! - fine[`${row.code} ${row.technology}`]!) / e.areaKm2).toBeLessThan(1e-7);
    expect(Math.abs(row.largestGapKm2! - e.largestGapKm2)).toBeLessThan(tolerance);
    expect(row.bts).toBe(e.bts);
    expect(row.population).toBe(e.population);
    expect(row.localities).toBe(e.localities);
    expect(Math.abs(row.localitiesTrang! - e.localitiesTrang)).toBeLessThanOrEqual(e.closeCalls);
    expect(Math.abs(row.localitiesLom! - e.localitiesLom)).toBeLessThanOrEqual(e.closeCalls + e.closeCallsLom);
    if (e.closeCalls === 0) expect(row.populationGap).toBe(e.populationGap);
    if (e.closeCalls === 0 && e.closeCallsLom === 0) expect(row.populationLom).toBe(e.populationLom);
  });
});
