/** One layer of a Shapefile → GeoJSON text, through shpjs. */
import { strFromU8 } from 'fflate';
import type { Feature, Geometry, Position } from 'geojson';
import proj4 from 'proj4';
import { combine, parseDbf, parseShp } from 'shpjs';
import { parseCrs, fromVn2000 } from './crs';
import './projection';
import { decodeText, type Encoding } from './decode';

export interface ShapefileLayer {
  shp: Uint8Array;
  dbf: Uint8Array | undefined;
  /** Coordinate system as WKT. */
  prj: Uint8Array | undefined;
  /** Encoding of the table. */
  cpg: Uint8Array | undefined;
}

type ToDegrees = (point: Position) => Position;

/** What is done about the file's system: told to the reader by name, converted here, or nothing. */
type System = { crs: string } | { toDegrees: ToDegrees } | null;

/**
 * VN-2000 is recognised by name and taken with the official seven parameters: many programs write it without any, which
 * would put everything 200 m off. Where it is a zone with a name, the reader converts and says so.
 */
function systemOf(prj: string): System {
  if (prj.trim() === '') return null;
  if (/VN[_\- ]?2000/i.test(prj) && /PROJCS/i.test(prj)) {
    const parameter = (name: string) => Number(new RegExp(`PARAMETER\\["${name}",\\s*([-\\d.]+)`, 'i').exec(prj)?.[1]);
    const [meridian, scale] = [parameter('central_meridian'), parameter('scale_factor')];
    const name = scale === 0.9996 ? { 105: 'EPSG:3405', 111: 'EPSG:3406' }[meridian] : `VN2000:${meridian}`;
    const crs = parseCrs(name ?? `VN2000:${meridian}`);
    if (crs?.kind === 'vn2000') {
      if (name && (scale === crs.scale || Number.isNaN(scale)) && parameter('false_northing') === 0 && parameter('false_easting') === 500_000) return { crs: name };
      const toWgs84 = fromVn2000({ ...crs, scale: Number.isFinite(scale) ? scale : crs.scale });
      return { toDegrees: ([easting, northing]) => toWgs84(easting!, northing!) ?? [Number.NaN, Number.NaN] };
    }
  }
  const converter = proj4(prj);
  return { toDegrees: ([x, y]) => converter.inverse([x!, y!]) };
}

/** Whether a file is as long as its own header says: one that breaks off is no layer. */
function assertWhole(shp: DataView, dbf: DataView | undefined): void {
  if (shp.getInt32(24) * 2 > shp.byteLength) throw new Error('shp breaks off');
  if (dbf && dbf.getUint16(8, true) + dbf.getUint32(4, true) * dbf.getUint16(10, true) > dbf.byteLength + 1) throw new Error('dbf breaks off');
}

/**
 * A missing `.prj` leaves coordinates as they are: the reader judges by their ranges. Throws where the layer cannot be
 * read or breaks off.
 */
export function shapefileToGeoJson({ shp, dbf, prj, cpg }: ShapefileLayer): string {
  const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  assertWhole(view(shp), dbf && view(dbf));
  const system = systemOf(prj ? strFromU8(prj) : '');
  const table = dbf ? readTable(view(dbf), cpg ? strFromU8(cpg).trim() : '') : null;
  const { features } = combine([parseShp(view(shp), undefined), table?.rows]);
  for (const feature of features as Feature<Geometry | null>[]) {
    const { geometry } = feature;
    if (!geometry || !('coordinates' in geometry)) continue;
    delete geometry.bbox;
    if (system && 'toDegrees' in system) geometry.coordinates = mapPoints(geometry.coordinates, system.toDegrees) as never;
    // A Shapefile's outer rings wind clockwise, GeoJSON's the other way.
    if (geometry.type === 'Polygon') geometry.coordinates.forEach((ring) => ring.reverse());
    if (geometry.type === 'MultiPolygon') geometry.coordinates.forEach((polygon) => polygon.forEach((ring) => ring.reverse()));
  }
  return JSON.stringify({
    type: 'FeatureCollection',
    ...(system && 'crs' in system ? { crs: { type: 'name', properties: { name: system.crs } } } : {}),
    ...(table?.encoding ? { 'lomsong:encoding': table.encoding } : {}),
    features,
  });
}

function mapPoints(coordinates: unknown, toDegrees: ToDegrees): unknown {
  const list = coordinates as unknown[];
  return typeof list[0] === 'number' ? toDegrees(list as number[]) : list.map((inner) => mapPoints(inner, toDegrees));
}

type DbfRow = Record<string, unknown>;

/**
 * The attribute table. A `.cpg` that names an encoding is believed; where there is none the text itself decides, since
 * Vietnamese offices write UTF-8, windows-1258 and TCVN3 alike without saying so. `encoding` is told where it is not UTF-8.
 */
function readTable(dbf: DataView, cpg: string): { rows: DbfRow[]; encoding: Encoding | null } {
  const named = knownEncoding(cpg);
  // windows-1252 as the web has it gives every byte a letter of its own, so nothing is lost by reading with it first.
  const rows = parseDbf(dbf, named ?? 'windows-1252').map(plainDates);
  if (named) return { rows, encoding: named === 'windows-1258' ? 'windows-1258' : null };
  const texts = new Set<string>();
  for (const row of rows) for (const [key, value] of Object.entries(row)) [key, value].forEach((text) => typeof text === 'string' && NOT_ASCII.test(text) && texts.add(text));
  if (texts.size === 0) return { rows, encoding: null };
  const list = [...texts];
  const decoded = decodeText(bytesOf(list.join('\n')));
  if (decoded.kind !== 'text') return { rows, encoding: null };
  const meant = new Map(decoded.text.split('\n').map((text, i) => [list[i]!, text]));
  const read = (text: string) => meant.get(text) ?? text;
  return {
    rows: rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [read(key), typeof value === 'string' ? read(value) : value]))),
    encoding: decoded.encoding === 'windows-1258' || decoded.encoding === 'TCVN3' ? decoded.encoding : null,
  };
}

const NOT_ASCII = /[^\u0000-\u007f]/;

/** `UTF-8`, `65001`, `1258`, `ANSI 1258`, `windows-1258` → the web's name; null where it is none. */
function knownEncoding(cpg: string): string | null {
  if (cpg === '') return null;
  const number = /^(?:ansi[ _]?|cp[ -]?)?(\d+)$/i.exec(cpg)?.[1];
  const label = number === undefined ? cpg : number === '65001' ? 'utf-8' : /^125\d$/.test(number) ? `windows-${number}` : cpg;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

const FROM_1252: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const),
);

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => FROM_1252.get(letter) ?? 0x3f);

/** shpjs makes local midnights of dates, which JSON would turn into the day before. */
function plainDates(row: DbfRow): DbfRow {
  const two = (part: number) => String(part).padStart(2, '0');
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      !(value instanceof Date) ? value : Number.isNaN(value.getTime()) ? null : `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`,
    ]),
  );
}
