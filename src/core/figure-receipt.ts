/** The receipt of a figure that stands somewhere in the JSON of one run of the command: a report, or rows of former units. */
import { beyondCommand, gapsArguments, shellLine } from './command-line';
import type { CompareRule } from './compare-rule';
import type { ComparedKind } from './compared-kinds';
import type { ChangeKind } from './comparison-record';
import { COVERING } from './covering';
import { figureAt, type FigurePath } from './figure-path';
import type { QuestionSpec } from './gaps';
import type { Box, CoverageKind, DatasetKind, IssueCode, LngLat, Provenance, ReadingRecord } from './model';
import type { ReceiptContext } from './receipt';
import { type RuleInForce, ruleInForce } from './rule';
import type { AddedMast, Scenario } from './scenario';
import { scenarioArguments, type ScenarioBeyond, scenarioBeyond } from './scenario-command-line';

/** What a figure is, apart from what it is of. */
export type FigureName =
  | 'areaKm2' | 'population' | 'noDataKm2' | 'noDataShare' | 'servedHamlets' | 'servedPeople' | 'servedKm2' | 'servedShare' | 'bestShare' | 'bestKm2'
  | 'gapPieces' | 'gapKm2' | 'gapShare' | 'pole' | 'hamletKm' | 'mastKm' | 'fibreKm' | 'operatorMastKm'
  | 'hamletsTrang' | 'hamletsLom' | 'hamletsCovered' | 'hamletsUnknown' | 'hamlets' | 'hamletsNamed' | 'hamletsAssigned' | 'peopleTrang' | 'peopleMissing'
  | 'hamletsOther' | 'hamletsOfNone' | 'oldUnits'
  | 'state' | 'reportedState' | 'operatorCount' | 'operators' | 'bestTechnology' | 'people' | 'households' | 'power' | 'reason' | 'discShare'
  | 'population2019' | 'kmOutside' | 'reachedBy' | 'centreSignal'
  | 'rankValue' | 'rankShare' | 'rank' | 'tied' | 'reportedShare' | 'reportedDifference'
  | 'communes' | 'communesOfSeveral' | 'districtPeople' | 'bts' | 'btsDifference' | 'indicator' | 'fibreCentres' | 'largestKm2' | 'readings' | 'claimedButPoor' | 'usableButUnclaimed'
  | 'rows' | 'rowsUsed' | 'rowsLeftOut' | 'rowsWithIssues' | 'issueErrors' | 'issueWarnings' | 'issuesOfCode' | 'rowsOfCode'
  | 'rowsAdded' | 'rowsRemoved' | 'rowsMoved' | 'rowsChanged' | 'rowsSame' | 'movedMeters' | 'gainedKm2' | 'lostKm2'
  | 'masts' | 'fibrePoints' | 'fibreRoutes' | 'communesWithGap' | 'largestGaps' | 'oldCentres' | 'districts' | 'coverageAreas' | 'readingsShown' | 'conflicts';

/** How it is said: `text` is a word of the data, `state`, `power`, `reason` and `signal` have words of their own. */
export type FigureUnit = 'km2' | 'km' | 'meters' | 'share' | 'points' | 'number' | 'place' | 'text' | 'list' | 'state' | 'power' | 'reason' | 'signal';

/** How the figure comes about, with the values that are put in. */
export type FigureMaking =
  /** Of the data as they stand, nothing computed. */
  | { by: 'given' }
  | { by: 'area' }
  | { by: 'count' }
  | { by: 'served'; operators: number; of: number }
  | { by: 'best' }
  | { by: 'piece'; number: number }
  | { by: 'pole' }
  /** `to` is null where it is the nearest place of a fibre route. */
  | { by: 'distance'; from: LngLat; to: { name: string; position: LngLat } | null }
  /** To the nearest of its kind, which the output does not name. */
  | { by: 'nearest'; from: LngLat }
  | { by: 'state'; reachedBy: readonly string[]; servedShare: number | null; radiusMeters: number; least: number }
  | { by: 'reaching' }
  | { by: 'rank'; value: number; above: { name: string; value: number } | null; below: { name: string; value: number } | null; among: number; unit: FigureUnit }
  | { by: 'hamlets-of-unit'; count: number }
  | { by: 'sum-of-communes'; communes: number }
  | { by: 'sum-of-units'; units: number }
  | { by: 'split-people' }
  /** null where it is not known. */
  | { by: 'rows-used'; all: number | null; leftOut: number | null }
  | { by: 'left-out'; because: readonly { code: IssueCode; rows: number }[] }
  | { by: 'compared'; kind: ChangeKind | 'same' }
  | { by: 'moved' }
  | { by: 'ground' }
  | { by: 'quotient'; part: number; whole: number }
  | { by: 'difference'; less: number; than: number };

export type FigureValue = number | string | boolean | readonly string[] | LngLat | object | null;

export interface FigureReceipt {
  figure: FigureName;
  /** What it is of besides the subject: an operator, a technology, a hamlet. */
  of: string | null;
  unit: FigureUnit;
  value: FigureValue;
  making: FigureMaking;
  /** Where in the command's output the figure stands, or the two that it is made of (`quotient`: part, whole; `difference`). */
  paths: readonly FigurePath[];
  inputs: readonly Provenance[];
  rule: FigureRule;
  /** Arguments after `lomsong`, and the same as typed. */
  argv: readonly string[];
  command: string;
  /** Masts placed by hand, which go along with the command as a file. */
  added: readonly AddedMast[];
  /** Not empty where the command cannot give the same. */
  beyond: readonly FigureBeyond[];
}

/** What files were read or compared by, where no coverage is computed. */
export type FileRule = { of: 'reading'; read: Partial<ReadingRecord> } | { of: 'comparing'; kind: ComparedKind; rule: CompareRule };
export type FigureRule = RuleInForce | FileRule;

export function isFileRule(rule: FigureRule): rule is FileRule {
  return 'of' in rule;
}

type FigureBeyond = ScenarioBeyond | 'reported-figures' | 'readings-differ';

/** What receipts can name as their inputs. */
export type InputKind = DatasetKind | 'old-units';

export interface FigureContext extends Omit<ReceiptContext, 'used'> {
  used: readonly { kind: InputKind; provenance: Provenance }[];
}

/** The output of one run of the command, to take figures from. */
export interface Citation<Output> {
  output: Output;
  argv: readonly string[];
  rule: FigureRule;
  beyond: FigureReceipt['beyond'];
  /** As in the receipt; absent where none can be. */
  added?: FigureReceipt['added'];
  used: FigureContext['used'];
  /** Of the coverage behind the output. */
  kinds: readonly CoverageKind[];
}

/** Which run of the command. */
export type CommandRun = { report: string } | { report: 'province' } | { units: 'old' | 'districts'; byOperator?: boolean };

/** @param kinds of the coverage that the output comes from */
export function citationOf<Output>(output: Output, run: CommandRun, question: QuestionSpec, kinds: readonly CoverageKind[], { settings, sources, used }: FigureContext, beyond: FigureReceipt['beyond'] = []): Citation<Output> {
  const [, ...asked] = gapsArguments(sources, question, settings, 'report' in run && run.report !== 'province' ? run.report : null);
  const argv = 'units' in run ? ['gaps', ...asked, ...(run.byOperator ? ['--by-operator'] : []), '--units', run.units, '--format', 'json'] : ['report', ...asked, ...(run.report === 'province' ? ['--province'] : []), '--format', 'json'];
  return { output, argv, rule: ruleInForce(question, settings, kinds), beyond: [...beyondCommand(question, settings), ...beyond], used, kinds };
}

/** Which run under a scenario: what the map counts of a part of the world, or the rows of a commune. */
type MapRun = { box: Box | null } | { commune: string };

/** What the map shows, under a scenario where there is one. */
export function mapCitation<Output>(output: Output, run: MapRun, question: QuestionSpec, scenario: Scenario | null, kinds: readonly CoverageKind[], { settings, sources, used }: FigureContext): Citation<Output> {
  const [, ...sourced] = gapsArguments(sources, scenario ? { ...question, off: [] } : question, settings, 'commune' in run ? run.commune : null);
  const asked = [...sourced, ...(scenario ? scenarioArguments(scenario, question.off) : [])];
  const argv = 'commune' in run ? ['gaps', ...asked, '--format', 'json'] : ['report', ...asked, '--province', ...(run.box ? ['--box', run.box.join(',')] : []), '--format', 'json'];
  return { output, argv, rule: ruleInForce(question, settings, kinds), beyond: scenario ? scenarioBeyond({ sources, question, settings, scenario }) : beyondCommand(question, settings), added: scenario?.added ?? [], used, kinds };
}

/** What is said of a figure besides where it stands. `from` are its inputs; `cover` stands for what the coverage comes from. */
export interface Said {
  figure: FigureName;
  unit: FigureUnit;
  from: readonly (InputKind | 'cover')[];
  of?: string;
}

/** The figure at one place; null where nothing stands there. */
export function cite(citation: Citation<unknown>, said: Said, making: FigureMaking, path: FigurePath): FigureReceipt | null {
  const value = figureAt(citation.output, path);
  return value === null || value === undefined ? null : receipt(citation, said, making, value as FigureValue, [path]);
}

/** The sum of a field over all items of a list. @param path with one step of `every` */
export function citeSum(citation: Citation<unknown>, said: Said, path: FigurePath): FigureReceipt | null {
  const values = figureAt(citation.output, path);
  if (!Array.isArray(values)) return null;
  return receipt(citation, said, { by: 'sum-of-units', units: values.length }, values.reduce((sum: number, v: number | null) => sum + (v ?? 0), 0), [path]);
}

/** One figure divided by another; null where one is not known or the divisor is 0. */
export function citeQuotient(citation: Citation<unknown>, said: Said, partPath: FigurePath, wholePath: FigurePath): FigureReceipt | null {
  const [part, whole] = [figureAt(citation.output, partPath), figureAt(citation.output, wholePath)];
  if (typeof part !== 'number' || typeof whole !== 'number' || whole === 0) return null;
  return receipt(citation, said, { by: 'quotient', part, whole }, part / whole, [partPath, wholePath]);
}

/** One figure less another; null where one is not known. */
export function citeDifference(citation: Citation<unknown>, said: Said, lessPath: FigurePath, thanPath: FigurePath): FigureReceipt | null {
  const [less, than] = [figureAt(citation.output, lessPath), figureAt(citation.output, thanPath)];
  if (typeof less !== 'number' || typeof than !== 'number') return null;
  return receipt(citation, said, { by: 'difference', less, than }, less - than, [lessPath, thanPath]);
}

function receipt({ argv, rule, beyond, added = [], used, kinds }: Citation<unknown>, { figure, unit, from, of }: Said, making: FigureMaking, value: FigureValue, paths: readonly FigurePath[]): FigureReceipt {
  const wanted = new Set<InputKind>(from.flatMap((kind) => (kind === 'cover' ? kinds.map((k) => COVERING[k]) : [kind])));
  return { figure, of: of ?? null, unit, value, making, paths, inputs: used.filter(({ kind }) => wanted.has(kind)).map(({ provenance }) => provenance), rule, argv, command: shellLine(argv), added, beyond };
}

export function known(receipts: readonly (FigureReceipt | null)[]): FigureReceipt[] {
  return receipts.filter((one) => one !== null);
}
