/** The commune's page as an official uses it: found, read, noted, explained, printed. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './harness';

const OLD_DESKTOP = { width: 1280, height: 720 };
const PHONE = { width: 360, height: 740 };
const sheetText = async (page: Page) => (await page.textContent('.commune-sheet'))!.replaceAll('\u00a0', ' ');
const paperText = async (page: Page) => {
  await page.waitForFunction(() => (document.querySelector<HTMLIFrameElement>('.paper-preview iframe')?.contentDocument?.body?.textContent ?? '').length > 500, null, { timeout: 60_000 });
  return page.evaluate(() => document.querySelector<HTMLIFrameElement>('.paper-preview iframe')!.contentDocument!.body.textContent!);
};

describe.each([['old desktop', OLD_DESKTOP], ['phone', PHONE]])('%s', (_, size) => {
  test('the name of a commune leads to its page: who has no signal, of which kind, what is near, what stands where', async () => {
    const { page, close } = await openPage(size);
    await page.waitForSelector('.main-figure .big');
    await page.fill('.search input', 'lung cu');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.hamlet-table');
    await page.waitForSelector('.commune-sheet .closest');
    const told = await sheetText(page);
    for (const part of ['Xã Lũng Cú', 'Có sóng theo công nghệ', 'Bao nhiêu nhà mạng có sóng', 'Các vùng lõm lớn nhất', 'cột gần nhất: Nhà mạng A', 'cáp quang', 'Thôn (4G)', 'Vị trí trong tỉnh', 'Xã cũ hợp thành', 'Huyện Đồng Văn', '98,6 % là của cái gì?']) expect(told).toContain(part);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await close();
  });
});

test('hamlets are counted as an independent count has them, sorted, filtered, exported', async () => {
  const { page, close } = await openPage({ ...OLD_DESKTOP, hash: '#x=00715' });
  await page.waitForSelector('.hamlet-table');
  const row = JSON.parse(execFileSync(process.execPath, [path.resolve('bin/lomsong.mjs'), 'gaps', '--commune', '00715', '--technology', '4G'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))[0];
  expect(await sheetText(page)).toContain(`${row.localitiesTrang} trắng sóng, ${row.localitiesLom} lõm sóng, ${row.localities - row.localitiesTrang - row.localitiesLom} có sóng`);
  await page.selectOption('.hamlet-section select', 'lom');
  expect(await page.locator('.hamlet-table tbody tr').count()).toBe(row.localitiesLom);
  await page.selectOption('.hamlet-section select', '');
  await page.locator('.hamlet-table thead button', { hasText: 'Số người' }).click();
  const people = await page.locator('.hamlet-table tbody tr td:nth-child(6)').allTextContents();
  const numbers = people.map((t) => Number(t.replace(/\D.*/, '').replace('.', '')));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải danh sách thôn (CSV)' }).click()]);
  const csv = readFileSync((await download.path())!, 'utf8').trim().split('\r\n');
  expect(csv).toHaveLength(row.localities + 1);
  expect(csv[1]).toContain('lõm sóng: dưới 80 % vòng tròn 1 km'.replace(' %', '\u00a0%').replace('1 km', '1\u00a0km'));
  await close();
});

test('what is noted of a hamlet stays beside what is computed, through a reload', async () => {
  const { page, close } = await openPage({ ...OLD_DESKTOP, hash: '#x=00715' });
  await page.waitForSelector('.hamlet-table');
  await page.locator('.hamlet-table .link[aria-expanded]').first().click();
  await page.selectOption('.note-form select', 'covered');
  await page.fill('.note-form input[type=date]', '2026-10-01');
  await page.fill('.note-form input[type=text]', 'Đã đo tại nhà văn hóa');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const check = async () => {
    await page.waitForSelector('.hamlet-table .differs');
    const told = await page.textContent('.hamlet-table tbody tr:has(.differs)');
    for (const part of ['trắng sóng', 'có sóng', '1/10/2026', 'Đã đo tại nhà văn hóa']) expect(told).toContain(part);
  };
  await check();
  // Computing under another rule leaves the note alone.
  await page.evaluate(() => { location.hash = '#x=00715&tech=3G,4G&lom=500,0.5'; });
  await page.waitForFunction(() => document.querySelector('.hamlet-section h3')?.textContent?.includes('3G, 4G'));
  await page.waitForSelector('.hamlet-table :text("Đã đo tại nhà văn hóa")');
  await page.evaluate(() => { location.hash = '#x=00715'; });
  await page.waitForTimeout(500);
  await page.reload();
  await page.waitForSelector('.hamlet-table');
  await check();
  await close();
});

test('every receipt repeats with the command', async () => {
  const { page, close } = await openPage({ ...OLD_DESKTOP, hash: '#x=00715&no2g=1&lom=800,0.7' });
  await page.waitForSelector('.hamlet-table');
  await page.locator('.commune-sheet .why').first().click();
  await page.waitForSelector('dialog.receipt .command');
  await page.selectOption('dialog.receipt select', 'localitiesLom');
  const told = (await page.textContent('dialog.receipt'))!;
  const command = (await page.textContent('dialog.receipt .command'))!;
  expect(command).toBe('npx lomsong gaps --commune 00715 --technology 4G --off 2G --lom-radius 800m --lom-share 0.7 --format json');
  const rows = JSON.parse(execFileSync(process.execPath, [path.resolve('bin/lomsong.mjs'), ...command.split(' ').slice(2)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as { technology: string; localitiesLom: number }[];
  expect(told).toContain(`thôn lõm sóng = ${rows.find((r) => r.technology === '4G')!.localitiesLom}`);
  expect(told).toContain('mô phỏng');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog.receipt', { state: 'detached' });
  await close();
});

test('rules are settings: every count follows, the address keeps them', async () => {
  const { page, close } = await openPage(OLD_DESKTOP);
  await page.waitForSelector('.main-figure .big');
  const before = await page.textContent('.main-figure .big');
  await page.locator('.rules summary').click();
  await page.locator('.number-field', { hasText: '4G' }).locator('input').fill('5');
  await page.keyboard.press('Tab');
  await page.waitForFunction((old) => { const now = document.querySelector('.main-figure .big')?.textContent ?? ''; return now !== old && /\d/.test(now); }, before);
  expect(page.url()).toContain('r=4000,2500,5000,800');
  await page.getByRole('button', { name: 'Về quy tắc ban đầu' }).click();
  await page.waitForFunction((old) => document.querySelector('.main-figure .big')?.textContent === old, before);
  await close();
});

test('the report, the letters and the table of all communes are shown as they print, filled in, and saved', async () => {
  const { page, close } = await openPage({ ...OLD_DESKTOP, hash: '#x=00715' });
  await page.waitForSelector('.hamlet-table');
  await page.getByRole('button', { name: 'In báo cáo' }).click();
  const report = await paperText(page);
  for (const part of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'UBND XÃ LŨNG CÚ', 'Nơi nhận', 'mô phỏng']) expect(report).toContain(part);
  await page.evaluate(() => { document.querySelector<HTMLIFrameElement>('.paper-preview iframe')!.contentDocument!.querySelector<HTMLElement>('.field')!.textContent = 'CƠ QUAN THỬ'; });
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lưu HTML' }).click()]);
  const saved = readFileSync((await download.path())!, 'utf8');
  expect(saved).toMatch(/^<!DOCTYPE html>[\s\S]*@page[\s\S]*CƠ QUAN THỬ[\s\S]*<\/html>\s*$/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Trả lời kiến nghị' }).click();
  expect(await paperText(page)).toContain('Kính gửi');
  await page.keyboard.press('Escape');
  await page.click('#tab-communes');
  await page.getByRole('button', { name: 'In bảng' }).click();
  expect(await paperText(page)).toContain('BẢNG TỔNG HỢP');
  await page.keyboard.press('Escape');
  await close();
});

test('by keyboard alone: from the search to the sheet, a receipt, a note and the printed report', async () => {
  const { page, close } = await openPage(OLD_DESKTOP);
  await page.waitForSelector('.main-figure .big');
  const tabTo = async (selector: string) => {
    await page.waitForSelector(selector, { state: 'attached' });
    for (let i = 0; i < 150; i++) {
      if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`never reached ${selector}`);
  };
  await tabTo('.search input');
  await page.keyboard.type('lung cu');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.hamlet-table');
  await tabTo('.sheet-actions button');
  await page.keyboard.press('Enter');
  await paperText(page);
  await page.keyboard.press('Escape');
  await tabTo('.commune-sheet .why');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog.receipt .command');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog.receipt', { state: 'detached' });
  await tabTo('.hamlet-table .link[aria-expanded]');
  await page.keyboard.press('Enter');
  await tabTo('.note-form input[type=text]');
  await page.keyboard.type('ghi bằng bàn phím');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.hamlet-table :text("ghi bằng bàn phím")');
  await close();
});
