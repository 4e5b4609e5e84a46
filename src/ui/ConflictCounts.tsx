import { conflicts } from '../state/conflicts';
import { lang } from '../state/language';
import { known } from '../state/known';
import { updateView } from '../state/view';
import { WhyFigures } from './WhyButton';

/** Where readings contradict claimed coverage, by commune; nothing where there is nothing to hold against each other. */
export function ConflictCounts() {
  const { text, format } = lang.value;
  const found = conflicts.value;
  if (!found) return null;
  const nameOf = new Map(known.value!.communes.map((c) => [c.code, c.name]));
  const rows = [...found.byCommune]
    .filter(([, count]) => count.claimedButPoor + count.usableButUnclaimed > 0)
    .sort(([a, x], [b, y]) => y.claimedButPoor - x.claimedButPoor || y.usableButUnclaimed - x.usableButUnclaimed || format.compare(nameOf.get(a) ?? '', nameOf.get(b) ?? ''));
  const total = [...found.byCommune.values()].reduce((sum, count) => sum + count.readings, 0);
  return (
    <section>
      <h2>{text.conflicts.title}</h2>
      {total === 0 ? <p class="hint">{text.conflicts.noPair}</p> : rows.length === 0 ? <p class="hint">{text.conflicts.none(format.number(total))}</p> : (
        <table class="plain-table">
          <thead>
            <tr><th scope="col">{text.table.name}</th><th scope="col">{text.conflicts.readings}</th><th scope="col">× {text.conflicts.claimedButPoor}</th><th scope="col">+ {text.conflicts.usableButUnclaimed}</th></tr>
          </thead>
          <tbody>
            {rows.map(([code, count]) => (
              <tr key={code}>
                <th scope="row">{nameOf.has(code) ? <button type="button" class="link" onClick={() => updateView({ commune: code })}>{nameOf.get(code)}</button> : text.conflicts.outside} <WhyFigures place={nameOf.get(code) ?? text.conflicts.outside} figures={{ of: 'conflicts', code }} of={nameOf.get(code) ?? text.conflicts.outside} /></th>
                <td>{format.number(count.readings)}</td><td>{format.number(count.claimedButPoor)}</td><td>{format.number(count.usableButUnclaimed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
