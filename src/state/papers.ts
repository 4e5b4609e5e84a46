/** Which document the preview shows. */
import { signal } from '@preact/signals';

/** A commune's report or letters; the table of all communes; the reports of all. */
export type PaperKind = 'commune' | 'reply' | 'request' | 'province' | 'all';

export interface PaperAsked {
  kind: PaperKind;
  /** null for papers of the whole province. */
  code: string | null;
}

export const paperAsked = signal<PaperAsked | null>(null);
