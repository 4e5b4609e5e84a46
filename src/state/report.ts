/** Everything about the commune whose sheet is open, for the technologies and operators chosen. */
import { computed, effect, signal } from '@preact/signals';
import type { CommuneReport, ReportScope } from '../core/commune-report';
import { core, project } from './project';
import { coveringOperators, mainQuestion, settings } from './results';
import { view } from './view';

/** null: no sheet is open, or it is not computed yet. */
export const communeReport = signal<CommuneReport | null>(null);

const scope = computed((): ReportScope => {
  const { of, operators: together, off } = mainQuestion.value;
  return { of, operators: together, each: coveringOperators.value.filter((o) => !together || together.includes(o)), off };
});

/** Keeps the report in step with the view from now on. */
export function startReports(): void {
  let running: AbortController | null = null;
  const wanted = computed(() => (view.value.commune === null ? null : JSON.stringify([view.value.commune, view.value.coverage, scope.value, settings.value])));
  effect(() => {
    const data = project.value;
    const asked = wanted.value;
    running?.abort();
    communeReport.value = null;
    if (!data || asked === null) return;
    const { commune, coverage } = view.peek();
    if (!data.communes.some((c) => c.code === commune)) return;
    const controller = new AbortController();
    running = controller;
    core().report({ coverage, settings: settings.peek(), scope: scope.peek(), code: commune! }, { signal: controller.signal }).then(
      (report) => { communeReport.value = report; },
      (error: unknown) => { if (!controller.signal.aborted) console.info(error); },
    );
  });
}
