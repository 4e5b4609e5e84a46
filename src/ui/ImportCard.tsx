import { useSignal } from '@preact/signals';
import type { Box, DatasetKind, LngLat } from '../core/model';
import { comparableTo, compareImport } from '../state/compare-versions';
import { flyTo } from '../state/flight';
import { acceptImport, dropImport, type PendingImport, readLargeFile, rereadImport } from '../state/imports';
import { lang } from '../state/language';
import { largeFileBytes } from '../state/memory';
import { hasOwn } from '../state/nature';
import type { ImportPreview } from '../worker/protocol';
import { Fold } from './Fold';
import { IssueList } from './IssueList';
import { WhyFigures } from './WhyButton';
import { failureWords } from './wording';

const middleOf = ([west, south, east, north]: Box): LngLat => [(west + east) / 2, (south + north) / 2];
const KINDS: DatasetKind[] = ['sites', 'fibre', 'routes', 'localities', 'measurements', 'coverage', 'communes', 'indicators'];
const CRS = ['EPSG:4326', 'VN2000:105.5', 'VN2000:106', 'EPSG:3405'];

/** One file on its way in: what was understood, what was wrong, what can be corrected. */
export function ImportCard({ pending }: { pending: PendingImport }) {
  const { text, format } = lang.value;
  const { key, file, preview, failure, progress, reading, tooLarge } = pending;
  const megabytes = (bytes: number) => `${format.number(bytes / 1_000_000, 1)} MB`;
  return (
    <article class="import-card" aria-label={file}>
      <header>
        <h2>{file}</h2>
        <button type="button" class="plain" onClick={() => dropImport(key)}>{reading ? text.data.stop : text.data.cancel}</button>
      </header>
      {reading && (
        <p role="status"><progress value={progress} max={1} aria-label={text.data.reading(file, format.percent(progress, 0))} /> {text.data.reading(file, format.percent(progress, 0))}</p>
      )}
      {tooLarge !== null && (
        <p role="alert">{text.memory.largeFile(file, megabytes(tooLarge), megabytes(largeFileBytes()))} <button type="button" class="plain bordered" onClick={() => readLargeFile(key)}>{text.memory.readAnyway}</button></p>
      )}
      {pending.trouble && <p role="alert">{text.project.trouble[pending.trouble]}</p>}
      {failure !== null && <p role="alert">{text.data.failed(file, failureWords(failure))}</p>}
      {preview && <Preview pending={pending} preview={preview} />}
    </article>
  );
}

function Preview({ pending, preview }: { pending: PendingImport; preview: ImportPreview }) {
  const { text, format } = lang.value;
  const { key, options } = pending;
  const { columns, fields, mapping, sample } = preview;
  const replace = useSignal(preview.kind !== 'coverage');
  const date = useSignal('');
  /** What the reader has just said, while the file is read again with it. */
  const asked = (field: string) => (options.set?.[field] === undefined ? options.map?.[field] : undefined);
  const setTo = (field: string, value: string) => {
    rereadImport(key, (before) => {
      const set = { ...before.set };
      if (value === '') delete set[field];
      else set[field] = value;
      return { ...before, kind: before.kind ?? preview.kind, set };
    });
  };
  const remap = (field: string, column: string) => {
    rereadImport(key, (before) => {
      const map = { ...before.map };
      for (const name of Object.keys(mapping)) if (map[name] === undefined && name !== field && before.set?.[name] === undefined) map[name] = mapping[name]!;
      if (column === '') delete map[field];
      else map[field] = column;
      return { ...before, kind: before.kind ?? preview.kind, map };
    });
  };
  return (
    <>
      <p class={preview.unusable ? 'import-bad' : undefined} role="status">
        {preview.unusable ? text.data.unusable : text.data.understood(format.number(preview.goodRows), format.number(preview.rowCount))}
        {!preview.headerMissing && <> <WhyFigures place={pending.file} figures={{ of: 'import', key }} of={pending.file} /></>}
        {preview.box && <> <button type="button" class="link to-map" onClick={() => flyTo(middleOf(preview.box!), 9.5)}>{text.data.zoom}</button></>}
        {(pending.from ?? preview.format) && <small> · {pending.from ?? `${preview.format}${preview.encoding ? `, ${preview.encoding}` : ''}`}</small>}
      </p>
      <div class="import-choices">
        <label>{text.data.kind}{preview.kindGuessed && ` (${text.data.guessed})`}{' '}
          <select value={options.kind ?? preview.kind} onChange={(e) => { const kind = e.currentTarget.value as DatasetKind; rereadImport(key, ({ crs, headerLine }) => ({ crs, headerLine, kind })); }}>
            {KINDS.map((k) => <option key={k} value={k}>{text.data.kinds[k]}</option>)}
          </select>
        </label>
        <label>{text.data.crs}{' '}
          <select value={options.crs ?? ''} onChange={(e) => { const crs = e.currentTarget.value || undefined; rereadImport(key, (before) => ({ ...before, kind: before.kind ?? preview.kind, crs })); }}>
            <option value="">{text.data.crsAuto}</option>
            {CRS.map((c) => <option key={c} value={c}>{text.data.crsOptions[c]}</option>)}
          </select>
        </label>
      </div>
      {(preview.headerLine !== null || preview.headerMissing) && (
        <p class="import-header">
          <label>{text.data.headerLine}{' '}
            <input
              type="number" min={1} step={1} value={options.headerLine ?? preview.headerLine ?? 1}
              onChange={(e) => { const headerLine = e.currentTarget.valueAsNumber || undefined; rereadImport(key, ({ kind, crs }) => ({ kind, crs, headerLine })); }}
            />
          </label>
          {preview.headerMissing && <span role="alert"> {text.data.headerMissing}</span>}
        </p>
      )}
      {columns.length > 0 && (
        <Fold filled={preview.unusable} summary={text.data.mapping}>
          <table class="plain-table mapping-table">
            <thead><tr><th scope="col">{text.data.field}</th><th scope="col">{text.data.column}</th></tr></thead>
            <tbody>
              {fields.map(({ name, required }) => (
                <tr key={name}>
                  <th scope="row">{name}{required && <small> {text.data.required}</small>}</th>
                  <td>
                    <select aria-label={`${text.data.column}: ${name}`} value={asked(name) ?? mapping[name] ?? ''} onChange={(e) => remap(name, e.currentTarget.value)}>
                      <option value="">{text.data.none}</option>
                      {columns.map((c) => <option key={c} value={c}>{c}</option>)}
                    </select>
                    {(mapping[name] === undefined || options.set?.[name] !== undefined) && (
                      <input type="text" aria-label={`${text.data.everyRow}: ${name}`} placeholder={text.data.everyRow} defaultValue={options.set?.[name] ?? ''} onChange={(e) => setTo(name, e.currentTarget.value.trim())} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Fold>
      )}
      {sample.length > 0 && columns.length > 0 && (
        <details>
          <summary>{text.data.preview}</summary>
          <div class="table-scroll sample" tabIndex={0} role="region" aria-label={text.data.preview}>
            <table class="plain-table">
              <thead><tr>{columns.map((c) => <th key={c} scope="col">{c}</th>)}</tr></thead>
              <tbody>{sample.map((cells, i) => <tr key={i}>{cells.map((cell, j) => <td key={j}>{cell}</td>)}</tr>)}</tbody>
            </table>
          </div>
        </details>
      )}
      <IssueList preview={preview} />
      {!preview.unusable && (
        <div class="import-accept">
          <label>{text.data.date} <input type="date" value={date.value} onInput={(e) => (date.value = e.currentTarget.value)} /></label>
          {hasOwn(preview.kind) && (
            <fieldset class="choice">
              <label><input type="radio" name={`how-${key}`} checked={!replace.value} onChange={() => (replace.value = false)} /> {text.data.add}</label>
              <label><input type="radio" name={`how-${key}`} checked={replace.value} onChange={() => (replace.value = true)} /> {text.data.replace}</label>
            </fieldset>
          )}
          {comparableTo(preview.kind).length > 0 && <button type="button" class="plain bordered" onClick={() => void compareImport(pending)}>{text.compare.withLoaded}</button>}
          <button type="button" class="primary" onClick={() => void acceptImport(key, { replace: replace.value, date: date.value || null })}>{text.data.accept(format.number(preview.goodRows))}</button>
        </div>
      )}
    </>
  );
}
