/**
 * Makes `gaps/geos-1024.json`: the golden case's gaps by native GEOS, on geodesic discs of 1,024 vertices, km² by commune and
 * technology. Run with `npx tsx tests/golden/geos.ts` where python3-shapely is installed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { discRing } from '../../src/core/geodesic';
import type { MultiPolygonRings } from '../../src/core/model';
import { geos } from '../bench/geos';

const folder = new URL('./gaps/', import.meta.url);
const RADIUS_METERS: Record<string, number> = { '2G': 6000, '3G': 3000, '4G': 2500 };
const { features } = JSON.parse(readFileSync(new URL('communes.geojson', folder), 'utf8')) as { features: { properties: { code: string }; geometry: { type: string; coordinates: never } }[] };
const communes = features.map(({ geometry }): MultiPolygonRings => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates));
const stations = readFileSync(new URL('sites.csv', folder), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
const gapKm2: Record<string, number> = {};
for (const technology of [...Object.keys(RADIUS_METERS), 'any']) {
  const discs = stations.filter((s) => technology === 'any' || s[4] === technology).map((s) => [[discRing([Number(s[3]), Number(s[2])], RADIUS_METERS[s[4]!]!, 1024)]]);
  geos(communes, discs, 1, true)!.gap.forEach((area, i) => (gapKm2[`${features[i]!.properties.code} ${technology}`] = area));
}
writeFileSync(new URL('geos-1024.json', folder), `${JSON.stringify(gapKm2, null, 1)}\n`);
