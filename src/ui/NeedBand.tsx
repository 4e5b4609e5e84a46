import { useSignal } from '@preact/signals';
import type { BandedRank } from '../core/certainty';
import { NO_SCENARIO } from '../core/scenario';
import type { ScenarioAnswers, ScenarioReceiptContext } from '../core/scenario-receipt';
import { lang } from '../state/language';
import { core } from '../state/project';
import { mainQuestion, settings } from '../state/results';
import { scenarioReceiptContext } from '../state/scenario-receipts';
import { updateView, view } from '../state/view';
import { downloadRanks, RANK_FORMATS } from './scenario-download';
import { useLongTask } from './long-task';
import { RestingButton } from './RestingButton';
import { ScenarioWhy } from './ScenarioWhy';
import { failureWords } from './wording';

const MOST_SHOWN = 20;
const THRESHOLD_DB = 5;
const SIDES = ['asSet', 'less', 'more'] as const;

/** Which communes keep their rank when radii and thresholds are a little less or more. */
export function NeedBand() {
  const { text, format } = lang.value;
  const share = useSignal(20);
  const ranks = useSignal<{ list: readonly BandedRank[]; answers: ScenarioAnswers; context: ScenarioReceiptContext } | null>(null);
  const { progress, failure, run } = useLongTask();
  const { need } = view.value;
  const find = () => run(async (options) => {
    const request = { coverage: view.value.coverage, settings: settings.value, scenario: view.value.scenario ?? NO_SCENARIO };
    const context = scenarioReceiptContext(request.scenario, mainQuestion.value);
    const band = { radiusShare: share.value / 100, thresholdDb: THRESHOLD_DB };
    const list = await core().ranks(request, context.question, need, band, options);
    ranks.value = { list, answers: { ranks: { ranks: list, measure: need, band } }, context };
  });
  const rank = (value: number | null) => (value === null ? '–' : format.number(value));
  return (
    <section>
      <h2>{text.band.title}</h2>
      <p class="hint">{text.band.note(text.need.measures[need])}</p>
      <label class="number-field"><span>{text.band.share}</span><input type="number" min={1} max={50} value={share.value} onChange={(e) => (share.value = Math.max(1, Math.min(50, e.currentTarget.valueAsNumber || 20)))} /> %</label>
      <p class="actions">
        <RestingButton class="plain bordered" resting={progress.value !== null} onClick={() => void find()}>{text.band.run}</RestingButton>
        {progress.value !== null && <progress value={progress.value} max={1} aria-label={text.band.run} />}
      </p>
      {failure.value !== null && <p role="alert" class="import-bad">{text.computeFailed(failureWords(failure.value))}</p>}
      {ranks.value && (
        <>
          <p role="status">{text.band.holding(format.number(ranks.value.list.filter((r) => r.holds).length), format.number(ranks.value.list.length))}</p>
          <p class="actions">{RANK_FORMATS.filter((to) => to !== 'geojson').map((to) => <button key={to} type="button" class="plain" onClick={() => void downloadRanks(ranks.value!.list, ranks.value!.answers, ranks.value!.context, to)}>{text.band.exportAs(to.toUpperCase())}</button>)}</p>
          <table class="plain-table">
            <thead><tr><th scope="col">{text.table.name}</th><th scope="col">{text.band.less}</th><th scope="col">{text.band.asSet}</th><th scope="col">{text.band.more}</th><th scope="col">{text.band.holds}</th><td /></tr></thead>
            <tbody>
              {ranks.value.list.slice(0, MOST_SHOWN).map((r) => (
                <tr key={r.code}>
                  <th scope="row"><button type="button" class="link" onClick={() => updateView({ commune: r.code })}>{r.name}</button></th>
                  <td>{rank(r.rank.less)}</td><td>{rank(r.rank.asSet)}</td><td>{rank(r.rank.more)}</td><td>{r.holds ? text.band.yes : text.band.no}</td>
                  <td><ScenarioWhy of={r.name} subjects={SIDES.map((side) => ({ kind: 'rank', code: r.code, side }))} answers={ranks.value!.answers} context={ranks.value!.context} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
