/** Gap rows as KML: a placemark for each gap, its figures as extended data. */
import { toKML } from '@placemarkio/tokml';
import type { GapRow, MultiPolygonRings } from '../core/model';
import { gapCells, GAP_COLUMNS } from './gap-rows-csv';
import { areaGeometry } from './write-geojson';

/** Rows without a gap have no place to show and are left out. @param geometries gap polygons, in the order of `rows` */
export function gapRowsToKml(rows: readonly GapRow[], geometries: readonly MultiPolygonRings[]): string {
  const features = rows.flatMap((row, i) => {
    const geometry = areaGeometry(geometries[i] ?? null);
    if (!geometry) return [];
    const cells = gapCells(row);
    const properties: Record<string, string | number | boolean | null> = { ...Object.fromEntries(GAP_COLUMNS.map((column, c) => [column, cells[c]!])), name: `${row.name} – ${row.technology} – ${row.operator}` };
    return [{ type: 'Feature' as const, geometry, properties }];
  });
  return toKML({ type: 'FeatureCollection', features });
}
