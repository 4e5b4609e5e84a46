/** The parts of a commune's sheet that come from its report: rank, operators that serve, largest gaps, centres of the old communes. */
import { NEED_MEASURES, type NeedMeasure, rankOf } from '../core/commune-rank';
import type { GapRow, OldUnit } from '../core/model';
import { writeOldCode } from '../core/old-code';
import { flyTo } from '../state/flight';
import { lang } from '../state/language';
import { fibreNature, figuresNature } from '../state/nature';
import { project } from '../state/project';
import { communeReport } from '../state/report';
import { answerTo, mainQuestion, offered, sheetQuestions } from '../state/results';
import { updateView, view } from '../state/view';
import { Bar } from './Bar';
import { PlaceLink } from './PlaceLink';
import { Tag } from './Tag';
import { TechnologySymbol } from './TechnologySymbol';
import { WhyButton, WhyFigures } from './WhyButton';

/** Where the commune stands in the province, by each measure, and what puts it there. */
export function Ranks({ code }: { code: string }) {
  const { text, format } = lang.value;
  const rows = answerTo(mainQuestion.value)?.rows;
  if (!rows) return null;
  const say: Record<NeedMeasure, (value: number) => string> = { people: (v) => `${format.number(v)} ${text.units.people}`, land: format.km2, share: format.percent, hamlets: (v) => `${format.number(v)} ${text.units.hamlets}` };
  return (
    <section>
      <h3>{text.rank.title} <Tag nature={figuresNature.value} /></h3>
      <table class="plain-table">
        <thead><tr><th scope="col">{text.rank.measure}</th><th scope="col">{text.rank.value}</th><th scope="col">{text.rank.rank}</th><td /></tr></thead>
        <tbody>
          {NEED_MEASURES.map((measure) => {
            const { value, rank, of, tied, shareOfAll } = rankOf(rows, code, measure);
            return (
              <tr key={measure}>
                <th scope="row">{text.need.measures[measure]}</th>
                <td>{value === null ? text.noData : say[measure](value)}{shareOfAll !== null && shareOfAll > 0 && <small>{text.rank.share(format.percent(shareOfAll))}</small>}</td>
                <td>{rank === null ? '–' : `${format.number(rank)}/${format.number(of)}`}{tied > 0 && <small>{text.rank.tied(format.number(tied))}</small>}</td>
                <td>{value !== null && <WhyFigures code={code} figures={{ of: 'rank', measure }} of={`${text.rank.rank}: ${text.need.measures[measure]}`} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Because />
    </section>
  );
}

const MOST_NAMED = 3;

function Because() {
  const { text, format } = lang.value;
  const worst = (communeReport.value?.hamlets ?? []).filter((h) => h.state === 'trang' && (h.locality.population ?? 0) > 0).slice(0, MOST_NAMED);
  if (worst.length === 0) return null;
  return <p class="hint">{text.rank.because(worst.map((h) => `${h.locality.name} (${format.number(h.locality.population!)} ${text.units.people})`).join(', '))} <WhyFigures code={communeReport.value!.commune.code} figures={{ of: 'hamlets', ids: worst.map((h) => h.locality.localityId) }} of={worst.map((h) => h.locality.name).join(', ')} /></p>;
}

const CHART_RECEIPTS = ['coveredShare', 'peopleCoveredShare', 'localitiesReachedShare'] as const;

/** Land, people and hamlets with signal, by technology: bars to compare, the numbers beside them. */
export function TechnologyChart({ code }: { code: string }) {
  const { text, format } = lang.value;
  const rowOf = (i: number): GapRow | null => answerTo(sheetQuestions.value[i]!)?.rows.find((r) => r.code === code) ?? null;
  const shares = (row: GapRow): [string, number | null][] => [
    [text.basis.land, row.coveredKm2 === null ? null : row.coveredKm2 / row.areaKm2],
    [text.basis.people, row.populationGap === null || !row.population ? null : 1 - row.populationGap / row.population],
    [text.basis.hamlets, row.localitiesTrang === null || !row.localities ? null : 1 - row.localitiesTrang / row.localities],
  ];
  return (
    <section>
      <h3>{text.sheet.chart} <Tag nature={figuresNature.value} /></h3>
      <ul class="chart">
        {offered.map((technology, i) => {
          const row = rowOf(i);
          return (
            <li key={technology}>
              <span class="chart-name"><TechnologySymbol technology={technology} /> {technology}{row && row.state !== 'no-data' && <>{' '}<WhyButton short code={code} question={sheetQuestions.value[i]!} quantities={CHART_RECEIPTS} of={`${text.sheet.chart}: ${technology}`} /></>}</span>
              {!row ? '…' : row.state === 'no-data' ? <span class="muted">{text.noData}</span> : (
                <span class="chart-bars">
                  {shares(row).map(([of, share]) => (
                    <span key={of} class="chart-line"><span>{of}</span><Bar share={share} color={`var(--t${technology})`} /><span>{share === null ? '–' : format.percent(share)}</span></span>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How many operators reach the centres of the hamlets. */
export function ServedByCount() {
  const { text, format } = lang.value;
  const served = communeReport.value?.servedBy ?? [];
  if (served.length === 0) return null;
  const withArea = served.some((s) => s.areaKm2 !== null);
  const best = communeReport.value?.bestKm2;
  return (
    <section>
      <h3>{text.served.title} <Tag nature={figuresNature.value} /></h3>
      <table class="plain-table">
        <thead><tr><th scope="col">{text.served.operators}</th><th scope="col">{text.basis.hamlets}</th><th scope="col">{text.basis.people}</th>{withArea && <th scope="col">km²</th>}<td /></tr></thead>
        <tbody>
          {served.map(({ operators, hamlets, people, areaKm2 }) => (
            <tr key={operators}>
              <th scope="row">{operators === 0 ? text.served.none : format.number(operators)}</th>
              <td>{format.number(hamlets)}</td><td>{people === null ? '–' : format.number(people)}</td>{withArea && <td>{areaKm2 === null ? '–' : format.number(areaKm2, 1)}</td>}
              <td><WhyFigures code={communeReport.value!.commune.code} figures={{ of: 'served', operators }} of={`${text.served.operators}: ${operators === 0 ? text.served.none : format.number(operators)}`} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {best && best.length > 1 && <p>{text.served.best(best.map(({ technology, areaKm2 }) => `${technology} ${format.percent(areaKm2 / communeReport.value!.areaKm2)}`).join(', '))} <WhyFigures code={communeReport.value!.commune.code} figures={{ of: 'best' }} of={text.served.bestOf} /></p>}
      <p class="hint">{text.served.note}</p>
    </section>
  );
}

/** The largest connected gaps, each with what is nearest to its deepest point. */
export function LargestGaps() {
  const { text, format } = lang.value;
  const report = communeReport.value;
  if (!report || report.largestGaps.length === 0) return null;
  return (
    <section>
      <h3>{text.gaps.title} <Tag nature={figuresNature.value} /></h3>
      <ol class="gap-list">
        {report.largestGaps.map((gap, i) => (
          <li key={i}>
            <strong>{format.km2(gap.areaKm2)}</strong>{' '}
            <button type="button" class="link to-map" aria-label={`${text.data.zoom}: ${format.km2(gap.areaKm2)}`} onClick={() => flyTo(gap.pole, 12)}>{text.data.zoom}</button>{' '}
            <WhyFigures code={report.commune.code} figures={{ of: 'gap', number: i + 1 }} of={`${format.number(i + 1)}. ${format.km2(gap.areaKm2)}`} />
            {gap.nearestHamlet && <small>{text.gaps.near(gap.nearestHamlet.locality.name, format.km(gap.nearestHamlet.km))}</small>}
            <small>{text.gaps.masts(gap.mastKmByOperator.map(({ operator, km }) => `${operator} ${km === null ? '–' : format.km(km)}`).join('; '))}</small>
            <small>{text.gaps.fibre(gap.nearestFibreKm === null ? text.noData : format.km(gap.nearestFibreKm))} · <span class="nums">{format.position(gap.pole)}</span></small>
          </li>
        ))}
      </ol>
      <p class="hint">{report.gapPieces > report.largestGaps.length && <>{text.gaps.more(format.number(report.largestGaps.length), format.number(report.gapPieces))} <WhyFigures code={report.commune.code} figures={{ of: 'gap-pieces' }} of={text.gaps.title} /></>} {text.gaps.from}</p>
    </section>
  );
}

/** The reader's own endpoints in the commune. */
function OwnFibre({ code }: { code: string }) {
  const { text } = lang.value;
  const endpoints = project.value!.fibre.filter((f) => f.communeCode === code);
  if (endpoints.length === 0) return null;
  return (
    <>
      <h4>{text.sheet.fibre} <Tag nature={fibreNature.value} /></h4>
      <ul class="lines">
        {endpoints.map((f) => <li key={f.fibreId}><PlaceLink name={f.name} at={f.position} zoom={13} /></li>)}
      </ul>
    </>
  );
}

/** Where the reader looks at former units, their own sheet; else the place of the centre. */
function showUnit({ code, centre }: OldUnit): void {
  if (view.peek().units === 'old') updateView({ commune: writeOldCode(code) });
  else if (centre) flyTo(centre, 13);
}

/** The communes until June 2025 that went into this one: fibre, broadband and signal at their centres. */
export function OldCentres({ code }: { code: string }) {
  const { text, format } = lang.value;
  const data = project.value!;
  const centres = communeReport.value?.centres;
  const units = data.oldUnits.filter((u) => u.communes.some((c) => c.code === code));
  if (units.length === 0) return null;
  const broadband = data.indicators.seed.find((s) => s.indicator === 'communes_with_broadband_in_centre_and_populated_areas');
  return (
    <section>
      <h3>{text.sheet.oldUnits} <Tag nature={fibreNature.value} /></h3>
      <ul class="lines">
        {units.map((unit) => {
          const centre = centres?.find((c) => c.unit.code === unit.code);
          return (
            <li key={unit.code}>
              {unit.centre || view.value.units === 'old' ? <button type="button" class="link" onClick={() => showUnit(unit)}>{unit.name}</button> : unit.name}
              {unit.otherNames.length > 0 && ` (${unit.otherNames.join(', ')})`} · {unit.district} · {text.sheet.people(format.number(unit.population))}{' '}
              {centre && <WhyFigures code={code} figures={{ of: 'centre', code: writeOldCode(unit.code) }} of={unit.name} />}
              <small>
                {unit.communes.length > 1 && `${text.sheet.oldPart} · `}
                {unit.centreNote === 'outside' ? text.sheet.oldCentre.outside(format.km(unit.centreKmOutside)) : text.sheet.oldCentre[unit.centreNote]}
              </small>
              {centre && (
                <small>
                  {text.centres.fibre}: {centre.fibre?.position ? (centre.nearestFibreKm ?? 0) < 0.05 ? text.centres.fibreHere[fibreNature.value === 'derived' ? 'derived' : 'listed'] : format.km(centre.nearestFibreKm!) : centre.nearestFibreKm === null ? text.noData : text.centres.away(format.km(centre.nearestFibreKm))}
                  {' · '}{text.centres.signal}: {centre.reachedBy === null ? text.noData : centre.reachedBy.length === 0 ? text.centres.noSignal : centre.reachedBy.join(', ')}
                  {centre.nearestMastKm !== null && ` · ${text.centres.mast} ${format.km(centre.nearestMastKm)}`}
                </small>
              )}
            </li>
          );
        })}
      </ul>
      {fibreNature.value === 'derived' ? <p class="hint">{text.sheet.fibreNote}</p> : <OwnFibre code={code} />}
      {broadband && <p class="hint">{text.centres.broadband(`${format.number(broadband.value, 1)} %`, format.date(broadband.reported))} <WhyFigures figures={{ of: 'indicator', indicator: broadband, technology: null }} of={text.sheet.oldUnits} /></p>}
    </section>
  );
}
