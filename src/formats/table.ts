/** What every format becomes before its rows are read: named columns of text cells, each row with its place in the file. */
import type { Geometry } from 'geojson';

export interface Table {
  /** The headers' or properties' own names. */
  columns: string[];
  rowCount: number;
  /** Line of an editor for text, index of the feature for JSON formats. */
  line(row: number): number;
  /** '' where there is no such cell. */
  cell(row: number, column: number): string;
  /** null where the format has no geometries at all. */
  geometry: ((row: number) => Geometry | null) | null;
  /** Whether areas wind as RFC 7946 wants them is checked; TopoJSON leaves it open. */
  checkWinding: boolean;
  /** Coordinate system the file itself names, as written; null where it names none. */
  crsName: string | null;
}
