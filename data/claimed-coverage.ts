/**
 * Coverage polygons as an operator would publish them: drawn by eye rather than by the radius model, generous or
 * cautious by operator, rounded, and with holes where a valley has no signal.
 */
import { ringAreaM2 } from '../src/core/geodesic';
import type { LngLat, MultiPolygonRings, Ring } from '../src/core/model';
import { contains } from './commune-lookup';
import { contourRings, type Field } from './contour';
import type { Land } from './land';
import { toDegrees, toMeters, type XY } from './polyline';
import { valueNoise } from './prng';
import { simplifyTogether } from './simplify-together';
import { MODELLED, OPERATORS, RADIUS_METERS, type ModelledTechnology, type Station } from './stations';

const CELL_METERS = 300;
const TOLERANCE_METERS = 70;
export const COVERAGE_GRID_DEGREES = 1e-4;
const SMALLEST_M2 = 400_000;
const SEED = 20240503;

/** Reach that an operator claims, relative to the radius model. */
const CLAIM: Record<string, number> = { 'Nhà mạng A': 1.12, 'Nhà mạng B': 1, 'Nhà mạng C': 0.9 };
/** A pair with stations and without published polygons, so that the bundled example has a case of no data. */
export const UNPUBLISHED = { operator: 'Nhà mạng C', technology: '3G' } as const;

export interface Claim {
  technology: ModelledTechnology;
  operator: string;
  geometry: MultiPolygonRings;
}

export function claimedCoverage(stations: readonly Station[], land: Land): Claim[] {
  const ground = groundOf(land);
  return OPERATORS.flatMap(({ name: operator }) =>
    MODELLED.filter((technology) => operator !== UNPUBLISHED.operator || technology !== UNPUBLISHED.technology).map((technology) => {
      const masts = stations.filter((s) => s.operator === operator && s.technology === technology);
      const radius = RADIUS_METERS[technology] * CLAIM[operator]!;
      return { technology, operator, geometry: polygonsOf(fieldOf(ground, masts.map((s) => toMeters(s.position)), radius)) };
    }));
}

interface Ground extends Omit<Field, 'values'> {
  /** Factor of the reach at each node, common to all operators as a landscape is. */
  openness: Float64Array;
  /** What the signal loses at each node: in valleys, and across the province's border where nobody claims much. */
  loss: Float64Array;
}

function groundOf(land: Land): Ground {
  const corners = land.communes.flatMap((c) => c.geometry.flat(2)).map(toMeters);
  const margin = 6000;
  const west = Math.floor((Math.min(...corners.map((p) => p[0])) - margin) / CELL_METERS) * CELL_METERS;
  const south = Math.floor((Math.min(...corners.map((p) => p[1])) - margin) / CELL_METERS) * CELL_METERS;
  const columns = Math.ceil((Math.max(...corners.map((p) => p[0])) + margin - west) / CELL_METERS);
  const rows = Math.ceil((Math.max(...corners.map((p) => p[1])) + margin - south) / CELL_METERS);
  const hills = valueNoise(SEED, 2000);
  const valleys = valueNoise(SEED + 1, 2600);
  const openness = new Float64Array(columns * rows);
  const loss = new Float64Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const [x, y] = [west + i * CELL_METERS, south + j * CELL_METERS];
      const k = j * columns + i;
      openness[k] = 0.7 + 0.6 * hills(x, y);
      loss[k] = 2.4 * Math.max(0, valleys(x, y) - 0.72) + (land.communeAt(toDegrees([x, y])) === null ? 0.3 : 0);
    }
  }
  return { west, south, cell: CELL_METERS, columns, rows, openness, loss };
}

/** Above zero where a mast is heard: 1 at a mast, 0 at the end of its reach, less the loss of the place. */
function fieldOf(ground: Ground, masts: readonly XY[], radiusMeters: number): Field {
  const { west, south, cell, columns, rows, openness, loss } = ground;
  const values = new Float64Array(columns * rows).fill(-1);
  const steps = Math.ceil((radiusMeters * 1.3) / cell);
  for (const [x, y] of masts) {
    const i0 = Math.round((x - west) / cell);
    const j0 = Math.round((y - south) / cell);
    for (let j = j0 - steps; j <= j0 + steps; j++) {
      for (let i = i0 - steps; i <= i0 + steps; i++) {
        const k = j * columns + i;
        const meters = Math.sqrt((west + i * cell - x) ** 2 + (south + j * cell - y) ** 2);
        const heard = 1 - meters / (radiusMeters * openness[k]!) - loss[k]!;
        if (heard > values[k]!) values[k] = heard;
      }
    }
  }
  return { west, south, cell, columns, rows, values };
}

function polygonsOf(field: Field): MultiPolygonRings {
  const rough = contourRings(field)
    .map((ring) => [...ring, ring[0]!].map(toDegrees))
    .filter((ring) => Math.abs(ringAreaM2(ring)) >= SMALLEST_M2);
  const rings = simplifyTogether(rough, TOLERANCE_METERS, COVERAGE_GRID_DEGREES).map((ring) =>
    ring.map(([lng, lat]): LngLat => [gridDegrees(lng), gridDegrees(lat)]));
  const outers = rings.filter((ring) => ringAreaM2(ring) > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => ringAreaM2(ring) < 0)) smallestAround(outers, hole).push(hole);
  return outers;
}

function smallestAround(outers: readonly Ring[][], hole: Ring): Ring[] {
  const around = outers.filter(([outer]) => contains([[outer!]], hole[0]!));
  if (around.length === 0) throw new Error('a hole lies in no polygon');
  return around.reduce((a, b) => (ringAreaM2(b[0]!) < ringAreaM2(a[0]!) ? b : a));
}

const gridDegrees = (steps: number) => Number((steps * COVERAGE_GRID_DEGREES).toFixed(4));
