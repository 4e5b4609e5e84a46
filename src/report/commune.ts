/** A commune's report: two or three pages to sign, and annexes with the map, the hamlets and the sources. */
import { type CommuneRank, rankOf } from '../core/commune-rank';
import type { CommuneReport } from '../core/commune-report';
import type { ReceiptQuantity } from '../core/receipt';
import { centreTable, coverageTable, gapTable, servedTable } from './figures';
import { hamletList } from './hamlet-list';
import { field, foot, head, title } from './letterhead';
import { communeMap } from './map';
import { html, joined, type Markup, type Part } from './markup';
import { figureNotes, operatorNames, technologyNames, type Paper, withoutData } from './paper';
import { receiptList, reportParts, reportRun, ruleSentences, sourceTable } from './provenance';

/** Hamlets named as the cause of a rank. */
const MOST_CAUSES = 3;

const RECEIPTS: readonly ReceiptQuantity[] = ['gapKm2', 'gapShare', 'populationGap', 'populationLom', 'peopleCoveredShare', 'localitiesTrang', 'localitiesLom', 'bts', 'largestGapKm2', 'nearestSiteKm', 'nearestFibreKm'];

/** The sheets of one commune, each beginning on a page. */
export function communeSheets(report: CommuneReport, paper: Paper): Markup[] {
  const { text, data } = paper;
  const { name } = report.commune;
  const agency = text.agencyInSentence(name);
  const names = technologyNames(data);
  return [
    html`<section class="sheet">
${head(paper, { commune: name, sign: text.reportSign, subject: null })}${title(text.title, text.about(text.inSentence(name)))}<div class="body">
<p>${text.opening(agency)}</p>
${section(1, text.sections.general, html`<p>${identity(report, paper)}.</p>
<p>${stateSentences(report, paper)}</p>
${rankSentence(report, paper)}
${coverageTable(report, paper)}${servedTable(report, paper)}`)}
${section(2, text.sections.gaps, gapTable(report, paper))}
${section(3, text.sections.centres, html`${reportedFibre(paper)}${centreTable(report, paper)}`)}
${section(4, text.sections.proposals, html`<p class="plain">${field(text.fields.proposals, paper.form.proposals ?? '', 'block')}</p>`)}
</div>
<div class="ending"><div class="body"><p>${text.closing(agency)}</p></div>
${foot(paper, paper.home ? text.recipients : text.recipientsElsewhere)}</div></section>
`,
    annex(paper, 'I', text.map.title(names, name), name, html`${communeMap(report, paper)}${figureNotes(paper)}`),
    annex(paper, 'II', text.hamlets.title, name, hamletList(report, paper)),
    annex(paper, 'III', text.sources.title, name, sourcesOf(report, paper)),
  ];
}

const ROMAN = ['', 'I', 'II', 'III', 'IV'];

function section(number: number, name: string, content: Part): Markup {
  return html`<h2>${ROMAN[number]}. ${name}</h2>
${content}`;
}

function annex({ text }: Paper, roman: string, name: string, commune: string, content: Part): Markup {
  return html`<section class="sheet annex">
<div class="title"><p class="about">${text.annex(roman)}</p><h1>${name}</h1><p class="annex-of">${text.annexTo(text.agencyInSentence(commune))}</p></div>
<div class="body">${content}</div>
</section>
`;
}

function identity({ commune, together, centres }: CommuneReport, paper: Paper): Part {
  const { text, format, data } = paper;
  const census = data.used.some(({ kind, provenance }) => kind === 'communes' && provenance.nature === 'real');
  const population = commune.population === null ? '' : (census ? text.population : text.populationOf)(format.number(commune.population));
  const units = centres.map(({ unit, partial }) => (partial ? text.partOf(text.inSentence(unit.name)) : text.inSentence(unit.name)));
  return html`${text.identity(commune.name, commune.code, format.km2(together.areaKm2))}${population}${together.localities !== null && text.hamletCount(format.number(together.localities))}${together.localities !== null && modelledWord(paper, paper.modelled.hamlets)}${units.length > 0 && text.formedOf(units.join(', '))}`;
}

/** Said in words after a figure in a sentence. */
export function modelledWord({ text }: Paper, modelled: boolean): Part {
  return modelled && ` (${text.modelled})`;
}

function stateSentences({ together, hamlets }: CommuneReport, paper: Paper): Part {
  const { text, words, format, modelled, data, dataDate } = paper;
  const names = technologyNames(data);
  if (together.state === 'no-data') return text.state.noData;
  const area = [format.km2(together.gapKm2!), format.percent(together.gapShare!)] as const;
  const land = together.state === 'covered'
    ? text.state.covered(dataDate, names)
    : data.scope.operators ? text.state.gapOfOperators(dataDate, names, operatorNames(paper), ...area) : text.state.gap(dataDate, names, ...area);
  const unknownShare = together.noDataKm2 / together.areaKm2;
  return html`${land}${unknownShare > 1e-6 && text.state.unknown(format.percent(unknownShare))}${modelledWord(paper, modelled.land)}. ${peopleSentence(paper, together, hamlets.filter((h) => h.state === null).length)}${data.scope.off.length > 0 && ` ${text.state.off(data.scope.off.join(', '))}`}${withoutData(data).length > 0 && ` ${words.overview.withoutData(withoutData(data).join(', '))}`}`;
}

/** @param unknown hamlets that no source speaks of */
function peopleSentence(paper: Paper, row: CommuneReport['together'], unknown: number): Part {
  const { text, format, modelled } = paper;
  const { localitiesTrang, localitiesLom, populationGap, populationLom, populationBasis } = row;
  const said = (sentence: string) => html`${sentence}${modelledWord(paper, modelled.hamlets)}.${unknown > 0 && ` ${text.state.unknownHamlets(format.number(unknown))}.`}`;
  if (localitiesTrang === null || localitiesLom === null) return populationGap !== null && said(text.state.people(format.number(populationGap)));
  if (unknown > 0 && unknown === row.localities) return `${text.state.unknownHamlets(format.number(unknown))}.`;
  if (localitiesTrang + localitiesLom === 0) return said(text.state.noHamlets);
  const [trang, lom] = [format.number(localitiesTrang), format.number(localitiesLom)];
  return said(
    populationBasis === 'localities' && populationGap !== null && populationLom !== null
      ? text.state.hamlets(trang, format.number(populationGap), lom, format.number(populationLom))
      : text.state.hamletsWithoutPeople(trang, lom),
  );
}

/** By people, land and hamlets, where there is anything without signal. */
function rankSentence(report: CommuneReport, paper: Paper): Part {
  const { text, format, data, modelled } = paper;
  const { code, name } = report.commune;
  const ranks = data.rows.length < 2 ? [] : (['people', 'land', 'hamlets'] as const).map((measure) => rankOf(data.rows, code, measure)).filter((rank) => (rank.value ?? 0) > 0);
  const [first] = ranks;
  if (!first) return null;
  return html`<p>${text.rank.opening(format.number(first.of), text.inSentence(name))}${joined(ranks.map((rank) => oneRank(rank, first.of, report, paper)), ', ')}${modelledWord(paper, modelled.land || modelled.hamlets)}.</p>
`;
}

function oneRank({ measure, value, rank, tied, of, shareOfAll }: CommuneRank, usual: number, report: CommuneReport, { text, format }: Paper): Part {
  const say = { people: format.number, land: format.km2, share: format.percent, hamlets: format.number }[measure];
  const causes = causesOf(measure, report, text, format);
  const details = [
    text.rank.values[measure](say(value!)),
    of !== usual && text.rank.among(format.number(of)),
    tied > 0 && text.rank.tied(format.number(tied)),
    shareOfAll !== null && text.rank.share(format.percent(shareOfAll)),
    causes.length > 0 && text.rank.because(causes.join(', ')),
  ].filter((detail) => detail !== false);
  return html`${text.rank.place(format.number(rank!), text.rank.measures[measure])} (${details.join('; ')})`;
}

/** What puts a commune where it is: its most peopled hamlets without signal, or its largest gap among several. */
function causesOf(measure: CommuneRank['measure'], { hamlets, largestGaps, gapPieces }: CommuneReport, text: Paper['text'], format: Paper['format']): string[] {
  if (measure === 'land') return gapPieces > 1 ? [text.rank.piece(format.km2(largestGaps[0]!.areaKm2))] : [];
  if (measure !== 'people') return [];
  const worst = hamlets.filter((h) => h.state === 'trang' && (h.locality.population ?? 0) > 0).slice(0, MOST_CAUSES);
  return worst.map(({ locality }) => text.rank.hamletPeople(locality.name, format.number(locality.population!)));
}

function reportedFibre({ text, format, data }: Paper): Part {
  const find = (indicator: string) => data.indicators?.seed.find((i) => i.indicator === indicator);
  const fibre = find('communes_with_fibre_to_centre');
  const broadband = find('communes_with_broadband_in_centre_and_populated_areas');
  return fibre && broadband && html`<p>${text.centres.reported(fibre.source, format.percent(fibre.value / 100, 0), format.percent(broadband.value / 100, 0))}</p>
`;
}

function sourcesOf(report: CommuneReport, paper: Paper): Markup {
  const { text, data } = paper;
  return html`<h2>1. ${text.sources.data}</h2>
${sourceTable(paper)}
<h2>2. ${text.sources.rules}</h2>
<ul class="list small">${ruleSentences(paper).map((sentence) => html`<li>${sentence}</li>
`)}</ul>
<h2>3. ${text.sources.repeat}</h2>
<p class="plain small">${text.sources.repeatNote}</p>
${receiptList(paper, report.commune.code, RECEIPTS, data.rows)}
<p class="plain small">${text.sources.otherRows}</p>
${reportParts(paper, reportRun(paper, report.commune.code))}
<p class="note">${text.sources.generated}</p>
`;
}
