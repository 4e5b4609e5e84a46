/**
 * Files that hold tables or features in another dress → parts that `readDataset` reads: CSV or GeoJSON bytes.
 * Recognised by content, not by name. The libraries are loaded when such a file comes.
 */
import { strFromU8, strToU8 } from 'fflate';
import { gunzipWhole, unzipWhole } from './archive';

export interface Part {
  /** Sheet, layer or file inside; null where the file is one table itself. */
  layer: string | null;
  bytes: Uint8Array;
  /** What the part was before: `xlsx`, `kml` …; null where it is the file as it came. */
  from: 'xlsx' | 'kml' | 'gpx' | 'shapefile' | null;
}

/** Nesting of archives beyond this is no honest file. */
const DEEPEST = 3;
const JUNK = /(^|\/)(__MACOSX\/|\.)|\/$|thumbs\.db$/i;
const WANTED = /\.(shp|dbf|prj|cpg|csv|tsv|txt|geojson|json|geojsonl|ndjson|topojson|kml|gpx|kmz|gz|xlsx)$/i;
const READABLE = /\.(csv|tsv|txt|geojson|json|geojsonl|ndjson|topojson|kml|gpx|kmz|gz|xlsx)$/i;

/**
 * The parts of a file, in the order of their names. A file that is no container, or a broken one, is its own only part:
 * reading it then says what is wrong. Never throws on any bytes.
 */
export async function unwrap(bytes: Uint8Array, fileName: string, depth = 0): Promise<Part[]> {
  const itself: Part[] = [{ layer: null, bytes, from: null }];
  if (depth > DEEPEST) return itself;
  try {
    const parts = await open(bytes, fileName, depth);
    return parts && parts.length > 0 ? parts : itself;
  } catch {
    return itself;
  }
}

async function open(bytes: Uint8Array, fileName: string, depth: number): Promise<Part[] | null> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    return unwrap(gunzipWhole(bytes), fileName.replace(/\.gz$/i, ''), depth + 1);
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04) return openZip(bytes, depth);
  const start = strFromU8(bytes.subarray(0, 4096), true);
  if (!/^(?:\xef\xbb\xbf)?\s*</.test(start)) return null;
  if (/<(?:\w+:)?kml\b/i.test(start)) {
    const { kmlToLayers } = await import('./kml');
    return kmlToLayers(bytes).map(({ layer, geojson }) => ({ layer, bytes: strToU8(geojson), from: 'kml' as const }));
  }
  if (/<(?:\w+:)?gpx\b/i.test(start)) {
    const { gpxToGeoJson } = await import('./kml');
    return [{ layer: null, bytes: strToU8(gpxToGeoJson(bytes)), from: 'gpx' }];
  }
  return null;
}

const WORKBOOK_FILE = /^(xl\/|_rels\/|\[Content_Types\]\.xml$)/;

async function openZip(bytes: Uint8Array, depth: number): Promise<Part[] | null> {
  const workbook = new Set<string>();
  const entries = unzipWhole(bytes, (name) => {
    if (name === 'xl/workbook.xml') workbook.add(name);
    return !JUNK.test(name) && (WANTED.test(name) || WORKBOOK_FILE.test(name));
  });
  if (workbook.size > 0) {
    const { xlsxToCsv } = await import('./xlsx');
    return xlsxToCsv(entries);
  }
  const names = Object.keys(entries).sort();
  const parts: Part[] = [];
  for (const name of names.filter((n) => /\.shp$/i.test(n))) parts.push(await openLayer(entries, names, name));
  // What lies beside a Shapefile describes it.
  if (parts.length > 0) return parts;
  for (const name of names.filter((n) => READABLE.test(n))) {
    for (const part of await unwrap(entries[name]!, name, depth + 1)) parts.push({ ...part, layer: part.layer === null ? name : `${name}, ${part.layer}` });
  }
  return parts;
}

/** A layer that is broken is its own part too: reading it says so, and the others stay. */
async function openLayer(entries: Readonly<Record<string, Uint8Array>>, names: readonly string[], name: string): Promise<Part> {
  const { shapefileToGeoJson } = await import('./shapefile');
  const sibling = (ending: string) => entries[names.find((n) => n.toLowerCase() === `${name.slice(0, -4)}.${ending}`.toLowerCase()) ?? ''];
  const layer = name.replace(/^.*\//, '').slice(0, -4);
  try {
    const geojson = shapefileToGeoJson({ shp: entries[name]!, dbf: sibling('dbf'), prj: sibling('prj'), cpg: sibling('cpg') });
    return { layer, bytes: strToU8(geojson), from: 'shapefile' };
  } catch {
    return { layer, bytes: entries[name]!, from: 'shapefile' };
  }
}
