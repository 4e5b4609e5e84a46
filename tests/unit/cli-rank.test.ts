/** `lomsong rank` by the command: next masts that `gaps --add` repeats, critical masts, ranks that hold. */
import { describe, expect, test } from 'vitest';
import type { GapRow } from '../../src/core/model';
import { run } from './cli-run';

const COMMUNES = JSON.stringify({
  type: 'FeatureCollection',
  features: [['90000', 105, 1000], ['90001', 105.2, 3000]].map(([code, west, population]) => ({
    type: 'Feature', properties: { code, name: `Xã ${code}`, population },
    geometry: { type: 'Polygon', coordinates: [[[west, 23], [Number(west) + 0.2, 23], [Number(west) + 0.2, 23.2], [west, 23.2], [west, 23]]] },
  })),
});
const SITES = `site_id,name,lat,lng,technology,operator
S1,Một,23.10,105.05,4G,Viettel
S2,Hai,23.10,105.15,2G,MobiFone
`;
const HAMLETS = `locality_id,name,commune_code,lat,lng,population,has_electricity
L1,Bản Một,90000,23.10,105.05,100,1
L2,Bản Hai,90000,23.10,105.15,200,1
L3,Bản Ba,90001,23.10,105.30,400,0
L4,Bản Gần,90001,23.11,105.30,50,
`;
const FIBRE = 'fibre_id,name,lat,lng,commune_code\nF1,Quang,23.10,105.15,90000\n';
const files = { 's.csv': SITES, 'c.json': COMMUNES, 'h.csv': HAMLETS, 'f.csv': FIBRE };
const sources = ['--sites', 's.csv', '--communes', 'c.json', '--localities', 'h.csv', '--fibre', 'f.csv'];
const at = (...more: string[]) => ['rank', ...sources, ...more];
interface Next { method: string; guarantee: number | null; gain: number; bound: number | null; boundGap: number | null; candidates: number; before: Partial<GapRow>; after: Partial<GapRow>; masts: Record<string, unknown>[] }
const next = async (...more: string[]) => {
  const result = await run(at(...more), files);
  expect([result.status, result.stderr]).toEqual([0, expect.any(String)]);
  return JSON.parse(result.stdout) as Next;
};

const sums = (rows: GapRow[]) => ({
  gapKm2: rows.reduce((sum, row) => sum + row.gapKm2!, 0), populationGap: rows.reduce((sum, row) => sum + row.populationGap!, 0),
  localitiesTrang: rows.reduce((sum, row) => sum + row.localitiesTrang!, 0), localitiesLom: rows.reduce((sum, row) => sum + row.localitiesLom!, 0),
});

describe('next masts', () => {
  test('are listed with gain, cumulated curve, guarantee and bound', async () => {
    const found = await next('--next', '3', '--technology', '4G');
    expect(found).toMatchObject({ method: 'greedy', guarantee: expect.closeTo(0.632, 3), gain: 650, bound: 650, boundGap: 0, candidates: 4 });
    expect(found.masts.map((m) => [m.order, m.site_id, m.gain, m.cumulated, m.newlyTrang])).toEqual([[1, 'NEW-L3', 450, 450, 2], [2, 'NEW-L2', 200, 650, 1]]);
    expect(found.masts[0]).toMatchObject({ technology: '4G', operator: 'new', commune_code: '90001', commune: 'Xã 90001', has_electricity: 0, cost: null });
  });

  test.each(['land', 'lom'])('for %s on the bundled data: gaps --add gives the same figures, to the last bit', async (aim) => {
    const csv = (await run(['rank', '--next', '4', '--technology', '4G', '--for', aim, '--candidates', 'centres', '--format', 'csv'])).stdout;
    const lines = csv.trim().split('\n').map((line) => line.split(','));
    const last = (column: string) => Number(lines.at(-1)![lines[0]!.indexOf(column)]);
    const rows = (await run(['gaps', '--technology', '4G', '--add', 'next.csv'], { 'next.csv': csv })).rows().filter((row) => row.technology === '4G');
    expect(sums(rows)).toEqual({ gapKm2: last('gapKm2'), populationGap: last('populationGap'), localitiesTrang: last('localitiesTrang'), localitiesLom: last('localitiesLom') });
  });

  test('under a scenario gaps with the same options gives the same figures', async () => {
    const what = ['--off', '2G', '--roaming', '90001', '--mast-down', 'S1'];
    const { after, masts } = await next('--next', '2', '--technology', '4G', '--operator', 'Viettel', '--candidates', 'grid=5km', '--for', 'land', ...what);
    expect(masts).toHaveLength(2);
    const csv = (await run(at('--next', '2', '--technology', '4G', '--operator', 'Viettel', '--candidates', 'grid=5km', '--for', 'land', ...what, '--format', 'csv'), files)).stdout;
    const rows = (await run(['gaps', ...sources, '--technology', '4G', '--operator', 'Viettel', ...what, '--add', 'n.csv'], { ...files, 'n.csv': csv })).rows().filter((row) => row.technology === '4G');
    expect(sums(rows)).toMatchObject({ gapKm2: after.gapKm2, populationGap: after.populationGap, localitiesTrang: after.localitiesTrang });
  });

  test('of an operator, after a scenario and masts decided already', async () => {
    expect((await next('--next', '1', '--technology', '2G,4G', '--off', '2G:MobiFone')).masts.map((m) => m.gain)).toEqual([450]);
    const more = await run(at('--next', '2', '--technology', '2G,4G', '--operator', 'viettel', '--add', 'new.csv'), { ...files, 'new.csv': 'site_id,name,lat,lng,technology,operator\nN,Mới,23.10,105.30,4G,Viettel\n' });
    expect((JSON.parse(more.stdout) as Next).masts.map((m) => [m.site_id, m.technology, m.operator, m.gain])).toEqual([['NEW-L2', '2G/4G', 'Viettel', 200]]);
  });

  test('what the scenario would switch off is never chosen', async () => {
    expect((await next('--next', '3', '--technology', '4G', '--no-grid-down')).masts.map((m) => m.site_id)).toEqual(['NEW-L4', 'NEW-L2']);
    expect((await next('--next', '3', '--technology', '4G', '--commune-down', '90001')).masts.map((m) => m.site_id)).toEqual(['NEW-L2']);
    expect((await next('--next', '3', '--technology', '2G', '--off', '2G')).masts).toEqual([]);
  });

  test('within a commune, from a file, from masts', async () => {
    expect((await next('--next', '3', '--technology', '4G', '--commune', '90000')).masts.map((m) => m.site_id)).toEqual(['NEW-L2']);
    expect((await next('--next', '1', '--technology', '4G', '--candidates', 'masts')).masts).toMatchObject([{ site_id: 'S2', existing: 1, gain: 200 }]);
    const file = { ...files, 'p.csv': 'site_id,name,lat,lng,technology,operator,radius_m,status\nP1,Chỗ,23.105,105.30,4G,Viettel,800,planned\n' };
    const own = JSON.parse((await run(at('--next', '1', '--technology', '4G', '--candidates', 'p.csv', '--for', 'hamlets'), file)).stdout) as Next;
    expect(own.masts).toMatchObject([{ site_id: 'P1', operator: 'Viettel', radius_m: 800, gain: 2 }]);
  });

  test('under a budget, with the prices of the reader', async () => {
    const prices = ['--prices', 'mast=10,fibreKm=1,solar=5'];
    const found = await next('--budget', '12', ...prices, '--technology', '4G', '--for', 'hamlets');
    expect(found).toMatchObject({ method: 'gain-per-cost', guarantee: expect.closeTo(0.316, 3) });
    expect(found.masts).toMatchObject([{ site_id: 'NEW-L2', cost: 10, fibreKm: 0, cumulatedCost: 10 }]);
    const dear = await next('--budget', '100', ...prices, '--technology', '4G', '--for', 'hamlets');
    // Cheaper than L3, which has no grid power; of L4 it is not known.
    expect(dear.masts.map((m) => m.site_id)).toEqual(['NEW-L2', 'NEW-L4']);
    expect(dear.masts[1]).toMatchObject({ cost: expect.closeTo(10 + 15.4, 1), has_electricity: null, gain: 2 });
    expect((await run(at('--budget', '100', ...prices, '--technology', '4G'), files)).stderr).toContain('chưa tính điện mặt trời');
  });

  test('the guarantee is said on stderr, and where there is none', async () => {
    expect((await run(at('--next', '1', '--technology', '4G'), files)).stderr).toMatch(/1 trạm, 450 người.*63,2 ?%.*không cách chọn nào quá 450/);
    expect((await run(at('--next', '1', '--technology', '4G', '--for', 'lom'), files)).stderr).toContain('Không có cận bảo đảm');
    expect((await run(at('--next', '1', '--technology', '5G'), files)).stderr).toContain('Không nguồn nào nói tới 5G');
    expect((await run(['rank', '--next', '1', '--technology', '4G', '--candidates', 'fibre', '--commune', '691'])).stderr).toContain('mô phỏng');
  });

  test('as csv, geojson and a workbook', async () => {
    const of = (format: string) => run(at('--next', '2', '--technology', '4G', '--format', format, '--out', 'o'), files);
    const geo = JSON.parse((await of('geojson')).written.o as string) as { features: { geometry: { coordinates: number[] }; properties: { site_id: string } }[] };
    expect(geo.features.map((f) => [f.properties.site_id, f.geometry.coordinates])).toEqual([['NEW-L3', [105.3, 23.1]], ['NEW-L2', [105.15, 23.1]]]);
    expect((await of('xlsx')).written.o).toBeInstanceOf(Uint8Array);
    const check = await run(['check', 'o.csv', '--kind', 'sites'], { 'o.csv': (await of('csv')).written.o! });
    expect(check.issues().filter((issue) => issue.severity === 'error')).toEqual([]);
  });
});

test('critical masts: who loses everything', async () => {
  const { critical } = JSON.parse((await run(at('--critical', '5'), files)).stdout) as { critical: Record<string, unknown>[] };
  expect(critical.map((m) => [m.site_id, m.people, m.hamlets])).toEqual([['S2', 200, 1], ['S1', 100, 1]]);
  expect(JSON.parse((await run(at('--critical', '5', '--commune', '90001'), files)).stdout)).toMatchObject({ critical: [] });
});

test('communes by need: ranks with less and with more coverage, and which hold', async () => {
  const result = await run(at('--need', 'people', '--technology', '4G', '--band', '20%'), files);
  const { communes } = JSON.parse(result.stdout) as { communes: Record<string, unknown>[] };
  expect(communes).toMatchObject([{ code: '90001', value: 450, rank: 1, rankLess: 1, rankMore: 1, holds: true }, { code: '90000', value: 200, rank: 2, holds: true }]);
  expect(result.stderr).toContain('2/2 xã');
  const one = JSON.parse((await run(at('--need', 'people', '--technology', '4G', '--commune', '90000'), files)).stdout) as { communes: Record<string, unknown>[] };
  expect(one.communes.map((c) => [c.code, c.rank])).toEqual([['90000', 2]]);
  const own = await run(['rank', '--need', 'land', '--technology', '4G', '--format', 'csv']);
  expect(own.stdout.trim().split('\n')).toHaveLength(74);
});

test.each([
  [[], '--next'],
  [['--next', '2', '--need', 'people'], '--next'],
  [['--next', '0'], '--next'],
  [['--next', '2.5'], '2.5'],
  [['--budget', '5'], '--prices'],
  [['--budget', '-5', '--prices', 'mast=1,fibreKm=1,solar=1'], '--budget'],
  [['--budget', '5', '--prices', 'mast=1'], 'fibreKm'],
  [['--budget', '5', '--prices', 'mast=0,fibreKm=1,solar=1'], '--prices'],
  [['--next', '1', '--for', 'money'], 'money'],
  [['--next', '1', '--candidates', 'grid=1m'], 'grid=1m'],
  [['--next', '1', '--candidates', 'hamlets,nowhere'], 'nowhere'],
  [['--next', '1', '--candidates', 'nowhere.csv'], 'nowhere.csv'],
  [['--next', '1', '--candidates', 'centres'], 'centres'],
  [['--next', '1', '--commune', 'Xã Không'], 'Xã Không'],
  [['--need', 'people', '--band', '200%'], '200%'],
  [['--need', 'people', '--format', 'geojson'], 'geojson'],
  [['--critical', 'x'], '--critical'],
  [['--next', '1', '--by-operator'], '--by-operator'],
])('%j is wrong usage and said so', async (args, said) => {
  const result = await run(at(...args), files);
  expect([result.status, result.stdout]).toEqual([2, '']);
  expect(result.stderr).toContain(said);
});

test('people and hamlets need a source', async () => {
  const bare = { 's.csv': SITES, 'c.json': COMMUNES.replaceAll(/,"population":\d+/g, '') };
  const asking = (aim: string) => run(['rank', '--sites', 's.csv', '--communes', 'c.json', '--next', '1', '--candidates', 'grid', '--technology', '4G', '--for', aim], bare);
  expect([(await asking('people')).status, (await asking('hamlets')).status, (await asking('land')).status]).toEqual([2, 2, 0]);
});

test('a file of candidates that cannot be used gives no result', async () => {
  const result = await run(at('--next', '1', '--candidates', 'p.csv'), { ...files, 'p.csv': 'site_id,name\nP,Q\n' });
  expect([result.status, result.stdout]).toEqual([1, '']);
});
