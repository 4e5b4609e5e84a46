import { useSignal } from '@preact/signals';
import { readingKey } from '../core/command-line';
import { type FigureReceipt, type FigureRule, isFileRule } from '../core/figure-receipt';
import type { Provenance } from '../core/model';
import type { AddedMast } from '../core/scenario';
import { type Receipt, type ReceiptFormula, receiptOf, type ReceiptQuantity } from '../core/receipt';
import { told } from '../core/told';
import { receiptsAsked } from '../state/figures';
import { lang, useLaterText } from '../state/language';
import { project } from '../state/project';
import { filesToJoin, type ReceiptAsked, receiptAsked, receiptContext } from '../state/receipts';
import { answerTo } from '../state/results';
import type { ReportText } from '../strings';
import { AddedFile } from './AddedFile';
import { beyondText, figureName, figureValue, makingText, placeText } from './figure-words';
import { CommandToCopy, ReceiptFrame } from './ReceiptFrame';
import { figureRuleLines } from './rule-lines';
import { Tag } from './Tag';
import { operatorList, technologyList } from './wording';

/** Where a figure comes from: inputs with dates, rule, formula with its values, and the command that gives it again. */
export function ReceiptDialog({ asked }: { asked: ReceiptAsked }) {
  return <ReceiptFrame id="receipt-title" title={lang.value.text.receipt.title} asked={asked} onClose={() => (receiptAsked.value = null)}><Content asked={asked} /></ReceiptFrame>;
}

/** A receipt as it is told, of whichever kind. */
interface ToldReceipt {
  name: string;
  value: string;
  inputs: readonly Provenance[];
  rule: FigureRule;
  formula: string;
  command: string;
  /** Masts placed by hand, which the command needs as a file. */
  added: readonly AddedMast[];
  /** Where in the command's output the figure stands. */
  standing: string;
  beyond: string;
}

function toldOfRow(receipt: Receipt, words: ReportText): ToldReceipt {
  const { text } = lang.value;
  const { pick, subject: { quantity }, value } = receipt;
  return {
    name: words.quantities[quantity],
    value: value === null ? text.noData : valueText(quantity, value),
    inputs: receipt.inputs.map(({ provenance }) => provenance),
    rule: receipt.rule,
    formula: formulaText(receipt.formula, value, words.quantities),
    command: receipt.command,
    added: [],
    standing: text.receipt.pick[pick.over](pick.technology, pick.operator, pick.fields.join(', ')),
    beyond: receipt.beyond.length > 0 ? words.sources.beyond : '',
  };
}

function toldOfFigure(receipt: FigureReceipt, words: ReportText): ToldReceipt {
  const { inputs, rule, command, added } = receipt;
  return {
    name: figureName(receipt, words.receipts), value: figureValue(receipt, words.receipts), inputs, rule, formula: makingText(receipt, words.receipts), command, added, standing: placeText(receipt, words.receipts),
    beyond: beyondText(receipt, words),
  };
}

function Content({ asked: { code, question, quantities, figures: wanted, place: named } }: { asked: ReceiptAsked }) {
  const { text, format } = lang.value;
  const words = useLaterText('report');
  const figures = wanted ? receiptsAsked(wanted) : [];
  // Quantities first, then figures, as one list to choose from.
  const keys = [...quantities, ...figures.map((_, i) => `figure-${i}`)];
  const key = useSignal<string | null>(null);
  const chosen = Math.max(0, keys.indexOf(key.value ?? ''));
  if (!words) return <p>…</p>;
  const rows = answerTo(question)?.rows;
  const quantity = quantities[chosen];
  const figure = figures[chosen - quantities.length];
  const row = rows && quantity && receiptOf({ code, quantity, question }, rows, receiptContext());
  const receipt = row ? toldOfRow(row, words) : figure ? toldOfFigure(figure, words) : null;
  // Files and versions of them have no question, and are named one by one.
  const ofFiles = receipt !== null && isFileRule(receipt.rule);
  const join = ofFiles ? [] : filesToJoin();
  const names = [...quantities.map((q) => words.quantities[q]), ...figures.map((one) => figureName(one, words.receipts))];
  const place = named ?? (code === null ? text.placeNote : project.value!.communes.find((c) => c.code === code)?.name);
  return (
    <>
      <p>{place}{!ofFiles && <> · {technologyList(question.of)} · {operatorList(question.operators)}{question.off.length > 0 && ` · ${text.rules.off(question.off.join(', '))}`}</>}</p>
      {names.length > 1 && (
        <label class="select-row">{text.receipt.figure}{' '}
          <select value={keys[chosen]} onChange={(e) => (key.value = e.currentTarget.value)}>
            {names.map((name, i) => <option key={keys[i]} value={keys[i]}>{name}</option>)}
          </select>
        </label>
      )}
      {!receipt ? <p>{rows ? text.receipt.none : '…'}</p> : (
        <dl>
          <dt>{receipt.name}</dt>
          <dd><strong>{receipt.value}</strong></dd>
          <dt>{text.receipt.inputs}</dt>
          <dd>
            <ul>
              {receipt.inputs.map((p) => (
                <li key={p.file}>{told(p.what, lang.value.code)} <Tag nature={p.nature} />{p.date && <small> · {format.date(p.date)}</small>}{p.nature !== 'imported' && <small> · {told(p.source, lang.value.code)}</small>}</li>
              ))}
            </ul>
          </dd>
          <dt>{text.receipt.rule}</dt>
          <dd><ul>{figureRuleLines(receipt.rule, words.receipts).map((rule) => <li key={rule}>{rule}</li>)}</ul></dd>
          <dt>{text.receipt.formula}</dt>
          <dd>{receipt.formula}</dd>
          <dt>{text.receipt.repeat}</dt>
          <dd>
            <CommandToCopy command={receipt.command} />
            {receipt.added.length > 0 && <AddedFile added={receipt.added} />}
            <p class="hint">
              {receipt.standing}
              {readingUnknown(receipt.inputs, ofFiles) && ` ${text.receipt.reading}`}
              {join.length > 0 && ` ${text.receipt.join(join.map((kind) => text.data.kinds[kind]).join(', '))}`}
              {receipt.beyond && ` ${receipt.beyond}`}
            </p>
          </dd>
        </dl>
      )}
    </>
  );
}

function valueText(quantity: ReceiptQuantity, value: number): string {
  const { format } = lang.value;
  if (quantity.endsWith('Share')) return format.percent(value, 2);
  if (quantity.endsWith('Km2')) return format.km2(value);
  if (quantity.endsWith('Km')) return format.km(value);
  return format.number(value);
}

/** Files kept before it was noted how they were read, or several coverage files that were not read alike. */
function readingUnknown(inputs: readonly Provenance[], ofFiles: boolean): boolean {
  const own = inputs.filter(({ nature }) => nature === 'imported');
  const coverage = project.value!.datasets.filter((d) => d.kind === 'coverage' && own.includes(d.provenance)).map(({ provenance: { reading } }) => readingKey(reading));
  return own.some(({ reading }) => !reading) || (!ofFiles && new Set(coverage).size > 1);
}

function formulaText(formula: ReceiptFormula, value: number | null, words: ReportText['quantities']): string {
  const { text, format } = lang.value;
  const told = (v: number | null) => (v === null ? text.noData : format.number(v, Number.isInteger(v) ? 0 : 3));
  if (formula.kind === 'field') return `${words[formula.of.field]} = ${told(formula.of.value)}`;
  const { part, whole } = formula;
  const rest = formula.kind === 'rest-of-whole' ? '1 − ' : '';
  return `${rest}${words[part.field]} ÷ ${words[whole.field]} = ${rest}${told(part.value)} ÷ ${told(whole.value)}${value === null ? '' : ` = ${format.percent(value, 2)}`}`;
}
