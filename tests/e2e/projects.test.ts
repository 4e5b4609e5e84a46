/** What is loaded is kept: through reload, beside other projects, in one file, and not hurt by a second tab. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';

const DESKTOP = { width: 1440, height: 900, hash: '#tab=data' };
const sites = (n: number) => `site_id,name,lat,lng,technology,operator\n${Array.from({ length: n }, (_, i) => `S${i},Trạm ${i},${22.8 + i * 0.05},104.98,4G,Viettel`).join('\n')}\n`;

async function load(page: Page, name: string, n: number): Promise<void> {
  await page.waitForSelector('.drop-zone');
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(sites(n)) });
  await page.getByRole('button', { name: `Dùng ${n} dòng` }).click();
  await page.waitForSelector(`.datasets :text("${name}")`);
}

const figure = async (page: Page): Promise<string> => {
  await page.click('#tab-overview');
  await page.waitForFunction(() => /\d/.test(document.querySelector('.big')?.textContent ?? ''));
  return (await page.textContent('.main-figure .big'))!;
};

test('a project is there again after a reload, beside others', async () => {
  const { page, close } = await openPage(DESKTOP);
  await load(page, 'mot.csv', 1);
  await page.waitForFunction(() => document.querySelector('.name-input'));
  const first = await figure(page);
  await page.reload();
  await page.click('#tab-data');
  await page.waitForSelector('.datasets :text("mot.csv")');
  expect(await figure(page)).toBe(first);
  await page.click('#tab-data');
  await page.getByRole('button', { name: 'Dự án mới' }).click();
  await page.waitForSelector('.datasets :text("sites.csv")');
  await load(page, 'ba.csv', 3);
  await page.waitForSelector('.datasets:has(:text("mot"))');
  await page.getByRole('button', { name: 'Mở', exact: true }).click();
  await page.waitForSelector('.datasets :text("mot.csv")');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Xóa “ba”' }).click();
  await page.waitForFunction(() => !document.body.textContent!.includes('ba.csv'));
  await close();
});

test('one file holds a project: elsewhere it gives the same numbers', async () => {
  const here = await openPage(DESKTOP);
  await load(here.page, 'hai.csv', 2);
  const expected = await figure(here.page);
  await here.page.click('#tab-data');
  const [download] = await Promise.all([here.page.waitForEvent('download'), here.page.getByRole('button', { name: 'Lưu thành một tệp' }).click()]);
  expect(download.suggestedFilename()).toBe('hai.lomsong');
  const bytes = readFileSync((await download.path())!);
  await here.close();

  const elsewhere = await openPage(DESKTOP);
  await elsewhere.page.waitForSelector('.drop-zone');
  await elsewhere.page.setInputFiles('input[type=file]', { name: 'hai.lomsong', mimeType: 'application/zip', buffer: bytes });
  await elsewhere.page.waitForSelector('.datasets :text("hai.csv")');
  expect(await figure(elsewhere.page)).toBe(expected);
  await elsewhere.page.click('#tab-data');
  await elsewhere.page.setInputFiles('input[type=file]', { name: 'hong.lomsong', mimeType: 'application/zip', buffer: bytes.subarray(0, bytes.length - 40) });
  await elsewhere.page.waitForSelector('.import-card [role=alert]');
  expect(await elsewhere.page.textContent('.import-card')).toContain('hỏng');
  expect(await elsewhere.page.locator('.datasets :text("hai.csv")').count()).toBe(1);
  await elsewhere.close();
});

test('two tabs do not hurt each other', async () => {
  const { page, anotherTab, close } = await openPage(DESKTOP);
  await load(page, 'chung.csv', 1);
  await page.waitForSelector('.name-input');
  const other = await anotherTab();
  await other.waitForSelector('.datasets :text("chung.csv")');
  await load(other, 'them.csv', 2);
  await page.waitForSelector('.import-bad:has-text("cửa sổ khác")');
  await page.getByRole('button', { name: 'Nạp lại' }).click();
  await page.waitForSelector('.datasets :text("them.csv")');
  await close();
});

test('without a store the page goes on in memory and says so', async () => {
  const { page, close } = await openPage({ ...DESKTOP, noIndexedDb: true });
  await page.waitForSelector('.import-bad:has-text("không giữ được dữ liệu")');
  await load(page, 'tam.csv', 1);
  const first = await figure(page);
  await page.click('#tab-data');
  await page.getByRole('button', { name: 'Dự án mới' }).click();
  await page.waitForSelector('.datasets :text("sites.csv")');
  await page.getByRole('button', { name: 'Mở', exact: true }).click();
  await page.waitForSelector('.datasets :text("tam.csv")');
  expect(await figure(page)).toBe(first);
  await close();
});
