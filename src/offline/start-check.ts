/**
 * Runs before the page's own script and watches it start. Where that fails, a message stands in place of a blank page,
 * with the version before if one is kept. A script of its own: what it watches over may be what is broken.
 */
import type { StartText } from '../strings/start';
import { ask, ownVersion } from './messages';

/** Put in by the build: of every language. */
declare const START_TEXT: readonly (Pick<StartText, 'failed' | 'reload' | 'back'> & { code: string })[];

/** An error in a script need not keep the page from coming up. */
const AFTER_ERROR_MS = 2000;
const AFTER_SILENCE_MS = 30_000;

let message: HTMLElement | null = null;
let up = false;
/** Loading is given up with the page: what fails then says nothing of it. */
let leaving = false;

function say(): void {
  if (message || up || leaving) return;
  message = document.createElement('div');
  message.setAttribute('role', 'alert');
  message.className = 'start-failed';
  const button = (text: string, act: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  };
  const parts = START_TEXT.map(({ code, failed, reload }) => {
    const part = document.createElement('p');
    part.lang = code;
    part.append(`${failed} `, button(reload, () => location.reload()));
    message!.append(part);
    return part;
  });
  document.body.prepend(message);
  report();
  void offerPrevious((act) => START_TEXT.forEach(({ back }, i) => parts[i]!.append(' ', button(back, act))));
}

/** A version on trial gives way to the one before at the next load. */
function report(): void {
  const worker = navigator.serviceWorker?.controller;
  const version = ownVersion();
  if (worker && version) ask(worker, { kind: 'did-not-start', version }).catch(() => {});
}

async function offerPrevious(offer: (act: () => void) => void): Promise<void> {
  const worker = navigator.serviceWorker?.controller;
  if (!worker || (await ask(worker, { kind: 'state' })).previous === null) return;
  offer(() => void ask(worker, { kind: 'go-back' }).finally(() => location.reload()));
}

// Capturing: that a script or style could not be loaded is told to its element alone.
addEventListener('error', (event) => (event.target instanceof HTMLElement ? event.target instanceof HTMLScriptElement && say() : setTimeout(say, AFTER_ERROR_MS)), true);
addEventListener('unhandledrejection', () => setTimeout(say, AFTER_ERROR_MS));
// A script inside the page whose text is not what the build had.
document.addEventListener('securitypolicyviolation', (event) => event.effectiveDirective.startsWith('script-src') && event.blockedURI === 'inline' && setTimeout(say, AFTER_ERROR_MS));
setTimeout(say, AFTER_SILENCE_MS);
addEventListener('beforeunload', () => { leaving = true; });
addEventListener('page-up', () => {
  up = true;
  message?.remove();
});
