import { lang } from '../state/language';
import { wantProject } from '../state/loading';
import { projectFailure } from '../state/project';
import { failureWords } from './wording';

/** Why the data could not be loaded, and a way to try again. */
export function LoadFailure() {
  const { text } = lang.value;
  const failure = projectFailure.value;
  return failure && (
    <div class="state" role="alert">
      <p>{text.loadFailed(failure.file, failureWords(failure.reason))}</p>
      <button type="button" class="primary" onClick={wantProject}>{text.retry}</button>
    </div>
  );
}
