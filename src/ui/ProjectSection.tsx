import { useSignal } from '@preact/signals';
import { type FailureReason, reasonOf } from '../core/failure';
import { lang } from '../state/language';
import { backToFile, bakedProject, currentProject, keeping, newProject, projects, removeProject, renameProject, switchProject } from '../state/projects';
import { downloadProject, downloadSingleFile } from './download';
import { RestingButton } from './RestingButton';
import { SettledInput } from './SettledInput';
import { failureWords } from './wording';

/** The reader's projects: the one in view, the others kept beside it, and the way to take one along as a file. */
export function ProjectSection() {
  const { text, format } = lang.value;
  const current = currentProject.value;
  const baked = bakedProject.value;
  const state = keeping.value;
  const others = projects.value.filter((p) => p.id !== current?.id);
  const own = projects.value.find((p) => p.id === current?.id);
  return (
    <section>
      <h2>{text.project.title}</h2>
      {state !== 'kept' && state !== 'opening' && <p role="alert" class="import-bad">{text.project.keeping[state]}</p>}
      {state === 'other-tab' && current && <p><button type="button" class="plain bordered" onClick={() => void switchProject(current.id)}>{text.project.reload}</button></p>}
      {baked && (
        <p class="hint">
          {baked.name === '' ? text.project.inThisFilePlain(format.date(baked.savedAt.slice(0, 10))) : text.project.inThisFile(baked.name, format.date(baked.savedAt.slice(0, 10)))}{' '}
          {own?.id === baked.id && <button type="button" class="plain" onClick={() => void backToFile()}>{text.project.backToFile}</button>}
        </p>
      )}
      {current && (
        <>
          <label class="select-row">{text.project.name}{' '}
            <SettledInput type="text" class="name-input" value={current.name} onSettle={(input) => void renameProject(input.value)} />
          </label>
          <p class="hint">{own && text.project.size(format.number(own.rowCount), size(own.bytes))}</p>
          <p class="actions">
            <button type="button" class="plain" onClick={() => void downloadProject()}>{text.project.saveFile}</button>
            <button type="button" class="plain" onClick={() => void newProject()}>{text.project.startNew}</button>
            <button type="button" class="plain" onClick={() => { if (confirm(text.project.removeAsk(current.name))) void removeProject(current.id); }}>{text.project.remove(current.name)}</button>
          </p>
        </>
      )}
      <SingleFileExport />
      {others.length > 0 && (
        <ul class="datasets" aria-label={text.project.others}>
          {others.map((p) => (
            <li key={p.id}>
              <div><strong>{p.name}</strong><small>{format.date(p.savedAt.slice(0, 10))} · {text.project.size(format.number(p.rowCount), size(p.bytes))}</small></div>
              <span>
                <button type="button" class="plain" onClick={() => void switchProject(p.id)}>{text.project.open}</button>
                <button type="button" class="plain" aria-label={text.project.remove(p.name)} title={text.project.remove(p.name)} onClick={() => { if (confirm(text.project.removeAsk(p.name))) void removeProject(p.id); }}>×</button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );

  function size(bytes: number): string {
    return bytes < 1_000_000 ? `${format.number(Math.max(1, bytes / 1000))} KB` : `${format.number(bytes / 1_000_000, 1)} MB`;
  }
}

/** The page with all that it shows, as one file to hand over. */
function SingleFileExport() {
  const { text } = lang.value;
  const state = useSignal<'idle' | 'busy' | { failure: FailureReason }>('idle');
  const busy = state.value === 'busy';
  const run = async () => {
    state.value = 'busy';
    try {
      await downloadSingleFile();
      state.value = 'idle';
    } catch (error) {
      state.value = { failure: reasonOf(error) };
    }
  };
  const failureText = (failure: FailureReason) => (failure.code === 'unreachable' ? text.project.saveHtmlAway : text.project.saveHtmlFailed(failureWords(failure)));
  return (
    <>
      <p class="actions"><RestingButton class="plain" resting={busy} onClick={() => void run()}>{text.project.saveHtml}</RestingButton></p>
      <p class="hint">{text.project.htmlNote}</p>
      <p role="status">{busy ? text.project.savingHtml : typeof state.value === 'object' ? failureText(state.value.failure) : ''}</p>
    </>
  );
}
