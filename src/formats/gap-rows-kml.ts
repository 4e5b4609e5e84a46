/** Gap rows as KML: a placemark for each gap, its figures as extended data. */
import type { GapRow, MultiPolygonRings } from '../core/model';
import { gapCells, GAP_COLUMNS } from './gap-rows-csv';
import { areaGeometry } from './write-geojson';
import { writeKml } from './write-kml';

/**
 * Rows without a gap have no place to show and are left out.
 * @param geometries gap polygons, in the order of `rows`
 * @param head title of the document, and where its data comes from, a line each
 */
export function gapRowsToKml(rows: readonly GapRow[], geometries: readonly MultiPolygonRings[], head: { name: string; provenance: readonly string[] }): string {
  const features = rows.map((row, i) => {
    const cells = gapCells(row);
    return {
      name: `${row.name} – ${row.technology} – ${row.operator}`,
      description: [],
      properties: Object.fromEntries(GAP_COLUMNS.map((column, c) => [column, cells[c]!])),
      geometry: areaGeometry(geometries[i] ?? null),
    };
  });
  return writeKml({ ...head, features });
}
