import { useComputed, useSignal } from '@preact/signals';
import { fold } from '../core/fold';
import type { FigureRow, GapState } from '../core/model';
import { lang } from '../state/language';
import { figuresNature } from '../state/nature';
import { paperAsked } from '../state/papers';
import { known } from '../state/known';
import { project } from '../state/project';
import { figuresOf, mainQuestion, whenAnswered } from '../state/results';
import { chooseUnits, districtOfCommune, districts } from '../state/units';
import { UNITS, type Units, updateView, view } from '../state/view';
import { Bar } from './Bar';
import type { ExportFormat } from './download';
import { Later } from './Later';
import { SortableHeader, type Sorting } from './SortableHeader';
import { TableCount } from './TableCount';
import { Tag } from './Tag';
import { Waiting } from './Waiting';
import { ROW_RECEIPTS, WhyButton } from './WhyButton';
import { operatorList, technologyList } from './wording';

type Column = 'name' | 'gapShare' | 'gapKm2' | 'populationGap' | 'localitiesTrang' | 'localitiesLom' | 'bts';
const NUMBERS: Exclude<Column, 'name'>[] = ['gapShare', 'gapKm2', 'populationGap', 'localitiesTrang', 'localitiesLom', 'bts'];
const EXPORTS: ExportFormat[] = ['csv', 'xlsx', 'geojson', 'kml'];
const STATES: GapState[] = ['gap', 'partial', 'covered', 'no-data'];

const loadOldUnitTable = () => import('./OldUnitTable').then((m) => m.OldUnitTable);
const loadDistrictTable = () => import('./DistrictTable').then((m) => m.DistrictTable);

export function CommunesTab() {
  const { text } = lang.value;
  const { units } = view.value;
  const names: Record<Units, string> = { new: text.table.newUnits, old: text.table.oldUnits, districts: text.oldUnits.district };
  return (
    <>
      <fieldset class="choice choice-inline" aria-describedby="units-note">
        <legend>{text.table.units}</legend>
        {UNITS.map((choice) => <label key={choice}><input type="radio" name="units" checked={units === choice} onChange={() => chooseUnits(choice)} /> {names[choice]}</label>)}
        <p id="units-note" class="hint">{text.oldUnits.follow}</p>
      </fieldset>
      {units === 'new' ? <CommuneTable /> : !project.value ? <Waiting /> : units === 'old' ? <Later key={units} load={loadOldUnitTable} /> : <Later key={units} load={loadDistrictTable} />}
    </>
  );
}

/** Saves the rows as the worker has them: with places and distances, which the table does not show. */
async function save(shown: readonly FigureRow[], format: ExportFormat): Promise<void> {
  const { rows } = await whenAnswered(mainQuestion.peek());
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const { downloadGaps } = await import('./download');
  await downloadGaps(shown.map(({ code }) => byCode.get(code)!), format);
}

/** Lists the communes of one former district alone. */
function DistrictFilter() {
  const { text, format } = lang.value;
  if (districts.value.length === 0) return null;
  return (
    <label>{text.oldUnits.districtFilter}{' '}
      <select value={view.value.district ?? ''} onChange={(e) => updateView({ district: e.currentTarget.value || null })}>
        <option value="">{text.oldUnits.allDistricts}</option>
        {[...districts.value].sort(format.compare).map((name) => <option key={name} value={name}>{name}</option>)}
      </select>
    </label>
  );
}

/** All communes: everything that the map says of them, as a table. */
function CommuneTable() {
  const { text, format } = lang.value;
  const { technologies, operators, coverage, commune } = view.value;
  const filter = useSignal('');
  const state = useSignal<GapState | ''>('');
  const sorting = useSignal<Sorting<Column>>({ column: 'populationGap', descending: true });

  const answer = figuresOf(mainQuestion.value);
  const rows = useComputed(() => {
    const wanted = fold(filter.value);
    const all = figuresOf(mainQuestion.value)?.rows ?? emptyRows();
    const { column, descending } = sorting.value;
    const { compare } = lang.value.format;
    const { district } = view.value;
    const inDistrict = (row: FigureRow) => district === null || districtOfCommune.value.get(row.code)?.district === district;
    const shown = all.filter((row) => fold(row.name).includes(wanted) && inDistrict(row) && (state.value === '' || row.state === state.value));
    const sign = descending ? -1 : 1;
    return shown.sort((a, b) => {
      if (column === 'name') return sign * compare(a.name, b.name);
      return sign * ((a[column] ?? -1) - (b[column] ?? -1)) || compare(a.name, b.name);
    });
  });
  const total = known.value!.communes.length;
  const caption = text.table.caption(technologyList(technologies), operatorList(operators));
  const cell = (row: FigureRow, column: Exclude<Column, 'name'>) => {
    const value = row[column];
    if (value === null || value === undefined) return <span class="muted">{row.state === 'no-data' && answer ? text.noData : '–'}</span>;
    return column === 'gapShare' ? format.percent(value) : column === 'gapKm2' ? format.number(value, 1) : format.number(value);
  };
  const headers: Record<Exclude<Column, 'name'>, string> = {
    gapShare: text.table.gapShare, gapKm2: text.table.gapKm2, populationGap: text.table.people, localitiesTrang: text.table.trang, localitiesLom: text.table.lom, bts: text.table.bts,
  };
  return (
    <>
      <div class="table-tools">
        <label>{text.table.filter} <input type="search" value={filter.value} onInput={(e) => (filter.value = e.currentTarget.value)} /></label>
        <label>{text.table.stateFilter}{' '}
          <select value={state.value} onChange={(e) => (state.value = e.currentTarget.value as GapState | '')}>
            <option value="">{text.table.allStates}</option>
            {STATES.map((s) => <option key={s} value={s}>{text.states[s]}</option>)}
          </select>
        </label>
        <DistrictFilter />
        <span class="exports" role="group" aria-label={text.table.export}>
          {text.table.export}
          {EXPORTS.map((format) => (
            <button key={format} type="button" class="plain" disabled={!answer} aria-label={`${text.table.export}: ${format.toUpperCase()}`} onClick={() => void save(rows.value, format)}>{format.toUpperCase()}</button>
          ))}
        </span>
        <span class="exports" role="group" aria-label={text.paper.title}>
          {(['province', 'all'] as const).map((kind) => <button key={kind} type="button" class="plain" disabled={!answer} onClick={() => (paperAsked.value = { kind, code: null })}>{text.paper.kinds[kind]}</button>)}
        </span>
        <TableCount shown={rows.value.length} total={total} figures={answer ? { of: 'legend', technologies: [], counts: ['communes'] } : null} />
      </div>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={caption}>
        <table class="commune-table" aria-rowcount={total + 1}>
          <caption>{caption} {coverage === 'stations' && <small>({text.terrainNote})</small>} <Tag nature={figuresNature.value} /></caption>
          <thead>
            <tr>
              <SortableHeader column="name" label={text.table.name} sorting={sorting} />
              {NUMBERS.map((column) => <SortableHeader key={column} column={column} label={headers[column]} sorting={sorting} numeric />)}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.value.map((row) => (
              <tr key={row.code} class={row.code === commune ? 'selected' : undefined}>
                <th scope="row">
                  <button type="button" class="link" aria-current={row.code === commune ? 'true' : undefined} onClick={() => updateView({ commune: row.code })}>{row.name}</button>
                </th>
                {NUMBERS.map((column) => (
                  <td key={column}>
                    {column === 'gapShare' && <Bar share={row.gapShare} kind="gap" />}
                    {cell(row, column)}
                  </td>
                ))}
                <td>{answer && <WhyButton short code={row.code} question={mainQuestion.value} quantities={ROW_RECEIPTS} of={row.name} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.value.length === 0 && <p class="hint">{text.table.none}</p>}
      </div>
    </>
  );
}

/** Names at once, figures when the worker has them. */
function emptyRows(): FigureRow[] {
  return known.value!.communes.map((c): FigureRow => ({
    code: c.code, name: c.name, technology: 'any', operator: '*', state: 'no-data', withoutData: [], areaKm2: 0, coveredKm2: null, gapKm2: null, noDataKm2: 0,
    gapShare: null, bts: null, sites: null, population: null,
    populationGap: null, populationLom: null, populationMissing: null, populationBasis: null, localities: null, localitiesTrang: null, localitiesLom: null,
    source: [], bundled: true,
  }));
}
