/** What is reported of a hamlet: by the reader's own note first, else by the file it came from. */
import type { HamletReport } from '../core/hamlet-report';
import type { ReportedState } from '../core/model';
import { hamletNotes } from '../state/hamlet-notes';
import { lang } from '../state/language';
import { hamletsNature } from '../state/nature';
import { reasonText } from './wording';

export interface Reported {
  state: ReportedState | null;
  /** ISO date. */
  date: string | null;
  note: string;
}

/** null where no one says anything. */
export function reportedOf({ locality }: HamletReport): Reported | null {
  const own = hamletNotes.value[locality.localityId];
  const state = own?.state ?? locality.reportedState;
  const date = own?.date ?? (own?.state ? null : locality.reportedAt);
  // The notes of modelled hamlets only say that they are.
  const note = own?.note || (hamletsNature.value === 'modelled' ? '' : (locality.note ?? ''));
  return state === null && date === null && note === '' ? null : { state, date, note };
}

/** The table for a file: headers in the language of the page, then a row a hamlet. */
export function hamletCells(hamlets: readonly HamletReport[]): { header: string[]; rows: (string | number | null)[][] } {
  const { hamlets: words, noData } = lang.value.text;
  const { columns } = words;
  return {
    header: ['locality_id', columns.name, columns.state, columns.reported, words.noteDate, words.note, columns.operators, words.operatorNames, columns.best, columns.people, words.householdsHeader, words.power, `${columns.mast} (km)`, `${columns.fibre} (km)`, words.reason, 'lng', 'lat'],
    rows: hamlets.map((h) => {
      const { locality, state, operators, bestTechnology, nearestMastKm, nearestFibreKm, reason } = h;
      const reported = reportedOf(h);
      return [
        locality.localityId, locality.name, state ? words.state[state] : noData, reported?.state ? words.state[reported.state] : null, reported?.date ?? null, reported?.note || null,
        operators?.length ?? null, operators?.join(' ') ?? null, bestTechnology, locality.population, locality.households,
        locality.hasElectricity === null ? null : words.hasPower[locality.hasElectricity ? 'yes' : 'no'], nearestMastKm, nearestFibreKm, reason ? reasonText(reason) : null, ...locality.position,
      ];
    }),
  };
}
