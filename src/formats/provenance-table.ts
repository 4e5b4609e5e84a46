/** Where the data of an export comes from, as a table to go with it. */
import type { Nature, Provenance } from '../core/model';

export const PROVENANCE_COLUMNS = ['file', 'nature', 'date', 'what', 'source', 'licence', 'checks', 'notes'] as const;

/** One row a dataset, in the language of the reader. */
export function provenanceRows(provenance: readonly Provenance[], language: 'vi' | 'en'): (string | null)[][] {
  const lines = (items: { vi: string; en: string }[]) => items.map((item) => item[language]).join(' · ');
  return provenance.map((p) => [p.file, p.nature, p.date, p.what[language], p.source[language], p.licence, lines(p.checks), lines(p.notes)]);
}

/** One line a dataset: what it is, whether real or modelled, of what date, from where. @param natures words of the language */
export function provenanceLines(provenance: readonly Provenance[], language: 'vi' | 'en', natures: Readonly<Record<Nature, string>>): string[] {
  return provenance.map((p) => [`${p.what[language]} (${natures[p.nature]})`, p.date, p.source[language] === p.what[language] ? null : p.source[language], p.licence].filter(Boolean).join(' · '));
}
