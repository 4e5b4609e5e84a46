import { lang } from '../state/language';
import { PRICE_FIELDS, prices } from '../state/prices';

/** Unit prices, in one currency of the reader's choice. */
export function PriceFields({ open }: { open: boolean }) {
  const { text } = lang.value;
  return (
    <details open={open}>
      <summary>{text.next.prices}</summary>
      <p class="hint">{text.next.pricesNote}</p>
      {PRICE_FIELDS.map((field) => (
        <label key={field} class="number-field"><span>{text.next.price[field]}</span>
          <input
            type="number" min={0} step="any" value={prices.value[field] === undefined ? '' : String(prices.value[field])}
            onChange={(e) => { const value = e.currentTarget.valueAsNumber; const { [field]: _before, ...others } = prices.value; prices.value = value >= 0 ? { ...others, [field]: value } : others; }}
          />
        </label>
      ))}
    </details>
  );
}
