/** The rule that the counts of an export follow, as a table to go with it. */
import type { RuleInForce } from '../core/rule';

export const RULE_COLUMNS = ['rule', 'value'] as const;

/** One row a setting; lists are joined by spaces. Names carry their units. */
export function ruleRows({ technologies, off, operators, kinds, radiusMeters, lom, measured }: RuleInForce): [string, string | number][] {
  return [
    ['technologies', technologies.join(' ')],
    ['off', off.join(' ')],
    ['operators', operators ? operators.join(' + ') : '*'],
    ['coverage', kinds.join(' ')],
    ...radiusMeters.map(({ technology, meters }): [string, number] => [`radius_m ${technology}`, meters]),
    ['lom_radius_m', lom.radiusMeters],
    ['lom_share', lom.share],
    ...(measured
      ? [
        ['measured_side_m', measured.sideMeters] as [string, number],
        ['measured_least_readings', measured.leastReadings] as [string, number],
        ...technologies.map((t): [string, number] => [`usable_dbm ${t}`, measured.usableDbm[t]]),
      ]
      : []),
  ];
}
