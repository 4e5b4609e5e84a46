/** Where a commune stands among the others by a measure of need. */
import type { GapRow } from './model';

export const NEED_MEASURES = ['people', 'land', 'share', 'hamlets'] as const;
/** People in trắng hamlets, km² of gap, share of the land in gap, trắng hamlets. */
export type NeedMeasure = (typeof NEED_MEASURES)[number];

export interface CommuneRank {
  measure: NeedMeasure;
  /** People, km², share 0…1 or hamlets; null where the commune has no data: it then has no rank. */
  value: number | null;
  /** 1 for the most; equal values share a rank. */
  rank: number | null;
  /** Other communes with exactly this value. */
  tied: number;
  /** Communes that have a value. */
  of: number;
  /** The sum over the communes; null for `share`, which does not add up. */
  total: number | null;
  /** Of the sum over the communes, 0…1; null for `share`, which does not add up, and where the sum is 0. */
  shareOfAll: number | null;
  /** The commune with the next greater and the next smaller value, the first by code of equals; null where there is none. */
  above: RankNeighbour | null;
  below: RankNeighbour | null;
}

export interface RankNeighbour {
  code: string;
  name: string;
  value: number;
}

type NeedFields = Pick<GapRow, 'populationGap' | 'gapKm2' | 'gapShare' | 'localitiesTrang'>;

export function needsOf({ populationGap, gapKm2, gapShare, localitiesTrang }: NeedFields): Record<NeedMeasure, number | null> {
  return { people: populationGap, land: gapKm2, share: gapShare, hamlets: localitiesTrang };
}

export function needOf(row: NeedFields, measure: NeedMeasure): number | null {
  return needsOf(row)[measure];
}

/** @param rows one question's rows of all communes */
export function rankOf(rows: readonly GapRow[], code: string, measure: NeedMeasure): CommuneRank {
  const values = rows.flatMap((row) => needOf(row, measure) ?? []);
  const own = rows.find((row) => row.code === code);
  const value = own ? needOf(own, measure) : null;
  const total = values.reduce((sum, v) => sum + v, 0);
  return {
    measure,
    value,
    rank: value === null ? null : 1 + values.filter((v) => v > value).length,
    tied: value === null ? 0 : values.filter((v) => v === value).length - 1,
    of: values.length,
    total: measure === 'share' ? null : total,
    shareOfAll: measure === 'share' || value === null || total === 0 ? null : value / total,
    above: value === null ? null : nextOf(rows, measure, (v, best) => v > value && (best === null || v < best)),
    below: value === null ? null : nextOf(rows, measure, (v, best) => v < value && (best === null || v > best)),
  };
}

function nextOf(rows: readonly GapRow[], measure: NeedMeasure, isNearer: (value: number, best: number | null) => boolean): RankNeighbour | null {
  let next: RankNeighbour | null = null;
  for (const row of rows) {
    const value = needOf(row, measure);
    if (value !== null && isNearer(value, next?.value ?? null)) next = { code: row.code, name: row.name, value };
  }
  return next;
}
