/** Numbers of networks that mean something only together: country and network (MCC, MNC), area and cell. */
import { foldToKey } from '../core/fold';
import type { MappedHeaders } from './headers';
import { cleanCell } from './placeholders';
import type { Table } from './table';

const NETWORK = new Set(['net', 'mnc']);

/** The table with `452-04` in the operator's column where the file has `452` and `4`; else as it is. */
export function withNetworkCodes(table: Table, headers: MappedHeaders): Table {
  const network = headers.columns.get('operator');
  const country = table.columns.findIndex((header) => foldToKey(header) === 'mcc');
  if (network === undefined || country === -1 || !NETWORK.has(foldToKey(table.columns[network]!))) return table;
  return {
    ...table,
    cell: (row, column) => {
      const text = table.cell(row, column);
      if (column !== network) return text;
      const [mcc, mnc] = [cleanCell(table.cell(row, country)), cleanCell(text)];
      return /^\d{3}$/.test(mcc) && /^\d{1,3}$/.test(mnc) ? `${mcc}-${mnc.padStart(2, '0')}` : text;
    },
  };
}

/**
 * The table with `103-1643` as the site's id where the file lists cells as OpenCelliD does: a cell's number is unique
 * only within its area.
 */
export function withCellAreas(table: Table, headers: MappedHeaders): Table {
  const site = headers.columns.get('site_id');
  const area = table.columns.findIndex((header) => foldToKey(header) === 'area');
  if (site === undefined || area === -1 || foldToKey(table.columns[site]!) !== 'cell' || !table.columns.some((header) => foldToKey(header) === 'mcc')) return table;
  return {
    ...table,
    cell: (row, column) => {
      const text = table.cell(row, column);
      return column === site && cleanCell(text) !== '' ? `${cleanCell(table.cell(row, area))}-${cleanCell(text)}` : text;
    },
  };
}
