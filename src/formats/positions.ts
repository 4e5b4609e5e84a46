/** Where a row lies: two columns, one column with both, or a point; degrees, swapped, or VN-2000 metres. */
import type { Geometry, Position } from 'geojson';
import type { CommuneIndex } from '../core/commune-index';
import type { LngLat } from '../core/model';
import { parseAngle, parseAnglePair, type Angle } from './coordinates';
import { asEastingNorthing, fromVn2000, HOME_ZONES, meridianName, type Crs } from './crs';
import type { MappedHeaders } from './headers';
import type { IssueLog } from './issue-log';
import { cleanCell } from './placeholders';
import type { RowReader } from './rows';
import type { Table } from './table';

export interface PositionReader {
  /** WGS 84 [lng, lat], with the issues of the row; null where there is none. */
  read(reader: RowReader, absentIsFine: boolean): LngLat | null;
  /** A vertex of an area or line in the file's coordinate system; null where it is no place on Earth. */
  vertex(position: Position): LngLat | null;
}

type Converter = (easting: number, northing: number) => LngLat | null;

/** A pair as the file gives it: what should be latitude, what should be longitude. */
type RawPair =
  | { kind: 'pair'; lat: Angle; lng: Angle; latText: string; lngText: string; latField: string; lngField: string; neutral: boolean }
  | { kind: 'absent'; fields: string[] }
  | { kind: 'bad'; fields: [field: string, text: string][]; absent: string[] }
  | { kind: 'not-a-point'; type: string };

const inDegrees = (lat: number, lng: number): boolean => Math.abs(lat) <= 90 && Math.abs(lng) <= 180;

/**
 * Decides for the whole file whether and from which zone metres are read, and says so in one issue.
 * @param crs given by the user or named by the file; null lets the ranges decide
 */
export function createPositionReader(table: Table, headers: MappedHeaders, log: IssueLog, crs: Crs | null, area: CommuneIndex | null): PositionReader {
  const raw = (row: number): RawPair => rawPair(table, headers, row);
  const convert = crs?.kind === 'wgs84' ? null : chooseZone(table, raw, log, crs, area);

  const metres = (lat: number, lng: number): LngLat | null => {
    if (!convert) return null;
    const pair = asEastingNorthing(lat, lng);
    if (pair) return convert(pair[0], pair[1]);
    // A zone that the user names is believed outside Vietnam's usual ranges too.
    if (crs?.kind === 'vn2000' && (Math.abs(lat) > 180 || Math.abs(lng) > 180)) return convert(lng, lat);
    return null;
  };

  return {
    vertex(position) {
      const [x, y] = position;
      if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return null;
      return inDegrees(y, x) ? [x, y] : metres(y, x);
    },

    read(reader, absentIsFine) {
      const pair = raw(reader.row);
      if (pair.kind === 'absent') {
        if (!absentIsFine) for (const field of pair.fields) reader.error('missing-value', field, null);
        return null;
      }
      if (pair.kind === 'bad') {
        for (const field of pair.absent) reader.error('missing-value', field, null);
        for (const [field, text] of pair.fields) reader.error('bad-number', field, text, { expected: 'coordinate' });
        return null;
      }
      if (pair.kind === 'not-a-point') {
        reader.error('bad-geometry', 'geometry', pair.type, { why: 'not-a-point' });
        return null;
      }

      const { lat: latAngle, lng: lngAngle, latText, lngText, latField, lngField, neutral } = pair;
      const lat = latAngle.value;
      const lng = lngAngle.value;
      const both = latField === lngField ? latText : `${latText}, ${lngText}`;
      if (lat === 0 && lng === 0) {
        // The position that devices and databases write for "none".
        for (const field of new Set([latField, lngField])) reader.error('missing-value', field, latField === lngField ? both : '0', { why: 'zero-position' });
        return null;
      }

      const swappedByLetter = latAngle.axis === 'lng' || lngAngle.axis === 'lat';
      const fits = inDegrees(lat, lng);
      const fitsSwapped = inDegrees(lng, lat);
      let position: LngLat | null = null;
      let swapped = false;
      if (swappedByLetter ? fitsSwapped : !fits && fitsSwapped) {
        position = [lat, lng];
        swapped = true;
      } else if (fits) {
        position = [lng, lat];
        if (area && fitsSwapped && !latAngle.axis && !area.locate(position) && area.locate([lat, lng])) {
          position = [lat, lng];
          swapped = true;
        }
      } else {
        position = metres(lat, lng);
      }

      if (!position) {
        if (Math.abs(lat) > 90) reader.error('bad-coordinate', latField, latText, { axis: 'lat' });
        if (latField !== lngField && Math.abs(lng) > 180) reader.error('bad-coordinate', lngField, lngText, { axis: 'lng' });
        if (!reader.failed) reader.error('bad-coordinate', latField, both, { axis: 'lat' });
        return null;
      }
      if (swapped && !neutral) reader.issue('swapped-coordinates', latField, both, { lat: position[1], lng: position[0] });
      if (area && !area.locate(position)) reader.issue('outside-area', latField, both, { lat: position[1], lng: position[0] });
      return position;
    },
  };
}

function rawPair(table: Table, headers: MappedHeaders, row: number): RawPair {
  const latColumn = headers.columns.get('lat');
  const lngColumn = headers.columns.get('lng');
  if (latColumn !== undefined && lngColumn !== undefined) {
    const latText = cleanCell(table.cell(row, latColumn));
    const lngText = cleanCell(table.cell(row, lngColumn));
    if (latText !== '' || lngText !== '' || !table.geometry?.(row)) {
      const lat = latText === '' ? null : parseAngle(latText);
      const lng = lngText === '' ? null : parseAngle(lngText);
      if (lat && lng) return { kind: 'pair', lat, lng, latText, lngText, latField: 'lat', lngField: 'lng', neutral: headers.neutralPosition };
      const absent = [...(latText === '' ? ['lat'] : []), ...(lngText === '' ? ['lng'] : [])];
      if (absent.length === 2) return { kind: 'absent', fields: absent };
      const bad: [string, string][] = [];
      if (latText !== '' && !lat) bad.push(['lat', latText]);
      if (lngText !== '' && !lng) bad.push(['lng', lngText]);
      return { kind: 'bad', fields: bad, absent };
    }
  }

  const column = headers.columns.get('position');
  if (column !== undefined) {
    const text = cleanCell(table.cell(row, column));
    if (text !== '' || !table.geometry?.(row)) {
      if (text === '') return { kind: 'absent', fields: ['position'] };
      const pair = parseAnglePair(text);
      if (!pair) return { kind: 'bad', fields: [['position', text]], absent: [] };
      // Nothing says which comes first: letters, then ranges, then the area decide, and no order is wrong.
      const turned = pair[0].axis === 'lng' || pair[1].axis === 'lat';
      const [lat, lng] = turned ? [pair[1], pair[0]] : pair;
      return { kind: 'pair', lat, lng, latText: text, lngText: text, latField: 'position', lngField: 'position', neutral: true };
    }
  }

  const geometry = table.geometry?.(row) ?? null;
  if (!geometry) return { kind: 'absent', fields: ['geometry'] };
  const point = pointOf(geometry);
  if (!point) return { kind: 'not-a-point', type: geometry.type };
  const [lng, lat] = point;
  if (typeof lng !== 'number' || typeof lat !== 'number') {
    return { kind: 'bad', fields: [['geometry', JSON.stringify(point).slice(0, 80)]], absent: [] };
  }
  const text = `${lng}, ${lat}`;
  return {
    kind: 'pair',
    lat: { value: lat, axis: null },
    lng: { value: lng, axis: null },
    latText: text,
    lngText: text,
    latField: 'geometry',
    lngField: 'geometry',
    neutral: false,
  };
}

function pointOf(geometry: Geometry): Position | null {
  if (geometry.type === 'Point') return Array.isArray(geometry.coordinates) ? geometry.coordinates : null;
  if (geometry.type !== 'MultiPoint' || !Array.isArray(geometry.coordinates) || geometry.coordinates.length !== 1) return null;
  const only: unknown = geometry.coordinates[0];
  return Array.isArray(only) ? (only as Position) : null;
}

/** A position that stands for the whole geometry when zones are compared: the first vertex there is. */
function firstVertex(geometry: Geometry): Position | null {
  let found: unknown = geometry.type === 'GeometryCollection' ? null : geometry.coordinates;
  while (Array.isArray(found) && Array.isArray(found[0])) found = found[0];
  return Array.isArray(found) && typeof found[0] === 'number' && typeof found[1] === 'number' ? (found as Position) : null;
}

/** The converter of the file's zone, after reporting it; null where no row is in metres. */
function chooseZone(table: Table, raw: (row: number) => RawPair, log: IssueLog, crs: (Crs & { kind: 'vn2000' }) | null, area: CommuneIndex | null): Converter | null {
  const candidates = (crs ? [crs] : HOME_ZONES).map((zone) => ({ zone, convert: fromVn2000(zone), inside: 0 }));
  let rows = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const pair = raw(row);
    const vertex = pair.kind === 'not-a-point' ? firstVertex(table.geometry!(row)!) : null;
    const metres = pair.kind === 'pair' ? asEastingNorthing(pair.lat.value, pair.lng.value) : vertex ? asEastingNorthing(vertex[1]!, vertex[0]!) : null;
    if (!metres) continue;
    rows++;
    if (!area) continue;
    for (const candidate of candidates) {
      const position = candidate.convert(metres[0], metres[1]);
      if (position && area.locate(position)) candidate.inside++;
    }
  }
  const [first, second] = candidates;
  const chosen = second && second.inside > first!.inside ? second : first!;
  if (rows === 0) return crs ? chosen.convert : null;

  const other = candidates.find((candidate) => candidate !== chosen && candidate.inside * 2 >= chosen.inside);
  log.add('projected-coordinates', { line: null, column: null }, chosen.zone.name, {
    zone: meridianName(chosen.zone.centralMeridian),
    rows,
    ...(area ? { inside: chosen.inside } : {}),
    ...(other ? { other: other.zone.name, otherZone: meridianName(other.zone.centralMeridian), ...(area ? { otherInside: other.inside } : {}) } : {}),
  });
  return chosen.convert;
}
