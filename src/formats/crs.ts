/** Coordinate systems a file may be in: WGS 84 degrees, or VN-2000 metres in one of its zones. */
import type { LngLat } from '../core/model';

export type Crs =
  | { kind: 'wgs84' }
  /** Transverse Mercator on VN-2000; `name` is a form that `parseCrs` reads. */
  | { kind: 'vn2000'; centralMeridian: number; scale: number; name: string };

/** The official seven parameters of VN-2000 to WGS 84, in proj4's sign convention. */
const TO_WGS84 = '-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278';

/** EPSG code → central meridian of the 3-degree zones (scale 0.9999), from the EPSG dataset. */
const TM3_ZONES: ReadonlyMap<number, number> = new Map([
  [5896, 102], [9205, 103], [9206, 104], [9207, 104.5], [9208, 104.75], [5897, 105], [9209, 105.5], [9210, 105.75],
  [9211, 106], [9212, 106.25], [9213, 106.5], [9214, 107], [9215, 107.25], [9216, 107.5], [5899, 107.75], [5898, 108],
  [9217, 108.25], [9218, 108.5],
]);

/** Hà Giang's zone, then Tuyên Quang's: those tried where nothing says which. */
export const HOME_ZONES: readonly (Crs & { kind: 'vn2000' })[] = [tm3(105.5), tm3(106)];

function tm3(centralMeridian: number): Crs & { kind: 'vn2000' } {
  return { kind: 'vn2000', centralMeridian, scale: 0.9999, name: `VN2000:${centralMeridian}` };
}

/**
 * `EPSG:4326`, `EPSG:3405`, `EPSG:3406`, the 3-degree zones `EPSG:5896`-`5899` and `EPSG:9205`-`9218`, or
 * `VN2000:105.5` (any central meridian of a 3-degree zone, 102 to 110; also `VN2000:105,5` and `VN2000:105:30`).
 * null where it is none of these.
 */
export function parseCrs(text: string): Crs | null {
  const trimmed = text.trim();
  const epsg = /^(?:urn:ogc:def:crs:)?epsg:(?:[\d.]*:)?(\d{4,5})$/i.exec(trimmed);
  if (epsg) {
    const code = Number(epsg[1]);
    if (code === 4326) return { kind: 'wgs84' };
    if (code === 3405) return { kind: 'vn2000', centralMeridian: 105, scale: 0.9996, name: 'EPSG:3405' };
    if (code === 3406) return { kind: 'vn2000', centralMeridian: 111, scale: 0.9996, name: 'EPSG:3406' };
    const meridian = TM3_ZONES.get(code);
    return meridian === undefined ? null : tm3(meridian);
  }
  if (/^(?:urn:ogc:def:crs:ogc:[\d.]*:)?crs84$/i.test(trimmed) || /^wgs ?84$/i.test(trimmed)) return { kind: 'wgs84' };
  const zone = /^vn-?2000:(\d{3}(?:[.,]\d+)?)(?:[:\u00b0](\d{1,2})['\u2032]?)?$/i.exec(trimmed);
  if (!zone) return null;
  const meridian = Number(zone[1]!.replace(',', '.')) + Number(zone[2] ?? 0) / 60;
  return meridian >= 102 && meridian <= 110 && Number(zone[2] ?? 0) < 60 ? tm3(meridian) : null;
}

/** `105°30′` of 105.5: how surveyors name a zone. */
export function meridianName(centralMeridian: number): string {
  const minutes = Math.round(centralMeridian * 60);
  return `${Math.floor(minutes / 60)}\u00b0${String(minutes % 60).padStart(2, '0')}\u2032`;
}

/** From metres of a system to WGS 84 degrees, and back. */
interface Converter {
  forward(metres: number[]): number[];
  inverse(degrees: number[]): number[];
}

let project: ((definition: string) => Converter) | null = null;

/** Gives the library that projects; `projection.ts` does so when it is loaded. */
export function setProjection(given: (definition: string) => Converter): void {
  project = given;
}

/** Made at the first point: readers ask for converters that few files use. */
function converterOf(crs: Crs & { kind: 'vn2000' }): () => Converter {
  let made: Converter | null = null;
  return () => (made ??= makeConverter(crs));
}

function makeConverter(crs: Crs & { kind: 'vn2000' }): Converter {
  if (!project) throw new Error('the projection library is not loaded');
  return project(`+proj=tmerc +lat_0=0 +lon_0=${crs.centralMeridian} +k=${crs.scale} +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=${TO_WGS84}`);
}

/** WGS 84 degrees → northing (X of Vietnamese surveying) and easting (Y) in metres. */
export function toVn2000(crs: Crs & { kind: 'vn2000' }): (point: LngLat) => { northing: number; easting: number } {
  const converter = converterOf(crs);
  return ([lng, lat]) => {
    const [easting, northing] = converter().inverse([lng, lat]);
    return { northing: northing!, easting: easting! };
  };
}

/** Northing and easting in metres → WGS 84 degrees; null where the projection has no answer. */
export function fromVn2000(crs: Crs & { kind: 'vn2000' }): (eastingMeters: number, northingMeters: number) => LngLat | null {
  const converter = converterOf(crs);
  return (easting, northing) => {
    // Beyond this the series of the projection has no meaning and proj4 may throw.
    if (!(Math.abs(easting - 500_000) < 2_000_000 && Math.abs(northing) < 9_000_000)) return null;
    const [lng, lat] = converter().forward([easting, northing]);
    return Number.isFinite(lng) && Number.isFinite(lat) ? [lng!, lat!] : null;
  };
}

/** Ranges of northing and easting in metres that lie in Vietnam, in a zone of 3 or 6 degrees. */
const NORTHING = { min: 900_000, max: 2_700_000 };
const EASTING = { min: 150_000, max: 850_000 };

/** The two numbers as [easting, northing] where one is a northing in Vietnam and the other an easting; else null. */
export function asEastingNorthing(a: number, b: number): [easting: number, northing: number] | null {
  if (a >= NORTHING.min && a <= NORTHING.max && b >= EASTING.min && b <= EASTING.max) return [b, a];
  if (b >= NORTHING.min && b <= NORTHING.max && a >= EASTING.min && a <= EASTING.max) return [a, b];
  return null;
}
