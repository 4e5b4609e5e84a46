/** Features → GeoJSON as RFC 7946 has it. */
import type { FeatureCollection, Geometry } from 'geojson';
import type { LngLat, MultiPolygonRings } from '../core/model';

/** A Polygon where there is one part, a MultiPolygon where there are more, null where there is none. */
export function areaGeometry(area: MultiPolygonRings | null): Geometry | null {
  if (!area || area.length === 0) return null;
  const coordinates = area.map((polygon) => polygon.map((ring) => ring.map(([lng, lat]) => [lng, lat])));
  return coordinates.length === 1 ? { type: 'Polygon', coordinates: coordinates[0]! } : { type: 'MultiPolygon', coordinates };
}

export function pointGeometry(point: LngLat | null): Geometry | null {
  return point ? { type: 'Point', coordinates: [point[0], point[1]] } : null;
}

/** The file's text, with `members` of the collection itself, a feature a line, so that versions of a file can be compared line by line. */
export function writeGeoJson(features: Iterable<{ properties: Readonly<Record<string, unknown>>; geometry: Geometry | null }>, members: Readonly<Record<string, unknown>> = {}): string {
  const type: FeatureCollection['type'] = 'FeatureCollection';
  const lines: string[] = [];
  for (const { properties, geometry } of features) lines.push(JSON.stringify({ type: 'Feature', properties, geometry }));
  const more = Object.entries(members).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},\n`).join('');
  return `{"type":"${type}",${more}"features":[\n${lines.join(',\n')}\n]}\n`;
}
