/** Features of a coverage file. */
import type { CommuneIndex } from '../core/commune-index';
import type { CoverageArea, CoverageKind } from '../core/model';
import { readArea } from './areas';
import type { PositionReader } from './positions';
import type { RowReader } from './rows';
import type { Table } from './table';
import { parseTechnology } from './technology';

const KIND_WORDS: ReadonlyMap<string, CoverageKind> = new Map<string, CoverageKind>([
  ['claimed', 'claimed'], ['congbo', 'claimed'],
  ['modelled', 'modelled'], ['modeled', 'modelled'], ['mophong', 'modelled'], ['tinhtoan', 'modelled'],
  ['measured', 'measured'], ['dokiem', 'measured'], ['thucdo', 'measured'],
]);

export function createCoverageReader(table: Table, positions: PositionReader, area: CommuneIndex | null): (reader: RowReader) => CoverageArea | null {
  return (reader) => {
    const technologyText = reader.required('technology');
    const technology = parseTechnology(technologyText);
    if (technologyText !== '' && !technology) reader.error('unknown-technology', 'technology', technologyText);
    reader.required('operator');
    const operator = reader.operator('operator') ?? '';
    const kind = reader.choice('kind', KIND_WORDS) ?? 'claimed';
    const geometry = readArea(reader, table, positions, area);
    if (reader.failed || !technology || !geometry) return null;
    return { technology, operator, kind, geometry };
  };
}
