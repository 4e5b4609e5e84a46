/** The page in a real Chromium, as people use it: desktop and phone, both languages, by pointer and by keyboard. */
import { describe, expect, test } from 'vitest';
import { openPage } from './harness';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };
const SIZES = [['desktop', DESKTOP], ['phone', PHONE]] as const;

/** Until the map has drawn what it was given. */
const MAP_READY = '.map-pane:not(:has(.map-state)) canvas';

describe('the first view', () => {
  test.each(SIZES)('%s: figures, table and map, nothing asked of other hosts, console clean', async (_, size) => {
    const { page, close } = await openPage(size);
    await page.waitForFunction(() => /\d/.test(document.querySelector('.big')?.textContent ?? ''));
    expect(await page.textContent('.big')).toMatch(/^\d+,\d\s%$/);
    expect(await page.textContent('.brand-note')).toContain('5/2024');
    expect(await page.textContent('.brand-note')).toContain('mô phỏng');
    await page.waitForSelector(MAP_READY);
    await close();
  });

  test('the table is usable before any byte of the map library is asked for', async () => {
    const { page, requests, close } = await openPage({ ...DESKTOP, hash: '#tab=communes' });
    await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 73 && /\d/.test(document.querySelector('.commune-table tbody td')!.textContent!));
    const painted = await page.evaluate(() => performance.now());
    await page.waitForSelector(MAP_READY);
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').filter((e) => /maplibre/.test(e.name)).map((e) => e.startTime));
    expect(asked.length).toBeGreaterThan(0);
    expect(requests.some((url) => /maplibre/.test(url))).toBe(true);
    // The rows stand in the document before the request starts, whatever the polling above saw of it.
    const rowsAt = await page.evaluate(() => performance.getEntriesByType('resource').find((e) => /sites\.csv/.test(e.name))!.startTime);
    expect(Math.min(...asked)).toBeGreaterThan(rowsAt);
    expect(painted).toBeGreaterThan(0);
    await close();
  });

  test.each(SIZES)('%s: nothing scrolls sideways, down to 320 px', async (_, size) => {
    const { page, close } = await openPage({ ...size, width: Math.min(size.width, 320) });
    await page.waitForSelector('.big');
    for (const tab of ['overview', 'communes']) {
      await page.click(`#tab-${tab}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }
    await close();
  });
});

describe('figures', () => {
  test('reported beside computed: counts are said to be fitted, land and people are compared', async () => {
    const { page, close } = await openPage(DESKTOP);
    await page.waitForSelector('.bases li:nth-child(3)');
    const table = (await page.textContent('.report-table'))!;
    for (const figure of ['2.418', '783', '932', '703', '98,6', '100']) expect(table).toContain(figure);
    expect(table).toContain('dựng theo số báo cáo');
    const bases = await page.locator('.bases li').allTextContents();
    expect(bases[0]).toMatch(/98,6.*số thôn.*dựng theo số báo cáo/);
    expect(bases[1]).toMatch(/diện tích.*lệch −\d,\d điểm/);
    expect(bases[2]).toMatch(/số dân.*lệch [+−]\d,\d điểm/);
    await close();
  });

  test('the end of 2G recomputes everything', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#tech=2G,3G' });
    await page.waitForSelector('.big');
    await page.waitForFunction(() => /\d/.test(document.querySelector('.big')!.textContent!));
    const before = await page.textContent('.big');
    await page.click('.switch input');
    await page.waitForFunction((old) => document.querySelector('.big')?.textContent !== old && /\d/.test(document.querySelector('.big')!.textContent!), before);
    await page.waitForFunction(() => document.querySelector('.switch-share')?.textContent?.startsWith('0,0'));
    expect(page.url()).toContain('no2g=1');
    await page.waitForFunction(() => /lệch/.test(document.querySelector('.bases li')?.textContent ?? ''));
    await close();
  });

  test('another question is asked of the same map: it is neither loaded nor drawn anew', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#tech=2G,3G' });
    await page.waitForSelector(MAP_READY);
    await page.evaluate(() => { document.querySelector<HTMLElement>('.map-pane canvas')!.dataset.first = '1'; });
    const before = await page.textContent('.big');
    await page.click('.switch input');
    await page.waitForFunction((old) => document.querySelector('.big')?.textContent !== old && /\d/.test(document.querySelector('.big')!.textContent!), before);
    expect(await page.locator('.map-pane canvas[data-first]').count()).toBe(1);
    await close();
  });

  test('land, people and hamlets each say of what they are a share', async () => {
    const { page, close } = await openPage(DESKTOP);
    await page.waitForSelector('.big');
    for (const [index, word] of [[1, 'số dân'], [2, 'số thôn'], [0, 'diện tích']] as const) {
      await page.locator('input[name=basis]').nth(index).check();
      await page.waitForFunction((w) => document.querySelector('.main-figure')?.textContent?.includes(w), word);
    }
    await close();
  });

  test('a technology that no source names is no data, never a gap', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#tech=5G' });
    await page.waitForSelector('.big-none');
    expect(await page.textContent('.main-figure')).toContain('chưa có số liệu');
    expect(await page.textContent('.legend')).toContain('Chưa có số liệu');
    expect(await page.textContent('.legend')).not.toContain('Không có sóng 5G');
    await close();
  });
});

describe('finding a commune', () => {
  test.each([['without accents', 'meo vac'], ['with accents', 'Mèo Vạc'], ['decomposed', 'Mèo Vạc'.normalize('NFD')]])('%s finds Mèo Vạc', async (_, text) => {
    const { page, close } = await openPage(DESKTOP);
    await page.waitForSelector('.big');
    await page.fill('.search input', text);
    await page.waitForSelector('.search-list li');
    expect(await page.textContent('.search-list li span')).toBe('Xã Mèo Vạc');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.commune-sheet');
    expect(await page.textContent('.commune-sheet h2')).toBe('Xã Mèo Vạc');
    await close();
  });

  test.each(SIZES)('%s: the sheet has numbers by technology, the gap, what is nearest, old communes and sources', async (_, size) => {
    const { page, close } = await openPage({ ...size, hash: '#x=00715' });
    await page.waitForSelector('.commune-sheet .sheet-table td:nth-child(2)');
    await page.waitForFunction(() => !document.querySelector('.commune-sheet')!.textContent!.includes('…'));
    const text = (await page.textContent('.commune-sheet'))!;
    for (const part of ['Xã Lũng Cú', '2G', '4G', 'Vùng lõm liền lớn nhất', 'Trạm gần nhất', 'Cáp quang gần nhất', 'Xã cũ hợp thành', 'Huyện Đồng Văn', 'Nguồn', 'mô phỏng', 'suy ra từ báo cáo']) expect(text).toContain(part);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.commune-sheet', { state: 'detached' });
    await close();
  });
});

describe('the table', () => {
  test('sorts, filters without accents, opens a commune and is saved as CSV', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=communes' });
    await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 73 && /\d/.test(document.querySelector('.commune-table tbody td')!.textContent!));
    expect(await page.getAttribute('.commune-table', 'aria-rowcount')).toBe('74');
    await page.getByRole('button', { name: /Xã, phường/ }).click();
    expect(await page.getAttribute('.commune-table thead th:first-child', 'aria-sort')).toBe('ascending');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải bảng: CSV' }).click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split(/\r?\n/);
    expect(lines[0]!.startsWith('\uFEFFcode;name;technology')).toBe(true);
    expect(lines).toHaveLength(74);
    for (const format of ['XLSX', 'GEOJSON', 'KML']) {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `Tải bảng: ${format}` }).click()]);
      expect(file.suggestedFilename()).toBe(`lom-song-theo-xa.${format.toLowerCase()}`);
    }
    await page.fill('.table-tools input', 'ha giang');
    await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 2);
    await page.locator('.commune-table tbody .link').first().click();
    await page.waitForSelector('.commune-sheet');
    await close();
  });

  test('the old communes are there as well, by both spellings', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#tab=communes' });
    await page.waitForSelector('.commune-table');
    await page.locator('input[name=units]').nth(1).check();
    await page.waitForFunction(() => document.querySelectorAll('.commune-table tbody tr').length === 193);
    for (const spelling of ['sa phin', 'xà phìn']) {
      await page.fill('.table-tools input', spelling);
      await page.waitForFunction(() => [...document.querySelectorAll('.commune-table tbody th')].some((th) => /Xà Phìn|Sà Phìn/.test(th.textContent!)));
    }
    await close();
  });
});

describe('the address', () => {
  test('holds the view: opening it elsewhere shows the same', async () => {
    const hash = '#at=105.20000,23.10000,10.00&lang=en&tab=communes&tech=3G,4G&of=people&x=00715';
    const { page, close } = await openPage({ ...DESKTOP, hash });
    await page.waitForSelector('.commune-sheet');
    await page.waitForSelector(MAP_READY);
    expect(new URL(page.url()).hash).toBe(hash);
    expect(await page.textContent('#tab-communes')).toBe('Communes');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await close();
  });
});

describe('languages and themes', () => {
  test('English is whole: no Vietnamese sentence is left on the page', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#lang=en' });
    await page.waitForSelector('.bases li');
    const text = (await page.textContent('.panel'))!;
    expect(text).toContain('Ten communes in most need');
    expect(text).toMatch(/\d\.\d\s%/);
    for (const left of ['Không có sóng', 'mô phỏng', 'Báo cáo', 'diện tích']) expect(text).not.toContain(left);
    await close();
  });

  test.each(['light', 'dark'] as const)('%s theme follows the system; contrast can be raised', async (colorScheme) => {
    const { page, close } = await openPage({ ...DESKTOP, colorScheme });
    await page.waitForSelector('.big');
    const surface = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await surface()).toBe(colorScheme === 'dark' ? 'rgb(20, 25, 30)' : 'rgb(255, 255, 255)');
    await page.getByRole('button', { name: 'Tương phản cao' }).click();
    await page.waitForSelector('html[data-contrast="true"]');
    await page.waitForFunction((dark) => getComputedStyle(document.body).backgroundColor === (dark ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)'), colorScheme === 'dark');
    await close();
  });
});

describe('by keyboard', () => {
  test('tabs with arrows, a commune opened from the map, closed with Escape', async () => {
    const { page, close } = await openPage({ ...DESKTOP, hash: '#at=105.30000,23.30000,11.00' });
    await page.waitForSelector(MAP_READY);
    await page.focus('#tab-overview');
    await page.keyboard.press('ArrowRight');
    expect(await page.getAttribute('#tab-communes', 'aria-selected')).toBe('true');
    await page.focus('.map-pane canvas');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.commune-sheet');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.commune-sheet', { state: 'detached' });
    await close();
  });

  test('the skip link leads to the table', async () => {
    const { page, close } = await openPage(DESKTOP);
    await page.waitForSelector('.big');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.commune-table');
    await close();
  });
});

describe('a phone', () => {
  test('the sheet has three heights and targets of 44 px', async () => {
    const { page, close } = await openPage(PHONE);
    await page.waitForSelector('.big');
    const height = () => page.evaluate(() => document.querySelector('.bottom-sheet')!.getBoundingClientRect().height);
    const heights: number[] = [];
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp']) {
      await page.focus('.bottom-sheet-handle');
      await page.keyboard.press(key);
      await page.waitForTimeout(350);
      heights.push(await height());
    }
    expect(heights[0]).toBeLessThan(heights[1]!);
    expect(heights[1]).toBeLessThan(heights[2]!);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, summary, select, [role=tab], label:has(input)')]
        .filter((e) => e.offsetParent && !e.closest('[hidden]') && !e.classList.contains('link'))
        .map((e) => ({ what: e.className || e.textContent, height: e.getBoundingClientRect().height }))
        .filter((e) => e.height < 43.5));
    expect(small).toEqual([]);
    await close();
  });
});

describe('when something is missing', () => {
  test('data that cannot be loaded is said, with a way to try again', async () => {
    const { page, close } = await openPage({ ...DESKTOP, block: /sites\.csv$/, expectErrors: true });
    await page.waitForSelector('[role=alert]');
    // Why: in the page's language, not in the browser's words.
    expect(await page.textContent('[role=alert]')).toContain('(sites.csv): không kết nối được. ');
    expect(await page.getByRole('button', { name: 'Thử lại' }).isVisible()).toBe(true);
    await close();
  });

  test('without WebGL the table and figures stay, and the simple map says why it stands in', async () => {
    const { page, close } = await openPage({ ...DESKTOP, noWebGl: true });
    await page.waitForSelector('.big');
    await page.waitForFunction(() => document.querySelector('.map-note')?.textContent?.includes('WebGL'));
    expect(await page.textContent('.big')).toMatch(/\d/);
    await close();
  });
});
