/** What spreadsheets hold where there is nothing. */

const PLACEHOLDERS = new Set(['#n/a', 'n/a', 'na', '#na', '-', '--', '---', '\u2013', '\u2014', 'null', 'nil', 'nan', '#ref!', '#value!', '#div/0!', '#name?', '#null!', '(null)', '\\n']);

const OUTER_SPACE = /^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$/g;

/** The cell trimmed and in normal form C; '' where it is empty or a placeholder for nothing. */
export function cleanCell(raw: string): string {
  const text = raw.replace(OUTER_SPACE, '').normalize('NFC');
  return text.length <= 8 && PLACEHOLDERS.has(text.toLowerCase()) ? '' : text;
}
