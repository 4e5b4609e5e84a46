declare module 'shpjs' {
  import type { FeatureCollection, Geometry } from 'geojson';

  export function parseShp(shp: DataView, prj: undefined): Geometry[];
  export function parseDbf(dbf: DataView, encoding: string | undefined): Record<string, unknown>[];
  export function combine(parts: [Geometry[], Record<string, unknown>[] | undefined]): FeatureCollection;
}
