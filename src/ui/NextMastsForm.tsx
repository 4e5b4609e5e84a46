import { useSignal } from '@preact/signals';
import type { CandidateKind } from '../core/candidates';
import { TECHNOLOGIES, type Technology } from '../core/model';
import type { Objective } from '../core/next-masts';
import { NO_SCENARIO } from '../core/scenario';
import { lang } from '../state/language';
import { core } from '../state/project';
import { dropProposal, proposal, propose } from '../state/proposal';
import { unitPrices } from '../state/prices';
import { operators, settings } from '../state/results';
import { view } from '../state/view';
import type { NextMastsRequest } from '../worker/protocol';
import { CommuneChips } from './CommuneChips';
import { useLongTask } from './long-task';
import { NextMastsList } from './NextMastsList';
import { PriceFields } from './PriceFields';
import { RestingButton } from './RestingButton';
import { Tag } from './Tag';
import { failureWords } from './wording';

const OBJECTIVES: Objective[] = ['people', 'land', 'hamlets', 'lom'];
const CANDIDATES: CandidateKind[] = ['hamlets', 'centres', 'fibre', 'masts', 'grid'];
const GRID_METERS = 2000;

/** The best next masts among candidates, by number or under a budget, with what is proven about the choice. */
export function NextMastsForm() {
  const { text } = lang.value;
  const objective = useSignal<Objective>('people');
  const kinds = useSignal<readonly CandidateKind[]>(['hamlets']);
  const technologies = useSignal<readonly Technology[]>(['4G']);
  const operator = useSignal('');
  const limit = useSignal<'masts' | 'budget'>('masts');
  const count = useSignal(10);
  const budget = useSignal(0);
  const within = useSignal<string[]>([]);
  const { progress, failure, run, stop } = useLongTask();
  const ready = technologies.value.length > 0 && kinds.value.length > 0 && (limit.value === 'masts' ? count.value >= 1 : budget.value > 0 && unitPrices.value !== null);

  const find = () => run(async (options) => {
    const wanted = operator.value === '' ? null : [operator.value];
    const request: NextMastsRequest = {
      coverage: view.value.coverage, settings: { ...settings.value, technologies: technologies.value, operators: wanted, off: view.value.without2G ? ['2G'] : [] },
      scenario: view.value.scenario ?? NO_SCENARIO, candidates: [...kinds.value], gridMeters: GRID_METERS,
      question: {
        objective: objective.value, technologies: technologies.value, operator: operator.value || text.scenario.newOperator,
        limit: limit.value === 'masts' ? { masts: count.value } : { budget: budget.value }, prices: unitPrices.value, within: within.value.length > 0 ? within.value : null,
      },
    };
    dropProposal();
    propose(request, await core().next(request, options));
  });
  const number = (label: string, value: number | undefined, onChange: (value: number) => void, min = 0) => (
    <label class="number-field"><span>{label}</span><input type="number" min={min} step="any" value={value === undefined ? '' : String(value)} onChange={(e) => onChange(e.currentTarget.valueAsNumber || 0)} /></label>
  );
  return (
    <section>
      <h2>{text.next.title} <Tag nature="modelled" /></h2>
      <form onSubmit={(e) => { e.preventDefault(); void find(); }}>
        <label class="select-row">{text.next.objective}{' '}
          <select value={objective.value} onChange={(e) => (objective.value = e.currentTarget.value as Objective)}>{OBJECTIVES.map((o) => <option key={o} value={o}>{text.next.objectives[o]}</option>)}</select>
        </label>
        <fieldset class="choice choice-inline">
          <legend>{text.next.candidates}</legend>
          {CANDIDATES.map((k) => <label key={k}><input type="checkbox" checked={kinds.value.includes(k)} onChange={(e) => { const on = e.currentTarget.checked; kinds.value = CANDIDATES.filter((o) => (o === k ? on : kinds.value.includes(o))); }} /> {text.next.kinds[k]}</label>)}
        </fieldset>
        <fieldset class="choice choice-inline">
          <legend>{text.technologies}</legend>
          {TECHNOLOGIES.map((t) => <label key={t}><input type="checkbox" checked={technologies.value.includes(t)} onChange={(e) => { const on = e.currentTarget.checked; technologies.value = TECHNOLOGIES.filter((o) => (o === t ? on : technologies.value.includes(o))); }} /> {t}</label>)}
        </fieldset>
        <label class="select-row">{text.sheet.operator}{' '}
          <select value={operator.value} onChange={(e) => (operator.value = e.currentTarget.value)}><option value="">{text.allOperators}</option>{operators.value.map((o) => <option key={o} value={o}>{o}</option>)}</select>
        </label>
        <fieldset class="choice choice-inline">
          <legend>{text.next.limit}</legend>
          <label><input type="radio" name="next-limit" checked={limit.value === 'masts'} onChange={() => (limit.value = 'masts')} /> {text.next.byCount}</label>
          <label><input type="radio" name="next-limit" checked={limit.value === 'budget'} onChange={() => (limit.value = 'budget')} /> {text.next.byBudget}</label>
        </fieldset>
        {limit.value === 'masts' ? number(text.next.count, count.value, (v) => (count.value = Math.max(1, Math.min(200, Math.round(v)))), 1) : number(text.next.budget, budget.value, (v) => (budget.value = v))}
        <PriceFields open={limit.value === 'budget'} />
        <CommuneChips label={text.next.within} codes={within.value} onChange={(codes) => (within.value = codes)} />
        <p class="actions">
          <RestingButton type="submit" class="primary" resting={!ready || progress.value !== null}>{text.next.run}</RestingButton>
          {progress.value !== null && <><progress value={progress.value} max={1} aria-label={text.next.running} /> <button type="button" class="plain" onClick={stop}>{text.cancel}</button></>}
        </p>
      </form>
      {failure.value !== null && <p role="alert" class="import-bad">{text.computeFailed(failureWords(failure.value))}</p>}
      {proposal.value && <NextMastsList proposal={proposal.value} />}
    </section>
  );
}
