/** Features → a KML document that says where its data comes from, through tokml. */
import { toKML } from '@placemarkio/tokml';
import type { Geometry } from 'geojson';
import { escapeXml, xmlText } from './xml-text';

export interface KmlFeature {
  name: string;
  /** Shown when the feature is touched; plain text, a line each. */
  description: readonly string[];
  /** Kept as extended data; empty cells are left out. */
  properties: Readonly<Record<string, string | number | boolean | null>>;
  /** What has none is left out: KML cannot show it. */
  geometry: Geometry | null;
}

export interface KmlDocument {
  name: string;
  /** Sources, dates and what is modelled: a line each, told with the document as a whole. */
  provenance: readonly string[];
  features: Iterable<KmlFeature>;
}

/** The file's text, WGS 84, longitude first. */
export function writeKml({ name, provenance, features }: KmlDocument): string {
  const shown: Parameters<typeof toKML>[0]['features'] = [];
  for (const { name: title, description, properties, geometry } of features) {
    if (!geometry) continue;
    const kept = Object.entries(properties).flatMap(([key, value]) => (value === null || value === '' ? [] : [[xmlText(key), typeof value === 'string' ? xmlText(value) : value]]));
    shown.push({ type: 'Feature', geometry, properties: { ...Object.fromEntries(kept), name: xmlText(title), description: description.map(xmlText).join('\n') } });
  }
  const head = `<Document>\n<name>${escapeXml(name)}</name>\n<description>${escapeXml(provenance.join('\n'))}</description>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toKML({ type: 'FeatureCollection', features: shown }).replace('<Document>', () => head)}`;
}
