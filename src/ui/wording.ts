/** Phrases put together from the view: which technologies, which operators. */
import type { FailureReason } from '../core/failure';
import type { HamletReason } from '../core/hamlet-report';
import type { Technology } from '../core/model';
import { lang } from '../state/language';
import { mainQuestion, settings } from '../state/results';
import { view } from '../state/view';

/** `2G, 3G` for a choice, *any technology* for all that occur. */
export function technologyList(technologies: readonly Technology[]): string {
  return technologies.join(', ');
}

/** In the alphabetical order of the reader's language, whatever the order of the data. */
export function operatorNames(operators: readonly string[]): string {
  return [...operators].sort(lang.value.format.compare).join(', ');
}

/** The operators that count, or *all operators*. */
export function operatorList(operators: readonly string[] | null): string {
  return operators ? operatorNames(operators) : lang.value.text.allOperators;
}

/** Why something could not be done, to stand inside a sentence. */
export function failureWords({ code, detail }: FailureReason): string {
  const { reasons } = lang.value.text;
  return detail === '' ? reasons[code] : reasons.with(reasons[code], detail);
}

/** Why a hamlet is not fully served, or served by one alone. */
export function reasonText(reason: HamletReason): string {
  const words = lang.value.text.hamlets.reasons;
  switch (reason.code) {
    case 'only-ended':
    case 'only-uncounted':
      return words[reason.code](reason.technologies.join(', '));
    case 'one-operator':
      return words['one-operator'](reason.operator);
    default:
      return words[reason.code];
  }
}

/** The rule behind every count of the view, as one sentence to go with an export. */
export function ruleSentence(): string {
  const { text, format } = lang.value;
  const { of, off, operators } = mainQuestion.value;
  const { lom, radiusMeters } = settings.value;
  const radii = view.value.coverage === 'stations' ? of.filter((t) => !off.includes(t)).map((t) => `${t} ${format.radius(radiusMeters[t])}`).join(', ') : '';
  const sentence = text.rules.sentence(technologyList(of), operatorList(operators), radii, format.radius(lom.radiusMeters), format.percent(lom.share, 0));
  return off.length > 0 ? `${sentence}; ${text.rules.off(off.join(', '))}` : sentence;
}
