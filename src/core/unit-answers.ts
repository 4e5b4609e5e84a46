/** What old units need of a plan's answers, and in which commune a hamlet lies. */
import type { CommuneIndex } from './commune-index';
import type { CommuneGaps, GapPlan } from './gaps';
import type { HamletState } from './hamlets';
import type { GapRow, Locality, OldUnit } from './model';
import { type HamletsOfOldUnits, hamletsOfOldUnits } from './old-unit-hamlets';

/** Grows with each commune: `rows`, and the state of each hamlet by its id. */
export interface UnitAnswer {
  rows: GapRow[];
  /** null where the question has no data. */
  hamlets: Map<string, HamletState> | null;
  oldCentresReached: Set<string> | null;
  oldCentresUnknown: Set<string>;
}

/** The answer to a question of the plan before any commune is computed: what the old units' centres have. */
export function emptyUnitAnswer(plan: GapPlan, question: number, units: readonly OldUnit[]): UnitAnswer {
  const codesWhere = (holds: (unit: OldUnit) => boolean) => new Set(units.filter((u) => u.centre && holds(u)).map((u) => u.code));
  return {
    rows: [],
    hamlets: plan.hasData(question) ? new Map<string, HamletState>() : null,
    oldCentresReached: plan.hasData(question) ? codesWhere((u) => plan.reaches(question, u.centre!)) : null,
    oldCentresUnknown: codesWhere((u) => !plan.knows(question, u.centre!)),
  };
}

/** Adds a commune to the answer. */
export function learnCommune(answer: UnitAnswer, gaps: CommuneGaps, question: number): void {
  answer.rows.push(gaps.rows[question]!);
  gaps.localities.forEach((locality, i) => {
    const state = gaps.hamlets[question]?.[i];
    if (state) answer.hamlets?.set(locality.localityId, state);
  });
}

/** Codes of the communes of hamlets whose own code names none of those loaded, by hamlet id. */
export function communesOfStrayHamlets(localities: readonly Locality[], index: CommuneIndex): Map<string, string> {
  const codes = new Set(index.communes.map((c) => c.code));
  return new Map(localities.flatMap(({ localityId, communeCode, position }): [string, string][] => {
    const here = communeCode !== null && codes.has(communeCode) ? null : index.locate(position);
    return here ? [[localityId, here.code]] : [];
  }));
}

/** Hamlets by their old unit, each in the commune of its code, else in the one it lies in. */
export function hamletsWherever(units: readonly OldUnit[], localities: readonly Locality[], index: CommuneIndex): HamletsOfOldUnits {
  const stray = communesOfStrayHamlets(localities, index);
  return hamletsOfOldUnits(units, localities, ({ localityId, communeCode }) => stray.get(localityId) ?? communeCode);
}
