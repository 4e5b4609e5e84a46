import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCommuneIndex } from '../../src/core/commune-index';
import { createCommuneLookup } from '../../src/core/commune-lookup';
import { fold, foldKeepingTones } from '../../src/core/fold';
import type { Commune, LngLat, OldUnit } from '../../src/core/model';
import { readDataset } from '../../src/formats/read';

const bundled = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../public/data/${name}`, import.meta.url)));
const communes: Commune[] = readDataset(bundled('communes.topo.json'), 'communes', { kind: 'communes' }).rows;
const oldUnits = JSON.parse(new TextDecoder().decode(bundled('old-units.json'))) as OldUnit[];
const index = createCommuneIndex(communes);
const lookup = createCommuneLookup(communes, oldUnits);

const found = (text: string, position?: LngLat): string | null => {
  const resolution = lookup.resolve(text, position, index);
  return resolution.kind === 'found' ? resolution.code : null;
};

/** The same name as other hands write it. */
const SPELLINGS: ((name: string) => string)[] = [
  (name) => name,
  (name) => name.normalize('NFD'),
  (name) => name.toUpperCase(),
  (name) => fold(name),
  (name) => `  ${name.replace(/ /g, '\u00a0')} `,
  (name) => name.replace(/^(?:Xã|Phường|Thị trấn) /, ''),
  (name) => fold(name.replace(/^(?:Xã|Phường|Thị trấn) /, '')),
];

describe('communes by code and name', () => {
  it('finds every commune of today by its code, with and without zeros', () => {
    for (const { code } of communes) {
      expect(found(code)).toBe(code);
      expect(found(String(Number(code)))).toBe(code);
    }
  });

  it('finds every commune of today by its name, however it is spelled', () => {
    for (const { code, name } of communes) {
      for (const spell of SPELLINGS) expect([spell(name), found(spell(name))]).toEqual([spell(name), code]);
    }
  });

  it('finds every old unit by code and, with its district, by each of its names', () => {
    for (const unit of oldUnits) {
      const targets = unit.communes.map((target) => target.code);
      const centre = unit.centreNote === 'inside' ? unit.centre! : undefined;
      if (targets.length > 1 && !centre) continue;
      const expected = targets.length === 1 ? targets[0] : index.locate(centre!)!.code;
      expect(found(`old:${unit.code}`, centre)).toBe(expected);
      for (const name of [unit.name, ...unit.otherNames]) {
        for (const spell of SPELLINGS) expect([spell(name), found(`${spell(name)}, ${unit.district}`, centre)]).toEqual([spell(name), expected]);
      }
    }
  });

  it('takes a code alone for the unit of 2025, and says where it is an old one', () => {
    expect(found('00733')).toBe('00733');
    expect(lookup.resolve('00736')).toEqual({ kind: 'unknown', oldCode: '00736' });
    expect(found('old:736')).toBe('00733');
  });

  it('lets district or position decide between two of a name', () => {
    const [first, second] = oldUnits.filter((unit) => /Tả Lủng/.test(unit.name));
    expect(lookup.resolve('Tả Lủng', null, index).kind).toBe('ambiguous');
    for (const unit of [first!, second!]) {
      expect(found(`ta lung (${unit.district})`)).toBe(unit.communes[0]!.code);
      expect(found(`Xã Tả Lủng - ${unit.district} - tỉnh Hà Giang`)).toBe(unit.communes[0]!.code);
      expect(found('Tả Lủng', unit.centre!)).toBe(unit.communes[0]!.code);
    }
    expect(found('Tả Lủng, Bắc Quang')).toBeNull();
  });

  it('knows only the communes it was given', () => {
    const own = createCommuneLookup([{ code: '90000', name: 'Xã thử 1', population: null, geometry: [] }]);
    expect(own.resolve('90000')).toEqual({ kind: 'found', code: '90000' });
    expect(own.resolve('Thử 1')).toEqual({ kind: 'found', code: '90000' });
    expect(own.resolve('00733').kind).toBe('unknown');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => void lookup.resolve(text, [105, 23], index)), { seed: 5 });
  });
});

describe('folding', () => {
  it('treats both normal forms, cases and places of the tone alike', () => {
    expect(fold('  THUẬN\u00a0 Hoà ')).toBe('thuan hoa');
    expect(fold('Đường Âm'.normalize('NFD'))).toBe('duong am');
    expect(foldKeepingTones('Thanh Thuỷ')).toBe(foldKeepingTones('Thanh Thủy'));
    expect(foldKeepingTones('Hoà')).toBe(foldKeepingTones('Hòa'));
    expect(foldKeepingTones('Hoà')).not.toBe(foldKeepingTones('Hoá'));
  });
});
