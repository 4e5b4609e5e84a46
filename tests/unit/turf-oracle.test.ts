/** Turf's union and difference, the plain way to a gap, as the oracle of the kernel and of everything done to spare it work. */
import { difference, featureCollection, multiPolygon, union } from '@turf/turf';
import fc from 'fast-check';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { boxOfGeometry } from '../../src/core/box';
import { createCover } from '../../src/core/cover';
import { areaKm2, ringAreaM2 } from '../../src/core/geodesic';
import type { MultiPolygonRings } from '../../src/core/model';
import { boundaryRings, connectedPieces } from '../../src/core/overlay';
import { type Shape, shapeRing } from '../../src/core/shape';
import { blob, fiveCommunes } from './made-up';

const position = fc.tuple(fc.double({ min: 104.98, max: 105.22, noNaN: true }), fc.double({ min: 22.78, max: 23.02, noNaN: true }));
const shapes = fc.array(
  fc.record({ centre: position, radiusMeters: fc.constantFrom(800, 2500, 4000), azimuthDeg: fc.integer({ min: 0, max: 359 }), widthDeg: fc.constantFrom(360, 360, 120, 240) })
    .map((s): Shape => (s.widthDeg < 360 ? s : { ...s, azimuthDeg: 0 })),
  { minLength: 1, maxLength: 15 },
);
const areas = fc.array(fc.tuple(position, fc.integer({ min: 500, max: 6000 }), fc.double({ min: 0, max: 0.3, noNaN: true }), fc.boolean()), { maxLength: 4 })
  .map((drawn) => drawn.map(([at, radius, wobble, hole]) => blob(at, radius, wobble, hole, '4G', 'A').geometry));

const asRings = (f: Feature<Polygon | MultiPolygon> | null): MultiPolygonRings =>
  f ? ((f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates) as MultiPolygonRings) : [];

test('the gap of every commune is what Turf finds, in area and in pieces', () => {
  fc.assert(fc.property(shapes, areas, (discs, polygons) => {
    const cover = createCover(discs, polygons);
    const all = [...discs.map((s) => multiPolygon([[shapeRing(s)]])), ...polygons.map((p) => multiPolygon(p))];
    const covered = all.length > 1 ? union(featureCollection(all))! : all[0]!;
    for (const { geometry } of fiveCommunes()) {
      const left = cover.subtractFrom(boundaryRings(geometry), boxOfGeometry(geometry));
      const expected = asRings(difference(featureCollection<Polygon | MultiPolygon>([multiPolygon(geometry), covered])));
      const scale = areaKm2(geometry);
      const gap = left.reduce((sum, ring) => sum + ringAreaM2(ring), 0) / 1e6;
      expect(Math.abs(gap - areaKm2(expected)) / scale).toBeLessThan(1e-6);
      // Slivers of a grid's width may be there for one and not for the other.
      const sizes = (pieces: MultiPolygonRings) => pieces.map((p) => areaKm2([p])).filter((a) => a > scale * 1e-6).sort((a, b) => a - b);
      const [own, turf] = [sizes(connectedPieces(left)), sizes(expected)];
      expect(own.length).toBe(turf.length);
      own.forEach((size, i) => expect(Math.abs(size - turf[i]!) / scale).toBeLessThan(1e-6));
    }
  }), { numRuns: 60, seed: 5 });
});
