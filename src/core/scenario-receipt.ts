/** Where a figure of a scenario comes from: inputs, what was changed, rule, formula with its values, and the command that gives it again. */
import type { Band, BandedRank } from './certainty';
import { type CommandSources, shellLine } from './command-line';
import { COVERING } from './covering';
import type { CriticalMast } from './critical-masts';
import type { QuestionSpec } from './gaps';
import type { CoverageKind, DatasetKind, GapRow } from './model';
import type { NeedMeasure } from './commune-rank';
import { countedBy, type NextMasts, type Objective, stepsOf } from './next-masts';
import type { SourceUsed } from './receipt';
import { type RuleInForce, ruleInForce } from './rule';
import type { Scenario } from './scenario';
import { differenceArguments, type Ranking, rankArguments, type ScenarioBeyond, scenarioBeyond, type ScenarioQuestion } from './scenario-command-line';
import { compareScenario, type HamletChanges, type NeedFigures } from './scenario-difference';
import type { GapSettings } from './settings';

export type NeedField = keyof NeedFigures;
export const NEED_FIELDS: readonly NeedField[] = ['gapKm2', 'populationGap', 'populationLom', 'localitiesTrang', 'localitiesLom'];
export type Moment = 'before' | 'after' | 'difference';
export type MastFigure = 'gain' | 'cumulated';
export type FoundFigure = 'gain' | 'bound' | 'guarantee' | 'candidates';
export type CriticalFigure = 'people' | 'hamlets' | 'landKm2';
export type BandSide = 'less' | 'asSet' | 'more';

/** The figure asked about. */
export type ScenarioSubject =
  /** `code` null: all communes together. */
  | { kind: 'change'; code: string | null; field: NeedField; moment: Moment }
  /** Hamlets that change, or their people. */
  | { kind: 'hamlets'; change: keyof HamletChanges; of: 'hamlets' | 'people' }
  /** How many communes change. */
  | { kind: 'changed' }
  /** What was found of all proposed masts together. */
  | { kind: 'found'; figure: FoundFigure }
  /** The mast of this order, from 1; what is cumulated until it is a point of the curve. */
  | { kind: 'next'; order: number; figure: MastFigure }
  /** What is without signal once this many of the masts stand. */
  | { kind: 'step'; order: number; field: NeedField; moment: Moment }
  | { kind: 'critical'; siteId: string; figure: CriticalFigure }
  | { kind: 'rank'; code: string; side: BandSide };

/** Values put into the formula; km², people or hamlets. */
export type ScenarioFormula =
  | { kind: 'change'; before: number | null; after: number | null; difference: number | null }
  /** Members of a list, or the people of those that say how many; `missing` do not. */
  | { kind: 'list'; hamlets: number; people: number; missing: number }
  /** What the aim counts before and after; `from` is 0 for cumulated figures, else the mast before. */
  | { kind: 'gain'; objective: Objective; before: number; after: number; from: number; to: number }
  | { kind: 'counted'; count: number }
  | { kind: 'found'; figure: FoundFigure }
  | { kind: 'sole'; figure: CriticalFigure; value: number }
  /** 1 + the communes with a larger value. */
  | { kind: 'rank'; measure: NeedMeasure; value: number | null; larger: number; of: number };

/** Where in the command's JSON the figure stands: the items of a list that have these fields, and the field to take of them; without a list, a field of the whole. */
export interface Pick {
  /** Path of the list. */
  list: string[];
  where: Record<string, string | number | boolean>;
  /** Path within the item; `count` counts the items, `sum` adds the field up. */
  take: { path: string[]; by: 'value' | 'count' | 'sum' };
}

export interface ScenarioReceipt {
  subject: ScenarioSubject;
  question: QuestionSpec;
  /** km², people, hamlets or a rank; null where there is no data. */
  value: number | null;
  formula: ScenarioFormula;
  pick: Pick;
  inputs: SourceUsed[];
  /** Masts typed or placed by the reader; they go along as a file. */
  mastsByHand: number;
  scenario: Scenario;
  rule: RuleInForce;
  argv: string[];
  command: string;
  beyond: ScenarioBeyond[];
}

export interface ScenarioReceiptContext {
  settings: GapSettings;
  sources: CommandSources;
  used: readonly SourceUsed[];
  scenario: Scenario;
  question: QuestionSpec;
  /** Of the coverage in use. */
  kinds: readonly CoverageKind[];
}

/** What the figures were read from; only what the subject needs. */
export interface ScenarioAnswers {
  before?: readonly GapRow[] | undefined;
  after?: readonly GapRow[] | undefined;
  hamlets?: HamletChanges | undefined;
  next?: { found: NextMasts; ranking: Extract<Ranking, { kind: 'next' }> } | undefined;
  critical?: { masts: readonly CriticalMast[]; most: number } | undefined;
  ranks?: { ranks: readonly BandedRank[]; measure: NeedMeasure; band: Band } | undefined;
}

type Found = Omit<ScenarioReceipt, 'subject' | 'question' | 'inputs' | 'mastsByHand' | 'scenario' | 'rule' | 'command' | 'beyond'> & { needs: readonly DatasetKind[]; ranking: Ranking | null };

/** @returns null where the answers do not have the subject's figure */
export function scenarioReceiptOf(subject: ScenarioSubject, answers: ScenarioAnswers, context: ScenarioReceiptContext): ScenarioReceipt | null {
  const { settings, sources, used, scenario, question, kinds } = context;
  const asked: ScenarioQuestion = { sources, question, settings, scenario };
  const found = FINDERS[subject.kind](subject as never, answers, asked);
  if (!found) return null;
  const { needs, ranking, ...rest } = found;
  const mastsByHand = scenario.added.length;
  const inForce = [...new Set<CoverageKind>([...kinds, ...(mastsByHand > 0 || ranking?.kind === 'next' ? ['modelled' as const] : [])])];
  const wanted = new Set<DatasetKind>(['communes', ...kinds.map((kind) => COVERING[kind]), ...needs]);
  return {
    subject, question, ...rest, scenario, mastsByHand,
    inputs: used.filter(({ kind }) => wanted.has(kind)),
    rule: ruleInForce(question, settings, inForce),
    command: shellLine(rest.argv),
    beyond: scenarioBeyond(asked, ranking),
  };
}

const FINDERS: { [Kind in ScenarioSubject['kind']]: (subject: Extract<ScenarioSubject, { kind: Kind }>, answers: ScenarioAnswers, asked: ScenarioQuestion) => Found | null } = {
  change({ code, field, moment }, { before, after }, asked) {
    if (!before || !after) return null;
    const { communes, province } = compareScenario(before, after);
    const change = code === null ? province[0] : communes.find((c) => c.code === code);
    if (!change) return null;
    return {
      value: change[moment][field],
      formula: { kind: 'change', before: change.before[field], after: change.after[field], difference: change.difference[field] },
      pick: {
        list: [code === null ? 'province' : 'communes'],
        where: { ...(code === null ? {} : { code }), technology: asked.question.technology, operator: asked.question.operators?.join('+') ?? '*' },
        take: { path: [moment, field], by: 'value' },
      },
      argv: [...differenceArguments(asked, code), '--format', 'json'],
      needs: field === 'gapKm2' ? [] : ['localities'], ranking: null,
    };
  },
  hamlets({ change, of }, { hamlets }, asked) {
    if (!hamlets) return null;
    const list = hamlets[change];
    const people = list.reduce((sum, h) => sum + (h.population ?? 0), 0);
    return {
      value: of === 'hamlets' ? list.length : people,
      formula: { kind: 'list', hamlets: list.length, people, missing: list.filter((h) => h.population === null).length },
      pick: { list: ['hamlets', change], where: {}, take: of === 'hamlets' ? { path: [], by: 'count' } : { path: ['population'], by: 'sum' } },
      argv: [...differenceArguments(asked, null), '--format', 'json'],
      needs: ['localities'], ranking: null,
    };
  },
  changed(_, { before, after }, asked) {
    if (!before || !after) return null;
    const { technology, operators } = asked.question;
    const count = compareScenario(before, after).communes.filter(({ changed }) => changed).length;
    return {
      value: count, formula: { kind: 'counted', count },
      pick: { list: ['communes'], where: { technology, operator: operators?.join('+') ?? '*', changed: true }, take: { path: [], by: 'count' } },
      argv: [...differenceArguments(asked, null), '--format', 'json'],
      needs: ['localities'], ranking: null,
    };
  },
  found({ figure }, { next }, asked) {
    if (!next) return null;
    return {
      value: next.found[figure], formula: { kind: 'found', figure },
      pick: { list: [], where: {}, take: { path: [figure], by: 'value' } },
      argv: [...rankArguments(asked, next.ranking), '--format', 'json'],
      needs: ['localities', ...(next.ranking.next.prices ? ['fibre' as const, 'routes' as const] : [])], ranking: next.ranking,
    };
  },
  next({ order, figure }, { next }, asked) {
    const mast = next?.found.masts[order - 1];
    if (!next || !mast) return null;
    const { found, ranking } = next;
    const { objective } = ranking.next;
    const from = figure === 'cumulated' ? 0 : order - 1;
    const start = from === 0 ? found.before : found.masts[from - 1]!.after;
    return {
      value: figure === 'gain' ? mast.gain : found.masts.slice(0, order).reduce((sum, m) => sum + m.gain, 0),
      formula: { kind: 'gain', objective, before: countedBy(objective, start), after: countedBy(objective, mast.after), from, to: order },
      pick: { list: ['masts'], where: { order }, take: { path: [figure], by: 'value' } },
      argv: [...rankArguments(asked, ranking), '--format', 'json'],
      needs: ['localities', ...(ranking.next.prices ? ['fibre' as const, 'routes' as const] : [])], ranking,
    };
  },
  step({ order, field, moment }, { next }, asked) {
    const steps = next && stepsOf(next.found);
    const step = steps?.[order];
    if (!next || !step) return null;
    const [before, after, difference] = [steps[0]!.after[field], step.after[field], step.difference[field]];
    return {
      value: { before, after, difference }[moment],
      formula: { kind: 'change', before, after, difference },
      pick: { list: ['steps'], where: { order: moment === 'before' ? 0 : order }, take: { path: [moment === 'difference' ? 'difference' : 'after', field], by: 'value' } },
      argv: [...rankArguments(asked, next.ranking), '--format', 'json'],
      needs: field === 'gapKm2' ? [] : ['localities'], ranking: next.ranking,
    };
  },
  critical({ siteId, figure }, { critical }, asked) {
    const mast = critical?.masts.find((m) => m.siteId === siteId);
    if (!critical || !mast) return null;
    const ranking: Ranking = { kind: 'critical', most: critical.most };
    return {
      value: mast[figure],
      formula: { kind: 'sole', figure, value: mast[figure] },
      pick: { list: ['critical'], where: { site_id: siteId }, take: { path: [figure], by: 'value' } },
      argv: [...rankArguments(asked, ranking), '--format', 'json'],
      needs: ['sites', 'localities'], ranking,
    };
  },
  rank({ code, side }, { ranks }, asked) {
    const own = ranks?.ranks.find((r) => r.code === code);
    if (!ranks || !own) return null;
    const ranking: Ranking = { kind: 'need', measure: ranks.measure, band: ranks.band };
    const values = ranks.ranks.flatMap((r) => r.value[side] ?? []);
    const value = own.value[side];
    const column = { less: 'rankLess', asSet: 'rank', more: 'rankMore' }[side];
    return {
      value: own.rank[side],
      formula: { kind: 'rank', measure: ranks.measure, value, larger: value === null ? 0 : values.filter((v) => v > value).length, of: values.length },
      pick: { list: ['communes'], where: { code }, take: { path: [column], by: 'value' } },
      argv: [...rankArguments(asked, ranking), '--format', 'json'],
      needs: ranks.measure === 'land' || ranks.measure === 'share' ? [] : ['localities'], ranking,
    };
  },
};
