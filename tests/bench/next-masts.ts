/**
 * The next 20 masts among 2,000 candidates: by this engine; by plain greedy on the same gains, which must choose the same;
 * and by a full run of the gaps for every candidate every time, its time taken from a few of the 39,810 runs that it would
 * take. On a few candidates the full runs are carried through, and must choose the same too.
 */
import { candidatesOf, type Candidate } from '../../src/core/candidates';
import { type GapInput, planGaps, type QuestionSpec } from '../../src/core/gaps';
import { type Choice, type GainField, plainGreedy } from '../../src/core/greedy';
import { coverGains } from '../../src/core/mast-gains';
import type { Cell } from '../../src/core/model';
import { nextMasts, type NextMastsQuestion } from '../../src/core/next-masts';
import { boundaryRings } from '../../src/core/overlay';
import { cellsOfMast } from '../../src/core/scenario';
import { servedShape } from '../../src/core/radius-model';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { finished } from '../../src/core/steps';
import { readBundledFibre, readBundledLocalities, readBundledSites, type Gazetteer } from '../../src/formats/bundled';

const CANDIDATES = 2000;
const MASTS = 20;
const RUNS = 5;
/** Full runs carried through: so many masts among so many candidates. */
const FEW = { candidates: 12, masts: 3 };

const SPEC: QuestionSpec = { technology: '4G', of: ['4G'], operators: null, off: [] };

function cellOf({ id, name, position }: Candidate): Cell[] {
  return cellsOfMast({ id: `NEW-${id}`, name, position, technologies: ['4G'], operator: 'new', radiusMeters: null, heightM: null, eirpDbm: null, hasElectricity: null, backhaul: null });
}

/** What a mast gains, each time by all the gaps of the province anew. */
function fullRuns(input: GapInput, candidates: readonly Candidate[], objective: 'land' | 'people'): GainField {
  const taken: Cell[] = [];
  const open = (added: Cell[]) => {
    const plan = planGaps({ ...input, added }, DEFAULT_SETTINGS, [SPEC]);
    return plan.communes.reduce((sum, commune) => {
      const row = plan.gapsOf(commune).rows[0]!;
      return sum + (objective === 'land' ? row.gapKm2! : row.populationGap!);
    }, 0);
  };
  let now = open(taken);
  return {
    count: candidates.length, noise: 0, possible: now, meets: () => true,
    gain: (candidate) => now - open([...taken, ...cellOf(candidates[candidate]!)]),
    take(candidate) {
      taken.push(...cellOf(candidates[candidate]!));
      now = open(taken);
    },
  };
}

/** The gains that `nextMasts` decides by. */
function ownGains(input: GapInput, candidates: readonly Candidate[], objective: 'land' | 'people'): GainField {
  const plan = planGaps(input, DEFAULT_SETTINGS, [SPEC]);
  const gaps = plan.communes.map((commune) => plan.gapsOf(commune));
  const hamlets = gaps.flatMap(({ localities, hamlets: states }) => localities.filter((_, i) => states[0]?.[i] === 'trang').map((h) => ({ position: h.position, weight: h.population ?? 0 })));
  return coverGains(
    candidates.map((c) => cellOf(c).map((cell) => servedShape(cell, DEFAULT_SETTINGS)!)),
    objective === 'land' ? gaps.map(({ shapesOf }) => ({ rings: boundaryRings(shapesOf(0).gap), weight: 1 })) : [],
    objective === 'people' ? hamlets : [],
  );
}

function seconds<T>(work: () => T): { seconds: number; result: T } {
  const start = performance.now();
  const result = work();
  return { seconds: (performance.now() - start) / 1000, result };
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
const same = (ids: string[], choices: Choice[], candidates: readonly Candidate[]) => ids.join() === choices.map((c) => candidates[c.candidate]!.id).join();

export function benchNextMasts(gazetteer: Gazetteer, text: (name: string) => string): void {
  const input: GapInput = {
    communes: gazetteer.communes, cells: readBundledSites(text('sites.csv'), gazetteer), coverage: null, measurements: null,
    localities: readBundledLocalities(text('localities.csv'), gazetteer), fibre: readBundledFibre(text('fibre.json')), bundled: true,
  };
  const candidates = candidatesOf('hamlets', input, [], gazetteer.index, { technologies: ['4G'], operators: null, gridMeters: 2000 }).slice(0, CANDIDATES);
  for (const objective of ['land', 'people'] as const) {
    const question = (masts: number): NextMastsQuestion => ({ objective, technologies: ['4G'], operator: 'new', limit: { masts }, prices: null, within: null });
    const ids = (list: readonly Candidate[], masts: number) => finished(nextMasts(input, DEFAULT_SETTINGS, list, question(masts))).masts.map((m) => m.candidate.id);
    const own = Array.from({ length: RUNS }, () => seconds(() => ids(candidates, MASTS)));
    const plain = seconds(() => plainGreedy(ownGains(input, candidates, objective), { most: MASTS }));
    // Land needs no hamlets: the full run is the leanest that answers the question.
    const lean = objective === 'land' ? { ...input, localities: null } : input;
    const full = fullRuns(lean, candidates, objective);
    const oneRun = median(Array.from({ length: RUNS * 2 }, (_, i) => seconds(() => full.gain(i * 97)).seconds));
    const runs = Array.from({ length: MASTS }, (_, i) => candidates.length - i).reduce((a, b) => a + b, 0);
    const few = candidates.filter((_, i) => i % Math.floor(candidates.length / FEW.candidates) === 0).slice(0, FEW.candidates);
    const carried = plainGreedy(fullRuns(lean, few, objective), { most: FEW.masts });

    const ownSeconds = median(own.map((o) => o.seconds));
    const chosen = own[0]!.result;
    console.log(`\nnext ${MASTS} masts among ${candidates.length} candidates, for ${objective}`);
    console.log(`  this engine                ${ownSeconds.toFixed(2)} s   (first run ${own[0]!.seconds.toFixed(2)} s; its last step, the figures by the engine, included)`);
    console.log(`  plain greedy, same gains   ${plain.seconds.toFixed(2)} s   plain/engine ${(plain.seconds / ownSeconds).toFixed(1)}   same choice: ${same(chosen, plain.result, candidates)}`);
    console.log(`  a full run each time       ${(oneRun * runs).toFixed(0)} s   full/engine ${(((oneRun * runs) / ownSeconds)).toFixed(0)}   (${runs} runs of ${(oneRun * 1000).toFixed(0)} ms)`);
    console.log(`  full runs carried through  ${FEW.masts} masts among ${FEW.candidates}: same choice: ${same(ids(few, FEW.masts), carried, few)}`);
  }
}
