import { provinceFigures } from '../core/province';
import { compareScenario, type HamletChange } from '../core/scenario-difference';
import type { QuestionSpec } from '../core/gaps';
import type { GapRow } from '../core/model';
import { lang } from '../state/language';
import { figuresNature } from '../state/nature';
import { project } from '../state/project';
import { answerTo, answerUnder, scenarioQuestions } from '../state/results';
import { shownScenario } from '../state/scenario';
import { scenarioReceiptContext } from '../state/scenario-receipts';
import { scenarioEffect } from '../state/scenario-effect';
import { updateView } from '../state/view';
import { AddedFile } from './AddedFile';
import { PlaceLink } from './PlaceLink';
import { downloadScenario, RANK_FORMATS } from './scenario-download';
import { ScenarioWhy } from './ScenarioWhy';
import { Tag } from './Tag';
import { scenarioCommand } from './scenario-command';
import { operatorNames, technologyList } from './wording';

const FIELDS = ['gapKm2', 'populationGap', 'localitiesTrang', 'localitiesLom'] as const;
type Field = (typeof FIELDS)[number];
const MOMENTS = ['difference', 'before', 'after'] as const;
const MOST_COMMUNES = 15;
const MOST_HAMLETS = 30;

/** Before → after → difference, of the province, by commune, and for hamlets. */
export function ScenarioFigures() {
  const { text } = lang.value;
  if (!shownScenario.value) return <section><p class="hint">{text.scenario.none}</p></section>;
  return (
    <section>
      <h2>{text.scenario.result} <Tag nature={figuresNature.value} /></h2>
      {scenarioQuestions.value.map((question, i) => {
        const [before, after] = [answerTo(question), answerUnder(question)];
        const name = i === 0 ? technologyList(question.of) : text.scenario.anySignal;
        return <FigureChange key={name} name={name} question={question} before={before?.rows ?? null} after={after?.rows ?? null} />;
      })}
      <Limits />
      <Communes />
      <Hamlets />
      <details><summary>{text.receipt.repeat}</summary><code class="command">{scenarioCommand(shownScenario.value)}</code>{shownScenario.value.added.length > 0 && <AddedFile added={shownScenario.value.added} />}</details>
    </section>
  );
}

function say(field: Field, value: number | null, signed = false): string {
  const { text, format } = lang.value;
  if (value === null) return text.noData;
  const sign = signed && value > 0 ? '+' : signed && value < 0 ? '−' : '';
  const size = signed ? Math.abs(value) : value;
  return sign + (field === 'gapKm2' ? format.km2(size) : format.number(size));
}

function FigureChange({ name, question, before, after }: { name: string; question: QuestionSpec; before: GapRow[] | null; after: GapRow[] | null }) {
  const { text } = lang.value;
  const change = before && after ? compareScenario(before, after).province[0] : undefined;
  // One side is shown while the other is computed.
  const [was, is] = [before && provinceFigures(before), after && provinceFigures(after)];
  return (
    <table class="plain-table change-table">
      <caption>{name}</caption>
      <thead><tr><th scope="col">{text.scenario.without}</th><th scope="col">{text.scenario.before}</th><th scope="col">{text.scenario.after}</th><th scope="col">{text.scenario.difference}</th></tr></thead>
      <tbody>
        {FIELDS.map((field) => {
          return (
            <tr key={field}>
              <th scope="row">{text.scenario.fields[field]} {before && after && <ScenarioWhy of={`${text.scenario.fields[field]}, ${name}`} subjects={MOMENTS.map((moment) => ({ kind: 'change', code: null, field, moment }))} answers={{ before, after }} context={scenarioReceiptContext(shownScenario.value!, question)} />}</th>
              <td>{was ? say(field, was[field]) : '…'}</td><td>{is ? say(field, is[field]) : '…'}</td>
              <td><strong>{change ? say(field, change.difference[field], true) : '…'}</strong></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Limits() {
  const { text, format } = lang.value;
  const limits = scenarioEffect.value?.limits ?? [];
  if (limits.length === 0) return null;
  return <ul class="hint">{limits.map(({ code, count }) => <li key={code}>{text.scenario.limits[code](format.number(count))}</li>)}</ul>;
}

/** Communes whose gap, people or hamlets change, the largest change of people first. */
function Communes() {
  const { text, format } = lang.value;
  const question = scenarioQuestions.value[0]!;
  const [before, after] = [answerTo(question)?.rows, answerUnder(question)?.rows];
  if (!before || !after) return null;
  const changes = compareScenario(before, after).communes.filter(({ changed }) => changed)
    .map(({ code, name, difference }) => ({ code, name, km2: difference.gapKm2 ?? 0, people: difference.populationGap ?? 0, hamlets: difference.localitiesTrang ?? 0 }))
    .sort((a, b) => Math.abs(b.people) - Math.abs(a.people) || Math.abs(b.km2) - Math.abs(a.km2));
  if (changes.length === 0) return <p>{text.scenario.noChange}</p>;
  return (
    <>
      <h3>{text.scenario.byCommune(format.number(changes.length))} <ScenarioWhy of={text.scenario.byCommune(format.number(changes.length))} subjects={[{ kind: 'changed' }]} answers={{ before, after }} context={scenarioReceiptContext(shownScenario.value!, question)} /></h3>
      <p class="actions">{RANK_FORMATS.map((to) => <button key={to} type="button" class="plain" onClick={() => void downloadScenario(before, after, scenarioReceiptContext(shownScenario.value!, question), to)}>{text.scenario.exportAs(to.toUpperCase())}</button>)}</p>
      <table class="plain-table">
        <thead><tr><th scope="col">{text.table.name}</th><th scope="col">km²</th><th scope="col">{text.basis.people}</th><th scope="col">{text.table.trang}</th><td /></tr></thead>
        <tbody>
          {changes.slice(0, MOST_COMMUNES).map(({ code, name, km2, people, hamlets }) => (
            <tr key={code}>
              <th scope="row"><button type="button" class="link" onClick={() => updateView({ commune: code })}>{name}</button></th>
              <td>{say('gapKm2', km2, true)}</td><td>{say('populationGap', people, true)}</td><td>{say('localitiesTrang', hamlets, true)}</td>
              <td><ScenarioWhy of={name} subjects={FIELDS.flatMap((field) => MOMENTS.map((moment) => ({ kind: 'change' as const, code, field, moment })))} answers={{ before, after }} context={scenarioReceiptContext(shownScenario.value!, question)} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > MOST_COMMUNES && <p class="hint">{text.compare.more(format.number(changes.length - MOST_COMMUNES))}</p>}
    </>
  );
}

function Hamlets() {
  const { text, format } = lang.value;
  const hamlets = scenarioEffect.value?.hamlets;
  if (!hamlets) return null;
  return (
    <>
      {(['losingLast', 'keepingOne', 'gaining'] as const).map((kind) => {
        const list = hamlets[kind];
        if (list.length === 0) return null;
        const people = list.reduce((sum, h) => sum + (h.population ?? 0), 0);
        return (
          <details key={kind} open={kind === 'losingLast' && list.length <= 10}>
            <summary>{text.scenario.hamlets[kind](format.number(list.length), format.number(people))}</summary>
            <p><ScenarioWhy of={text.scenario.hamlets[kind](format.number(list.length), format.number(people))} subjects={[{ kind: 'hamlets', change: kind, of: 'hamlets' }, { kind: 'hamlets', change: kind, of: 'people' }]} answers={{ hamlets }} context={scenarioReceiptContext(shownScenario.value!, scenarioQuestions.value[0]!)} /></p>
            <ul class="lines">{[...list].sort((a, b) => (b.population ?? 0) - (a.population ?? 0)).slice(0, MOST_HAMLETS).map((h) => <HamletLine key={h.localityId} hamlet={h} />)}</ul>
            {list.length > MOST_HAMLETS && <p class="hint">{text.compare.more(format.number(list.length - MOST_HAMLETS))}</p>}
          </details>
        );
      })}
    </>
  );
}

function HamletLine({ hamlet: { localityId, name, communeCode, population, operatorsBefore, operatorsAfter } }: { hamlet: HamletChange }) {
  const { text, format } = lang.value;
  const data = project.value!;
  const commune = data.communes.find((c) => c.code === communeCode)?.name;
  const place = data.localities.find((l) => l.localityId === localityId)?.position;
  return (
    <li>
      <PlaceLink name={name} at={place} zoom={12} />
      <small> · {commune}{population !== null && ` · ${text.sheet.people(format.number(population))}`} · {operatorNames(operatorsBefore) || '–'} → {operatorNames(operatorsAfter) || '–'}</small>
    </li>
  );
}
