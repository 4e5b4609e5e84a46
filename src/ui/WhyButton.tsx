import type { QuestionSpec } from '../core/gaps';
import type { ReceiptQuantity } from '../core/receipt';
import { lang } from '../state/language';
import { receiptAsked } from '../state/receipts';

/** Figures of one commune's row. */
export const ROW_RECEIPTS: readonly ReceiptQuantity[] = ['gapShare', 'gapKm2', 'coveredShare', 'areaKm2', 'populationGap', 'peopleCoveredShare', 'populationLom', 'population', 'localitiesTrang', 'localitiesLom', 'localities', 'bts', 'sites', 'largestGapKm2', 'nearestSiteKm', 'nearestFibreKm'];

/** Opens the receipt of a figure. `of` names the figure for those who cannot see it beside the button. */
export function WhyButton({ code, question, quantities, of, short = false }: { code: string | null; question: QuestionSpec; quantities: readonly ReceiptQuantity[]; of: string; short?: boolean }) {
  const { text } = lang.value;
  return (
    <button type="button" class={short ? 'why-short' : 'link why'} aria-label={`${text.overview.why} ${of}`} title={text.overview.why} onClick={() => (receiptAsked.value = { code, question, quantities })}>
      {short ? '?' : text.overview.why}
    </button>
  );
}
