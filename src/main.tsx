import './ui/app.css';
import { render } from 'preact';
import { followAddress } from './state/address';
import { startConflicts } from './state/conflicts';
import { loadProject } from './state/project';
import { startProjects } from './state/projects';
import { startReports } from './state/report';
import { startComputing } from './state/results';
import { startScenarioEffect } from './state/scenario-effect';
import { App } from './ui/App';

followAddress(window);
startComputing();
startConflicts();
startReports();
startScenarioEffect();
render(<App />, document.getElementById('app')!);
void loadProject('./').then(startProjects);
