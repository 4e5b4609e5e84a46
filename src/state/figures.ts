/** Receipts of figures that stand in a report or in rows of former units: taken from what the page shows, as the command would give it. */
import { compareReported, fittedByModel, REPORTED_QUESTIONS } from '../core/reported';
import { activeBtsCounts, fibreCentres } from '../core/reported-counterparts';
import { districtRecord, type DistrictRecord, oldUnitRecord, type OldUnitRecord } from '../core/unit-records';
import { type Citation, citationOf, type FigureContext, type FigureReceipt } from '../core/figure-receipt';
import type { CoverageKind, GapRow } from '../core/model';
import { createNeighbourhood } from '../core/neighbourhood';
import { readOldCode, writeOldCode } from '../core/old-code';
import type { OldUnitRow } from '../core/old-units';
import { conflictRows, type ProvinceRecord, provinceRecord } from '../core/province-record';
import { conflictFigures, indicatorFigures, largestFigures, oldUnitsFigures } from '../core/province-receipt';
import { type ReportRecord, reportRecord } from '../core/report-record';
import { bestFigures, centreFigures, communeFigures, gapFigures, gapPiecesFigures, hamletCountFigures, hamletFigures, noDataFigures, rankFigures, reportedFigures, servedFigures } from '../core/report-receipt';
import { belongingFigures, districtFigures, districtPeopleFigures, hamletsOfUnitFigures, oldUnitFigures, reachFigures } from '../core/unit-receipt';
import { centreReach, reachQuestion } from './centre-reach';
import { conflicts } from './conflicts';
import { fittedToReport } from './nature';
import { importFigures, rowsFigures, shownChangeFigures, shownComparisonFigures } from './file-figures';
import { communeOnMap, countsInView, hamletOnMap, legendCounts } from './map-figures';
import { project } from './project';
import { type FiguresAsked, receiptContext } from './receipts';
import { communeReport } from './report';
import { answerTo, mainQuestion, operators, settings, shapes } from './results';
import { oldUnitHamlets, oldUnitTable, technologiesAtCentre } from './old-unit-figures';
import { districtOfCommune, districtTable, openOldUnit, rowsOfMain } from './units';

/** Of all that can be asked about; empty where it is not computed yet. */
export function receiptsAsked(asked: FiguresAsked): FigureReceipt[] {
  switch (asked.of) {
    case 'old-unit':
    case 'hamlets-of-unit': {
      const units = oldUnitCitation(oldUnitTable.value.filter(({ unit }) => unit.code === readOldCode(asked.code)));
      return (asked.of === 'old-unit' ? oldUnitFigures : hamletsOfUnitFigures)(units, asked.code);
    }
    case 'belonging':
      return [...belongingFigures(oldUnitCitation(oldUnitTable.value)), ...oldUnitsFigures(provinceCitation())];
    case 'old-units':
      return oldUnitsFigures(provinceCitation());
    case 'reach':
      return reachFigures(reachCitation());
    case 'district':
      return districtFigures(districtCitation(), asked.district);
    case 'district-people':
      return districtPeopleFigures(districtCitation(), asked.code);
    case 'rows':
      return rowsFigures(asked.dataset);
    case 'import':
      return importFigures(asked.key);
    case 'comparison':
      return shownComparisonFigures();
    case 'change':
      return shownChangeFigures(asked.number);
    case 'legend':
      return legendCounts(asked.technologies, asked.counts, figureContext);
    case 'map':
      return countsInView(asked.counts, figureContext);
    case 'commune-on-map':
      return communeOnMap(asked.code, figureContext);
    case 'hamlet-on-map':
      return hamletOnMap(asked.id, figureContext);
    case 'conflicts':
      return conflictFigures(provinceCitation('both'), asked.code);
    case 'largest':
      return largestFigures(provinceCitation());
    case 'indicator':
      return indicatorFigures(provinceCitation(), asked.indicator, asked.technology);
    case 'reported': {
      if (asked.code === null) return reportedFigures(provinceCitation(), asked.meaning, asked.basis);
      const report = reportCitation();
      return report ? reportedFigures(report, asked.meaning, asked.basis) : [];
    }
    default: {
      const report = reportCitation();
      return report ? figuresOfReport(report, asked) : [];
    }
  }
}

type OfReport = Exclude<FiguresAsked, { of: 'old-unit' | 'hamlets-of-unit' | 'reach' | 'belonging' | 'old-units' | 'district' | 'district-people' | 'largest' | 'conflicts' | 'indicator' | 'reported' | 'rows' | 'import' | 'comparison' | 'change' | 'legend' | 'map' | 'commune-on-map' | 'hamlet-on-map' }>;

function figuresOfReport(report: Citation<ReportRecord>, asked: OfReport): FigureReceipt[] {
  switch (asked.of) {
    case 'commune': return communeFigures(report);
    case 'no-data': return noDataFigures(report);
    case 'served': return servedFigures(report, asked.operators);
    case 'best': return bestFigures(report);
    case 'gap': return gapFigures(report, asked.number);
    case 'gap-pieces': return gapPiecesFigures(report);
    case 'hamlet-counts': return hamletCountFigures(report);
    case 'hamlets': return asked.ids.flatMap((id) => hamletFigures(report, id));
    case 'centre': return centreFigures(report, asked.code);
    case 'rank': return rankFigures(report, asked.measure);
  }
}

/** What the page shows with what the command does not read: the old units, and reported figures where they are the bundled ones. */
function figureContext(coverage?: 'both'): FigureContext {
  const { provenance } = project.value!;
  const context = receiptContext(coverage);
  const bundled = ([['old-units', 'old-units.json'], ['indicators', 'indicators.json']] as const)
    .filter(([kind]) => kind === 'old-units' || !context.used.some((used) => used.kind === kind))
    .flatMap(([kind, file]) => provenance.filter((p) => p.file === file).map((p) => ({ kind, provenance: p })));
  return { ...context, used: [...context.used, ...bundled] };
}

const kindsOf = (rows: readonly GapRow[]): CoverageKind[] => [...new Set(rows.flatMap((row) => row.source))];

/** The command reports of the bundled communes alone, and takes the bundled figures. */
function beyondReported(): FigureReceipt['beyond'] {
  return project.value!.datasets.some((d) => (d.kind === 'indicators' || d.kind === 'communes') && d.provenance.nature === 'imported') ? ['reported-figures'] : [];
}

function reportedOf(code: string | null): ReportRecord['reported'] {
  const reported = project.value!.indicators.seed.find((i) => i.indicator === 'mobile_coverage' && i.unit.startsWith('percent'));
  const answers = REPORTED_QUESTIONS.map(answerTo);
  if (!reported || answers.some((a) => !a)) return null;
  const share = reported.value / 100;
  const fitted = fittedToReport.value && code === null;
  const { province, communes } = compareReported(answers.map((a) => a!.rows), share, (meaning, basis) => fitted && fittedByModel(meaning, basis));
  const found = code === null ? province : communes.find((c) => c.code === code);
  return found ? { share, candidates: found.candidates } : null;
}

function reportCitation(): Citation<ReportRecord> | null {
  const report = communeReport.value;
  if (!report) return null;
  const { code } = report.commune;
  const output = reportRecord(report, { lom: settings.value.lom, rows: rowsOfMain(), reported: reportedOf(code) });
  return citationOf(output, { report: code }, mainQuestion.value, report.together.source, figureContext(), beyondReported());
}

function provinceCitation(coverage?: 'both'): Citation<ProvinceRecord> {
  const { cells, fibre, oldUnits, indicators } = project.value!;
  const question = mainQuestion.value;
  const rows = rowsOfMain();
  const output = provinceRecord({ ...question, each: [] }, rows, {
    largestGap: shapes.value?.largest ?? null,
    bts: activeBtsCounts(cells, question.off),
    fibreCentres: fibreCentres(fibre, oldUnits),
    oldUnits: { units: oldUnits.length, hamletsOfNone: oldUnitHamlets.value && oldUnitHamlets.value.without.length },
    reported: reportedOf(null),
    indicators: [...indicators.seed, ...indicators.other],
    conflicts: conflicts.value && conflictRows(conflicts.value),
  });
  return citationOf(output, { report: 'province' }, question, kindsOf(rows), figureContext(coverage), beyondReported());
}

/** Of units that are asked about: their rows are made from what the page holds. */
function oldUnitCitation(units: readonly OldUnitRow[]): Citation<readonly OldUnitRecord[]> {
  const question = mainQuestion.value;
  const rows = rowsOfMain();
  const neighbourhood = createNeighbourhood(project.value!, question, []);
  const records = units.map((row) => oldUnitRecord(row, {
    question, rows, neighbourhood,
    hamlets: oldUnitHamlets.value?.byUnit.get(row.unit.code) ?? [],
    states: answerTo(question)?.hamlets ?? null,
    reachedBy: technologiesAtCentre(row.unit),
  }));
  return citationOf(records, { units: 'old' }, question, kindsOf(rows), figureContext());
}

/** Of the unit whose sheet is open. */
function reachCitation(): Citation<readonly Pick<OldUnitRecord, 'code' | 'technology' | 'operator' | 'centreSignal'>[]> {
  const code = writeOldCode(openOldUnit.value!.code);
  const signal = (reached: boolean | null) => (reached === null ? 'no-data' : reached ? 'reached' : 'not');
  const records = (centreReach.value ?? []).flatMap(({ technology, all, byOperator }) => [
    { code, technology, operator: '*', centreSignal: signal(all) } as const,
    ...operators.value.map((operator, i) => ({ code, technology, operator, centreSignal: signal(byOperator[i] ?? null) } as const)),
  ]);
  return citationOf(records, { units: 'old', byOperator: true }, reachQuestion.value, kindsOf(rowsOfMain()), figureContext());
}

function districtCitation(): Citation<readonly DistrictRecord[]> {
  const question = mainQuestion.value;
  const rows = rowsOfMain();
  const records = districtTable.value.map((row) => districtRecord(row, question, rows, districtOfCommune.value));
  return citationOf(records, { units: 'districts' }, question, kindsOf(rows), figureContext());
}
