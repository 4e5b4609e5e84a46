/** The sentence a person reads for an issue. */
import type { Issue } from '../core/model';

/** The parts of a sentence that depend on the issue. */
interface Words {
  column: string;
  /** The value in quotes, or "" where there is none. */
  value: string;
  detail: Issue['detail'];
}

/** Of a language: what is wrong, what was done about it, what to do. */
export type IssueText = Readonly<Record<Issue['code'], (issue: Issue, words: Words) => string>>;

/** The longest value that is quoted in full. */
const QUOTED_CHARACTERS = 60;

/** One or two sentences in the language of `text`, without file or line. */
export function describeIssue(issue: Issue, text: IssueText): string {
  const shown = issue.value === null ? '' : issue.value.length > QUOTED_CHARACTERS ? `${issue.value.slice(0, QUOTED_CHARACTERS)}…` : issue.value;
  return text[issue.code](issue, { column: issue.column ?? '', value: shown === '' ? '' : `“${shown}”`, detail: issue.detail });
}

/** Words for codes that a reader has put one after the other. */
export function namedList(codes: string | number, names: Readonly<Record<string, string>>): string {
  return String(codes)
    .split(', ')
    .map((code) => names[code] ?? code)
    .join(', ');
}
