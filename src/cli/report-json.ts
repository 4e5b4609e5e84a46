/** Reports as plain data: of communes, or of all together. */
import { MOST_GAPS_TOLD, planReports, scopeOf, togetherQuestion } from '../core/commune-report';
import { findConflicts } from '../core/conflicts';
import { planGaps } from '../core/gaps';
import { mapCounts } from '../core/map-counts';
import type { Box, Commune } from '../core/model';
import { conflictRows, type ProvinceRecord, provinceRecord } from '../core/province-record';
import { compareReported, fittedByModel, REPORTED_QUESTIONS, type ReportedCandidate } from '../core/reported';
import { activeBtsCounts, fibreCentres } from '../core/reported-counterparts';
import { reportRecord } from '../core/report-record';
import type { Scenario } from '../core/scenario';
import { hamletsWherever } from '../core/unit-answers';
import type { Indicators } from '../formats/bundled-files';
import { type Prepared, underScenario } from './gaps';
import { isPlain } from './what-if-options';

export interface Background {
  /** null where the communes are the user's own. */
  indicators: Indicators | null;
  /** The coverage was fitted to the reported share. */
  fitted: boolean;
}

/** One object for one commune, a list of them for several. */
export function communesAsJson({ input, place, settings }: Prepared, communes: readonly Commune[], background: Background): string {
  const plan = planReports({ ...input, oldUnits: place.formerUnits() }, settings, scopeOf(input, settings));
  const rows = plan.communes.map((commune) => plan.togetherOf(commune));
  const share = reportedShare(background);
  const reportedPlan = share === null ? null : planGaps(input, settings, REPORTED_QUESTIONS);
  const records = communes.map((commune) => {
    const reported = reportedPlan && { share: share!, candidates: candidatesOf(reportedPlan.gapsOf(commune).rows.map((row) => [row]), share!, false) };
    return reportRecord(plan.reportOf(commune, MOST_GAPS_TOLD), { lom: settings.lom, rows, reported });
  });
  return `${JSON.stringify(records.length === 1 ? records[0] : records, null, 1)}\n`;
}

/** Under the scenario, where one is asked for; technologies that have ended for all are of the question, as in documents. @param box the part of the world that `map` counts in; null for all */
export function provinceAsJson(prepared: Prepared, background: Background, box: Box | null): string {
  const { place, settings } = prepared;
  const input = underScenario({ ...prepared, scenario: withoutPlainEnds(prepared.scenario) });
  const scope = scopeOf(input, settings);
  const plan = planGaps(input, settings, [togetherQuestion(scope), ...REPORTED_QUESTIONS]);
  const results = plan.communes.map((commune) => plan.gapsOf(commune).rows);
  const rowsOf = (question: number) => results.map((rows) => rows[question]!);
  const share = reportedShare(background);
  // What was read and claimed stays what it is, whatever a scenario makes of it.
  const { measurements, coverage, localities } = prepared.input;
  const found = measurements && coverage ? findConflicts(measurements, coverage, place.index, settings.measured) : null;
  const oldUnits = place.formerUnits();
  const figures: ProvinceRecord = provinceRecord(scope, rowsOf(0), {
    largestGap: plan.joinedLargestGap(0),
    bts: activeBtsCounts(input.cells ?? [], scope.off),
    fibreCentres: input.fibre && fibreCentres(input.fibre, oldUnits),
    oldUnits: { units: oldUnits.length, hamletsOfNone: localities && hamletsWherever(oldUnits, localities, place.index).without.length },
    reported: share === null ? null : { share, candidates: candidatesOf(REPORTED_QUESTIONS.map((_, q) => rowsOf(q + 1)), share, background.fitted) },
    conflicts: found && conflictRows(found),
    indicators: background.indicators ? [...background.indicators.seed, ...background.indicators.other] : [],
  });
  const output = { ...figures, map: mapCounts({ ...prepared.input, cells: input.cells, oldUnits, conflicts: found?.points ?? [] }, scope, rowsOf(0), box) };
  return `${JSON.stringify(output, null, 1)}\n`;
}

/** What else a scenario changes. */
export function withoutPlainEnds(scenario: Scenario): Scenario {
  return { ...scenario, ends: scenario.ends.filter((end) => !isPlain(end)) };
}

function reportedShare({ indicators }: Background): number | null {
  const coverage = indicators?.seed.find((i) => i.indicator === 'mobile_coverage');
  return coverage ? coverage.value / 100 : null;
}

function candidatesOf(rows: Parameters<typeof compareReported>[0], share: number, fitted: boolean): ReportedCandidate[] {
  return compareReported(rows, share, (meaning, basis) => fitted && fittedByModel(meaning, basis)).province.candidates;
}
