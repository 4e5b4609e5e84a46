/** Rows of a file of readings. */
import type { Measurement } from '../core/model';
import type { MappedHeaders } from './headers';
import { levelColumnOf, oneLevelRows } from './levels';
import { parseMeasure } from './numbers';
import { UNITS, type RowReader } from './rows';
import type { Table } from './table';
import { parseTechnology } from './technology';

/**
 * What a level can be: 3GPP reports SS-RSRP down to -156 dBm and RSRP up to -31; exports write -24 and -164 for
 * "no reading".
 */
const LEVEL_DBM = { min: -156, max: -25 };

export function createMeasurementReader(table: Table, headers: MappedHeaders): (reader: RowReader) => Measurement | null {
  const levelColumn = headers.columns.get('signal_dbm');
  const column = levelColumn === undefined ? 'level' : levelColumnOf(table.columns[levelColumn]!);
  const isOneLevel = oneLevelRows(table, headers);
  return (reader) => {
    const position = reader.position();
    const technologyText = reader.required('technology');
    const technology = parseTechnology(technologyText);
    if (technologyText !== '' && !technology) reader.error('unknown-technology', 'technology', technologyText);
    const levelText = reader.required('signal_dbm');
    const level = levelText === '' ? null : parseMeasure(levelText, UNITS.dbm);
    if (levelText !== '' && level === null) reader.error('bad-number', 'signal_dbm', levelText, { expected: 'dbm' });
    else if (level !== null && (level < LEVEL_DBM.min || level > LEVEL_DBM.max)) {
      reader.error('missing-value', 'signal_dbm', levelText, { why: 'no-level', ...LEVEL_DBM });
    } else if (level !== null && (column === 'quality' || (column === 'rssi' && technology !== null && technology !== '2G'))) {
      reader.error('missing-value', 'signal_dbm', levelText, { why: column });
    } else if (level !== null && isOneLevel(reader.row)) {
      reader.error('missing-value', 'signal_dbm', levelText, { why: 'one-level' });
    }
    const measurement = {
      operator: reader.operator('operator'),
      measuredAt: reader.date('measured_at'),
      speedMbps: reader.measure('speed_mbps', UNITS.mbps, 0, 100_000),
    };
    if (reader.failed || !position || !technology || level === null) return null;
    return { position, technology, signalDbm: level, ...measurement };
  };
}
