import { lang } from '../state/language';

/** The buttons that save a table. */
export function TableExports({ disabled, save }: { disabled: boolean; save: (format: 'csv' | 'xlsx') => void }) {
  const { text } = lang.value;
  return (
    <span class="exports" role="group" aria-label={text.table.export}>
      {text.table.export}
      {(['csv', 'xlsx'] as const).map((to) => (
        <button key={to} type="button" class="plain" disabled={disabled} aria-label={`${text.table.export}: ${to.toUpperCase()}`} onClick={() => save(to)}>{to.toUpperCase()}</button>
      ))}
    </span>
  );
}
