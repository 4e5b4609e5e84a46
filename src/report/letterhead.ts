/** The fixed parts of an official document: head, place and date, recipients, signature; all of them can be edited. */
import { html, type Markup, type Part } from './markup';
import type { Paper } from './paper';

/** Text that the office may change on the page; a blank line of dots where it is empty. */
export function field(label: string, value: string, kind: 'inline' | 'line' | 'block' = 'inline'): Markup {
  return html`<span class="field ${kind}" contenteditable="true" role="textbox" aria-label="${label}">${value}</span>`;
}

export function communeBareName(paper: Paper, name: string): string {
  return name.replace(paper.text.unitPrefix, '');
}

/** @param number sign of the kind of document, @param subject what a letter is about, under its number */
export interface HeadContent {
  commune: string;
  sign: string;
  subject: string | null;
}

export function head(paper: Paper, { commune, sign, subject }: HeadContent): Markup {
  const { text, form } = paper;
  const { fields } = text;
  return html`<table class="head" role="presentation"><tbody><tr>
<td class="issuer">
<p class="superior">${field(fields.superior, form.superior ?? (paper.home ? text.superior : ''))}</p>
<p class="agency">${field(fields.agency, form.agency ?? text.agency(commune))}</p>
<p class="rule short"></p>
<p class="number">${text.number} ${field(fields.number, form.number ?? '')}${(form.sign ?? sign) !== '' && field(fields.sign, form.sign ?? sign)}</p>
${subject !== null && html`<h1 class="subject">${field(fields.subject, subject)}</h1>`}
</td>
<td class="nation">
<p class="nation-name">${text.nation}</p>
<p class="motto"><span>${text.motto}</span></p>
<p class="place">${field(fields.date, placeAndDate(paper, commune))}</p>
</td>
</tr></tbody></table>
`;
}

function placeAndDate(paper: Paper, commune: string): string {
  const { text, form, date } = paper;
  const place = form.place ?? communeBareName(paper, commune);
  if (date === null) return text.placeAndDate(place, '……', '……', '……');
  const [year, month, day] = date.split('-') as [string, string, string];
  return text.placeAndDate(place, day, month, year);
}

/** @param recipients the document's own, unless the form names others */
export function foot(paper: Paper, recipients: readonly string[]): Markup {
  const { text, form } = paper;
  const lines = form.recipients ?? recipients;
  return html`<table class="foot" role="presentation"><tbody><tr>
<td class="recipients">
<p class="recipients-title">${text.recipientsTitle}</p>
${lines.map((line) => html`<p>${field(text.fields.recipients, line)}</p>
`)}</td>
<td class="signing">
<p class="authority">${field(text.fields.authority, form.authority ?? text.authority)}</p>
<p class="authority">${field(text.fields.position, form.position ?? text.position)}</p>
<p class="signature-note">${text.signature}</p>
<p class="signer">${field(text.fields.signer, form.signer ?? '')}</p>
</td>
</tr></tbody></table>
`;
}

/** A document's own title, centred, with the rule under it. */
export function title(name: string, about: Part): Markup {
  return html`<div class="title"><h1>${name}</h1><p class="about">${about}</p><p class="rule short"></p></div>
`;
}
