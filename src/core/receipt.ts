/** Where a figure comes from: inputs, rule, formula with its values, and the command that gives it again. */
import { type BeyondCommand, beyondCommand, type CommandSources, gapsArguments, shellLine } from './command-line';
import { COVERING } from './covering';
import type { QuestionSpec } from './gaps';
import type { CoverageKind, DatasetKind, GapRow, Provenance, Technology } from './model';
import { provinceFigures } from './province';
import { type RuleInForce, ruleInForce } from './rule';
import type { GapSettings } from './settings';

/** Fields of a row that add up over communes. */
const ADDITIVE = ['areaKm2', 'gapKm2', 'coveredKm2', 'noDataKm2', 'bts', 'sites', 'population', 'populationGap', 'populationLom', 'populationMissing', 'localities', 'localitiesTrang', 'localitiesLom'] as const;
/** Fields that one commune has and that do not add up. */
const SINGLE = ['largestGapKm2', 'nearestSiteKm', 'nearestFibreKm'] as const;

export type ReceiptField = (typeof ADDITIVE)[number] | (typeof SINGLE)[number];

/** Shares by the fields they come from; a `rest` is 1 minus the part. */
const SHARES = {
  gapShare: { part: 'gapKm2', whole: 'areaKm2', rest: false },
  coveredShare: { part: 'coveredKm2', whole: 'areaKm2', rest: false },
  populationGapShare: { part: 'populationGap', whole: 'population', rest: false },
  peopleCoveredShare: { part: 'populationGap', whole: 'population', rest: true },
  localitiesTrangShare: { part: 'localitiesTrang', whole: 'localities', rest: false },
  localitiesReachedShare: { part: 'localitiesTrang', whole: 'localities', rest: true },
} as const satisfies Record<string, { part: ReceiptField; whole: ReceiptField; rest: boolean }>;

export type ReceiptShare = keyof typeof SHARES;
export type ReceiptQuantity = ReceiptField | ReceiptShare;

export const RECEIPT_QUANTITIES: readonly ReceiptQuantity[] = [...ADDITIVE, ...SINGLE, ...(Object.keys(SHARES) as ReceiptShare[])];

/** The figure asked about. */
export interface ReceiptSubject {
  /** null: all communes together. */
  code: string | null;
  quantity: ReceiptQuantity;
  question: QuestionSpec;
}

interface FieldValue {
  field: ReceiptField;
  value: number | null;
}

export type ReceiptFormula =
  /** The field itself, or its sum over the communes. */
  | { kind: 'field'; of: FieldValue }
  | { kind: 'part-of-whole' | 'rest-of-whole'; part: FieldValue; whole: FieldValue };

/** A source with what it holds. */
export interface SourceUsed {
  kind: DatasetKind;
  provenance: Provenance;
}

export interface Receipt {
  subject: ReceiptSubject;
  /** km², km, people, hamlets, stations, or a share 0…1; null where there is no data. */
  value: number | null;
  formula: ReceiptFormula;
  /** The command's rows to look at, by their fields `code`, `technology` and `operator`; `sum` adds them up. */
  pick: { code: string | null; technology: Technology | 'any'; operator: string; fields: ReceiptField[]; over: 'row' | 'sum' };
  inputs: SourceUsed[];
  rule: RuleInForce;
  /** Arguments after `lomsong`, and the same as typed. */
  argv: string[];
  command: string;
  /** Not empty where the command cannot give the same. */
  beyond: BeyondCommand[];
}

export interface ReceiptContext {
  settings: GapSettings;
  sources: CommandSources;
  used: readonly SourceUsed[];
}

/**
 * @param rows the rows of the subject's question, of all communes or at least of its own
 * @returns null where the command has no such figure: fields that do not add up, for the province
 */
export function receiptOf(subject: ReceiptSubject, rows: readonly GapRow[], { settings, sources, used }: ReceiptContext): Receipt | null {
  const { code, quantity, question } = subject;
  if (code === null && (SINGLE as readonly string[]).includes(quantity)) return null;
  const own = code === null ? rows : rows.filter((row) => row.code === code);
  const formula = formulaOf(quantity, own);
  const kinds = [...new Set(own.flatMap((row) => row.source))];
  const argv = [...gapsArguments(sources, question, settings, code), '--format', 'json'];
  return {
    subject,
    value: valueOf(quantity, own),
    formula,
    pick: {
      code,
      technology: question.technology,
      operator: question.operators ? question.operators.join('+') : '*',
      fields: formula.kind === 'field' ? [formula.of.field] : [formula.part.field, formula.whole.field],
      over: code === null ? 'sum' : 'row',
    },
    inputs: inputsOf(quantity, own, kinds, used),
    rule: ruleInForce(question, settings, kinds),
    argv,
    command: shellLine(argv),
    beyond: beyondCommand(question, settings),
  };
}

function isShare(quantity: ReceiptQuantity): quantity is ReceiptShare {
  return quantity in SHARES;
}

function fieldValue(field: ReceiptField, rows: readonly GapRow[]): FieldValue {
  const values = rows.flatMap((row) => row[field] ?? []);
  return { field, value: values.length > 0 ? values.reduce((sum, v) => sum + v, 0) : null };
}

function formulaOf(quantity: ReceiptQuantity, rows: readonly GapRow[]): ReceiptFormula {
  if (!isShare(quantity)) return { kind: 'field', of: fieldValue(quantity, rows) };
  const { part, whole, rest } = SHARES[quantity];
  return { kind: rest ? 'rest-of-whole' : 'part-of-whole', part: fieldValue(part, rows), whole: fieldValue(whole, rows) };
}

function valueOf(quantity: ReceiptQuantity, rows: readonly GapRow[]): number | null {
  // The province's own rule for what is a share and what is no data holds for one commune as well.
  return isShare(quantity) ? provinceFigures(rows)[quantity] : fieldValue(quantity, rows).value;
}

function inputsOf(quantity: ReceiptQuantity, rows: readonly GapRow[], kinds: readonly CoverageKind[], used: readonly SourceUsed[]): SourceUsed[] {
  const wanted = new Set<DatasetKind>(['communes']);
  const byLand = /Km2|gapShare|coveredShare/.test(quantity);
  const byHamlets = /^(population|people|localities)/.test(quantity);
  if (quantity === 'bts' || quantity === 'sites' || quantity === 'nearestSiteKm') wanted.add('sites');
  if (quantity === 'nearestFibreKm') wanted.add('fibre').add('routes');
  const computed = (byLand && quantity !== 'areaKm2') || (byHamlets && quantity !== 'population' && quantity !== 'localities') || quantity.startsWith('nearest');
  if (computed) for (const kind of kinds) wanted.add(COVERING[kind]);
  if (byHamlets && rows.some((row) => row.populationBasis !== 'census-spread')) wanted.add('localities');
  return used.filter(({ kind }) => wanted.has(kind));
}
