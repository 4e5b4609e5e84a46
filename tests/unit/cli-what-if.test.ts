/** Scenarios by the command: what is asked, what is said, what comes out. */
import { describe, expect, test } from 'vitest';
import type { HamletChanges, ScenarioDifference } from '../../src/core/scenario-difference';
import { run } from './cli-run';

const COMMUNES = JSON.stringify({
  type: 'FeatureCollection',
  features: [['90000', 105], ['90001', 105.2]].map(([code, west]) => ({
    type: 'Feature', properties: { code, name: `Xã ${code}`, population: 1000 },
    geometry: { type: 'Polygon', coordinates: [[[west, 23], [Number(west) + 0.2, 23], [Number(west) + 0.2, 23.2], [west, 23.2], [west, 23]]] },
  })),
});
const SITES = `site_id,name,lat,lng,technology,operator,has_electricity,backhaul
S1,Một,23.10,105.05,4G,Viettel,1,fibre
S1,Một,23.10,105.05,2G,Viettel,1,fibre
S2,Hai,23.10,105.15,4G,MobiFone,0,microwave
S3,Ba,23.10,105.30,2G,MobiFone,,
`;
const HAMLETS = `locality_id,name,commune_code,lat,lng,population
L1,Bản Một,90000,23.10,105.05,100
L2,Bản Hai,90000,23.10,105.15,200
L3,Bản Ba,90001,23.10,105.30,400
L4,Bản Xa,90001,23.19,105.39,50
`;
const NEW = `site_id,name,lat,lng,technology,operator
N1,Mới,23.19,105.39,4G,Viettel
`;
const files = { 's.csv': SITES, 'c.json': COMMUNES, 'h.csv': HAMLETS, 'new.csv': NEW };
const at = (...more: string[]) => ['gaps', '--sites', 's.csv', '--communes', 'c.json', '--localities', 'h.csv', ...more];
/** People without any signal, by commune. */
const gapOf = async (...more: string[]) => {
  const result = await run(at(...more), files);
  expect([result.status, result.stderr]).toEqual([0, expect.any(String)]);
  return result.rows().filter((row) => row.technology === 'any' && row.operator === '*').map((row) => row.populationGap);
};

describe('what is switched off', () => {
  test('by technology, operator, mast, commune, power, backhaul', async () => {
    expect(await gapOf()).toEqual([0, 50]);
    expect(await gapOf('--off', '2G')).toEqual([0, 450]);
    expect(await gapOf('--off', '2G:MobiFone')).toEqual([0, 450]);
    expect(await gapOf('--off', '2G:Viettel')).toEqual([0, 50]);
    expect(await gapOf('--operator-down', 'viettel')).toEqual([100, 50]);
    expect(await gapOf('--mast-down', 'S1,S3')).toEqual([100, 450]);
    expect(await gapOf('--commune-down', '90000')).toEqual([300, 50]);
    expect(await gapOf('--no-grid-down')).toEqual([200, 50]);
    expect(await gapOf('--microwave-down')).toEqual([200, 50]);
  });

  test('from a day on', async () => {
    expect(await gapOf('--off', '2G@2026-09-16', '--on', '2026-09-15')).toEqual([0, 50]);
    expect(await gapOf('--off', '2G@2026-09-16', '--on', '2026-09-16')).toEqual([0, 450]);
    expect(await gapOf('--off', '2G@2026-09-16,4G:Viettel@2030')).toEqual([100, 450]);
  });

  test('stays a gap, never no data', async () => {
    const rows = (await run(at('--off', '2G'), files)).rows().filter((row) => row.technology === '2G');
    expect(rows.map((row) => [row.state, row.bts])).toEqual([['gap', 0], ['gap', 0]]);
  });

  test('what cannot be known is said', async () => {
    expect((await run(at('--no-grid-down', '--microwave-down', '--mast-down', 'S9'), files)).stderr).toMatch(/1 dòng trạm không ghi có điện lưới[\s\S]*1 dòng trạm không ghi loại truyền dẫn[\s\S]*1 mã trạm/);
    expect((await run(['gaps', '--coverage', 'bundled', '--mast-down', 'S1'])).stderr).toContain('không cho biết trạm nào phủ');
  });
});

describe('what is added', () => {
  test('covers and counts', async () => {
    expect(await gapOf('--add', 'new.csv')).toEqual([0, 0]);
    const rows = (await run(at('--add', 'new.csv', '--technology', '4G'), files)).rows();
    expect(rows.map((row) => row.bts)).toEqual([2, 2, 1, 1]);
  });

  test('covers beside claimed polygons, said to be by the radius model', async () => {
    const [claimed, more] = [await run(['gaps', '--coverage', 'bundled']), await run(['gaps', '--coverage', 'bundled', '--add', 'new.csv'], { 'new.csv': NEW.replace('105.39', '105.1') })];
    const gap = (result: typeof claimed) => result.rows().filter((row) => row.technology === '4G').reduce((sum, row) => sum + row.gapKm2!, 0);
    expect(gap(more)).toBeLessThan(gap(claimed));
    expect(more.stderr).toContain('mô hình bán kính');
  });

  test('roaming gives an operator the masts of the others', async () => {
    const of = async (...more: string[]) => (await run(at('--by-operator', ...more), files)).rows().filter((row) => row.technology === '4G' && row.operator === 'Viettel').map((row) => row.localitiesTrang);
    expect(await of()).toEqual([1, 2]);
    expect(await of('--roaming', 'Xã 90000')).toEqual([0, 2]);
  });
});

describe('before, after, difference', () => {
  test('as json: communes, province, hamlets', async () => {
    const { stdout } = await run(at('--off', '2G', '--operator-down', 'Viettel', '--add', 'new.csv', '--difference'), files);
    const { communes, province, hamlets } = JSON.parse(stdout) as ScenarioDifference & { hamlets: HamletChanges };
    expect(communes.filter((c) => c.technology === 'any').map((c) => [c.code, c.before.populationGap, c.after.populationGap, c.difference.populationGap])).toEqual([['90000', 0, 100, 100], ['90001', 50, 450, 400]]);
    expect(province.find((c) => c.technology === 'any')!.difference).toMatchObject({ populationGap: 500, localitiesTrang: 2 });
    expect([hamlets.losingLast, hamlets.keepingOne, hamlets.gaining].map((list) => list.map((h) => h.localityId))).toEqual([['L1', 'L3'], [], []]);
  });

  test('as tables; not as a map', async () => {
    const csv = (await run(at('--off', '2G', '--difference', '--format', 'csv'), files)).stdout.trim().split('\n');
    expect(csv[0]).toMatch(/^code,name,technology,operator,gapKm2Before,gapKm2After,gapKm2Difference,/);
    expect(csv).toHaveLength(1 + 2 * 3);
    expect((await run(at('--off', '2G', '--difference', '--format', 'xlsx', '--out', 'x.xlsx'), files)).written['x.xlsx']).toBeInstanceOf(Uint8Array);
    expect((await run(at('--off', '2G', '--difference', '--format', 'geojson'), files)).status).toBe(2);
  });
});

test.each([
  [['--off', '9G'], '9G'],
  [['--off', '2G:Ai'], 'Ai'],
  [['--off', '2G@soon'], 'soon'],
  [['--on', '2026-13'], '2026-13'],
  [['--operator-down', 'Ai'], 'MobiFone, Viettel'],
  [['--commune-down', 'Xã Không'], 'Xã Không'],
  [['--roaming', 'Xã Không'], 'Xã Không'],
  [['--add', 'none.csv'], 'none.csv'],
])('%j is wrong usage and said so', async (args, said) => {
  const result = await run(at(...args), files);
  expect([result.status, result.stdout]).toEqual([2, '']);
  expect(result.stderr).toContain(said);
});
