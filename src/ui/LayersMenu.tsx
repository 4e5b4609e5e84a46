import { lang } from '../state/language';
import { updateView, view } from '../state/view';
import { LAYERS, type Layer } from '../style/layers';

/** Which layers the map draws. */
export function LayersMenu() {
  const { text } = lang.value;
  const { layers, map, units } = view.value;
  const offered = LAYERS.filter((layer) => layer !== 'old-centres' || units === 'old');
  const toggle = (layer: Layer, on: boolean) => updateView({ layers: LAYERS.filter((l) => (l === layer ? on : layers.includes(l))) });
  return (
    <details class="layers-menu">
      <summary>{text.map.layers}</summary>
      <fieldset>
        <legend class="visually-hidden">{text.map.layers}</legend>
        {offered.map((layer) => (
          <label key={layer}>
            <input type="checkbox" checked={layers.includes(layer)} onChange={(e) => toggle(layer, e.currentTarget.checked)} />
            {text.map.layer[layer]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <label>
          <input type="checkbox" checked={map === 'simple'} onChange={(e) => updateView({ map: e.currentTarget.checked ? 'simple' : 'full' })} />
          {text.simpleMap.choose}
        </label>
      </fieldset>
    </details>
  );
}
