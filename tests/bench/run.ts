/**
 * `npm run bench`: gaps of all communes by this engine, by Turf (two ways) and by native GEOS, in one run on the same
 * inputs: borders as committed and, where the sources are at hand, at full resolution; the bundled 4G stations as discs of
 * 64 vertices; the bundled coverage polygons. Prints a table of medians and ratios; asserts nothing about time.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { difference, featureCollection, multiPolygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { boxesMeet, boxOfGeometry } from '../../src/core/box';
import { createCover } from '../../src/core/cover';
import type { RingCache } from '../../src/core/subtraction';
import { areaKm2, ringAreaM2 } from '../../src/core/geodesic';
import type { MultiPolygonRings } from '../../src/core/model';
import { boundaryRings } from '../../src/core/overlay';
import { servedShape } from '../../src/core/radius-model';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { type Shape, shapeRing } from '../../src/core/shape';
import { readBundledCoverage, readBundledSites, readGazetteer } from '../../src/formats/bundled';

const DISC_STEPS = 64;
const RUNS = { engine: 15, geos: 15, turf: Number(process.env.BENCH_TURF_RUNS ?? 1) };

const text = (name: string) => readFileSync(new URL(`../../public/data/${name}`, import.meta.url), 'utf8');
const gazetteer = readGazetteer(text('communes.topo.json'), text('old-units.json'));
const shapes = readBundledSites(text('sites.csv'), gazetteer).flatMap((cell) => (cell.technology === '4G' ? (servedShape(cell, DEFAULT_SETTINGS) ?? []) : []));
const claimed = readBundledCoverage(text('coverage.geojson')).filter((a) => a.technology === '4G').map((a) => a.geometry);

interface Case {
  name: string;
  communes: MultiPolygonRings[];
  shapes: Shape[];
  areas: MultiPolygonRings[];
}

const borders: { name: string; communes: MultiPolygonRings[] }[] = [{ name: 'committed borders', communes: gazetteer.communes.map((c) => c.geometry) }];
const source = new URL('../../../shared/sources/communes-2025.geojson', import.meta.url);
if (existsSync(source)) {
  const { features } = JSON.parse(readFileSync(source, 'utf8')) as { features: Feature<Polygon | MultiPolygon>[] };
  const full = features.filter((f) => f.properties!.formerProvince === 'Hà Giang');
  borders.push({
    name: 'full-resolution borders',
    communes: full.map((f) => (f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates) as MultiPolygonRings),
  });
}
const cases: Case[] = borders.flatMap(({ name, communes }) => [
  { name: `${name}, ${shapes.length} discs of ${DISC_STEPS}`, communes, shapes, areas: [] },
  { name: `${name}, ${claimed.flat().length} coverage polygons`, communes, shapes: [], areas: claimed },
]);

function median(values: number[]): number {
  const sorted = values.slice().sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

/** Median seconds of a few runs and the result of the last. */
function timed<T>(runs: number, work: () => T, warmUps = 0): { seconds: number; result: T } {
  for (let i = 0; i < warmUps; i++) work();
  const seconds: number[] = [];
  let result!: T;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    result = work();
    seconds.push((performance.now() - start) / 1000);
  }
  return { seconds: median(seconds), result };
}

const gapOf = (communes: MultiPolygonRings[], geometries: (MultiPolygonRings | null)[]) => communes.map((_, i) => (geometries[i] ? areaKm2(geometries[i]) : 0));
const rings = (f: Feature<Polygon | MultiPolygon> | null): MultiPolygonRings | null =>
  f && ((f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates) as MultiPolygonRings);

/** This engine: indexing, thinning, clipping and the ellipsoidal area of every gap. Disc rings are given, as to the others. */
function engine(one: Case): { seconds: number; first: number; result: number[] } {
  const cache: RingCache = new Map();
  const work = () => {
    const cover = createCover(one.shapes, one.areas, cache, DISC_STEPS);
    return one.communes.map((geometry) => cover.subtractFrom(boundaryRings(geometry), boxOfGeometry(geometry)).reduce((sum, ring) => sum + ringAreaM2(ring) / 1e6, 0));
  };
  const first = timed(1, work).seconds;
  return { first, ...timed(RUNS.engine, work, 2) };
}

function turfPlain(communes: MultiPolygonRings[], coverage: MultiPolygonRings[]) {
  return timed(RUNS.turf, () => {
    const all = union(featureCollection(coverage.map((g) => multiPolygon(g))))!;
    return gapOf(communes, communes.map((g) => rings(difference(featureCollection<Polygon | MultiPolygon>([multiPolygon(g), all])))));
  });
}

function turfNearby(communes: MultiPolygonRings[], coverage: MultiPolygonRings[]) {
  const boxes = coverage.map((g) => boxOfGeometry(g));
  return timed(RUNS.turf, () =>
    gapOf(communes, communes.map((g) => {
      const box = boxOfGeometry(g);
      const near = coverage.filter((_, i) => boxesMeet(boxes[i]!, box)).map((c) => multiPolygon(c));
      return near.length === 0 ? g : rings(difference(featureCollection([multiPolygon(g), ...near])));
    })),
  );
}

/** Seconds per run measured inside Python; null where there is no shapely. */
function geos(communes: MultiPolygonRings[], coverage: MultiPolygonRings[]): { seconds: number; version: string } | null {
  for (const python of ['/usr/bin/python3', 'python3']) {
    try {
      const out = execFileSync(python, [new URL('./geos.py', import.meta.url).pathname], {
        input: JSON.stringify({ communes, coverage, runs: RUNS.geos }), maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'ignore'],
      });
      const result = JSON.parse(String(out)) as { seconds: number[]; version: string };
      return { seconds: median(result.seconds), version: result.version };
    } catch {
      // This Python has no shapely.
    }
  }
  return null;
}

const ms = (seconds: number) => `${(seconds * 1000).toFixed(seconds < 0.1 ? 1 : 0)} ms`;
console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; medians of ${RUNS.engine} runs (Turf: ${RUNS.turf})`);
for (const one of cases) {
  const coverage = [...one.shapes.map((s) => [[shapeRing(s, DISC_STEPS)]]), ...one.areas];
  const own = engine(one);
  const native = geos(one.communes, coverage);
  const plain = turfPlain(one.communes, coverage);
  const nearby = turfNearby(one.communes, coverage);
  const total = one.communes.reduce((sum, g) => sum + areaKm2(g), 0);
  const apart = (other: number[]) => Math.max(...other.map((gap, i) => Math.abs(gap - own.result[i]!) / areaKm2(one.communes[i]!)));
  console.log(`\n${one.name} (${one.communes.flat(2).reduce((n, r) => n + r.length, 0)} border vertices; gap ${((own.result.reduce((a, b) => a + b, 0) / total) * 100).toFixed(3)} %)`);
  console.log(`  this engine             ${ms(own.seconds)}   (first run ${ms(own.first)})`);
  if (native) console.log(`  native GEOS             ${ms(native.seconds)}   engine/GEOS ${(own.seconds / native.seconds).toFixed(2)}   ${native.version}`);
  else console.log('  native GEOS             not here (Debian: apt-get install python3-shapely)');
  console.log(`  Turf union, difference  ${ms(plain.seconds)}   Turf/engine ${(plain.seconds / own.seconds).toFixed(0)}   apart ${apart(plain.result).toExponential(1)} of a commune`);
  console.log(`  Turf difference nearby  ${ms(nearby.seconds)}   Turf/engine ${(nearby.seconds / own.seconds).toFixed(0)}   apart ${apart(nearby.result).toExponential(1)} of a commune`);
}
