/** Where a commune stands among the others by a measure of need. */
import type { GapRow } from './model';

export const NEED_MEASURES = ['people', 'land', 'share', 'hamlets'] as const;
/** People in trắng hamlets, km² of gap, share of the land in gap, trắng hamlets. */
export type NeedMeasure = (typeof NEED_MEASURES)[number];

export function needOf(row: GapRow, measure: NeedMeasure): number | null {
  return { people: row.populationGap, land: row.gapKm2, share: row.gapShare, hamlets: row.localitiesTrang }[measure];
}
