import { boxOfGeometry } from '../core/box';
import type { QuestionSpec } from '../core/gaps';
import type { GapRow } from '../core/model';
import { flyTo } from '../state/flight';
import { told } from '../core/told';
import { lang } from '../state/language';
import { figuresNature } from '../state/nature';
import { paperAsked } from '../state/papers';
import { project } from '../state/project';
import { answerTo, mainQuestion, offered, operators, sheetQuestions } from '../state/results';
import { view } from '../state/view';
import { Bar } from './Bar';
import { HamletTable } from './HamletTable';
import { useHeadingOfOpened } from './heading-of-opened';
import { ReportedBases, reportedTitle } from './ReportedBases';
import { LargestGaps, OldCentres, Ranks, ServedByCount, TechnologyChart } from './SheetReport';
import { loadedProvenance } from './Sources';
import { Tag } from './Tag';
import { TechnologySymbol } from './TechnologySymbol';
import { ROW_RECEIPTS, WhyButton, WhyFigures } from './WhyButton';
import { technologyList } from './wording';

/** One commune: numbers by technology, its gap, what is nearest, the old communes inside it, and sources. */
export function CommuneSheet({ code, onClose }: { code: string; onClose: () => void }) {
  const { text, format } = lang.value;
  const data = project.value!;
  const commune = data.communes.find((c) => c.code === code)!;
  const heading = useHeadingOfOpened(code);

  const title = reportedTitle();
  const row = answerTo(mainQuestion.value)?.rows.find((r) => r.code === code) ?? null;
  const rowOf = (i: number): GapRow | null => answerTo(sheetQuestions.value[i]!)?.rows.find((r) => r.code === code) ?? null;
  return (
    <article class="commune-sheet" aria-label={text.sheet.label(commune.name)} onKeyDown={(event) => { if (event.key === 'Escape') onClose(); }}>
      <header>
        <h2 ref={heading} tabIndex={-1}>{commune.name}</h2>
        <small>{text.sheet.code(code)}</small>
        <button type="button" class="plain close" aria-label={text.sheet.close} title={text.sheet.close} onClick={onClose}>×</button>
      </header>
      <dl class="facts">
        <dt>{text.sheet.area}</dt><dd>{row ? <>{format.km2(row.areaKm2)} <WhyFigures code={code} figures={{ of: 'commune' }} of={text.sheet.area} /></> : '…'}</dd>
        <dt>{text.sheet.population}</dt><dd>{commune.population === null ? text.noData : format.number(commune.population)} <WhyFigures code={code} figures={{ of: 'commune' }} of={text.sheet.population} /></dd>
      </dl>

      <p class="actions sheet-actions" role="group" aria-label={text.paper.title}>
        {(['commune', 'reply', 'request'] as const).map((kind) => <button key={kind} type="button" class="plain" onClick={() => (paperAsked.value = { kind, code })}>{text.paper.kinds[kind]}</button>)}
      </p>

      <GapFigures row={row} code={code} />

      <FigureTable title={text.sheet.byTechnology} first={text.sheet.technology}>
        {offered.map((t, i) => <FigureRow key={t} row={rowOf(i)} question={sheetQuestions.value[i]!} label={<><TechnologySymbol technology={t} /> {t}</>} />)}
        <FigureRow row={rowOf(offered.length)} question={sheetQuestions.value[offered.length]!} label={text.sheet.any} />
      </FigureTable>
      <FigureTable title={text.sheet.byOperator} first={text.sheet.operator}>
        {operators.value.map((o, i) => <FigureRow key={o} row={rowOf(offered.length + 1 + i)} question={sheetQuestions.value[offered.length + 1 + i]!} label={o} />)}
      </FigureTable>

      <TechnologyChart code={code} />
      <ServedByCount />
      <LargestGaps />
      <HamletTable />
      <Ranks code={code} />
      {title !== null && (
        <section>
          <h3>{title}</h3>
          <ReportedBases code={code} />
        </section>
      )}
      <OldCentres code={code} />
      <section>
        <h3>{text.sheet.sources}</h3>
        <ul class="lines">
          {loadedProvenance().filter((p) => p.file !== 'indicators.json' && (p.file !== 'coverage.geojson' || view.value.coverage === 'claimed')).map((p) => (
            <li key={p.file}>{told(p.what, lang.value.code)} <Tag nature={p.nature} />{p.date && <small> · {format.date(p.date)}</small>}</li>
          ))}
        </ul>
      </section>
    </article>
  );
}

function GapFigures({ row, code }: { row: GapRow | null; code: string }) {
  const { text, format } = lang.value;
  const list = technologyList(view.value.technologies);
  const commune = project.value!.communes.find((c) => c.code === code)!;
  const showCommune = () => {
    const [west, south, east, north] = boxOfGeometry(commune.geometry);
    flyTo([(west + east) / 2, (south + north) / 2], 10.5);
  };
  const known = (value: number | null, say: (v: number) => string) => (value === null ? text.noData : say(value));
  return (
    <section>
      <h3>{text.sheet.gap(list)} <Tag nature={figuresNature.value} /></h3>
      {!row ? <p>…</p> : row.state === 'no-data' ? <p>{text.noData}</p> : (
        <>
          {row.state === 'covered' && <p>{text.sheet.noGap}</p>}
          <dl class="facts">
            <dt>{text.sheet.gapArea}</dt>
            <dd><strong>{known(row.gapShare, (v) => format.percent(v))}</strong> · {known(row.gapKm2, format.km2)} {row.source.includes('modelled') && <small>({text.terrainNote})</small>}</dd>
            {row.noDataKm2 > row.areaKm2 * 1e-6 && <><dt>{text.noData}</dt><dd>{format.percent(row.noDataKm2 / row.areaKm2)} · {format.km2(row.noDataKm2)} <WhyFigures code={code} figures={{ of: 'no-data' }} of={text.noData} /></dd></>}
            <dt>{text.sheet.peopleGap}</dt>
            <dd>{known(row.populationGap, format.number)}{row.populationBasis === 'census-spread' && <small> · {text.sheet.estimated}</small>}</dd>
            {row.populationLom !== null && <><dt>{text.sheet.peopleLom}</dt><dd>{format.number(row.populationLom)}</dd></>}
            {row.largestGapPoint && (
              <>
                <dt>{text.sheet.largest}</dt><dd>{known(row.largestGapKm2, format.km2)}</dd>
                <dt>{text.sheet.deepest}</dt><dd class="nums">{format.position(row.largestGapPoint)}</dd>
                <dt>{text.sheet.nearestSite}</dt><dd>{known(row.nearestSiteKm, format.km)}</dd>
                <dt>{text.sheet.nearestFibre}</dt><dd>{known(row.nearestFibreKm, format.km)}</dd>
              </>
            )}
          </dl>
          <p class="actions">
            <WhyButton code={code} question={mainQuestion.value} quantities={ROW_RECEIPTS} figures={{ of: 'gap', number: 1 }} of={text.sheet.gap(list)} />
            {row.largestGapPoint && <button type="button" class="plain to-map" onClick={() => flyTo(row.largestGapPoint!, 12)}>{text.sheet.showLargest}</button>}
            <button type="button" class="plain" onClick={showCommune}>{text.sheet.showCommune}</button>
          </p>
        </>
      )}
    </section>
  );
}

/** A table of `FigureRow`s; `first` heads their labels. */
function FigureTable({ title, first, children }: { title: string; first: string; children: preact.ComponentChildren }) {
  const { text } = lang.value;
  const columns = [first, text.sheet.landCovered, text.sheet.peopleCovered, text.sheet.trang, text.sheet.lom, text.sheet.bts, ''];
  return (
    <section>
      <h3>{title} <Tag nature={figuresNature.value} /></h3>
      <table class="plain-table sheet-table">
        <thead><tr>{columns.map((column) => (column === '' ? <td key="why" /> : <th key={column} scope="col">{column}</th>))}</tr></thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

function FigureRow({ row, question, label }: { row: GapRow | null; question: QuestionSpec; label: preact.ComponentChildren }) {
  const { text, format } = lang.value;
  if (!row) return <tr><th scope="row">{label}</th><td colSpan={6}>…</td></tr>;
  if (row.state === 'no-data') return <tr><th scope="row">{label}</th><td colSpan={6} class="muted">{text.noData}</td></tr>;
  const covered = row.coveredKm2! / row.areaKm2;
  const unknown = row.noDataKm2 / row.areaKm2;
  const people = row.populationGap === null || !row.population || unknown > 1e-6 ? null : 1 - row.populationGap / row.population;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td><Bar share={covered} unknown={unknown} />{format.percent(covered)}</td>
      <td>{people === null ? '–' : format.percent(people)}</td>
      <td>{row.localitiesTrang === null ? '–' : format.number(row.localitiesTrang)}</td>
      <td>{row.localitiesLom === null ? '–' : format.number(row.localitiesLom)}</td>
      <td>{row.bts === null ? '–' : format.number(row.bts)}</td>
      <td><WhyButton short code={row.code} question={question} quantities={ROW_RECEIPTS} of={`${technologyList(question.of)} ${question.operators?.join(', ') ?? ''}`} /></td>
    </tr>
  );
}
