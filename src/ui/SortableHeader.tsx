import type { Signal } from '@preact/signals';
import { lang } from '../state/language';

export interface Sorting<Column extends string> {
  column: Column;
  descending: boolean;
}

/** A column header that sorts: a button inside the cell, the order in `aria-sort`. Numbers start with the largest. */
export function SortableHeader<Column extends string>({ column, label, sorting, numeric = false }: { column: Column; label: string; sorting: Signal<Sorting<Column>>; numeric?: boolean }) {
  const { text } = lang.value;
  const active = sorting.value.column === column;
  const { descending } = sorting.value;
  return (
    <th scope="col" class={numeric ? 'numeric' : undefined} aria-sort={active ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" title={text.table.sortBy(label)} onClick={() => (sorting.value = { column, descending: active ? !descending : numeric })}>
        {label}<span class="sort-mark" aria-hidden="true">{active ? (descending ? '▼' : '▲') : ''}</span>
      </button>
    </th>
  );
}
