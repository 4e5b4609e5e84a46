/** The rule that a figure follows, in words. */
import type { RuleInForce } from '../core/rule';
import { lang } from '../state/language';
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
