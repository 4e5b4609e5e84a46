/** The 73 communes as TopoJSON: every border stored once, simplified within a bound that is measured before writing. */
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { areaKm2 } from '../src/core/geodesic';
import type { LngLat, MultiPolygonRings } from '../src/core/model';
import { mend, outlineRings, type MendReport } from './mend';
import { furthestFrom, SegmentIndex } from './polyline';
import { simplifyTogether } from './simplify-together';

/** Of the simplification; the 1e-5° grid adds up to 0.76 m, and both stay below the bound. */
const TOLERANCE_METERS = 12;
const GRID_DEGREES = 1e-5;
export const MOST_MOVED_METERS = 15;
export const MOST_AREA_CHANGE = 0.0005;

export interface CommuneProperties {
  code: string;
  name: string;
  population: number;
  oldUnits: string[];
}
export type CommuneTopology = Topology<{ communes: GeometryCollection<CommuneProperties> }>;

export interface SourceCommune {
  code: string;
  name: string;
  geometry: MultiPolygonRings;
}

export interface BoundaryReport extends MendReport {
  arcs: number;
  verticesBefore: number;
  verticesAfter: number;
  movedMeters: number;
  areaChange: number;
  areaKm2: number;
}

interface SourceFeature {
  properties: { code: string; name: string; formerProvince: string };
  geometry: { type: 'Polygon'; coordinates: LngLat[][] } | { type: 'MultiPolygon'; coordinates: LngLat[][][] };
}

export function sourceCommunes(geojson: string): SourceCommune[] {
  const { features } = JSON.parse(geojson) as { features: SourceFeature[] };
  return features
    .filter((f) => f.properties.formerProvince === 'Hà Giang')
    .map(({ properties, geometry }) => ({
      code: properties.code,
      name: properties.name,
      geometry: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    }))
    .sort((a, b) => Number(a.code) - Number(b.code));
}

/** Throws where any of the bounds is not kept. */
export function boundaries(
  source: readonly SourceCommune[],
  properties: (code: string) => Omit<CommuneProperties, 'code' | 'name'>,
): { topology: CommuneTopology; report: BoundaryReport } {
  const { areas, report: mendReport } = mend(source.map((c) => c.geometry));
  const outlines = outlineRings(areas).length;
  if (outlines !== 1) throw new Error(`the mended communes leave ${outlines} outlines: gaps or overlaps remain`);

  const communes: FeatureCollection = {
    type: 'FeatureCollection',
    features: source.map((c, i) => ({
      type: 'Feature',
      properties: { code: c.code, name: c.name, ...properties(c.code) },
      geometry: geoJson(areas[i]!),
    })),
  };
  const whole = topology({ communes });
  const lines = whole.arcs as unknown as LngLat[][];
  const arcs = simplifyTogether(lines, TOLERANCE_METERS, GRID_DEGREES);
  const west = Math.min(...arcs.flat().map((p) => p[0]));
  const south = Math.min(...arcs.flat().map((p) => p[1]));
  const result = {
    type: 'Topology',
    transform: {
      scale: [GRID_DEGREES, GRID_DEGREES],
      translate: [gridDegrees(west), gridDegrees(south)],
    },
    objects: whole.objects,
    arcs: arcs.map((arc) => arc.map((p, i) => [p[0] - (arc[i - 1]?.[0] ?? west), p[1] - (arc[i - 1]?.[1] ?? south)])),
  } as unknown as CommuneTopology;
  return { topology: result, report: { ...mendReport, ...measure(source, areas, result) } };
}

/** Grid steps as degrees, without the last-bit noise of a product. */
const gridDegrees = (steps: number) => Number((steps * GRID_DEGREES).toFixed(5));

function geoJson(geometry: MultiPolygonRings): Polygon | MultiPolygon {
  const coordinates = geometry.map((polygon) => polygon.map((ring) => ring.map((p) => [...p])));
  return coordinates.length === 1 ? { type: 'Polygon', coordinates: coordinates[0]! } : { type: 'MultiPolygon', coordinates };
}

/** The communes of a topology in its order, as the project's polygons. */
export function communesOf(topo: CommuneTopology): { properties: CommuneProperties; geometry: MultiPolygonRings }[] {
  return feature<CommuneProperties>(topo, topo.objects.communes).features.map(({ geometry, properties }) => {
    const { type, coordinates } = geometry as Polygon | MultiPolygon;
    return { properties, geometry: (type === 'Polygon' ? [coordinates] : coordinates) as unknown as MultiPolygonRings };
  });
}

function measure(source: readonly SourceCommune[], areas: readonly MultiPolygonRings[], topo: CommuneTopology) {
  const results = communesOf(topo);
  let movedMeters = 0;
  let areaChange = 0;
  let totalKm2 = 0;
  results.forEach(({ properties, geometry }, i) => {
    const before = source[i]!.geometry.flat();
    const after = geometry.flat();
    const beyond = MOST_MOVED_METERS * 4;
    movedMeters = Math.max(
      movedMeters,
      furthestFrom(new SegmentIndex(after), before, 5, beyond),
      furthestFrom(new SegmentIndex(before), after, 5, beyond),
    );
    const sourceKm2 = areaKm2(source[i]!.geometry);
    const km2 = areaKm2(geometry);
    totalKm2 += km2;
    areaChange = Math.max(areaChange, Math.abs(km2 / sourceKm2 - 1));
    if (!(movedMeters <= MOST_MOVED_METERS)) throw new Error(`a border of ${properties.code} moved ${movedMeters} m`);
    if (areaChange > MOST_AREA_CHANGE) throw new Error(`the area of ${properties.code} changed by ${areaChange}`);
  });
  const outlines = outlineRings(results.map((c) => c.geometry));
  if (outlines.length !== 1) throw new Error('simplified communes leave gaps or overlap');
  const outlineKm2 = areaKm2([outlines]);
  if (Math.abs(outlineKm2 - totalKm2) > 1e-6) throw new Error(`communes cover ${totalKm2}, their outline ${outlineKm2} km²`);
  if (totalKm2.toFixed(0) !== '7928') throw new Error(`the province covers ${totalKm2} km²`);
  return {
    arcs: topo.arcs.length,
    verticesBefore: areas.flat(2).reduce((n, ring) => n + ring.length, 0),
    verticesAfter: topo.arcs.reduce((n, arc) => n + arc.length, 0),
    movedMeters,
    areaChange,
    areaKm2: totalKm2,
  };
}

export function topologyText(topo: CommuneTopology): string {
  const { arcs, objects, ...head } = topo;
  const geometries = objects.communes.geometries.map((g) => JSON.stringify(g)).join(',\n');
  return [
    JSON.stringify(head).slice(0, -1),
    `,"objects":{"communes":{"type":"GeometryCollection","geometries":[\n${geometries}\n]}},"arcs":[\n`,
    arcs.map((arc) => JSON.stringify(arc)).join(',\n'),
    '\n]}\n',
  ].join('');
}
