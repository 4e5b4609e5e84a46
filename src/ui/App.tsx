import { effect, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { known } from '../state/known';
import { lang } from '../state/language';
import { whenLoaded } from '../state/loading';
import { project, projectFailure } from '../state/project';
import { paperAsked } from '../state/papers';
import { receiptAsked } from '../state/receipts';
import { answerTo, mainQuestion } from '../state/results';
import { scenarioReceiptAsked } from '../state/scenario-receipts';
import { scenarioPair } from '../state/scenario-pair';
import { bakedName } from '../state/single-file';
import { mapWanted } from '../state/text-only';
import { highContrast, themeName } from '../state/theme';
import { openOldUnit } from '../state/units';
import { updateView, view } from '../state/view';
import { customProperties, PALETTES } from '../style/palette';
import { Announcer } from './Announcer';
import { BottomSheet } from './BottomSheet';
import { DataDate } from './DataDate';
import { type Failure, FailedDialog, FailedSheet } from './FailedPart';
import { Header } from './Header';
import { keepKeyboard } from './keep-keyboard';
import { Later } from './Later';
import { LoadFailure } from './LoadFailure';
import { MapPlace } from './MapPlace';
import { MemoryNotice } from './MemoryNotice';
import { Notices } from './Notices';
import { Panel } from './Panel';
import { SheetFrame } from './SheetFrame';
import { Waiting } from './Waiting';

const TEXT_STEP = 0.125;
/** Also while it is on its way. */
const SHEET = '.commune-sheet, .sheet-waiting';
/** Kept out of the first script: few readers open one at once. */
const loadCommuneSheet = () => import('./CommuneSheet').then((m) => m.CommuneSheet);
const loadOldUnitSheet = () => import('./OldUnitSheet').then((m) => m.OldUnitSheet);
const loadPaperPreview = () => import('./PaperPreview').then((m) => m.PaperPreview);
const loadScenarioPair = () => import('./ScenarioPair').then((m) => m.ScenarioPair);
const loadReceiptDialog = () => import('./ReceiptDialog').then((m) => m.ReceiptDialog);
const loadScenarioReceiptDialog = () => import('./ScenarioReceiptDialog').then((m) => m.ScenarioReceiptDialog);

export function App() {
  const { text } = lang.value;
  const wide = useWide();
  const { commune, textOnly } = view.value;

  // Theme, language and text size belong to the whole document.
  useSignalEffect(() => {
    const root = document.documentElement;
    for (const [name, value] of customProperties(PALETTES[themeName.value])) root.style.setProperty(name, value);
    root.style.colorScheme = themeName.value.startsWith('dark') ? 'dark' : 'light';
    root.dataset.contrast = String(highContrast.value);
    root.style.fontSize = `${100 * (1 + view.value.textStep * TEXT_STEP)}%`;
    root.lang = lang.value.code;
    // As the exported file has it in its markup.
    document.title = `${bakedName.value && `${bakedName.value} – `}${lang.value.text.appTitle}`;
  });

  // A file dropped anywhere is meant for the project, never for the browser to open in place of the page.
  useEffect(() => {
    const onDragOver = (event: DragEvent) => event.preventDefault();
    const onDrop = (event: DragEvent) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (!event.dataTransfer?.files.length) return;
      updateView({ tab: 'data', commune: null });
      // The list of what was dropped is emptied once the event is over.
      void takeFiles([...event.dataTransfer.files]);
    };
    addEventListener('dragover', onDragOver);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onDragOver);
      removeEventListener('drop', onDrop);
    };
  }, []);

  useFocusBack();
  useEffect(() => keepKeyboard(document.body), []);
  const ready = project.value !== null;
  // The map library is asked for only once the table has something to show.
  const mapMayLoad = ready && mapWanted.value && answerTo(mainQuestion.value) !== null;

  const body = known.value ? <Panel /> : projectFailure.value ? <LoadFailure /> : <Waiting />;

  const former = openOldUnit.value;
  const close = () => updateView({ commune: null });
  const now = project.value?.communes.find((c) => c.code === commune);
  /** Of a sheet that is not there, or not yet. */
  const without = (title: string) => ({ meanwhile: <SheetFrame title={title} onClose={close} />, failed: (failure: Failure) => <FailedSheet {...failure} title={title} onClose={close} /> });
  const sheet = ready && former ? <Later key={commune} load={loadOldUnitSheet} {...without(former.name)} unit={former} onClose={close} />
    : now ? <Later key={commune} load={loadCommuneSheet} {...without(now.name)} code={now.code} onClose={close} />
    : null;
  const orClose = (shut: () => void) => (failure: Failure) => <FailedDialog {...failure} onClose={shut} />;

  const asked = receiptAsked.value;
  return (
    <div class={`app ${wide ? 'app-wide' : 'app-narrow'}${textOnly ? ' app-text' : ''}`}>
      <a class="skip" href="#panel" onClick={(event) => { event.preventDefault(); updateView({ tab: 'communes' }); document.getElementById('panel')?.focus(); }}>{text.skipToTable}</a>
      <Notices />
      <Header wide={wide} />
      {/* Shown in place of the header's where the header scrolls away. */}
      {known.value && <p class="data-line"><DataDate /></p>}
      <MemoryNotice wide={wide} />
      <main class="main">
        {textOnly ? (
          <>
            {sheet && <div class="text-sheet">{sheet}</div>}
            <div class="text-panel" hidden={sheet !== null}>{body}</div>
          </>
        ) : wide ? (
          <>
            <div class="panel-column">{body}</div>
            <MapPlace mayLoad={mapMayLoad} wide={wide} sheetOpen={sheet !== null} />
            {sheet && <div class="sheet-column">{sheet}</div>}
          </>
        ) : (
          <>
            <MapPlace mayLoad={mapMayLoad} wide={wide} sheetOpen={sheet !== null} />
            <BottomSheet grows={commune}>
              {sheet}
              <div hidden={sheet !== null}>{body}</div>
            </BottomSheet>
          </>
        )}
      </main>
      {ready && paperAsked.value && <Later load={loadPaperPreview} failed={orClose(() => (paperAsked.value = null))} asked={paperAsked.value} />}
      {scenarioPair.value && <Later load={loadScenarioPair} failed={orClose(() => (scenarioPair.value = null))} pair={scenarioPair.value} />}
      {ready && scenarioReceiptAsked.value && <Later load={loadScenarioReceiptDialog} failed={orClose(() => (scenarioReceiptAsked.value = null))} asked={scenarioReceiptAsked.value} />}
      {ready && asked && <Later load={loadReceiptDialog} failed={orClose(() => (receiptAsked.value = null))} asked={asked} />}
      <Announcer />
    </div>
  );
}

/** Gives the keyboard back to what a sheet was opened from, once the sheet is closed. */
function useFocusBack(): void {
  const opener = useRef<Element | null>(null);
  const shown = useRef<string | null>(null);
  // At once, not with the next frame: by then what was pressed may be hidden under the sheet and the keyboard nowhere.
  useEffect(() => effect(() => {
    const { commune } = view.value;
    // Of the view only the commune counts: what else changes while a sheet opens has nothing to do with who opened it.
    if (commune === shown.current) return;
    shown.current = commune;
    const { activeElement } = document;
    if (commune !== null) {
      // A sheet opened from a sheet keeps the first one's opener.
      if (!activeElement?.closest(SHEET)) opener.current = activeElement;
      return;
    }
    const back = opener.current;
    opener.current = null;
    // On the simple map a drawn commune can be the opener.
    if (!(back instanceof HTMLElement || back instanceof SVGElement)) return;
    // Whoever else has taken the keyboard meanwhile keeps it.
    const nowhere = () => document.activeElement === document.body || document.activeElement?.closest(SHEET) != null;
    // The sheet may take a few frames to go, and what was hidden under it to be there again.
    const give = (framesLeft: number) => requestAnimationFrame(() => {
      if (!nowhere()) return;
      if (document.activeElement === document.body) (back.isConnected && back !== document.body ? back : document.querySelector<HTMLElement>('.tabs [aria-selected="true"]'))?.focus();
      if (nowhere() && framesLeft > 0) give(framesLeft - 1);
    });
    give(20);
  }), []);
}

/** Files are read against the communes, so these must be there. */
async function takeFiles(files: readonly File[]): Promise<void> {
  const [{ addFiles }] = await Promise.all([import('../state/imports'), whenLoaded()]);
  addFiles(files);
}

/** Whether there is room for the panel beside the map. */
function useWide(): boolean {
  // In the browser's own text size: with large letters there is room for less.
  const query = matchMedia('(min-width: 62.5em)');
  const wide = useSignal(query.matches);
  useEffect(() => {
    const follow = (event: MediaQueryListEvent) => { wide.value = event.matches; };
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return wide.value;
}
