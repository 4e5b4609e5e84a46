import { dataDate, oldMonths } from '../state/data-age';
import { lang } from '../state/language';

/** The date of the data that figures come from, and whether it is old. */
export function DataDate() {
  const { text, format } = lang.value;
  const date = dataDate.value;
  return <>{date ? text.dataOf(format.date(date)) : text.dataUndated}{oldMonths.value !== null && <strong class="old-data">, {text.dataOld(format.number(oldMonths.value))}</strong>}</>;
}
