/** Where a document's figures come from: sources, rules, and the commands that give them again. */
import { told } from '../core/told';
import { togetherQuestion } from '../core/commune-report';
import type { GapRow } from '../core/model';
import { type Receipt, type ReceiptQuantity, receiptOf } from '../core/receipt';
import { ruleInForce } from '../core/rule';
import { html, type Markup, type Part } from './markup';
import { operatorNames, technologyNames, type Paper } from './paper';

export function sourceTable({ text, words, format, data, language }: Paper): Markup {
  const { sources } = text;
  return html`<div class="table-scroll" tabindex="0"><table class="data sources">
<thead><tr><th scope="col">${sources.what}</th><th scope="col">${sources.nature}</th><th scope="col">${sources.date}</th><th scope="col">${sources.source}</th></tr></thead>
<tbody>
${data.used.map(({ provenance: p }) => html`<tr><td class="text">${told(p.what, language)}</td><td class="middle">${words.nature[p.nature]}</td><td class="middle">${p.date ? format.date(p.date) : sources.undated}</td><td class="text">${p.source[language]}</td></tr>
`)}</tbody></table></div>
`;
}

export function ruleSentences(paper: Paper): string[] {
  const { text, words, format, data } = paper;
  const kinds = [...new Set(data.rows.flatMap((row) => row.source))];
  const rule = ruleInForce(togetherQuestion(data.scope), data.settings, kinds);
  const names = technologyNames(data);
  return [
    text.sources.counted(rule.technologies.join(', '), rule.operators ? operatorNames(paper) : text.sources.allOperators),
    rule.off.length > 0 ? text.sources.off(rule.off.join(', ')) : '',
    rule.radiusMeters.length > 0 ? words.receipt.ruleModel(rule.radiusMeters.map(({ technology, meters }) => `${technology} ${format.radius(meters)}`).join('; ')) : '',
    kinds.includes('claimed') ? words.receipt.ruleClaimed : '',
    rule.measured ? words.receipt.ruleMeasured(format.number(rule.measured.sideMeters), format.number(rule.measured.leastReadings)) : '',
    words.counts.rule(names, format.radius(rule.lom.radiusMeters), format.percent(rule.lom.share, 0)),
    text.sources.notOfficial,
  ].filter(Boolean);
}

/** Receipts of figures that one command gives, as a list under it. @param code null: the communes together */
export function receiptList(paper: Paper, code: string | null, quantities: readonly ReceiptQuantity[], rows: readonly GapRow[]): Part {
  const { text, data } = paper;
  const receipts = quantities
    .flatMap((quantity) => receiptOf({ code, quantity, question: togetherQuestion(data.scope) }, rows, data) ?? [])
    .filter((receipt) => receipt.value !== null);
  const [first] = receipts;
  if (!first) return null;
  return html`<p class="command">${first.command}</p>
<p class="plain small">${text.sources.row(first.pick.technology, first.pick.operator)}:</p>
<ul class="list small two">
${receipts.map((receipt) => html`<li>${text.quantities[receipt.subject.quantity]}: ${formulaText(receipt, paper)}</li>
`)}</ul>
${first.beyond.length > 0 && html`<p class="note">${text.sources.beyond}</p>`}
`;
}

function formulaText({ formula, value }: Receipt, { format }: Paper): string {
  const decimals = (v: number | null) => (v === null ? '' : format.number(v, Number.isInteger(v) ? 0 : 3));
  if (formula.kind === 'field') return `${formula.of.field} = ${decimals(formula.of.value)}`;
  const { part, whole } = formula;
  const rest = formula.kind === 'rest-of-whole' ? '1 − ' : '';
  return `${rest}${part.field} ÷ ${whole.field} = ${rest}${decimals(part.value)} ÷ ${decimals(whole.value)} = ${format.percent(value!, 2)}`;
}
