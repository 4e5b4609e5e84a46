/** A question as the page asks it: always in the same form, so that equal ones are one. */
import type { QuestionSpec } from './gaps';
import { TECHNOLOGIES, type Technology } from './model';
import { compareText } from './text-order';

/** @param who operators counted together; null for all. @param off technologies that have ended */
export function questionOf(of: readonly Technology[], who: readonly string[] | null, off: readonly Technology[]): QuestionSpec {
  return {
    technology: of.length === 1 ? of[0]! : 'any',
    of: TECHNOLOGIES.filter((t) => of.includes(t)),
    operators: who && [...who].sort(compareText),
    off,
  };
}

/** What has ended once the reader says that 2G has. */
export const endedWith = (without2G: boolean): readonly Technology[] => (without2G ? ['2G'] : []);
