import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAngle, parseAnglePair } from '../../src/formats/coordinates';
import { asEastingNorthing, fromVn2000, parseCrs } from '../../src/formats/crs';
import '../../src/formats/projection';
import { parseDate } from '../../src/formats/dates';
import { decodeText } from '../../src/formats/decode';
import { parseCount, parseDecimal, parseMeasure } from '../../src/formats/numbers';
import { canonicalOperator } from '../../src/formats/operator';
import { cleanCell } from '../../src/formats/placeholders';
import { parseTechnology } from '../../src/formats/technology';

describe('numbers', () => {
  it.each([
    ['22.8', 22.8], ['22,8', 22.8], ['-95', -95], ['\u221295,5', -95.5], ['7.07E-2', 0.0707], ['.5', 0.5], ['1.', 1],
    ['2.530.500,25', 2530500.25], ['2,530,500.25', 2530500.25], ['1.234,5', 1234.5], ['1 234,5', 1234.5], ['1.234', 1.234],
    ['abc', null], ['', null], ['1,2,3', null], ['12 34', null], ['1e999', null], ['0x10', null], ['--5', null],
  ])('%s', (text, value) => expect(parseDecimal(text)).toBe(value));

  it('reads back what JavaScript writes, in both notations', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(parseDecimal(String(value))).toBe(value === 0 ? Number(String(value)) : value);
      expect(parseDecimal(String(value).replace('.', ','))).toBe(value === 0 ? Number(String(value)) : value);
    }));
  });

  it('counts whole things, thousands grouped either way', () => {
    expect(['1.234', '1,234', '1 234', '12', '0'].map(parseCount)).toEqual([1234, 1234, 1234, 12, 0]);
    expect(['1.2', '-3', 'x', '1.23.4'].map(parseCount)).toEqual([null, null, null, null]);
  });

  it('takes a unit it knows', () => {
    const meters = new Map([['m', 1], ['km', 1000]]);
    expect(['228m', '2,5 km', '30', 'Cao 50m', 'Chi\u1ec1u cao: 42,5 m'].map((text) => parseMeasure(text, meters))).toEqual([228, 2500, 30, 50, 42.5]);
    expect(parseMeasure('3 dB', meters)).toBeNull();
  });
});

describe('coordinates', () => {
  it.each([
    ['22.825', 22.825, null], ['22,825', 22.825, null], ['-22.5', -22.5, null], ['2530500', 2530500, null], ['2.530.500,5', 2530500.5, null],
    ['22°49\'30"N', 22.825, 'lat'], ["22° 49,5' B", 22.825, 'lat'], ['22°49′30″ Bắc', 22.825, 'lat'], ['104°59\'06"Đ', 104.985, 'lng'],
    ['104°59\'06" Đông'.normalize('NFD'), 104.985, 'lng'], ["103o10'12\"", 103.17, null], ['080 15’', 80.25, null], ['22 49 30', 22.825, null],
    ['22:49:30', 22.825, null], ['N 22 49 30', 22.825, 'lat'], ['E104.985', 104.985, 'lng'], ["22°49''", null, null], ['22.5°S', -22.5, 'lat'],
    ['22 độ 49 phút 30 giây', 22.825, null], ["22º49'30''", 22.825, null], ['104°59\'06" T', -104.985, 'lng'], ['22d49m30', null, null],
    ["22°61'00", null, null], ["22°10'75", null, null], ["22.5°30'", null, null], ['115.259.760', null, null], ['N', null, null], ['22.8Q', null, null],
  ] as const)('%s', (text, value, axis) => {
    const angle = parseAngle(text);
    if (value === null) expect(angle).toBeNull();
    else {
      expect(angle?.value).toBeCloseTo(value, 9);
      expect(angle?.axis).toBe(axis);
    }
  });

  it.each(['22.8233, 104.9836', '22,8233; 104,9836', '22,8233 104,9836', '(22.8233,104.9836)', 'https://maps.google.com/?q=22.8233,104.9836'])('pair %s', (text) => {
    expect(parseAnglePair(text)?.map((angle) => angle.value)).toEqual([22.8233, 104.9836]);
  });

  it('reads the pair of degrees, minutes and seconds in one cell', () => {
    const pair = parseAnglePair('49°11\'23.10"N,16°32\'13.38"E');
    expect(pair?.[0].value).toBeCloseTo(49.18975, 9);
    expect(pair?.[1].axis).toBe('lng');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => void [parseAngle(text), parseAnglePair(text), parseDate(text), parseTechnology(text), canonicalOperator(text)]));
    fc.assert(fc.property(fc.stringMatching(/^[0-9 .,:°'"NEBTo-]{0,40}$/), (text) => void [parseAngle(text), parseAnglePair(text)]));
  });
});

describe('VN-2000', () => {
  const near = (point: readonly number[] | null, lng: number, lat: number): void => {
    expect(point?.[0]).toBeCloseTo(lng, 8);
    expect(point?.[1]).toBeCloseTo(lat, 8);
  };

  it('agrees with the example of the design', () => {
    for (const name of ['VN2000:105.5', 'vn2000:105,5', 'VN2000:105:30', 'EPSG:9209', 'urn:ogc:def:crs:EPSG::9209']) {
      const crs = parseCrs(name);
      expect(crs).toMatchObject({ kind: 'vn2000', centralMeridian: 105.5, scale: 0.9999 });
      if (crs?.kind === 'vn2000') near(fromVn2000(crs)(450250, 2530500), 105.0170516, 22.87382079);
    }
  });

  it('knows the UTM zones and degrees, and nothing by guess', () => {
    expect(parseCrs('EPSG:3405')).toMatchObject({ centralMeridian: 105, scale: 0.9996 });
    expect(parseCrs('EPSG:3406')).toMatchObject({ centralMeridian: 111, scale: 0.9996 });
    expect(parseCrs('EPSG:4326')).toEqual({ kind: 'wgs84' });
    for (const text of ['EPSG:32648', 'VN2000', 'VN2000:5', 'VN2000:105:75', '', 'x']) expect(parseCrs(text)).toBeNull();
  });

  it('tells northing from easting by their ranges', () => {
    expect(asEastingNorthing(2530500, 450250)).toEqual([450250, 2530500]);
    expect(asEastingNorthing(450250, 2530500)).toEqual([450250, 2530500]);
    expect(asEastingNorthing(22.8, 104.9)).toBeNull();
    expect(asEastingNorthing(2283000, 104980)).toBeNull();
  });
});

describe('technologies and operators', () => {
  it.each([
    ['4g', '4G'], ['LTE', '4G'], ['LTE-A', '4G'], ['4G LTE', '4G'], ['LTE 1800', '4G'], ['GSM', '2G'], ['GSM900', '2G'], ['UMTS', '3G'], ['WCDMA', '3G'],
    ['HSPA+', '3G'], ['NR', '5G'], ['5G NSA', '5G'], ['Mạng 4G', '4G'], ['E-UTRAN', '4G'],
    ['NB-IoT', null], ['LTE-M', null], ['CDMA', null], ['6G', null], ['2G/3G', null], ['', null], ['1800', null], ['constructor', null],
  ])('%s', (text, technology) => expect(parseTechnology(text)).toBe(technology));

  it('spells the known operators one way and leaves the others alone', () => {
    expect(['VIETTEL', '452-04', '45204', 'viettel telecom'].map(canonicalOperator)).toEqual(Array(4).fill('Viettel'));
    expect(['Vina Phone', '452 02', 'mobifone', 'VIETNAMOBILE'].map(canonicalOperator)).toEqual(['VinaPhone', 'VinaPhone', 'MobiFone', 'Vietnamobile']);
    expect(canonicalOperator(' Nhà  mạng A '.normalize('NFD'))).toBe('Nhà mạng A');
    expect(canonicalOperator('constructor')).toBe('constructor');
  });
});

describe('dates', () => {
  it.each([
    ['2024-05-31', '2024-05-31'], ['31/05/2024', '2024-05-31'], ['1.5.2024', '2024-05-01'], ['2024-05', '2024-05'], ['5/2024', '2024-05'], ['2024', '2024'],
    ['20240531', '2024-05-31'], ['2024-05-31T08:30:00Z', '2024-05-31T08:30:00Z'], ['31/05/2024 8:30', '2024-05-31T08:30'], ['08:30 31/05/2024', '2024-05-31T08:30'],
    ['2023.06.01_12.30.11', '2023-06-01T12:30:11'], ['29/02/2024', '2024-02-29'],
    ['29/02/2023', null], ['31/13/2024', null], ['05/23/2024', null], ['24', null], ['hôm qua', null], ['2024-05-31T25:00', null], ['9999', null],
  ])('%s', (text, iso) => expect(parseDate(text)).toBe(iso));
});

describe('cells and encodings', () => {
  it('takes placeholders for nothing', () => {
    expect(['#N/A', 'na', '--', '-', 'n/a', 'NULL', ' \u00a0', '—'].map(cleanCell)).toEqual(Array(8).fill(''));
    expect(cleanCell(' -95 ')).toBe('-95');
  });

  it('decodes both old encodings to normal form C', () => {
    const windows1258 = new Uint8Array([0x54, 0x68, 0xf4, 0x6e, 0x20, 0xd0, 0xf4, 0xcc, 0x6e, 0x67, 0x20, 0x54, 0x69, 0xea, 0xec, 0x6e]);
    expect(decodeText(windows1258)).toMatchObject({ encoding: 'windows-1258', text: 'Thôn Đồng Tiến' });
    const tcvn3 = new Uint8Array([0x54, 0x68, 0xab, 0x6e, 0x20, 0xa7, 0xe5, 0x6e, 0x67, 0x20, 0x54, 0x69, 0xd5, 0x6e]);
    expect(decodeText(tcvn3)).toMatchObject({ encoding: 'TCVN3', text: 'Thôn Đồng Tiến' });
    const capitals = new Uint8Array([0x54, 0x52, 0xb9, 0x4d]);
    expect(decodeText(capitals)).toMatchObject({ encoding: 'TCVN3', text: 'TRẠM' });
  });

  it('sees a UTF-8 file that ends inside a letter, and one with a damaged byte', () => {
    const whole = new TextEncoder().encode('Thôn Đồng Tiến, Mèo Vạc, Đồng Văn, Quản Bạ');
    expect(decodeText(whole.slice(0, -1))).toEqual({ kind: 'breaks-off' });
    const damaged = whole.slice();
    damaged[2] = 0xff;
    expect(decodeText(damaged)).toMatchObject({ encoding: 'utf-8', damaged: true });
  });
});
