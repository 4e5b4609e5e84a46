import type { QuestionSpec } from '../core/gaps';
import type { ReceiptQuantity } from '../core/receipt';
import { lang } from '../state/language';
import { mainQuestion } from '../state/results';
import { type FiguresAsked, receiptAsked } from '../state/receipts';

/** Figures of one commune's row. */
export const ROW_RECEIPTS: readonly ReceiptQuantity[] = ['gapShare', 'gapKm2', 'coveredShare', 'noDataKm2', 'areaKm2', 'populationGap', 'populationGapShare', 'peopleCoveredShare', 'populationLom', 'population', 'populationMissing', 'localitiesTrang', 'localitiesLom', 'localitiesReachedShare', 'localities', 'bts', 'sites', 'largestGapKm2', 'nearestSiteKm', 'nearestFibreKm'];

/** Opens the receipt of a figure. `of` names the figure for those who cannot see it beside the button. */
export function WhyButton({ of, short = false, ...asked }: { code: string | null; question: QuestionSpec; quantities: readonly ReceiptQuantity[]; figures?: FiguresAsked; of: string; short?: boolean }) {
  const { text } = lang.value;
  return (
    <button type="button" class={short ? 'why-short' : 'link why'} aria-label={`${text.overview.why} ${of}`} title={text.overview.why} onClick={() => (receiptAsked.value = asked)}>
      {short ? '?' : text.overview.why}
    </button>
  );
}

/** The same for figures that are no fields of the commune's row. @param place what they are of; absent for the commune of `code` @param question absent for the main one */
export function WhyFigures({ code = null, place, question, figures, of }: { code?: string | null; place?: string; question?: QuestionSpec; figures: FiguresAsked; of: string }) {
  const { text } = lang.value;
  const ask = () => (receiptAsked.value = { code, question: question ?? mainQuestion.value, quantities: [], figures, ...(place === undefined ? {} : { place }) });
  return <button type="button" class="why-short" aria-label={`${text.overview.why} ${of}`} title={text.overview.why} onClick={ask}>?</button>;
}
