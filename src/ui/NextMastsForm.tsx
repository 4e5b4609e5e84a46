import { useSignal } from '@preact/signals';
import type { CandidateKind } from '../core/candidates';
import { TECHNOLOGIES, type Technology } from '../core/model';
import type { NextMast, NextMasts, Objective } from '../core/next-masts';
import { NO_SCENARIO } from '../core/scenario';
import { flyTo } from '../state/flight';
import { lang } from '../state/language';
import { core, project } from '../state/project';
import { unitPrices } from '../state/prices';
import { operators, settings } from '../state/results';
import { changeScenario, scenario } from '../state/scenario';
import { view } from '../state/view';
import { CommuneChips } from './CommuneChips';
import { downloadNextMasts } from './download';
import { useLongTask } from './long-task';
import { PriceFields } from './PriceFields';
import { Tag } from './Tag';

const OBJECTIVES: Objective[] = ['people', 'land', 'hamlets', 'lom'];
const CANDIDATES: CandidateKind[] = ['hamlets', 'centres', 'fibre', 'masts', 'grid'];
const GRID_METERS = 2000;

/** The best next masts among candidates, by number or under a budget, with what is proven about the choice. */
export function NextMastsForm() {
  const { text, format } = lang.value;
  const objective = useSignal<Objective>('people');
  const kinds = useSignal<readonly CandidateKind[]>(['hamlets']);
  const technologies = useSignal<readonly Technology[]>(['4G']);
  const operator = useSignal('');
  const limit = useSignal<'masts' | 'budget'>('masts');
  const count = useSignal(10);
  const budget = useSignal(0);
  const within = useSignal<string[]>([]);
  const found = useSignal<NextMasts | null>(null);
  const { progress, failure, run, stop } = useLongTask();
  const ready = technologies.value.length > 0 && kinds.value.length > 0 && (limit.value === 'masts' ? count.value >= 1 : budget.value > 0 && unitPrices.value !== null);

  const find = () => run(async (options) => {
    const wanted = operator.value === '' ? null : [operator.value];
    found.value = await core().next({
      coverage: view.value.coverage, settings: { ...settings.value, technologies: technologies.value, operators: wanted, off: view.value.without2G ? ['2G'] : [] },
      scenario: scenario.value ?? NO_SCENARIO, candidates: [...kinds.value], gridMeters: GRID_METERS,
      question: {
        objective: objective.value, technologies: technologies.value, operator: operator.value || text.scenario.newOperator,
        limit: limit.value === 'masts' ? { masts: count.value } : { budget: budget.value }, prices: unitPrices.value, within: within.value.length > 0 ? within.value : null,
      },
    }, options);
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
          <button type="submit" class="primary" disabled={!ready || progress.value !== null}>{text.next.run}</button>
          {progress.value !== null && <><progress value={progress.value} max={1} aria-label={text.next.running} /> <button type="button" class="plain" onClick={stop}>{text.cancel}</button></>}
        </p>
      </form>
      {failure.value !== null && <p role="alert" class="import-bad">{text.computeFailed(failure.value)}</p>}
      {found.value && <Found found={found.value} objective={objective.value} onUse={(masts) => use(masts)} />}
    </section>
  );

  /** Into the scenario, as masts that can be dragged and dropped. */
  function use(masts: readonly NextMast[]): void {
    changeScenario((before) => {
      const taken = new Set(before.added.map((m) => m.id));
      const added = masts.flatMap(({ candidate, cells }) => {
        const id = `next-${candidate.id}`;
        if (taken.has(id)) return [];
        const [first] = cells;
        return [{
          id, name: candidate.name, position: candidate.position, technologies: TECHNOLOGIES.filter((t) => cells.some((c) => c.technology === t)), operator: first!.operator,
          radiusMeters: first!.radiusMeters, heightM: null, eirpDbm: null, hasElectricity: candidate.hasElectricity, backhaul: null,
        }];
      });
      return { ...before, added: [...before.added, ...added] };
    });
  }

  function Found({ found: { masts, gain, bound, guarantee, method, candidates, noDataBefore }, objective: aim, onUse }: { found: NextMasts; objective: Objective; onUse: (masts: readonly NextMast[]) => void }) {
    const told = (value: number) => (aim === 'land' ? format.km2(value) : format.number(value));
    const communes = project.value!.communes;
    let sum = 0;
    return (
      <>
        <p role="status">
          <strong>{text.next.found(format.number(masts.length), told(gain), text.next.gains[aim])}</strong> {text.next.compared(format.number(candidates), text.next.methods[method])}
          {guarantee !== null && ` ${text.next.guarantee(format.percent(guarantee))}`}{bound !== null && ` ${text.next.bound(told(bound), bound > 0 ? format.percent(gain / bound) : '–')}`}
          {guarantee === null && ` ${text.next.noGuarantee}`}{noDataBefore && ` ${text.next.noDataBefore}`}
        </p>
        {masts.length > 0 && (
          <>
            <Curve gains={masts.map((m) => m.gain)} label={text.next.curve} />
            <p class="actions">
              <button type="button" class="plain bordered" onClick={() => onUse(masts)}>{text.next.use}</button>
              <button type="button" class="plain bordered" onClick={() => downloadNextMasts(found.value!)}>{text.next.export}</button>
            </p>
            <table class="plain-table">
              <thead><tr><th scope="col">{text.next.place}</th><th scope="col">{text.next.gain}</th><th scope="col">{text.next.cumulated}</th><th scope="col">{text.next.fibre}</th>{masts[0]!.cost !== null && <th scope="col">{text.next.cost}</th>}</tr></thead>
              <tbody>
                {masts.map(({ candidate, gain: own, fibreKm, cost }, i) => {
                  sum += own;
                  return (
                    <tr key={candidate.id}>
                      <th scope="row">{format.number(i + 1)}. <button type="button" class="link" onClick={() => flyTo(candidate.position, 12)}>{candidate.name}</button><small>{communes.find((c) => c.code === candidate.communeCode)?.name}{candidate.hasElectricity === false && ` · ${text.next.noPower}`}</small></th>
                      <td>{told(own)}</td><td>{told(sum)}</td><td>{fibreKm === null ? '–' : format.km(fibreKm)}</td>{masts[0]!.cost !== null && <td>{cost === null ? '–' : format.number(cost)}</td>}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </>
        )}
      </>
    );
  }
}

/** What is gained in all, mast by mast. */
function Curve({ gains, label }: { gains: readonly number[]; label: string }) {
  const total = gains.reduce((sum, g) => sum + g, 0);
  let sum = 0;
  const points = [[0, 60], ...gains.map((g, i) => { sum += g; return [((i + 1) / gains.length) * 300, 60 - (total > 0 ? sum / total : 0) * 54]; })];
  return (
    <svg class="curve" viewBox="0 0 300 62" role="img" aria-label={label}>
      <path d="M0 60H300" class="curve-axis" />
      <path d={`M${points.map(([x, y]) => `${x!.toFixed(1)} ${y!.toFixed(1)}`).join('L')}`} />
    </svg>
  );
}
