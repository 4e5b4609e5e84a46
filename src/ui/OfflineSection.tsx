import { lang } from '../state/language';
import { appVersion, keepOffline, keepRest, keptShare, offlineKeeping, restKeeping } from '../state/offline';

/** Whether the page works without a network, and which version of it this is. */
export function OfflineSection() {
  const { text, format } = lang.value;
  const keeping = offlineKeeping.value;
  const rest = restKeeping.value;
  return (
    <section class="offline">
      <h2>{text.offline.title}</h2>
      <p role="status">{keeping === 'ready' ? text.offline.ready[rest] : text.offline.states[keeping]}</p>
      {keeping === 'keeping' && <p class="offline-progress"><progress aria-label={text.offline.title} value={keptShare.value} max={1} /> {format.percent(keptShare.value, 0)}</p>}
      {(keeping === 'asked' || keeping === 'failed') && <button type="button" class="plain bordered" onClick={() => void keepOffline()}>{keeping === 'asked' ? text.offline.keep : text.retry}</button>}
      {keeping === 'ready' && rest === 'none' && <button type="button" class="plain bordered" onClick={() => void keepRest()}>{text.offline.keepRest}</button>}
      {appVersion.value && <p class="hint">{text.offline.version(appVersion.value)}</p>}
    </section>
  );
}
