/** Draft letters (công văn) of a commune, filled from its report. */
import { told } from '../core/told';
import type { CommuneReport } from '../core/commune-report';
import type { FigureReceipt } from '../core/figure-receipt';
import type { HamletReport } from '../core/hamlet-report';
import type { ReceiptQuantity } from '../core/receipt';
import { gapFigures, hamletCountFigures, hamletFigures } from '../core/report-receipt';
import { modelledWord } from './commune';
import { field, foot, head } from './letterhead';
import { html, type Markup, type Part } from './markup';
import { figureNotes, technologyNames, type Paper } from './paper';
import { citationOfReport, figureList, receiptList, ruleSentences, sourceTable } from './provenance';

export const LETTER_KINDS = ['reply', 'request'] as const;
/** A reply to a petition of voters, or a request to operators. */
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Hamlets of a kind named in a letter; the rest are counted. */
const MOST_NAMED = 12;

const RECEIPTS: readonly ReceiptQuantity[] = ['localitiesTrang', 'populationGap', 'localitiesLom', 'populationLom', 'gapKm2', 'gapShare', 'largestGapKm2', 'nearestSiteKm', 'nearestFibreKm'];

export function letterSheets(kind: LetterKind, report: CommuneReport, paper: Paper): Markup[] {
  const { text, form, data } = paper;
  const { name, code } = report.commune;
  const words = text.letter[kind];
  const agency = text.agencyInSentence(name);
  const isReply = kind === 'reply';
  return [html`<section class="sheet letter">
${head(paper, { commune: name, sign: text.letterSign, subject: words.about(text.inSentence(name)) })}
<p class="addressee">${text.letter.addressee} ${field(text.fields.addressee, form.addressee ?? (isReply ? `${words.to}${text.inSentence(name)}` : words.to), 'line')}</p>
<div class="body">
<p>${words.opening(agency)}</p>
${isReply && html`<p class="plain">${field(text.fields.petition, form.petition ?? '', 'block')}</p>
<p>${words.answer}</p>`}
${facts(report, paper)}
${!isReply && html`<p>${words.answer}</p>`}
<p>${words.next} ${isReply ? null : field(text.fields.contact, form.contact ?? '', 'line')}</p>
${isReply && html`<p class="plain">${field(text.fields.proposals, form.proposals ?? '', 'block')}</p>`}
</div>
<div class="ending"><div class="body"><p>${words.ending(agency)}</p></div>
${foot(paper, text.letterRecipients)}</div></section>
`,
  html`<section class="sheet annex">
<div class="title"><h2 class="about">${text.letter.footnotes}</h2></div>
<div class="body">
${paper.modelled.hamlets && html`<p class="plain"><strong>${text.letter.official}</strong></p>`}
${sourceTable(paper)}
<ul class="list small">${ruleSentences(paper).map((sentence) => html`<li>${sentence}</li>
`)}</ul>
<p class="plain small">${text.sources.repeatNote}</p>
${receiptList(paper, code, RECEIPTS, data.rows)}
${report.together.state !== 'no-data' && figureList(paper, figuresNamed(report, paper))}
</div>
</section>
`];
}

function facts(report: CommuneReport, paper: Paper): Part {
  const { text, language, format, modelled, data, dataDate } = paper;
  const { together, hamlets, largestGaps } = report;
  if (together.state === 'no-data') return html`<p>${text.state.noData}</p>`;
  const names = technologyNames(data);
  const trang = hamlets.filter((h) => h.state === 'trang');
  const lom = hamlets.filter((h) => h.state === 'lom');
  const unknown = hamlets.filter((h) => h.state === null).length;
  const largest = largestGaps[0];
  const distance = (km: number | null | undefined) => (km === null || km === undefined ? text.noData : format.km(km));
  const points: Part[] = [
    trang.length > 0 && html`${text.letter.trang(format.number(trang.length), names, named(trang, paper))}${modelledWord(paper, modelled.hamlets)}`,
    lom.length > 0 && html`${text.letter.lom(format.number(lom.length), named(lom, paper))}${modelledWord(paper, modelled.hamlets)}`,
    hamlets.some((h) => h.state !== null) && trang.length + lom.length === 0 && html`${text.letter.noneMissing(names)}${modelledWord(paper, modelled.hamlets)}`,
    unknown > 0 && text.state.unknownHamlets(format.number(unknown)),
    html`${text.letter.land(format.km2(together.gapKm2!), format.percent(together.gapShare!))}${modelledWord(paper, modelled.land)}`,
    largest && html`${text.letter.largest(format.km2(largest.areaKm2), format.position(largest.pole), distance(largest.nearestMast?.km), distance(largest.nearestFibreKm))}${modelledWord(paper, modelled.land)}`,
  ];
  const sources = data.used.filter(({ kind }) => kind !== 'communes' && kind !== 'fibre' && kind !== 'routes').map(({ provenance: { what } }) => told(what, language));
  return html`<p>${text.letter.asOf(dataDate, sources.join('; '))}${data.scope.off.length > 0 && ` ${text.state.off(data.scope.off.join(', '))}`}</p>
${points.filter(Boolean).map((point) => html`<p>- ${point}.</p>
`)}${figureNotes(paper)}`;
}

/** Receipts of what the letter says of single hamlets and of the largest gap, and of the hamlets that no source speaks of. */
function figuresNamed(report: CommuneReport, paper: Paper): FigureReceipt[][] {
  const citation = citationOfReport(paper, report);
  const told = (['trang', 'lom'] as const).flatMap((state) => report.hamlets.filter((h) => h.state === state).slice(0, MOST_NAMED));
  const ofGap = gapFigures(citation, 1).filter(({ figure }) => figure === 'gapKm2' || figure === 'pole' || figure === 'mastKm' || figure === 'fibreKm');
  const ofUnknown = hamletCountFigures(citation).filter(({ figure, value }) => figure === 'hamletsUnknown' && value !== 0);
  return [ofGap, ofUnknown, ...told.map(({ locality }) => hamletFigures(citation, locality.localityId).filter(({ figure }) => figure === 'people' || figure === 'mastKm'))];
}

function named(hamlets: readonly HamletReport[], { text, format }: Paper): string {
  const first = hamlets.slice(0, MOST_NAMED).map(({ locality, nearestMastKm }) => {
    const people = locality.population === null ? '' : text.letter.hamletPeople(format.number(locality.population));
    return nearestMastKm === null ? locality.name : text.letter.hamletDetail(locality.name, people, format.km(nearestMastKm));
  });
  return [...first, ...(hamlets.length > MOST_NAMED ? [text.letter.more(format.number(hamlets.length - MOST_NAMED))] : [])].join('; ');
}
