import { batch, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { boxOfBoxes, boxOfGeometry } from '../core/box';
import type { Box, LngLat } from '../core/model';
import { writeOldCode } from '../core/old-code';
import type { GapMap, MapInfo } from '../map';
import { announce } from '../state/announcements';
import { flight } from '../state/flight';
import { lang } from '../state/language';
import { mapFailure, type MapFailure, retryMap, simpleMapReason } from '../state/map-kind';
import { mapExtent } from '../state/map-extent';
import { mapListOpen } from '../state/map-list';
import { mapSettled } from '../state/map-settled';
import { announceMoves } from '../state/map-words';
import { lean } from '../state/memory';
import { core } from '../state/project';
import { pickedMast, proposalOnMap, proposalStep } from '../state/proposal';
import { moveMast, placing, shownScenario } from '../state/scenario';
import { scene } from '../state/scene';
import { themeName } from '../state/theme';
import { updateView, view } from '../state/view';
import { declareFonts } from './declare-fonts';
import { FailedDialog } from './FailedPart';
import { placeMast } from './place-mast';
import { Later } from './Later';
import { LayersMenu } from './LayersMenu';
import { Legend } from './Legend';
import { RestingButton } from './RestingButton';
import type { ShownMap } from './SimpleMap';
import { stylesAgain } from './styles-again';
import { Tip } from './Tip';
import { tipWords } from './tip-words';

const loadMapList = () => import('./MapList').then((m) => m.MapList);

/** Widths of what lies over the map's edges, in the page's text size as in app.css: the commune's sheet and the list. */
const SHEET_REM = 25;
const LIST_REM = 27;
const remToPx = (rem: number) => rem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** So long graphics that were lost may take to come back; then the simple map stands in. */
const CONTEXT_PATIENCE_MS = 4000;

/** What takes the keyboard for the whole map, whichever map it is. */
const DRAWING = ':is(.map-canvas canvas, .simple-map-drawing)';

const loadSimpleMap = () => import('./SimpleMap').then((m) => m.SimpleMap);

/** The map and what lies over it. To be shown only after the table has been painted: it asks for the library. */
export function MapPane({ wide, sheetOpen }: { wide: boolean; sheetOpen: boolean }) {
  const { text } = lang.value;
  const pane = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const map = useRef<ShownMap | null>(null);
  const status = useSignal<'waiting' | 'ready' | 'failed'>('waiting');
  const failure = useSignal('');
  const simple = simpleMapReason.value;
  const full = simple === null;
  /** What lies over the map stays while one map gives way to the other: the reader may be just there. */
  const shownOnce = useSignal(false);
  useSignalEffect(() => {
    if (status.value === 'ready') shownOnce.value = true;
    if (status.value !== 'waiting') mapSettled.value = true;
  });
  const noteRead = useSignal<typeof simple>(null);
  const info = useSignal<MapInfo | null>(null);
  /** Kept open after a click, until the next. */
  const picked = useSignal<MapInfo | null>(null);
  const padding = useSignal({ top: 0, right: 0, bottom: 0, left: 0 });
  const listed = mapListOpen.value;
  const { textStep } = view.value;
  useEffect(() => {
    padding.value = { top: 0, bottom: 0, left: wide && listed ? remToPx(LIST_REM) : 0, right: wide && sheetOpen ? remToPx(SHEET_REM) : 0 };
  }, [wide, sheetOpen, listed, textStep]);

  const hover = (hovered: MapInfo | null) => {
    // Maps tell again whenever it may have changed.
    if (JSON.stringify(hovered) === JSON.stringify(info.peek())) return;
    info.value = hovered;
    // Under a pointer it is seen; said aloud is what the keyboard has brought to the middle.
    announce('place', hovered && pane.current?.querySelector(`${DRAWING}:focus-visible`) ? tipWords(hovered) : '');
  };
  const pick = (info: MapInfo | null) => {
    picked.value = info;
    if (info?.kind === 'proposed') pickedMast.value = info.order;
    if (info?.kind === 'old-centre') updateView({ commune: writeOldCode(info.code) });
  };

  // Of the layout: its end is told before the container goes, so that no map is made in what is no longer there.
  useLayoutEffect(() => {
    status.value = 'waiting';
    info.value = null;
    picked.value = null;
    const container = canvas.current;
    if (!full || !container) return;
    let gone = false;
    let patience = 0;
    let shown: GapMap | null = null;
    const standIn = (reason: MapFailure) => { if (!gone) mapFailure.value = reason; };
    const fail = (reason: MapFailure, detail: string) => batch(() => {
      if (detail) console.info(detail);
      if (reason !== 'context-lost') {
        standIn(reason);
        return;
      }
      status.value = 'failed';
      failure.value = text.map.failures[reason];
      patience = window.setTimeout(() => standIn(reason), CONTEXT_PATIENCE_MS);
    });
    const recover = () => {
      clearTimeout(patience);
      status.value = 'ready';
    };
    const open = async () => {
      try {
        // The labels are drawn with the page's font.
        await stylesAgain();
        const [{ GapMap }] = await Promise.all([import('../map'), declareFonts()]);
        if (gone) return;
        shown = new GapMap(container, {
          scene, view, theme: themeName,
          strings: () => ({ label: lang.value.text.map.label, zoomIn: lang.value.text.map.zoomIn, zoomOut: lang.value.text.map.zoomOut, whole: lang.value.text.map.whole }),
          padding,
          onSelect: (commune) => updateView({ commune }),
          onHover: hover,
          onExtent: (box) => (mapExtent.value = box),
          onPick: pick,
          placing,
          onPlace: placeMast,
          onMoveMast: moveMast,
          onMove: (camera) => updateView({ camera }),
          onWhole: () => updateView({ camera: null }),
          onReady: recover,
          onFailure: (reason, detail) => (reason ? fail(reason, detail) : recover()),
        });
        map.current = shown;
      } catch (error) {
        fail('library', error instanceof Error ? error.message : String(error));
      }
    };
    // Two frames: the table must be on the screen first.
    requestAnimationFrame(() => requestAnimationFrame(() => void open()));
    return () => {
      gone = true;
      clearTimeout(patience);
      shown?.destroy();
      map.current = null;
      mapExtent.value = null;
    };
  }, [full]);

  useEffect(announceMoves, []);

  useSignalEffect(() => {
    // Whoever asks by keyboard to place a mast needs the map next.
    if (placing.value && document.activeElement?.matches(':focus-visible')) pane.current?.querySelector<HTMLElement | SVGElement>(DRAWING)?.focus();
  });

  useSignalEffect(() => {
    const wanted = flight.value;
    if (!wanted || status.value !== 'ready' || !map.current) return;
    if ('box' in wanted) map.current.flyToBox(wanted.box);
    else map.current.flyTo(wanted.to, wanted.zoom);
    flight.value = null;
  });

  const stopPlacing = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !placing.peek()) return;
    event.stopPropagation();
    placing.value = false;
  };
  const toggleList = () => {
    mapListOpen.value = !mapListOpen.value;
  };
  const listButton = <button type="button" class="plain map-list-button" aria-label={text.mapList.open} aria-expanded={listed} onClick={toggleList}>{wide ? text.mapList.open : text.mapList.openShort}</button>;
  // What had the keyboard goes with the list.
  useEffect(() => {
    if (!listed) return;
    return () => requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('.map-list-button')?.focus();
    });
  }, [listed]);

  return (
    <div ref={pane} class={`map-pane${wide && sheetOpen ? ' sheet-open' : ''}${wide && listed ? ' list-open' : ''}`} onKeyDownCapture={stopPlacing}>
      {simple === null ? <div key="full" ref={canvas} class="map-canvas" /> : (
        <Later
          key="simple" load={loadSimpleMap} scene={scene} view={view} padding={padding} placing={placing} label={text.map.label} coarse={lean.value}
          onSelect={(commune) => updateView({ commune })} onHover={hover} onPick={pick} onPlace={placeMast} onMoveMast={moveMast}
          onMove={(camera) => updateView({ camera })} onWhole={() => updateView({ camera: null })} onExtent={(box) => (mapExtent.value = box)}
          onReady={(opened) => { map.current = opened; status.value = 'ready'; }}
        />
      )}
      {simple !== null && simple !== 'chosen' && simple !== 'memory' && noteRead.value !== simple && (
        <p class="map-note" role="status">{text.simpleMap.because[simple]} <button type="button" class="link" onClick={retryMap}>{text.simpleMap.retry}</button> <button type="button" class="link" onClick={() => (noteRead.value = simple)}>{text.introDismiss}</button></p>
      )}
      {listed && <Later load={loadMapList} failed={(failure) => <FailedDialog {...failure} onClose={() => (mapListOpen.value = false)} />} wide={wide} />}
      {status.value !== 'ready' && (
        <div class="map-state" role="status">
          {status.value === 'failed' ? text.map.failed(failure.value) : <><span class="spinner" aria-hidden="true" /> {text.map.loading}</>}
          {full && <button type="button" class="plain bordered" onClick={() => updateView({ map: 'simple' })}>{text.simpleMap.instead}</button>}
        </div>
      )}
      {(status.value === 'ready' || shownOnce.value) && (
        <>
          {placing.value && <p class="placing" role="status">{text.scenario.placing} <button type="button" class="plain bordered" onClick={() => (placing.value = false)}>{text.scenario.placingStop}</button></p>}
          {(shownScenario.value || (proposalOnMap.value && proposalStep.value > 0)) && (
            <p class="placing scenario-note">
              {proposalOnMap.value && proposalStep.value > 0
                ? text.next.mapShows(lang.value.format.number(proposalStep.value), lang.value.format.number(proposalOnMap.value.found.masts.length))
                : text.scenario.mapShows(shownScenario.value!.name || text.scenario.unnamed)}
            </p>
          )}
          <div class="map-tools">
            <LayersMenu />
            {listButton}
            <ImageButton box={() => (view.value.camera || sheetOpen ? (map.current?.visibleBox() ?? null) : boxOfBoxes(scene.value.communes.map((c) => boxOfGeometry(c.commune.geometry))))} />
          </div>
          <p class="north" role="img" aria-label={text.map.north} title={text.map.north}><span aria-hidden="true">↑<br />{text.map.northLetter}</span></p>
          <Legend open={wide} />
          <Coordinates info={info.value} />
          {(info.value ?? picked.value) && <Tip info={(info.value ?? picked.value)!} />}
        </>
      )}
    </div>
  );
}

async function saveImage(png: Uint8Array): Promise<void> {
  const { downloadImage } = await import('./download');
  downloadImage(png);
}

async function copyImage(png: Uint8Array): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([png as BlobPart], { type: 'image/png' }) })]);
}

/** Saves or copies what the map shows as a sheet to print. */
function ImageButton({ box }: { box: () => Box | null }) {
  const { text } = lang.value;
  const state = useSignal<'idle' | 'drawing' | 'copied' | 'failed'>('idle');
  const make = async (use: (png: Uint8Array) => void | Promise<void>, done: 'idle' | 'copied') => {
    const shown = box();
    if (!shown) return;
    state.value = 'drawing';
    try {
      const { mapImage } = await import('./map-image');
      await use(await mapImage(shown));
      state.value = done;
    } catch (error) {
      console.info(error);
      state.value = 'failed';
    }
  };
  return (
    <>
      <RestingButton class="plain image-button" resting={state.value === 'drawing'} onClick={() => void make(saveImage, 'idle')}>{text.map.image}</RestingButton>
      {typeof ClipboardItem !== 'undefined' && <RestingButton class="plain image-button" resting={state.value === 'drawing'} onClick={() => void make(copyImage, 'copied')}>{text.map.imageCopy}</RestingButton>}
      <span class="said" role="status">{state.value === 'drawing' ? text.map.imageDrawing : state.value === 'failed' ? text.map.imageFailed : state.value === 'copied' ? text.map.imageCopied : ''}</span>
    </>
  );
}

/** How long a place waits for the worker to say its metres before it is told in degrees alone. */
const METRES_WAIT_MS = 150;

/** The place under the pointer in degrees and in the metres of Vietnamese surveying. */
function Coordinates({ info }: { info: MapInfo | null }) {
  const { text, format } = lang.value;
  const shown = useSignal<{ at: LngLat; metres: { northing: number; easting: number } | null } | null>(null);
  useEffect(() => {
    if (!info) {
      shown.value = null;
      return;
    }
    const at = info.lngLat;
    const late = setTimeout(() => { shown.value = { at, metres: null }; }, METRES_WAIT_MS);
    let gone = false;
    core().metres(at).then((metres) => {
      clearTimeout(late);
      if (!gone) shown.value = { at, metres };
    }, (error: unknown) => console.info(error));
    return () => {
      gone = true;
      clearTimeout(late);
    };
  }, [info]);
  if (!shown.value) return null;
  const { at, metres } = shown.value;
  return (
    <p class="coordinates">
      {text.map.coordinates(format.position(at))}{metres && ` · ${text.map.vn2000(format.number(metres.northing), format.number(metres.easting))}`}
    </p>
  );
}
