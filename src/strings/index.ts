/** All text for people. Adding a language is one file like `en.ts` and a line here. */
import { en } from './en';
import { createFormat, type Format } from './format';
import { type Strings, vi } from './vi';

export type { Format, Strings };

const LANGUAGES = { vi: { text: vi, format: createFormat('vi') }, en: { text: en, format: createFormat('en') } };

/** Text and forms of a language. */
export function language(code: 'vi' | 'en'): { text: Strings; format: Format } {
  return LANGUAGES[code];
}
