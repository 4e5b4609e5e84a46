/** What the page shows of a file that was read, before it is used. */
import { boxOfBoxes, boxOfGeometry, boxOfPoints } from '../core/box';
import type { Box, LngLat } from '../core/model';
import { fieldsOf } from '../formats/headers';
import type { AnyReadResult } from '../formats/read-plain';
import type { ImportPreview } from './protocol';

const SAMPLE_ROWS = 5;

/** @param token by which the page names the file from now on */
export function previewOf(token: number, file: string, result: AnyReadResult): ImportPreview {
  const { kind, kindGuessed, format, encoding, headerLine, usageError, columns, mapping, rowCount, issues, table } = result;
  const cellsOf = (row: number) => columns.map((_, column) => table!.cell(row, column));
  const issueRows = new Map<number, string[]>();
  if (table) {
    const wanted = new Set(issues.map((issue) => issue.line));
    for (let row = 0; row < rowCount && issueRows.size < wanted.size; row++) {
      const line = table.line(row);
      if (wanted.has(line)) issueRows.set(line, cellsOf(row));
    }
  }
  const lines = new Set(issues.map((issue) => issue.line));
  const issuePlaces = new Map<number, LngLat>();
  result.rows.forEach((row, i) => {
    const line = result.rowLines[i]!;
    const place = lines.has(line) ? placeOf(row) : null;
    if (place) issuePlaces.set(line, place);
  });
  return {
    token, file, issuePlaces, kind, kindGuessed, format, encoding, headerLine, headerMissing: usageError?.option === 'header', columns, mapping, rowCount, issues, issueRows,
    fields: fieldsOf(kind),
    goodRows: result.rows.length,
    sample: table ? Array.from({ length: Math.min(SAMPLE_ROWS, rowCount) }, (_, row) => cellsOf(row)) : [],
    box: boxOfRows(result.rows),
    unusable: result.wholeFileError || usageError !== null || result.rows.length === 0,
  };
}

/** Where a row is, as a point to look at. */
function placeOf(row: AnyReadResult['rows'][number]): LngLat | null {
  if ('position' in row) return row.position;
  if ('lines' in row) return row.lines[0]![Math.floor(row.lines[0]!.length / 2)]!;
  if (!('geometry' in row)) return null;
  const [west, south, east, north] = boxOfGeometry(row.geometry);
  return [(west + east) / 2, (south + north) / 2];
}

function boxOfRows(rows: AnyReadResult['rows']): Box | null {
  const points: LngLat[] = [];
  const boxes: Box[] = [];
  for (const row of rows) {
    if ('geometry' in row) boxes.push(boxOfGeometry(row.geometry));
    else if ('lines' in row) boxes.push(...row.lines.map(boxOfPoints));
    else if ('position' in row && row.position) points.push(row.position);
  }
  if (points.length > 0) boxes.push(boxOfPoints(points));
  return boxes.length > 0 ? boxOfBoxes(boxes) : null;
}
