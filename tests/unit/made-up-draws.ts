/** Stations, polygons and hamlets for property tests, drawn over the made-up communes. */
import fc from 'fast-check';
import type { Cell, CoverageArea, Technology } from '../../src/core/model';
import { blob, cell, locality } from './made-up';

export const position = fc.tuple(fc.double({ min: 104.95, max: 105.25, noNaN: true }), fc.double({ min: 22.75, max: 23.05, noNaN: true }));
export const technology = fc.constantFrom<Technology>('2G', '3G', '4G');
export const operator = fc.constantFrom('A', 'B', 'C');
export const cells = fc.array(
  fc.record({
    position, technology, operator,
    status: fc.constantFrom<Cell['status']>('active', 'active', 'active', 'planned', 'off'),
    radiusMeters: fc.option(fc.integer({ min: 50, max: 9000 })),
    azimuthDeg: fc.option(fc.integer({ min: 0, max: 359 })),
    beamwidthDeg: fc.option(fc.integer({ min: 10, max: 190 })),
  }).map((part) => cell(part)),
  { minLength: 1, maxLength: 25 },
);
export const coverage = fc.array(
  fc.tuple(position, fc.integer({ min: 300, max: 9000 }), fc.double({ min: 0, max: 0.3, noNaN: true }), fc.boolean(), technology, operator)
    .map((args): CoverageArea => blob(...args)),
  { minLength: 1, maxLength: 8 },
);
export const localities = fc.array(position.map((p) => locality({ position: p })), { maxLength: 12 });
