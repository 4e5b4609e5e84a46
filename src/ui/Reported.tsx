import type { ComponentChildren } from 'preact';
import { provinceFigures } from '../core/province';
import { REPORTED_QUESTIONS } from '../core/reported';
import { type Indicator, type Technology, TECHNOLOGIES } from '../core/model';
import { lang } from '../state/language';
import { fibreNature, fittedToReport, ownIndicators, stationsNature } from '../state/nature';
import { known } from '../state/known';
import { figuresOf } from '../state/results';
import { view } from '../state/view';
import { ReportedBases, reportedTitle } from './ReportedBases';
import { Tag } from './Tag';
import { WhyButton, WhyFigures } from './WhyButton';

const FIRST = ['bts_total', 'bts_2g', 'bts_3g', 'bts_4g', 'communes_with_fibre_to_centre', 'mobile_coverage'];
const PERCENT = /^percent/;

/** What the province reported beside what the map gives; what was fitted to the report claims no agreement. */
export function Reported() {
  const { text } = lang.value;
  const { seed, other } = known.value!.indicators;
  const first = FIRST.flatMap((id) => seed.filter((i) => i.indicator === id));
  const rest = seed.filter((i) => !FIRST.includes(i.indicator));
  const own = ownFiles();
  const title = reportedTitle();
  return (
    <section>
      <h2>{text.report.title}</h2>
      {own.length > 0 && <p class="hint">{text.indicators.own(own.join(', '))} <Tag nature="imported" /></p>}
      {seed.length === 0 && <p class="hint">{text.indicators.none}</p>}
      {first.length > 0 && <ReportTable indicators={first} />}
      {title !== null && (
        <details>
          <summary>{title}</summary>
          <ReportedBases code={null} />
        </details>
      )}
      {rest.length > 0 && (
        <details>
          <summary>{text.report.more}</summary>
          <ReadinessTable indicators={rest} />
        </details>
      )}
      {other.length > 0 && (
        <details>
          <summary>{text.report.other}</summary>
          <p class="hint">{text.report.otherNote}</p>
          <ul class="other-figures">
            {other.map((i) => (
              <li key={`${i.indicator} ${i.scope} ${i.reported}`}>
                <span>{labelOf(i)}</span> <strong><Value indicator={i} /></strong> <WhyFigures figures={{ of: 'indicator', indicator: i, technology: null }} of={labelOf(i)} />
                <small>{i.scope !== '' && `${text.report.scope[i.scope] ?? i.scope} · `}<Source indicator={i} /></small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Files of the reader's own that reported figures come from; empty where they are the bundled ones. */
function ownFiles(): string[] {
  return known.value!.datasets.filter((d) => d.kind === 'indicators').map((d) => d.provenance.file);
}

function labelOf({ indicator }: Indicator): string {
  return lang.value.text.report.labels[indicator] ?? indicator;
}

function Source({ indicator: { source, reported } }: { indicator: Indicator }) {
  const { text, format } = lang.value;
  return <>{text.report.source(source, reported === '' ? text.indicators.undated : format.date(reported))}</>;
}

/** Where all come from one report; null where they do not. */
function commonSource(indicators: readonly Indicator[]): Indicator | null {
  const first = indicators[0]!;
  return indicators.every((i) => i.source === first.source && i.reported === first.reported) ? first : null;
}

function SourceLine({ indicator }: { indicator: Indicator | null }) {
  const { text } = lang.value;
  return indicator && <p class="hint">{text.report.reported}: <Source indicator={indicator} /></p>;
}

/** Figures that no map can check: what was reported, of what date, by whom. */
function ReadinessTable({ indicators }: { indicators: Indicator[] }) {
  const { text } = lang.value;
  const common = commonSource(indicators);
  return (
    <>
      <table class="plain-table readiness-table">
        <caption class="visually-hidden">{text.indicators.caption}</caption>
        <thead>
          <tr><th scope="col">{text.report.indicator}</th><th scope="col">{text.report.reported}</th>{!common && <th scope="col">{text.indicators.when}</th>}</tr>
        </thead>
        <tbody>
          {indicators.map((i) => (
            <tr key={i.indicator}><th scope="row">{labelOf(i)}</th><td><Value indicator={i} /> <WhyFigures figures={{ of: 'indicator', indicator: i, technology: null }} of={labelOf(i)} /></td>{!common && <td><small><Source indicator={i} /></small></td>}</tr>
          ))}
        </tbody>
      </table>
      <SourceLine indicator={common} />
    </>
  );
}

function Value({ indicator }: { indicator: Indicator }) {
  const { text, format } = lang.value;
  const { value, unit } = indicator;
  const digits = /^-?\d+\.(\d{1,6})$/.exec(String(value))?.[1]!.length ?? 0;
  if (!PERCENT.test(unit)) return <>{format.number(value, digits)} {unit === 'station' ? '' : (text.report.unit[unit] ?? unit)}</>;
  return <>{unit === 'percent (about)' && `${text.report.about} `}{format.number(value, digits)}{'\u00a0'}{text.report.unit[unit] ?? unit}</>;
}

function ReportTable({ indicators }: { indicators: Indicator[] }) {
  const { text } = lang.value;
  const common = commonSource(indicators);
  return (
    <>
      <table class="plain-table report-table">
        <thead><tr><th scope="col">{text.report.indicator}</th><th scope="col">{text.report.reported}</th><th scope="col">{text.report.computed}</th></tr></thead>
        <tbody>
          {indicators.map((indicator) => (
            <tr key={indicator.indicator}>
              <th scope="row">
                {labelOf(indicator)}
                {indicator.indicator === 'mobile_coverage' && indicator.unit !== 'percent of hamlets' && <small>{text.report.basisUnknown}</small>}
                {!common && <small><Source indicator={indicator} /></small>}
              </th>
              <td><Value indicator={indicator} /> <WhyFigures figures={{ of: 'indicator', indicator, technology: technologyOf(indicator) }} of={labelOf(indicator)} /></td>
              <td><Computed indicator={indicator} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <SourceLine indicator={common} />
    </>
  );
}

const RECEIPT = { land: 'coveredShare', people: 'peopleCoveredShare', hamlets: 'localitiesReachedShare' } as const;

/** Of the BTS that the indicator counts; null where it counts none. */
function technologyOf({ indicator }: Indicator): Technology | 'any' | null {
  return ({ bts_2g: '2G', bts_3g: '3G', bts_4g: '4G', bts_total: 'any' } as const)[indicator] ?? null;
}

/** The map's figure for an indicator. Fitted or derived ones say so instead of a difference. */
function Computed({ indicator }: { indicator: Indicator }): ComponentChildren {
  const { text, format } = lang.value;
  const { without2G } = view.value;
  const data = known.value!;
  const technology = technologyOf(indicator);
  if (technology) {
    const counted = TECHNOLOGIES.filter((t) => (technology === 'any' || t === technology) && !(without2G && t === '2G'));
    const count = counted.reduce((sum, t) => sum + data.stations[t], 0);
    const gone = without2G && (technology === '2G' || technology === 'any');
    const fitted = stationsNature.value === 'modelled' && !ownIndicators.value;
    return <>{format.number(count)} <small>{!fitted ? text.report.differenceCount(format.signed(count - indicator.value)) : gone ? `${text.report.without2G}: ${text.report.differenceCount(format.signed(count - indicator.value))}` : text.report.fitted}</small></>;
  }
  if (indicator.indicator === 'communes_with_fibre_to_centre') {
    if (fibreNature.value !== 'derived') return <small>{text.report.noCounterpart}</small>;
    const reached = data.fibreEndpoints / data.oldUnits.length;
    return <>{format.percent(reached, 0)} <Tag nature="derived" /></>;
  }
  if (indicator.indicator !== 'mobile_coverage' || !PERCENT.test(indicator.unit)) return <small>{text.report.noCounterpart}</small>;

  const answer = figuresOf(REPORTED_QUESTIONS[without2G ? 1 : 0]!);
  if (!answer) return '…';
  const figures = provinceFigures(answer.rows);
  const covered = [
    ['hamlets', figures.localitiesReachedShare, fittedToReport.value && !without2G],
    ['land', figures.coveredShare, false],
    ['people', figures.peopleCoveredShare, false],
  ] as const;
  return (
    <ul class="bases">
      {covered.map(([basis, share, fitted]) => share !== null && (
        <li key={basis}>
          {format.percent(share)} <span>{text.ofBasis[basis]}</span>{' '}
          <WhyButton short code={null} question={REPORTED_QUESTIONS[without2G ? 1 : 0]!} quantities={[RECEIPT[basis]]} figures={{ of: 'reported', code: null, meaning: without2G ? 'any-without-2G' : 'any', basis }} of={text.ofBasis[basis]} />
          <small>{fitted ? text.report.fitted : text.report.difference(format.points(share - indicator.value / 100))}</small>
        </li>
      ))}
    </ul>
  );
}
