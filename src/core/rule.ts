/** The rule that a count follows, to stand beside it. */
import type { QuestionSpec } from './gaps';
import type { CoverageKind, Technology } from './model';
import type { GapSettings, LomRule, MeasuredRule } from './settings';

export interface RuleInForce {
  /** Technologies counted together. */
  technologies: readonly Technology[];
  off: readonly Technology[];
  /** null: all. */
  operators: readonly string[] | null;
  kinds: readonly CoverageKind[];
  /** Of the technologies counted and not off; empty where no coverage is modelled. A station's own radius wins. */
  radiusMeters: readonly { technology: Technology; meters: number }[];
  lom: LomRule;
  /** null where no coverage is measured. */
  measured: MeasuredRule | null;
}

/** @param kinds of the coverage that the figures come from */
export function ruleInForce(question: QuestionSpec, settings: GapSettings, kinds: readonly CoverageKind[]): RuleInForce {
  const { of, off, operators } = question;
  return {
    technologies: of,
    off,
    operators,
    kinds,
    radiusMeters: kinds.includes('modelled') ? of.filter((t) => !off.includes(t)).map((technology) => ({ technology, meters: settings.radiusMeters[technology] })) : [],
    lom: settings.lom,
    measured: kinds.includes('measured') ? settings.measured : null,
  };
}
