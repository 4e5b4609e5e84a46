import { expect, test } from 'vitest';
import { communesOf, type CommuneTopology } from '../../data/boundaries';
import { outlineRings } from '../../data/mend';
import { readPublic } from '../../data/places';
import { crossingArcs, type Grid } from '../../data/simplify-together';
import { gzipSync } from 'node:zlib';
import { areaKm2, ringAreaM2 } from '../../src/core/geodesic';
import type { OldUnit } from '../../src/core/model';

const text = readPublic('communes.topo.json');
const topo = JSON.parse(text) as CommuneTopology;
const communes = communesOf(topo);

test('73 communes, each with a five-digit code of its own, a name and people', () => {
  expect(communes).toHaveLength(73);
  expect(new Set(communes.map((c) => c.properties.code)).size).toBe(73);
  for (const { properties } of communes) {
    expect(properties.code).toMatch(/^\d{5}$/);
    expect(properties.name).toMatch(/^(Xã|Phường) \S/);
    expect(properties.name).toBe(properties.name.normalize('NFC'));
  }
  expect(communes.reduce((n, c) => n + c.properties.population, 0)).toBe(854_679);
});

test('their old units are those that name them', () => {
  const units = JSON.parse(readPublic('old-units.json')) as OldUnit[];
  for (const { properties } of communes) {
    const named = units.filter((u) => u.communes.some((c) => c.code === properties.code)).map((u) => u.code);
    expect(properties.oldUnits).toEqual(named);
  }
});

test('7,928 km² on the ellipsoid', () => {
  expect(communes.reduce((n, c) => n + areaKm2(c.geometry), 0)).toBeCloseTo(7928.0, 1);
});

test('every arc is used once, on the outline, or twice, by two neighbours in opposite directions', () => {
  const uses = new Map<number, number[]>();
  for (const object of topo.objects.communes.geometries) {
    const arcs = (object as unknown as { arcs: unknown[] }).arcs.flat(3) as number[];
    for (const arc of arcs) {
      const index = arc < 0 ? ~arc : arc;
      uses.set(index, [...(uses.get(index) ?? []), Math.sign(arc + 0.5)]);
    }
  }
  expect(uses.size).toBe(topo.arcs.length);
  for (const directions of uses.values()) {
    expect(directions.length).toBeLessThanOrEqual(2);
    if (directions.length === 2) expect(directions[0]).toBe(-directions[1]!);
  }
});

test('no two edges of any border cross or touch but in a vertex they share', () => {
  const arcs = topo.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Grid => [(x += dx!), (y += dy!)]);
  });
  expect([...crossingArcs(arcs)]).toEqual([]);
});

test('neighbours leave no gap and do not overlap: one outline, and its area is theirs', () => {
  const outlines = outlineRings(communes.map((c) => c.geometry));
  expect(outlines).toHaveLength(1);
  expect(areaKm2([outlines])).toBeCloseTo(communes.reduce((n, c) => n + areaKm2(c.geometry), 0), 6);
});

test('outer rings run counter-clockwise and no ring is a sliver', () => {
  for (const ring of communes.flatMap((c) => c.geometry.map((polygon) => polygon[0]!))) {
    expect(ringAreaM2(ring)).toBeGreaterThan(1e6);
    expect(ring.at(-1)).toEqual(ring[0]);
  }
});

test('at most 150 KB gzipped', () => {
  expect(gzipSync(text).length).toBeLessThan(150_000);
});
