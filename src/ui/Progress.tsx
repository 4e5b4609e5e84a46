import { lang } from '../state/language';
import { loading } from '../state/loading';
import { projectFailure } from '../state/project';
import { cancelComputing, computeFailure, computing } from '../state/results';
import { LoadFailure } from './LoadFailure';
import { failureWords } from './wording';

/** What is being loaded or computed, if it takes long enough to be said, and what went wrong. */
export function Progress() {
  const { text, format } = lang.value;
  const state = computing.value;
  return (
    // Not a live region: every commune done would be said aloud. That it computes, and what came of it, is announced once.
    <div class="progress">
      {state && (
        <>
          <progress value={state.done} max={state.total} aria-label={text.computing(format.number(state.done), format.number(state.total))} />
          <span>{text.computing(format.number(state.done), format.number(state.total))}</span>
          <button type="button" class="plain" onClick={cancelComputing}>{text.cancel}</button>
        </>
      )}
      {loading.value && <><span class="spinner" aria-hidden="true" /> {text.loading}</>}
      {projectFailure.value && <LoadFailure />}
      {computeFailure.value !== null && <p role="alert">{text.computeFailed(failureWords(computeFailure.value))}</p>}
    </div>
  );
}
