/**
 * `npm run stress:discs [-- random degenerate first]`: the exact engine against the polygon kernel, 10,000 cases at random and 5,000 on
 * purpose degenerate, each on five communes with an enclave and its hole. Exit 1 and the numbers of the cases where they disagree.
 */
import { agreement } from '../unit/disc-agreement';
import { fiveCommunes } from '../unit/made-up';
import { degenerateShapes, randomShapes, stream } from '../unit/made-up-discs';

const [random = 10_000, degenerate = 5000, first = 0] = process.argv.slice(2).map(Number);
const communes = fiveCommunes();
let failed = 0;

function run(name: string, cases: number, shapesOf: (chance: () => number) => ReturnType<typeof randomShapes>): void {
  let [asked, left, apart] = [0, 0, 0];
  for (let n = first; n < first + cases; n++) {
    const found = agreement(shapesOf(stream(n)), communes);
    asked += found.communes;
    left += found.degenerate;
    apart = Math.max(apart, found.apart);
    if (found.failures.length > 0) {
      failed++;
      console.log(`${name} case ${n}: ${found.failures.join('; ')}`);
    }
    if ((n - first + 1) % 1000 === 0) console.log(`${name}: ${n - first + 1} cases`);
  }
  console.log(`${name}: ${cases} cases, ${asked} communes, ${left} left to the kernel (${((100 * left) / asked).toFixed(2)} %), gaps apart by at most ${apart.toExponential(1)} of a commune`);
}

run('random', random, randomShapes);
run('degenerate', degenerate, (chance) => degenerateShapes(chance, communes));
process.exitCode = failed > 0 ? 1 : 0;
