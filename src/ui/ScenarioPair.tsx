import { computed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { provinceFigures } from '../core/province';
import { lang } from '../state/language';
import { mapFailure, simpleMapReason } from '../state/map-kind';
import { lean } from '../state/memory';
import { figuresNature } from '../state/nature';
import { scenario, scenarios } from '../state/scenario';
import { layTogether, pairFailure, scenarioPair, sceneOfSide, type SideOfPair } from '../state/scenario-pair';
import { countedCells, scene } from '../state/scene';
import { themeName } from '../state/theme';
import { type Camera, view } from '../state/view';
import { Later } from './Later';
import { Tag } from './Tag';
import { failureWords } from './wording';

const loadSimpleMap = () => import('./SimpleMap').then((m) => m.SimpleMap);
/** Nothing is chosen on maps that are only compared. */
const SILENT = { onSelect: () => {}, onHover: () => {}, onPick: () => {}, onPlace: () => {}, onMoveMast: () => {} };
const NOW = 'now';
const SHOWN = 'shown';
const FIELDS = ['gapKm2', 'populationGap', 'localitiesTrang', 'localitiesLom'] as const;

/** Chooses two scenarios to lay side by side. */
export function PairChoice() {
  const { text } = lang.value;
  const left = useSignal(NOW);
  const right = useSignal(SHOWN);
  if (!scenario.value && scenarios.value.length < 1) return null;
  const of = (id: string) => (id === NOW ? null : id === SHOWN ? scenario.value : (scenarios.value.find((r) => r.id === id)?.scenario ?? null));
  const select = (label: string, value: string, onChange: (value: string) => void) => (
    <label class="select-row">{label}{' '}
      <select value={value} onChange={(e) => onChange(e.currentTarget.value)}>
        <option value={NOW}>{text.pair.now}</option>
        {scenario.value && <option value={SHOWN}>{text.pair.shown}</option>}
        {scenarios.value.map((r) => <option key={r.id} value={r.id}>{r.scenario.name}</option>)}
      </select>
    </label>
  );
  return (
    <details class="scenario-part">
      <summary>{text.pair.title}</summary>
      {select(text.pair.left, left.value, (v) => (left.value = v))}
      {select(text.pair.right, right.value, (v) => (right.value = v))}
      <p class="actions"><button type="button" class="plain bordered" onClick={() => void layTogether(of(left.value), of(right.value))}>{text.pair.show}</button></p>
      {pairFailure.value !== null && <p role="alert" class="import-bad">{text.computeFailed(failureWords(pairFailure.value))}</p>}
    </details>
  );
}

/** Two maps that move together, and the figures of both under them. */
export function ScenarioPair({ pair }: { pair: readonly [SideOfPair, SideOfPair] }) {
  const { text, format } = lang.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const camera = useSignal<Camera | null>(view.peek().camera);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const names = pair.map(({ scenario: s }) => (s.name || (s.added.length + s.ends.length + s.roaming.length > 0 || s.down.operators.length + s.down.masts.length + s.down.communes.length > 0 ? text.scenario.unnamed : text.pair.now)));
  const figures = pair.map(({ answer }) => provinceFigures(answer.rows));
  const say = (field: (typeof FIELDS)[number], value: number | null) => (value === null ? text.noData : field === 'gapKm2' ? format.km2(value) : format.number(value));
  return (
    <dialog ref={dialog} class="paper-preview pair" aria-label={text.pair.title} onClose={() => (scenarioPair.value = null)}>
      <header role="none">
        <h2>{text.pair.title}</h2>
        <button type="button" class="plain bordered" onClick={() => dialog.current?.close()}>{text.paper.close}</button>
      </header>
      <div class="pair-maps">{pair.map((side, i) => <figure key={i}><figcaption>{names[i]}</figcaption><SideMap side={side} camera={camera} label={`${text.map.label} ${names[i]}`} /></figure>)}</div>
      <table class="plain-table">
        <caption>{text.scenario.without} <Tag nature={figuresNature.value} /></caption>
        <thead><tr><td />{names.map((name, i) => <th key={i} scope="col">{name}</th>)}<th scope="col">{text.scenario.difference}</th></tr></thead>
        <tbody>
          {FIELDS.map((field) => {
            const [a, b] = figures.map((f) => f[field]);
            return (
              <tr key={field}>
                <th scope="row">{text.scenario.fields[field]}</th><td>{say(field, a!)}</td><td>{say(field, b!)}</td>
                <td>{a == null || b == null ? '–' : `${b > a ? '+' : b < a ? '−' : ''}${say(field, Math.abs(b - a))}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </dialog>
  );
}

function SideMap({ side, camera, label }: { side: SideOfPair; camera: { value: Camera | null }; label: string }) {
  const element = useRef<HTMLDivElement>(null);
  const failure = useSignal('');
  // The map follows the language while it stands.
  const said = useSignal(label);
  useEffect(() => { said.value = label; }, [label]);
  const own = useMemo(() => ({ scene: computed(() => sceneOfSide(scene.value, countedCells.value, side)), view: computed(() => ({ ...view.value, camera: camera.value, commune: null })), never: computed(() => false) }), [side]);
  const simple = simpleMapReason.value !== null;
  useEffect(() => {
    if (simple) return;
    let gone = false;
    let map: { destroy(): void } | null = null;
    void import('../map').then(({ GapMap }) => {
      if (gone) return;
      map = new GapMap(element.current!, {
        scene: own.scene, view: own.view, theme: themeName, placing: own.never,
        strings: () => ({ label: said.value, zoomIn: lang.value.text.map.zoomIn, zoomOut: lang.value.text.map.zoomOut, whole: lang.value.text.map.whole }),
        ...SILENT,
        onMove: (to) => (camera.value = to), onWhole: () => (camera.value = null),
        onFailure: (reason) => (failure.value = reason ? lang.peek().text.map.failed(lang.peek().text.map.failures[reason]) : ''),
      });
    }, () => { mapFailure.value = 'library'; });
    return () => {
      gone = true;
      map?.destroy();
    };
  }, [simple]);
  return <div class="side-map">{simple ? <Later load={loadSimpleMap} scene={own.scene} view={own.view} placing={own.never} label={label} coarse={lean.value} {...SILENT} onMove={(to) => (camera.value = to)} onWhole={() => (camera.value = null)} /> : <div ref={element} class="map-canvas" />}{failure.value && <p role="status">{failure.value}</p>}</div>;
}
