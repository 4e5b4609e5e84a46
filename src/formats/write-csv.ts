/** Tables → CSV as RFC 4180 has it, safe to open in a spreadsheet. */

export type CsvCell = string | number | boolean | null | undefined;

export interface CsvWriteOptions {
  /** `,` unless the reader's spreadsheet expects `;`. */
  delimiter?: ',' | ';' | '\t';
  decimal?: '.' | ',';
  /** A byte order mark makes spreadsheets read UTF-8. */
  bom?: boolean;
  /** RFC 4180 wants `\r\n`. */
  lineEnd?: '\r\n' | '\n';
}

/** A text that begins like this is run as a formula by a spreadsheet. */
const FORMULA_START = /^[=+\-@\t\r]/;
/** Texts that begin like a formula but are plain numbers or a lone dash are harmless. */
const HARMLESS = /^[+-]?\d+(?:[.,]\d+)?$|^-+$/;

/**
 * @param rows cells in the order of `columns`; null and undefined become empty cells
 * @returns the file's text, numbers unrounded, texts that a spreadsheet would run guarded by an apostrophe
 */
export function writeCsv(columns: readonly string[], rows: Iterable<readonly CsvCell[]>, options: CsvWriteOptions = {}): string {
  const { delimiter = ',', decimal = '.', bom = false, lineEnd = '\r\n' } = options;
  const quote = (text: string): string => (text.includes(delimiter) || /["\r\n]/.test(text) || text !== text.trim() ? `"${text.replace(/"/g, '""')}"` : text);
  const cell = (value: CsvCell): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') return Number.isFinite(value) ? quote(decimal === '.' ? String(value) : String(value).replace('.', decimal)) : '';
    if (typeof value === 'boolean') return value ? '1' : '0';
    // Readers compose letters first, and a Greek question mark (U+037E) is then the delimiter.
    const text = value.normalize('NFC');
    return quote(FORMULA_START.test(text) && !HARMLESS.test(text) ? `'${text}` : text);
  };
  let text = bom ? '\ufeff' : '';
  text += columns.map((column) => cell(column)).join(delimiter) + lineEnd;
  for (const row of rows) text += row.map(cell).join(delimiter) + lineEnd;
  return text;
}
