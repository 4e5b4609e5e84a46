import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { HamletReport } from '../core/hamlet-report';
import type { HamletState } from '../core/hamlets';
import type { ReportedState } from '../core/model';
import { hamletNotes, noteHamlet } from '../state/hamlet-notes';
import { lang } from '../state/language';
import { figuresNature } from '../state/nature';
import { communeReport } from '../state/report';
import { hold } from '../state/unfinished';
import { updateView, view } from '../state/view';
import { downloadHamlets } from './download';
import { reportedOf } from './hamlet-cells';
import { PlaceLink } from './PlaceLink';
import { SortableHeader, type Sorting } from './SortableHeader';
import { Tag } from './Tag';
import { WhyFigures } from './WhyButton';
import { operatorNames, reasonText, technologyList } from './wording';

type Column = 'name' | 'state' | 'reported' | 'operators' | 'best' | 'people' | 'mast' | 'fibre';
type Filter = HamletState | 'differs' | '';
const FILTERS: Filter[] = ['trang', 'lom', 'covered', 'differs'];
const STATES: ReportedState[] = ['trang', 'lom', 'covered'];
const WORST_FIRST: Record<HamletState, number> = { trang: 3, lom: 2, covered: 1 };

/** The commune's hamlets: computed beside reported, who serves them, what is near, why; the reader notes what is true there. */
export function HamletTable() {
  const { text, format } = lang.value;
  const filter = useSignal<Filter>('');
  const sorting = useSignal<Sorting<Column>>({ column: 'state', descending: true });
  const edited = useSignal<string | null>(null);
  const rows = useComputed(() => {
    const { column, descending } = sorting.value;
    const { compare } = lang.value.format;
    const sign = descending ? -1 : 1;
    return (communeReport.value?.hamlets ?? [])
      .filter((h) => filter.value === '' || (filter.value === 'differs' ? differs(h) : h.state === filter.value))
      .sort((a, b) => {
        const [x, y] = [keyOf(a, column), keyOf(b, column)];
        const order = typeof x === 'string' && typeof y === 'string' ? compare(x, y) : Number(x) - Number(y);
        return sign * order || (b.locality.population ?? 0) - (a.locality.population ?? 0) || compare(a.locality.name, b.locality.name);
      });
  });
  const report = communeReport.value;
  if (!report) return <section><h3>{text.hamlets.title}</h3><p>…</p></section>;
  const count = (state: HamletState) => format.number(report.hamlets.filter((h) => h.state === state).length);
  const known = report.hamlets.some((h) => h.state !== null);
  const header = (column: Column, numeric = false) => <SortableHeader column={column} label={text.hamlets.columns[column]} sorting={sorting} numeric={numeric} />;
  return (
    <section class="hamlet-section">
      <h3>{text.hamlets.title} ({technologyList(report.scope.of)}) <Tag nature={figuresNature.value} /></h3>
      {report.hamlets.length === 0 ? <p class="hint">{text.hamlets.none}</p> : (
        <>
          <p>{known ? text.hamlets.counts(count('trang'), count('lom'), count('covered')) : text.noData} <WhyFigures code={report.commune.code} figures={{ of: 'hamlet-counts' }} of={text.hamlets.title} /></p>
          <div class="table-tools">
            <label>{text.hamlets.filter}{' '}
              <select value={filter.value} onChange={(e) => (filter.value = e.currentTarget.value as Filter)}>
                <option value="">{text.hamlets.all(format.number(report.hamlets.length))}</option>
                {FILTERS.map((f) => <option key={f} value={f}>{text.hamlets.filters[f as Exclude<Filter, ''>]}</option>)}
              </select>
            </label>
            <button type="button" class="plain" onClick={() => downloadHamlets(report, rows.value)}>{text.hamlets.export}</button>
          </div>
          <div class="table-scroll" tabIndex={0} role="region" aria-label={text.hamlets.title}>
            <table class="plain-table hamlet-table">
              <thead>
                <tr>
                  {header('name')}{header('state')}{header('reported')}{header('operators', true)}{header('best')}{header('people', true)}
                  <th scope="col">{text.hamlets.power}</th>{header('mast', true)}{header('fibre', true)}<th scope="col">{text.hamlets.reason}</th><td />
                </tr>
              </thead>
              <tbody>
                {rows.value.map((h) => (
                  <Row key={h.locality.localityId} hamlet={h} editing={edited.value === h.locality.localityId} onEdit={(on) => (edited.value = on ? h.locality.localityId : null)} />
                ))}
              </tbody>
            </table>
          </div>
          {rows.value.length === 0 && <p class="hint">{text.table.none}</p>}
        </>
      )}
    </section>
  );
}

function differs(h: HamletReport): boolean {
  const reported = reportedOf(h)?.state ?? null;
  return reported !== null && h.state !== null && reported !== h.state;
}

function keyOf(h: HamletReport, column: Column): string | number {
  switch (column) {
    case 'name': return h.locality.name;
    case 'state': return h.state ? WORST_FIRST[h.state] : 0;
    case 'reported': { const state = reportedOf(h)?.state; return state ? WORST_FIRST[state] : 0; }
    case 'operators': return h.operators?.length ?? -1;
    case 'best': return h.bestTechnology ?? '';
    case 'people': return h.locality.population ?? -1;
    case 'mast': return h.nearestMastKm ?? -1;
    case 'fibre': return h.nearestFibreKm ?? -1;
  }
}

function Row({ hamlet, editing, onEdit }: { hamlet: HamletReport; editing: boolean; onEdit: (on: boolean) => void }) {
  const { text, format } = lang.value;
  const { locality, state, operators, bestTechnology, nearestMastKm, nearestFibreKm, reason } = hamlet;
  const reported = reportedOf(hamlet);
  const show = () => {
    const { layers } = view.peek();
    if (!layers.includes('hamlets')) updateView({ layers: [...layers, 'hamlets'] });
  };
  return (
    <>
      <tr>
        <th scope="row"><PlaceLink name={locality.name} at={locality.position} zoom={13.5} first={show} /></th>
        <td class="text">{state ? text.hamlets.state[state] : text.noData}</td>
        <td class="text">
          {reported?.state ? <span class={differs(hamlet) ? 'differs' : undefined}>{differs(hamlet) && <span aria-hidden="true">≠ </span>}{text.hamlets.state[reported.state]}</span> : '–'}
          {reported?.date && <small>{format.date(reported.date)}</small>}
          {reported?.note && <small>{reported.note}</small>}
          <button type="button" class="link" aria-expanded={editing} aria-label={`${text.hamlets.edit}: ${locality.name}`} onClick={() => onEdit(!editing)}>{text.hamlets.edit}</button>
        </td>
        <td>{operators === null ? '–' : format.number(operators.length)}{operators && operators.length > 0 && <small>{operatorNames(operators)}</small>}</td>
        <td class="text">{bestTechnology ?? '–'}</td>
        <td>{locality.population === null ? '–' : format.number(locality.population)}{locality.households !== null && <small>{text.hamlets.households(format.number(locality.households))}</small>}</td>
        <td class="text">{locality.hasElectricity === null ? '–' : text.hamlets.hasPower[locality.hasElectricity ? 'yes' : 'no']}</td>
        <td>{nearestMastKm === null ? '–' : format.km(nearestMastKm)}</td>
        <td>{nearestFibreKm === null ? '–' : format.km(nearestFibreKm)}</td>
        <td class="text">{reason ? reasonText(reason) : ''}</td>
        <td><WhyFigures code={communeReport.value?.commune.code ?? null} figures={{ of: 'hamlets', ids: [locality.localityId] }} of={locality.name} /></td>
      </tr>
      {editing && <tr class="edit-row"><td colSpan={11}><NoteForm hamlet={hamlet} onDone={() => onEdit(false)} /></td></tr>}
    </>
  );
}

/** State, date and words as the reader knows them. */
function NoteForm({ hamlet: { locality }, onDone }: { hamlet: HamletReport; onDone: () => void }) {
  const { text } = lang.value;
  const before = hamletNotes.value[locality.localityId];
  const state = useSignal<ReportedState | null>(before?.state ?? null);
  const note = useSignal(before?.note ?? '');
  const date = useSignal(before?.date ?? '');
  useEffect(hold, []);
  const save = (event: Event) => {
    event.preventDefault();
    noteHamlet(locality.localityId, { state: state.value, note: note.value, date: date.value || null });
    onDone();
  };
  return (
    <form class="note-form" onSubmit={save} aria-label={`${text.hamlets.edit}: ${locality.name}`}>
      <label>{text.hamlets.noteState}{' '}
        <select value={state.value ?? ''} onChange={(e) => (state.value = (e.currentTarget.value || null) as ReportedState | null)}>
          <option value="">{text.hamlets.noteNone}</option>
          {STATES.map((s) => <option key={s} value={s}>{text.hamlets.state[s]}</option>)}
        </select>
      </label>
      <label>{text.hamlets.noteDate} <input type="date" value={date.value} onInput={(e) => (date.value = e.currentTarget.value)} /></label>
      <label class="wide">{text.hamlets.note} <input type="text" value={note.value} maxLength={500} onInput={(e) => (note.value = e.currentTarget.value)} /></label>
      <p class="actions">
        <button type="submit" class="primary">{text.hamlets.save}</button>
        <button type="button" class="plain" onClick={onDone}>{text.hamlets.cancel}</button>
        {before && <button type="button" class="plain" onClick={() => { noteHamlet(locality.localityId, { state: null, note: '', date: null }); onDone(); }}>{text.hamlets.clear}</button>}
      </p>
      <p class="hint">{text.hamlets.noteHint}</p>
    </form>
  );
}
