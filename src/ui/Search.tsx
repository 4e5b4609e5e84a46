import { useComputed, useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { lang } from '../state/language';
import { wantProject } from '../state/loading';
import { known } from '../state/known';
import { findPlaces, type Place } from '../state/search';
import { flyTo, flyToBox } from '../state/flight';
import { boxOfDistrict } from '../state/units';
import { updateView, view } from '../state/view';

/** Opens the sheet of the commune, or of the former one where the reader looks at those; what has a place of its own is shown on the map as well. */
function choose(place: Place): void {
  const box = place.kind === 'district' ? boxOfDistrict(place.id) : null;
  if (box) {
    updateView({ units: 'districts', tab: 'communes', commune: null, district: null });
    flyToBox(box);
    return;
  }
  if (place.kind === 'old' && view.peek().units === 'old') {
    updateView({ commune: place.id });
    if (place.position) flyTo(place.position, 12);
    return;
  }
  updateView({ commune: place.communeCode, ...(place.kind === 'commune' ? { camera: null } : {}) });
  if (place.position) flyTo(place.position, place.kind === 'hamlet' ? 13.5 : 12);
}

export function Search() {
  const { text, format } = lang.value;
  const query = useSignal('');
  const active = useSignal(-1);
  const open = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const found = useComputed(() => findPlaces(query.value));

  const pick = (place: Place) => {
    choose(place);
    query.value = place.name;
    open.value = false;
    active.value = -1;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.value.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      open.value = true;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      active.value = last < 0 ? -1 : active.value + step < 0 ? last : active.value + step > last ? 0 : active.value + step;
    } else if (event.key === 'Enter') {
      const place = found.value[Math.max(0, active.value)];
      if (open.value && place) {
        event.preventDefault();
        pick(place);
      }
    } else if (event.key === 'Escape') {
      if (open.value) open.value = false;
      else query.value = '';
      active.value = -1;
    }
  };
  const showList = open.value && query.value.trim() !== '';
  const nameOf = (code: string | null) => known.value?.communes.find((c) => c.code === code)?.name ?? '';
  return (
    <search class="search" onFocusOut={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node)) open.value = false; }}>
      <input
        ref={input} type="text" role="combobox" autocomplete="off" spellcheck={false} enterkeyhint="search"
        aria-label={text.search.label} placeholder={text.search.placeholder} aria-expanded={showList} aria-controls={`${id}-list`} aria-autocomplete="list"
        aria-activedescendant={showList && active.value >= 0 ? `${id}-${active.value}` : undefined}
        value={query.value}
        onInput={(event) => { wantProject(); query.value = event.currentTarget.value; open.value = true; active.value = -1; }}
        onFocus={() => { open.value = query.value !== ''; }}
        onKeyDown={onKeyDown}
      />
      {query.value !== '' && (
        <button type="button" class="search-clear" aria-label={text.search.clear} onClick={() => { query.value = ''; input.current?.focus(); }}>×</button>
      )}
      <ul id={`${id}-list`} role="listbox" aria-label={text.search.label} class="search-list" hidden={!showList || found.value.length === 0}>
        {showList && found.value.map((place, i) => (
          <li key={`${place.kind} ${place.id}`} id={`${id}-${i}`} role="option" aria-selected={i === active.value} onPointerDown={(e) => e.preventDefault()} onClick={() => pick(place)}>
            <span>{place.name}</span>
            <small>
              {text.search.kinds[place.kind]}
              {place.context !== '' && place.kind !== 'commune' && ` · ${place.context}`}
              {place.kind === 'old' && ` · ${text.search.inCommune(nameOf(place.communeCode))}`}
            </small>
          </li>
        ))}
      </ul>
      {showList && found.value.length === 0 && <p class="search-list search-none">{text.search.none(query.value)}</p>}
      <span class="visually-hidden" role="status">{showList && (found.value.length > 0 ? text.search.count(format.number(found.value.length)) : text.search.none(query.value))}</span>
    </search>
  );
}
