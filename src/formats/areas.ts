/** The area of a feature: mended where it can be, with the issues that say so. */
import type { Position } from 'geojson';
import type { CommuneIndex } from '../core/commune-index';
import type { Box, LngLat, MultiPolygonRings } from '../core/model';
import { rawParts, readPolygons } from './polygons';
import type { PositionReader } from './positions';
import type { RowReader } from './rows';
import type { Table } from './table';

const SWAP = ([x, y]: Position): Position => [y!, x!];

/**
 * @param area where the feature should lie; null where the features are the area themselves
 * @returns null after an error
 */
export function readArea(reader: RowReader, table: Table, positions: PositionReader, area: CommuneIndex | null): MultiPolygonRings | null {
  const geometry = rawGeometry(reader, table, 'Polygon', 'not-an-area');
  if (!geometry) return null;
  const { parts: raw, type } = geometry;
  const { place, swapped } = placing(raw, positions, area);
  const result = readPolygons(raw, place, table.checkWinding && !swapped);
  if (result.kind === 'bad') {
    const wrong = result.why === 'bad-position' ? firstOutOfRange(raw, place) : null;
    if (wrong) reader.error('bad-coordinate', 'geometry', wrong.join(', '), { axis: 'lat' });
    else reader.error('bad-geometry', 'geometry', type, { why: result.why });
    return null;
  }
  if (swapped) reader.issue('swapped-coordinates', 'geometry', null);
  if (result.mends.length > 0) reader.issue('bad-geometry', 'geometry', null, { mended: result.mends.join(', ') }, 'warning');
  if (area && !touches(result.geometry, area)) reader.issue('outside-area', 'geometry', null);
  return result.geometry;
}

/**
 * How the vertices of a feature are read: as they stand, or swapped where only that is on Earth or in the area.
 * @param raw parts, each of rings or lines
 */
export function placing(raw: Position[][][], positions: PositionReader, area: CommuneIndex | null): { place: (position: Position) => LngLat | null; swapped: boolean } {
  const box = boxOf(raw, positions);
  const swapped = box === 'swapped' || (box !== null && area !== null && !meets(area.box, box) && meets(area.box, [box[1], box[0], box[3], box[2]]));
  return { swapped, place: swapped ? (position) => positions.vertex(SWAP(position)) : positions.vertex };
}

/** The box in degrees; 'swapped' where only the other order of coordinates is on Earth; null where nothing can be said. */
function boxOf(raw: Position[][][], positions: PositionReader): Box | 'swapped' | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let swapped = false;
  for (const polygon of raw) {
    for (const ring of Array.isArray(polygon) ? polygon : []) {
      for (const position of Array.isArray(ring) ? ring : []) {
        if (!Array.isArray(position)) return null;
        const placed = positions.vertex(position);
        if (!placed) {
          if (!positions.vertex(SWAP(position))) return null;
          swapped = true;
          continue;
        }
        west = Math.min(west, placed[0]);
        east = Math.max(east, placed[0]);
        south = Math.min(south, placed[1]);
        north = Math.max(north, placed[1]);
      }
    }
  }
  if (swapped) return 'swapped';
  return west <= east ? [west, south, east, north] : null;
}

function meets(a: Box | null, b: Box): boolean {
  return a !== null && a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

function firstOutOfRange(raw: Position[][][], place: (position: Position) => LngLat | null): Position | null {
  for (const ring of raw.flat()) {
    for (const position of Array.isArray(ring) ? ring : []) {
      if (!Array.isArray(position) || !Number.isFinite(position[0]) || !Number.isFinite(position[1])) return null;
      if (!place(position)) return position.slice(0, 2);
    }
  }
  return null;
}

/** Whether a corner of the one lies in the other, either way round. */
function touches(geometry: MultiPolygonRings, area: CommuneIndex): boolean {
  for (const polygon of geometry) {
    const outer = polygon[0]!;
    if (outer.some((corner) => area.locate(corner))) return true;
    let box: Box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of outer) box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    for (const commune of area.near(box)) {
      if (commune.geometry.some((part) => part[0]!.some((corner) => inside(outer, corner)))) return true;
    }
  }
  return false;
}

function inside(ring: readonly LngLat[], [x, y]: LngLat): boolean {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ix, iy] = ring[i]!;
    const [jx, jy] = ring[j]!;
    if (iy > y !== jy > y && x < ix + ((jx - ix) * (y - iy)) / (jy - iy)) odd = !odd;
  }
  return odd;
}

/** The raw parts of a row's geometry; null after an error, which says `why` where they are of another kind. */
export function rawGeometry<K extends 'Polygon' | 'LineString'>(reader: RowReader, table: Table, kind: K, why: string) {
  const geometry = table.geometry?.(reader.row) ?? null;
  if (!geometry) {
    reader.error('missing-value', 'geometry', null);
    return null;
  }
  const raw = rawParts(geometry, kind);
  if (!raw) reader.error('bad-geometry', 'geometry', geometry.type, { why });
  return raw && { parts: raw, type: geometry.type };
}
