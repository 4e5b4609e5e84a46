/** GeoJSON (collection, feature, bare geometry, newline-delimited) and TopoJSON → table with geometries. */
import type { Feature, Geometry } from 'geojson';
import { feature as topoFeature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Encoding } from './decode';
import type { Table } from './table';

type JsonFormat = 'geojson' | 'geojsonl' | 'topojson';

export type JsonResult =
  | {
      kind: 'table';
      table: Table;
      format: JsonFormat;
      /** Encoding of the file that was turned into GeoJSON, as `unwrap` notes it; null where there is no note. */
      encoding: Encoding | null;
    }
  | { kind: 'empty'; format: JsonFormat }
  /** Not JSON to its end. */
  | { kind: 'breaks-off' }
  /** JSON, but of nothing that has features. */
  | { kind: 'not-geojson' };

const GEOMETRY_TYPES = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']);

interface RawFeature {
  properties: Record<string, unknown>;
  geometry: Geometry | null;
}

/** Whether a text is to be read as JSON rather than as a table. */
export function looksLikeJson(text: string): boolean {
  return /^[\s\u001e]*[{[]/.test(text);
}

export function parseGeoJson(text: string): JsonResult {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return parseLines(text);
  }
  if (!isObject(root)) return { kind: 'not-geojson' };
  if (root.type === 'Topology') return parseTopology(root);
  const features = featuresOf(root);
  return features ? toResult(features, 'geojson', crsNameOf(root), encodingOf(root)) : { kind: 'not-geojson' };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isGeometry(value: unknown): value is Geometry {
  return isObject(value) && typeof value.type === 'string' && GEOMETRY_TYPES.has(value.type);
}

function toFeature(value: unknown): RawFeature {
  if (!isObject(value)) return { properties: {}, geometry: null };
  const properties = isObject(value.properties) ? value.properties : {};
  const id = value.id;
  return {
    properties: (typeof id === 'string' || typeof id === 'number') && !('id' in properties) ? { ...properties, id } : properties,
    geometry: isGeometry(value.geometry) ? value.geometry : null,
  };
}

function featuresOf(root: Record<string, unknown>): RawFeature[] | null {
  if (root.type === 'FeatureCollection') return Array.isArray(root.features) ? root.features.map(toFeature) : null;
  if (root.type === 'Feature') return [toFeature(root)];
  return isGeometry(root) ? [{ properties: {}, geometry: root }] : null;
}

/** The `crs` member of GeoJSON before RFC 7946. */
function crsNameOf(root: Record<string, unknown>): string | null {
  const crs = root.crs;
  if (!isObject(crs) || !isObject(crs.properties)) return null;
  return typeof crs.properties.name === 'string' ? crs.properties.name : null;
}

/** Only `unwrap` writes this member. */
function encodingOf(root: Record<string, unknown>): Encoding | null {
  const encoding = root['lomsong:encoding'];
  return encoding === 'windows-1258' || encoding === 'TCVN3' ? encoding : null;
}

/** One feature a line (also with the record separators of RFC 8142). A text that breaks off is no such file. */
function parseLines(text: string): JsonResult {
  const features: RawFeature[] = [];
  for (const line of text.split(/[\n\r\u001e]+/)) {
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return { kind: 'breaks-off' };
    }
    const found = isObject(value) ? featuresOf(value) : null;
    if (!found) return { kind: 'breaks-off' };
    features.push(...found);
  }
  return toResult(features, 'geojsonl', null);
}

function parseTopology(root: Record<string, unknown>): JsonResult {
  if (!isObject(root.objects) || !Array.isArray(root.arcs)) return { kind: 'not-geojson' };
  const topology = root as unknown as Topology;
  const features: RawFeature[] = [];
  try {
    for (const object of Object.values(topology.objects)) {
      const made = topoFeature(topology, object as GeometryCollection) as unknown as { features: Feature[] } | Feature;
      features.push(...('features' in made ? made.features : [made]).map(toFeature));
    }
  } catch {
    // topojson-client checks nothing: arcs that are not there end in a TypeError.
    return { kind: 'not-geojson' };
  }
  return toResult(features, 'topojson', null);
}

function toResult(features: RawFeature[], format: JsonFormat, crsName: string | null, encoding: Encoding | null = null): JsonResult {
  if (features.length === 0) return { kind: 'empty', format };
  const index = new Map<string, number>();
  for (const { properties } of features) {
    for (const key of Object.keys(properties)) if (!index.has(key)) index.set(key, index.size);
  }
  const columns = [...index.keys()];
  return {
    kind: 'table',
    format,
    encoding,
    table: {
      columns,
      rowCount: features.length,
      line: (row) => row,
      cell: (row, column) => cellText(features[row]!.properties, columns[column]),
      geometry: (row) => features[row]!.geometry,
      checkWinding: format !== 'topojson',
      crsName,
    },
  };
}

function cellText(properties: Record<string, unknown>, key: string | undefined): string {
  if (key === undefined || !Object.hasOwn(properties, key)) return '';
  const value = properties[key];
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}
