import { provinceFigures } from '../core/province';
import { lang } from '../state/language';
import { figuresNature, hamletsNature } from '../state/nature';
import { known } from '../state/known';
import { figuresOf, beforeAndAfter, settings } from '../state/results';
import { view } from '../state/view';
import { RulesSection } from './RulesSection';
import { Tag } from './Tag';
import { WhyButton } from './WhyButton';
import { technologyList } from './wording';

/** Trắng and lõm hamlets with the rule in force, as reported and once 2G has ended. */
export function HamletCounts() {
  const { text, format } = lang.value;
  const { technologies } = view.value;
  const { lom } = settings.value;
  const pair = beforeAndAfter.value.map((q) => {
    const answer = figuresOf(q);
    return answer && provinceFigures(answer.rows);
  });
  const reported = known.value!.dataDate;
  const lines = [
    ['trang', 'localitiesTrang'], ['lom', 'localitiesLom'], ['trangPeople', 'populationGap'], ['lomPeople', 'populationLom'],
  ] as const;
  const missing = figuresOf(beforeAndAfter.value[0])?.rows.reduce((sum, row) => sum + (row.populationMissing ?? 0), 0) ?? 0;
  return (
    <section>
      <h2>{text.counts.title} <Tag nature={figuresNature.value} /></h2>
      <table class="plain-table">
        <thead>
          <tr><th scope="col">{text.counts.state}</th><th scope="col">{format.date(reported)}</th><th scope="col">{text.counts.after}</th></tr>
        </thead>
        <tbody>
          {lines.map(([label, field]) => (
            <tr key={label}>
              <th scope="row">{text.counts[label]}</th>
              {pair.map((figures, i) => (
                <td key={i}>
                  {figures ? (figures[field] === null ? text.noData : format.number(figures[field])) : '…'}
                  {figures?.[field] != null && <> <WhyButton short code={null} question={beforeAndAfter.value[i]!} quantities={[field]} of={text.counts[label]} /></>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">
        {text.counts.rule(technologyList(technologies), format.radius(lom.radiusMeters), format.percent(lom.share, 0))}{' '}
        {pair[0]?.localities != null && `(${text.counts.ofHamlets(format.number(pair[0].localities))}) `}
        {missing > 0 && text.counts.missing(format.number(missing))} {hamletsNature.value === 'modelled' && text.counts.notOfficial}{' '}
        {pair[0]?.localities != null && <WhyButton short code={null} question={beforeAndAfter.value[0]} quantities={['localities', 'populationMissing']} of={text.basis.hamlets} />}
      </p>
      <RulesSection />
    </section>
  );
}
