/** The rule that a figure follows, in words. */
import { IDENTITY } from '../core/compared-kinds';
import { type FigureRule, type FileRule, isFileRule } from '../core/figure-receipt';
import type { RuleInForce } from '../core/rule';
import { lang } from '../state/language';
import type { ReportText } from '../strings';
import { technologyList } from './wording';

/** One sentence a part of the rule. */
export function ruleLines(rule: RuleInForce): string[] {
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

/** Of a figure that stands in a report or a file; what was read of a file is told by its header. */
export function figureRuleLines(rule: FigureRule, words: ReportText['receipts']): string[] {
  return isFileRule(rule) ? fileRuleLines(rule, words.fileRules) : ruleLines(rule);
}

function fileRuleLines(rule: FileRule, words: ReportText['receipts']['fileRules']): string[] {
  const { text, format } = lang.value;
  if (rule.of === 'comparing') {
    const { kind, rule: { movedMeters, changedKm2, ignoredFields } } = rule;
    return kind === 'coverage'
      ? [words.identity(IDENTITY[kind].join(', ')), words.changedGround(format.km2(changedKm2))]
      : [words.identity(IDENTITY[kind].join(', ')), words.movedBy(format.meters(movedMeters)), words.ignored(ignoredFields.join(', '))];
  }
  const { kind, mapping, headerLine } = rule.read;
  const mapped = Object.entries(mapping ?? {}).map(([field, column]) => `${field} \u2190 ${column}`);
  return [
    kind ? words.kind(text.data.kinds[kind]!) : '',
    headerLine ? words.headerLine(format.number(headerLine)) : '',
    mapped.length > 0 ? words.mapped(mapped.join('; ')) : words.notMapped,
    words.used,
  ].filter(Boolean);
}
