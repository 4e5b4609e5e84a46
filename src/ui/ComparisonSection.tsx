import { useSignal } from '@preact/signals';
import { CHANGE_KINDS, type ChangeKind, type ChangeRow } from '../core/comparison-record';
import { comparableTo, compareLoaded, comparing, shownChanges } from '../state/compare-versions';
import { closeComparison, comparison, comparisonFailure } from '../state/comparison';
import { flyTo } from '../state/flight';
import { lang } from '../state/language';
import { project } from '../state/project';
import { downloadChanges } from './download';
import { CHANGE_SIGNS } from './legend-items';
import { WhyFigures } from './WhyButton';
import { failureWords } from './wording';

/** Rows listed before the rest is only counted; the file that can be saved has them all. */
const MOST_LISTED = 200;

/** What differs between two versions of a dataset; the map shows the same. */
export function ComparisonSection() {
  const { text, format } = lang.value;
  const shown = comparison.value;
  const kind = useSignal<ChangeKind | ''>('');
  if (comparing.value || comparisonFailure.value !== null || !shown) {
    return (
      <>
        {!shown && <ComparisonChoice />}
        {comparing.value && <p role="status">{text.compare.comparing}</p>}
        {comparisonFailure.value !== null && <p role="alert" class="import-bad">{text.compare.failed(failureWords(comparisonFailure.value))}</p>}
      </>
    );
  }
  const rows = shownChanges.value;
  const between = text.compare.between(shown.before.map(({ file }) => file).join(', '), shown.after.file);
  const counts = CHANGE_KINDS.map((k) => `${format.number(rows.filter((r) => r.kinds.includes(k)).length)} ${text.compare.kinds[k]}`);
  const listed = rows.map((row, i) => ({ row, number: i + 1 })).filter(({ row }) => kind.value === '' || row.kinds.includes(kind.value));
  return (
    <section class="comparison" aria-label={text.compare.title}>
      <header>
        <h2>{text.compare.title}</h2>
        <button type="button" class="plain" onClick={closeComparison}>{text.compare.close}</button>
      </header>
      <p>{between}</p>
      <p role="status"><strong>{counts.join(', ')}</strong>; {text.compare.same(format.number(shown.comparison.same))} <WhyFigures place={between} figures={{ of: 'comparison' }} of={text.compare.title} /></p>
      {rows.length > 0 && (
        <>
          <div class="table-tools">
            <label>{text.compare.filter}{' '}
              <select value={kind.value} onChange={(e) => (kind.value = e.currentTarget.value as ChangeKind | '')}>
                <option value="">{text.data.allCodes}</option>
                {CHANGE_KINDS.map((k) => <option key={k} value={k}>{text.compare.kinds[k]}</option>)}
              </select>
            </label>
            <button type="button" class="plain" onClick={() => downloadChanges(rows)}>{text.compare.export}</button>
          </div>
          <table class="plain-table">
            <caption class="visually-hidden">{between}</caption>
            <thead><tr><th scope="col">{text.compare.what}</th><th scope="col">{text.compare.change}</th></tr></thead>
            <tbody>{listed.slice(0, MOST_LISTED).map(({ row, number }) => <Change key={number} row={row} number={number} />)}</tbody>
          </table>
          {listed.length > MOST_LISTED && <p class="hint">{text.compare.more(format.number(listed.length - MOST_LISTED))}</p>}
        </>
      )}
    </section>
  );
}

function Change({ row, number }: { row: ChangeRow; number: number }) {
  const { text, format } = lang.value;
  const { kinds, id, name, movedMeters, fields, gainedKm2, lostKm2, place } = row;
  return (
    <tr>
      <th scope="row">
        {name || id}{name && <small>{id}</small>}
        {place && <button type="button" class="link to-map" aria-label={`${text.data.zoom}: ${name || id}`} onClick={() => flyTo(place, 12)}>{text.data.zoom}</button>}
      </th>
      <td>
        {kinds.map((k) => <span key={k} class="change-kind"><span aria-hidden="true">{CHANGE_SIGNS[k]}</span> {text.compare.kinds[k]}{k === 'moved' && movedMeters !== null && ` ${format.meters(movedMeters)}`}</span>)}
        {fields.filter(({ field }) => field !== 'geometry').map(({ field, before, after }) => <small key={field}>{field}: {before || '∅'} → {after || '∅'}</small>)}
        {gainedKm2 !== null && lostKm2 !== null && <small>+{format.km2(gainedKm2)}, −{format.km2(lostKm2)}</small>}
        {(movedMeters !== null || gainedKm2 !== null) && <WhyFigures place={name || id} figures={{ of: 'change', number }} of={name || id} />}
      </td>
    </tr>
  );
}

/** Two loaded datasets of one kind can be held against each other at any time. */
function ComparisonChoice() {
  const { text } = lang.value;
  const before = useSignal('');
  const after = useSignal('');
  const datasets = project.value!.datasets.filter((d) => comparableTo(d.kind).length > 1);
  if (datasets.length === 0) return null;
  const older = datasets.find((d) => d.id === before.value) ?? datasets[0]!;
  const others = datasets.filter((d) => d.kind === older.kind && d.id !== older.id);
  const newer = others.find((d) => d.id === after.value) ?? others[0]!;
  return (
    <section class="comparison">
      <h2>{text.compare.title}</h2>
      <label class="select-row">{text.compare.before}{' '}
        <select value={older.id} onChange={(e) => (before.value = e.currentTarget.value)}>
          {datasets.map((d) => <option key={d.id} value={d.id}>{d.provenance.file} ({text.data.kinds[d.kind]})</option>)}
        </select>
      </label>
      <label class="select-row">{text.compare.after}{' '}
        <select value={newer.id} onChange={(e) => (after.value = e.currentTarget.value)}>
          {others.map((d) => <option key={d.id} value={d.id}>{d.provenance.file}</option>)}
        </select>
      </label>
      <p><button type="button" class="plain bordered" onClick={() => void compareLoaded(older, newer)}>{text.compare.start}</button></p>
    </section>
  );
}
