/** Features of a file of fibre routes: lines. */
import type { CommuneIndex } from '../core/commune-index';
import type { FibreRoute, LngLat } from '../core/model';
import { placing, rawGeometry } from './areas';
import type { PositionReader } from './positions';
import { DuplicateFinder, type RowReader } from './rows';
import { STATUS_WORDS } from './sites';
import type { Table } from './table';

export function createRouteReader(table: Table, positions: PositionReader, area: CommuneIndex | null): (reader: RowReader) => FibreRoute | null {
  const duplicates = new DuplicateFinder();
  return (reader) => {
    const routeId = reader.required('route_id');
    const route = {
      routeId,
      operator: reader.operator('operator'),
      status: reader.choice('status', STATUS_WORDS) ?? 'active',
      asOf: reader.date('as_of'),
    };
    const lines = readLines(reader, table, positions, area);
    if (routeId !== '' && duplicates.check(reader, 'route_id', routeId, routeId)) return null;
    if (reader.failed || !lines) return null;
    duplicates.keep(reader, routeId);
    return { ...route, lines };
  };
}

function readLines(reader: RowReader, table: Table, positions: PositionReader, area: CommuneIndex | null): LngLat[][] | null {
  const geometry = rawGeometry(reader, table, 'LineString', 'not-a-line');
  if (!geometry) return null;
  const { parts: raw, type } = geometry;
  const { place, swapped } = placing([raw], positions, area);
  const lines: LngLat[][] = [];
  let dropped = false;
  for (const rawLine of raw) {
    const line: LngLat[] = [];
    for (const position of Array.isArray(rawLine) ? rawLine : []) {
      const placed = Array.isArray(position) ? place(position) : null;
      if (!placed) {
        if (Array.isArray(position) && Number.isFinite(position[0]) && Number.isFinite(position[1])) reader.error('bad-coordinate', 'geometry', position.slice(0, 2).join(', '), { axis: 'lat' });
        else reader.error('bad-geometry', 'geometry', type, { why: 'bad-position' });
        return null;
      }
      const last = line.at(-1);
      if (!last || last[0] !== placed[0] || last[1] !== placed[1]) line.push(placed);
    }
    if (line.length > 1) lines.push(line);
    else dropped = true;
  }
  if (lines.length === 0) {
    reader.error('bad-geometry', 'geometry', type, { why: 'no-length' });
    return null;
  }
  if (swapped) reader.issue('swapped-coordinates', 'geometry', null);
  if (dropped) reader.issue('bad-geometry', 'geometry', null, { mended: 'dropped-line' }, 'warning');
  if (area && !lines.some((line) => line.some((vertex) => area.locate(vertex)))) reader.issue('outside-area', 'geometry', null);
  return lines;
}
