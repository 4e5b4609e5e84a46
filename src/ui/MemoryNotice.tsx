import { useSignal } from '@preact/signals';
import { lang } from '../state/language';
import { simpleMapReason } from '../state/map-kind';
import { everythingWanted, lean, memoryShort } from '../state/memory';
import { restartWorker, workerTrouble } from '../state/project';

/** What is left out for want of memory, with the way to have it all the same; and what became of a computation that died. */
export function MemoryNotice({ wide }: { wide: boolean }) {
  const { text } = lang.value;
  const read = useSignal(false);
  const trouble = workerTrouble.value;
  return (
    <>
      {trouble && (
        <div class="notice" role="alert">
          <p>{text.memory.stopped[trouble.kind]} {trouble.state === 'restarting' ? text.memory.restarting : trouble.state === 'running' ? text.memory.restarted : text.memory.notRestarted}</p>
          {trouble.state === 'given-up' && <button type="button" class="primary" onClick={() => void restartWorker()}>{text.retry}</button>}
          {trouble.state === 'running' && <button type="button" class="plain bordered" onClick={() => (workerTrouble.value = null)}>{text.introDismiss}</button>}
        </div>
      )}
      {lean.value && !read.value && (
        <div class="notice notice-memory" role="status">
          <details open={wide}>
            <summary>{text.memory.short[memoryShort.value!]} {text.memory.leftOut}</summary>
            <ul>{text.memory.parts.map((part, i) => (i > 0 || simpleMapReason.value === 'memory') && <li key={part}>{part}</li>)}</ul>
          </details>
          <button type="button" class="plain bordered" onClick={() => (everythingWanted.value = true)}>{text.memory.everything}</button>
          <button type="button" class="plain bordered" onClick={() => (read.value = true)}>{text.introDismiss}</button>
        </div>
      )}
    </>
  );
}
