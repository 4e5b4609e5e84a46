/** What the office writes itself: kept apart from what is computed. */

export const FORM_FIELDS = ['superior', 'agency', 'number', 'sign', 'place', 'authority', 'position', 'signer', 'proposals', 'addressee', 'petition', 'contact'] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** Fields not given keep the document's own words; those that are empty are blanks to fill by hand. */
export interface ReportForm extends Partial<Record<FormField, string>> {
  /** One line each. */
  recipients?: readonly string[];
}

export type FormTrouble = { field: string; reason: 'unknown-field' | 'not-text' } | { field: null; reason: 'not-an-object' };

/** Reads parsed JSON as a form, or says what is wrong with it. */
export function readForm(json: unknown): { form: ReportForm } | { trouble: FormTrouble } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { trouble: { field: null, reason: 'not-an-object' } };
  for (const [field, value] of Object.entries(json)) {
    if (field === 'recipients') {
      if (!Array.isArray(value) || !value.every((line) => typeof line === 'string')) return { trouble: { field, reason: 'not-text' } };
    } else if (!(FORM_FIELDS as readonly string[]).includes(field)) return { trouble: { field, reason: 'unknown-field' } };
    else if (typeof value !== 'string') return { trouble: { field, reason: 'not-text' } };
  }
  return { form: json as ReportForm };
}
