/** Native GEOS as a peer and as a judge. */
import { execFileSync } from 'node:child_process';
import { areaKm2 } from '../../src/core/geodesic';
import type { MultiPolygonRings } from '../../src/core/model';

/**
 * Native GEOS through Python's shapely: seconds of each run, measured inside Python, and, where shapes are asked for, the gap of each
 * commune in km². null where there is no shapely.
 */
export function geos(communes: MultiPolygonRings[], coverage: MultiPolygonRings[], runs: number, shapes = false): { seconds: number[]; version: string; gap: number[] } | null {
  for (const python of ['/usr/bin/python3', 'python3']) {
    try {
      const out = execFileSync(python, [new URL('./geos.py', import.meta.url).pathname], {
        input: JSON.stringify({ communes, coverage, runs, shapes }), maxBuffer: 1 << 29, stdio: ['pipe', 'pipe', 'ignore'],
      });
      const result = JSON.parse(String(out)) as { seconds: number[]; version: string; gap: MultiPolygonRings[] };
      return { seconds: result.seconds, version: result.version, gap: result.gap.map(areaKm2) };
    } catch {
      // This Python has no shapely.
    }
  }
  return null;
}
