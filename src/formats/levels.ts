/** Which columns and rows of a file of readings hold a level at all: RSSI, qualities and placeholders are none. */
import { foldToKey } from '../core/fold';
import type { MappedHeaders } from './headers';
import { cleanCell } from './placeholders';
import type { Table } from './table';
import { parseTechnology } from './technology';

/** RSSI is the level of 2G; of 3G to 5G it is everything in the band together, tens of dB above RSCP or RSRP. */
const RSSI_OF_2G = /^(?:gsm)?rssi(?:dbm)?$/;
const QUALITY = /^(?:ss|lte|nr|csi)*(?:rsrq|sinr|snr|cqi|ecio|ecno|qual|quality|rxqual)/;

export type LevelColumn = 'level' | 'rssi' | 'quality';

/** What a header in the place of `signal_dbm` really holds. */
export function levelColumnOf(header: string): LevelColumn {
  const key = foldToKey(header);
  return key.includes('rssi') ? 'rssi' : QUALITY.test(key) ? 'quality' : 'level';
}

/** The headers with RSSI as the level, where the file has no other and has readings of 2G. */
export function withRssiOf2g(table: Table, headers: MappedHeaders): MappedHeaders {
  const technology = headers.columns.get('technology');
  const rssi = table.columns.findIndex((header) => RSSI_OF_2G.test(foldToKey(header)));
  if (rssi === -1 || technology === undefined || headers.columns.has('signal_dbm')) return headers;
  for (let row = 0; row < table.rowCount; row++) {
    if (parseTechnology(cleanCell(table.cell(row, technology))) !== '2G') continue;
    return { ...headers, columns: new Map(headers.columns).set('signal_dbm', rssi), missing: headers.missing.filter((field) => field !== 'signal_dbm') };
  }
  return headers;
}

/** Fewer rows may be alike by chance, or because the phone stood still. */
const LEAST_ROWS = 20;
const LEAST_PLACES = 10;

/**
 * For each row, whether its technology and operator have one and the same level in every row, along a whole way: what
 * devices write that cannot measure it.
 */
export function oneLevelRows(table: Table, headers: MappedHeaders): (row: number) => boolean {
  const column = (field: string) => headers.columns.get(field);
  const text = (row: number, index: number | undefined) => (index === undefined ? '' : cleanCell(table.cell(row, index)));
  const [technology, operator, level, lat, lng, position] = ['technology', 'operator', 'signal_dbm', 'lat', 'lng', 'position'].map(column);
  const groupOf = (row: number) => `${parseTechnology(text(row, technology)) ?? text(row, technology)}\n${text(row, operator)}`;
  const groups = new Map<string, { level: string | null; rows: number; places: Set<string> }>();
  for (let row = 0; row < table.rowCount; row++) {
    const value = text(row, level);
    if (value === '') continue;
    const key = groupOf(row);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { level: value, rows: 0, places: new Set() }));
    if (group.level === null) continue;
    if (group.level !== value) group.level = null;
    group.rows++;
    if (group.places.size < LEAST_PLACES) group.places.add(placeOf(row));
  }
  function placeOf(row: number): string {
    const geometry = table.geometry?.(row);
    return geometry && 'coordinates' in geometry ? JSON.stringify(geometry.coordinates) : `${text(row, lat)} ${text(row, lng)} ${text(row, position)}`;
  }
  const alike = new Set([...groups].filter(([, group]) => group.level !== null && group.rows >= LEAST_ROWS && group.places.size >= LEAST_PLACES).map(([key]) => key));
  return alike.size === 0 ? () => false : (row) => alike.has(groupOf(row));
}
