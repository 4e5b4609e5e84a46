/** Sentences that stand in data: in Vietnamese always, in other languages where someone wrote them. */
import type { Told } from './model';

/** In the reader's language, else in Vietnamese. */
export function told(text: Told, language: string): string {
  return text[language] ?? text.vi;
}
