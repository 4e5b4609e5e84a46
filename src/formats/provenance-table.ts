/** Where the data of an export comes from, as a table to go with it. */
import type { Provenance } from '../core/model';

export const PROVENANCE_COLUMNS = ['file', 'nature', 'date', 'what', 'source', 'licence', 'checks', 'notes'] as const;

/** One row a dataset, in the language of the reader. */
export function provenanceRows(provenance: readonly Provenance[], language: 'vi' | 'en'): (string | null)[][] {
  const lines = (items: { vi: string; en: string }[]) => items.map((item) => item[language]).join(' · ');
  return provenance.map((p) => [p.file, p.nature, p.date, p.what[language], p.source[language], p.licence, lines(p.checks), lines(p.notes)]);
}
