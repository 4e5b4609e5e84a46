/**
 * Bundled shapes on their way to the page: lines written as two strings of one character a number, high parts and low parts
 * apart, because that is a quarter to a third less once compressed. The same numbers come out again.
 */
import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson';
import type { Topology } from 'topojson-specification';

/** Of a difference, its sign in the lowest bit, so many bits go into the low part; the rest is the high part. */
const LOW_BITS = 6;
/** Characters from here on are one byte each and need no escape in JSON but one. */
const FIRST_CHARACTER = 35;
const MOST = 126 - FIRST_CHARACTER;

/** Lines of whole numbers: of each the first point and then differences. */
interface PackedLines {
  /** Of each line, its number of points after the first. */
  lengths: number[];
  /** First points, x and y in turn. */
  starts: number[];
  high: string;
  low: string;
}

/** @param lines each its first point and then differences. @throws where a difference is too large to be packed */
function packLines(lines: readonly (readonly Position[])[]): PackedLines {
  const packed: PackedLines = { lengths: [], starts: [], high: '', low: '' };
  for (const [first, ...differences] of lines) {
    packed.lengths.push(differences.length);
    packed.starts.push(first![0]!, first![1]!);
    for (const value of differences.flat()) {
      const folded = value < 0 ? -2 * value - 1 : 2 * value;
      const high = folded >> LOW_BITS;
      if (!Number.isInteger(value) || high > MOST) throw new RangeError(`${value} is too large for a packed line`);
      packed.high += String.fromCharCode(FIRST_CHARACTER + high);
      packed.low += String.fromCharCode(FIRST_CHARACTER + (folded & ((1 << LOW_BITS) - 1)));
    }
  }
  return packed;
}

function unpackLines({ lengths, starts, high, low }: PackedLines): Position[][] {
  let at = 0;
  const next = () => {
    const folded = ((high.charCodeAt(at) - FIRST_CHARACTER) << LOW_BITS) | (low.charCodeAt(at++) - FIRST_CHARACTER);
    return folded & 1 ? -(folded + 1) / 2 : folded / 2;
  };
  return lengths.map((length, i) => [[starts[2 * i]!, starts[2 * i + 1]!], ...Array.from({ length }, () => [next(), next()])]);
}

type PackedTopology = Omit<Topology, 'arcs'> & { packedArcs: PackedLines };

/** @param text quantised TopoJSON. @throws where a difference is too large to be packed */
export function packTopology(text: string): string {
  const { arcs, ...rest } = JSON.parse(text) as Topology;
  return JSON.stringify({ ...rest, packedArcs: packLines(arcs) } satisfies PackedTopology);
}

/** TopoJSON again; text that is not packed stays as it is. */
export function unpackTopology(text: string): string {
  const topology = JSON.parse(text) as Topology | PackedTopology;
  if (!('packedArcs' in topology)) return text;
  const { packedArcs, ...rest } = topology;
  return JSON.stringify({ ...rest, arcs: unpackLines(packedArcs) });
}

/** Decimal places of the degrees in bundled polygons: 10 m. */
const GRID = 1e4;

interface PackedAreas {
  type: 'FeatureCollection';
  /** As in the file, but for the shapes: of each feature the number of rings in each of its polygons. */
  features: (Omit<Feature, 'geometry'> & { ringsOf: number[] })[];
  packedRings: PackedLines;
}

/** @param text GeoJSON of multipolygons on a grid of 1e-4°. @throws where it is anything else */
export function packAreas(text: string): string {
  const { features, ...rest } = JSON.parse(text) as FeatureCollection<MultiPolygon>;
  const rings: Position[][] = [];
  const onGrid = (value: number) => {
    const whole = Math.round(value * GRID);
    if (whole / GRID !== value) throw new RangeError(`${value} is not on the grid of packed areas`);
    return whole;
  };
  const packed = features.map(({ geometry, ...feature }) => {
    if (geometry.type !== 'MultiPolygon') throw new TypeError(`${geometry.type} in packed areas`);
    for (const ring of geometry.coordinates.flat()) {
      const points = ring.map(([lng, lat]) => [onGrid(lng!), onGrid(lat!)]);
      rings.push(points.map(([x, y], i) => (i === 0 ? [x!, y!] : [x! - points[i - 1]![0]!, y! - points[i - 1]![1]!])));
    }
    return { ...feature, ringsOf: geometry.coordinates.map((polygon) => polygon.length) };
  });
  return JSON.stringify({ ...rest, features: packed, packedRings: packLines(rings) } satisfies PackedAreas);
}

/** GeoJSON again; text that is not packed stays as it is. */
export function unpackAreas(text: string): string {
  const collection = JSON.parse(text) as FeatureCollection | PackedAreas;
  if (!('packedRings' in collection)) return text;
  const { packedRings, features, ...rest } = collection;
  const rings = unpackLines(packedRings).map((line) => {
    let [x, y] = [0, 0];
    return line.map(([dx, dy]) => [(x += dx!) / GRID, (y += dy!) / GRID]);
  });
  let at = 0;
  return JSON.stringify({
    ...rest,
    features: features.map(({ ringsOf, ...feature }) => ({ ...feature, geometry: { type: 'MultiPolygon', coordinates: ringsOf.map((count) => rings.slice(at, (at += count))) } })),
  });
}
