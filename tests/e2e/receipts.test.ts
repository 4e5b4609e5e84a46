/** Receipts as a reader follows them: opened from every kind of row, the command run as it is shown, the figure found where the receipt says. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './harness';
import { mapStrangeFile, STRANGE_FILE } from './map-by-hand';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

/** As a shell takes the line apart. */
const wordsOf = (line: string) => [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map((m) => m[1]?.replace(/\\(.)/g, '$1') ?? m[2]!);

const outputs = new Map<string, unknown>();
function outputOf(command: string): unknown {
  if (!outputs.has(command)) outputs.set(command, JSON.parse(execFileSync(process.execPath, [path.resolve('bin/lomsong.mjs'), ...wordsOf(command).slice(2)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 26 })));
  return outputs.get(command);
}

/** What stands at a place as the receipt writes it: `hamlets[localityId="H-1"].population`. */
function at(output: unknown, place: string): unknown {
  return [...place.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].reduce<unknown>((found, [, item, key]) => {
    if (key !== undefined) return (found as Record<string, unknown>)[key];
    const wanted = [...item!.matchAll(/(\w+)=("[^"]*"|[^,]+)/g)].map(([, name, value]) => [name!, JSON.parse(value!)] as const);
    return (found as Record<string, unknown>[]).find((row) => wanted.every(([name, value]) => row[name] === value));
  }, output);
}

/** Looks at every figure that the open receipt offers, runs its command, follows its place, and closes it. @returns the figures' names */
async function followAll(page: Page): Promise<string[]> {
  await page.waitForSelector('dialog.receipt .command');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const select = page.locator('dialog.receipt select');
  const options = (await select.count()) > 0 ? await select.locator('option').evaluateAll((all) => all.map((o) => [(o as HTMLOptionElement).value, o.textContent!] as const)) : [['', 'alone'] as const];
  for (const [value, name] of options) {
    if (value !== '') await select.selectOption(value);
    const hint = (await page.textContent('dialog.receipt .hint'))!;
    const places = /Trong kết quả: (.*?)\.(?: |$)/.exec(`${hint} `)?.[1]?.split(' và ');
    expect(places, name).toBeDefined();
    const output = outputOf((await page.textContent('dialog.receipt .command'))!);
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
    await page.locator('.unit-table tbody th .link').first().click();
    await why(page, '.commune-sheet .actions').first().click();
    expect((await followAll(page)).length).toBeGreaterThan(2);
    await page.evaluate(() => { location.hash = '#tab=communes&units=districts'; });
    await page.waitForFunction(() => document.querySelectorAll('.unit-table tbody tr').length === 11);
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
    const rows = JSON.parse(execFileSync(process.execPath, [path.resolve('bin/lomsong.mjs'), ...wordsOf(command).slice(2)], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as { technology: string; gapKm2: number }[];
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
