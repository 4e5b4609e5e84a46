/** Units until 30 June 2025 and their districts: sums agree with the province, every commune in one district, all 193 shown. */
import { describe, expect, test } from 'vitest';
import { planGaps } from '../../src/core/gaps';
import type { HamletState } from '../../src/core/hamlets';
import type { Commune, GapRow, Locality, OldUnit } from '../../src/core/model';
import { readOldCode, writeOldCode } from '../../src/core/old-code';
import { hamletsOfOldUnits } from '../../src/core/old-unit-hamlets';
import { type OldUnitAnswer, oldUnitRows } from '../../src/core/old-units';
import { districtNames, districtRows, districtsOfCommunes } from '../../src/core/districts';
import { provinceFigures } from '../../src/core/province';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { readDataset } from '../../src/formats/read';
import { bundledInput } from './bundled-data';
import { locality, rectangle } from './made-up';

const { communes, oldUnits, localities } = bundledInput;
const question = { technology: '4G', of: ['4G'], operators: null, off: [] } as const;

/** As the worker answers one question. */
function answerOf(input = bundledInput): OldUnitAnswer & { rows: GapRow[] } {
  const plan = planGaps(input, DEFAULT_SETTINGS, [question]);
  const hamlets = new Map<string, HamletState>();
  const rows = plan.communes.map((commune) => {
    const result = plan.gapsOf(commune);
    result.localities.forEach((l, i) => {
      const state = result.hamlets[0]?.[i];
      if (state) hamlets.set(l.localityId, state);
    });
    return result.rows[0]!;
  });
  const withCentre = oldUnits.filter((u) => u.centre);
  return {
    rows, hamlets,
    oldCentresReached: new Set(withCentre.filter((u) => plan.reaches(0, u.centre!)).map((u) => u.code)),
    oldCentresUnknown: new Set(withCentre.filter((u) => !plan.knows(0, u.centre!)).map((u) => u.code)),
  };
}

const answer = answerOf();
const province = provinceFigures(answer.rows);
const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
const byCode = (l: Locality) => l.communeCode;

describe('hamlets of old units', () => {
  test('the bundled ones name theirs, which is part of their commune; none is left over', () => {
    const { byUnit, without } = hamletsOfOldUnits(oldUnits, localities!, byCode);
    expect(without).toEqual([]);
    expect([...byUnit.keys()]).toEqual(oldUnits.map((u) => u.code));
    expect([...byUnit.values()].flat()).toHaveLength(localities!.length);
    for (const unit of oldUnits) {
      for (const { locality: l, by } of byUnit.get(unit.code)!) {
        expect(by).toBe('named');
        expect(unit.communes.map((c) => c.code)).toContain(l.communeCode);
      }
    }
  });

  test('those that name none go to the nearest centre of their own commune, and are counted as assigned', () => {
    const nameless = localities!.map((l) => ({ ...l, oldUnitCode: null }));
    const { byUnit, without } = hamletsOfOldUnits(oldUnits, nameless, byCode);
    expect(without).toEqual([]);
    const all = [...byUnit].flatMap(([code, list]) => list.map((h) => ({ code, ...h })));
    expect(all).toHaveLength(nameless.length);
    for (const { code, locality: l, by } of all) {
      const units = oldUnits.filter((u) => u.communes.some((c) => c.code === l.communeCode));
      expect(units.map((u) => u.code)).toContain(code);
      expect(by).toBe(units.length === 1 ? 'only' : 'nearest-centre');
    }
    // The model set hamlets around the centres: most find back by themselves.
    const right = all.filter(({ code, locality: l }) => localities!.find((o) => o.localityId === l.localityId)!.oldUnitCode === code);
    expect(right.length / all.length).toBeGreaterThan(0.85);
  });

  test('a hamlet of no known commune belongs to no unit', () => {
    const astray = locality({ position: [0, 0] });
    expect(hamletsOfOldUnits(oldUnits, [astray], () => null).without).toEqual([astray]);
    expect(hamletsOfOldUnits(oldUnits, [astray], () => '99999').without).toEqual([astray]);
  });
});

describe('rows of old units', () => {
  const rows = oldUnitRows(oldUnits, answer, hamletsOfOldUnits(oldUnits, localities!, byCode));

  test('all 193 are there, and their hamlets add up to the province', () => {
    expect(rows.map((r) => r.unit.code)).toEqual(oldUnits.map((u) => u.code));
    expect(sum(rows.map((r) => r.hamlets))).toBe(province.localities);
    expect(sum(rows.map((r) => r.trang))).toBe(province.localitiesTrang);
    expect(sum(rows.map((r) => r.lom))).toBe(province.localitiesLom);
    expect(sum(rows.map((r) => r.peopleTrang))).toBe(province.populationGap);
    expect(rows.every((r) => r.basis === 'hamlets' && r.land === null && r.hamletsAssigned === 0)).toBe(true);
  });

  test('a centre without a position is missing, never without signal', () => {
    for (const { unit, centre } of rows) expect(centre === 'missing').toBe(unit.centre === null);
    expect(new Set(rows.map((r) => r.centre))).toEqual(new Set(['reached', 'not', 'missing']));
  });

  test('a question without data says so and counts nothing', () => {
    const silent = oldUnitRows(oldUnits, { rows: [], hamlets: null, oldCentresReached: null, oldCentresUnknown: new Set() }, hamletsOfOldUnits(oldUnits, localities!, byCode));
    expect(new Set(silent.map((r) => r.centre))).toEqual(new Set(['missing', 'no-data']));
    expect(silent.every((r) => r.trang === null && r.peopleTrang === null && r.hamlets !== null)).toBe(true);
  });

  test('a centre that the sources do not speak of is no gap', () => {
    const reached = new Set<string>();
    const [row] = oldUnitRows([oldUnits[0]!], { rows: [], hamlets: null, oldCentresReached: reached, oldCentresUnknown: new Set([oldUnits[0]!.code]) }, null);
    expect(row).toMatchObject({ centre: 'no-data', hamlets: null, trang: null });
  });

  test('with its geometry loaded a unit has figures of its land', () => {
    const unit = oldUnits[1]!;
    const [lng, lat] = unit.centre!;
    const file = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code: `old:${Number(unit.code)}`, name: unit.name }, geometry: { type: 'Polygon', coordinates: [rectangle(lng - 0.02, lat - 0.02, lng + 0.02, lat + 0.02)] } }] };
    const loaded = readDataset(new TextEncoder().encode(JSON.stringify(file)), 'xa-cu.geojson', { kind: 'communes' });
    expect(loaded.rows.map((c: Commune) => c.code)).toEqual([writeOldCode(unit.code)]);
    const own = answerOf({ ...bundledInput, communes: loaded.rows });
    const found = oldUnitRows(oldUnits, own, null);
    expect(found[1]).toMatchObject({ basis: 'land', hamlets: own.rows[0]!.localities, trang: own.rows[0]!.localitiesTrang });
    expect(found[1]!.land!.gapKm2).toBe(own.rows[0]!.gapKm2);
    expect(found.filter((r) => r.basis === 'land')).toHaveLength(1);
    expect(districtsOfCommunes(loaded.rows, oldUnits).get(writeOldCode(unit.code))?.district).toBe(unit.district);
  });
});

describe('districts', () => {
  const of = districtsOfCommunes(communes, oldUnits);
  const rows = districtRows(answer.rows, oldUnits, of);

  test('every commune is in exactly one of eleven, and the sums are those of the province', () => {
    expect(rows.map((r) => r.district)).toEqual(districtNames(oldUnits));
    expect(rows).toHaveLength(11);
    expect(rows.flatMap((r) => r.communes).sort()).toEqual(communes.map((c) => c.code).sort());
    for (const field of ['communes', 'bts', 'sites', 'population', 'populationGap', 'localities', 'localitiesTrang', 'localitiesLom'] as const) {
      expect(sum(rows.map((r) => r.figures[field])), field).toBe(province[field]);
    }
    for (const field of ['areaKm2', 'gapKm2'] as const) expect(sum(rows.map((r) => r.figures[field]))).toBeCloseTo(province[field]!, 6);
  });

  test('where units of several districts joined, the one with most of their people has the commune', () => {
    const mixed = communes.filter((c) => of.get(c.code)!.people.length > 1).map((c) => [c.code, of.get(c.code)!.district]);
    expect(mixed).toEqual([
      ['00691', 'Thành phố Hà Giang'], ['00700', 'Thành phố Hà Giang'], ['00721', 'Huyện Đồng Văn'], ['00820', 'Huyện Yên Minh'], ['01090', 'Huyện Hoàng Su Phì'],
    ]);
    expect(rows.flatMap((r) => r.mixed).sort()).toEqual(mixed.map(([code]) => code));
    // Yên Định was split: half of its 3,580 people count here.
    expect(of.get('00700')!.people).toEqual([{ district: 'Thành phố Hà Giang', population: 3720 }, { district: 'Huyện Bắc Mê', population: 1790 }]);
  });

  test('communes of elsewhere are in none, and still counted', () => {
    const elsewhere: Commune = { code: '99999', name: 'Xã lạ', population: null, geometry: [[rectangle(104, 20, 104.1, 20.1)]] };
    const all = [...communes, elsewhere];
    const more = districtRows([...answer.rows, { ...answer.rows[0]!, code: '99999' }], oldUnits, districtsOfCommunes(all, oldUnits));
    expect(more.at(-1)).toMatchObject({ district: null, communes: ['99999'] });
    expect(more.flatMap((r) => r.communes)).toHaveLength(74);
  });

  test('the order of units and communes changes nothing', () => {
    const turned = districtsOfCommunes([...communes].reverse(), [...oldUnits].reverse() as OldUnit[]);
    for (const { code } of communes) expect(turned.get(code)!.district).toBe(of.get(code)!.district);
  });
});

test.each([['old:733', '00733'], ['OLD: 00733', '00733'], ["old:'733", '00733'], ['00733', null], ['old:', null], ['old:123456', null]])('%s is the old code %s', (text, code) => {
  expect(readOldCode(text)).toBe(code);
});
