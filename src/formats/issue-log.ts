/** Collects the issues of one file and hands them out by line, then by column. */
import type { Issue, IssueCode, Severity } from '../core/model';

/** What each code means for the row or file; `bad-geometry` alone can be either. */
const SEVERITY: Readonly<Record<IssueCode, Severity>> = {
  'missing-column': 'error',
  'missing-value': 'error',
  'bad-number': 'error',
  'bad-coordinate': 'error',
  'swapped-coordinates': 'warning',
  'projected-coordinates': 'warning',
  'outside-area': 'warning',
  'unknown-technology': 'error',
  'duplicate-id': 'error',
  'unknown-commune': 'warning',
  'bad-date': 'warning',
  'bad-value': 'warning',
  encoding: 'warning',
  'bad-geometry': 'error',
  unreadable: 'error',
  empty: 'error',
};

export interface IssuePlace {
  line: number | null;
  column: string | null;
  /** Where the column stands in the file, for the order of issues in a row. */
  columnIndex?: number;
}

export class IssueLog {
  readonly file: string;
  readonly #entries: { issue: Issue; columnIndex: number }[] = [];
  /** Of the line last told of: a row that is read once for each of its technologies is wrong once. */
  #line: number | null = null;
  readonly #told = new Set<string>();

  constructor(file: string) {
    this.file = file;
  }

  add(code: IssueCode, place: IssuePlace, value: string | null, detail: Issue['detail'] = {}, severity: Severity = SEVERITY[code]): void {
    if (place.line !== null) {
      if (place.line !== this.#line) this.#told.clear();
      this.#line = place.line;
      const told = `${code}\n${place.column}\n${value}`;
      if (this.#told.has(told)) return;
      this.#told.add(told);
    }
    this.#entries.push({
      issue: { file: this.file, line: place.line, column: place.column, code, severity, value, detail },
      columnIndex: place.columnIndex ?? -1,
    });
  }

  /** Whole-file issues first, then by line, then by column. */
  sorted(): Issue[] {
    return this.#entries
      .sort((a, b) => (a.issue.line ?? -1) - (b.issue.line ?? -1) || a.columnIndex - b.columnIndex)
      .map((entry) => entry.issue);
  }
}
