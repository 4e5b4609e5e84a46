/**
 * Measured coverage: readings on a grid of squares. A square with enough readings of a pair is covered where their
 * median is usable, else a gap; of all other squares nothing is known.
 */
import { metersPerDegree } from './ellipsoid';
import type { LngLat, Measurement, MultiPolygonRings, Ring, Technology } from './model';
import type { MeasuredRule } from './settings';

export interface MeasuredAreas {
  /** Squares that are covered, neighbours in a row as one rectangle. */
  covered: MultiPolygonRings;
  /** Squares with enough readings, covered or not. */
  known: MultiPolygonRings;
}

/** How a level is told: usable, too weak to count on, or poor. */
export type SignalLevel = 'usable' | 'weak' | 'poor';

/** The level of a reading by the thresholds in force. */
export function signalLevel(technology: Technology, signalDbm: number, rule: MeasuredRule): SignalLevel {
  if (signalDbm >= rule.usableDbm[technology]) return 'usable';
  return signalDbm < rule.poorDbm[technology] ? 'poor' : 'weak';
}

/**
 * The squares are the same for every file: rows of equal height counted from the equator, in each row columns counted
 * from Greenwich, as wide as the row's middle latitude makes the side.
 */
interface Square {
  row: number;
  column: number;
}

function squareOf([lng, lat]: LngLat, sideMeters: number): Square {
  const row = Math.floor(lat / rowDegrees(sideMeters));
  return { row, column: Math.floor(lng / columnDegrees(row, sideMeters)) };
}

/** A degree of latitude at 22.8°, the middle of the province: within 1 % of it anywhere in Vietnam. */
const REFERENCE_LAT = 22.8;
const rowDegrees = (sideMeters: number) => sideMeters / metersPerDegree(REFERENCE_LAT).lat;
const columnDegrees = (row: number, sideMeters: number) => sideMeters / metersPerDegree((row + 0.5) * rowDegrees(sideMeters)).lng;

/** The areas that readings of one pair speak of. Their order never matters. */
export function measuredAreas(readings: readonly Measurement[], technology: Technology, rule: MeasuredRule): MeasuredAreas {
  const levels = new Map<string, { square: Square; signals: number[] }>();
  for (const { position, signalDbm } of readings) {
    const square = squareOf(position, rule.sideMeters);
    const key = `${square.row} ${square.column}`;
    const found = levels.get(key);
    if (found) found.signals.push(signalDbm);
    else levels.set(key, { square, signals: [signalDbm] });
  }
  const known: Square[] = [];
  const covered: Square[] = [];
  for (const { square, signals } of levels.values()) {
    if (signals.length < rule.leastReadings) continue;
    known.push(square);
    if (median(signals) >= rule.usableDbm[technology]) covered.push(square);
  }
  return { known: rectangles(known, rule.sideMeters), covered: rectangles(covered, rule.sideMeters) };
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Runs of squares in a row as rectangles, from south to north and west to east. */
function rectangles(squares: Square[], sideMeters: number): MultiPolygonRings {
  squares.sort((a, b) => a.row - b.row || a.column - b.column);
  const result: MultiPolygonRings = [];
  for (let i = 0; i < squares.length; ) {
    const { row, column } = squares[i]!;
    let end = column;
    while (++i < squares.length && squares[i]!.row === row && squares[i]!.column === end + 1) end++;
    const height = rowDegrees(sideMeters);
    const width = columnDegrees(row, sideMeters);
    const [west, south, east, north] = [column * width, row * height, (end + 1) * width, (row + 1) * height];
    const ring: Ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
    result.push([ring]);
  }
  return result;
}
