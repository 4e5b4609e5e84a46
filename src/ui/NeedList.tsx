import { NEED_MEASURES, type NeedMeasure, needsOf } from '../core/commune-rank';
import { compareText } from '../core/text-order';
import { flyToBox } from '../state/flight';
import { lang } from '../state/language';
import { figuresOf, mainQuestion } from '../state/results';
import { boxOfDistrict, districtTable } from '../state/units';
import { updateView, view } from '../state/view';
import { Bar } from './Bar';
import { writeOldCode } from '../core/old-code';
import { Later } from './Later';
import { WhyButton, WhyFigures } from './WhyButton';

const RECEIPT = { people: 'populationGap', land: 'gapKm2', share: 'gapShare', hamlets: 'localitiesTrang' } as const;

/** A unit of the kind in view, by every measure of need. */
export interface Needy {
  key: string;
  name: string;
  amounts: Record<NeedMeasure, number | null>;
  open: () => void;
}

function needyCommunes(): Needy[] {
  return (figuresOf(mainQuestion.value)?.rows ?? []).map((row) => ({
    key: row.code, name: row.name, amounts: needsOf(row), open: () => updateView({ commune: row.code }),
  }));
}

function needyDistricts(): Needy[] {
  return districtTable.value.map(({ district, figures }) => ({
    key: district ?? '', name: district ?? lang.value.text.oldUnits.noDistrict, amounts: needsOf(figures),
    open: () => {
      const box = boxOfDistrict(district);
      updateView({ tab: 'communes', commune: null });
      if (box) flyToBox(box);
    },
  }));
}

const loadOldUnitNeeds = () => import('./OldUnitNeeds').then((m) => m.OldUnitNeeds);

/** The units in most need, ten or all districts, by a measure that the reader chooses. */
export function NeedList() {
  const { units } = view.value;
  return units === 'old' ? <Later load={loadOldUnitNeeds} /> : <NeedRows all={units === 'new' ? needyCommunes() : needyDistricts()} />;
}

export function NeedRows({ all }: { all: readonly Needy[] }) {
  const { text, format } = lang.value;
  const { need: chosen, units } = view.value;
  const measured = NEED_MEASURES.filter((n) => units === 'new' || all.length === 0 || all.some((row) => row.amounts[n] !== null));
  const need = measured.includes(chosen) ? chosen : (measured[0] ?? 'people');
  const rows = all
    .filter((row) => (row.amounts[need] ?? 0) > 0)
    .sort((a, b) => b.amounts[need]! - a.amounts[need]! || (b.amounts.land ?? 0) - (a.amounts.land ?? 0) || compareText(a.key, b.key))
    .slice(0, units === 'districts' ? Infinity : 10);
  const most = rows[0]?.amounts[need] ?? 1;
  const say = { people: format.number, land: format.km2, share: format.percent, hamlets: format.number }[need];
  return (
    <section>
      <h2>{text.oldUnits.needTitle[units]}</h2>
      <label class="select-row">{text.need.measure}{' '}
        <select value={need} onChange={(e) => updateView({ need: e.currentTarget.value as NeedMeasure })}>
          {measured.map((n) => <option key={n} value={n}>{text.need.measures[n]}</option>)}
        </select>
      </label>
      {need !== chosen && <p class="hint">{text.oldUnits.needOther}</p>}
      {units === 'old' && !all.some((row) => row.amounts.land !== null) && <p class="hint">{text.oldUnits.byHamlets}</p>}
      {units === 'districts' && <p class="hint">{text.oldUnits.districtNote}</p>}
      {rows.length === 0 ? <p class="hint">{text.need.none}</p> : (
        <ol class="need-list">
          {rows.map((row) => (
            <li key={row.key}>
              <button type="button" class="need-row" onClick={row.open}>
                <span class="need-name">{row.name}</span>
                <Bar share={row.amounts[need]! / most} kind="gap" />
                <span class="need-amount">{say(row.amounts[need]!)}</span>
              </button>
              {units === 'new' && <WhyButton short code={row.key} question={mainQuestion.value} quantities={[RECEIPT[need]]} of={row.name} />}
              {units === 'old' && <WhyFigures place={row.name} figures={{ of: 'old-unit', code: writeOldCode(row.key) }} of={row.name} />}
              {units === 'districts' && <WhyFigures place={row.name} figures={{ of: 'district', district: row.key || null }} of={row.name} />}
            </li>
          ))}
        </ol>
      )}
      {units !== 'new' && <button type="button" class="link need-change" onClick={() => updateView({ tab: 'communes' })}>{text.oldUnits.needChange}</button>}
    </section>
  );
}
