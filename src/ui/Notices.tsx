import { useSignal } from '@preact/signals';
import { lang } from '../state/language';
import { newVersion, useNewVersion } from '../state/offline';
import { RestingButton } from './RestingButton';

/** Above everything, in the flow so that it covers nothing: a new version that waits for the reader's word. */
export function Notices() {
  const { text } = lang.value;
  const dismissed = useSignal<string | null>(null);
  const changing = useSignal(false);
  const found = newVersion.value;
  const shown = found && dismissed.value !== found.version ? found : null;
  return (
    <div class="notices">
      <p role="status">{shown && (shown.failed ? text.offline.wentBack : text.offline.newVersion)(shown.version)}</p>
      {shown && (
        <div class="notices-actions">
          <RestingButton class="primary" resting={changing.value} onClick={() => { changing.value = true; void useNewVersion(); }}>{shown.failed ? text.offline.tryAgain : text.offline.change}</RestingButton>
          <button type="button" class="plain bordered" onClick={() => (dismissed.value = shown.version)}>{text.offline.later}</button>
        </div>
      )}
    </div>
  );
}
