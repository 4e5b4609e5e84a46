/** KML and GPX → GeoJSON text, through togeojson. */
import { gpx, kmlWithFolders, type Folder } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { decodeText, type Encoding } from './decode';

const MARKED = /<\/?([A-Za-z_][\w.-]*):/g;
const ATTRIBUTE = /\s([A-Za-z_][\w.-]*):[\w.-]+=/g;

/**
 * The document and the encoding to tell of. Phones and exporters leave prefixes undeclared, put one before KML's own
 * names, or put HTML into descriptions unguarded; a parser that minds would refuse the whole file.
 */
function parse(bytes: Uint8Array): { document: Document; encoding: Encoding | null } {
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') throw new Error('no text');
  let { text } = decoded;
  const opening = /<(?:(\w+):)?(?:kml|gpx)\b[^>]*>/i.exec(text);
  if (opening?.[1]) text = text.replaceAll(`<${opening[1]}:`, '<').replaceAll(`</${opening[1]}:`, '</');
  const root = /<(?:kml|gpx)\b[^>]*>/i.exec(text)?.[0];
  if (root) {
    const declared = new Set([...root.matchAll(/xmlns:([\w.-]+)/g)].map((m) => m[1]!));
    const used = new Set([...text.matchAll(MARKED), ...text.matchAll(ATTRIBUTE)].map((m) => m[1]!));
    const missing = [...used].filter((prefix) => !declared.has(prefix) && prefix !== 'xmlns' && prefix !== 'xml');
    if (missing.length > 0) text = text.replace(root, () => root.replace(/\s*\/?>$/, () => ` ${missing.map((prefix) => `xmlns:${prefix}="urn:undeclared:${prefix}"`).join(' ')}>`));
  }
  const encoding = decoded.encoding === 'windows-1258' || decoded.encoding === 'TCVN3' ? decoded.encoding : null;
  const read = (source: string) => new DOMParser({ onError: () => {} }).parseFromString(source, 'text/xml') as unknown as Document;
  try {
    return { document: read(text), encoding };
  } catch {
    const guarded = text.replace(/<description>(?!\s*<!\[CDATA\[)([\s\S]*?)<\/description>/g, (_, html: string) => `<description><![CDATA[${html.replaceAll(']]>', ']] >')}]]></description>`);
    return { document: read(guarded), encoding };
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const plainText = (html: string): string =>
  html.replace(/<[^>]+>/g, '').replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name]!).trim();

/** Fields that exporters put into the description: an HTML table of two columns, or a line each as `name: value`. */
function fieldsOf(description: unknown): Record<string, string> {
  const html = typeof description === 'string' ? description : ((description as { value?: string } | undefined)?.value ?? '');
  const fields: Record<string, string> = {};
  for (const row of html.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/gi)) {
    const cells = [...row[1]!.matchAll(/<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>/gi)].map((m) => plainText(m[1]!));
    if (cells.length === 2 && cells[0]) fields[cells[0]] = cells[1]!;
  }
  if (Object.keys(fields).length > 0) return fields;
  for (const line of html.split(/<br\s*\/?>|<\/p>|<\/li>|[\r\n]+/i)) {
    const match = /^([^:=]{1,40}?)\s*[:=]\s*(?!\/\/)(\S.*)$/.exec(plainText(line));
    if (match) fields[match[1]!] = match[2]!.trim();
  }
  return fields;
}

interface Layer {
  /** GeoJSON's word for what the layer holds; null where the file holds nothing else. */
  layer: 'Point' | 'LineString' | 'Polygon' | null;
  geojson: string;
}

const CLASSES = { Point: 'Point', MultiPoint: 'Point', LineString: 'LineString', MultiLineString: 'LineString', Polygon: 'Polygon', MultiPolygon: 'Polygon' } as const;

/** The simple geometries in one, nested collections opened. */
function simpleParts(geometry: Geometry, depth = 0): Exclude<Geometry, { type: 'GeometryCollection' }>[] {
  if (geometry.type !== 'GeometryCollection') return [geometry];
  return depth > 8 ? [] : geometry.geometries.flatMap((part) => simpleParts(part, depth + 1));
}

/** A placemark with a label's point beside its area or line is that area or line. */
function mainParts(geometry: Geometry): { of: NonNullable<Layer['layer']>; geometry: Geometry } | null {
  const parts = simpleParts(geometry);
  for (const of of ['Polygon', 'LineString', 'Point'] as const) {
    const own = parts.filter((part) => CLASSES[part.type] === of);
    if (own.length === 1) return { of, geometry: own[0]! };
    if (own.length > 1) return { of, geometry: joined(of, own) };
  }
  return null;
}

function joined(of: NonNullable<Layer['layer']>, parts: Geometry[]): Geometry {
  const coordinates = parts.flatMap((part) => ('coordinates' in part ? (part.type.startsWith('Multi') ? part.coordinates : [part.coordinates]) : []));
  return { type: `Multi${of}`, coordinates } as Geometry;
}

/**
 * togeojson closes rings by repeating the very same position; taken away again, the reader of areas sees the ring as the
 * file has it, mends it and says so.
 */
function reopenRings(geometry: Geometry): void {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  for (const ring of polygons.flat()) if (ring.length > 1 && ring.at(-1) === ring[0]) ring.pop();
}

/** The innermost folder as `folder`, and each level where there are more: one may name the operator, one the technology. */
function foldersOf(folders: readonly string[]): Record<string, string> {
  const levels = folders.length > 1 ? Object.fromEntries(folders.map((name, depth) => [`folder_${depth + 1}`, name])) : {};
  return folders.length > 0 ? { folder: folders.at(-1)!, ...levels } : {};
}

/**
 * Extended data, the name, the folders' names and the fields in the description become properties; points, lines and
 * areas a layer each. Pictures laid on the ground are no data. Throws where the file breaks off.
 */
export function kmlToLayers(bytes: Uint8Array): Layer[] {
  const found: { of: NonNullable<Layer['layer']> | null; feature: Feature }[] = [];
  const visit = (children: readonly (Feature<Geometry | null> | Folder)[], folders: readonly string[]): void => {
    for (const child of children) {
      if (child.type === 'folder') {
        const name = typeof child.meta.name === 'string' ? child.meta.name.trim() : '';
        visit(child.children, name === '' ? folders : [...folders, name]);
        continue;
      }
      const { description, styleUrl: _url, styleHash: _hash, '@geometry-type': special, ...rest } = (child.properties ?? {}) as Record<string, unknown>;
      if (special === 'groundoverlay' || special === 'networklink') continue;
      const main = child.geometry && mainParts(child.geometry);
      if (main?.of === 'Polygon') reopenRings(main.geometry);
      const properties = { ...foldersOf(folders), ...fieldsOf(description), ...rest };
      found.push({ of: main?.of ?? null, feature: { type: 'Feature', properties, geometry: (main?.geometry ?? null) as Geometry } });
    }
  };
  const { document, encoding } = parse(bytes);
  visit(kmlWithFolders(document).children, []);
  const present = (['Point', 'LineString', 'Polygon'] as const).filter((of) => found.some((f) => f.of === of));
  const write = (features: Feature[]) => JSON.stringify({ type: 'FeatureCollection', ...(encoding ? { 'lomsong:encoding': encoding } : {}), features });
  if (present.length <= 1) return [{ layer: null, geojson: write(found.map((f) => f.feature)) }];
  // What has no place at all is told with the first layer.
  return present.map((of, i) => ({ layer: of, geojson: write(found.filter((f) => f.of === of || (f.of === null && i === 0)).map((f) => f.feature)) }));
}

/** Waypoints; where there are none, tracks and routes as lines. Throws where the file breaks off. */
export function gpxToGeoJson(bytes: Uint8Array): string {
  const all = gpx(parse(bytes).document) as FeatureCollection;
  const points = all.features.filter((f) => f.geometry?.type === 'Point');
  return JSON.stringify({ ...all, features: points.length > 0 ? points : all.features });
}
