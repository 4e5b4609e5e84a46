import type { Technology } from '../core/model';
import { provinceFigures } from '../core/province';
import { lang } from '../state/language';
import { lean } from '../state/memory';
import { figuresOf, offered, operatorQuestions, operators, technologyQuestions } from '../state/results';
import { type Basis, updateView, view } from '../state/view';
import { technologyList } from './wording';
import { Bar } from './Bar';
import { TechnologySymbol } from './TechnologySymbol';
import { WhyButton } from './WhyButton';
import type { Figures } from '../worker/first-view';

const COVERED_RECEIPT = { land: 'coveredShare', people: 'peopleCoveredShare', hamlets: 'localitiesReachedShare' } as const;

/** The bar and the number of one switch: what is covered, of the basis chosen. */
function Covered({ answer, color, waiting = '…' }: { answer: Figures | null; color: string; waiting?: string }) {
  const { text, format } = lang.value;
  const { basis } = view.value;
  const figures = answer && provinceFigures(answer.rows);
  const share = figures && { land: figures.coveredShare, people: figures.peopleCoveredShare, hamlets: figures.localitiesReachedShare }[basis];
  const unknown = figures && basis === 'land' ? figures.noDataKm2 / figures.areaKm2 : 0;
  return (
    <>
      <Bar share={share} unknown={unknown} color={color} />
      <span class="switch-share">{share !== null ? format.percent(share) : answer ? text.noData : waiting}</span>
    </>
  );
}

export function BasisChoice() {
  const { text } = lang.value;
  const { basis } = view.value;
  return (
    <fieldset class="choice choice-inline">
      <legend>{text.basis.label}</legend>
      {(['land', 'people', 'hamlets'] satisfies Basis[]).map((b) => (
        <label key={b}>
          <input type="radio" name="basis" checked={basis === b} onChange={() => updateView({ basis: b })} /> {text.basis[b]}
        </label>
      ))}
    </fieldset>
  );
}

export function TechnologySwitches() {
  const { text } = lang.value;
  const { technologies, basis } = view.value;
  const toggle = (technology: Technology, on: boolean) =>
    updateView({ technologies: offered.filter((t) => (t === technology ? on : technologies.includes(t))) });
  return (
    <fieldset class="switches">
      <legend>{text.overview.technologySwitches} <small>({text.ofBasis[basis]})</small></legend>
      {offered.map((technology, i) => {
        const answer = figuresOf(technologyQuestions.value[i]!);
        const only = technologies.length === 1 && technologies[0] === technology;
        return (
          <div key={technology} class="switch-line">
            <label class="switch-row">
              <input type="checkbox" checked={technologies.includes(technology)} disabled={only} title={only ? text.atLeastOne : undefined} onChange={(e) => toggle(technology, e.currentTarget.checked)} />
              <TechnologySymbol technology={technology} />
              <span class="switch-name">{technology}</span>
              <Covered answer={answer} color={`var(--t${technology})`} />
            </label>
            <WhyButton short code={null} question={technologyQuestions.value[i]!} quantities={[COVERED_RECEIPT[basis]]} of={technology} />
          </div>
        );
      })}
      <p class="hint">{text.overview.technologyHint}</p>
    </fieldset>
  );
}

export function OperatorSwitches() {
  const { text } = lang.value;
  const { operators: chosen, basis, technologies } = view.value;
  const all = operators.value;
  const on = (operator: string) => chosen === null || chosen.includes(operator);
  const toggle = (operator: string, wanted: boolean) => {
    const next = all.filter((o) => (o === operator ? wanted : on(o)));
    updateView({ operators: next.length === all.length ? null : next });
  };
  return (
    <fieldset class="switches">
      <legend>{text.overview.operatorSwitches} <small>({text.ofBasis[basis]})</small></legend>
      {all.map((operator, i) => {
        const answer = figuresOf(operatorQuestions.value[i]!);
        const only = on(operator) && all.filter(on).length === 1;
        return (
          <div key={operator} class="switch-line">
            <label class="switch-row switch-row-operator">
              <input type="checkbox" checked={on(operator)} disabled={only} title={only ? text.atLeastOne : undefined} onChange={(e) => toggle(operator, e.currentTarget.checked)} />
              <span class="switch-name">{operator}</span>
              <Covered answer={answer} color="var(--accent)" waiting={lean.value ? text.memory.notComputed : undefined} />
            </label>
            <WhyButton short code={null} question={operatorQuestions.value[i]!} quantities={[COVERED_RECEIPT[basis]]} of={operator} />
          </div>
        );
      })}
      <p class="hint">{text.overview.operatorHint(technologyList(technologies))}</p>
    </fieldset>
  );
}
