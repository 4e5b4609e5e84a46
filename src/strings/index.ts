/**
 * All text for people, by language. A language is a file of this folder named after its code of two or three letters,
 * like `vi.ts`; nothing else names it. The page loads of it what it shows: a file's parts (`page`, `issues`, `report`)
 * become chunks of their own by the query they are asked for with. The command has `every-language.ts`.
 */
import { createFormat, type Format, type Locale } from './format';
import type { IssueText } from './issues';
import type { ReportText, Strings } from './vi';

export type { Format, IssueText, ReportText, Strings };

const LOCALES = import.meta.glob<Locale>('./{??,???}.ts', { query: '?locale', import: 'locale', eager: true });
const FIRST_PAGE = import.meta.glob<Strings>('./vi.ts', { query: '?page', import: 'page', eager: true });
const PAGES = import.meta.glob<Strings>(['./{??,???}.ts', '!./vi.ts'], { query: '?page', import: 'page' });
const ISSUES = import.meta.glob<IssueText>('./{??,???}.ts', { query: '?issues', import: 'issues' });
const REPORTS = import.meta.glob<ReportText>('./{??,???}.ts', { query: '?report', import: 'report' });

const fileOf = (code: string) => `./${code}.ts`;

export const FIRST_LANGUAGE = 'vi';
/** Text that is there from the start. */
export const FIRST_TEXT = FIRST_PAGE[fileOf(FIRST_LANGUAGE)]!;

/** Codes of all languages, the first in front. */
export const LANGUAGE_CODES: readonly string[] = Object.keys(LOCALES)
  .map((file) => file.slice('./'.length, -'.ts'.length))
  .sort((a, b) => Number(b === FIRST_LANGUAGE) - Number(a === FIRST_LANGUAGE));

const formats = new Map<string, Format>();

/** @param code of {@link LANGUAGE_CODES} */
export function localeOf(code: string): Locale {
  return LOCALES[fileOf(code)]!;
}

/** @param code of {@link LANGUAGE_CODES} */
export function formatOf(code: string): Format {
  if (!formats.has(code)) formats.set(code, createFormat(localeOf(code)));
  return formats.get(code)!;
}

/** What of a language is fetched when it is needed. Rejects where it cannot be. @param code of {@link LANGUAGE_CODES} */
export const loadText = {
  page: (code: string): Promise<Strings> => (code === FIRST_LANGUAGE ? Promise.resolve(FIRST_TEXT) : PAGES[fileOf(code)]!()),
  issues: (code: string): Promise<IssueText> => ISSUES[fileOf(code)]!(),
  report: (code: string): Promise<ReportText> => REPORTS[fileOf(code)]!(),
};
