import { useComputed, useSignal } from '@preact/signals';
import { fold } from '../core/fold';
import { lang } from '../state/language';
import { coverageNature } from '../state/nature';
import { project } from '../state/project';
import { answerTo, mainQuestion } from '../state/results';
import { updateView, view } from '../state/view';
import { SortableHeader, type Sorting } from './SortableHeader';
import { Tag } from './Tag';
import { operatorList, technologyList } from './wording';

type Column = 'name' | 'district' | 'now' | 'population' | 'centre';

/** The 193 communes until 30 June 2025: where each went, and whether its centre has signal. */
export function OldUnitTable() {
  const { text, format } = lang.value;
  const { technologies, operators } = view.value;
  const filter = useSignal('');
  const sorting = useSignal<Sorting<Column>>({ column: 'name', descending: false });
  const rows = useComputed(() => {
    const data = project.value!;
    const reached = answerTo(mainQuestion.value)?.oldCentresReached ?? null;
    const nameOf = new Map(data.communes.map((c) => [c.code, c.name]));
    const wanted = fold(filter.value);
    const collator = new Intl.Collator(view.value.language);
    const all = data.oldUnits.map((unit) => ({
      unit,
      now: unit.communes.map((c) => ({ ...c, name: nameOf.get(c.code) ?? c.code })),
      centre: !unit.centre ? ('missing' as const) : !reached ? null : reached.has(unit.code) ? ('reached' as const) : ('not' as const),
    }));
    const { column, descending } = sorting.value;
    const sign = descending ? -1 : 1;
    const order = { not: 0, missing: 1, reached: 2 };
    const value = (row: (typeof all)[number]): string | number =>
      ({ name: row.unit.name, district: row.unit.district, now: row.now[0]?.name ?? '', population: row.unit.population, centre: row.centre ? order[row.centre] : -1 })[column];
    return all
      .filter((row) => fold(`${row.unit.name} ${row.unit.otherNames.join(' ')} ${row.unit.district} ${row.now.map((n) => n.name).join(' ')}`).includes(wanted))
      .sort((a, b) => {
        const [x, y] = [value(a), value(b)];
        return sign * (typeof x === 'string' ? collator.compare(x, y as string) : x - (y as number)) || collator.compare(a.unit.name, b.unit.name);
      });
  });
  const says = { reached: text.table.centreReached, not: text.table.centreNot, missing: text.table.centreMissing };
  return (
    <>
      <div class="table-tools">
        <label>{text.table.filter} <input type="search" value={filter.value} onInput={(e) => (filter.value = e.currentTarget.value)} /></label>
        <span role="status">{text.table.showing(format.number(rows.value.length), format.number(project.value!.oldUnits.length))}</span>
      </div>
      <p class="hint">{text.table.oldNote}</p>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={text.table.oldCaption}>
        <table class="commune-table" aria-rowcount={project.value!.oldUnits.length + 1}>
          <caption>{text.table.oldCaption}: {technologyList(technologies)} ({operatorList(operators)}) <Tag nature={coverageNature.value} /></caption>
          <thead>
            <tr>
              <SortableHeader column="name" label={text.table.oldName} sorting={sorting} />
              <SortableHeader column="centre" label={text.table.centre} sorting={sorting} />
              <SortableHeader column="population" label={text.table.population} sorting={sorting} numeric />
              <SortableHeader column="now" label={text.table.now} sorting={sorting} />
              <SortableHeader column="district" label={text.table.district} sorting={sorting} />
            </tr>
          </thead>
          <tbody>
            {rows.value.map(({ unit, now, centre }) => (
              <tr key={unit.code}>
                <th scope="row">{unit.name}{unit.otherNames.length > 0 && <small> ({unit.otherNames.join(', ')})</small>}</th>
                <td class="text">{centre === null ? '–' : says[centre]}</td>
                <td>{format.number(unit.population)}</td>
                <td class="text">
                  {now.map((n) => (
                    <button key={n.code} type="button" class="link" onClick={() => updateView({ commune: n.code })}>{n.name}{n.part === 'partial' && ` (${text.sheet.oldPart})`}</button>
                  ))}
                </td>
                <td class="text">{unit.district}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
