/** Which rows of stations, coverage and readings a question counts. */
import type { QuestionSpec } from './gaps';
import type { Technology } from './model';

/** Whether a row's technology and operator count; readings without operator count only among all. */
export function rowsCounted({ of, off, operators }: Pick<QuestionSpec, 'of' | 'off' | 'operators'>): (row: { technology: Technology; operator: string | null }) => boolean {
  return ({ technology, operator }) => of.includes(technology) && !off.includes(technology) && (!operators || (operator !== null && operators.includes(operator)));
}
