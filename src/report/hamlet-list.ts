/** All hamlets of a commune, computed beside reported. */
import type { CommuneReport } from '../core/commune-report';
import type { HamletReason } from '../core/hamlet-report';
import { html, type Markup } from './markup';
import { figureNotes, type Paper } from './paper';

export function hamletList({ hamlets }: CommuneReport, paper: Paper): Markup {
  const { text, format, figure, modelled } = paper;
  const { hamlets: words } = text;
  if (hamlets.length === 0) return html`<p>${words.none}</p>`;
  const reported = hamlets.some((h) => h.locality.reportedState !== null);
  const withPower = hamlets.some((h) => h.locality.hasElectricity !== null);
  const differing = hamlets.filter((h) => h.agrees === false).length;
  const distance = (km: number | null, isModelled: boolean) => (km === null ? text.none : figure(km, (v) => format.number(v, 1), isModelled));
  return html`<div class="table-scroll" tabindex="0"><table class="data hamlets">
<thead><tr><th scope="col">${words.index}</th><th scope="col">${words.name}</th><th scope="col">${words.state}</th>${reported && html`<th scope="col">${words.reported}</th>`}<th scope="col">${words.operators}</th><th scope="col">${words.best}</th><th scope="col">${words.people}</th><th scope="col">${words.households}</th>${withPower && html`<th scope="col">${words.power}</th>`}<th scope="col">${words.mast}</th><th scope="col">${words.fibre}</th><th scope="col">${words.reason}</th></tr></thead>
<tbody>
${hamlets.map(({ locality, state, operators, bestTechnology, nearestMastKm, nearestFibreKm, reason }, i) => html`<tr><td class="middle">${i + 1}</td><th scope="row">${locality.name}</th>
<td class="middle">${state === null ? text.noData : figure(1, () => words.states[state], modelled.hamlets)}</td>${reported && html`<td class="middle">${locality.reportedState === null ? text.none : words.states[locality.reportedState]}</td>`}
<td class="middle">${operators === null ? text.none : figure(operators.length, format.number, modelled.hamlets)}</td><td class="middle">${bestTechnology === null ? text.none : figure(1, () => bestTechnology, modelled.hamlets)}</td>
<td>${locality.population === null ? text.none : figure(locality.population, format.number, modelled.hamlets)}</td><td>${locality.households === null ? text.none : figure(locality.households, format.number, modelled.hamlets)}</td>${withPower && html`<td class="middle">${words.powered[locality.hasElectricity === null ? 'unknown' : locality.hasElectricity ? 'yes' : 'no']}</td>`}
<td>${distance(nearestMastKm, modelled.hamlets)}</td><td>${distance(nearestFibreKm, modelled.hamlets)}</td><td class="text">${reason && reasonText(reason, paper)}</td></tr>
`)}</tbody></table></div>
${figureNotes(paper, words.distances)}${differing > 0 && html`<p class="note">${words.disagree(format.number(differing))}</p>`}
`;
}

function reasonText(reason: HamletReason, { text: { hamlets: { reasons } } }: Paper): string {
  switch (reason.code) {
    case 'only-ended':
    case 'only-uncounted':
      return reasons[reason.code](reason.technologies.join(', '));
    case 'one-operator':
      return reasons[reason.code](reason.operator);
    default:
      return reasons[reason.code];
  }
}
