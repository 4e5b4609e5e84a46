/** Receipts of the province's figures that are no sums of rows: the reported ones and what stands beside them, the largest gap. */
import { type Citation, cite, citeDifference, citeQuotient, type FigureReceipt, known } from './figure-receipt';
import type { Indicator, Technology } from './model';
import type { ProvinceRecord } from './province-record';

type Province = Citation<ProvinceRecord>;

/** A figure as it was reported, and the count of BTS or the fibre share of the data beside it. */
export function indicatorFigures(province: Province, { indicator, scope, reported }: Indicator, technology: Technology | 'any' | null): FigureReceipt[] {
  const at = ['indicators', { indicator, scope, reported }, 'value'] as const;
  return known([
    cite(province, { figure: 'indicator', unit: 'number', from: ['indicators'] }, { by: 'given' }, at),
    technology && cite(province, { figure: 'bts', unit: 'number', from: ['sites'] }, { by: 'count' }, ['bts', { technology }, 'bts']),
    technology && citeDifference(province, { figure: 'btsDifference', unit: 'number', from: ['sites', 'indicators'] }, ['bts', { technology }, 'bts'], at),
    indicator === 'communes_with_fibre_to_centre' ? citeQuotient(province, { figure: 'fibreCentres', unit: 'share', from: ['fibre', 'old-units'] }, ['fibreCentres', 'endpoints'], ['fibreCentres', 'oldUnits']) : null,
  ]);
}

/** Readings held against claims in a commune. @param code '' outside all */
export function conflictFigures(province: Province, code: string): FigureReceipt[] {
  const one = (figure: 'readings' | 'claimedButPoor' | 'usableButUnclaimed') => cite(province, { figure, unit: 'number', from: ['communes', 'coverage', 'measurements'] }, { by: 'count' }, ['conflicts', { code }, figure]);
  return known([one('readings'), one('claimedButPoor'), one('usableButUnclaimed')]);
}

/** The units until 30 June 2025, and hamlets that belong to none. */
export function oldUnitsFigures(province: Province): FigureReceipt[] {
  return known([
    cite(province, { figure: 'oldUnits', unit: 'number', from: ['old-units'] }, { by: 'count' }, ['oldUnits', 'units']),
    cite(province, { figure: 'hamletsOfNone', unit: 'number', from: ['old-units', 'communes', 'localities'] }, { by: 'count' }, ['oldUnits', 'hamletsOfNone']),
  ]);
}

/** The largest gap with pieces joined across communes. */
export function largestFigures(province: Province): FigureReceipt[] {
  const from = ['communes', 'cover'] as const;
  const { largestGap } = province.output;
  if (!largestGap) return [];
  return known([
    cite(province, { figure: 'largestKm2', unit: 'km2', from }, { by: 'piece', number: 1 }, ['largestGap', 'areaKm2']),
    cite(province, { figure: 'pole', unit: 'place', from }, { by: 'pole' }, ['largestGap', 'point']),
    cite(province, { figure: 'mastKm', unit: 'km', from: [...from, 'sites'] }, { by: 'nearest', from: largestGap.point }, ['largestGap', 'nearestSiteKm']),
    cite(province, { figure: 'fibreKm', unit: 'km', from: [...from, 'fibre', 'routes'] }, { by: 'nearest', from: largestGap.point }, ['largestGap', 'nearestFibreKm']),
  ]);
}
