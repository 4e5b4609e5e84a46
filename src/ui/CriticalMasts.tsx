import { useSignal } from '@preact/signals';
import type { CriticalMast } from '../core/critical-masts';
import { NO_SCENARIO } from '../core/scenario';
import type { ScenarioReceiptContext } from '../core/scenario-receipt';
import { lang } from '../state/language';
import { stationsNature } from '../state/nature';
import { core, project } from '../state/project';
import { mainQuestion } from '../state/results';
import { changeScenario } from '../state/scenario';
import { scenarioReceiptContext } from '../state/scenario-receipts';
import { scenarioRequest } from '../state/scenario-effect';
import { view } from '../state/view';
import { PlaceLink } from './PlaceLink';
import { downloadCritical, RANK_FORMATS } from './scenario-download';
import { useLongTask } from './long-task';
import { RestingButton } from './RestingButton';
import { ScenarioWhy } from './ScenarioWhy';
import { Tag } from './Tag';
import { failureWords, operatorNames } from './wording';

const MOST_SHOWN = 15;
const CRITICAL_FIGURES = ['people', 'hamlets', 'landKm2'] as const;

/** Masts by the people who would lose everything with them. */
export function CriticalMasts() {
  const { text, format } = lang.value;
  const found = useSignal<{ masts: readonly CriticalMast[]; context: ScenarioReceiptContext } | null>(null);
  const { progress, failure, run } = useLongTask();
  const find = () => run(async (options) => {
    const now = view.value.scenario ?? NO_SCENARIO;
    const context = scenarioReceiptContext(now, mainQuestion.value);
    found.value = { masts: await core().critical(scenarioRequest(now), options), context };
  });
  return (
    <section>
      <h2>{text.critical.title} <Tag nature={stationsNature.value} /></h2>
      <p class="hint">{text.critical.note}</p>
      <p class="actions">
        <RestingButton class="plain bordered" resting={progress.value !== null} onClick={() => void find()}>{text.critical.run}</RestingButton>
        {progress.value !== null && <progress value={progress.value} max={1} aria-label={text.critical.run} />}
      </p>
      {failure.value !== null && <p role="alert" class="import-bad">{text.computeFailed(failureWords(failure.value))}</p>}
      {found.value && <p class="actions">{RANK_FORMATS.map((to) => <button key={to} type="button" class="plain" onClick={() => void downloadCritical(found.value!.masts, found.value!.context, to)}>{text.critical.exportAs(to.toUpperCase())}</button>)}</p>}
      {found.value && (
        <table class="plain-table">
          <thead><tr><th scope="col">{text.critical.mast}</th><th scope="col">{text.basis.people}</th><th scope="col">{text.basis.hamlets}</th><th scope="col">km²</th><td /></tr></thead>
          <tbody>
            {found.value.masts.slice(0, MOST_SHOWN).map((mast) => (
              <tr key={mast.siteId}>
                <th scope="row"><PlaceLink name={mast.name} at={mast.position} zoom={12} /><small>{project.value!.communes.find((c) => c.code === mast.communeCode)?.name} · {mast.technologies.join(', ')} · {operatorNames(mast.operators)}</small></th>
                <td>{format.number(mast.people)} <ScenarioWhy of={mast.name} subjects={CRITICAL_FIGURES.map((figure) => ({ kind: 'critical', siteId: mast.siteId, figure }))} answers={{ critical: { masts: found.value!.masts, most: MOST_SHOWN } }} context={found.value!.context} /></td><td>{format.number(mast.hamlets)}</td><td>{format.number(mast.landKm2, 1)}</td>
                <td><button type="button" class="plain" aria-label={text.critical.down(mast.name)} onClick={() => changeScenario((before) => ({ ...before, down: { ...before.down, masts: [...new Set([...before.down.masts, mast.siteId])] } }))}>{text.critical.downShort}</button></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
