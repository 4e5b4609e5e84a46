import { useRef } from 'preact/hooks';
import { lang } from '../state/language';
import { project } from '../state/project';
import { TABS, type Tab, updateView, view } from '../state/view';
import { CommunesTab } from './CommunesTab';
import { Later } from './Later';
import { Overview } from './Overview';
import { Progress } from './Progress';
import { Waiting } from './Waiting';

const loadScenarioTab = () => import('./ScenarioTab').then((m) => m.ScenarioTab);
const loadDataTab = () => import('./DataTab').then((m) => m.DataTab);

/** The tabs of the panel: arrow keys move between them, as in the ARIA pattern. */
export function Panel() {
  const { text } = lang.value;
  const { tab } = view.value;
  const list = useRef<HTMLDivElement>(null);
  const go = (to: Tab) => {
    updateView({ tab: to });
    list.current?.querySelector<HTMLElement>(`#tab-${to}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = TABS.indexOf(tab);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(TABS[(to + TABS.length) % TABS.length]!);
  };
  return (
    <div class="panel">
      <div ref={list} class="tabs" role="tablist" aria-label={text.tabs.label} onKeyDown={onKeyDown}>
        {TABS.map((name) => (
          <button key={name} type="button" role="tab" id={`tab-${name}`} aria-selected={tab === name} aria-controls="panel" tabIndex={tab === name ? 0 : -1} onClick={() => updateView({ tab: name })}>
            {text.tabs[name]}
          </button>
        ))}
      </div>
      <Progress />
      <div id="panel" class="panel-body" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {tab === 'overview' ? <Overview /> : tab === 'communes' ? <CommunesTab /> : !project.value ? <Waiting /> : tab === 'scenarios' ? <Later key={tab} load={loadScenarioTab} meanwhile={<Waiting />} /> : <Later key={tab} load={loadDataTab} meanwhile={<Waiting />} />}
      </div>
    </div>
  );
}
