/** Two versions of a dataset: table, map, file; fibre routes; the map as a picture to print. */
import { readFileSync } from 'node:fs';
import type { Download } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness';

const DESKTOP = { width: 1440, height: 900, hash: '#tab=data' };
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const sites = (...rows: string[]) => `site_id,name,lat,lng,technology,operator,status\n${rows.join('\n')}\n`;
const bytesOf = async (download: Download) => readFileSync((await download.path())!);

test('a new version is held against the one in use: counts, rows, map and file', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.drop-zone');
  await page.setInputFiles('input[type=file]', file('cu.csv', sites('A1,Một,22.83,104.98,4G,Viettel,active', 'A2,Hai,22.90,105.00,4G,Viettel,active', 'A3,Ba,23.0,105.1,4G,Viettel,active')));
  await page.getByRole('button', { name: 'Dùng 3 dòng' }).click();
  await page.waitForSelector('.datasets :text("cu.csv")');
  await page.setInputFiles('input[type=file]', file('moi.csv', sites('A1,Một,22.84,104.98,4G,Viettel,active', 'A2,Hai mới,22.90,105.00,4G,Viettel,active', 'A4,Bốn,23.1,105.2,4G,Viettel,active')));
  await page.getByRole('button', { name: 'So với bản đang dùng' }).click();
  await page.waitForSelector('.comparison table');
  const told = (await page.textContent('.comparison'))!.replaceAll('\u00a0', ' ');
  expect(told).toContain('Từ cu.csv sang moi.csv');
  expect(told).toContain('1 thêm, 1 bỏ, 1 dời, 1 đổi');
  expect(told).toContain('name: Hai → Hai mới');
  expect(told).toMatch(/dời 1\.10\d m/);
  await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
  expect(await page.textContent('.legend')).toContain('Dời chỗ');
  await page.locator('.comparison tbody .link').first().click();
  await page.waitForFunction(() => /at=105\.2/.test(location.hash));
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải bảng so sánh (CSV)' }).click()]);
  expect((await bytesOf(download)).toString('utf8')).toContain('đổi;A2 · 4G · Viettel;Hai mới;name;Hai;Hai mới');
  // The file is then used beside the other, and both can still be compared.
  await page.getByRole('radio', { name: 'Thêm vào dữ liệu đang có' }).check();
  await page.getByRole('button', { name: 'Dùng 3 dòng' }).click();
  await page.getByRole('button', { name: 'Đóng so sánh' }).click();
  await page.getByRole('button', { name: 'So sánh', exact: true }).click();
  await page.waitForSelector('.comparison table');
  await close();
});

test('fibre routes are read as lines, drawn, and nearer than endpoints where they pass', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.drop-zone');
  const route = { type: 'Feature', properties: { route_id: 'T1' }, geometry: { type: 'LineString', coordinates: [[104.9, 22.6], [105.1, 23.0], [105.3, 23.3]] } };
  await page.setInputFiles('input[type=file]', { name: 'tuyen.geojson', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [route] })) });
  await page.getByRole('button', { name: 'Dùng 1 dòng' }).click();
  await page.waitForSelector('.datasets :text("Tuyến cáp quang")');
  await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
  await page.waitForFunction(() => document.querySelector('.legend')?.textContent?.includes('Tuyến cáp quang (1)'));
  await close();
});

test('the header row can be named by hand', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.drop-zone');
  await page.setInputFiles('input[type=file]', file('hai-tieu-de.csv', `site_id,name,lat,lng,technology,operator\nsite_id,name,lng,lat,technology,operator\nA1,Một,104.98,22.83,4G,Viettel\n`));
  await page.waitForSelector('.import-header input');
  await page.fill('.import-header input', '2');
  await page.press('.import-header input', 'Enter');
  await page.waitForSelector(':text("1 trong 1 dòng dùng được")');
  expect(await page.textContent('.import-card')).toContain('Không có vấn đề nào');
  await page.fill('.import-header input', '99');
  await page.press('.import-header input', 'Enter');
  await page.waitForSelector('.import-header [role=alert]');
  await close();
});

test('the map is saved as a sheet of A4 with its density', async () => {
  const { page, close } = await openPage({ ...DESKTOP, hash: '' });
  await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 80_000 }), page.getByRole('button', { name: 'Lưu ảnh (PNG)' }).click()]);
  const png = await bytesOf(download);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3369, 2382]);
  expect(png.subarray(37, 41).toString('latin1')).toBe('pHYs');
  expect(png.readUInt32BE(41)).toBe(11339);
  expect(png.length).toBeGreaterThan(200_000);
  await close();
});
