import './ui/app.css';
import { render } from 'preact';
import { followAddress } from './state/address';
import { startAnnouncements } from './state/announcements';
import { startCentreReach } from './state/centre-reach';
import { startConflicts } from './state/conflicts';
import { followLanguage } from './state/language';
import { loadProject } from './state/project';
import { startProjects } from './state/projects';
import { startReports } from './state/report';
import { startComputing } from './state/results';
import { startScenarioEffect } from './state/scenario-effect';
import { App } from './ui/App';

followAddress(window);
startComputing();
startAnnouncements();
startConflicts();
startReports();
startScenarioEffect();
startCentreReach();
// Whoever comes with an address in another language sees the page in that one first.
void followLanguage().then(() => render(<App />, document.getElementById('app')!));
void loadProject('./').then(startProjects);
