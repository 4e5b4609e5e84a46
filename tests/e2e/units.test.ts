/** The page by former units: one choice for table, overview, search and map; and the reader's own reported figures. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './harness';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };
const SIZES = [['desktop', DESKTOP], ['phone', PHONE]] as const;
const MAP_READY = '.map-pane:not(:has(.map-state)) canvas';

const rowsReady = (page: Page, count: number) =>
  page.waitForFunction((n) => document.querySelectorAll('.commune-table tbody tr').length === n && /\d/.test(document.querySelector('.commune-table tbody td:nth-of-type(2)')?.textContent ?? ''), count);
const tableText = (page: Page) => page.locator('.commune-table tbody').innerText();
const number = (text: string) => Number(text.replace(/[^\d,]/g, '').replace(',', '.'));
/** Sum of a column of the table, told by its header. */
async function sumOf(page: Page, header: string): Promise<number> {
  const column = await page.locator('.commune-table thead th').evaluateAll((cells, name) => cells.findIndex((c) => (c.textContent ?? '').replace(/[▼▲]/g, '') === name), header);
  const cells = await page.locator(`.commune-table tbody tr > :nth-child(${column + 1})`).allInnerTexts();
  return cells.reduce((sum, cell) => sum + number(cell), 0);
}
async function textOf(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button, exact: true }).click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

describe('the 193 units until 30 June 2025', () => {
  test('are a table that sums up to the province, sorted, filtered and saved', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=communes' });
    await rowsReady(page, 73);
    const trang = await sumOf(page, 'Thôn trắng');
    const people = await sumOf(page, 'Người không sóng');
    await page.getByLabel('193 xã trước 1/7/2025').check();
    await rowsReady(page, 193);
    expect(page.url()).toContain('units=old');
    expect(await sumOf(page, 'Thôn trắng')).toBe(trang);
    expect(await sumOf(page, 'Người ở thôn trắng')).toBe(people);
    expect(await page.textContent('.basis')).toContain('Không có ranh giới xã cũ');
    const csv = (await textOf(page, 'Tải bảng: CSV')).trimEnd().split(/\r?\n/);
    expect(csv).toHaveLength(194);
    expect(csv[0]!.startsWith('\uFEFFcode;name;otherNames;district')).toBe(true);
    expect(csv.every((line, i) => i === 0 || line.startsWith('old:'))).toBe(true);
    await page.fill('.table-tools input', 'hoang su phi');
    await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 24);
    await page.getByRole('button', { name: 'Xã cũ', exact: true }).click();
    expect(await page.getAttribute('.commune-table thead th:first-child', 'aria-sort')).toBe('ascending');
    await close();
  });

  test.each(SIZES)('%s: a row opens its sheet, with what reaches the centre, what is near, hamlets, and the commune of today', async (_, size) => {
    const { page, close } = await openPage({ ...size, hash: '#tab=communes&units=old&x=old:00961' });
    await page.waitForSelector('.commune-sheet .plain-table tbody tr');
    await page.waitForFunction(() => /trắng sóng/.test(document.querySelector('.commune-sheet')?.textContent ?? ''));
    const text = (await page.textContent('.commune-sheet'))!;
    for (const part of ['Xã Linh Hồ', 'đến 30/6/2025', 'Huyện Vị Xuyên', 'Sóng tại trung tâm xã', 'Mọi nhà mạng', 'Cáp quang', 'Thôn của xã', 'Không có ranh giới xã cũ', 'mô phỏng']) expect(text).toContain(part);
    await page.locator('.commune-sheet .facts .link').first().click();
    await page.waitForFunction(() => document.querySelector('.commune-sheet h2')?.textContent === 'Xã Linh Hồ' && !document.querySelector('.commune-sheet')!.textContent!.includes('đến 30/6/2025'));
    expect(page.url()).toMatch(/x=\d{5}/);
    await page.waitForFunction(() => document.activeElement?.closest('.commune-sheet'));
    await page.keyboard.press('Escape');
    await page.waitForSelector('.commune-sheet', { state: 'detached' });
    await close();
  });

  test('a unit that was split leads to both communes, and a centre without a position is said to be missing', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=communes&units=old' });
    await rowsReady(page, 193);
    await page.fill('.table-tools input', 'quang trung');
    await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 1);
    expect(await page.locator('.commune-table tbody td .link').count()).toBe(2);
    await page.fill('.table-tools input', 'niem tong');
    await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 1);
    expect(await tableText(page)).toContain('thiếu vị trí');
    await page.locator('.commune-table tbody th .link').click();
    await page.waitForFunction(() => document.querySelector('.commune-sheet')?.textContent?.includes('Không rõ vị trí trung tâm'));
    await close();
  });

  test('overview, search and map follow', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#units=old' });
    await page.waitForSelector('.need-row');
    expect(await page.getByRole('heading', { name: 'Mười xã cũ cần nhất' }).count()).toBe(1);
    await page.waitForSelector(MAP_READY);
    await page.waitForFunction(() => document.querySelector('.legend')?.textContent?.includes('Trung tâm xã cũ không có sóng 4G'));
    await page.locator('.need-row').first().click();
    await page.waitForFunction(() => document.querySelector('.commune-sheet')?.textContent?.includes('đến 30/6/2025'));
    await page.fill('.search input', 'meo vac');
    await page.waitForSelector('.search-list li');
    expect(await page.locator('.search-list li').first().innerText()).toMatch(/Thị trấn Mèo Vạc\s+xã cũ/);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.commune-sheet h2')?.textContent === 'Thị trấn Mèo Vạc');
    expect(page.url()).toContain('x=old:');
    await close();
  });

  test('with their borders loaded they have figures of their land, and say so', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=data' });
    await page.waitForSelector('.drop-zone');
    const square = [[105.05, 22.67], [105.12, 22.67], [105.12, 22.73], [105.05, 22.73], [105.05, 22.67]];
    const collection = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code: 'old:00961', name: 'Xã Linh Hồ' }, geometry: { type: 'Polygon', coordinates: [square] } }] };
    await page.setInputFiles('input[type=file]', { name: 'xa-cu.geojson', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(collection)) });
    await page.waitForSelector('.import-accept');
    if ((await page.getByLabel(/^Loại dữ liệu/).inputValue()) !== 'communes') await page.getByLabel(/^Loại dữ liệu/).selectOption('communes');
    await page.getByRole('button', { name: 'Dùng 1 dòng' }).click();
    await page.waitForSelector('.datasets :text("xa-cu.geojson")');
    await page.click('#tab-communes');
    await page.getByLabel('193 xã trước 1/7/2025').check();
    await page.waitForFunction(() => document.querySelector('.basis')?.textContent?.includes('1 xã cũ có ranh giới đã nạp'));
    await page.fill('.table-tools input', 'linh ho');
    await page.waitForFunction(() => /theo ranh giới đã nạp/.test(document.querySelector('.commune-table tbody')?.textContent ?? ''));
    await page.locator('.commune-table tbody th .link').first().click();
    await page.waitForFunction(() => /Theo ranh giới đã nạp.*Diện tích.*km²/s.test(document.querySelector('.commune-sheet')?.textContent ?? ''));
    await close();
  });
});

describe('the 11 former districts', () => {
  test('are sums of today’s communes; a commune of several is named; a row leads to its communes', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=communes' });
    await rowsReady(page, 73);
    const [bts, people] = [await sumOf(page, 'BTS'), await sumOf(page, 'Người không sóng')];
    await page.getByLabel('11 huyện, thành phố trước 1/7/2025').check();
    await rowsReady(page, 11);
    expect(page.url()).toContain('units=districts');
    expect(await sumOf(page, 'BTS')).toBe(bts);
    expect(await sumOf(page, 'Người không sóng')).toBe(people);
    expect(await sumOf(page, 'Xã')).toBe(73);
    const csv = (await textOf(page, 'Tải bảng: CSV')).trimEnd().split(/\r?\n/);
    expect(csv).toHaveLength(12);
    await page.locator('.mixed summary').click();
    expect(await page.textContent('.mixed')).toMatch(/5 xã gồm xã cũ của nhiều huyện.*Thành phố Hà Giang.*Huyện Vị Xuyên/s);
    await page.waitForSelector(MAP_READY);
    expect(await page.textContent('.legend')).toContain('Huyện cũ');
    await page.getByRole('button', { name: 'Huyện Mèo Vạc' }).first().click();
    await page.waitForFunction(() => /at=105\.4/.test(location.hash));
    await page.getByRole('button', { name: 'Xem 6 xã của Huyện Mèo Vạc' }).click();
    await rowsReady(page, 6);
    expect(await page.getByLabel('Huyện cũ').inputValue()).toBe('Huyện Mèo Vạc');
    await close();
  });

  test('are found by name', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#units=districts' });
    await page.waitForSelector('.need-row');
    expect(await page.locator('.need-row').count()).toBe(11);
    await page.fill('.search input', 'yen minh');
    await page.waitForSelector('.search-list li');
    expect(await page.locator('.search-list li').first().innerText()).toMatch(/Huyện Yên Minh\s+huyện cũ/);
    await page.keyboard.press('Enter');
    await rowsReady(page, 11);
    await close();
  });
});

test.each(['old', 'districts'])('on a phone %s scroll only inside their table, with targets of 44 px', async (units) => {
  const { page, close } = await openPage({ ...PHONE, width: 320, hash: `#tab=communes&units=${units}` });
  await rowsReady(page, units === 'old' ? 193 : 11);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.panel button, .panel summary, .panel select, .panel label:has(input)')]
      .filter((e) => e.offsetParent && e.getBoundingClientRect().height < 43.5)
      .map((e) => e.textContent));
  expect(small).toEqual([]);
  await close();
});

test('an address holds units, district and the sheet of a former unit', async () => {
  const hash = '#lang=en&tab=communes&x=old:00733&units=old';
  const { page, close } = await openPage({ ...DESKTOP, hash });
  await page.waitForSelector('.commune-sheet');
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe(hash);
  const text = (await page.textContent('.commune-sheet'))!;
  expect(text).toContain('until 30 June 2025');
  for (const left of ['Sóng tại', 'Nay thuộc', 'thôn']) expect(text).not.toContain(left);
  await close();
});

describe('reported figures', () => {
  const FILE = 'Chỉ tiêu;Giá trị;Đơn vị;Thời điểm;Nguồn;Phạm vi\nNgười dùng điện thoại thông minh;61,5;%;12/2025;Văn bản thử nghiệm;Hà Giang\nPhủ sóng di động;99,1;%;12/2025;Văn bản thử nghiệm;Hà Giang\nThuê bao băng rộng;45.120;thuê bao;2023;Văn bản cũ;Tuyên Quang\n';

  test('that come with the page stand with date and source', async () => {
    const { page, close } = await openPage(DESKTOP);
    await page.waitForSelector('.report-table');
    await page.getByText('Các chỉ tiêu khác của tỉnh').click();
    const table = await page.locator('details:has(.readiness-table)').innerText();
    for (const part of ['Người dùng điện thoại thông minh', 'khoảng 58,2', '80,53', '5/2024', 'Ban Tuyên giáo']) expect(table).toContain(part);
    await close();
  });

  test('of the reader take their place, and give it back when taken back', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=data' });
    await page.waitForSelector('.drop-zone');
    await page.setInputFiles('input[type=file]', { name: 'chi-tieu.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await page.waitForSelector('.import-accept');
    expect(await page.getByLabel(/^Loại dữ liệu/).inputValue()).toBe('indicators');
    await page.getByRole('button', { name: 'Dùng 3 dòng' }).click();
    await page.waitForSelector('.datasets :text("chi-tieu.csv")');
    await page.click('#tab-overview');
    await page.waitForFunction(() => document.querySelector('.report-table')?.textContent?.includes('99,1'));
    const section = page.locator('section:has(.report-table)');
    expect(await section.innerText()).toContain('chi-tieu.csv');
    expect(await section.innerText()).toContain('99,1\u00a0% là của cái gì?');
    // What was fitted to the bundled report is not fitted to this one.
    expect(await section.innerText()).not.toContain('dựng theo số báo cáo');
    for (const summary of ['Các chỉ tiêu khác của tỉnh', 'Số báo cáo ở thời điểm hoặc địa giới khác']) await page.getByText(summary).click();
    const told = await section.innerText();
    for (const part of ['61,5', '12/2025', 'Văn bản thử nghiệm', '45.120', 'thuê bao', 'Tuyên Quang']) expect(told).toContain(part);
    expect(told).not.toContain('80,53');
    // The stations are still those of their own date.
    expect(await page.textContent('.as-of')).toContain('5/2024');
    await page.click('#tab-data');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.waitForSelector('.datasets :text("chi-tieu.csv")', { state: 'detached' });
    await page.click('#tab-overview');
    await page.waitForFunction(() => document.querySelector('.report-table')?.textContent?.includes('2.418'));
    await close();
  });
});
