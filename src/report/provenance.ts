/** Where a document's figures come from: sources, rules, and the commands that give them again. */
import { told } from '../core/told';
import { type CommuneReport, togetherQuestion } from '../core/commune-report';
import { shellLine } from '../core/command-line';
import { pathText } from '../core/figure-path';
import { type Citation, citationOf, type FigureReceipt } from '../core/figure-receipt';
import type { GapRow } from '../core/model';
import { type Receipt, type ReceiptQuantity, receiptOf } from '../core/receipt';
import { type ReportRecord, reportRecord } from '../core/report-record';
import { ruleInForce } from '../core/rule';
import { html, type Markup, type Part } from './markup';
import { operatorNames, technologyNames, type Paper } from './paper';

export function sourceTable({ text, words, format, data, language }: Paper): Markup {
  const { sources } = text;
  return html`<div class="table-scroll"><table class="data sources">
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

/** The figures of a report that no row of communes has, as one run of the command gives them. */
export function citationOfReport(paper: Paper, report: CommuneReport): Citation<ReportRecord> {
  const { data } = paper;
  const output = reportRecord(report, { lom: data.settings.lom, rows: data.rows, reported: null });
  return citationOf(output, { report: report.commune.code }, togetherQuestion(data.scope), report.together.source, data);
}

type ReportRun = Pick<FigureReceipt, 'command' | 'beyond'>;

/** The run of the command that gives a report's data, or the province's. */
export function reportRun({ data }: Paper, report: string): ReportRun {
  const { argv, beyond } = citationOf(null, { report }, togetherQuestion(data.scope), [], data);
  return { command: shellLine(argv), beyond };
}

/** The command of a report's data, with the parts of the output that the sheets' tables are from. */
export function reportParts({ text: { sources } }: Paper, { command, beyond }: ReportRun): Markup {
  return html`<p class="plain small">${sources.parts}</p>
<p class="command">${command}</p>
<ul class="list small two">
${Object.entries(sources.partNames).map(([part, name]) => html`<li>${name}: ${part}</li>
`)}</ul>
${beyond.length > 0 && html`<p class="note">${sources.beyond}</p>`}
`;
}

/** Figures of a report under the command that gives them: the place of each in the output, and what stands there. @param groups each a list item, of figures that stand in one item of the output */
export function figureList({ text: { sources }, format }: Paper, groups: readonly (readonly FigureReceipt[])[]): Part {
  const [first] = groups.flat();
  if (!first) return null;
  const value = (v: FigureReceipt['value']) => (typeof v === 'number' ? format.number(v, Number.isInteger(v) ? 0 : 3) : Array.isArray(v) ? v.map((n: number) => format.number(n, 5)).join('; ') : String(v));
  return html`<p class="command">${first.command}</p>
<ul class="list small places">
${groups.filter((group) => group.length > 0).map((group) => html`<li>${group[0]!.of !== null && `${group[0]!.of}: `}${pathText(group[0]!.paths[0]!.slice(0, 2))}${group[0]!.paths[0]!.length > 2 && `: ${group.map((one) => `${pathText(one.paths[0]!.slice(2))} = ${value(one.value)}`).join('; ')}`}${group[0]!.paths[0]!.length === 2 && ` = ${value(group[0]!.value)}`}</li>
`)}</ul>
${first.beyond.length > 0 && html`<p class="note">${sources.beyond}</p>`}
`;
}

function formulaText({ formula, value }: Receipt, { format }: Paper): string {
  const decimals = (v: number | null) => (v === null ? '' : format.number(v, Number.isInteger(v) ? 0 : 3));
  if (formula.kind === 'field') return `${formula.of.field} = ${decimals(formula.of.value)}`;
  const { part, whole } = formula;
  const rest = formula.kind === 'rest-of-whole' ? '1 − ' : '';
  return `${rest}${part.field} ÷ ${whole.field} = ${rest}${decimals(part.value)} ÷ ${decimals(whole.value)} = ${format.percent(value!, 2)}`;
}
