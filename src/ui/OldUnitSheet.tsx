import { useComputed } from '@preact/signals';
import { createNeighbourhood } from '../core/neighbourhood';
import type { GapRow, OldUnit } from '../core/model';
import { writeOldCode } from '../core/old-code';
import type { OldUnitHamlet } from '../core/old-unit-hamlets';
import { centreReach, reachQuestion } from '../state/centre-reach';
import { flyTo } from '../state/flight';
import { lang } from '../state/language';
import { coverageNature, fibreNature, figuresNature, hamletsNature, stationsNature } from '../state/nature';
import { project } from '../state/project';
import { answerTo, mainQuestion, operators } from '../state/results';
import { oldUnitHamlets, oldUnitTable } from '../state/old-unit-figures';
import { updateView, view } from '../state/view';
import { useHeadingOfOpened } from './heading-of-opened';
import { PlaceLink } from './PlaceLink';
import { Tag } from './Tag';
import { TechnologySymbol } from './TechnologySymbol';
import { WhyFigures } from './WhyButton';
import { operatorNames, technologyList } from './wording';

/** One unit until 30 June 2025: what reaches its centre, what is nearest, its hamlets, and the commune of today. */
export function OldUnitSheet({ unit, onClose }: { unit: OldUnit; onClose: () => void }) {
  const { text, format } = lang.value;
  const { oldUnits: says } = text;
  const heading = useHeadingOfOpened(unit.code);
  const row = oldUnitTable.value.find((r) => r.unit.code === unit.code)!;
  const { centre } = unit;
  const note = unit.centreNote === 'outside' ? text.sheet.oldCentre.outside(format.km(unit.centreKmOutside)) : text.sheet.oldCentre[unit.centreNote];
  return (
    <article class="commune-sheet" aria-label={says.label(unit.name)} onKeyDown={(event) => { if (event.key === 'Escape') onClose(); }}>
      <header>
        <h2 ref={heading} tabIndex={-1}>{unit.name}</h2>
        <small>{says.until} · {text.sheet.code(writeOldCode(unit.code))}</small>
        <button type="button" class="plain close" aria-label={text.sheet.close} title={text.sheet.close} onClick={onClose}>×</button>
      </header>
      <dl class="facts">
        <dt>{says.now}</dt>
        <dd>{unit.communes.map(({ code, part }) => <NowPartOf key={code} code={code} partial={part === 'partial'} />)}</dd>
        <dt>{says.district1}</dt><dd>{unit.district}</dd>
        <dt>{says.people2019}</dt><dd>{format.number(unit.population)} <WhyFigures place={unit.name} figures={{ of: 'old-unit', code: writeOldCode(unit.code) }} of={unit.name} /></dd>
        <dt>{says.position}</dt><dd>{centre ? <>{format.position(centre)}<br /></> : null}<small>{note}</small></dd>
      </dl>
      {centre ? (
        <>
          <Reach unit={unit} />
          <Nearest centre={centre} unit={unit} />
        </>
      ) : <section><p>{says.noCentre}</p></section>}
      {row.land && <Land row={row.land} unit={unit} />}
      <Hamlets hamlets={oldUnitHamlets.value?.byUnit.get(unit.code) ?? null} unit={unit} />
      {!row.land && <section><p class="hint">{says.byHamlets}</p></section>}
    </article>
  );
}

function NowPartOf({ code, partial }: { code: string; partial: boolean }) {
  const { text } = lang.value;
  const commune = project.value!.communes.find((c) => c.code === code);
  const name = `${commune?.name ?? code}${partial ? ` (${text.sheet.oldPart})` : ''}`;
  return <div>{commune ? <button type="button" class="link" onClick={() => updateView({ commune: code })}>{name}</button> : name}</div>;
}

/** Technologies by operators: what serves the centre. */
function Reach({ unit }: { unit: OldUnit }) {
  const { text } = lang.value;
  const { oldUnits: says } = text;
  const rows = centreReach.value ?? [];
  const silent = rows.filter(({ all }) => all === null).map(({ technology }) => technology);
  const words = (reached: boolean | null) => (reached === null ? <span class="muted">–</span> : reached ? <strong>{says.yes}</strong> : says.no);
  return (
    <section>
      <h3>{says.reachTitle} <Tag nature={coverageNature.value} /> {centreReach.value !== null && <WhyFigures place={unit.name} question={reachQuestion.value} figures={{ of: 'reach' }} of={`${says.reachTitle}: ${unit.name}`} />}</h3>
      {centreReach.value === null ? <p role="status">…</p> : (
        <table class="plain-table">
          <thead>
            <tr><th scope="col">{text.sheet.operator}</th>{rows.map(({ technology }) => <th key={technology} scope="col"><TechnologySymbol technology={technology} /> {technology}</th>)}</tr>
          </thead>
          <tbody>
            <tr><th scope="row">{says.allOperators}</th>{rows.map(({ technology, all }) => <td key={technology}>{words(all)}</td>)}</tr>
            {operators.value.map((operator, i) => (
              <tr key={operator}><th scope="row">{operator}</th>{rows.map(({ technology, byOperator }) => <td key={technology}>{words(byOperator[i] ?? null)}</td>)}</tr>
            ))}
          </tbody>
        </table>
      )}
      {silent.length > 0 && <p class="hint">{technologyList(silent)}: {text.noData}</p>}
      {view.value.without2G && <p class="hint">{text.overview.without2G}</p>}
      {view.value.coverage === 'stations' && <p class="hint">{text.terrainNote}</p>}
    </section>
  );
}

function Nearest({ centre, unit }: { centre: NonNullable<OldUnit['centre']>; unit: OldUnit }) {
  const { text, format } = lang.value;
  const { oldUnits: says } = text;
  const neighbourhood = useComputed(() => {
    const { cells, fibre, routes } = project.value!;
    const { operators: counted, without2G } = view.value;
    return createNeighbourhood({ cells, fibre, routes }, { operators: counted, off: without2G ? ['2G'] : [] }, []);
  });
  const mast = neighbourhood.value.mast(centre);
  const fibreKm = neighbourhood.value.fibre(centre)?.km ?? null;
  const atCentre = project.value!.fibre.some((f) => f.fibreId === `FO-${unit.code}` && f.position);
  return (
    <section>
      <h3>{says.nearest} <WhyUnit unit={unit} of={says.nearest} /></h3>
      <dl class="facts">
        <dt>{says.mast} <Tag nature={stationsNature.value} /></dt>
        <dd>
          {mast ? (
            <>
              <PlaceLink name={mast.mast.name || mast.mast.siteId} at={mast.mast.position} zoom={13} /> · {format.km(mast.km)}
              <br /><small>{says.mastWith(technologyList(mast.mast.technologies), operatorNames(mast.mast.operators))}</small>
            </>
          ) : text.noData}
        </dd>
        <dt>{says.fibre} <Tag nature={fibreNature.value} /></dt>
        <dd>{fibreKm === null ? text.noData : atCentre && fibreKm === 0 ? says.fibreAtCentre : format.km(fibreKm)}</dd>
      </dl>
      <p class="actions to-map"><button type="button" class="plain" onClick={() => flyTo(centre, 12.5)}>{says.show}</button></p>
    </section>
  );
}

function Land({ row, unit }: { row: GapRow; unit: OldUnit }) {
  const { text, format } = lang.value;
  const known = (value: number | null, say: (v: number) => string) => (value === null ? text.noData : say(value));
  return (
    <section>
      <h3>{text.oldUnits.landTitle} <Tag nature={coverageNature.value} /> <WhyUnit unit={unit} of={text.oldUnits.landTitle} /></h3>
      <dl class="facts">
        <dt>{text.sheet.area}</dt><dd>{format.km2(row.areaKm2)}</dd>
        <dt>{text.sheet.gapArea} ({technologyList(view.value.technologies)})</dt><dd>{known(row.gapShare, (v) => format.percent(v))} · {known(row.gapKm2, format.km2)}</dd>
      </dl>
    </section>
  );
}

/** Any figure of the unit's row. */
function WhyUnit({ unit, of }: { unit: OldUnit; of: string }) {
  return <WhyFigures place={unit.name} figures={{ of: 'old-unit', code: writeOldCode(unit.code) }} of={`${of}: ${unit.name}`} />;
}

const ORDER = { trang: 0, lom: 1, covered: 2, unknown: 3 };

/** The hamlets of the unit, those without full signal first. */
function Hamlets({ hamlets, unit }: { hamlets: readonly OldUnitHamlet[] | null; unit: OldUnit }) {
  const { text, format } = lang.value;
  const { oldUnits: says } = text;
  const states = answerTo(mainQuestion.value)?.hamlets ?? null;
  const listed = (hamlets ?? [])
    .map((hamlet) => ({ ...hamlet, state: states?.get(hamlet.locality.localityId) ?? null }))
    .sort((a, b) => ORDER[a.state ?? 'unknown'] - ORDER[b.state ?? 'unknown'] || (b.locality.population ?? 0) - (a.locality.population ?? 0));
  const worse = listed.filter(({ state }) => state === 'trang' || state === 'lom');
  const rest = listed.filter(({ state }) => state !== 'trang' && state !== 'lom');
  const count = (state: 'trang' | 'lom') => format.number(worse.filter((h) => h.state === state).length);
  const line = ({ locality, by, state }: (typeof listed)[number]) => (
    <li key={locality.localityId}>
      <PlaceLink name={locality.name} at={locality.position} zoom={13.5} first={showHamlets} />
      <small>
        {state && ` · ${text.sheet.hamletState[state]}`}
        {locality.population !== null && ` · ${text.sheet.people(format.number(locality.population))}`}
        {says.belonging[by] !== '' && ` · ${says.belonging[by]}`}
      </small>
    </li>
  );
  return (
    <section>
      <h3>{says.hamletsTitle(technologyList(view.value.technologies))} <Tag nature={states ? figuresNature.value : hamletsNature.value} /></h3>
      {hamlets === null ? <p>{says.noHamlets}</p> : states && <p>{says.hamletsCount(format.number(hamlets.length), count('trang'), count('lom'))} <WhyUnit unit={unit} of={says.hamletsTitle(technologyList(view.value.technologies))} /></p>}
      <ul class="lines">{worse.map(line)}</ul>
      {states && listed.length > 0 && <p class="hint">{says.eachHamlet} <WhyFigures place={unit.name} figures={{ of: 'hamlets-of-unit', code: writeOldCode(unit.code) }} of={`${unit.name}: ${text.hamlets.title}`} /></p>}
      {rest.length > 0 && (
        <details>
          <summary>{says.hamletsOther(format.number(rest.length))}</summary>
          {states && <p class="actions"><WhyUnit unit={unit} of={says.hamletsOther(format.number(rest.length))} /></p>}
          <ul class="lines">{rest.map(line)}</ul>
        </details>
      )}
    </section>
  );
}

/** A hamlet that is shown must be visible on the map. */
function showHamlets(): void {
  const { layers } = view.peek();
  if (!layers.includes('hamlets')) updateView({ layers: [...layers, 'hamlets'] });
}
