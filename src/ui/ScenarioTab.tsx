import { useSignal } from '@preact/signals';
import { TECHNOLOGIES, type Technology } from '../core/model';
import { NO_SCENARIO, type Scenario } from '../core/scenario';
import { lang } from '../state/language';
import { project } from '../state/project';
import { operators } from '../state/results';
import { changeScenario, dropScenario, forgetScenario, keepScenario, openScenario, scenario, scenarios } from '../state/scenario';
import { view } from '../state/view';
import { Chips, CommuneChips } from './CommuneChips';
import { CriticalMasts } from './CriticalMasts';
import { Fold } from './Fold';
import { NeedBand } from './NeedBand';
import { NextMastsForm } from './NextMastsForm';
import { ScenarioFigures } from './ScenarioFigures';
import { ScenarioMasts } from './ScenarioMasts';
import { PairChoice } from './ScenarioPair';
import { technologyList } from './wording';

/** What if: what is switched off, fails, is shared or is built, and what that changes. */
export function ScenarioTab() {
  const { text } = lang.value;
  return (
    <>
      <section>
        <p class="hint">{text.scenario.intro(technologyList(view.value.technologies))}</p>
        <Naming />
        <Ends />
        <Down />
        <Roaming />
        <ScenarioMasts />
        <PairChoice />
      </section>
      <ScenarioFigures />
      <NextMastsForm />
      <CriticalMasts />
      <NeedBand />
    </>
  );
}

function Naming() {
  const { text, format } = lang.value;
  const now = scenario.value;
  return (
    <>
      {now && (
        <>
          <label class="select-row">{text.scenario.name}{' '}
            <input type="text" class="name-input" maxLength={100} value={now.name} onInput={(e) => { const name = e.currentTarget.value; changeScenario((before) => ({ ...before, name })); }} />
          </label>
          <p class="actions">
            <button type="button" class="primary" disabled={now.name.trim() === ''} onClick={() => keepScenario(new Date().toISOString())}>{text.scenario.keep}</button>
            <button type="button" class="plain" onClick={dropScenario}>{text.scenario.drop}</button>
          </p>
        </>
      )}
      {scenarios.value.length > 0 && (
        <ul class="datasets" aria-label={text.scenario.kept}>
          {scenarios.value.map((record) => (
            <li key={record.id}>
              <div><strong>{record.scenario.name}</strong><small>{format.date(record.changedAt.slice(0, 10))}</small></div>
              <button type="button" class="plain" onClick={() => openScenario(record.id)}>{text.project.open}</button>
              <button type="button" class="plain" aria-label={text.scenario.forget(record.scenario.name)} title={text.scenario.forget(record.scenario.name)} onClick={() => { if (confirm(text.scenario.forgetAsk(record.scenario.name))) forgetScenario(record.id); }}>×</button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const of = (now: Scenario | null): Scenario => now ?? NO_SCENARIO;

/** Technologies that end, of everyone or of one operator. */
function Ends() {
  const { text } = lang.value;
  const { ends } = of(scenario.value);
  const isOff = (technology: Technology, operator: string | null) => ends.some((e) => e.technology === technology && e.operator === operator);
  const toggle = (technology: Technology, operator: string | null, on: boolean) => changeScenario((before) => ({
    ...before,
    ends: on ? [...before.ends, { technology, operator, date: null }] : before.ends.filter((e) => e.technology !== technology || e.operator !== operator),
  }));
  return (
    <Fold class="scenario-part" filled={ends.length > 0} summary={text.scenario.ends}>
      <p class="hint">{text.scenario.endsNote}</p>
      <table class="plain-table">
        <thead><tr><th scope="col">{text.technologies}</th>{[null, ...operators.value].map((o) => <th key={o ?? '*'} scope="col">{o ?? text.allOperators}</th>)}</tr></thead>
        <tbody>
          {TECHNOLOGIES.map((t) => (
            <tr key={t}>
              <th scope="row">{t}</th>
              {[null, ...operators.value].map((o) => (
                <td key={o ?? '*'}><input type="checkbox" aria-label={`${t}, ${o ?? text.allOperators}`} checked={isOff(t, o) || isOff(t, null)} disabled={o !== null && isOff(t, null)} onChange={(e) => toggle(t, o, e.currentTarget.checked)} /></td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {ends.length > 0 && (
        <>
          {ends.map((end) => (
            <label key={`${end.technology} ${end.operator}`} class="number-field"><span>{text.scenario.endsOn(end.technology, end.operator ?? text.allOperators)}</span>
              <input type="date" value={end.date ?? ''} onChange={(e) => { const date = e.currentTarget.value || null; changeScenario((before) => ({ ...before, ends: before.ends.map((other) => (other.technology === end.technology && other.operator === end.operator ? { ...other, date } : other)) })); }} />
            </label>
          ))}
          <label class="number-field"><span>{text.scenario.on}</span>
            <input type="date" value={of(scenario.value).on ?? ''} onChange={(e) => { const on = e.currentTarget.value || null; changeScenario((before) => ({ ...before, on })); }} />
          </label>
        </>
      )}
    </Fold>
  );
}

function Down() {
  const { text } = lang.value;
  const { down } = of(scenario.value);
  const mast = useSignal('');
  const change = (part: Partial<Scenario['down']>) => changeScenario((before) => ({ ...before, down: { ...before.down, ...part } }));
  const without = (list: readonly string[], item: string) => list.filter((other) => other !== item);
  const masts = new Map((project.value?.cells ?? []).map((c) => [c.siteId, c.name]));
  const addMast = () => {
    const id = [...masts].find(([siteId, name]) => siteId === mast.value.trim() || name === mast.value.trim())?.[0];
    if (!id) return;
    change({ masts: [...without(down.masts, id), id] });
    mast.value = '';
  };
  const used = down.operators.length + down.masts.length + down.communes.length > 0 || down.withoutGridPower || down.microwave;
  return (
    <Fold class="scenario-part" filled={used} summary={text.scenario.down}>
      <fieldset class="choice">
        <legend>{text.operators}</legend>
        {operators.value.map((o) => (
          <label key={o}><input type="checkbox" checked={down.operators.includes(o)} onChange={(e) => change({ operators: e.currentTarget.checked ? [...down.operators, o] : without(down.operators, o) })} /> {o}</label>
        ))}
      </fieldset>
      <fieldset class="choice">
        <legend>{text.scenario.storm}</legend>
        <label><input type="checkbox" checked={down.withoutGridPower} onChange={(e) => change({ withoutGridPower: e.currentTarget.checked })} /> {text.scenario.noGrid}</label>
        <label><input type="checkbox" checked={down.microwave} onChange={(e) => change({ microwave: e.currentTarget.checked })} /> {text.scenario.microwave}</label>
      </fieldset>
      <CommuneChips label={text.scenario.downCommunes} codes={down.communes} onChange={(communes) => change({ communes })} />
      <label class="select-row">{text.scenario.downMast}{' '}
        <input type="text" class="name-input" list="scenario-masts" value={mast.value} onInput={(e) => (mast.value = e.currentTarget.value)} onKeyDown={(e) => { if (e.key === 'Enter') addMast(); }} />
        <button type="button" class="plain bordered" onClick={addMast}>{text.scenario.add}</button>
      </label>
      <datalist id="scenario-masts">{[...masts].slice(0, 1000).map(([id, name]) => <option key={id} value={id}>{name}</option>)}</datalist>
      <Chips items={down.masts.map((id) => ({ id, label: masts.get(id) ?? id }))} onRemove={(id) => change({ masts: without(down.masts, id) })} />
    </Fold>
  );
}

function Roaming() {
  const { text } = lang.value;
  const { roaming } = of(scenario.value);
  return (
    <Fold class="scenario-part" filled={roaming.length > 0} summary={text.scenario.roaming}>
      <p class="hint">{text.scenario.roamingNote}</p>
      <p class="actions"><button type="button" class="plain bordered" onClick={() => changeScenario((before) => ({ ...before, roaming: project.value!.communes.map((c) => c.code) }))}>{text.scenario.everywhere}</button></p>
      <CommuneChips label={text.scenario.roamingCommunes} codes={roaming} onChange={(codes) => changeScenario((before) => ({ ...before, roaming: codes }))} />
    </Fold>
  );
}
