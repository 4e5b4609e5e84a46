/** Saving what is on the page as files, without any server. */
import type { GapRow } from '../core/model';
import { gapRowsToCsv } from '../formats/gap-rows-csv';
import { lang } from '../state/language';

/** The rows as a CSV file in the form of the page's language, marked as UTF-8 for spreadsheets. */
export function downloadGaps(rows: readonly GapRow[]): void {
  const { text } = lang.value;
  save(`${text.table.exportName}.csv`, new Blob([text.code === 'vi' ? '' : '\uFEFF', gapRowsToCsv(rows, text.code)], { type: 'text/csv;charset=utf-8' }));
}

function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
