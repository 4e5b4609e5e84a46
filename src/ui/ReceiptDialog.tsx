import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Receipt, type ReceiptFormula, receiptOf, type ReceiptQuantity } from '../core/receipt';
import { told } from '../core/told';
import { lang, useLaterText } from '../state/language';
import { project } from '../state/project';
import { filesToJoin, type ReceiptAsked, receiptAsked, receiptContext } from '../state/receipts';
import { answerTo } from '../state/results';
import type { ReportText } from '../strings';
import { Tag } from './Tag';
import { operatorList, technologyList } from './wording';

/** Where a figure comes from: inputs with dates, rule, formula with its values, and the command that gives it again. */
export function ReceiptDialog({ asked }: { asked: ReceiptAsked }) {
  const { text } = lang.value;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, [asked]);
  return (
    <dialog ref={dialog} class="receipt" aria-labelledby="receipt-title" onClose={() => (receiptAsked.value = null)}>
      <header role="none">
        <h2 id="receipt-title">{text.receipt.title}</h2>
        <button type="button" class="plain close" aria-label={text.sheet.close} title={text.sheet.close} onClick={() => dialog.current?.close()}>×</button>
      </header>
      <Content asked={asked} />
    </dialog>
  );
}

function Content({ asked: { code, question, quantities } }: { asked: ReceiptAsked }) {
  const { text, format } = lang.value;
  const words = useLaterText('report');
  const quantity = useSignal<ReceiptQuantity>(quantities[0]!);
  const rows = answerTo(question)?.rows;
  const receipt = rows && receiptOf({ code, quantity: quantity.value, question }, rows, receiptContext());
  const place = code === null ? text.placeNote : project.value!.communes.find((c) => c.code === code)?.name;
  const said = useSignal('');
  const copy = async (command: string) => {
    try {
      await navigator.clipboard.writeText(command);
      said.value = text.receipt.copied;
    } catch {
      said.value = text.header.shareFailed;
    }
  };
  const join = filesToJoin();
  if (!words) return <p>…</p>;
  return (
    <>
      <p>{place} · {technologyList(question.of)} · {operatorList(question.operators)}{question.off.length > 0 && ` · ${text.rules.off(question.off.join(', '))}`}</p>
      {quantities.length > 1 && (
        <label class="select-row">{text.receipt.figure}{' '}
          <select value={quantity.value} onChange={(e) => (quantity.value = e.currentTarget.value as ReceiptQuantity)}>
            {quantities.map((q) => <option key={q} value={q}>{words.quantities[q]}</option>)}
          </select>
        </label>
      )}
      {!receipt ? <p>{rows ? text.receipt.none : '…'}</p> : (
        <dl>
          <dt>{words.quantities[quantity.value]}</dt>
          <dd><strong>{receipt.value === null ? text.noData : valueText(quantity.value, receipt.value)}</strong></dd>
          <dt>{text.receipt.inputs}</dt>
          <dd>
            <ul>
              {receipt.inputs.map(({ provenance: p }) => (
                <li key={p.file}>{told(p.what, lang.value.code)} <Tag nature={p.nature} />{p.date && <small> · {format.date(p.date)}</small>}{p.nature !== 'imported' && <small> · {told(p.source, lang.value.code)}</small>}</li>
              ))}
            </ul>
          </dd>
          <dt>{text.receipt.rule}</dt>
          <dd><ul>{rulesOf(receipt).map((rule) => <li key={rule}>{rule}</li>)}</ul></dd>
          <dt>{text.receipt.formula}</dt>
          <dd>{formulaText(receipt.formula, receipt.value, words.quantities)}</dd>
          <dt>{text.receipt.repeat}</dt>
          <dd>
            <code class="command">{receipt.command}</code>
            <p><button type="button" class="plain bordered" onClick={() => void copy(receipt.command)}>{text.receipt.copy}</button> <span role="status">{said.value}</span></p>
            <p class="hint">
              {text.receipt.pick[receipt.pick.over](receipt.pick.technology, receipt.pick.operator, receipt.pick.fields.join(', '))}
              {receipt.inputs.some(({ provenance }) => provenance.nature === 'imported') && ` ${text.receipt.reading}`}
              {join.length > 0 && ` ${text.receipt.join(join.map((kind) => text.data.kinds[kind]).join(', '))}`}
              {receipt.beyond.length > 0 && ` ${words.sources.beyond}`}
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

function rulesOf({ rule }: Receipt): string[] {
  const { text, format } = lang.value;
  const { kinds, radiusMeters, measured, lom, technologies, off } = rule;
  return [
    radiusMeters.length > 0 ? text.receipt.ruleModel(radiusMeters.map(({ technology, meters }) => `${technology} ${format.radius(meters)}`).join('; ')) : '',
    kinds.includes('claimed') ? text.receipt.ruleClaimed : '',
    measured ? text.receipt.ruleMeasured(format.number(measured.sideMeters), format.number(measured.leastReadings)) : '',
    text.counts.rule(technologyList(technologies), format.radius(lom.radiusMeters), format.percent(lom.share, 0)),
    off.length > 0 ? text.rules.off(off.join(', ')) : '',
  ].filter(Boolean);
}

function formulaText(formula: ReceiptFormula, value: number | null, words: ReportText['quantities']): string {
  const { text, format } = lang.value;
  const told = (v: number | null) => (v === null ? text.noData : format.number(v, Number.isInteger(v) ? 0 : 3));
  if (formula.kind === 'field') return `${words[formula.of.field]} = ${told(formula.of.value)}`;
  const { part, whole } = formula;
  const rest = formula.kind === 'rest-of-whole' ? '1 − ' : '';
  return `${rest}${words[part.field]} ÷ ${words[whole.field]} = ${rest}${told(part.value)} ÷ ${told(whole.value)}${value === null ? '' : ` = ${format.percent(value, 2)}`}`;
}
