import { useSignal } from '@preact/signals';
import { KIND_OF_CHOICE } from '../state/data-age';
import { lang } from '../state/language';
import { figuresNature, hasOwn } from '../state/nature';
import { known } from '../state/known';
import { updateView, view } from '../state/view';
import type { CoverageChoice } from '../worker/protocol';
import { ConflictCounts } from './ConflictCounts';
import { HamletCounts } from './HamletCounts';
import { MainFigure } from './MainFigure';
import { NeedList } from './NeedList';
import { Reported } from './Reported';
import { Sources } from './Sources';
import type { Layer } from '../style/layers';
import { BasisChoice, OperatorSwitches, TechnologySwitches } from './Switches';
import { Tag } from './Tag';

const INTRO_SEEN = 'lomsong.intro';

export function Overview() {
  const { text, format } = lang.value;
  const { without2G, coverage } = view.value;
  const has = (kind: string) => known.value!.datasets.some((d) => d.kind === kind);
  const reported = known.value!.dataDate;
  return (
    <>
      <Intro />
      <section>
        <p class="as-of">{text.overview.asOf(format.date(reported))} <Tag nature={figuresNature.value} /></p>
        <label class="switch">
          <input type="checkbox" role="switch" checked={without2G} onChange={(e) => updateView({ without2G: e.currentTarget.checked })} aria-describedby="no2g-note" />
          <span>{text.overview.without2G}</span>
        </label>
        <p id="no2g-note" class="hint">{text.overview.without2GNote}</p>
        <MainFigure />
      </section>
      <section>
        <BasisChoice />
        <TechnologySwitches />
        <OperatorSwitches />
        <fieldset class="choice">
          <legend>{text.overview.source}</legend>
          {(['stations', 'claimed', 'measured'] satisfies CoverageChoice[]).filter((choice) => choice !== 'measured' || has('measurements')).map((choice) => (
            <label key={choice}>
              <input type="radio" name="coverage" checked={coverage === choice} disabled={!has(KIND_OF_CHOICE[choice])} onChange={() => chooseCoverage(choice)} />
              {choice === 'stations' ? text.overview.sourceStations : choice === 'measured' ? text.overview.sourceMeasured : hasOwn('coverage') ? text.overview.sourceOwnClaimed : text.overview.sourceClaimed}
            </label>
          ))}
        </fieldset>
      </section>
      <ConflictCounts />
      <HamletCounts />
      <Reported />
      <NeedList />
      <Sources />
    </>
  );
}

/** Choosing the claimed polygons or the readings shows them as well; going back hides them again. */
function chooseCoverage(coverage: CoverageChoice): void {
  const shown = { stations: [], claimed: ['coverage'], measured: ['measurements'] }[coverage] as Layer[];
  updateView({ coverage, layers: [...view.peek().layers.filter((layer) => layer !== 'coverage' && layer !== 'measurements'), ...shown] });
}

function Intro() {
  const { text } = lang.value;
  const seen = useSignal(readSeen());
  if (seen.value) return null;
  return (
    <p class="intro">
      {text.intro}{' '}
      <button type="button" class="plain" onClick={() => updateView({ tab: 'data' })}>{text.introLoad}</button>
      <button type="button" class="plain" onClick={() => { seen.value = true; try { localStorage.setItem(INTRO_SEEN, '1'); } catch { /* Private windows may refuse: then it is shown again. */ } }}>{text.introDismiss}</button>
    </p>
  );
}

function readSeen(): boolean {
  try {
    return localStorage.getItem(INTRO_SEEN) === '1';
  } catch {
    return false;
  }
}
