import type { GapRow } from '../core/model';
import { compareText } from '../core/text-order';
import { lang } from '../state/language';
import { answerTo, mainQuestion } from '../state/results';
import { updateView, view, type View } from '../state/view';
import { Bar } from './Bar';
import { WhyButton } from './WhyButton';

type Need = View['need'];
const RECEIPT = { people: 'populationGap', land: 'gapKm2', share: 'gapShare', hamlets: 'localitiesTrang' } as const;
const NEEDS: Need[] = ['people', 'land', 'share', 'hamlets'];

function amountOf(row: GapRow, need: Need): number | null {
  return { people: row.populationGap, land: row.gapKm2, share: row.gapShare, hamlets: row.localitiesTrang }[need];
}

/** The ten communes in most need, by a measure that the reader chooses. */
export function NeedList() {
  const { text, format } = lang.value;
  const { need } = view.value;
  const rows = (answerTo(mainQuestion.value)?.rows ?? [])
    .filter((row) => (amountOf(row, need) ?? 0) > 0)
    .sort((a, b) => amountOf(b, need)! - amountOf(a, need)! || (b.gapKm2 ?? 0) - (a.gapKm2 ?? 0) || compareText(a.code, b.code))
    .slice(0, 10);
  const most = rows.length > 0 ? amountOf(rows[0]!, need)! : 1;
  const say = (row: GapRow) => {
    const amount = amountOf(row, need)!;
    return { people: () => format.number(amount), land: () => format.km2(amount), share: () => format.percent(amount), hamlets: () => format.number(amount) }[need]();
  };
  return (
    <section>
      <h2>{text.need.title}</h2>
      <label class="select-row">{text.need.measure}{' '}
        <select value={need} onChange={(e) => updateView({ need: e.currentTarget.value as Need })}>
          {NEEDS.map((n) => <option key={n} value={n}>{text.need.measures[n]}</option>)}
        </select>
      </label>
      {rows.length === 0 ? <p class="hint">{text.need.none}</p> : (
        <ol class="need-list">
          {rows.map((row) => (
            <li key={row.code}>
              <button type="button" class="need-row" onClick={() => updateView({ commune: row.code })}>
                <span class="need-name">{row.name}</span>
                <Bar share={amountOf(row, need)! / most} kind="gap" />
                <span class="need-amount">{say(row)}</span>
              </button>
              <WhyButton short code={row.code} question={mainQuestion.value} quantities={[RECEIPT[need]]} of={row.name} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
