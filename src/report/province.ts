/** All communes in one table, on A4 landscape. */
import type { GapRow } from '../core/model';
import { provinceFigures } from '../core/province';
import { REPORTED_BASES, REPORTED_MEANINGS, type ReportedCandidate } from '../core/reported';
import { compareText } from '../core/text-order';
import { foot, head, title } from './letterhead';
import { html, type Markup, type Part } from './markup';
import { figureNotes, technologyNames, type Paper } from './paper';
import { receiptList, reportRun, ruleSentences, sourceTable } from './provenance';

export function provinceSheets(paper: Paper): Markup[] {
  const { text, format, data, figure, modelled, form } = paper;
  const { provinceTable: words } = text;
  const rows = [...data.rows].sort((a, b) => (b.populationGap ?? -1) - (a.populationGap ?? -1) || (b.gapKm2 ?? -1) - (a.gapKm2 ?? -1) || compareText(a.code, b.code));
  const columns = [words.index, words.name, words.area, words.gap, words.gapShare, words.population, words.people, words.lomPeople, words.hamlets, words.trang, words.lom, words.bts, words.sites, words.largest, words.mast, words.fibre];
  const km2 = (value: number) => format.number(value, 1);
  const cells = (row: Pick<GapRow, 'areaKm2' | 'gapKm2' | 'gapShare' | 'population' | 'populationGap' | 'populationLom' | 'localities' | 'localitiesTrang' | 'localitiesLom' | 'bts' | 'sites'>) => {
    const all: (readonly [number | null, (value: number) => string, boolean])[] = [
      [row.areaKm2, km2, false], [row.gapKm2, km2, modelled.land], [row.gapShare, (v) => format.number(v * 100, 1), modelled.land],
      [row.population, format.number, row.localities !== null && modelled.hamlets], [row.populationGap, format.number, modelled.hamlets], [row.populationLom, format.number, modelled.hamlets],
      [row.localities, format.number, modelled.hamlets], [row.localitiesTrang, format.number, modelled.hamlets], [row.localitiesLom, format.number, modelled.hamlets],
      [row.bts, format.number, modelled.stations], [row.sites, format.number, modelled.stations],
    ];
    return all.map(([value, say, isModelled]) => html`<td>${value === null ? text.none : figure(value, (v) => say(v), isModelled)}</td>`);
  };
  const single = (value: number | null) => html`<td>${value === null ? text.none : figure(value, km2, modelled.land)}</td>`;
  return [html`<section class="sheet wide">
${head({ ...paper, form: { agency: '', place: paper.home ? text.province : '', ...form } }, { commune: '', sign: '', subject: null })}${title(words.title, words.about(technologyNames(data), format.number(rows.length)))}<div class="body">
<table class="data communes">
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map((row, i) => html`<tr><td class="middle">${i + 1}</td><th scope="row">${row.name}</th>${cells(row)}${single(row.largestGapKm2)}${single(row.nearestSiteKm)}${single(row.nearestFibreKm)}</tr>
`)}<tr class="total"><td></td><th scope="row">${words.total}</th>${cells(provinceFigures(rows))}<td></td><td></td><td></td></tr>
</tbody></table>
<p class="note">${words.order}</p>
${figureNotes(paper)}
</div>
${foot({ ...paper, form: { recipients: ['', ''], authority: '', position: '', ...form } }, [])}</section>
`,
  html`<section class="sheet wide annex">
<div class="title"><h1>${text.sources.title}</h1></div>
<div class="body">
${reportedTable(paper)}
${sourceTable(paper)}
<ul class="list small">${ruleSentences(paper).map((sentence) => html`<li>${sentence}</li>
`)}</ul>
<p class="plain small">${text.sources.repeatNote}</p>
${receiptList(paper, null, ['gapKm2', 'gapShare', 'populationGap', 'populationLom', 'localitiesTrang', 'localitiesLom', 'bts'], data.rows)}
</div>
</section>
`];
}

/** What was fitted to the report says so instead of a difference. */
function reportedTable(paper: Paper): Part {
  const { text, words, format, data, figure, modelled } = paper;
  if (!data.reported) return null;
  const { indicator, comparison: { candidates, closest } } = data.reported;
  const { provinceTable } = text;
  // The command knows the bundled figures alone.
  const ownReport = data.used.some(({ kind }) => kind === 'indicators');
  const digits = Number.isInteger(indicator.value) ? 0 : String(indicator.value).split('.')[1]!.length;
  const cell = ({ basis, share, difference, fitted }: ReportedCandidate) => {
    const note = fitted ? words.report.fitted : difference === null ? '' : words.report.difference(format.points(difference));
    return html`<td>${figure(share, (v) => format.percent(v), basis === 'land' ? modelled.land : modelled.hamlets)}${note !== '' && ` (${note})`}</td>`;
  };
  return html`<h2>${provinceTable.compared}</h2>
<p class="plain small">${provinceTable.reported(format.percent(indicator.value / 100, digits), indicator.source)}</p>
<table class="data whole">
<thead><tr><th scope="col">${provinceTable.meaning}</th>${REPORTED_BASES.map((basis) => html`<th scope="col">${provinceTable.bases[basis]}</th>`)}</tr></thead>
<tbody>
${REPORTED_MEANINGS.map((meaning) => html`<tr><th scope="row">${provinceTable.meanings[meaning]}</th>${candidates.filter((c) => c.meaning === meaning).map(cell)}</tr>
`)}</tbody></table>
${closest && html`<p class="plain small">${provinceTable.closest(provinceTable.meanings[closest.meaning], provinceTable.bases[closest.basis], format.percent(closest.share!), format.points(closest.difference!))}</p>`}
${ownReport ? null : html`<p class="plain small">${text.sources.reportedPart}</p>
<p class="command">${reportRun(paper, 'province').command}</p>`}
<h2>${text.sources.data}</h2>
`;
}
