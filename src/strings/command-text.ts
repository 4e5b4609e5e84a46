/** What the `lomsong` command says, in whatever language. */
import type { Band } from '../core/certainty';
import type { GreedyMethod } from '../core/greedy';
import type { Objective } from '../core/next-masts';
import type { ScenarioLimit } from '../core/scenario';

export interface CliText {
  help(languages: string): string;
  helpGaps(languages: string): string;
  helpCheck(languages: string): string;
  helpCompare(languages: string): string;
  helpRank(languages: string): string;
  helpReport(languages: string): string;
  reportOfWhat: string;
  reportNeedsOut: string;
  letterOfCommune: string;
  ofProvinceData(option: string): string;
  formField(file: string, field: string, known: string): string;
  reportsWritten(count: number, where: string): string;
  unknownCommand(name: string): string;
  unknownOption(option: string): string;
  noValueWanted(option: string): string;
  valueMissing(option: string): string;
  givenTwice(option: string): string;
  notYet(what: string): string;
  terrain: string;
  badValue(option: string, value: string, expected: string): string;
  expected: { technology: string; units: string; radius: string; format: string; model: string; map: string; header: string; crs: string; kind: string; mapField: string; operator: string; length: string; share: string; commune: string; letter: string; date: string; form: string; box: string; mast: string; off: string; day: string; count: string; amount: string; prices: string; band: string; candidates: string };
  /** By the code of the file system. */
  reasons: Record<string, string>;
  noFile: string;
  twoVersions: string;
  notComparable(kind: string): string;
  kindsDiffer(file: string, kind: string, otherFile: string, otherKind: string): string;
  kindWanted: string;
  compared(before: string, after: string, kind: string): string;
  cannotRead(file: string, reason: string): string;
  cannotWrite(file: string, reason: string): string;
  issueAt(file: string, line: number | null, column: string | null, sentence: string): string;
  moreIssues(count: number): string;
  noResult: string;
  bundledModelled(used: Record<'sites' | 'localities' | 'coverage', boolean>, date: string): string;
  radiusModel: string;
  bundledFibre: string;
  unknownOperator(name: string, known: string): string;
  scenarioLimit(limit: ScenarioLimit): string;
  oneRanking: string;
  pricesWanted: string;
  noTechnology: string;
  noHamlets(objective: string): string;
  noPeople: string;
  noCandidates(from: string): string;
  nowhereBefore(technologies: string): string;
  withoutCost(count: number): string;
  powerUnknown(count: number): string;
  /** What was found, how surely; gain and bound of the objective's own unit. */
  nextFound(found: { objective: Objective; masts: number; gain: number; bound: number | null; method: GreedyMethod; guarantee: number | null }): string;
  bandWithoutEffect: string;
  ranksHold(holding: number, all: number, band: Band): string;
  noPairs: string;
  unknownCommune(text: string): string;
  ambiguousCommune(text: string, codes: string): string;
  degenerate(rows: number, all: number): string;
  localityElsewhere(name: string, code: string, other: string): string;
  partlyRead(file: string, good: number, bad: number): string;
  kindGuessed(file: string, kind: string): string;
  checked(file: string, good: number, all: number, errors: number, warnings: number): string;
}
