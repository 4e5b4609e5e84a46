/** The reader's own unit prices, kept in this browser: the program knows none. */
import { computed, effect, signal } from '@preact/signals';
import type { UnitPrices } from '../core/mast-cost';

const MEMORY = 'lomsong.prices';
export const PRICE_FIELDS = ['mast', 'upgrade', 'fibreKm', 'solar'] as const satisfies (keyof UnitPrices)[];

function remembered(): Partial<UnitPrices> {
  try {
    const stored = JSON.parse(localStorage.getItem(MEMORY) ?? '{}') as Record<string, unknown>;
    return Object.fromEntries(PRICE_FIELDS.flatMap((field) => (typeof stored[field] === 'number' && stored[field] >= 0 ? [[field, stored[field]]] : [])));
  } catch {
    return {};
  }
}

export const prices = signal<Partial<UnitPrices>>(remembered());

effect(() => {
  try {
    localStorage.setItem(MEMORY, JSON.stringify(prices.value));
  } catch {
    // Then they are entered anew the next time.
  }
});

/** null until one is given; equipment on a mast that stands costs a mast where its price is not given. */
export const unitPrices = computed((): UnitPrices | null => {
  const { mast = 0, upgrade = mast, fibreKm = 0, solar = 0 } = prices.value;
  return mast + upgrade + fibreKm + solar > 0 ? { mast, upgrade, fibreKm, solar } : null;
});
