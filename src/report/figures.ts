/** Tables of a commune's figures. */
import type { CommuneReport } from '../core/commune-report';
import type { ServedBy } from '../core/hamlet-report';
import type { GapRow } from '../core/model';
import { provinceFigures } from '../core/province';
import { html, type Markup, type Part } from './markup';
import { figureNotes, inOrderOfOperators, technologyNames, type Paper } from './paper';

/** By technology, together, by operator. */
export function coverageTable(report: CommuneReport, paper: Paper): Markup {
  const { figures } = paper.text;
  const { byTechnology, together, byOperator } = report;
  const names = technologyNames(paper.data);
  return html`<div class="table-scroll" tabindex="0"><table class="data">
<caption>${figures.caption}</caption>
<thead><tr><th scope="col">${figures.first}</th><th scope="col">${figures.land}</th><th scope="col">${figures.people}</th><th scope="col">${figures.hamlets}</th><th scope="col">${figures.trang}</th><th scope="col">${figures.lom}</th><th scope="col">${figures.bts}</th><th scope="col">${figures.sites}</th></tr></thead>
<tbody>
<tr class="group"><th colspan="8">${figures.byTechnology}</th></tr>
${byTechnology.map((row) => coverageRow(row, row.technology, paper))}${byTechnology.length > 1 && coverageRow(together, figures.together(names), paper, 'total')}
${byOperator.length > 0 && html`<tr class="group"><th colspan="8">${figures.byOperator(names)}</th></tr>
${inOrderOfOperators(byOperator, paper).map((row) => coverageRow(row, row.operator, paper))}`}
</tbody></table></div>
${figureNotes(paper, figures.basis)}`;
}

function coverageRow(row: GapRow, label: string, { text, format, figure, modelled }: Paper, kind = 'plain'): Markup {
  if (row.state === 'no-data') return html`<tr class="${kind}"><th scope="row">${label}</th><td class="middle" colspan="5">${text.noData}</td>${[row.bts, row.sites].map((n) => html`<td>${n === null ? text.none : figure(n, format.number, modelled.stations)}</td>`)}</tr>
`;
  const { coveredShare, peopleCoveredShare, localitiesReachedShare } = provinceFigures([row]);
  const cells: (readonly [number | null, (value: number) => string, boolean])[] = [
    [coveredShare, format.percent, modelled.land], [peopleCoveredShare, format.percent, modelled.hamlets], [localitiesReachedShare, format.percent, modelled.hamlets],
    [row.localitiesTrang, format.number, modelled.hamlets], [row.localitiesLom, format.number, modelled.hamlets], [row.bts, format.number, modelled.stations], [row.sites, format.number, modelled.stations],
  ];
  return html`<tr class="${kind}"><th scope="row">${label}</th>${cells.map(([value, say, isModelled]) => html`<td>${value === null ? text.none : figure(value, (v) => say(v), isModelled)}</td>`)}</tr>
`;
}

/** How many operators serve: hamlets and people; land where it was computed. */
export function servedTable({ servedBy }: CommuneReport, { text, format, figure, modelled }: Paper): Part {
  if (servedBy.length === 0) return null;
  const { served } = text;
  const withArea = servedBy.some((s) => s.areaKm2 !== null);
  const line = (label: string, cell: (s: ServedBy) => Part) => html`<tr><th scope="row">${label}</th>${servedBy.map((s) => html`<td>${cell(s)}</td>`)}</tr>
`;
  return html`<table class="data whole">
<caption>${served.caption}</caption>
<thead><tr><th scope="col">${served.operators}</th>${servedBy.map((s) => html`<th scope="col">${s.operators === 0 ? served.none : served.exactly(format.number(s.operators))}</th>`)}</tr></thead>
<tbody>
${line(served.hamlets, (s) => figure(s.hamlets, format.number, modelled.hamlets))}${line(served.people, (s) => figure(s.people, format.number, modelled.hamlets))}${withArea && line(served.area, (s) => figure(s.areaKm2, format.km2, modelled.land))}</tbody></table>
`;
}

export function gapTable(report: CommuneReport, paper: Paper): Markup {
  const { text, format, figure, modelled, data } = paper;
  const { gaps } = text;
  const { largestGaps, gapPieces } = report;
  const names = technologyNames(data);
  if (report.together.state === 'no-data') return html`<p>${text.state.noData}</p>`;
  if (largestGaps.length === 0) return html`<p>${gaps.none(names)}</p>`;
  const mastsOf = ({ mastKmByOperator, nearestMast }: (typeof largestGaps)[number]) => (mastKmByOperator.length > 0 ? inOrderOfOperators(mastKmByOperator, paper) : [{ operator: text.sources.allOperators, km: nearestMast?.km ?? null }]);
  const operators = mastsOf(largestGaps[0]!).map(({ operator }) => operator);
  return html`<div class="table-scroll" tabindex="0"><table class="data whole gaps">
<caption>${gaps.caption(names)}</caption>
<thead><tr><th scope="col" rowspan="2">${gaps.index}</th><th scope="col" rowspan="2">${gaps.area}</th><th scope="col" rowspan="2">${gaps.pole}</th><th scope="col" rowspan="2">${gaps.hamlet}</th><th scope="colgroup" colspan="${operators.length}">${gaps.masts}</th><th scope="col" rowspan="2">${gaps.fibre}</th></tr>
<tr>${operators.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${largestGaps.map((gap, i) => html`<tr><th scope="row" class="middle">${i + 1}</th><td>${figure(gap.areaKm2, format.km2, modelled.land)}</td><td class="middle">${figure(gap.areaKm2, () => format.position(gap.pole), modelled.land)}</td>
<td class="text">${gap.nearestHamlet ? figure(gap.nearestHamlet.km, (km) => gaps.away(gap.nearestHamlet!.locality.name, format.km(km)), modelled.hamlets) : text.none}</td>
${mastsOf(gap).map(({ km }) => html`<td>${km === null ? text.none : figure(km, format.km, modelled.land)}</td>`)}
<td>${gap.nearestFibreKm === null ? text.none : figure(gap.nearestFibreKm, format.km, modelled.land)}</td></tr>
`)}</tbody></table></div>
<p class="note">${gaps.fromPole}${gapPieces > largestGaps.length && ` ${gaps.more(format.number(largestGaps.length), format.number(gapPieces))}`}</p>
`;
}

export function centreTable({ centres }: CommuneReport, paper: Paper): Markup {
  const { text, format, figure, modelled, data } = paper;
  const { centres: words } = text;
  if (centres.length === 0) return html`<p>${words.none}</p>`;
  const derived = data.used.some(({ kind, provenance }) => kind === 'fibre' && provenance.nature === 'derived');
  return html`<div class="table-scroll" tabindex="0"><table class="data whole">
<caption>${words.caption}</caption>
<thead><tr><th scope="col">${words.unit}</th><th scope="col">${words.population}</th><th scope="col">${words.fibre}</th><th scope="col">${words.signal}</th><th scope="col">${words.mast}</th></tr></thead>
<tbody>
${centres.map(({ unit, partial, fibre, nearestFibreKm, reachedBy, nearestMastKm }) => html`<tr><th scope="row">${partial ? text.partOf(text.inSentence(unit.name)) : unit.name}</th><td>${format.number(unit.population)}</td>
<td class="text">${fibre ? (derived ? words.fibreDerived : words.fibreListed) : nearestFibreKm === null ? words.fibreUnknown : words.fibreAt(format.km(nearestFibreKm))}</td>
<td class="text">${unit.centre === null ? words.noPosition : reachedBy === null ? text.noData : figure(1, () => (reachedBy.length > 0 ? reachedBy.join(', ') : words.noSignal), modelled.land)}</td>
<td>${nearestMastKm === null ? text.none : figure(nearestMastKm, format.km, modelled.stations)}</td></tr>
`)}</tbody></table></div>
`;
}
