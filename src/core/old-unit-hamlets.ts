/** Which hamlet belonged to which unit until 30 June 2025, and how that is known. */
import type { Locality, OldUnit } from './model';
import { nearest } from './nearest';

/**
 * `named`: the file says it. `only`: the commune of 2025 is made of this unit alone. `nearest-centre`: of the commune's
 * units, the one whose centre is nearest; an assignment, not a fact.
 */
export type Belonging = 'named' | 'only' | 'nearest-centre';

export interface OldUnitHamlet {
  locality: Locality;
  by: Belonging;
}

export interface HamletsOfOldUnits {
  /** By five-digit code; every unit given is there, in the order given. */
  byUnit: ReadonlyMap<string, readonly OldUnitHamlet[]>;
  /** Those of no unit: their commune is not known, is none of the units' or has no unit with a centre. */
  without: readonly Locality[];
}

/** @param communeOf the code of the commune of 2025 that a hamlet lies in; null where it is in none */
export function hamletsOfOldUnits(units: readonly OldUnit[], localities: readonly Locality[], communeOf: (locality: Locality) => string | null): HamletsOfOldUnits {
  const byUnit = new Map<string, OldUnitHamlet[]>(units.map((unit) => [unit.code, []]));
  const unitsOfCommune = new Map<string, OldUnit[]>();
  for (const unit of units) {
    for (const { code } of unit.communes) {
      const list = unitsOfCommune.get(code);
      if (list) list.push(unit);
      else unitsOfCommune.set(code, [unit]);
    }
  }
  const without: Locality[] = [];
  for (const locality of localities) {
    const named = locality.oldUnitCode ? byUnit.get(locality.oldUnitCode) : undefined;
    if (named) {
      named.push({ locality, by: 'named' });
      continue;
    }
    const unit = unitByCommune(unitsOfCommune.get(communeOf(locality) ?? '') ?? [], locality);
    if (unit) byUnit.get(unit.of.code)!.push({ locality, by: unit.by });
    else without.push(locality);
  }
  return { byUnit, without };
}

/** @param candidates the units that the hamlet's commune is made of */
function unitByCommune(candidates: readonly OldUnit[], { position }: Locality): { of: OldUnit; by: Belonging } | null {
  if (candidates.length === 1) return { of: candidates[0]!, by: 'only' };
  const withCentre = candidates.filter(({ centre }) => centre);
  const found = nearest(position, withCentre.map(({ centre }) => centre!));
  return found && { of: withCentre[found.index]!, by: 'nearest-centre' };
}
