import './ui/app.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { followAddress } from './state/address';
import { startAnnouncements } from './state/announcements';
import { startBundledCoverage } from './state/bundled-coverage';
import { startCentreReach } from './state/centre-reach';
import { startConflicts } from './state/conflicts';
import { followLanguage } from './state/language';
import { watchForCrash } from './state/memory';
import { startOffline } from './state/offline';
import { openFirstView } from './state/open-first-view';
import { startSparing } from './state/project';
import { startReports } from './state/report';
import { startComputing } from './state/results';
import { startProposal } from './state/proposal';
import { startScenarioEffect } from './state/scenario-effect';
import { inSingleFile } from './state/single-file';
import { mapWanted, startLoading, startTextOnly } from './state/text-only';
import { App } from './ui/App';
import { declareFonts } from './ui/declare-fonts';

/** @param bakedView the view that the page was exported with, as the address has it */
function start(bakedView?: string): void {
  followAddress(window, bakedView);
  watchForCrash(document, window);
  startSparing();
  startTextOnly();
  startBundledCoverage();
  startComputing();
  startAnnouncements();
  startConflicts();
  startReports();
  startScenarioEffect();
  startProposal();
  startCentreReach();
  // Whoever comes with an address in another language sees the page in that one first.
  const shown = followLanguage().then(() => render(<App />, document.getElementById('app')!));
  void shown.then(startOffline);
  void Promise.all([shown, openFirstView()]).then(() => {
    // Two frames: what the first view holds must be on the screen before anything larger is asked for.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      startLoading();
      effect(() => {
        if (mapWanted.value) void declareFonts();
      });
    }));
  });
}

// Only a page with a project inside has to look into it first.
const baked = inSingleFile?.project;
if (baked) void import('./state/projects').then(({ readBakedProject }) => readBakedProject(baked)).then((project) => start(project?.view));
else start();
