import { useLayoutEffect, useRef } from 'preact/hooks';
import type { NeedFigures } from '../core/scenario-difference';
import { flyTo } from '../state/flight';
import { lang } from '../state/language';
import { project } from '../state/project';
import { addedOf, dropProposal, pickedMast, type Proposal, proposalOutdated, proposalStep, showStep, stepDrawing, stepFailure } from '../state/proposal';
import { mainQuestion } from '../state/results';
import { changeScenario } from '../state/scenario';
import { RestingButton } from './RestingButton';
import { downloadNextMasts, RANK_FORMATS } from './scenario-download';
import { ScenarioWhy } from './ScenarioWhy';
import { failureWords, technologyList } from './wording';

const FOUND = ['gain', 'guarantee', 'bound', 'candidates'] as const;
const MOMENTS = ['difference', 'before', 'after'] as const;
const FIGURES = ['gapKm2', 'populationGap', 'localitiesTrang', 'localitiesLom'] as const satisfies (keyof NeedFigures)[];

/** The masts proposed: what is proven, each with its gain, and the map step by step. */
export function NextMastsList({ proposal }: { proposal: Proposal }) {
  const { text, format } = lang.value;
  const { found: { masts, gain, bound, guarantee, method, candidates, noDataBefore }, request, answers, context } = proposal;
  const aim = request.question.objective;
  const told = (value: number) => (aim === 'land' ? format.km2(value) : format.number(value));
  const communes = project.value!.communes;
  const rows = useRef<HTMLTableSectionElement>(null);
  const picked = pickedMast.value;
  // Of the layout: later it would take the keyboard from a reader who has gone on meanwhile.
  useLayoutEffect(() => {
    const row = picked === null ? null : rows.current?.rows[picked - 1];
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector('button')?.focus({ preventScroll: true });
  }, [picked]);
  let sum = 0;
  return (
    <>
      <p role="status">
        <strong>{text.next.found(format.number(masts.length), told(gain), text.next.gains[aim])}</strong> {text.next.compared(format.number(candidates), text.next.methods[method])}
        {guarantee !== null && ` ${text.next.guarantee(format.percent(guarantee))}`}{bound !== null && ` ${text.next.bound(told(bound), bound > 0 ? format.percent(gain / bound) : '–')}`}
        {guarantee === null && ` ${text.next.noGuarantee}`}{noDataBefore && ` ${text.next.noDataBefore}`}{' '}
        <ScenarioWhy of={text.next.found(format.number(masts.length), told(gain), text.next.gains[aim])} subjects={FOUND.map((figure) => ({ kind: 'found', figure }))} answers={answers} context={context} />
      </p>
      {proposalOutdated.value && <p class="hint" role="status">{text.next.outdated}</p>}
      {masts.length > 0 && (
        <>
          <Curve gains={masts.map((m) => m.gain)} step={proposalOutdated.value ? 0 : proposalStep.value} label={text.next.curve} />
          {!proposalOutdated.value && <Steps proposal={proposal} told={told} />}
          <p class="actions">
            <button type="button" class="plain bordered" onClick={use}>{text.next.use}</button>
            <button type="button" class="plain bordered" onClick={dropProposal}>{text.next.drop}</button>
            {RANK_FORMATS.map((to) => <button key={to} type="button" class="plain bordered" onClick={() => void downloadNextMasts(proposal, to)}>{text.next.exportAs(to.toUpperCase())}</button>)}
          </p>
          <p class="hint">{text.next.straight}</p>
          <table class="plain-table">
            <thead><tr><th scope="col">{text.next.place}</th><th scope="col">{text.next.gain}</th><th scope="col">{text.next.cumulated}</th><th scope="col">{text.next.fibre}</th>{masts[0]!.cost !== null && <th scope="col">{text.next.cost}</th>}</tr></thead>
            <tbody ref={rows}>
              {masts.map(({ candidate, gain: own, fibreKm, cost }, i) => {
                sum += own;
                return (
                  <tr key={candidate.id} class={picked === i + 1 ? 'picked' : ''} aria-current={proposalStep.value === i + 1 ? 'step' : undefined}>
                    <th scope="row">{format.number(i + 1)}. <button type="button" class="link" onClick={() => choose(i)}>{candidate.name}</button><small>{communes.find((c) => c.code === candidate.communeCode)?.name}{candidate.hasElectricity === false && ` · ${text.next.noPower}`}</small></th>
                    <td>{told(own)} <ScenarioWhy of={`${text.next.gain}: ${candidate.name}`} subjects={[{ kind: 'next', order: i + 1, figure: 'gain' }, { kind: 'next', order: i + 1, figure: 'cumulated' }]} answers={answers} context={context} /></td>
                    <td>{told(sum)}</td><td>{fibreKm === null ? '–' : format.km(fibreKm)}</td>{masts[0]!.cost !== null && <td>{cost === null ? '–' : format.number(cost)}</td>}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
    </>
  );

  /** The map after this mast, and there. */
  function choose(i: number): void {
    pickedMast.value = i + 1;
    showStep(i + 1);
    flyTo(masts[i]!.candidate.position, 12);
  }

  /** Into the scenario, as masts that can be dragged and dropped. */
  function use(): void {
    changeScenario((before) => {
      const taken = new Set(before.added.map((m) => m.id));
      return { ...before, added: [...before.added, ...addedOf(masts).filter(({ id }) => !taken.has(id))] };
    });
  }
}

/** How many of the masts stand, with what that changes. */
function Steps({ proposal: { found: { masts, before }, request, answers, context }, told }: { proposal: Proposal; told: (value: number) => string }) {
  const { text, format } = lang.value;
  const step = proposalStep.value;
  const most = masts.length;
  const n = format.number;
  const mast = step > 0 ? masts[step - 1]! : null;
  const sum = masts.slice(0, step).reduce((total, m) => total + m.gain, 0);
  const words = mast ? text.next.stepTold(n(step), n(most), mast.candidate.name, told(mast.gain), told(sum), text.next.gains[request.question.objective]) : text.next.stepNone(n(most));
  const technologies = technologyList(request.question.technologies);
  const main = mainQuestion.value;
  const sameQuestion = technologyList(main.of) === technologies && JSON.stringify(main.operators) === JSON.stringify(request.settings.operators);
  const after = mast?.after ?? before;
  const say = (field: (typeof FIGURES)[number], value: number | null) => (value === null ? text.noData : field === 'gapKm2' ? format.km2(value) : n(value));
  const go = (to: number) => {
    pickedMast.value = null;
    showStep(to);
  };
  return (
    <fieldset class="steps">
      <legend>{text.next.steps}</legend>
      <p class="step-row">
        <RestingButton class="plain bordered" aria-label={text.next.stepBack} title={text.next.stepBack} resting={step === 0} onClick={() => go(step - 1)}>←</RestingButton>
        <input type="range" min={0} max={most} step={1} value={step} aria-label={text.next.stepAt} aria-valuetext={words} onInput={(e) => go(e.currentTarget.valueAsNumber)} />
        <RestingButton class="plain bordered" aria-label={text.next.stepOn} title={text.next.stepOn} resting={step === most} onClick={() => go(step + 1)}>→</RestingButton>
      </p>
      <p role="status">{words}{stepDrawing.value && ` ${text.next.stepDrawing}`}</p>
      {stepFailure.value !== null && <p role="alert" class="import-bad">{text.computeFailed(failureWords(stepFailure.value))}</p>}
      <table class="plain-table step-table">
        <caption>{text.next.stepFigures(technologies)}</caption>
        <thead><tr><td /><th scope="col">{text.scenario.before}</th><th scope="col">{text.next.stepColumn(n(step))}</th><th scope="col">{text.scenario.difference}</th></tr></thead>
        <tbody>
          {FIGURES.map((field) => {
            const [was, is] = [before[field], after[field]];
            return (
              <tr key={field}>
                <th scope="row">{text.scenario.fields[field]}</th><td>{say(field, was)}</td><td>{say(field, is)}</td>
                <td>
                  <strong>{was === null || is === null ? '–' : `${is > was ? '+' : is < was ? '−' : ''}${say(field, Math.abs(is - was))}`}</strong>{' '}
                  {is !== null && <ScenarioWhy of={`${text.scenario.fields[field]}: ${text.next.stepColumn(n(step))}`} subjects={MOMENTS.map((moment) => ({ kind: 'step', order: step, field, moment }))} answers={answers} context={context} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {request.question.within && <p class="hint">{text.next.withinNote}</p>}
      {!sameQuestion && <p class="hint">{text.next.otherQuestion(technologyList(main.of))}</p>}
    </fieldset>
  );
}

/** What is gained in all, mast by mast; a dot at the step shown. */
function Curve({ gains, step, label }: { gains: readonly number[]; step: number; label: string }) {
  const total = gains.reduce((sum, g) => sum + g, 0);
  let sum = 0;
  const points: [number, number][] = [[2, 58], ...gains.map((g, i): [number, number] => { sum += g; return [2 + ((i + 1) / gains.length) * 294, 58 - (total > 0 ? sum / total : 0) * 52]; })];
  const [x, y] = points[step] ?? points[0]!;
  return (
    <svg class="curve" viewBox="0 0 300 62" role="img" aria-label={label}>
      <path d="M0 60H300" class="curve-axis" />
      <path d={`M${points.map((p) => `${p[0].toFixed(1)} ${p[1].toFixed(1)}`).join('L')}`} />
      {step > 0 && <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r="4" class="curve-step" />}
    </svg>
  );
}
