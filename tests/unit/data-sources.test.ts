import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { communesOf, type CommuneTopology } from '../../data/boundaries';
import { communeLookup } from '../../data/commune-lookup';
import { readPublic, SOURCES_DIR } from '../../data/places';
import { sourceFiles } from '../../data/sources';
import { figure, type FileTexts } from '../../data/write';
import { distanceMeters } from '../../src/core/geodesic';
import type { FibreEndpoint, OldUnit, Provenance } from '../../src/core/model';

const units = JSON.parse(readPublic('old-units.json')) as OldUnit[];
const fibre = JSON.parse(readPublic('fibre.json')) as FibreEndpoint[];
const provenance = JSON.parse(readPublic('provenance.json')) as Provenance[];
const topo = JSON.parse(readPublic('communes.topo.json')) as CommuneTopology;
const areas = communesOf(topo).map(({ properties, geometry }) => ({ code: properties.code, geometry }));
const communeAt = communeLookup(areas);

/** Without the sources nothing can be derived again; then these say that the committed bytes are those derived once. */
const SHA256: Record<string, string> = {
  'communes.topo.json': '8d7d14b65d5467dc277471158c77dc71938ad6db19b06099242fdcb8eca2e23c',
  'old-units.json': '923242d51d2dd0943b1c3b4713bfa1b78030acfa6eff4971d2dccc86f75313ad',
  'fibre.json': '0a32529dd86ac3ad25d55a0307589c14a9755ec737779945fa514b4997b5d5b7',
  'indicators.json': '7227cb1dc8c3d7ec0c81dc53b97bd2107766ae1578c7d64c5e541f211bf8ec02',
};

describe('the files of stage 1', () => {
  let derived: FileTexts = {};
  beforeAll(() => {
    if (existsSync(SOURCES_DIR)) derived = sourceFiles();
  }, 30_000);

  test.each(Object.keys(SHA256))('%s is what was derived from the sources', (file) => {
    const committed = readPublic(file);
    expect(createHash('sha256').update(committed).digest('hex')).toBe(SHA256[file]);
    expect(derived[file] ?? committed).toBe(committed);
  });

  test('provenance.json is written again byte for byte', () => {
    const committed = readPublic('provenance.json');
    expect(derived['provenance.json'] ?? committed).toBe(committed);
  });
});

test('193 old units in eleven districts, people as in the census', () => {
  expect(units).toHaveLength(193);
  expect(new Set(units.map((u) => u.code)).size).toBe(193);
  expect(new Set(units.map((u) => u.district)).size).toBe(11);
  expect(units.reduce((n, u) => n + u.population, 0)).toBe(854_679);
  for (const unit of units) expect(unit.urbanPopulation + unit.ruralPopulation).toBe(unit.population);
});

test('three were split in two, the others went whole', () => {
  const split = units.filter((u) => u.communes.length > 1);
  expect(split.map((u) => u.name)).toEqual(['Phường Quang Trung', 'Xã Việt Lâm', 'Xã Yên Định']);
  for (const unit of units) {
    for (const { part } of unit.communes) expect(part).toBe(unit.communes.length > 1 ? 'partial' : 'full');
  }
});

test('five have a second spelling', () => {
  expect(units.filter((u) => u.otherNames.length > 0).map((u) => [u.name, ...u.otherNames])).toEqual([
    ['Thị trấn Phó Bảng', 'Thị trấn Phố Bảng'],
    ['Xã Xà Phìn', 'Xã Sà Phìn'],
    ['Xã Sủng Tráng', 'Xã Sủng Cháng'],
    ['Xã Sán Xả Hồ', 'Xã Sán Sả Hồ'],
    ['Xã Nậm Tỵ', 'Xã Nậm Ty'],
  ]);
});

test('name and district tell all apart even without accents; the name alone does not', () => {
  const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
  const owners = new Map<string, Set<string>>();
  for (const unit of units) {
    for (const name of [unit.name, ...unit.otherNames]) {
      const key = `${plain(name)}, ${plain(unit.district)}`;
      owners.set(key, (owners.get(key) ?? new Set()).add(unit.code));
    }
  }
  for (const codes of owners.values()) expect(codes.size).toBe(1);
  expect(units.filter((u) => plain(u.name) === 'xa ta lung')).toHaveLength(2);
});

test('187 centres lie inside their commune of 2025, the others say how they do not', () => {
  const noted = (note: OldUnit['centreNote']) => units.filter((u) => u.centreNote === note).length;
  expect([noted('inside'), noted('corrected'), noted('outside'), noted('missing')]).toEqual([186, 1, 3, 3]);
  for (const unit of units) {
    const inside = unit.centre !== null && unit.communes.some((c) => c.code === communeAt(unit.centre!));
    expect(inside).toBe(unit.centreNote === 'inside' || unit.centreNote === 'corrected');
    expect(unit.centreKmOutside > 0).toBe(unit.centreNote === 'outside');
  }
});

test('193 fibre endpoints, one for each old unit, none left out for its position', () => {
  expect(fibre.map((f) => f.fibreId)).toEqual(units.map((u) => `FO-${u.code}`));
  fibre.forEach((endpoint, i) => {
    const unit = units[i]!;
    expect(endpoint.position).toEqual(unit.centre);
    expect(endpoint.positionNote).toBe(unit.centreNote);
    expect(unit.communes.map((c) => c.code)).toContain(endpoint.communeCode);
    if (unit.centreNote === 'inside') expect(communeAt(endpoint.position!)).toBe(endpoint.communeCode);
  });
  expect(fibre.filter((f) => f.position === null).map((f) => f.name)).toEqual([
    'Trung tâm phường Ngọc Hà', 'Trung tâm phường Minh Khai', 'Trung tâm xã Niêm Tòng',
  ]);
});

test('no two endpoints share a position', () => {
  const placed = fibre.flatMap((f) => (f.position ? [f.position] : []));
  placed.forEach((a, i) => {
    for (const b of placed.slice(i + 1)) expect(distanceMeters(a, b)).toBeGreaterThan(50);
  });
});

test('13 figures of May 2024, and ten others apart from them', () => {
  const { seed, other } = JSON.parse(readPublic('indicators.json')) as Record<'seed' | 'other', { indicator: string; value: number; reported: string; source: string }[]>;
  expect(seed).toHaveLength(13);
  expect(other).toHaveLength(10);
  expect(new Set(seed.map((row) => row.reported))).toEqual(new Set(['2024-05']));
  const value = (name: string) => seed.find((row) => row.indicator === name)!.value;
  expect([value('bts_total'), value('bts_2g'), value('bts_3g'), value('bts_4g'), value('mobile_coverage')]).toEqual([2418, 783, 932, 703, 98.6]);
  for (const row of [...seed, ...other]) expect(row.source).not.toBe('');
});

test('every file has a provenance, in both languages, and only stations, hamlets and coverage are modelled', () => {
  expect(Object.fromEntries(provenance.map((p) => [p.file, p.nature]))).toEqual({
    'communes.topo.json': 'real',
    'old-units.json': 'real',
    'fibre.json': 'derived',
    'indicators.json': 'real',
    'sites.csv': 'modelled',
    'localities.csv': 'modelled',
    'coverage.geojson': 'modelled',
  });
  for (const record of provenance) {
    expect(record.checks.length).toBeGreaterThan(0);
    for (const { vi, en = '' } of [record.what, record.source, ...record.checks, ...record.notes]) {
      expect(vi.length).toBeGreaterThan(3);
      expect(en.length).toBeGreaterThan(3);
      expect(vi + en).not.toContain('{}');
    }
  }
});

test('figures are in the notation of the language', () => {
  expect(figure(7928.04, 1)).toEqual({ vi: '7.928,0', en: '7,928.0' });
  expect(figure(854679)).toEqual({ vi: '854.679', en: '854,679' });
  expect(figure(0.026, 3)).toEqual({ vi: '0,026', en: '0.026' });
});
