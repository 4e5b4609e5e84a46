/** The reader's own files: dropped, understood, corrected, used, taken back. */
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { GPX, KML, pointLayer, workbook } from '../unit/made-up-files';
import { openPage } from './harness';
import { mapStrangeFile, STRANGE_FILE } from './map-by-hand';

const DESKTOP = { width: 1440, height: 900, hash: '#tab=data' };
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const SITES = 'Mã trạm;Tên trạm;Vĩ độ;Kinh độ;Công nghệ;Nhà mạng\nA1;Một;22,83;104,98;LTE;Viettel\nA2;Hai;104,99;22,90;4G;Viettel\nA3;Ba;abc;105;4G;Viettel\n';

describe('a file of stations', () => {
  test('is understood with its issues, used, shown, and taken back', async () => {
    const { page, close } = await openPage(DESKTOP);
    await page.waitForSelector('.drop-zone');
    await page.setInputFiles('input[type=file]', file('tram.csv', SITES));
    await page.waitForSelector('.import-accept');
    const card = (await page.textContent('.import-card'))!;
    expect(card).toContain('2 trong 3 dòng dùng được');
    expect(card).toContain('swapped-coordinates');
    expect(card).toContain('bad-number');
    await page.waitForSelector('.map-pane:not(:has(.map-state)) canvas');
    await page.locator('.issue-warning .link').click();
    await page.waitForFunction(() => /at=104\.99/.test(location.hash));
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải danh sách vấn đề (CSV)' }).click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString('utf8')).toContain('A3;Ba;abc');
    await page.getByRole('button', { name: 'Dùng 2 dòng' }).click();
    await page.waitForSelector('.datasets :text("tram.csv")');
    expect(await page.textContent('.brand-note')).not.toContain('mô phỏng');
    await page.click('#tab-overview');
    await page.waitForFunction(() => document.querySelector('.main-figure')?.textContent?.includes('2 trạm'));
    // Modelled hamlets leave with the modelled stations.
    expect(await page.textContent('.as-of')).toContain('tệp của bạn');
    await page.click('#tab-data');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.waitForSelector('.datasets :text("sites.csv")');
    await page.click('#tab-overview');
    await page.waitForFunction(() => document.querySelector('.main-figure')?.textContent?.includes('703 trạm'));
    await close();
  });

  test('with strange headers is mapped by hand, and the next of that shape by itself', async () => {
    const { page, close } = await openPage(DESKTOP);
    await page.waitForSelector('.drop-zone');
    await page.setInputFiles('input[type=file]', file('la.csv', STRANGE_FILE));
    await page.waitForSelector('.mapping-table, .import-bad, [role=alert]');
    await mapStrangeFile(page);
    await page.getByRole('button', { name: 'Dùng 1 dòng' }).click();
    await page.waitForSelector('.datasets :text("la.csv")');
    await page.setInputFiles('input[type=file]', file('la-2.csv', `${STRANGE_FILE}S2,Hai,22.9,105,4G,Viettel\n`));
    await page.waitForFunction(() => document.querySelector('.import-card')?.textContent?.includes('2 trong 2'));
    await close();
  });
});

describe('a file that cannot be used', () => {
  test.each([
    ['binary.bin', Buffer.from([0, 1, 2, 3, 255, 254, 0, 0])],
    ['cut.geojson', Buffer.from('{"type":"FeatureCollection","features":[{"type":"Fea')],
    ['empty.csv', Buffer.from('')],
  ])('%s is refused with a reason, and nothing loaded is lost', async (name, buffer) => {
    const { page, close } = await openPage(DESKTOP);
    await page.waitForSelector('.drop-zone');
    await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer });
    await page.waitForSelector('.import-bad');
    expect(await page.locator('.import-accept').count()).toBe(0);
    expect(await page.locator('.datasets li').count()).toBe(5);
    await page.getByRole('button', { name: 'Bỏ tệp này' }).click();
    expect(await page.locator('.import-card').count()).toBe(0);
    await close();
  });
});

describe('files in other dresses', () => {
  const layer = pointLayer([[104.98, 22.83], [105, 22.9]]);
  test.each([
    ['tram.xlsx', workbook({ 'Trạm': [['Mã trạm', 'Tên trạm', 'Vĩ độ', 'Kinh độ', 'Công nghệ', 'Nhà mạng'], ['S1', 'Một', 22.83, 104.98, '4G', 'Viettel']] }), 'Dùng 1 dòng'],
    ['vung.kmz', zipSync({ 'doc.kml': strToU8(KML) }), 'Dùng 1 dòng'],
    ['tram.csv.gz', gzipSync(strToU8(SITES)), 'Dùng 2 dòng'],
    ['lop.zip', zipSync({ 'tram.shp': layer.shp, 'tram.dbf': layer.dbf }), null],
    ['diem.gpx', strToU8(GPX), null],
  ])('%s is opened', async (name, bytes, accept) => {
    const { page, close } = await openPage(DESKTOP);
    await page.waitForSelector('.drop-zone');
    await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    await page.waitForSelector('.import-card [role=status]:not(:has(progress))');
    if (accept) {
      await page.getByRole('button', { name: accept }).click();
      await page.waitForSelector(`.datasets :text("${name}")`);
    } else {
      // Positions alone: the rest is asked for, field by field.
      await page.getByLabel(/^Loại dữ liệu/).selectOption('sites');
      await page.waitForSelector('.mapping-table select[aria-label$=": site_id"]');
      await page.waitForFunction(() => !document.querySelector('.import-card progress'));
      for (const [field, value] of [['technology', '4G'], ['operator', 'Viettel'], ['name', 'Trạm'], ['site_id', 'S']] as const) {
        const input = page.getByLabel(`giống nhau ở mọi dòng: ${field}`, { exact: true });
        if ((await input.count()) === 0) continue;
        await input.fill(value);
        await input.press('Enter');
        await page.waitForFunction((f) => (document.querySelector(`.mapping-table select[aria-label$=": ${f}"]`) as HTMLSelectElement)?.value === `${f} (=)`, field);
      }
      await page.waitForSelector('.import-accept');
    }
    await close();
  });
});

test('claimed polygons take over, and are switched to', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.drop-zone');
  const polygon = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { technology: '4G', operator: 'Viettel' }, geometry: { type: 'Polygon', coordinates: [[[104.9, 22.7], [105.1, 22.7], [105.1, 22.9], [104.9, 22.9], [104.9, 22.7]]] } }] };
  await page.setInputFiles('input[type=file]', { name: 'vung.geojson', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(polygon)) });
  await page.getByRole('button', { name: 'Dùng 1 dòng' }).click();
  await page.waitForSelector('.datasets :text("vung.geojson")');
  await page.click('#tab-overview');
  await page.waitForFunction(() => /\d/.test(document.querySelector('.big')?.textContent ?? ''));
  expect(await page.textContent('.main-figure')).toContain('vùng phủ');
  await close();
});

test('every example file is there and good', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.examples a');
  const links = await page.locator('.examples a').evaluateAll((anchors) => anchors.map((a) => (a as HTMLAnchorElement).href));
  for (const link of links) {
    const response = await page.request.get(link);
    expect(response.ok()).toBe(true);
    const name = link.split('/').pop()!;
    await page.setInputFiles('input[type=file]', { name, mimeType: 'text/plain', buffer: await response.body() });
    await page.waitForSelector(`.import-card[aria-label="${name}"] .import-accept`);
    expect(await page.textContent(`.import-card[aria-label="${name}"]`)).toContain('Không có vấn đề nào');
  }
  await close();
});

test('readings: squares that were measured count, the rest is no data, never covered', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.drop-zone');
  const lines = [[22.83, -90], [22.85, -120]].flatMap(([lat, dbm]) => [0, 1, 2].map((i) => `${lat! + i * 1e-5},104.98,4G,${dbm},Viettel`));
  await page.setInputFiles('input[type=file]', file('do.csv', `lat,lng,technology,signal_dbm,operator\n${lines.join('\n')}\n`));
  await page.getByRole('button', { name: 'Dùng 6 dòng' }).click();
  await page.waitForSelector('.datasets :text("do.csv")');
  expect(page.url()).toContain('cov=measured');
  await page.click('#tab-overview');
  await page.waitForFunction(() => document.querySelector('.main-figure')?.textContent?.includes('Chưa có số liệu ở 100,0'));
  await page.waitForFunction(() => [...document.querySelectorAll('.switch-share')].every((e) => e.textContent !== '…'));
  const shares = await page.locator('.switch-share').allTextContents();
  expect(shares.slice(0, 4)).toEqual(['chưa có số liệu', 'chưa có số liệu', expect.stringMatching(/^0,0/), 'chưa có số liệu']);
  expect(await page.textContent('.legend')).toContain('Số đo: kém');
  await close();
});

test('readings against claims: counted by commune, shown on the map and in the legend', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.drop-zone');
  const claim = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { technology: '4G', operator: 'Viettel' }, geometry: { type: 'Polygon', coordinates: [[[104.95, 22.8], [105.0, 22.8], [105.0, 22.86], [104.95, 22.86], [104.95, 22.8]]] } }] };
  await page.setInputFiles('input[type=file]', [{ name: 'vung.geojson', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(claim)) }, file('do.csv', 'lat,lng,technology,signal_dbm,operator\n22.83,104.98,4G,-120,Viettel\n22.83,105.05,4G,-80,Viettel\n22.84,104.98,4G,-80,Viettel\n')]);
  await page.getByRole('button', { name: 'Dùng 1 dòng' }).click();
  await page.getByRole('button', { name: 'Dùng 3 dòng' }).click();
  await page.waitForSelector('.datasets :text("do.csv")');
  await page.click('#tab-overview');
  await page.waitForSelector('h2:has-text("Số đo trái với vùng phủ công bố")');
  const cells = await page.locator('section:has(h2:has-text("Số đo trái")) td').allTextContents();
  const column = (at: number) => cells.filter((_, i) => i % 3 === at).reduce((sum, cell) => sum + Number(cell), 0);
  expect([column(1), column(2)]).toEqual([1, 1]);
  await page.waitForSelector('.legend:has-text("Công bố có sóng, đo kém")');
  await close();
});

test('200,000 rows: progress is shown, the page stays alive, and it can be stopped', async () => {
  const { page, close } = await openPage(DESKTOP);
  await page.waitForSelector('.drop-zone');
  const rows = Array.from({ length: 200_000 }, (_, i) => `S${i},n,${(22.3 + (i % 1000) * 0.001).toFixed(4)},${(104.5 + Math.floor(i / 1000) * 0.004).toFixed(4)},4G,Viettel`);
  await page.setInputFiles('input[type=file]', file('lon.csv', `site_id,name,lat,lng,technology,operator\n${rows.join('\n')}\n`));
  await page.waitForSelector('.import-card progress');
  // The page answers while the worker reads.
  await page.click('#tab-overview');
  await page.waitForSelector('.main-figure');
  await page.click('#tab-data');
  await page.waitForSelector('.import-accept');
  expect(await page.textContent('.import-card')).toContain('200.000 trong 200.000');
  await page.getByLabel(/^Loại dữ liệu/).selectOption('localities');
  await page.getByRole('button', { name: /^(Dừng|Bỏ tệp này)$/ }).click();
  expect(await page.locator('.import-card').count()).toBe(0);
  expect(await page.locator('.datasets li').count()).toBe(5);
  await close();
});
