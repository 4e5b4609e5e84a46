import { writeOldCode } from '../core/old-code';
import { oldUnitTable } from '../state/old-unit-figures';
import { updateView } from '../state/view';
import { NeedRows } from './NeedList';

/** The units until 30 June 2025 in most need. */
export function OldUnitNeeds() {
  return (
    <NeedRows
      all={oldUnitTable.value.map(({ unit, land, peopleTrang, trang }) => ({
        key: unit.code, name: unit.name, amounts: { people: peopleTrang, land: land?.gapKm2 ?? null, share: land?.gapShare ?? null, hamlets: trang },
        open: () => updateView({ commune: writeOldCode(unit.code) }),
      }))}
    />
  );
}
