/** Gap rows as GeoJSON: a feature a row with every field, its geometry the gap; null where there is none. */
import type { GapRow, MultiPolygonRings } from '../core/model';
import { areaGeometry, writeGeoJson } from './write-geojson';

/**
 * @param geometries gap polygons, in the order of `rows`
 * @param provenance rule and sources, a line each; a member of the collection beside its features (RFC 7946, 6.1)
 */
export function gapRowsToGeoJson(rows: readonly GapRow[], geometries: readonly MultiPolygonRings[], provenance: readonly string[]): string {
  return writeGeoJson(rows.map((row, i) => ({ properties: { ...row }, geometry: areaGeometry(geometries[i] ?? null) })), { provenance });
}
