/** Operators given as two columns of numbers: the country's code (MCC) and the network's (MNC). */
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
