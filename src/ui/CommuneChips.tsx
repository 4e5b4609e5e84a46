import { lang } from '../state/language';
import { project } from '../state/project';

/** Communes to choose one after another, shown as a list that can be shortened. */
export function CommuneChips({ label, codes, onChange }: { label: string; codes: readonly string[]; onChange: (codes: string[]) => void }) {
  const { text, format } = lang.value;
  const communes = project.value!.communes;
  return (
    <>
      <label class="select-row">{label}{' '}
        <select value="" onChange={(e) => { if (e.currentTarget.value) onChange([...codes, e.currentTarget.value]); }}>
          <option value="">{text.scenario.choose}</option>
          {communes.filter((c) => !codes.includes(c.code)).sort((a, b) => format.compare(a.name, b.name)).map((c) => <option key={c.code} value={c.code}>{c.name}</option>)}
        </select>
      </label>
      {codes.length > 12
        ? <p>{text.scenario.communes(format.number(codes.length))} <button type="button" class="plain bordered" onClick={() => onChange([])}>{text.scenario.clear}</button></p>
        : <Chips items={codes.map((code) => ({ id: code, label: communes.find((c) => c.code === code)?.name ?? code }))} onRemove={(code) => onChange(codes.filter((c) => c !== code))} />}
    </>
  );
}

/** Short list, each item with a way to take it off. */
export function Chips({ items, onRemove }: { items: { id: string; label: string }[]; onRemove: (id: string) => void }) {
  const { text } = lang.value;
  if (items.length === 0) return null;
  return (
    <ul class="chips">
      {items.map(({ id, label }) => <li key={id}>{label} <button type="button" class="plain" aria-label={text.scenario.remove(label)} onClick={() => onRemove(id)}>×</button></li>)}
    </ul>
  );
}
