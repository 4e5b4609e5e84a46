import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { addFiles, pendingImports, removeDataset, undoLastChange } from '../state/imports';
import { lang } from '../state/language';
import { lastChange, project } from '../state/project';
import { bundledAddress } from '../state/single-file';
import { ComparisonSection } from './ComparisonSection';
import { ImportCard } from './ImportCard';
import { OfflineSection } from './OfflineSection';
import { ProjectSection } from './ProjectSection';
import { Tag } from './Tag';
import { WhyFigures } from './WhyButton';

/** Files of `public/examples`, one a kind. */
const EXAMPLES = ['sites.csv', 'fibre.csv', 'routes.geojson', 'localities.csv', 'measurements.csv', 'coverage.geojson', 'communes.geojson', 'indicators.csv'];

/** What is loaded, and the door for the reader's own files. */
export function DataTab() {
  const { text, format } = lang.value;
  return (
    <>
      <section>
        <DropZone />
        <ChangeLine />
        {pendingImports.value.map((pending) => <ImportCard key={pending.key} pending={pending} />)}
      </section>
      <ComparisonSection />
      <ProjectSection />
      <section>
        <h2>{text.data.title}</h2>
        <ul class="datasets">
          {project.value!.datasets.map(({ id, kind, provenance, rowCount }) => (
            <li key={id}>
              <div>
                <strong>{text.data.kinds[kind]}</strong> <Tag nature={provenance.nature} />
                <small>
                  {provenance.file}{rowCount !== null && <> · {text.data.rows(format.number(rowCount))} <WhyFigures place={provenance.file} figures={{ of: 'rows', dataset: id }} of={`${text.data.kinds[kind]}: ${provenance.file}`} /></>}
                  {provenance.date && ` · ${format.date(provenance.date)}`}
                  {provenance.nature !== 'imported' && ` · ${provenance.licence ?? text.sources.noLicence}`}
                </small>
              </div>
              {provenance.nature === 'imported' && (
                <button type="button" class="plain" aria-label={text.data.remove(provenance.file)} title={text.data.remove(provenance.file)} onClick={() => { if (confirm(text.data.removeAsk(provenance.file))) void removeDataset(id); }}>×</button>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{text.data.examples}</h2>
        <ul class="examples">
          {EXAMPLES.map((file) => <li key={file}><a href={bundledAddress(`examples/${file}`)} download={file}>{file}</a></li>)}
        </ul>
      </section>
      <OfflineSection />
    </>
  );
}

function DropZone() {
  const { text } = lang.value;
  const over = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div
      class={`drop-zone${over.value ? ' drop-zone-over' : ''}`}
      onDragOver={(event) => { event.preventDefault(); over.value = true; }}
      onDragLeave={() => { over.value = false; }}
      onDrop={(event) => { event.preventDefault(); over.value = false; addFiles(event.dataTransfer?.files ?? []); }}
    >
      <p><strong>{text.data.drop}</strong></p>
      <input ref={input} type="file" multiple class="visually-hidden" tabIndex={-1} aria-label={text.data.choose} onChange={(event) => { addFiles(event.currentTarget.files ?? []); event.currentTarget.value = ''; }} />
      <button type="button" class="primary" onClick={() => input.current?.click()}>{text.data.choose}</button>
      <p class="hint">{text.data.dropHint}</p>
    </div>
  );
}

function ChangeLine() {
  const { text } = lang.value;
  const change = lastChange.value;
  return (
    <p class="change-line" role="status">
      {change && (
        <>
          {text.data.changed[change.kind](change.file)}{' '}
          {project.value!.undoable > 0 && <button type="button" class="plain" onClick={() => void undoLastChange()}>{text.data.undo}</button>}
        </>
      )}
    </p>
  );
}
