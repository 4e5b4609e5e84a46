/** By whom hamlets are served: asked before and after a scenario. */
import { type GapInput, planGaps, type QuestionSpec } from './gaps';
import { TECHNOLOGIES, type Technology } from './model';
import type { GapSettings } from './settings';
import { compareText } from './text-order';

/** Who serves a hamlet's centre. */
export interface HamletService {
  /** By anyone, also where the source does not say whose; null where no source speaks of the place. */
  served: boolean | null;
  /** In alphabetical order. */
  operators: string[];
}

/** By hamlet id: who serves its centre with any of the technologies counted, `settings.off` left out. */
export function hamletServices(input: GapInput, settings: GapSettings): Map<string, HamletService> {
  const operators = operatorsOf(input, settings);
  const of: readonly Technology[] = settings.technologies ?? TECHNOLOGIES;
  const asking = (asked: readonly string[] | null): QuestionSpec => ({ technology: 'any', of, operators: asked, off: settings.off });
  const plan = planGaps(input, settings, [asking(settings.operators), ...operators.map((operator) => asking([operator]))]);
  return new Map(
    (input.localities ?? []).map(({ localityId, position }) => [
      localityId,
      { served: plan.knows(0, position) ? plan.reaches(0, position) : null, operators: operators.filter((_, i) => plan.reaches(i + 1, position)) },
    ]),
  );
}

/** The operators asked, or all that the sources name. */
function operatorsOf({ cells, coverage, measurements, added }: GapInput, { operators }: GapSettings): string[] {
  const named = operators ?? [...(cells ?? []), ...(coverage ?? []), ...(measurements ?? []), ...(added ?? [])].flatMap((row) => row.operator ?? []);
  return [...new Set(named)].sort(compareText);
}
