import './ui/app.css';
import { render } from 'preact';
import { followAddress } from './state/address';
import { loadProject } from './state/project';
import { startComputing } from './state/results';
import { App } from './ui/App';

followAddress(window);
startComputing();
render(<App />, document.getElementById('app')!);
void loadProject('./');
