/** Where the data of an export comes from, as a table to go with it. */
import type { Nature, Provenance, Told } from '../core/model';
import { told } from '../core/told';

export const PROVENANCE_COLUMNS = ['file', 'nature', 'date', 'what', 'source', 'licence', 'checks', 'notes'] as const;

/** One row a dataset, in the language of the reader. */
export function provenanceRows(provenance: readonly Provenance[], language: string): (string | null)[][] {
  const lines = (items: Told[]) => items.map((item) => told(item, language)).join(' · ');
  return provenance.map((p) => [p.file, p.nature, p.date, told(p.what, language), told(p.source, language), p.licence, lines(p.checks), lines(p.notes)]);
}

/** One line a dataset: what it is, whether real or modelled, of what date, from where. @param natures words of the language */
export function provenanceLines(provenance: readonly Provenance[], language: string, natures: Readonly<Record<Nature, string>>): string[] {
  return provenance.map((p) => {
    const [what, source] = [told(p.what, language), told(p.source, language)];
    return [`${what} (${natures[p.nature]})`, p.date, source === what ? null : source, p.licence].filter(Boolean).join(' · ');
  });
}
