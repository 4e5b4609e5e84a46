/** The options of `lomsong rank`. */
import { CANDIDATE_KINDS, type CandidateKind } from '../core/candidates';
import type { Band } from '../core/certainty';
import { NEED_MEASURES, type NeedMeasure } from '../core/commune-rank';
import type { UnitPrices } from '../core/mast-cost';
import { type Objective, OBJECTIVES } from '../core/next-masts';
import type { CliText } from '../strings/command-text';
import { UsageError } from './io';
import { amountOf, countOf, isOneOf, listOf } from './option-values';

/** What `rank` is asked; null for what is not asked. */
export interface RankOptions {
  next: number | null;
  budget: number | null;
  prices: UnitPrices | null;
  for: Objective;
  candidates: (CandidateKind | { file: string })[];
  gridMeters: number;
  critical: number | null;
  need: NeedMeasure | null;
  band: Band;
}

/** Options of `rank` as they were written. */
type RankValues = Partial<Record<'next' | 'budget' | 'prices' | 'for' | 'candidates' | 'critical' | 'need' | 'band', string>>;

const DEFAULT_GRID_METERS = 2000;
/** Hundreds of thousands of places would take hours. */
const FINEST_GRID_METERS = 250;
/** How far radii are usually held to be right; no threshold of readings is moved unless asked. */
const DEFAULT_BAND: Band = { radiusShare: 0.2, thresholdDb: 0 };

export function rankOf(values: RankValues, text: CliText): RankOptions {
  const objective = values.for ?? 'people';
  if (!isOneOf(OBJECTIVES, objective)) throw new UsageError(text.badValue('--for', objective, OBJECTIVES.join(', ')));
  const need = values.need ?? null;
  if (need !== null && !isOneOf(NEED_MEASURES, need)) throw new UsageError(text.badValue('--need', need, NEED_MEASURES.join(', ')));
  const budget = values.budget === undefined ? null : amountOf(values.budget, '--budget', text);
  const prices = values.prices === undefined ? null : pricesOf(values.prices, text);
  if (budget !== null && prices === null) throw new UsageError(text.pricesWanted);
  return {
    next: values.next === undefined ? null : countOf(values.next, '--next', text),
    critical: values.critical === undefined ? null : countOf(values.critical, '--critical', text),
    budget, prices, need, for: objective,
    band: values.band === undefined ? DEFAULT_BAND : bandOf(values.band, text),
    ...candidatesOf(values.candidates ?? 'hamlets', text),
  };
}

/** All of `mast`, `fibreKm` and `solar`; `upgrade` is the price of a mast where it is not given. */
function pricesOf(value: string, text: CliText): UnitPrices {
  const given = new Map<string, number>();
  for (const part of listOf(value, '--prices', text.expected.prices, text)) {
    const [, name = '', amount = ''] = /^(\w+)\s*=\s*(.+)$/.exec(part) ?? [];
    if (!['mast', 'upgrade', 'fibreKm', 'solar'].includes(name) || given.has(name)) throw new UsageError(text.badValue('--prices', part, text.expected.prices));
    given.set(name, amountOf(amount, '--prices', text, name === 'mast' || name === 'upgrade' ? undefined : 0));
  }
  const [mast, fibreKm, solar] = [given.get('mast'), given.get('fibreKm'), given.get('solar')];
  if (mast === undefined || fibreKm === undefined || solar === undefined) throw new UsageError(text.badValue('--prices', value, text.expected.prices));
  return { mast, fibreKm, solar, upgrade: given.get('upgrade') ?? mast };
}

/** `20%`, `5dB`, or both. */
function bandOf(value: string, text: CliText): Band {
  const band: Band = { radiusShare: 0, thresholdDb: 0 };
  for (const part of listOf(value, '--band', text.expected.band, text)) {
    const [, figure, unit] = /^(\d+(?:\.\d+)?)\s*(%|db)$/i.exec(part) ?? [];
    if (unit === '%' && Number(figure) < 100) band.radiusShare = Number(figure) / 100;
    else if (unit && unit !== '%') band.thresholdDb = Number(figure);
    else throw new UsageError(text.badValue('--band', part, text.expected.band));
  }
  return band;
}

/** Kinds of places, separated by commas; anything else is a file. */
function candidatesOf(value: string, text: CliText): Pick<RankOptions, 'candidates' | 'gridMeters'> {
  let gridMeters = DEFAULT_GRID_METERS;
  const words = listOf(value, '--candidates', text.expected.candidates, text);
  const kinds = words.map((word): CandidateKind | null => {
    const [, side, unit] = /^grid=(\d+(?:\.\d+)?)\s*(km|m)$/i.exec(word) ?? [];
    if (side === undefined) return isOneOf(CANDIDATE_KINDS, word) ? word : null;
    gridMeters = Number(side) * (unit!.toLowerCase() === 'km' ? 1000 : 1);
    if (!(gridMeters >= FINEST_GRID_METERS)) throw new UsageError(text.badValue('--candidates', word, text.expected.candidates));
    return 'grid';
  });
  const known = kinds.filter((kind) => kind !== null);
  if (known.length === 0) return { candidates: [{ file: value }], gridMeters };
  if (known.length < words.length) throw new UsageError(text.badValue('--candidates', words[kinds.indexOf(null)]!, text.expected.candidates));
  return { candidates: known, gridMeters };
}
