/** How the command writes CSV. */
import type { CsvWriteOptions } from '../formats/write-csv';
import { language } from '../strings/every-language';

/** For programs; for spreadsheets where a language was asked for whose numbers have no decimal point. @param lang as asked for, null for none */
export function csvForm(lang: string | null): CsvWriteOptions {
  const form = lang === null ? null : language(lang).locale.csv;
  return form === null || form.decimal === '.' ? { lineEnd: '\n' } : { ...form, bom: true };
}
