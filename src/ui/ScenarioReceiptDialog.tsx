import { useSignal } from '@preact/signals';
import { scenarioReceiptOf } from '../core/scenario-receipt';
import { lang } from '../state/language';
import { type ScenarioReceiptAsked, scenarioReceiptAsked } from '../state/scenario-receipts';
import { CommandToCopy, ReceiptFrame } from './ReceiptFrame';
import { ruleLines } from './rule-lines';
import { figureText, formulaText, inputLines, pickLines, placeText, scenarioParts, subjectText } from './scenario-receipt-lines';
import { operatorList, technologyList } from './wording';

/** Where a figure of a scenario comes from. */
export function ScenarioReceiptDialog({ asked }: { asked: ScenarioReceiptAsked }) {
  return <ReceiptFrame id="scenario-receipt-title" title={lang.value.text.scenarioReceipt.title} asked={asked} onClose={() => (scenarioReceiptAsked.value = null)}><Content asked={asked} /></ReceiptFrame>;
}

function Content({ asked: { subjects, answers, context } }: { asked: ScenarioReceiptAsked }) {
  const { text } = lang.value;
  const words = text.scenarioReceipt;
  const chosen = useSignal(0);
  const subject = subjects[chosen.value]!;
  const receipt = scenarioReceiptOf(subject, answers, context);
  const { question, scenario } = context;
  const place = placeText(subject, answers) ?? text.placeNote;
  return (
    <>
      <p>{place} · {technologyList(question.of)} · {operatorList(question.operators)}{scenario.name !== '' && ` · ${words.of(scenario.name)}`}</p>
      {subjects.length > 1 && (
        <label class="select-row">{text.receipt.figure}{' '}
          <select value={String(chosen.value)} onChange={(e) => (chosen.value = Number(e.currentTarget.value))}>{subjects.map((s, i) => <option key={i} value={String(i)}>{subjectText(s)}</option>)}</select>
        </label>
      )}
      {!receipt ? <p>{words.none}</p> : (
        <dl>
          <dt>{subjectText(subject)}</dt>
          <dd><strong>{figureText(subject, receipt.value)}</strong></dd>
          <dt>{text.receipt.inputs}</dt>
          <dd><Lines lines={inputLines(receipt)} /></dd>
          <dt>{words.changes}</dt>
          <dd><Lines lines={scenarioParts(scenario, question.off)} /></dd>
          <dt>{text.receipt.rule}</dt>
          <dd><Lines lines={ruleLines(receipt.rule)} /></dd>
          <dt>{text.receipt.formula}</dt>
          <dd>{formulaText(subject, receipt.formula, receipt.value)}</dd>
          <dt>{text.receipt.repeat}</dt>
          <dd>
            <CommandToCopy command={receipt.command} />
            <div class="hint">{pickLines(receipt).map((line) => <p key={line}>{line}</p>)}</div>
          </dd>
        </dl>
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>;
}
