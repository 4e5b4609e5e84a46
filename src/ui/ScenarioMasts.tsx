import { computed, useSignal } from '@preact/signals';
import { mastCost } from '../core/mast-cost';
import { type LngLat, TECHNOLOGIES } from '../core/model';
import { nearestFibre } from '../core/nearest-fibre';
import type { AddedMast } from '../core/scenario';
import { parseAnglePair } from '../formats/coordinates';
import { flyTo } from '../state/flight';
import { lang } from '../state/language';
import { unitPrices } from '../state/prices';
import { project } from '../state/project';
import { operators, shapes } from '../state/results';
import { changeScenario, placing, scenario } from '../state/scenario';
import { view } from '../state/view';
import { placeMast } from './place-mast';
import { PriceFields } from './PriceFields';
import { SettledInput } from './SettledInput';

/** Masts placed by hand: on the map by dragging, here by numbers. */
export function ScenarioMasts() {
  const { text } = lang.value;
  const added = scenario.value?.added ?? [];
  return (
    <details class="scenario-part" open>
      <summary>{text.scenario.masts}</summary>
      <p class="hint to-map">{text.scenario.mastsNote}</p>
      <p class="actions"><PlaceButton /></p>
      <PlaceByNumbers />
      {added.length > 0 && <PriceFields open={false} />}
      <ul class="mast-list">{added.map((mast) => <MastForm key={mast.id} mast={mast} />)}</ul>
    </details>
  );
}

function MastForm({ mast }: { mast: AddedMast }) {
  const { text } = lang.value;
  const { id, name, position, technologies, operator, radiusMeters, heightM, eirpDbm, hasElectricity } = mast;
  const change = (part: Partial<AddedMast>) => changeScenario((before) => ({ ...before, added: before.added.map((m) => (m.id === id ? { ...m, ...part } : m)) }));
  const setDegrees = (axis: 0 | 1, input: HTMLInputElement) => {
    const value = input.valueAsNumber;
    const most = axis === 0 ? 180 : 90;
    if (Number.isFinite(value) && Math.abs(value) <= most) change({ position: axis === 0 ? [value, position[1]] : [position[0], value] });
    else input.value = String(position[axis]);
  };
  return (
    <li>
      <details>
        <summary>{name}</summary>
        <label class="select-row">{text.scenario.name} <input type="text" class="name-input" maxLength={100} value={name} onInput={(e) => change({ name: e.currentTarget.value })} /></label>
        <label class="number-field"><span>{text.scenario.lat}</span><SettledInput type="number" step="any" value={String(position[1])} onSettle={(input) => setDegrees(1, input)} /></label>
        <label class="number-field"><span>{text.scenario.lng}</span><SettledInput type="number" step="any" value={String(position[0])} onSettle={(input) => setDegrees(0, input)} /></label>
        <fieldset class="choice choice-inline">
          <legend>{text.technologies}</legend>
          {TECHNOLOGIES.map((t) => (
            <label key={t}><input type="checkbox" checked={technologies.includes(t)} onChange={(e) => { const on = e.currentTarget.checked; change({ technologies: TECHNOLOGIES.filter((o) => (o === t ? on : technologies.includes(o))) }); }} /> {t}</label>
          ))}
        </fieldset>
        <label class="select-row">{text.sheet.operator}{' '}
          <input type="text" class="name-input" list="scenario-operators" maxLength={100} value={operator} onChange={(e) => change({ operator: e.currentTarget.value.trim() || operator })} />
        </label>
        <datalist id="scenario-operators">{operators.value.map((o) => <option key={o} value={o} />)}</datalist>
        <label class="number-field"><span>{text.scenario.radius}</span>
          <input type="number" min={0.05} max={200} step={0.1} placeholder={text.scenario.radiusDefault} defaultValue={radiusMeters === null ? '' : String(radiusMeters / 1000)} onChange={(e) => { const km = e.currentTarget.valueAsNumber; change({ radiusMeters: km > 0 && km <= 200 ? Math.round(km * 1000) : null }); }} /> km
        </label>
        <label class="number-field"><span>{text.scenario.height}</span><input type="number" min={0} max={1000} step="any" defaultValue={heightM === null ? '' : String(heightM)} onChange={(e) => { const m = e.currentTarget.valueAsNumber; change({ heightM: m >= 0 && m <= 1000 ? m : null }); }} /> m</label>
        <label class="number-field"><span>{text.scenario.eirp}</span><input type="number" min={-50} max={120} step="any" defaultValue={eirpDbm === null ? '' : String(eirpDbm)} onChange={(e) => { const dbm = e.currentTarget.valueAsNumber; change({ eirpDbm: dbm >= -50 && dbm <= 120 ? dbm : null }); }} /> dBm</label>
        <p class="hint">{text.scenario.heightNote}</p>
        <label class="select-row">{text.hamlets.power}{' '}
          <select value={hasElectricity === null ? '' : String(hasElectricity)} onChange={(e) => change({ hasElectricity: e.currentTarget.value === '' ? null : e.currentTarget.value === 'true' })}>
            <option value="">{text.scenario.unknown}</option><option value="true">{text.hamlets.hasPower.yes}</option><option value="false">{text.hamlets.hasPower.no}</option>
          </select>
        </label>
      </details>
      <MastFacts mast={mast} />
      <p class="actions">
        <button type="button" class="plain to-map" onClick={() => flyTo(position, 11)}>{text.data.zoom}</button>
        <button type="button" class="plain" aria-label={`${text.scenario.removeMast}: ${name}`} onClick={() => changeScenario((before) => ({ ...before, added: before.added.filter((m) => m.id !== id) }))}>{text.scenario.removeMast}</button>
      </p>
    </li>
  );
}

const toFibre = computed(() => nearestFibre(project.value!));

/** How far fibre is, and what the mast costs at the reader's prices. */
function MastFacts({ mast: { position, hasElectricity } }: { mast: AddedMast }) {
  const { text, format } = lang.value;
  const fibreKm = toFibre.value(position);
  const cost = unitPrices.value && mastCost({ existing: false, fibreKm, hasElectricity }, unitPrices.value);
  return <small class="mast-facts">{text.scenario.fibreAway(fibreKm === null ? text.noData : format.km(fibreKm))}{cost !== null && ` · ${text.scenario.cost(format.number(cost))}`}</small>;
}

/** Begins to place a mast; the next click on the map, or Enter in its middle, puts it there. Without the map it stands in the largest gap, and moves by its numbers. */
function PlaceButton() {
  const { text } = lang.value;
  if (view.value.textOnly) {
    const deepest = shapes.value?.largest?.point;
    return <button type="button" class="primary" disabled={!deepest} onClick={() => placeMast(deepest!)}>{text.scenario.placeDeepest}</button>;
  }
  return <button type="button" class="primary" aria-pressed={placing.value} onClick={() => (placing.value = !placing.value)}>{text.scenario.place}</button>;
}

/** The same without a map or a pointer: where it stands is typed, as degrees in any usual writing. */
function PlaceByNumbers() {
  const { text } = lang.value;
  const typed = useSignal('');
  const wrong = useSignal(false);
  const place = (event: Event) => {
    event.preventDefault();
    const position = positionOf(typed.value);
    wrong.value = position === null;
    if (!position) return;
    placeMast(position);
    typed.value = '';
  };
  return (
    <form class="select-row" onSubmit={place}>
      <label>{text.scenario.placeAt}{' '}
        <input type="text" class="name-input" maxLength={100} placeholder="22.72, 104.79" value={typed.value} aria-invalid={wrong.value} aria-describedby={wrong.value ? 'place-wrong' : undefined} onInput={(e) => { typed.value = e.currentTarget.value; wrong.value = false; }} />
      </label>
      <button type="submit" class="plain bordered">{text.scenario.placeThere}</button>
      {wrong.value && <span id="place-wrong" role="alert">{text.scenario.placeWrong}</span>}
    </form>
  );
}

/** Latitude and longitude as written, in either order where letters say so; null where it is no place. */
function positionOf(typed: string): LngLat | null {
  const pair = parseAnglePair(typed);
  if (!pair) return null;
  const [lat, lng] = pair[0].axis === 'lng' || pair[1].axis === 'lat' ? [pair[1].value, pair[0].value] : [pair[0].value, pair[1].value];
  return Math.abs(lat) <= 85 && Math.abs(lng) <= 180 ? [lng, lat] : null;
}
