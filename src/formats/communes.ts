/** Features of a communes file: the area of the project itself. */
import { normaliseCommuneCode } from '../core/commune-lookup';
import type { Commune } from '../core/model';
import { readOldCode, writeOldCode } from '../core/old-code';
import { readArea } from './areas';
import type { PositionReader } from './positions';
import { DuplicateFinder, type RowReader } from './rows';
import type { Table } from './table';

export function createCommuneReader(table: Table, positions: PositionReader): (reader: RowReader) => Commune | null {
  const duplicates = new DuplicateFinder();
  return (reader) => {
    const codeText = reader.required('code');
    const oldCode = readOldCode(codeText);
    const code = oldCode === null ? (normaliseCommuneCode(codeText) ?? codeText) : writeOldCode(oldCode);
    const name = reader.required('name');
    const population = reader.count('population');
    const geometry = readArea(reader, table, positions, null);
    if (code !== '' && duplicates.check(reader, 'code', codeText, code)) return null;
    if (reader.failed || !geometry) return null;
    duplicates.keep(reader, code);
    return { code, name, population, geometry };
  };
}
