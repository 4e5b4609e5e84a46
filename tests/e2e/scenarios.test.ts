/** What if, as a planner asks it: a technology ends, a mast is placed and dragged, the next ones are proposed; kept, shared, exported. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Download, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { argumentsOf, lomsong } from './command';
import { openPage } from './harness';

const DESKTOP = { width: 1440, height: 900, hash: '#tab=scenarios' };
const textOf = async (download: Download) => readFileSync((await download.path())!, 'utf8');

/** Cells of a row of the first table of changes: before, after, difference. */
async function figures(page: Page, row: number): Promise<string[]> {
  await page.waitForFunction((r) => /\d/.test(document.querySelectorAll('.change-table')[0]?.querySelectorAll('tbody tr')[r]?.querySelectorAll('td')[1]?.textContent ?? ''), row);
  return page.locator('.change-table').first().locator('tbody tr').nth(row).locator('td').allTextContents();
}

/** A click on the middle of the map, away from what floats over it. */
async function placeMast(page: Page): Promise<void> {
  await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
  await page.getByRole('button', { name: 'Đặt cột trên bản đồ' }).click();
  const box = (await page.locator('.map-canvas').boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.62);
  await page.waitForSelector('.gap-map-mast');
}

test('a technology that ends gives the figures of the command, goes into the address and is kept', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.scenario-part');
  await page.locator('summary', { hasText: 'Tắt công nghệ' }).click();
  await page.getByLabel('4G, Nhà mạng A').check();
  const [, after, difference] = await figures(page, 1);
  const rows = JSON.parse(lomsong(['gaps', '--technology', '4G', '--off', '4G:Nhà mạng A'])) as { technology: string; populationGap: number }[];
  const people = rows.filter((r) => r.technology === '4G').reduce((sum, r) => sum + r.populationGap, 0);
  expect(Number(after!.replaceAll('.', ''))).toBe(people);
  expect(difference).toMatch(/^\+/);
  await page.waitForSelector('summary:has-text("thôn mất sóng cuối cùng")');
  expect(await page.textContent('.command')).toContain('--off "4G:Nhà mạng A"');
  expect(page.url()).toContain('sc=');
  await page.fill('.name-input', 'A tắt 4G');
  await page.getByRole('button', { name: 'Giữ kịch bản' }).click();
  await page.waitForSelector('[aria-label="Kịch bản đã giữ"] :text("A tắt 4G")');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải bảng trước và sau (CSV)' }).click()]);
  expect((await textOf(download)).split('\r\n')).toHaveLength(75);
  await page.getByRole('button', { name: 'Bỏ kịch bản' }).click();
  await page.waitForSelector(':text("Chưa có thay đổi nào")');
  await page.waitForTimeout(500);
  await page.reload();
  await page.waitForSelector('[aria-label="Kịch bản đã giữ"] :text("A tắt 4G")');
  await page.getByRole('button', { name: 'Mở', exact: true }).click();
  expect((await figures(page, 1))[1]).toBe(after);
  // Other tabs show things as they are.
  await page.click('#tab-overview');
  await page.waitForFunction(() => /\d/.test(document.querySelector('.main-figure .big')?.textContent ?? ''));
  expect(await page.locator('.scenario-note').count()).toBe(0);
  await close();
});

test('a mast is placed, dragged with its gain following, and moved by numbers', async () => {
  const { page, close } = await openPage(DESKTOP);
  await placeMast(page);
  await figures(page, 0);
  const pin = (await page.locator('.gap-map-mast').boundingBox())!;
  const seen = new Set<string>();
  await page.mouse.move(pin.x + pin.width / 2, pin.y + 12);
  await page.mouse.down();
  for (let i = 1; i <= 12; i++) {
    await page.mouse.move(pin.x + pin.width / 2 - i * 8, pin.y + 12 + i * 2);
    await page.waitForTimeout(120);
    seen.add((await figures(page, 0))[2]!);
  }
  await page.mouse.up();
  expect(seen.size).toBeGreaterThan(2);
  await page.waitForFunction(() => /sc=/.test(location.hash));
  await page.locator('.mast-list summary').click();
  const lat = page.locator('.mast-list .number-field', { hasText: 'Vĩ độ' }).locator('input');
  const lng = page.locator('.mast-list .number-field', { hasText: 'Kinh độ' }).locator('input');
  await lat.fill('22.72');
  await lat.press('Tab');
  await lng.fill('104.79');
  await lng.press('Tab');
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes('[104.79,22.72]'));
  const file = path.join(tmpdir(), `lomsong-add-${process.pid}.csv`);
  writeFileSync(file, 'site_id,name,lat,lng,technology,operator\nnew-1,x,22.72,104.79,4G,Nhà mạng A\n');
  const total = (...args: string[]) => (JSON.parse(lomsong(['gaps', '--technology', '4G', ...args])) as { technology: string; gapKm2: number }[]).filter((r) => r.technology === '4G').reduce((sum, r) => sum + r.gapKm2, 0);
  const gain = total() - total('--add', file);
  const told = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: gain < 10 ? 2 : 1, maximumFractionDigits: gain < 10 ? 2 : 1 }).format(gain);
  await page.waitForFunction((t) => document.querySelector('.change-table tbody tr td:last-child')?.textContent?.includes(`−${t}`), told);
  await close();
});

test('the next masts are proposed with what is proven, put into the scenario, and exported as a sites file', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.scenario-part');
  await page.getByRole('spinbutton', { name: 'Số cột' }).fill('4');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page.waitForSelector('.curve', { timeout: 80_000 });
  const form = (await page.textContent('section:has(.curve)'))!;
  const found = JSON.parse(lomsong(['rank', '--next', '4', '--technology', '4G'])) as { gain: number; bound: number; masts: { name: string; gain: number }[] };
  expect(form).toContain(`4 cột: thêm ${new Intl.NumberFormat('vi-VN').format(found.gain)} người có sóng`);
  expect(form).toContain('63,2');
  for (const mast of found.masts) expect(form).toContain(mast.name);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải danh sách (CSV)' }).click()]);
  const csv = (await textOf(download)).split('\r\n');
  expect(csv[0]).toMatch(/order;site_id;name;lat;lng;technology.*;kịch bản;dữ liệu vào;quy tắc;công thức;lệnh;chỗ trong kết quả lệnh$/);
  expect(csv[1]).toContain('npx lomsong rank --technology 4G --next 4 --for people --candidates hamlets --format json');
  // The map shows them at once, and step by step what they leave.
  const sum = (n: number) => new Intl.NumberFormat('vi-VN').format(found.masts.slice(0, n).reduce((total, mast) => total + mast.gain, 0));
  await page.waitForSelector('.legend:has-text("Cột đề xuất, dựng sau")');
  const slider = page.getByRole('slider', { name: 'Số cột đã dựng' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector(`[role=status]:has-text("Bước 2/4: ${found.masts[1]!.name} đứng")`);
  await page.waitForSelector('.legend:has-text("Cột đề xuất, đã dựng")');
  expect(await page.locator('.step-table tbody tr').nth(1).locator('td').last().locator('strong').textContent()).toBe(`−${sum(2)}`);
  await page.waitForFunction(() => !document.querySelector('.steps')?.textContent?.includes('Đang vẽ'));
  await page.waitForSelector('.scenario-note:has-text("sau 2/4 cột")');
  await page.getByRole('button', { name: 'Bước sau' }).click();
  await page.waitForSelector('[role=status]:has-text("Bước 3/4")');
  await page.locator('.plain-table tbody').getByRole('button', { name: found.masts[3]!.name, exact: true }).click();
  await page.waitForSelector('[role=status]:has-text("Bước 4/4")');
  await page.waitForFunction(() => !document.querySelector('.steps')?.textContent?.includes('Đang vẽ'));
  // What stands without signal then: in the tab, and of a commune in the list of the map, with the file that the command needs.
  await page.getByRole('button', { name: 'Vì sao? Người ở thôn trắng: Sau 4 cột' }).click();
  await page.waitForSelector('dialog.receipt[open] dl');
  expect(await page.textContent('dialog.receipt')).toContain('khác = sau − trước');
  const stepped = JSON.parse(lomsong(argumentsOf((await page.textContent('dialog.receipt .command'))!))) as { steps: { difference: { populationGap: number } }[] };
  expect(stepped.steps[4]!.difference.populationGap).toBe(-found.gain);
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog.receipt', { state: 'detached' });
  await page.locator('.map-list-button').click();
  await page.locator('.map-list tbody .why-short').first().click();
  await page.waitForSelector('dialog.receipt[open] .command');
  await page.locator('dialog.receipt select').selectOption({ label: 'diện tích không có sóng' });
  const [added] = await Promise.all([page.waitForEvent('download'), page.locator('dialog.receipt').getByRole('button', { name: 'Tải tệp này' }).click()]);
  const folder = mkdtempSync(path.join(tmpdir(), 'lomsong-'));
  await added.saveAs(path.join(folder, 'them-cot.csv'));
  const [row] = JSON.parse(lomsong(argumentsOf((await page.textContent('dialog.receipt .command'))!), folder)) as { technology: string; gapKm2: number }[];
  rmSync(folder, { recursive: true });
  expect(await page.textContent('dialog.receipt dl')).toContain(new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(row!.gapKm2));
  await page.keyboard.press('Escape');
  await page.locator('.map-list .close').click();
  // Why: the receipt has the formula with its values and the command.
  await page.getByRole('button', { name: `Vì sao? Thêm: ${found.masts[1]!.name}` }).click();
  await page.waitForSelector('dialog.receipt[open] :text("sau 1 cột")');
  await page.locator('dialog.receipt select').selectOption({ label: 'cộng dồn đến cột này' });
  expect(await page.textContent('dialog.receipt dl')).toContain(sum(2));
  expect(await page.textContent('dialog.receipt .command')).toContain('--next 4');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog.receipt', { state: 'detached' });
  await page.getByRole('button', { name: 'Đưa vào kịch bản' }).click();
  const [, , difference] = await figures(page, 1);
  expect(difference).toBe(`−${new Intl.NumberFormat('vi-VN').format(found.gain)}`);
  // It was for things as they were: no longer on the map, still a list, until it is dropped.
  await page.waitForSelector(':text("không còn trên bản đồ")');
  await page.waitForSelector('.legend:not(:has-text("Cột đề xuất"))');
  await page.getByRole('button', { name: 'Bỏ đề xuất' }).click();
  await page.waitForSelector('.curve', { state: 'detached' });
  await close();
});

test('a figure of the scenario says where it comes from, and the command gives it again', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: `#tab=scenarios&sc=${encodeURIComponent(JSON.stringify({ ends: [{ technology: '4G', operator: 'Nhà mạng A', date: null }] }))}` });
  const [, , difference] = await figures(page, 1);
  await page.getByRole('button', { name: /^Vì sao\? Người ở thôn trắng, / }).first().click();
  await page.waitForSelector('dialog.receipt[open] dl');
  const receipt = (await page.textContent('dialog.receipt'))!;
  expect(receipt).toContain('khác = sau − trước');
  expect(receipt).toContain('4G của Nhà mạng A tắt');
  const command = (await page.textContent('dialog.receipt .command'))!;
  const { province } = JSON.parse(lomsong(argumentsOf(command))) as { province: { technology: string; difference: { populationGap: number } }[] };
  expect(difference).toBe(`+${new Intl.NumberFormat('vi-VN').format(province.find((row) => row.technology === '4G')!.difference.populationGap)}`);
  await page.keyboard.press('Escape');
  const [json] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải bảng trước và sau (JSON)' }).click()]);
  const saved = JSON.parse(await textOf(json)) as { receipt: Record<string, string>; rows: unknown[] };
  expect(saved.rows).toHaveLength(73);
  expect(saved.receipt['lệnh']).toContain('--off "4G:Nhà mạng A" --difference');
  await close();
});

test('critical masts and ranks within a band', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.scenario-part');
  await page.getByRole('button', { name: 'Tìm cột quan trọng' }).click();
  await page.getByRole('button', { name: /^Cho .* hỏng trong kịch bản$/ }).first().click({ timeout: 80_000 });
  const [, , difference] = await figures(page, 1);
  expect(difference).toMatch(/^\+\d/);
  await page.getByRole('button', { name: 'Tính hạng' }).click();
  await page.waitForSelector(':text("xã giữ nguyên hạng")', { timeout: 80_000 });
  await close();
});

describe('phone', () => {
  test('the tab holds together at 360 px', async () => {
    const { page, close } = await openPage({ width: 360, height: 740, hash: '#tab=scenarios' });
    await page.waitForSelector('.scenario-part');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await close();
  });
});

test('two scenarios lie side by side on maps that move together', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: `#tab=scenarios&sc=${encodeURIComponent(JSON.stringify({ ends: [{ technology: '4G', operator: null, date: null }] }))}` });
  await figures(page, 0);
  await page.locator('summary', { hasText: 'Hai kịch bản cạnh nhau' }).click();
  await page.getByRole('button', { name: 'Đặt cạnh nhau' }).click();
  await page.waitForSelector('.pair-maps canvas >> nth=1', { timeout: 60_000 });
  const table = (await page.textContent('.pair table'))!;
  expect(table).toContain('hiện nay');
  expect(table).toContain('7.928');
  const place = () => page.evaluate(() => [...document.querySelectorAll('.side-map .maplibregl-ctrl-scale')].map((e) => e.textContent));
  await page.waitForFunction(() => document.querySelectorAll('.side-map .maplibregl-ctrl-scale').length === 2);
  const before = await place();
  await page.locator('.side-map').first().getByRole('button', { name: 'Phóng to' }).click();
  await page.waitForFunction((old) => { const now = [...document.querySelectorAll('.side-map .maplibregl-ctrl-scale')].map((e) => e.textContent); return now.every((t, i) => t !== old[i]); }, before);
  const after = await place();
  expect(after[0]).toBe(after[1]);
  await page.keyboard.press('Escape');
  await page.waitForSelector('.pair', { state: 'detached' });
  await close();
});
