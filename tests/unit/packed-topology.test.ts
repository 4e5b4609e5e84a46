/** Borders packed for the way and unpacked again are the same borders. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packTopology, unpackTopology } from '../../src/formats/packed-topology';

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
