import { provinceFigures } from '../core/province';
import { flyTo } from '../state/flight';
import { lang } from '../state/language';
import { figuresOf, mainQuestion, settings, shapes } from '../state/results';
import { shownScenario } from '../state/scenario';
import { view } from '../state/view';
import { WhyButton, WhyFigures } from './WhyButton';
import { technologyList } from './wording';

/** The share first, then what it is made of. */
const RECEIPTS = {
  land: ['gapShare', 'gapKm2', 'areaKm2', 'bts'],
  people: ['populationGapShare', 'populationGap', 'population'],
  hamlets: ['localitiesTrangShare', 'localitiesTrang', 'localities'],
} as const;

/** The one large figure: how much has no signal of the technologies chosen, of land, people or hamlets. */
export function MainFigure() {
  const { text, format } = lang.value;
  const { technologies, basis, coverage } = view.value;
  const answer = figuresOf(mainQuestion.value);
  const list = technologyList(technologies);
  const headline = { land: text.overview.headline, people: text.overview.headlinePeople, hamlets: text.overview.headlineHamlets }[basis](list);
  if (!answer) return <div class="main-figure"><h2>{headline}</h2><p class="big">…</p></div>;

  const figures = provinceFigures(answer.rows);
  const [share, amount] = {
    land: [figures.gapShare, figures.gapKm2 === null ? '' : text.overview.ofLand(format.km2(figures.gapKm2))] as const,
    people: [figures.populationGapShare, figures.populationGap === null ? '' : text.overview.ofPeople(format.number(figures.populationGap))] as const,
    hamlets: [figures.localitiesTrangShare, figures.localitiesTrang === null ? '' : text.overview.ofHamlets(format.number(figures.localitiesTrang))] as const,
  }[basis];
  const withoutData = answer.rows[0]?.withoutData ?? [];
  const counted = technologies.filter((t) => !withoutData.includes(t));
  const radii = counted.map((t) => `${t} ${format.radius(settings.value.radiusMeters[t])}`).join('; ');
  const largest = shapes.value?.largest;
  return (
    <div class="main-figure" aria-live="polite">
      <h2>{headline}</h2>
      {share === null ? (
        <p class="big big-none">{text.noData}</p>
      ) : (
        <p><strong class="big">{format.percent(share)}</strong> <span>{amount}</span></p>
      )}
      <p class="hint">
        {coverage === 'stations' ? text.overview.fromStations(format.number(figures.bts ?? 0), technologyList(counted), radii) : coverage === 'measured' ? text.overview.fromMeasured(technologyList(counted), format.number(settings.value.measured.leastReadings), counted.map((t) => `${t} ≥ ${format.number(settings.value.measured.usableDbm[t])} dBm`).join('; ')) : text.overview.fromClaimed(technologyList(counted))}
        {withoutData.length > 0 && share !== null && ` ${text.overview.withoutData(technologyList(withoutData))}`}
      </p>
      {share !== null && figures.noDataKm2 > figures.areaKm2 * 1e-6 && (
        <p class="hint">{text.overview.unknown(format.percent(figures.noDataKm2 / figures.areaKm2), format.km2(figures.noDataKm2))}</p>
      )}
      {answer.degenerate.length > 0 && <p class="hint">{text.overview.degenerate(format.number(answer.degenerate.length))}</p>}
      {share !== null && <p><WhyButton code={null} question={mainQuestion.value} quantities={[...RECEIPTS[basis], 'bts', 'noDataKm2']} of={headline} /></p>}
      {share !== null && largest && (
        <p class="largest">
          {text.overview.largest(format.km2(largest.areaKm2))}
          {largest.nearestSiteKm !== null && largest.nearestFibreKm !== null && <>; {text.overview.largestDistances(format.km(largest.nearestSiteKm), format.km(largest.nearestFibreKm))}</>}.{' '}
          <button type="button" class="link to-map" onClick={() => flyTo(largest.point, 11)}>{text.overview.largestShow}</button>
          {!shownScenario.value && <>{' '}<WhyFigures figures={{ of: 'largest' }} of={text.overview.largest(format.km2(largest.areaKm2))} /></>}
        </p>
      )}
    </div>
  );
}
