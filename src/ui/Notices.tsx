import { useSignal } from '@preact/signals';
import { lang } from '../state/language';
import { movedOn, newVersion, useNewVersion } from '../state/offline';
import { unfinished } from '../state/unfinished';
import { RestingButton } from './RestingButton';

/** Above everything, in the flow so that it covers nothing: a new version that waits for the reader's word, or that other tabs have changed to. */
export function Notices() {
  const { text } = lang.value;
  const dismissed = useSignal<string | null>(null);
  const changing = useSignal(false);
  const moved = movedOn.value;
  const waiting = newVersion.value;
  const found = moved !== null ? { version: moved, words: text.offline.movedOn, act: text.offline.reloadTab }
    : waiting && (waiting.failed ? { version: waiting.version, words: text.offline.wentBack, act: text.offline.tryAgain } : { version: waiting.version, words: text.offline.newVersion, act: text.offline.change });
  // What was put off as an offer is another matter once other tabs have taken it.
  const key = found && `${moved !== null} ${found.version}`;
  const shown = key === dismissed.value ? null : found;
  const change = () => {
    changing.value = true;
    if (moved !== null) location.reload();
    else void useNewVersion();
  };
  return (
    <div class="notices">
      <p role="status">{shown && <>{shown.words(shown.version)} {unfinished.value && text.offline.unfinished}</>}</p>
      {shown && (
        <div class="notices-actions">
          <RestingButton class="primary" resting={changing.value} onClick={change}>{shown.act}</RestingButton>
          <button type="button" class="plain bordered" onClick={() => (dismissed.value = key)}>{text.offline.later}</button>
        </div>
      )}
    </div>
  );
}
