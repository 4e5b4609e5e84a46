import { lang } from '../state/language';
import type { FiguresAsked } from '../state/receipts';
import { WhyFigures } from './WhyButton';

/** How many rows of a table the reader's filters leave, of how many. @param figures of the whole, null until they are known */
export function TableCount({ shown, total, figures }: { shown: number; total: number; figures: FiguresAsked | null }) {
  const { text, format } = lang.value;
  const count = text.table.showing(format.number(shown), format.number(total));
  return (
    <>
      <span role="status">{count}</span>
      {figures && <WhyFigures place={text.placeNote} figures={figures} of={count} />}
    </>
  );
}
