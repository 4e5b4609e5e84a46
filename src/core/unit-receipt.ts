/** Receipts of the figures of old units and of districts, as `lomsong gaps --units …` gives them. */
import { type Citation, cite, citeQuotient, citeSum, type FigureMaking, type FigureName, type FigureReceipt, type FigureUnit, known, type Said } from './figure-receipt';
import type { FigurePath } from './figure-path';
import type { DistrictRecord, OldUnitRecord } from './unit-records';

const HAMLETS = ['old-units', 'communes', 'localities', 'cover'] as const;

/** All that the table and the sheet say of a unit. @param code `old:00733` */
export function oldUnitFigures(units: Citation<readonly OldUnitRecord[]>, code: string): FigureReceipt[] {
  const unit = units.output.find((u) => u.code === code);
  if (!unit) return [];
  const at: FigurePath = [{ code, technology: unit.technology, operator: unit.operator }];
  const byLand = unit.basis === 'land';
  const making: FigureMaking = byLand ? { by: 'count' } : { by: 'hamlets-of-unit', count: unit.hamlets ?? 0 };
  const one = (figure: FigureName, unitOf: FigureUnit, key: keyof OldUnitRecord, how: FigureMaking, from: Said['from']) => cite(units, { figure, unit: unitOf, from }, how, [...at, key]);
  const { centre, nearestMast, nearestFibre } = unit;
  return known([
    one('peopleTrang', 'number', 'peopleTrang', making, HAMLETS),
    one('hamletsTrang', 'number', 'hamletsTrang', making, HAMLETS),
    one('hamletsLom', 'number', 'hamletsLom', making, HAMLETS),
    one('hamletsOther', 'number', 'hamletsOther', making, HAMLETS),
    one('hamlets', 'number', 'hamlets', { by: 'count' }, ['old-units', 'communes', 'localities']),
    unit.hamletsAssigned > 0 ? one('hamletsAssigned', 'number', 'hamletsAssigned', { by: 'count' }, ['old-units', 'communes', 'localities']) : null,
    unit.peopleMissing > 0 ? one('peopleMissing', 'number', 'peopleMissing', { by: 'count' }, ['localities']) : null,
    byLand ? citeQuotient(units, { figure: 'gapShare', unit: 'share', from: ['communes', 'cover'] }, [...at, 'gapKm2'], [...at, 'areaKm2']) : null,
    one('gapKm2', 'km2', 'gapKm2', { by: 'area' }, ['communes', 'cover']),
    one('areaKm2', 'km2', 'areaKm2', { by: 'area' }, ['communes']),
    one('centreSignal', 'signal', 'centreSignal', { by: 'reaching' }, ['old-units', 'cover']),
    one('reachedBy', 'list', 'centreReachedBy', { by: 'reaching' }, ['old-units', 'cover']),
    centre && nearestMast && cite(units, { figure: 'mastKm', unit: 'km', from: ['old-units', 'sites'] }, { by: 'distance', from: centre, to: { name: nearestMast.name || nearestMast.siteId, position: nearestMast.position } }, [...at, 'nearestMast', 'km']),
    centre && nearestFibre && cite(units, { figure: 'fibreKm', unit: 'km', from: ['old-units', 'fibre', 'routes'] }, { by: 'distance', from: centre, to: nearestFibre.position && { name: nearestFibre.name || nearestFibre.fibreId!, position: nearestFibre.position } }, [...at, 'nearestFibre', 'km']),
    one('population2019', 'number', 'population2019', { by: 'given' }, ['old-units']),
    unit.centreKmOutside > 0 ? one('kmOutside', 'km', 'centreKmOutside', { by: 'given' }, ['old-units', 'communes']) : null,
  ]);
}

/** Signal at the centre of a unit by technology, of all operators and of each. */
export function reachFigures(units: Citation<readonly Pick<OldUnitRecord, 'code' | 'technology' | 'operator' | 'centreSignal'>[]>): FigureReceipt[] {
  return known(units.output.map(({ code, technology, operator }) => {
    const of = operator === '*' ? technology : `${technology} · ${operator}`;
    return cite(units, { figure: 'centreSignal', unit: 'signal', from: ['old-units', 'cover'], of }, { by: 'reaching' }, [{ code, technology, operator }, 'centreSignal']);
  }));
}

/** How the hamlets of all units came to theirs. */
export function belongingFigures(units: Citation<readonly OldUnitRecord[]>): FigureReceipt[] {
  const [first] = units.output;
  if (!first) return [];
  const every = { technology: first.technology, operator: first.operator };
  const one = (figure: 'hamlets' | 'hamletsNamed' | 'hamletsAssigned') => citeSum(units, { figure, unit: 'number', from: ['old-units', 'communes', 'localities'] }, [{ every }, figure]);
  return known([one('hamlets'), one('hamletsNamed'), one('hamletsAssigned')]);
}

/** State and people of each hamlet of a unit. */
export function hamletsOfUnitFigures(units: Citation<readonly OldUnitRecord[]>, code: string): FigureReceipt[] {
  const unit = units.output.find((u) => u.code === code);
  if (!unit) return [];
  const at: FigurePath = [{ code, technology: unit.technology, operator: unit.operator }, 'hamletList'];
  return known(unit.hamletList.flatMap(({ localityId, name: of }) => [
    cite(units, { figure: 'people', unit: 'number', from: ['localities'], of }, { by: 'given' }, [...at, { localityId }, 'population']),
    cite(units, { figure: 'state', unit: 'state', from: ['communes', 'localities', 'cover'], of }, { by: 'reaching' }, [...at, { localityId }, 'state']),
  ]));
}

/** All that the table says of a district. @param district null: communes of no district */
export function districtFigures(districts: Citation<readonly DistrictRecord[]>, district: string | null): FigureReceipt[] {
  const row = districts.output.find((d) => d.district === district);
  if (!row) return [];
  const at: FigurePath = [{ district, technology: row.technology, operator: row.operator }];
  const sum: FigureMaking = { by: 'sum-of-communes', communes: row.communes };
  const one = (figure: FigureName, unit: FigureUnit, key: keyof DistrictRecord, from: Said['from'], how: FigureMaking = sum) => cite(districts, { figure, unit, from: ['old-units', 'communes', ...from] }, how, [...at, key]);
  return known([
    citeQuotient(districts, { figure: 'gapShare', unit: 'share', from: ['old-units', 'communes', 'cover'] }, [...at, 'gapKm2'], [...at, 'areaKm2']),
    one('gapKm2', 'km2', 'gapKm2', ['cover']),
    one('peopleTrang', 'number', 'populationGap', ['localities', 'cover']),
    one('hamletsTrang', 'number', 'localitiesTrang', ['localities', 'cover']),
    one('hamletsLom', 'number', 'localitiesLom', ['localities', 'cover']),
    one('hamlets', 'number', 'localities', ['localities']),
    one('bts', 'number', 'bts', ['sites']),
    one('areaKm2', 'km2', 'areaKm2', []),
    one('population', 'number', 'population', ['localities']),
    one('communes', 'number', 'communes', [], { by: 'count' }),
    row.communesOfSeveralDistricts > 0 ? one('communesOfSeveral', 'number', 'communesOfSeveralDistricts', [], { by: 'count' }) : null,
  ]);
}

/** People of 2019 that decide the district of a commune of several, by district. @param nameOf of a commune's code */
export function districtPeopleFigures(districts: Citation<readonly DistrictRecord[]>, code: string): FigureReceipt[] {
  const row = districts.output.find((d) => d.mixed.some((m) => m.code === code));
  const mixed = row?.mixed.find((m) => m.code === code);
  if (!row || !mixed) return [];
  const at: FigurePath = [{ district: row.district, technology: row.technology, operator: row.operator }, 'mixed', { code }, 'people'];
  return known(mixed.people.map(({ district }) => cite(districts, { figure: 'districtPeople', unit: 'number', from: ['old-units'], of: district }, { by: 'split-people' }, [...at, { district }, 'population'])));
}
