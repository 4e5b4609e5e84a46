/** Certainty: neither a radius nor a threshold is ever sure. Which communes keep their rank when both are less or more? */
import { needOf, type NeedMeasure } from './commune-rank';
import { type GapInput, planGaps, type QuestionSpec } from './gaps';
import type { Cell, GapRow, Technology } from './model';
import { TECHNOLOGIES } from './model';
import type { GapSettings } from './settings';
import type { Steps } from './steps';

export interface Band {
  /** Radii, those of single rows too, are taken this share shorter and longer: 0.2 for ± 20 %. */
  radiusShare: number;
  /** Readings count as usable from this many dB higher and lower. */
  thresholdDb: number;
}

/** A figure with less coverage, as set, and with more. null where there is no data. */
export interface Banded {
  less: number | null;
  asSet: number | null;
  more: number | null;
}

export interface BandedRank {
  code: string;
  name: string;
  /** Of the measure. */
  value: Banded;
  /** 1 for the most need; equal values share a rank. */
  rank: Banded;
  /** The rank is the same within the whole band. */
  holds: boolean;
}

/** Communes by their need as set, most first (of equals the smaller code); those without data come last. */
export function* rankInBand(input: GapInput, settings: GapSettings, question: QuestionSpec, measure: NeedMeasure, band: Band): Steps<BandedRank[]> {
  function* rowsAt(side: -1 | 0 | 1): Steps<GapRow[]> {
    const plan = planGaps(widened(input, 1 + side * band.radiusShare), atThreshold(withRadii(settings, 1 + side * band.radiusShare), -side * band.thresholdDb), [question]);
    const rows: GapRow[] = [];
    for (const commune of plan.communes) {
      rows.push(plan.gapsOf(commune).rows[0]!);
      yield (side + 1 + rows.length / plan.communes.length) / 3;
    }
    return rows;
  }
  const sides = { less: yield* rowsAt(-1), asSet: yield* rowsAt(0), more: yield* rowsAt(1) };
  const values = sides.asSet.map((_, i): Banded => ({ less: needOf(sides.less[i]!, measure), asSet: needOf(sides.asSet[i]!, measure), more: needOf(sides.more[i]!, measure) }));
  const rankOf = (i: number, side: keyof Banded) => {
    const value = values[i]![side];
    return value === null ? null : 1 + values.filter((other) => other[side] !== null && other[side] > value).length;
  };
  return sides.asSet
    .map(({ code, name }, i): BandedRank => {
      const rank: Banded = { less: rankOf(i, 'less'), asSet: rankOf(i, 'asSet'), more: rankOf(i, 'more') };
      return { code, name, value: values[i]!, rank, holds: rank.asSet !== null && rank.less === rank.asSet && rank.more === rank.asSet };
    })
    .sort((a, b) => (a.rank.asSet ?? Infinity) - (b.rank.asSet ?? Infinity));
}

/** The sources with the radii of single rows changed by a factor. */
function widened(input: GapInput, factor: number): GapInput {
  const widen = (cell: Cell): Cell => (cell.radiusMeters === null ? cell : { ...cell, radiusMeters: cell.radiusMeters * factor });
  return { ...input, cells: input.cells && input.cells.map(widen), added: (input.added ?? []).map(widen) };
}

function ofEach(values: Readonly<Record<Technology, number>>, change: (value: number) => number): Record<Technology, number> {
  return Object.fromEntries(TECHNOLOGIES.map((t) => [t, change(values[t])])) as Record<Technology, number>;
}

function withRadii(settings: GapSettings, factor: number): GapSettings {
  return { ...settings, radiusMeters: ofEach(settings.radiusMeters, (meters) => meters * factor) };
}

function atThreshold(settings: GapSettings, db: number): GapSettings {
  return { ...settings, measured: { ...settings.measured, usableDbm: ofEach(settings.measured.usableDbm, (dbm) => dbm + db) } };
}
