/** Phrases put together from the view: which technologies, which operators. */
import type { Technology } from '../core/model';
import { lang } from '../state/language';

/** `2G, 3G` for a choice, *any technology* for all that occur. */
export function technologyList(technologies: readonly Technology[]): string {
  return technologies.join(', ');
}

/** The operators that count, or *all operators*. */
export function operatorList(operators: readonly string[] | null): string {
  return operators ? operators.join(', ') : lang.value.text.allOperators;
}
