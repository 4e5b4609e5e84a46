import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { lang } from '../state/language';
import { chooseTextOnly, mapOffered } from '../state/text-only';
import { FailedPart } from './FailedPart';
import { Later } from './Later';

const loadMapPane = () => import('./MapPane').then((m) => m.MapPane);

/** Where the map stands: waits until it may load, asks where the line is slow, says so where it cannot be had. */
export function MapPlace({ mayLoad, wide, sheetOpen }: { mayLoad: boolean; wide: boolean; sheetOpen: boolean }) {
  const { text } = lang.value;
  /** A map that began to load stays: the figures of another question, or of other data, are waited for on it. */
  const begun = useRef(false);
  if (mayLoad) begun.current = true;
  const pane = (children: ComponentChildren) => <div class={`map-pane${wide && sheetOpen ? ' sheet-open' : ''}`}>{children}</div>;
  const place = (children: ComponentChildren) => pane(<div class="map-state" role="status">{children}</div>);
  if (mapOffered.value) {
    return place(
      <p class="slow-line">
        {text.slowLine.offer}{' '}
        <button type="button" class="primary" onClick={() => chooseTextOnly(true)}>{text.slowLine.textOnly}</button>{' '}
        <button type="button" class="plain bordered" onClick={() => chooseTextOnly(false)}>{text.slowLine.map}</button>
      </p>,
    );
  }
  const waiting = place(<><span class="spinner" aria-hidden="true" /> {text.map.loading}</>);
  if (!begun.current) return waiting;
  return <Later load={loadMapPane} meanwhile={waiting} failed={(failure) => pane(<FailedPart {...failure} says={text.map.failed(text.map.failures.library)} />)} wide={wide} sheetOpen={sheetOpen} />;
}
