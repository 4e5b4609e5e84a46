/** JSON that is no GeoJSON: a list of records, or lists under names (as the project ships its reported figures) → table. */
import type { Table } from './table';

type JsonRecord = Record<string, unknown>;

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordsOf(root: unknown): JsonRecord[] | null {
  const lists = Array.isArray(root) ? [root] : isRecord(root) ? Object.values(root) : [];
  if (lists.length === 0 || !lists.every((list): list is unknown[] => Array.isArray(list) && list.every(isRecord))) return null;
  return lists.flat() as JsonRecord[];
}

/** null where the text is no such JSON, or has no record. `line` of the table is the record's index from 0. */
export function parseJsonRows(text: string): Table | null {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return null;
  }
  const records = recordsOf(root);
  if (!records || records.length === 0) return null;
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return {
    columns,
    rowCount: records.length,
    line: (row) => row,
    cell: (row, column) => cellText(records[row]!, columns[column]),
    geometry: null,
    checkWinding: false,
    crsName: null,
  };
}

function cellText(record: JsonRecord, column: string | undefined): string {
  const value = column === undefined || !Object.hasOwn(record, column) ? null : record[column];
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
