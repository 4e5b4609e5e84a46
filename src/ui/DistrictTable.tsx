import { useComputed, useSignal } from '@preact/signals';
import type { DistrictRow } from '../core/districts';
import { fold } from '../core/fold';
import { DISTRICT_COLUMNS, districtCells } from '../formats/old-unit-cells';
import { flyToBox } from '../state/flight';
import { lang } from '../state/language';
import { figuresNature } from '../state/nature';
import { project } from '../state/project';
import { answerTo, mainQuestion } from '../state/results';
import { boxOfDistrict, communesOfDistrict, districtOfCommune, districts, districtTable, rowsOfMain } from '../state/units';
import { updateView, view } from '../state/view';
import { Bar } from './Bar';
import { downloadTable } from './download';
import { SortableHeader, type Sorting } from './SortableHeader';
import { TableCount } from './TableCount';
import { TableExports } from './TableExports';
import { Tag } from './Tag';
import { WhyFigures } from './WhyButton';
import { operatorList, technologyList } from './wording';

const NUMBERS = ['gapShare', 'gapKm2', 'populationGap', 'localitiesTrang', 'localitiesLom', 'localities', 'bts', 'areaKm2', 'population', 'communes'] as const;
type Column = 'name' | (typeof NUMBERS)[number];

/** The 11 districts until 30 June 2025: sums of today's communes. */
export function DistrictTable() {
  const { text, format } = lang.value;
  const { technologies, operators, coverage } = view.value;
  const filter = useSignal('');
  const sorting = useSignal<Sorting<Column>>({ column: 'populationGap', descending: true });
  const answered = answerTo(mainQuestion.value) !== null;
  const all = useComputed((): readonly (DistrictRow | NamedOnly)[] => (districtTable.value.length > 0 ? districtTable.value : districts.value.map((district) => ({ district, figures: null }))));
  const rows = useComputed(() => {
    const { column, descending } = sorting.value;
    const sign = descending ? -1 : 1;
    const { compare } = lang.value.format;
    const value = (row: DistrictRow | NamedOnly) => (column === 'name' ? 0 : (row.figures?.[column] ?? -1));
    return all.value
      .filter((row) => fold(nameOf(row.district)).includes(fold(filter.value)))
      .sort((a, b) => (column === 'name' ? sign * compare(nameOf(a.district), nameOf(b.district)) : sign * (value(a) - value(b)) || compare(nameOf(a.district), nameOf(b.district))));
  });
  const labels: Record<Column, string> = {
    name: text.oldUnits.districtName, gapShare: text.table.gapShare, gapKm2: text.table.gapKm2, populationGap: text.table.people, localitiesTrang: text.table.trang, localitiesLom: text.table.lom,
    localities: text.oldUnits.hamlets, bts: text.table.bts, areaKm2: text.oldUnits.area, population: text.table.population, communes: text.oldUnits.communes,
  };
  const caption = text.oldUnits.districtCaption(technologyList(technologies), operatorList(operators));
  const save = (to: 'csv' | 'xlsx') => {
    const subject = { technologies, operators, rows: rowsOfMain() };
    const wanted = new Set(rows.value.map((row) => row.district));
    void downloadTable(text.oldUnits.exportDistricts, DISTRICT_COLUMNS, districtTable.value.filter((row) => wanted.has(row.district)).map((row) => districtCells(row, subject)), to);
  };
  return (
    <>
      <div class="table-tools">
        <label>{text.table.filter} <input type="search" value={filter.value} onInput={(e) => (filter.value = e.currentTarget.value)} /></label>
        <TableExports disabled={!answered} save={save} />
        <TableCount shown={rows.value.length} total={all.value.length} figures={answered ? { of: 'legend', technologies: [], counts: ['districts', 'communes'] } : null} />
      </div>
      <p class="hint basis">{text.oldUnits.districtNote}</p>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={caption}>
        <table class="commune-table unit-table" aria-rowcount={all.value.length + 1}>
          <caption>{caption} {coverage === 'stations' && <small>({text.terrainNote})</small>} <Tag nature={figuresNature.value} /></caption>
          <thead>
            <tr>
              <SortableHeader column="name" label={labels.name} sorting={sorting} />
              {NUMBERS.map((column) => <SortableHeader key={column} column={column} label={labels[column]} sorting={sorting} numeric />)}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.value.map((row) => (
              <tr key={row.district ?? ''}>
                <th scope="row">
                  <button type="button" class="link" onClick={() => showDistrict(row.district)}>{nameOf(row.district)}</button>
                  {'mixed' in row && row.mixed.length > 0 && <small class="row-note">{text.oldUnits.mixedCell(format.number(row.mixed.length))}</small>}
                </th>
                {NUMBERS.map((column) => (
                  <td key={column}>
                    {column === 'gapShare' && <Bar share={row.figures?.gapShare ?? null} kind="gap" />}
                    <Figure row={row} column={column} />
                  </td>
                ))}
                <td>{answered && <WhyFigures place={nameOf(row.district)} figures={{ of: 'district', district: row.district }} of={nameOf(row.district)} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Mixed />
    </>
  );
}

/** Before the question is answered. */
interface NamedOnly {
  district: string | null;
  figures: null;
}

function nameOf(district: string | null): string {
  return district ?? lang.value.text.oldUnits.noDistrict;
}

function showDistrict(district: string | null): void {
  const box = boxOfDistrict(district);
  if (box) flyToBox(box);
}

function Figure({ row, column }: { row: DistrictRow | NamedOnly; column: (typeof NUMBERS)[number] }) {
  const { text, format } = lang.value;
  const { district } = row;
  if (column === 'communes') {
    const count = communesOfDistrict(district).length;
    const number = format.number(count);
    if (district === null) return <>{number}</>;
    return <button type="button" class="link" aria-label={text.oldUnits.communesOf(number, district)} title={text.oldUnits.communesOf(number, district)} onClick={() => updateView({ units: 'new', district })}>{number}</button>;
  }
  const value = row.figures?.[column] ?? null;
  if (value === null) return <span class="muted">{row.figures ? text.noData : '…'}</span>;
  return <>{column === 'gapShare' ? format.percent(value) : column === 'gapKm2' ? format.number(value, 1) : format.number(value)}</>;
}

/** The communes that joined units of several districts, and how they were decided. */
function Mixed() {
  const { text, format } = lang.value;
  const mixed = project.value!.communes.flatMap(({ code, name }) => {
    const people = districtOfCommune.value.get(code)?.people ?? [];
    return people.length > 1 ? [{ code, name, people }] : [];
  });
  if (mixed.length === 0) return null;
  return (
    <details class="mixed">
      <summary>{text.oldUnits.mixedTitle(format.number(mixed.length))}</summary>
      <p class="hint">{text.oldUnits.mixedNote}</p>
      <ul class="lines">
        {mixed.map(({ code, name, people }) => (
          <li key={code}>{text.oldUnits.mixedRow(name, people.map(({ district, population }) => text.oldUnits.mixedPeople(district, format.number(Math.round(population)))).join('; '))} {answerTo(mainQuestion.value) && <WhyFigures place={name} figures={{ of: 'district-people', code }} of={name} />}</li>
        ))}
      </ul>
    </details>
  );
}
