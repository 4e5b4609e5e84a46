/** Every language with all its text at once: for the command, which has them in its bundle. */
import type { CliText } from './command-text';
import { createFormat, type Format, type Locale } from './format';
import type { IssueText } from './issues';
import type { ReportText, Strings } from './vi';

/** What a language's file exports. */
interface LanguageFile {
  locale: Locale;
  page: Strings;
  issues: IssueText;
  report: ReportText;
  cli: CliText;
}

export interface Language extends LanguageFile {
  code: string;
  format: Format;
}

// The launcher, whose bundler has no such call, puts the files here by name.
const FILES = import.meta.glob<LanguageFile>('./{??,???}.ts', { eager: true });

export const FIRST_LANGUAGE = 'vi';

const LANGUAGES = new Map<string, Language>(
  Object.entries(FILES)
    .map(([file, text]) => ({ ...text, code: file.slice('./'.length, -'.ts'.length), format: createFormat(text.locale) }))
    .sort((a, b) => Number(b.code === FIRST_LANGUAGE) - Number(a.code === FIRST_LANGUAGE))
    .map((language) => [language.code, language]),
);

/** The first in front. */
export const LANGUAGE_CODES: readonly string[] = [...LANGUAGES.keys()];

/** @param code of {@link LANGUAGE_CODES} */
export function language(code: string): Language {
  return LANGUAGES.get(code)!;
}
