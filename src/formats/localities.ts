/** Rows of a file of hamlets. */
import { normaliseCommuneCode } from '../core/commune-lookup';
import type { Locality, ReportedState } from '../core/model';
import { readOldCode } from '../core/old-code';
import { DuplicateFinder, type RowReader } from './rows';

const STATE_WORDS: ReadonlyMap<string, ReportedState> = new Map<string, ReportedState>([
  ['trang', 'trang'], ['trangsong', 'trang'], ['khongcosong', 'trang'],
  ['lom', 'lom'], ['lomsong', 'lom'],
  ['covered', 'covered'], ['cosong', 'covered'], ['phusong', 'covered'], ['daphusong', 'covered'], ['dacosong', 'covered'],
]);

export function createLocalityReader(): (reader: RowReader) => Locality | null {
  const duplicates = new DuplicateFinder();
  return (reader) => {
    const localityId = reader.required('locality_id');
    const name = reader.required('name');
    const position = reader.position();
    const locality = {
      localityId,
      name,
      communeCode: reader.communeCode('commune_code', position),
      households: reader.count('households'),
      population: reader.count('population'),
      hasElectricity: reader.yesNo('has_electricity'),
      reportedState: reader.choice('reported_state', STATE_WORDS),
      reportedAt: reader.date('reported_at'),
      note: reader.text('note') || null,
      oldUnitCode: oldUnitOf(reader),
    };
    if (localityId !== '' && duplicates.check(reader, 'locality_id', localityId, localityId)) return null;
    if (reader.failed || !position) return null;
    duplicates.keep(reader, localityId);
    return { ...locality, position };
  };
}

/** The old unit's code in a column of its own, or the commune told by it (`old:00733`). */
function oldUnitOf(reader: RowReader): string | null {
  const own = reader.text('old_code');
  return own === '' ? readOldCode(reader.text('commune_code')) : (readOldCode(own) ?? normaliseCommuneCode(own));
}
