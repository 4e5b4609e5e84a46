/** The map without WebGL: drawn as SVG, by pointer and by keyboard, and the way back to the other one. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { NARROW, violations, WIDE } from './axe';
import { openPage } from './harness';
import { hasKeyboard, said, tabTo } from './keys';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

const drawn = (page: Page) => page.waitForSelector('.map-pane:not(:has(.map-state)) .simple-map-drawing [data-code]:nth-child(73)', { state: 'attached' });
const withGaps = (page: Page) => page.waitForFunction(() => (document.querySelector('.simple-gap')?.getAttribute('d')?.length ?? 0) > 1000);
const commune = (page: Page, name: string) => page.locator(`.simple-map-drawing [role=button][aria-label*="${name}:"]`);
const viewBox = (page: Page) => page.getAttribute('.simple-map-drawing', 'viewBox');

describe('without WebGL', () => {
  test.each([['desktop', DESKTOP], ['phone', PHONE]] as const)('%s: communes, gaps, stations, fibre, scale, north and legend are drawn, and the map library is never asked for', async (_, size) => {
    const { page, requests, close } = await openPage({ ...size, noWebGl: true });
    await drawn(page);
    await withGaps(page);
    expect(await page.textContent('.map-note')).toContain('WebGL');
    expect(await page.locator('.simple-map-drawing [data-code]').count()).toBe(73);
    expect(await page.locator('.simple-cluster').count()).toBeGreaterThan(3);
    expect(await page.locator('.simple-fibre').count()).toBeGreaterThan(100);
    expect(await page.locator('.simple-names text').count()).toBeGreaterThan(2);
    expect(await page.textContent('.simple-scale')).toMatch(/km/);
    expect(await page.locator('.north').count()).toBe(1);
    expect(await page.textContent('.legend')).toContain('4G');
    expect(await page.textContent('.big')).toMatch(/\d/);
    expect(requests.filter((url) => /maplibre/.test(url))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await close();
  });

  test('a click opens a commune, the map goes there, and what is under the pointer is told', async () => {
    const { page, close } = await openPage({ ...DESKTOP, noWebGl: true });
    await drawn(page);
    await page.waitForFunction(() => /\d/.test(document.querySelector('.simple-map-drawing [data-code="00715"]')!.getAttribute('aria-label')!));
    const before = await viewBox(page);
    const place = await page.evaluate(() => {
      const box = document.querySelector('.simple-map-drawing [data-code="00715"]')!.getBoundingClientRect();
      for (let i = 1; i < 40; i++) {
        const [x, y] = [box.x + (box.width * ((i * 7) % 40)) / 40, box.y + (box.height * i) / 40];
        if (document.elementFromPoint(x, y)?.getAttribute('data-code') === '00715') return { x, y };
      }
      return null;
    });
    await page.mouse.move(place!.x, place!.y);
    await page.waitForSelector('.tip');
    expect(await page.textContent('.tip')).toContain('Lũng Cú');
    await page.mouse.click(place!.x, place!.y);
    await page.waitForSelector('.commune-sheet');
    expect(await page.textContent('.commune-sheet h2')).toBe('Xã Lũng Cú');
    expect(page.url()).toContain('x=00715');
    await page.waitForSelector('.simple-selected', { state: 'attached' });
    // Chosen elsewhere, the map goes there.
    await page.evaluate(() => { location.hash = '#x=00769'; });
    await page.waitForFunction((old) => document.querySelector('.simple-map-drawing')!.getAttribute('viewBox') !== old, before);
    await close();
  });

  test('by keyboard: arrows move the map, +/− zoom, one stop leads to the communes, arrows go from one to the next, Enter opens', async () => {
    const { page, close } = await openPage({ ...DESKTOP, noWebGl: true });
    await drawn(page);
    await page.waitForFunction(() => /\d/.test(document.querySelector('.simple-map-drawing [data-code]')!.getAttribute('aria-label')!));
    await page.focus('.simple-map-drawing');
    const whole = await viewBox(page);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((old) => document.querySelector('.simple-map-drawing')!.getAttribute('viewBox') !== old, whole);
    await page.keyboard.press('+');
    await page.waitForFunction(() => /at=/.test(location.hash));
    expect(await page.locator('.simple-map-drawing [data-code][tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-code') ?? null);
    const first = await focused();
    expect(first).not.toBeNull();
    expect(await page.evaluate(() => document.activeElement!.getAttribute('aria-label'))).toMatch(/^(Xã|Phường) .+: \d+,\d\s% đất không có sóng$/);
    await page.waitForSelector('.simple-focus', { state: 'attached' });
    let next = first;
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight']) {
      await page.keyboard.press(key);
      next = await focused();
      if (next !== first) break;
    }
    expect(next).not.toBe(first);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.commune-sheet');
    expect(page.url()).toContain(`x=${next}`);
    await hasKeyboard(page, '.commune-sheet h2');
    await page.keyboard.press('Escape');
    await hasKeyboard(page, `.simple-map-drawing [data-code="${next}"]`);
    await close();
  });

  test('with a screen reader: each move says what the map shows and what is in its middle, the same again too; the list tells the same', async () => {
    const { page, close } = await openPage({ ...DESKTOP, noWebGl: true });
    await drawn(page);
    await page.waitForFunction(() => /\d/.test(document.querySelector('.simple-map-drawing [data-code]')!.getAttribute('aria-label')!));
    await tabTo(page, '.simple-map-drawing');
    await page.keyboard.press('ArrowRight');
    await said(page, /Bản đồ đang hiện: 73 xã, .*(Xã|Phường) [^:]+: \d+,\d\s% đất không có sóng/);
    // There and back shows the same, which is said all the same.
    await page.evaluate(() => {
      const region = document.querySelector('.announcer')!;
      const [words, heard] = [region.textContent!.trim(), [] as string[]];
      Object.assign(window, { saidAgain: () => heard.at(-1) === words });
      new MutationObserver(() => heard.push(region.textContent!.trim())).observe(region, { childList: true, characterData: true, subtree: true });
    });
    const at = await page.evaluate(() => location.hash);
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((old) => location.hash !== old, at);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (window as unknown as { saidAgain(): boolean }).saidAgain());
    await page.keyboard.press('Enter');
    await hasKeyboard(page, '.commune-sheet h2');
    const opened = await page.textContent('.commune-sheet h2');
    expect(await page.textContent('.announcer')).toContain(opened);
    await page.keyboard.press('Escape');
    await hasKeyboard(page, '.simple-map-drawing');
    await tabTo(page, '.map-list-button');
    await page.keyboard.press('Enter');
    await hasKeyboard(page, '.map-list h2');
    const sentence = await page.textContent('.map-list > p');
    expect(sentence).toMatch(/^Bản đồ đang hiện: \d+ xã, trong đó \d+ xã có vùng lõm/);
    expect(await page.getAttribute('.map-list table', 'aria-rowcount')).toBe(String(1 + Number(/\d+/.exec(sentence!)![0])));
    await close();
  });

  test('by keyboard a mast is placed where the middle of the map is', async () => {
    const { page, close } = await openPage({ ...DESKTOP, noWebGl: true, hash: '#tab=scenarios' });
    await drawn(page);
    await page.waitForSelector('.primary[aria-pressed]');
    await tabTo(page, '.primary[aria-pressed]');
    await page.keyboard.press('Enter');
    await hasKeyboard(page, '.simple-map-drawing');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.placing:not(.scenario-note)', { state: 'detached' });
    await tabTo(page, '.primary[aria-pressed]', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await hasKeyboard(page, '.simple-map-drawing');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.simple-mast', { state: 'attached' });
    await said(page, /Đã đặt cột/);
    await close();
  });

  test('a drag moves the map and opens nothing; the button shows all again', async () => {
    const { page, close } = await openPage({ ...DESKTOP, noWebGl: true });
    await drawn(page);
    const whole = await viewBox(page);
    await page.mouse.move(900, 500);
    await page.mouse.down();
    await page.mouse.move(820, 460, { steps: 4 });
    await page.mouse.up();
    expect(await viewBox(page)).not.toBe(whole);
    expect(await page.locator('.commune-sheet').count()).toBe(0);
    await page.waitForFunction(() => /at=/.test(location.hash));
    await page.getByRole('button', { name: 'Xem cả tỉnh' }).click();
    await page.waitForFunction((old) => document.querySelector('.simple-map-drawing')!.getAttribute('viewBox') === old, whole);
    expect(page.url()).not.toContain('at=');
    await close();
  });

  test('a mast is placed by a click and dragged', async () => {
    const { page, close } = await openPage({ ...DESKTOP, noWebGl: true, hash: '#tab=scenarios' });
    await drawn(page);
    await page.getByRole('button', { name: 'Đặt cột trên bản đồ' }).click();
    await page.waitForSelector('.placing');
    await page.mouse.click(860, 420);
    await page.waitForSelector('.simple-mast', { state: 'attached' });
    const before = new URL(page.url()).hash;
    expect(before).toContain('sc=');
    const mast = (await page.locator('.simple-mast').boundingBox())!;
    await page.mouse.move(mast.x + mast.width / 2, mast.y + 6);
    await page.mouse.down();
    await page.mouse.move(mast.x + 60, mast.y + 40, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction((old) => location.hash !== old, before);
    await close();
  });

  test('what no source speaks of is dotted and said, in the name of each commune too', async () => {
    const { page, close } = await openPage({ ...DESKTOP, noWebGl: true, hash: '#tech=5G' });
    await drawn(page);
    await page.waitForFunction(() => (document.querySelector('.simple-no-data')?.getAttribute('d')?.length ?? 0) > 1000);
    expect(await commune(page, 'Mèo Vạc').getAttribute('aria-label')).toBe('Xã Mèo Vạc: chưa có số liệu');
    expect(await page.locator('.simple-ground [fill$="-dots)"]').count()).toBe(1);
    await close();
  });
});

test('the map is saved as a picture of A4 without WebGL too, in ink on white whatever the theme', async () => {
  const { page, close } = await openPage({ ...DESKTOP, noWebGl: true, hash: '#theme=dark' });
  await drawn(page);
  await withGaps(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lưu ảnh (PNG)' }).click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const png = Buffer.concat(chunks);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3369, 2382]);
  const inks = await page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const canvas = document.createElement('canvas');
    canvas.width = 600;
    canvas.height = 424;
    const draw = canvas.getContext('2d')!;
    draw.drawImage(image, 0, 0, 600, 424);
    const { data } = draw.getImageData(0, 0, 430, 424);
    const near = (color: number[]) => {
      let count = 0;
      for (let i = 0; i < data.length; i += 4) if (color.every((c, k) => Math.abs(c - data[i + k]!) < 12)) count++;
      return count;
    };
    return { covered: near([0xdc, 0xeb, 0xe6]), outside: near([0xed, 0xf0, 0xf2]) };
  }, [...png]);
  expect(inks.covered).toBeGreaterThan(3000);
  expect(inks.outside).toBeGreaterThan(10000);
  await close();
});

describe('when the other map fails', () => {
  test('a library that cannot be loaded: the simple map stands in, and trying again brings the other back', async () => {
    const { page, close } = await openPage({ ...DESKTOP, block: /assets\/maplibre-(?!gl-worker).*\.js$/, expectErrors: true });
    await drawn(page);
    expect(await page.textContent('.map-note')).toContain('thư viện bản đồ');
    await close();
  });

  test('a worker that cannot start: the simple map stands in', async () => {
    const { page, close } = await openPage({ ...DESKTOP, block: /maplibre-gl-worker/, expectErrors: true });
    await drawn(page);
    await close();
  });

  test('graphics that are lost and do not come back', async () => {
    const { page, close } = await openPage({ ...DESKTOP, expectErrors: true });
    await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.map-pane canvas')!;
      canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
    });
    await drawn(page);
    expect(await page.textContent('.map-note')).toContain('ngừng giữa chừng');
    await page.getByRole('button', { name: 'Thử bản đồ đầy đủ' }).click();
    await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
    await close();
  });
});

test.each([
  ['desktop with a sheet', WIDE, { ...DESKTOP, hash: '#x=00715&layers=bts,fibre,gaps,no-data,hamlets,communes,names' }],
  ['phone, little memory', NARROW, { ...PHONE, deviceMemoryGb: 1 }],
])('WCAG 2.2 AA by axe: %s', async (_, looks, options) => {
  const { page, close } = await openPage({ ...options, noWebGl: true, bypassCsp: true });
  await drawn(page);
  await page.waitForFunction(() => /\d/.test(document.querySelector('.simple-map-drawing [data-code]')!.getAttribute('aria-label')!));
  expect(await violations(page, looks, options.height)).toEqual([]);
  await close();
});

describe('by choice', () => {
  test('the layers offer it, the address keeps it, and the other map is not loaded', async () => {
    const { page, close } = await openPage(DESKTOP);
    await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
    await page.click('.layers-menu summary');
    await page.getByLabel('Bản đồ đơn giản (nhẹ máy)').check();
    await drawn(page);
    expect(page.url()).toContain('map=simple');
    expect(await page.locator('.map-note').count()).toBe(0);
    await page.getByLabel('Bản đồ đơn giản (nhẹ máy)').uncheck();
    await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
    await close();

    const again = await openPage({ ...DESKTOP, hash: '#map=simple' });
    await drawn(again.page);
    expect(again.requests.filter((url) => /maplibre/.test(url))).toEqual([]);
    await again.close();
  });
});
