/** KML and GPX → GeoJSON text, through togeojson. */
import { gpx, kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import type { FeatureCollection, Geometry } from 'geojson';
import { decodeText } from './decode';

/** Phones and exporters leave prefixes undeclared; a parser that minds would refuse the whole file. */
function parse(bytes: Uint8Array): Document {
  const decoded = decodeText(bytes);
  let text = 'text' in decoded && typeof decoded.text === 'string' ? decoded.text : new TextDecoder().decode(bytes);
  const root = /<(?:\w+:)?(?:kml|gpx)\b[^>]*>/i.exec(text)?.[0];
  if (root) {
    const declared = new Set([...root.matchAll(/xmlns:(\w+)/g)].map((m) => m[1]!));
    const used = new Set([...text.matchAll(/<\/?([A-Za-z_][\w.-]*):/g), ...text.matchAll(/\s([A-Za-z_][\w.-]*):[\w.-]+=/g)].map((m) => m[1]!));
    const missing = [...used].filter((prefix) => !declared.has(prefix) && prefix !== 'xmlns' && prefix !== 'xml');
    if (missing.length > 0) text = text.replace(root, root.replace(/\s*\/?>$/, ` ${missing.map((prefix) => `xmlns:${prefix}="urn:undeclared:${prefix}"`).join(' ')}>`));
  }
  return new DOMParser({ onError: () => {} }).parseFromString(text, 'text/xml') as unknown as Document;
}

/** Tables that exporters put into the description as HTML: cells two by two. */
function tableOf(description: unknown): Record<string, string> {
  const html = typeof description === 'string' ? description : ((description as { value?: string } | undefined)?.value ?? '');
  const fields: Record<string, string> = {};
  for (const row of html.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/gi)) {
    const cells = [...row[1]!.matchAll(/<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>/gi)].map((m) => m[1]!.replace(/<[^>]+>/g, '').trim());
    if (cells.length === 2 && cells[0]) fields[cells[0]] = cells[1]!;
  }
  return fields;
}

/** Folders and styles fall away; extended data, the name and tables in the description become properties. */
export function kmlToGeoJson(bytes: Uint8Array): string {
  const { features } = kml(parse(bytes));
  const plain = features.map((feature) => {
    const { description, styleUrl: _url, styleHash: _hash, ...rest } = (feature.properties ?? {}) as Record<string, unknown>;
    return { type: 'Feature' as const, geometry: feature.geometry, properties: { ...rest, ...tableOf(description) } };
  });
  return JSON.stringify({ type: 'FeatureCollection', features: plain } satisfies { type: string; features: { geometry: Geometry | null }[] });
}

/** Waypoints; tracks and routes have no kind here. */
export function gpxToGeoJson(bytes: Uint8Array): string {
  const all = gpx(parse(bytes)) as FeatureCollection;
  return JSON.stringify({ ...all, features: all.features.filter((f) => f.geometry?.type === 'Point') });
}
