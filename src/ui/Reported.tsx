import type { ComponentChildren } from 'preact';
import { provinceFigures } from '../core/province';
import type { Indicator } from '../formats/bundled-files';
import { lang } from '../state/language';
import { coverageNature, fibreNature, stationsNature } from '../state/nature';
import { project } from '../state/project';
import { answerTo, reportQuestions } from '../state/results';
import { view } from '../state/view';
import { ReportedBases } from './ReportedBases';
import { Tag } from './Tag';

const FIRST = ['bts_total', 'bts_2g', 'bts_3g', 'bts_4g', 'communes_with_fibre_to_centre', 'mobile_coverage'];
const PERCENT = /^percent/;

/** What the province reported beside what the map gives; what was fitted to the report claims no agreement. */
export function Reported() {
  const { text } = lang.value;
  const { seed, other } = project.value!.indicators;
  const first = FIRST.map((id) => seed.find((i) => i.indicator === id)!);
  const rest = seed.filter((i) => !FIRST.includes(i.indicator));
  return (
    <section>
      <h2>{text.report.title}</h2>
      <ReportTable indicators={first} />
      <SourceLine indicator={first[0]!} />
      <details>
        <summary>{text.reported.title}</summary>
        <ReportedBases code={null} />
      </details>
      <details>
        <summary>{text.report.more}</summary>
        <ReportTable indicators={rest} />
        <SourceLine indicator={rest[0]!} />
      </details>
      <details>
        <summary>{text.report.other}</summary>
        <p class="hint">{text.report.otherNote}</p>
        <ul class="other-figures">
          {other.map((i) => (
            <li key={`${i.indicator} ${i.reported}`}>
              <span>{text.report.labels[i.indicator] ?? i.indicator}</span> <strong><Value indicator={i} /></strong>
              <small>{text.report.scope[i.scope] ?? i.scope} · <Source indicator={i} /></small>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Source({ indicator }: { indicator: Indicator }) {
  const { text, format } = lang.value;
  return <>{text.report.source(indicator.source, format.date(indicator.reported))}</>;
}

function SourceLine({ indicator }: { indicator: Indicator }) {
  const { text } = lang.value;
  return <p class="hint">{text.report.reported}: <Source indicator={indicator} /></p>;
}

function Value({ indicator }: { indicator: Indicator }) {
  const { text, format } = lang.value;
  const { value, unit } = indicator;
  if (!PERCENT.test(unit)) return <>{format.number(value)} {unit === 'station' ? '' : text.report.unit[unit]}</>;
  const digits = Number.isInteger(value) ? 0 : String(value).split('.')[1]!.length;
  return <>{unit === 'percent (about)' && `${text.report.about} `}{format.number(value, digits)}{'\u00a0'}{text.report.unit[unit]}</>;
}

function ReportTable({ indicators }: { indicators: Indicator[] }) {
  const { text } = lang.value;
  return (
    <table class="plain-table report-table">
      <thead><tr><th scope="col">{text.report.indicator}</th><th scope="col">{text.report.reported}</th><th scope="col">{text.report.computed}</th></tr></thead>
      <tbody>
        {indicators.map((indicator) => (
          <tr key={indicator.indicator}>
            <th scope="row">
              {text.report.labels[indicator.indicator] ?? indicator.indicator}
              {indicator.indicator === 'mobile_coverage' && <small>{text.report.basisUnknown}</small>}
            </th>
            <td><Value indicator={indicator} /></td>
            <td><Computed indicator={indicator} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The map's figure for an indicator. Fitted or derived ones say so instead of a difference. */
function Computed({ indicator }: { indicator: Indicator }): ComponentChildren {
  const { text, format } = lang.value;
  const { without2G, coverage } = view.value;
  const data = project.value!;
  const technology = { bts_2g: '2G', bts_3g: '3G', bts_4g: '4G' }[indicator.indicator];
  if (technology || indicator.indicator === 'bts_total') {
    const active = data.cells.filter((c) => c.status === 'active' && (!technology || c.technology === technology) && !(without2G && c.technology === '2G'));
    const count = new Set(active.map((c) => `${c.technology} ${c.operator} ${c.siteId}`)).size;
    const gone = without2G && (technology === '2G' || !technology);
    const fitted = stationsNature.value === 'modelled';
    return <>{format.number(count)} <small>{!fitted ? text.report.differenceCount(format.signed(count - indicator.value)) : gone ? `${text.report.without2G}: ${text.report.differenceCount(format.signed(count - indicator.value))}` : text.report.fitted}</small></>;
  }
  if (indicator.indicator === 'communes_with_fibre_to_centre') {
    if (fibreNature.value !== 'derived') return <small>{text.report.noCounterpart}</small>;
    const reached = new Set(data.fibre.map((f) => f.fibreId)).size / data.oldUnits.length;
    return <>{format.percent(reached, 0)} <Tag nature="derived" /></>;
  }
  if (indicator.indicator !== 'mobile_coverage') return <small>{text.report.noCounterpart}</small>;

  const answer = answerTo(reportQuestions.value[without2G ? 1 : 0]!);
  if (!answer) return '…';
  const figures = provinceFigures(answer.rows);
  const covered = [
    ['hamlets', figures.localitiesReachedShare, coverageNature.value === 'modelled' && coverage === 'stations' && !without2G],
    ['land', figures.coveredShare, false],
    ['people', figures.peopleCoveredShare, false],
  ] as const;
  return (
    <ul class="bases">
      {covered.map(([basis, share, fitted]) => share !== null && (
        <li key={basis}>
          {format.percent(share)} <span>{text.ofBasis[basis]}</span>{' '}
          <small>{fitted ? text.report.fitted : text.report.difference(format.points(share - indicator.value / 100))}</small>
        </li>
      ))}
    </ul>
  );
}
