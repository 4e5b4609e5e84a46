/** Receipts as a reader follows them: opened from every kind of row, the command run as it is shown, the figure found where the receipt says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { argumentsOf, lomsong } from './command';
import { openPage } from './harness';
import { mapStrangeFile, STRANGE_FILE } from './map-by-hand';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

const outputs = new Map<string, unknown>();
/** @param folder where the files lie that the command names */
function outputOf(command: string, folder: string): unknown {
  if (!outputs.has(command)) outputs.set(command, JSON.parse(lomsong(argumentsOf(command), folder)));
  return outputs.get(command);
}

/** What stands at a place as the receipt writes it: `hamlets[localityId="H-1"].population`; `[*, operator="*"].hamlets` is the sum of all. */
function at(output: unknown, place: string): unknown {
  let every = false;
  return [...place.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].reduce<unknown>((found, [, item, key]) => {
    if (key !== undefined) return every ? (found as Record<string, number | null>[]).reduce((sum, row) => sum + (row[key] ?? 0), 0) : (found as Record<string, unknown>)[key];
    const wanted = [...item!.matchAll(/(\w+)=("[^"]*"|[^,]+)/g)].map(([, name, value]) => [name!, JSON.parse(value!)] as const);
    every ||= item!.startsWith('*');
    const fits = (row: Record<string, unknown>) => wanted.every(([name, value]) => row[name] === value);
    return every ? (found as Record<string, unknown>[]).filter(fits) : (found as Record<string, unknown>[]).find(fits);
  }, output);
}

/** Looks at every figure that the open receipt offers, runs its command, follows its place, and closes it. @returns the figures' names */
async function followAll(page: Page, folder = '.'): Promise<string[]> {
  await page.waitForSelector('dialog.receipt .command');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const select = page.locator('dialog.receipt select');
  const options = (await select.count()) > 0 ? await select.locator('option').evaluateAll((all) => all.map((o) => [(o as HTMLOptionElement).value, o.textContent!] as const)) : [['', 'alone'] as const];
  for (const [value, name] of options) {
    if (value !== '') await select.selectOption(value);
    const hint = (await page.locator('dialog.receipt .hint').allTextContents()).join(' ');
    const places = /Trong kết quả: (.*?)\.(?: |$)/.exec(`${hint} `)?.[1]?.split(' và ');
    expect(places, name).toBeDefined();
    const output = outputOf((await page.textContent('dialog.receipt .command'))!, folder);
    const found = places!.map((place) => at(output, place));
    for (const one of found) expect(one, `${name}: ${places!.join(' ')}`).not.toBeUndefined();
    const shown = (await page.textContent('dialog.receipt dd strong'))!;
    if (found.length === 1 && Number.isInteger(found[0])) expect(shown.replace(/[.\s]/g, ''), name).toContain(String(found[0]));
    expect(await page.locator('dialog.receipt ul').first().locator('li').count(), name).toBeGreaterThan(0);
  }
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog.receipt', { state: 'detached' });
  return options.map(([, name]) => name);
}

const why = (page: Page, within: string) => page.locator(`${within} .why-short`);

describe.each([['desktop', DESKTOP], ['phone', PHONE]])('%s', (_, size) => {
  test('a commune: who serves, gaps, hamlets, ranks, centres', async () => {
    const { page, close } = await openPage({ ...size, hash: '#x=00715' });
    await page.waitForSelector('.hamlet-table');
    await page.waitForSelector('.commune-sheet .closest');
    await why(page, 'section:has(> h3:text("Bao nhiêu nhà mạng có sóng"))').nth(2).click();
    expect(await followAll(page)).toEqual(['số thôn', 'số người', 'diện tích', 'tỷ lệ diện tích']);
    await why(page, '.gap-list li').nth(1).click();
    expect(await followAll(page)).toContain('khoảng cách cột gần nhất của nhà mạng: Nhà mạng B');
    await why(page, '.hamlet-table tbody tr').first().click();
    const hamlet = (await followAll(page)).map((name) => name.split(':')[0]);
    expect(hamlet).toEqual(expect.arrayContaining(['tình trạng tính được', 'phần vòng tròn có sóng', 'số nhà mạng tới trung tâm', 'số người', 'khoảng cách cột gần nhất', 'khoảng cách cáp quang gần nhất']));
    await why(page, 'section:has(> h3:text("Vị trí trong tỉnh")) tbody').first().click();
    expect(await followAll(page)).toContain('thứ hạng');
    await why(page, 'section:has(> h3:text("Xã cũ hợp thành")) .lines').first().click();
    expect(await followAll(page)).toContain('công nghệ tới trung tâm');
    await why(page, '.facts').first().click();
    expect(await followAll(page)).toContain('số dân');
    await close();
  });

  test('old units and districts: tables, sheet, the list of need', async () => {
    const { page, close } = await openPage({ ...size, hash: '#tab=communes&units=old' });
    await why(page, '.unit-table tbody tr').first().click();
    expect(await followAll(page)).toEqual(expect.arrayContaining(['thôn trắng sóng', 'số dân năm 2019', 'khoảng cách cột gần nhất']));
    await why(page, '.table-tools').first().click();
    expect(await followAll(page)).toEqual(['số xã cũ', 'thôn không thuộc xã cũ nào']);
    await why(page, '.basis').first().click();
    expect(await followAll(page)).toEqual(expect.arrayContaining(['số thôn', 'thôn không thuộc xã cũ nào']));
    await page.locator('.unit-table tbody th .link').first().click();
    await why(page, '.commune-sheet .hint:has-text("Số của từng thôn")').click();
    expect((await followAll(page)).length).toBeGreaterThan(2);
    await page.waitForSelector('.commune-sheet section:has(> h3:text("Sóng tại trung tâm")) td');
    await why(page, 'section:has(> h3:text("Sóng tại trung tâm"))').click();
    expect(await followAll(page)).toEqual(expect.arrayContaining(['sóng tại trung tâm: 2G', 'sóng tại trung tâm: 4G · Nhà mạng C']));
    await page.locator('.commune-sheet details summary').last().click();
    await why(page, '.commune-sheet details').last().click();
    expect(await followAll(page)).toContain('thôn khác');
    await page.evaluate(() => { location.hash = '#tab=communes&units=districts'; });
    await page.waitForFunction(() => document.querySelectorAll('.unit-table tbody tr').length === 11);
    await why(page, '.table-tools').first().click();
    expect(await followAll(page)).toEqual(['số huyện cũ', 'số xã']);
    await why(page, '.unit-table tbody tr').nth(3).click();
    expect(await followAll(page)).toEqual(expect.arrayContaining(['tỷ lệ diện tích không có sóng', 'số trạm BTS', 'số xã']));
    await page.evaluate(() => { location.hash = '#units=districts'; });
    await why(page, '.need-list li').first().click();
    expect(await followAll(page)).toContain('người ở thôn trắng sóng');
    await close();
  });
});

test('reported figures: the report, what stands beside it, and the difference', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.report-table .bases');
  await why(page, '.report-table tbody tr:nth-child(2)').first().click();
  expect(await followAll(page)).toEqual(['số báo cáo', 'số trạm BTS', 'chênh lệch số trạm với số báo cáo']);
  await page.waitForSelector('.largest');
  await why(page, '.largest').click();
  expect(await followAll(page)).toContain('vùng lõm liền lớn nhất');
  await close();
});

test('a file mapped by hand is read by the command as it was on the page, also once the project is kept', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lomsong-'));
  writeFileSync(path.join(folder, 'la.csv'), STRANGE_FILE);
  const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=data' });
  await page.waitForSelector('.drop-zone');
  await page.setInputFiles('input[type=file]', { name: 'la.csv', mimeType: 'text/csv', buffer: Buffer.from(STRANGE_FILE) });
  await mapStrangeFile(page);
  await page.getByRole('button', { name: 'Dùng 1 dòng' }).click();
  await page.waitForSelector('.datasets :text("la.csv")');
  const check = async () => {
    await page.click('#tab-overview');
    await page.locator('.main-figure .why').click();
    await page.waitForSelector('dialog.receipt .command');
    await page.selectOption('dialog.receipt select', 'gapKm2');
    const command = (await page.textContent('dialog.receipt .command'))!;
    expect(command).toContain('--map sites:site_id=a1');
    expect(command).toContain('--map sites:lat=a3');
    const rows = JSON.parse(lomsong(argumentsOf(command), folder)) as { technology: string; gapKm2: number }[];
    const gapKm2 = rows.filter((r) => r.technology === '4G').reduce((sum, r) => sum + r.gapKm2, 0);
    expect(await page.textContent('dialog.receipt')).toContain(new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(gapKm2));
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog.receipt', { state: 'detached' });
  };
  await check();
  await page.waitForTimeout(500);
  await page.reload();
  await page.waitForFunction(() => document.querySelector('.main-figure')?.textContent?.includes('1 trạm'));
  await check();
  await close();
  rmSync(folder, { recursive: true });
});

const SITES = (...rows: string[]) => `site_id,name,lat,lng,technology,operator,status\n${rows.join('\n')}\n`;
const OLDER = SITES('A1,Một,22.83,104.98,4G,Viettel,active', 'A2,Hai,22.90,105.00,4G,Viettel,active', 'A3,Ba,23.0,105.1,4G,Viettel,active');
const NEWER = SITES('A1,Một,22.84,104.98,4G,Viettel,active', 'A2,Hai mới,22.90,105.00,4G,Viettel,active', 'A4,Bốn,99,105.2,4G,Viettel,active');

describe.each([['desktop', DESKTOP], ['phone', PHONE]])('what is only counted, on a %s', (_, size) => {
  test('the legend, the list of the map and its rows, by keyboard: the keyboard comes back to where it was', async () => {
    const { page, close } = await openPage({ ...size, hash: '#at=105.20000,23.20000,10.50' });
    await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
    const ask = async (within: string): Promise<string[]> => {
      const one = why(page, within).first();
      await one.focus();
      await page.keyboard.press('Enter');
      const names = await followAll(page);
      await page.waitForFunction((selector) => document.activeElement === document.querySelector(selector), `${within} .why-short`);
      return names;
    };
    if (size === PHONE) await page.locator('.legend summary').click();
    expect(await ask('.legend')).toEqual(expect.arrayContaining(['số trạm BTS: 4G', 'số điểm cáp quang']));
    await page.locator('.map-list-button').click();
    await page.waitForSelector('.map-list table');
    expect(await ask('.map-list > p')).toEqual(expect.arrayContaining(['số xã', 'số xã có vùng lõm', 'số cột', 'số điểm cáp quang']));
    expect(await ask('.map-list tbody')).toEqual(['tỷ lệ diện tích không có sóng', 'diện tích không có sóng', 'vùng lõm liền lớn nhất']);
    await close();
  });

  test('rows of files: bundled, on their way in, in use, and two versions', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lomsong-'));
    writeFileSync(path.join(folder, 'cu.csv'), OLDER);
    writeFileSync(path.join(folder, 'moi.csv'), NEWER);
    const { page, close } = await openPage({ ...size, hash: '#tab=data' });
    await page.waitForSelector('.drop-zone');
    await page.waitForSelector('.datasets .why-short');
    await why(page, '.datasets').first().click();
    expect(await followAll(page, folder)).toEqual(expect.arrayContaining(['số dòng dùng được', 'số dòng trong tệp', 'số dòng bị bỏ']));
    const take = (name: string, text: string) => page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await take('cu.csv', OLDER);
    await page.getByRole('button', { name: 'Dùng 3 dòng' }).click();
    await page.waitForSelector('.datasets :text("cu.csv")');
    await why(page, '.datasets li:has(:text("cu.csv"))').first().click();
    expect(await followAll(page, folder)).toContain('số dòng dùng được');
    await take('moi.csv', NEWER);
    await page.waitForSelector('.import-card .why-short');
    await why(page, '.import-card').first().click();
    expect((await followAll(page, folder)).filter((name) => /mã/.test(name)).length).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'So với bản đang dùng' }).click();
    await page.waitForSelector('.comparison table');
    await why(page, '.comparison [role=status]').click();
    expect(await followAll(page, folder)).toEqual(['số dòng thêm', 'số dòng bỏ', 'số dòng dời', 'số dòng đổi', 'số dòng như cũ']);
    await why(page, '.comparison tbody').first().click();
    expect(await followAll(page, folder)).toContain('alone');
    await close();
    rmSync(folder, { recursive: true });
  });
});
