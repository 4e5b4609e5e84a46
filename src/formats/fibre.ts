/** Rows of a file of fibre endpoints. */
import type { FibreEndpoint } from '../core/model';
import { DuplicateFinder, type RowReader } from './rows';
import { STATUS_WORDS } from './sites';

const POSITION_NOTES: ReadonlyMap<string, NonNullable<FibreEndpoint['positionNote']>> = new Map([
  ['inside', 'inside'], ['outside', 'outside'], ['corrected', 'corrected'], ['missing', 'missing'],
] as const);

export function createFibreReader(): (reader: RowReader) => FibreEndpoint | null {
  const duplicates = new DuplicateFinder();
  return (reader) => {
    const fibreId = reader.required('fibre_id');
    const name = reader.required('name');
    const positionNote = reader.choice('position_note', POSITION_NOTES);
    const position = reader.position(positionNote === 'missing');
    const communeCode = reader.communeCode('commune_code', position);
    const endpoint: FibreEndpoint = {
      fibreId,
      name,
      position,
      communeCode,
      operator: reader.operator('operator'),
      status: reader.choice('status', STATUS_WORDS) ?? 'active',
      asOf: reader.date('as_of'),
      positionNote,
    };
    if (fibreId !== '' && duplicates.check(reader, 'fibre_id', fibreId, fibreId)) return null;
    if (reader.failed) return null;
    duplicates.keep(reader, fibreId);
    return endpoint;
  };
}
