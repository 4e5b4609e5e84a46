/** One layer of a Shapefile → GeoJSON text in WGS 84, through shpjs. */
import { strFromU8 } from 'fflate';
import proj4 from 'proj4';
import { combine, parseDbf, parseShp } from 'shpjs';
import { parseCrs, fromVn2000 } from './crs';

export interface ShapefileLayer {
  shp: Uint8Array;
  dbf: Uint8Array | undefined;
  /** Coordinate system as WKT. */
  prj: Uint8Array | undefined;
  /** Encoding of the table. */
  cpg: Uint8Array | undefined;
}

type ToDegrees = (point: number[]) => number[];

/**
 * The file's system. VN-2000 is recognised by name and taken with the official seven parameters: many programs write it
 * without any, which would put everything 200 m off.
 */
function toDegreesOf(prj: string): ToDegrees | null {
  if (prj.trim() === '') return null;
  if (/VN[_\- ]?2000/i.test(prj) && /PROJCS/i.test(prj)) {
    const parameter = (name: string) => Number(new RegExp(`PARAMETER\\["${name}",\\s*([-\\d.]+)`, 'i').exec(prj)?.[1]);
    const crs = parseCrs(`VN2000:${parameter('central_meridian')}`);
    if (crs?.kind === 'vn2000') {
      const scale = parameter('scale_factor');
      const toDegrees = fromVn2000({ ...crs, scale: Number.isFinite(scale) ? scale : crs.scale });
      return ([easting, northing]) => toDegrees(easting!, northing!) ?? [Number.NaN, Number.NaN];
    }
  }
  const converter = proj4(prj);
  return ([x, y]) => converter.inverse([x!, y!]);
}

/** Throws where the layer cannot be read. A missing `.prj` leaves coordinates as they are: the reader judges by their ranges. */
export function shapefileToGeoJson({ shp, dbf, prj, cpg }: ShapefileLayer): string {
  const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const geometries = parseShp(view(shp), undefined);
  const toDegrees = toDegreesOf(prj ? strFromU8(prj) : '');
  if (toDegrees) for (const geometry of geometries) if (geometry && 'coordinates' in geometry) geometry.coordinates = mapPoints(geometry.coordinates, toDegrees) as never;
  const rows = dbf ? parseDbf(view(dbf), cpg ? strFromU8(cpg) : undefined) : undefined;
  return JSON.stringify(combine([geometries, rows]));
}

function mapPoints(coordinates: unknown, toDegrees: ToDegrees): unknown {
  const list = coordinates as unknown[];
  return typeof list[0] === 'number' ? toDegrees(list as number[]) : list.map((inner) => mapPoints(inner, toDegrees));
}
