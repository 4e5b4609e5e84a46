/** What the data give for figures that the province reports as counts. */
import type { Cell, FibreEndpoint, OldUnit, Technology } from './model';
import { TECHNOLOGIES } from './model';
import { stationKey } from './stations';

/** Active BTS of a technology, or of any that is not off, wherever they stand. */
export function activeBts(cells: readonly Cell[], technology: Technology | 'any', off: readonly Technology[]): number {
  return new Set(cells.filter((c) => c.status === 'active' && (technology === 'any' || c.technology === technology) && !off.includes(c.technology)).map(stationKey)).size;
}

/** By technology, then of any. */
export function activeBtsCounts(cells: readonly Cell[], off: readonly Technology[]): { technology: Technology | 'any'; bts: number }[] {
  return [...TECHNOLOGIES, 'any' as const].map((technology) => ({ technology, bts: activeBts(cells, technology, off) }));
}

/** Fibre endpoints that stand for centres of old units, of all old units; `share` is null without any unit. */
export function fibreCentres(fibre: readonly FibreEndpoint[], units: readonly OldUnit[]): { endpoints: number; oldUnits: number; share: number | null } {
  const endpoints = new Set(fibre.map((f) => f.fibreId)).size;
  return { endpoints, oldUnits: units.length, share: units.length > 0 ? endpoints / units.length : null };
}
