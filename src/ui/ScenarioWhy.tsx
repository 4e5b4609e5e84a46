import { lang } from '../state/language';
import { type ScenarioReceiptAsked, scenarioReceiptAsked } from '../state/scenario-receipts';

/** Opens the receipt of a scenario's figures. `of` names them for those who cannot see them beside the button. */
export function ScenarioWhy({ of, ...asked }: ScenarioReceiptAsked & { of: string }) {
  const { text } = lang.value;
  return <button type="button" class="why-short" aria-label={`${text.overview.why} ${of}`} title={text.overview.why} onClick={() => (scenarioReceiptAsked.value = asked)}>?</button>;
}
