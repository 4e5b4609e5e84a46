/** Shapes packed for the way and unpacked again are the same shapes. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packAreas, packTopology, unpackAreas, unpackTopology } from '../../src/formats/packed-shapes';

const delta = fc.integer({ min: -2900, max: 2900 });
const arc = fc.tuple(fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 1e6 })), fc.array(fc.tuple(delta, delta), { minLength: 1, maxLength: 20 })).map(([first, rest]) => [first, ...rest]);

test('any topology comes out as it went in', () => {
  fc.assert(fc.property(fc.array(arc, { maxLength: 8 }), (arcs) => {
    const text = JSON.stringify({ type: 'Topology', transform: { scale: [1e-5, 1e-5], translate: [104, 22] }, objects: { communes: { type: 'GeometryCollection', geometries: [] } }, arcs });
    expect(JSON.parse(unpackTopology(packTopology(text)))).toEqual(JSON.parse(text));
  }));
});

test('so do the bundled borders, and what is not packed stays as it is', () => {
  const text = readFileSync(new URL('../../public/data/communes.topo.json', import.meta.url), 'utf8');
  expect(JSON.parse(unpackTopology(packTopology(text)))).toEqual(JSON.parse(text));
  expect(unpackTopology(text)).toBe(text);
});

test('a difference that does not fit is refused, not bent', () => {
  const text = JSON.stringify({ type: 'Topology', objects: {}, arcs: [[[0, 0], [5000, 0]]] });
  expect(() => packTopology(text)).toThrow(RangeError);
});

const degree = fc.integer({ min: 1_040_000, max: 1_060_000 }).map((whole) => whole / 1e4);
const ring = fc.tuple(degree, degree, fc.array(fc.tuple(delta, delta), { minLength: 3, maxLength: 12 })).map(([lng, lat, steps]) => {
  let [x, y] = [Math.round(lng * 1e4), Math.round(lat * 1e4)];
  return [[lng, lat], ...steps.map(([dx, dy]) => [(x += dx) / 1e4, (y += dy) / 1e4])];
});
const feature = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { maxLength: 3 }).map((coordinates) => ({ type: 'Feature', properties: { technology: '4G', note: 'mô phỏng' }, geometry: { type: 'MultiPolygon', coordinates } }));

test('any polygons come out as they went in, to the last decimal', () => {
  fc.assert(fc.property(fc.array(feature, { maxLength: 4 }), (features) => {
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    expect(JSON.parse(unpackAreas(packAreas(text)))).toEqual(JSON.parse(text));
  }));
});

test('so do the bundled polygons; others are refused, not bent', () => {
  const text = readFileSync(new URL('../../public/data/coverage.geojson', import.meta.url), 'utf8');
  expect(JSON.parse(unpackAreas(packAreas(text)))).toEqual(JSON.parse(text));
  expect(unpackAreas(text)).toBe(text);
  const of = (geometry: object) => JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] });
  expect(() => packAreas(of({ type: 'MultiPolygon', coordinates: [[[[104.12345, 22], [104.2, 22], [104.2, 22.1], [104.12345, 22]]]] }))).toThrow(RangeError);
  expect(() => packAreas(of({ type: 'Polygon', coordinates: [[[104.1, 22], [104.2, 22], [104.2, 22.1], [104.1, 22]]] }))).toThrow(TypeError);
});
