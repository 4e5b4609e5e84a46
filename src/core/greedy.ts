/**
 * Choosing places one after the other, each time the one that gains most. For gains that only shrink as more is taken
 * (submodular) a gain computed earlier bounds the present one, so that most candidates need not be looked at again
 * (Minoux 1978), and the choice is at least 1 − 1/e of the best possible (Nemhauser, Wolsey, Fisher 1978). Under a budget
 * the better of gain per cost and the best single place is at least ½ (1 − 1/e) of it (Khuller, Moss, Naor 1999).
 */

import type { Steps } from './steps';

export interface GainField {
  /** Candidates are 0 … count − 1; of equals the earlier is taken. */
  readonly count: number;
  /** What the candidate would add to all that was taken so far; the same until something is taken that meets it. */
  gain(candidate: number): number;
  take(candidate: number): void;
  /** Whether taking one can change the gain of the other. */
  meets(one: number, other: number): boolean;
  /** Gains never grow as more is taken, but by rounding: by at most this. null: they may grow. */
  readonly noise: number | null;
  /** What all places of the world together could add. */
  readonly possible: number;
}

/** A number of places, or costs and what they may come to together. */
export type GreedyLimit = { most: number } | { costs: readonly number[]; budget: number };

export interface Choice {
  candidate: number;
  gain: number;
}

export type GreedyMethod = 'greedy' | 'gain-per-cost' | 'best-single';

export interface GreedyResult {
  choices: Choice[];
  method: GreedyMethod;
  /** No choice within the limit can gain more; null where gains may grow and nothing is known. */
  bound: number | null;
  /** Least share of the best possible that the method reaches; null where none is proven. */
  guarantee: number | null;
  /** How often a gain was computed. */
  evaluations: number;
}

const GUARANTEE_NUMBER = 1 - 1 / Math.E;
const GUARANTEE_BUDGET = GUARANTEE_NUMBER / 2;
/** Gains computed between two signs of life. */
const EVALUATIONS_A_STEP = 20;
/** Of the work, what the first look at every candidate takes. */
const START_SHARE = 0.6;

/** The greedy choice. */
export function* greedy(field: GainField, limit: GreedyLimit): Steps<GreedyResult> {
  const { noise } = field;
  const gains = new Float64Array(field.count);
  const isStale = new Uint8Array(field.count).fill(1);
  const cost = costOf(limit);
  const choices: Choice[] = [];
  let evaluations = 0;
  const whole = 'budget' in limit ? limit.budget : limit.most;
  let left = whole;
  const done = () => START_SHARE + (1 - START_SHARE) * (1 - left / whole);

  const evaluate = (candidate: number) => {
    gains[candidate] = field.gain(candidate);
    isStale[candidate] = 0;
    evaluations++;
  };
  for (let candidate = 0; candidate < field.count; candidate++) {
    evaluate(candidate);
    if (evaluations % EVALUATIONS_A_STEP === 0) yield (START_SHARE * evaluations) / field.count;
  }
  const boundAtStart = noise === null ? null : boundOver(gains, noise, limit);
  const single = 'budget' in limit ? bestSingle(gains, limit) : null;

  const open = new Set<number>(gains.keys());
  while (left > 0) {
    // A gain that may have changed is at most what it was; where even that is not known, it is looked at first.
    const promise = (candidate: number) => (isStale[candidate] ? (noise === null ? Infinity : gains[candidate]! + noise) : gains[candidate]!) / cost(candidate);
    const queue = createQueue(promise);
    for (const candidate of open) {
      if (cost(candidate) > left) open.delete(candidate);
      else if (isStale[candidate] || gains[candidate]! > 0) queue.push(candidate);
    }
    let top = queue.pop();
    while (top !== undefined && isStale[top]) {
      evaluate(top);
      queue.push(top);
      top = queue.pop();
      if (evaluations % EVALUATIONS_A_STEP === 0) yield done();
    }
    if (top === undefined || !(gains[top]! > 0)) break;
    const chosen = top;
    choices.push({ candidate: chosen, gain: gains[chosen]! });
    open.delete(chosen);
    left -= cost(chosen);
    field.take(chosen);
    for (const candidate of gains.keys()) if (field.meets(chosen, candidate)) isStale[candidate] = 1;
    yield done();
  }

  const gained = choices.reduce((sum, choice) => sum + choice.gain, 0);
  let bound: number | null = null;
  if (boundAtStart !== null) {
    for (const candidate of gains.keys()) {
      if (isStale[candidate]) evaluate(candidate);
      if (evaluations % EVALUATIONS_A_STEP === 0) yield done();
    }
    bound = Math.max(gained, Math.min(field.possible, boundAtStart, gained + boundOver(gains, noise!, limit)));
  }
  if (single && single.gain > gained) return { choices: [single], method: 'best-single', bound: bound === null ? null : Math.max(bound, single.gain), guarantee: noise === null ? null : GUARANTEE_BUDGET, evaluations };
  const method = 'budget' in limit ? 'gain-per-cost' : 'greedy';
  return { choices, method, bound, guarantee: noise === null ? null : method === 'greedy' ? GUARANTEE_NUMBER : GUARANTEE_BUDGET, evaluations };
}

/** The same choices by looking at every candidate every time: what the quick way is held against. */
export function plainGreedy(field: GainField, limit: GreedyLimit): Choice[] {
  const cost = costOf(limit);
  const open = new Set<number>(Array.from({ length: field.count }, (_, candidate) => candidate));
  const choices: Choice[] = [];
  let left = 'budget' in limit ? limit.budget : limit.most;
  for (;;) {
    let best: Choice | null = null;
    for (const candidate of open) {
      if (cost(candidate) > left) continue;
      const gain = field.gain(candidate);
      if (gain > 0 && (!best || gain / cost(candidate) > best.gain / cost(best.candidate))) best = { candidate, gain };
    }
    if (!best) return choices;
    choices.push(best);
    open.delete(best.candidate);
    left -= cost(best.candidate);
    field.take(best.candidate);
  }
}

function costOf(limit: GreedyLimit): (candidate: number) => number {
  return 'costs' in limit ? (candidate) => limit.costs[candidate]! : () => 1;
}

/** The most that the gains can come to within the limit, parts of places allowed: no set of places gains more. */
function boundOver(gains: Float64Array, noise: number, limit: GreedyLimit): number {
  const cost = costOf(limit);
  let left = 'budget' in limit ? limit.budget : limit.most;
  let sum = 0;
  const worth = [...gains.keys()].filter((candidate) => gains[candidate]! + noise > 0 && cost(candidate) <= left);
  worth.sort((a, b) => (gains[b]! + noise) / cost(b) - (gains[a]! + noise) / cost(a));
  for (const candidate of worth) {
    const share = Math.min(1, left / cost(candidate));
    sum += (gains[candidate]! + noise) * share;
    left -= cost(candidate) * share;
    if (left <= 0) break;
  }
  return sum;
}

function bestSingle(gains: Float64Array, limit: { costs: readonly number[]; budget: number }): Choice | null {
  let best: Choice | null = null;
  gains.forEach((gain, candidate) => {
    if (gain > (best?.gain ?? 0) && limit.costs[candidate]! <= limit.budget) best = { candidate, gain };
  });
  return best;
}

interface Queue {
  push(candidate: number): void;
  /** The candidate of the greatest value when it was pushed; of equals the earliest. */
  pop(): number | undefined;
}

/** A binary heap. */
function createQueue(valueOf: (candidate: number) => number): Queue {
  const heap: { candidate: number; value: number }[] = [];
  const before = (a: number, b: number) => {
    const [one, other] = [heap[a]!, heap[b]!];
    return one.value > other.value || (one.value === other.value && one.candidate < other.candidate);
  };
  const swap = (a: number, b: number) => ([heap[a], heap[b]] = [heap[b]!, heap[a]!]);
  return {
    push(candidate) {
      let at = heap.push({ candidate, value: valueOf(candidate) }) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!before(at, parent)) return;
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      if (heap.length === 0) return undefined;
      swap(0, heap.length - 1);
      const { candidate } = heap.pop()!;
      for (let at = 0; ;) {
        let first = at;
        for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && before(child, first)) first = child;
        if (first === at) return candidate;
        swap(at, first);
        at = first;
      }
    },
  };
}
