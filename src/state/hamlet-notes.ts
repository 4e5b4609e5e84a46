/** What the reader notes of a hamlet: kept with the project, beside what was reported and what is computed, never in its place. */
import { signal } from '@preact/signals';
import type { ReportedState } from '../core/model';

export interface HamletNote {
  /** null: the reader says nothing of it. */
  state: ReportedState | null;
  note: string;
  /** ISO date of what is noted. */
  date: string | null;
}

export type HamletNotes = Readonly<Record<string, HamletNote>>;

/** By locality id. */
export const hamletNotes = signal<HamletNotes>({});

/** An empty note takes the hamlet off the list. */
export function noteHamlet(localityId: string, note: HamletNote): void {
  const { [localityId]: _before, ...others } = hamletNotes.peek();
  const empty = note.state === null && note.note.trim() === '' && note.date === null;
  hamletNotes.value = empty ? others : { ...others, [localityId]: { ...note, note: note.note.trim() } };
}

/** The notes in the settings of a stored project; whatever is not one is passed over. */
export function notesOf(settings: Record<string, unknown>): HamletNotes {
  const { hamletNotes: stored } = settings;
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, HamletNote] => isNote(entry[1])));
}

function isNote(value: unknown): value is HamletNote {
  if (typeof value !== 'object' || value === null) return false;
  const { state, note, date } = value as Record<string, unknown>;
  return (state === null || state === 'trang' || state === 'lom' || state === 'covered') && typeof note === 'string' && (date === null || typeof date === 'string');
}
