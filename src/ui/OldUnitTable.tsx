import { useComputed, useSignal } from '@preact/signals';
import { fold } from '../core/fold';
import { writeOldCode } from '../core/old-code';
import type { OldUnitRow } from '../core/old-units';
import { OLD_UNIT_COLUMNS, oldUnitCells } from '../formats/old-unit-cells';
import { lang } from '../state/language';
import { figuresNature } from '../state/nature';
import { project } from '../state/project';
import { answerTo, mainQuestion } from '../state/results';
import { oldUnitHamlets, oldUnitTable, technologiesAtCentre } from '../state/old-unit-figures';
import { rowsOfMain } from '../state/units';
import { updateView, view } from '../state/view';
import { downloadTable } from './download';
import { SortableHeader, type Sorting } from './SortableHeader';
import { TableCount } from './TableCount';
import { TableExports } from './TableExports';
import { Tag } from './Tag';
import { WhyFigures } from './WhyButton';
import { operatorList, technologyList } from './wording';

type Column = 'name' | 'district' | 'now' | 'population' | 'centre' | 'hamlets' | 'trang' | 'lom' | 'peopleTrang' | 'gapKm2' | 'gapShare';
const NUMBERS = ['trang', 'lom', 'peopleTrang', 'hamlets', 'population'] as const satisfies Column[];
const LAND = ['gapShare', 'gapKm2'] as const satisfies Column[];
const CENTRE_ORDER = { not: 0, 'no-data': 1, missing: 2, reached: 3 };

const nameOf = (code: string) => project.value!.communes.find((c) => c.code === code)?.name ?? code;

/** The 193 units until 30 June 2025: the signal at the centre, the hamlets, and where each went. */
export function OldUnitTable() {
  const { text } = lang.value;
  const { technologies, operators, commune } = view.value;
  const filter = useSignal('');
  const sorting = useSignal<Sorting<Column>>({ column: 'peopleTrang', descending: true });
  const answered = answerTo(mainQuestion.value) !== null;
  const anyLand = useComputed(() => oldUnitTable.value.some((row) => row.basis === 'land'));
  const rows = useComputed(() => {
    const wanted = fold(filter.value);
    const { compare } = lang.value.format;
    const { column, descending } = sorting.value;
    const sign = descending ? -1 : 1;
    const shown = oldUnitTable.value.filter(({ unit }) => fold([unit.name, ...unit.otherNames, unit.district, ...unit.communes.map((c) => nameOf(c.code))].join(' ')).includes(wanted));
    return shown.sort((a, b) => {
      const [x, y] = [valueOf(a, column), valueOf(b, column)];
      return sign * (typeof x === 'string' ? compare(x, y as string) : x - (y as number)) || compare(a.unit.name, b.unit.name);
    });
  });
  const columns = anyLand.value ? [...LAND, ...NUMBERS] : NUMBERS;
  const labels: Record<Column, string> = {
    name: text.table.oldName, district: text.table.district, now: text.table.now, population: text.table.population, centre: text.table.centre,
    hamlets: text.oldUnits.hamlets, trang: text.oldUnits.trang, lom: text.oldUnits.lom, peopleTrang: text.oldUnits.people, gapKm2: text.oldUnits.gapKm2, gapShare: text.oldUnits.gapShare,
  };
  const save = (to: 'csv' | 'xlsx') => {
    const subject = { technologies, operators, rows: rowsOfMain() };
    void downloadTable(text.oldUnits.exportOld, OLD_UNIT_COLUMNS, rows.value.map((row) => oldUnitCells(row, subject, nameOf, technologiesAtCentre(row.unit))), to);
  };
  const caption = text.oldUnits.caption(technologyList(technologies), operatorList(operators));
  const total = oldUnitTable.value.length;
  return (
    <>
      <div class="table-tools">
        <label>{text.table.filter} <input type="search" value={filter.value} onInput={(e) => (filter.value = e.currentTarget.value)} /></label>
        <TableExports disabled={!answered} save={save} />
        <TableCount shown={rows.value.length} total={total} figures={answered ? { of: 'old-units' } : null} />
      </div>
      <Basis />
      <div class="table-scroll" tabIndex={0} role="region" aria-label={caption}>
        <table class="commune-table unit-table" aria-rowcount={total + 1}>
          <caption>{caption} <Tag nature={figuresNature.value} /></caption>
          <thead>
            <tr>
              <SortableHeader column="name" label={labels.name} sorting={sorting} />
              <SortableHeader column="centre" label={labels.centre} sorting={sorting} />
              {columns.map((column) => <SortableHeader key={column} column={column} label={labels[column]} sorting={sorting} numeric />)}
              <SortableHeader column="now" label={labels.now} sorting={sorting} />
              <SortableHeader column="district" label={labels.district} sorting={sorting} />
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.value.map((row) => {
              const { unit } = row;
              const code = writeOldCode(unit.code);
              return (
                <tr key={unit.code} class={code === commune ? 'selected' : undefined}>
                  <th scope="row">
                    <button type="button" class="link" aria-current={code === commune ? 'true' : undefined} onClick={() => updateView({ commune: code })}>
                      {unit.name}{unit.otherNames.length > 0 && <small> ({unit.otherNames.join(', ')})</small>}
                    </button>
                    {row.basis === 'land' && <small class="row-note">{text.oldUnits.rowLand}</small>}
                  </th>
                  <td class="text"><CentreWords row={row} /></td>
                  {columns.map((column) => <td key={column}><Figure row={row} column={column} /></td>)}
                  <td class="text">
                    {unit.communes.map((n) => (
                      <button key={n.code} type="button" class="link" onClick={() => updateView({ commune: n.code })}>{nameOf(n.code)}{n.part === 'partial' && ` (${text.sheet.oldPart})`}</button>
                    ))}
                  </td>
                  <td class="text">{unit.district}</td>
                  <td>{answered && <WhyFigures place={unit.name} figures={{ of: 'old-unit', code }} of={unit.name} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {rows.value.length === 0 && <p class="hint empty">{text.oldUnits.none}</p>}
      </div>
    </>
  );
}

function valueOf(row: OldUnitRow, column: Column): string | number {
  const { unit, land } = row;
  switch (column) {
    case 'name':
      return unit.name;
    case 'district':
      return unit.district;
    case 'now':
      return unit.communes.map((c) => nameOf(c.code)).join(' ');
    case 'population':
      return unit.population;
    case 'centre':
      return CENTRE_ORDER[row.centre];
    case 'gapKm2':
    case 'gapShare':
      return land?.[column] ?? -1;
    default:
      return row[column] ?? -1;
  }
}

function CentreWords({ row }: { row: OldUnitRow }) {
  const { text } = lang.value;
  if (row.centre === 'no-data' && !answerTo(mainQuestion.value)) return <span class="muted">…</span>;
  const reachedBy = row.centre === 'reached' && view.value.technologies.length > 1 ? technologiesAtCentre(row.unit) : null;
  if (reachedBy && reachedBy.length > 0) return <>{text.oldUnits.centreBy(technologyList(reachedBy))}</>;
  return row.centre === 'not' || row.centre === 'reached' ? <>{text.oldUnits.centre[row.centre]}</> : <span class="muted">{text.oldUnits.centre[row.centre]}</span>;
}

function Figure({ row, column }: { row: OldUnitRow; column: (typeof NUMBERS)[number] | (typeof LAND)[number] }) {
  const { text, format } = lang.value;
  const value = column === 'population' ? row.unit.population : column === 'gapKm2' || column === 'gapShare' ? (row.land?.[column] ?? null) : row[column];
  if (value === null) return <span class="muted">–</span>;
  if (column === 'gapShare') return <>{format.percent(value)}</>;
  if (column === 'gapKm2') return <>{format.number(value, 1)}</>;
  return (
    <>
      {format.number(value)}
      {column === 'hamlets' && row.hamletsAssigned > 0 && <small class="row-note" title={text.oldUnits.rowAssignedTitle}>{text.oldUnits.rowAssigned(format.number(row.hamletsAssigned))}</small>}
    </>
  );
}

/** What the figures are of, and how hamlets came to their unit. */
function Basis() {
  const { text, format } = lang.value;
  const hamlets = oldUnitHamlets.value;
  const withLand = oldUnitTable.value.filter((row) => row.basis === 'land').length;
  const all = [...(hamlets?.byUnit.values() ?? [])].flat();
  const assigned = all.filter(({ by }) => by === 'nearest-centre').length;
  const named = all.filter(({ by }) => by === 'named').length;
  const { oldUnits: says } = text;
  return (
    <p class="hint basis">
      {withLand > 0 ? says.byLand(format.number(withLand)) : says.byHamlets}{' '}
      {hamlets === null && says.noHamlets}
      {named > 0 && `${says.named(format.number(named))} `}
      {assigned > 0 && `${says.assigned(format.number(assigned))} `}
      {hamlets !== null && hamlets.without.length > 0 && says.without(format.number(hamlets.without.length))}{' '}
      {hamlets !== null && answerTo(mainQuestion.value) && <WhyFigures place={text.placeNote} figures={{ of: 'belonging' }} of={text.oldUnits.hamlets} />}
    </p>
  );
}
