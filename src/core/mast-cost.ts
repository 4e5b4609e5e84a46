/** What a new mast costs, from the reader's own unit prices. */

/** In one currency of the reader's choice. No price is known to the project: all of them are the reader's. */
export interface UnitPrices {
  /** A new mast with its equipment. */
  mast: number;
  /** Equipment on a mast that stands already. */
  upgrade: number;
  /** A kilometre of fibre, laid straight to the nearest endpoint or route. */
  fibreKm: number;
  /** Solar power where there is no grid power. */
  solar: number;
}

export interface CostBasis {
  /** The mast stands already. */
  existing: boolean;
  /** Kilometres to the nearest fibre; null where no fibre is known. */
  fibreKm: number | null;
  /** null where it is not known: solar power is then not counted. */
  hasElectricity: boolean | null;
}

/** null where a part that has a price cannot be measured. */
export function mastCost({ existing, fibreKm, hasElectricity }: CostBasis, prices: UnitPrices): number | null {
  if (fibreKm === null && prices.fibreKm > 0) return null;
  return (existing ? prices.upgrade : prices.mast) + (fibreKm ?? 0) * prices.fibreKm + (hasElectricity === false ? prices.solar : 0);
}
