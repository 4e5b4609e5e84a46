/** More from the same boundaries: by how many operators land is served, and which technology is its best. */
import type { Cover } from './cover';
import { areaKm2 } from './geodesic';
import type { GapInput } from './gaps';
import { type Commune, TECHNOLOGIES, type Technology } from './model';
import { remembered } from './once';
import { communeRegion } from './region';
import type { GapSettings } from './settings';
import { sourcesOf } from './situation';
import { coverOfPairs, type Pair, pairsOf } from './sources';
import type { RingCache } from './subtraction';
import { compareText } from './text-order';

export interface ServedLand {
  /** At [k] the land served by exactly k of the operators, km². */
  byOperatorsKm2: number[];
  /** Land whose best technology is each (a later generation is better), km²; those that occur in no source are left out. */
  bestKm2: Map<Technology, number>;
  /** Land that none of them serves, km². */
  unservedKm2: number;
  areaKm2: number;
}

export interface ServedPlan {
  /** Counted, in their order; readings that name no operator count for none. */
  operators: readonly string[];
  /** From the best on. */
  technologies: readonly Technology[];
  landOf(commune: Commune): ServedLand;
}

/**
 * Prepares the questions for the technologies and operators of the settings, the one counted over those technologies together,
 * the other over those operators. What readings say nothing of counts as not served. All follow from gaps of unions: of
 * every set of operators, so that the work doubles with each operator; of the technologies from the best downwards.
 */
export function planServed(input: GapInput, settings: GapSettings): ServedPlan {
  const pairs = pairsOf(sourcesOf(input), settings).filter(
    (p) =>
      (!settings.technologies || settings.technologies.includes(p.technology)) && !settings.off.includes(p.technology) &&
      (!settings.operators || (p.operator !== null && settings.operators.includes(p.operator))),
  );
  const rings: RingCache = new Map();
  const coverOf = (wanted: (pair: Pair) => boolean) => coverOfPairs(pairs.filter(wanted), rings);
  const operators = [...new Set(pairs.flatMap((p) => p.operator ?? []))].sort(compareText);
  const technologies = TECHNOLOGIES.filter((t) => pairs.some((p) => p.technology === t)).reverse();
  // The sets of operators as the bits of a number.
  const sets = Array.from({ length: 2 ** operators.length - 1 }, (_, i) => coverOf((p) => p.operator !== null && ((i + 1) & (1 << operators.indexOf(p.operator))) !== 0));
  const better = technologies.map((_, i) => coverOf((p) => technologies.indexOf(p.technology) <= i));
  return {
    operators,
    technologies,
    landOf: remembered((commune) => {
      const region = communeRegion(commune.geometry);
      const total = areaKm2(commune.geometry);
      const left = (cover: Cover) => Math.min(Math.max(cover.leftOf(region).areaM2 / 1e6, 0), total);
      const leftByBetter = better.map(left);
      return {
        byOperatorsKm2: exactly([total, ...sets.map(left)], operators.length),
        bestKm2: new Map(technologies.map((technology, i) => [technology, Math.max(0, (leftByBetter[i - 1] ?? total) - leftByBetter[i]!)])),
        unservedKm2: leftByBetter.at(-1) ?? total,
        areaKm2: total,
      };
    }),
  };
}

/**
 * Land by the exact number of operators that serve it, from what each set of them leaves (`left` by the set's bits). A point
 * that m of them do not serve is left by C(m, j) of the sets of j; that is inverted.
 */
function exactly(left: readonly number[], operators: number): number[] {
  const bySize: number[] = Array.from({ length: operators + 1 }, () => 0);
  left.forEach((area, set) => (bySize[bitsOf(set)]! += area));
  return Array.from({ length: operators + 1 }, (_, served) => {
    const missing = operators - served;
    let area = 0;
    for (let j = missing; j <= operators; j++) area += (-1) ** (j - missing) * choose(j, missing) * bySize[j]!;
    return Math.max(0, area);
  });
}

function bitsOf(set: number): number {
  let bits = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) bits++;
  return bits;
}

function choose(n: number, k: number): number {
  let value = 1;
  for (let i = 0; i < k; i++) value = (value * (n - i)) / (i + 1);
  return value;
}
