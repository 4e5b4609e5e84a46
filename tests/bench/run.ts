/**
 * `npm run bench`: gaps of all communes by the exact engine, the polygon kernel, Turf (two ways) and native GEOS, in one run
 * on the same inputs: borders as committed and, where the sources are at hand, at full resolution; the bundled stations of each
 * technology, as discs or as polygons of 64 vertices; the bundled coverage polygons. Then one station moved, growth, and the next masts.
 * Prints tables of medians and ratios; asserts nothing about time. `BENCH_ONLY=discs|polygons|moved|growth|masts` runs a part.
 */
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { difference, featureCollection, multiPolygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { boxesMeet, boxOfGeometry } from '../../src/core/box';
import { type Cover, createCover } from '../../src/core/cover';
import { areaKm2, destination, ringAreaM2 } from '../../src/core/geodesic';
import type { MultiPolygonRings } from '../../src/core/model';
import { communeRegion, type Region } from '../../src/core/region';
import { servedShape } from '../../src/core/radius-model';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { type Shape, shapeBox, shapeRing } from '../../src/core/shape';
import { createSubtraction, partsOf, type RingCache } from '../../src/core/subtraction';
import { readBundledCoverage, readBundledSites, readGazetteer } from '../../src/formats/bundled';
import { benchNextMasts } from './next-masts';
import { geos } from './geos';

/** Vertices of the discs given to those who know only polygons; GEOS is checked against on as many as FINE_STEPS. */
const DISC_STEPS = 64;
const FINE_STEPS = 1024;
/** Runs until V8 has compiled what it will: about half a second. */
const WARM_UPS = 60;
const RUNS = { engine: 25, kernel: 9, geos: 15, turf: Number(process.env.BENCH_TURF_RUNS ?? 1) };
/** A third of them warms up. */
const MOVES = 300;
const GROWTH = [1, 3, 10, 30];
const wanted = (part: string) => !process.env.BENCH_ONLY || process.env.BENCH_ONLY === part;

const text = (name: string) => readFileSync(new URL(`../../public/data/${name}`, import.meta.url), 'utf8');
const gazetteer = readGazetteer(text('communes.topo.json'), text('old-units.json'));
const cells = readBundledSites(text('sites.csv'), gazetteer);
const shapesOf = (technology: string): Shape[] => cells.flatMap((cell) => (cell.technology === technology ? (servedShape(cell, DEFAULT_SETTINGS) ?? []) : []));
const claimed = readBundledCoverage(text('coverage.geojson')).filter((a) => a.technology === '4G').map((a) => a.geometry);

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

function median(values: number[]): number {
  const sorted = values.slice().sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

/** Median and least seconds of a few runs: on a shared machine the least says more. */
interface Timing {
  seconds: number;
  least: number;
}

const timing = (seconds: number[]): Timing => ({ seconds: median(seconds), least: Math.min(...seconds) });

/** Timing of a few runs and the result of the last. */
function timed<T>(runs: number, work: () => T, warmUps = 0): Timing & { result: T } {
  for (let i = 0; i < warmUps; i++) work();
  const seconds: number[] = [];
  let result!: T;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    result = work();
    seconds.push((performance.now() - start) / 1000);
  }
  return { ...timing(seconds), result };
}

const rings = (f: Feature<Polygon | MultiPolygon> | null): MultiPolygonRings | null =>
  f && ((f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates) as MultiPolygonRings);
const areasOf = (geometries: (MultiPolygonRings | null)[]) => geometries.map((g) => (g ? areaKm2(g) : 0));
const polygonsOf = (shapes: readonly Shape[], steps: number): MultiPolygonRings[] => shapes.map((s) => [[shapeRing(s, steps)]]);

/** The exact engine, from bare stations to the area of every gap, in km². Borders are made ready once, as in the application. */
const gapsOf = (cover: Cover, regions: readonly Region[]) => regions.map((region) => cover.leftOf(region).areaM2 / 1e6);

function exact(regions: readonly Region[], shapes: readonly Shape[], runs = RUNS.engine) {
  const first = timed(1, () => gapsOf(createCover(shapes, []), regions)).seconds;
  const run = timed(runs, () => gapsOf(createCover(shapes, []), regions), WARM_UPS);
  const cover = createCover(shapes, []);
  return { first, ...run, degenerate: regions.filter((region) => cover.leftOf(region).degenerate).length };
}

/** The polygon kernel: indexing, thinning, clipping and the area of every gap. The vertices of discs are given, as to the others. */
function kernel(regions: readonly Region[], shapes: readonly Shape[], areas: readonly MultiPolygonRings[]) {
  const cache: RingCache = new Map();
  const parts = partsOf(areas);
  return timed(RUNS.kernel, () => {
    const subtract = createSubtraction(shapes, parts, cache, DISC_STEPS);
    return regions.map((region) => subtract(region.rings, region.box).reduce((sum, ring) => sum + ringAreaM2(ring) / 1e6, 0));
  }, 2);
}

function turfPlain(communes: MultiPolygonRings[], coverage: MultiPolygonRings[]) {
  return timed(RUNS.turf, () => {
    const all = union(featureCollection(coverage.map((g) => multiPolygon(g))))!;
    return areasOf(communes.map((g) => rings(difference(featureCollection<Polygon | MultiPolygon>([multiPolygon(g), all])))));
  });
}

function turfNearby(communes: MultiPolygonRings[], coverage: MultiPolygonRings[]) {
  const boxes = coverage.map((g) => boxOfGeometry(g));
  return timed(RUNS.turf, () =>
    areasOf(communes.map((g) => {
      const box = boxOfGeometry(g);
      const near = coverage.filter((_, i) => boxesMeet(boxes[i]!, box)).map((c) => multiPolygon(c));
      return near.length === 0 ? g : rings(difference(featureCollection([multiPolygon(g), ...near])));
    })),
  );
}

const ms = (seconds: number) => `${(seconds * 1000).toFixed(seconds < 0.1 ? 1 : 0)} ms`;
const ratio = (a: number, b: number) => (a < b ? `1/${(b / a).toFixed(1)}` : (a / b).toFixed(2));
const vertices = (communes: MultiPolygonRings[]) => communes.flat(2).reduce((n, r) => n + r.length, 0);

function say(name: string, { seconds, least }: Timing, note = ''): void {
  console.log(`  ${name.padEnd(30)}${ms(seconds).padStart(9)}  least ${ms(least).padStart(9)}   ${note}`);
}

/** Ratio of the medians and of the least. */
const against = (a: Timing, b: Timing) => `${ratio(a.seconds, b.seconds)} (least ${ratio(a.least, b.least)})`;

function benchDiscs(name: string, communes: MultiPolygonRings[]): void {
  const start = performance.now();
  const regions = communes.map(communeRegion);
  for (const region of regions) region.border();
  console.log(`\n${name}: ${vertices(communes)} vertices; made ready once in ${ms((performance.now() - start) / 1000)}`);
  const apart = (a: number[], b: number[]) => Math.max(...a.map((gap, i) => Math.abs(gap - b[i]!) / areaKm2(communes[i]!))).toExponential(1);
  for (const technology of ['2G', '3G', '4G']) {
    const shapes = shapesOf(technology);
    const polygons = polygonsOf(shapes, DISC_STEPS);
    const own = exact(regions, shapes);
    const clipped = kernel(regions, shapes, []);
    const native = geos(communes, polygons, RUNS.geos);
    console.log(` ${technology}, ${shapes.length} stations; ${own.degenerate} communes degenerate`);
    say('exact discs', own, `first run ${ms(own.first)}`);
    say('polygon kernel', clipped, `exact/kernel ${against(own, clipped)}`);
    if (!native) console.log('  native GEOS               not here (Debian: apt-get install python3-shapely)');
    else {
      const fine = geos(communes, polygonsOf(shapes, FINE_STEPS), 1, true)!;
      const peer = timing(native.seconds);
      say('native GEOS', peer, `exact/GEOS ${against(own, peer)}   ${native.version}; gaps apart from its on discs of ${FINE_STEPS} by ${apart(own.result, fine.gap)} of a commune`);
    }
    if (technology !== '4G' || RUNS.turf === 0) continue;
    const plain = turfPlain(communes, polygons);
    const nearby = turfNearby(communes, polygons);
    say('Turf union, difference', plain, `Turf/exact ${(plain.seconds / own.seconds).toFixed(0)}`);
    say('Turf difference nearby', nearby, `Turf/exact ${(nearby.seconds / own.seconds).toFixed(0)}`);
  }
}

function benchPolygons(name: string, communes: MultiPolygonRings[]): void {
  const regions = communes.map(communeRegion);
  const clipped = kernel(regions, [], claimed);
  const native = geos(communes, claimed, RUNS.geos);
  const plain = turfPlain(communes, claimed);
  const nearby = turfNearby(communes, claimed);
  console.log(`\n${name}, ${claimed.flat().length} coverage polygons`);
  say('polygon kernel', clipped);
  if (native) say('native GEOS', timing(native.seconds), `kernel/GEOS ${against(clipped, timing(native.seconds))}`);
  say('Turf union, difference', plain, `Turf/kernel ${(plain.seconds / clipped.seconds).toFixed(0)}`);
  say('Turf difference nearby', nearby, `Turf/kernel ${(nearby.seconds / clipped.seconds).toFixed(0)}`);
}

/** One station after another goes a kilometre away; each time the communes that the old or the new disc reaches are asked again. */
function benchMoved(name: string, communes: MultiPolygonRings[]): void {
  const regions = communes.map(communeRegion);
  console.log(`\n${name}, one station moved by 1 km`);
  for (const technology of ['2G', '3G', '4G']) {
    const shapes = shapesOf(technology);
    const whole = exact(regions, shapes);
    const cover = createCover(shapes, []);
    gapsOf(cover, regions);
    const seconds: number[] = [];
    for (let i = 0; i < MOVES; i++) {
      const old = shapes[(i * 37) % shapes.length]!;
      const moved = { ...old, centre: destination(old.centre, i * 50, 1000) };
      const start = performance.now();
      const next = cover.changed([old], [moved]);
      const reach = [shapeBox(old), shapeBox(moved)];
      gapsOf(next, regions.filter((region) => reach.some((box) => boxesMeet(box, region.box))));
      seconds.push((performance.now() - start) / 1000);
    }
    const one = timing(seconds.slice(MOVES / 3));
    say(technology, one, `moved/whole ${ratio(one.seconds, whole.seconds)} of ${ms(whole.seconds)}; slowest ${ms(Math.max(...seconds.slice(MOVES / 3)))}`);
  }
}

/** The province again and again to the east of itself; and ever more, ever smaller discs in the one province. */
function benchGrowth(name: string, communes: MultiPolygonRings[]): void {
  const shapes = shapesOf('4G');
  const EAST = 2;
  const times = <T>(n: number, make: (i: number) => T[]): T[] => Array.from({ length: n }, (_, i) => make(i)).flat();
  const series: [string, (n: number) => { communes: MultiPolygonRings[]; shapes: Shape[] }][] = [
    ['stations and communes', (n) => ({
      communes: times(n, (i) => communes.map((g) => g.map((polygon) => polygon.map((ring) => ring.map(([lng, lat]): [number, number] => [lng + EAST * i, lat]))))),
      shapes: times(n, (i) => shapes.map((s): Shape => ({ ...s, centre: [s.centre[0] + EAST * i, s.centre[1]] }))),
    })],
    ['stations, radii / √n', (n) => ({
      communes,
      shapes: times(n, (i) => shapes.map((s, k): Shape => ({ ...s, radiusMeters: s.radiusMeters / Math.sqrt(n), centre: i === 0 ? s.centre : destination(s.centre, 137.5 * (i + k), 250 * Math.sqrt(i)) }))),
    })],
  ];
  console.log(`\n${name}, growth`);
  for (const [what, grown] of series) {
    for (const n of GROWTH) {
      const one = grown(n);
      const regions = one.communes.map(communeRegion);
      const own = exact(regions, one.shapes, 7);
      const native = geos(one.communes, polygonsOf(one.shapes, DISC_STEPS), n > 3 ? 1 : 3);
      say(`${n} × ${what}`, own, native ? `GEOS ${ms(timing(native.seconds).seconds)}   exact/GEOS ${against(own, timing(native.seconds))}   ${own.degenerate} of ${regions.length} communes degenerate` : '');
    }
  }
}

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; medians of ${RUNS.engine} runs (GEOS: ${RUNS.geos}, kernel: ${RUNS.kernel}, Turf: ${RUNS.turf})`);
for (const { name, communes } of borders) {
  if (wanted('discs')) benchDiscs(name, communes);
  if (wanted('moved')) benchMoved(name, communes);
  if (wanted('polygons')) benchPolygons(name, communes);
}
if (wanted('growth')) benchGrowth(borders[0]!.name, borders[0]!.communes);
if (wanted('masts')) benchNextMasts(gazetteer, text);
