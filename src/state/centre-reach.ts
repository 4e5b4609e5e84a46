/** What reaches the centre of the former unit whose sheet is open, by technology and operator. */
import { computed, effect, signal } from '@preact/signals';
import type { QuestionSpec } from '../core/gaps';
import type { Technology } from '../core/model';
import { core, project } from './project';
import { mainQuestion, offered, operators, settings } from './results';
import { openOldUnit } from './units';
import { view } from './view';

/** One row a technology: of all operators, then of each in the order of `operators`; null where no source speaks of the centre. */
export interface CentreReach {
  technology: Technology;
  all: boolean | null;
  byOperator: (boolean | null)[];
}

/** null until it is known, or where the unit has no centre. */
export const centreReach = signal<readonly CentreReach[] | null>(null);

/** Every technology, of all operators, whichever are counted elsewhere. */
export const reachQuestion = computed((): QuestionSpec => ({ ...mainQuestion.value, technology: 'any', of: offered, operators: null }));

const wanted = computed(() => {
  const point = openOldUnit.value?.centre;
  if (!point) return null;
  const { coverage, without2G } = view.value;
  const off: Technology[] = without2G ? ['2G'] : [];
  const columns: (readonly string[] | null)[] = [null, ...operators.value.map((operator) => [operator])];
  const questions = offered.flatMap((technology) => columns.map((who): QuestionSpec => ({ technology, of: [technology], operators: who, off })));
  return { point, width: columns.length, request: { coverage, settings: settings.value, questions } };
});

/** Keeps the answer in step with the sheet from now on. */
export function startCentreReach(): void {
  effect(() => {
    const data = project.value;
    const ask = wanted.value;
    centreReach.value = null;
    if (!data || !ask) return;
    void core().reach(ask.request, ask.point).then((reached) => {
      if (wanted.peek() !== ask || project.peek() !== data) return;
      centreReach.value = offered.map((technology, row) => {
        const [all, ...byOperator] = reached.slice(row * ask.width, (row + 1) * ask.width);
        return { technology, all: all!, byOperator };
      });
    });
  });
}
