/**
 * The bundled borders on their way to the page: TopoJSON whose arcs are written as two strings of one character a number, high
 * parts and low parts apart, because that is a quarter less once compressed. The same numbers come out again.
 */
import type { Topology } from 'topojson-specification';

/** Of a difference, its sign in the lowest bit, so many bits go into the low part; the rest is the high part. */
const LOW_BITS = 6;
/** Characters from here on are one byte each and need no escape in JSON but one. */
const FIRST_CHARACTER = 35;
const MOST = 126 - FIRST_CHARACTER;

interface PackedArcs {
  /** Of each arc, its number of points after the first. */
  lengths: number[];
  /** First points, x and y in turn. */
  starts: number[];
  high: string;
  low: string;
}

type PackedTopology = Omit<Topology, 'arcs'> & { packedArcs: PackedArcs };

/** @param text quantised TopoJSON. @throws where a difference is too large to be packed */
export function packTopology(text: string): string {
  const { arcs, ...rest } = JSON.parse(text) as Topology;
  const packed: PackedArcs = { lengths: [], starts: [], high: '', low: '' };
  for (const [first, ...differences] of arcs) {
    packed.lengths.push(differences.length);
    packed.starts.push(first![0]!, first![1]!);
    for (const value of differences.flat()) {
      const folded = value < 0 ? -2 * value - 1 : 2 * value;
      const high = folded >> LOW_BITS;
      if (!Number.isInteger(value) || high > MOST) throw new RangeError(`${value} is too large for a packed border`);
      packed.high += String.fromCharCode(FIRST_CHARACTER + high);
      packed.low += String.fromCharCode(FIRST_CHARACTER + (folded & ((1 << LOW_BITS) - 1)));
    }
  }
  return JSON.stringify({ ...rest, packedArcs: packed } satisfies PackedTopology);
}

/** TopoJSON again; text that is not packed stays as it is. */
export function unpackTopology(text: string): string {
  const topology = JSON.parse(text) as Topology | PackedTopology;
  if (!('packedArcs' in topology)) return text;
  const { packedArcs: { lengths, starts, high, low }, ...rest } = topology;
  let at = 0;
  const next = () => {
    const folded = ((high.charCodeAt(at) - FIRST_CHARACTER) << LOW_BITS) | (low.charCodeAt(at++) - FIRST_CHARACTER);
    return folded & 1 ? -(folded + 1) / 2 : folded / 2;
  };
  const arcs = lengths.map((length, i) => [[starts[2 * i]!, starts[2 * i + 1]!], ...Array.from({ length }, () => [next(), next()])]);
  return JSON.stringify({ ...rest, arcs });
}
