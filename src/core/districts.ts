/** The 11 districts until 30 June 2025 as a grouping of today's communes: sums of whole communes, never of parts. */
import type { Commune, GapRow, OldUnit } from './model';
import { readOldCode } from './old-code';
import { type ProvinceFigures, provinceFigures } from './province';
import { compareText } from './text-order';

/** The district that a commune is counted in, and of how many people of 2019 that is the home. */
export interface DistrictOfCommune {
  /** null where none of the old units is part of the commune. */
  district: string | null;
  /** People of 2019 by the district of their old unit, the most first: more than one where units of several districts joined. */
  people: { district: string; population: number }[];
}

export interface DistrictRow {
  /** null: communes of no district. */
  district: string | null;
  /** Codes of its communes, in the order of the rows. */
  communes: string[];
  /** Of `communes`, those with old units of other districts too. */
  mixed: string[];
  figures: ProvinceFigures;
}

/**
 * The district of each commune: where its old units lay in several, the one with most of their people. A unit that was
 * split counts in equal parts in each of its communes, since how its people divide is not published. Communes that are
 * old units themselves (`old:` codes) are in the district of their own.
 */
export function districtsOfCommunes(communes: readonly Pick<Commune, 'code'>[], units: readonly OldUnit[]): Map<string, DistrictOfCommune> {
  const byCommune = new Map<string, Map<string, number>>();
  for (const { district, population, communes: parts } of units) {
    for (const { code } of parts) {
      const people = byCommune.get(code) ?? new Map<string, number>();
      byCommune.set(code, people.set(district, (people.get(district) ?? 0) + population / parts.length));
    }
  }
  const unitByCode = new Map(units.map((unit) => [unit.code, unit]));
  return new Map(communes.map(({ code }): [string, DistrictOfCommune] => {
    const own = unitByCode.get(readOldCode(code) ?? '');
    if (own) return [code, { district: own.district, people: [{ district: own.district, population: own.population }] }];
    const people = [...(byCommune.get(code) ?? [])].map(([district, population]) => ({ district, population })).sort((a, b) => b.population - a.population || compareText(a.district, b.district));
    return [code, { district: people[0]?.district ?? null, people }];
  }));
}

/** Names of the districts in the order of their first unit. */
export function districtNames(units: readonly OldUnit[]): string[] {
  return [...new Set(units.map((unit) => unit.district))];
}

/** One row a district that has a commune among `rows`, in the order of `districtNames`; what is in none comes last. */
export function districtRows(rows: readonly GapRow[], units: readonly OldUnit[], of: ReadonlyMap<string, DistrictOfCommune>): DistrictRow[] {
  return [...districtNames(units), null].flatMap((district): DistrictRow[] => {
    const own = rows.filter((row) => (of.get(row.code)?.district ?? null) === district);
    if (own.length === 0) return [];
    const communes = own.map((row) => row.code);
    return [{ district, communes, mixed: communes.filter((code) => (of.get(code)?.people.length ?? 0) > 1), figures: provinceFigures(own) }];
  });
}
