/** A file that says nothing of its columns, mapped by hand on its card. */
import type { Page } from 'playwright-core';

/** Columns of `STRANGE_FILE`, by the fields they hold. */
const COLUMNS = [['site_id', 'a1'], ['name', 'a2'], ['lat', 'a3'], ['lng', 'a4'], ['technology', 'a5'], ['operator', 'a6']] as const;

export const STRANGE_FILE = 'a1,a2,a3,a4,a5,a6\nS1,M\u1ed9t,22.83,104.98,4G,Viettel\n';

/** Says of the file on the card that it is a sites file, and what each column holds. */
export async function mapStrangeFile(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelectorAll('.mapping-table select').length > 5);
  await page.getByLabel(/^Loại dữ liệu/).selectOption('sites');
  await page.waitForSelector('.mapping-table select[aria-label$=": site_id"]');
  for (const [field, column] of COLUMNS) {
    await page.getByLabel(`Cột trong tệp: ${field}`, { exact: true }).selectOption(column);
    await page.waitForFunction(([f, c]) => (document.querySelector(`.mapping-table select[aria-label$=": ${f}"]`) as HTMLSelectElement)?.value === c, [field, column]);
  }
}
