import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { communesOf, type CommuneTopology } from '../../data/boundaries';
import { COVERAGE_GRID_DEGREES } from '../../data/claimed-coverage';
import { communeLookup, contains } from '../../data/commune-lookup';
import { modelFiles } from '../../data/model';
import { readPublic } from '../../data/places';
import { SegmentIndex, toMeters } from '../../data/polyline';
import { seeded, valueNoise } from '../../data/prng';
import { crossingArcs, type Grid } from '../../data/simplify-together';
import { csvRows, type FileTexts } from '../../data/write';
import { distanceMeters, metersPerDegree, ringAreaM2 } from '../../src/core/geodesic';
import type { LngLat, MultiPolygonRings, OldUnit } from '../../src/core/model';

const communes = communesOf(JSON.parse(readPublic('communes.topo.json')) as CommuneTopology);
const communeAt = communeLookup(communes.map(({ properties, geometry }) => ({ code: properties.code, geometry })));
const borders = new SegmentIndex(communes.flatMap((c) => c.geometry.flat()));
const units = JSON.parse(readPublic('old-units.json')) as OldUnit[];

type Row = Record<string, string>;
const at = (row: Row): LngLat => [Number(row['lng']), Number(row['lat'])];
const sites = csvRows<Row>(readPublic('sites.csv')).map((row) => ({ ...row, position: at(row) }) as unknown as Row & { position: LngLat });
const hamlets = csvRows<Row>(readPublic('localities.csv')).map((row) => ({ ...row, position: at(row) }) as unknown as Row & { position: LngLat });
const { features } = JSON.parse(readPublic('coverage.geojson')) as {
  features: { properties: Record<string, string>; geometry: { type: string; coordinates: MultiPolygonRings } }[];
};

describe('the model makes itself again', () => {
  let made: FileTexts = {};
  beforeAll(() => {
    made = modelFiles();
  }, 120_000);

  test.each(['localities.csv', 'sites.csv', 'coverage.geojson', 'provenance.json'])('%s, byte for byte', (file) => {
    expect(made[file] === readPublic(file)).toBe(true);
  });
});

describe('stations', () => {
  test('783 2G, 932 3G and 703 4G, no other, each once', () => {
    const count = (technology: string) => sites.filter((s) => s['technology'] === technology).length;
    expect([sites.length, count('2G'), count('3G'), count('4G')]).toEqual([2418, 783, 932, 703]);
    expect(new Set(sites.map((s) => `${s['site_id']} ${s['technology']} ${s['operator']}`)).size).toBe(2418);
  });

  test('three unnamed operators of different size and mix, on shared masts', () => {
    const mix = (operator: string) => ['2G', '3G', '4G'].map((t) => sites.filter((s) => s['operator'] === operator && s['technology'] === t).length);
    expect([...new Set(sites.map((s) => s['operator']))].sort()).toEqual(['Nhà mạng A', 'Nhà mạng B', 'Nhà mạng C']);
    expect([mix('Nhà mạng A'), mix('Nhà mạng B'), mix('Nhà mạng C')]).toEqual([[390, 370, 328], [238, 330, 232], [155, 232, 143]]);
    const masts = new Map<string, Row[]>();
    for (const site of sites) masts.set(site['site_id']!, [...(masts.get(site['site_id']!) ?? []), site]);
    const shared = [...masts.values()].filter((rows) => new Set(rows.map((r) => r['operator'])).size > 1).length;
    expect(masts.size).toBe(640);
    expect(shared).toBeGreaterThan(200);
    for (const rows of masts.values()) expect(new Set(rows.map((r) => `${r['lat']} ${r['lng']} ${r['name']}`)).size).toBe(1);
  });

  test('all inside the province and clear of every border', () => {
    for (const { position } of sites) {
      expect(communeAt(position)).not.toBeNull();
      expect(borders.distanceMeters(toMeters(position), 45)).toBe(Infinity);
    }
  });

  test('a name never passes for a real one', () => {
    for (const site of sites) expect(site['name']).toMatch(/^Trạm mô phỏng \d{4}$/);
  });
});

describe('hamlets', () => {
  test('one for every 400 to 450 people, at least one in each old commune', () => {
    const people = hamlets.reduce((n, h) => n + Number(h['population']), 0);
    expect(people / hamlets.length).toBeGreaterThan(400);
    expect(people / hamlets.length).toBeLessThan(450);
    expect(new Set(hamlets.map((h) => h['old_code'])).size).toBe(193);
    expect(new Set(hamlets.map((h) => h['locality_id'])).size).toBe(hamlets.length);
    for (const hamlet of hamlets) expect(hamlet['note']).toBe('mô phỏng');
  });

  test('people add up to the census in every old commune and in every commune of 2025', () => {
    const sumBy = (column: string) => {
      const sums = new Map<string, number>();
      for (const h of hamlets) sums.set(h[column]!, (sums.get(h[column]!) ?? 0) + Number(h['population']));
      return sums;
    };
    const byOld = sumBy('old_code');
    for (const unit of units) expect(byOld.get(unit.code)).toBe(unit.population);
    const byCommune = sumBy('commune_code');
    for (const { properties } of communes) expect(byCommune.get(properties.code)).toBe(properties.population);
  });

  test('each lies in the commune it names, one that its old commune went to', () => {
    for (const hamlet of hamlets) {
      expect(communeAt(hamlet.position)).toBe(hamlet['commune_code']);
      expect(units.find((u) => u.code === hamlet['old_code'])!.communes.map((c) => c.code)).toContain(hamlet['commune_code']);
      expect(borders.distanceMeters(toMeters(hamlet.position), 45)).toBe(Infinity);
    }
  });
});

describe('the radius model', () => {
  const radiusMeters: Record<string, number> = { '2G': 4000, '3G': 2500, '4G': 2500 };
  const scale = metersPerDegree(22.8);
  /** Plainly, every hamlet against every station: not the way the model itself counts. */
  const distances = hamlets.map(({ position }) =>
    sites
      .filter((s) => Math.abs(s.position[0] - position[0]) * scale.lng < 4100 && Math.abs(s.position[1] - position[1]) * scale.lat < 4100)
      .map((s) => ({ site: s, beyond: distanceMeters(position, s.position) - radiusMeters[s['technology']!]! })));
  const share = (counts: (site: Row) => boolean) =>
    distances.filter((near) => near.some(({ site, beyond }) => counts(site) && beyond <= 0)).length / hamlets.length;

  test('98.6 % of the hamlets are reached by any technology', () => {
    expect(Math.abs(share(() => true) - 0.986)).toBeLessThanOrEqual(0.0005);
  });

  test('no hamlet is so near the edge of a reach that a polygon could judge it otherwise', () => {
    for (const { beyond } of distances.flat()) expect(Math.abs(beyond)).toBeGreaterThan(9);
  });

  test('4G reaches clearly fewer than 2G, and each operator fewer than all', () => {
    expect(share((s) => s['technology'] === '4G')).toBeLessThan(share((s) => s['technology'] === '2G') - 0.1);
    for (const operator of ['Nhà mạng A', 'Nhà mạng B', 'Nhà mạng C']) {
      expect(share((s) => s['operator'] === operator)).toBeLessThan(0.95);
    }
  });
});

describe('claimed coverage', () => {
  const onGrid = (ring: readonly LngLat[]) => ring.map(([lng, lat]): Grid => [Math.round(lng / COVERAGE_GRID_DEGREES), Math.round(lat / COVERAGE_GRID_DEGREES)]);

  test('each pair of operator and technology once, but for the one that is not published', () => {
    expect(features.map((f) => `${f.properties['operator']} ${f.properties['technology']}`)).toEqual([
      'Nhà mạng A 2G', 'Nhà mạng A 3G', 'Nhà mạng A 4G', 'Nhà mạng B 2G', 'Nhà mạng B 3G', 'Nhà mạng B 4G', 'Nhà mạng C 2G', 'Nhà mạng C 4G',
    ]);
    for (const { properties, geometry } of features) {
      expect([properties['kind'], properties['note'], geometry.type]).toEqual(['claimed', 'mô phỏng', 'MultiPolygon']);
    }
  });

  test.each(features)('valid: $properties.operator $properties.technology', ({ geometry: { coordinates } }) => {
    expect([...crossingArcs(coordinates.flat().map(onGrid))]).toEqual([]);
    for (const [outer, ...holes] of coordinates) {
      expect(ringAreaM2(outer!)).toBeGreaterThan(0);
      for (const hole of holes) {
        expect(ringAreaM2(hole)).toBeLessThan(0);
        expect(contains([[outer!]], hole[0]!)).toBe(true);
      }
      const others = coordinates.filter((polygon) => polygon[0] !== outer);
      expect(contains(others, outer![0]!)).toBe(false);
    }
  });

  test('holes occur, and the file stays small', () => {
    expect(features.some((f) => f.geometry.coordinates.some((polygon) => polygon.length > 1))).toBe(true);
    expect(gzipSync(readPublic('coverage.geojson')).length).toBeLessThan(120_000);
  });
});

test('seeded numbers are the same everywhere', () => {
  const random = seeded(1);
  expect([random(), random()]).toEqual([0.6270739405881613, 0.002735721180215478]);
  const noise = valueNoise(7, 1000);
  expect(noise(12_345, 67_890)).toBe(noise(12_345, 67_890));
  for (let x = 0; x < 5000; x += 250) expect(noise(x, 2 * x)).toBeLessThan(1);
});
