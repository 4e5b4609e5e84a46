/** Saving what the tab of scenarios shows, each table with the receipt of its figures. */
import type { Geometry } from 'geojson';
import type { BandedRank } from '../core/certainty';
import type { CriticalMast } from '../core/critical-masts';
import type { GapRow } from '../core/model';
import type { AddedMast } from '../core/scenario';
import { ADDED_FILE } from '../core/scenario-command-line';
import { compareScenario } from '../core/scenario-difference';
import { NEED_FIELDS, type ScenarioAnswers, type ScenarioReceiptContext, scenarioReceiptOf, type ScenarioSubject } from '../core/scenario-receipt';
import { addedMastsCsv } from '../formats/added-masts-csv';
import { PROVENANCE_COLUMNS, provenanceRows } from '../formats/provenance-table';
import { bandedRanksTable, criticalMastsTable, nextMastsTable, type RankTable } from '../formats/rank-tables';
import type { SheetCell } from '../formats/write-xlsx';
import { lang } from '../state/language';
import { project } from '../state/project';
import type { Proposal } from '../state/proposal';
import { shapes } from '../state/results';
import { save, saveCsv } from './download';
import { ruleLines } from './rule-lines';
import { inputLines, pickLines, scenarioParts } from './scenario-receipt-lines';
import { loadedProvenance } from './Sources';

export const RANK_FORMATS = ['csv', 'xlsx', 'geojson', 'json'] as const;
export type RankFormat = (typeof RANK_FORMATS)[number];

type ExportKind = 'comparison' | 'next' | 'critical' | 'ranks';

/** The receipt of all figures of a table, by what it says. */
function receiptOfTable(kind: ExportKind, subject: ScenarioSubject, answers: ScenarioAnswers, context: ScenarioReceiptContext): Record<string, string> {
  const words = lang.value.text.scenarioReceipt.exports;
  const receipt = scenarioReceiptOf(subject, answers, context);
  if (!receipt) return {};
  const { columns } = words;
  return {
    [columns.scenario]: [context.scenario.name, ...scenarioParts(context.scenario, context.question.off)].filter(Boolean).join('; '),
    [columns.inputs]: inputLines(receipt).join('; '),
    [columns.rule]: ruleLines(receipt.rule).join(' '),
    [columns.formula]: words[kind].formula,
    [columns.command]: receipt.command,
    [columns.where]: [words[kind].where, ...pickLines(receipt).slice(1)].join(' '),
  };
}

/** A table of a scenario with its receipt: columns beside the rows in CSV, a sheet of its own in a workbook, a member beside the rows in JSON and GeoJSON. */
async function downloadWithReceipt(name: string, { columns, rows }: Pick<RankTable, 'columns' | 'rows'>, receipt: Record<string, string>, format: RankFormat, geometryOf: (row: Record<string, SheetCell>) => Geometry | null): Promise<void> {
  const { text } = lang.value;
  const records = () => rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]!])));
  switch (format) {
    case 'csv':
      return saveCsv(name, [...columns, ...Object.keys(receipt)], rows.map((row) => [...row, ...Object.values(receipt)]));
    case 'xlsx': {
      const { writeXlsx } = await import('../formats/write-xlsx');
      const words = text.scenarioReceipt.exports;
      const bytes = await writeXlsx([
        { name, columns, rows },
        { name: words.sheet, columns: [words.about, words.text], rows: Object.entries(receipt) },
        { name: text.sources.title, columns: PROVENANCE_COLUMNS, rows: provenanceRows(loadedProvenance(), lang.value.code) },
      ]);
      return save(`${name}.xlsx`, new Blob([bytes as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
    }
    case 'geojson': {
      const { writeGeoJson } = await import('../formats/write-geojson');
      return save(`${name}.geojson`, new Blob([writeGeoJson(records().map((properties) => ({ properties, geometry: geometryOf(properties) })), { receipt })], { type: 'application/geo+json' }));
    }
    case 'json':
      return save(`${name}.json`, new Blob([`${JSON.stringify({ receipt, rows: records() }, null, 1)}\n`], { type: 'application/json' }));
  }
}

const pointOf = ({ lng, lat }: Record<string, SheetCell>): Geometry => ({ type: 'Point', coordinates: [Number(lng), Number(lat)] });

/** The figures of every commune before and after a scenario; in GeoJSON with the gap that is left. */
export function downloadScenario(before: readonly GapRow[], after: readonly GapRow[], context: ScenarioReceiptContext, format: RankFormat): Promise<void> {
  const header = ['code', 'name', ...NEED_FIELDS.flatMap((f) => [`${f}_before`, `${f}_after`, `${f}_difference`])];
  const rows = compareScenario(before, after).communes.map((c) => [c.code, c.name, ...NEED_FIELDS.flatMap((f) => [c.before[f], c.after[f], c.difference[f]])]);
  const receipt = receiptOfTable('comparison', { kind: 'change', code: null, field: 'populationGap', moment: 'difference' }, { before, after }, context);
  const gaps = shapes.value?.byCommune;
  return downloadWithReceipt(lang.value.text.scenario.exportName, { columns: header, rows }, receipt, format, ({ code }) => {
    const gap = gaps?.get(String(code));
    return gap ? { type: 'MultiPolygon', coordinates: gap } : null;
  });
}

/** Masts placed by hand, as `--add` reads them. */
export function downloadAdded(added: readonly AddedMast[]): void {
  save(ADDED_FILE, new Blob([addedMastsCsv(added)], { type: 'text/csv;charset=utf-8' }));
}

/** The chosen masts as a sites file, so that the list can be loaded or given to the command with --add; the receipt goes along. */
export function downloadNextMasts({ found, answers, context }: Proposal, format: RankFormat): Promise<void> {
  const names = new Map(project.value!.communes.map((c) => [c.code, c.name]));
  const receipt = receiptOfTable('next', { kind: 'next', order: 1, figure: 'gain' }, answers, context);
  return downloadWithReceipt(lang.value.text.next.exportName, nextMastsTable(found, (code) => names.get(code) ?? code), receipt, format, pointOf);
}

/** All masts that someone depends on. */
export function downloadCritical(masts: readonly CriticalMast[], context: ScenarioReceiptContext, format: RankFormat): Promise<void> {
  const receipt = masts[0] ? receiptOfTable('critical', { kind: 'critical', siteId: masts[0].siteId, figure: 'people' }, { critical: { masts, most: masts.length } }, context) : {};
  return downloadWithReceipt(lang.value.text.critical.exportName, criticalMastsTable(masts), receipt, format, pointOf);
}

/** Every commune's ranks within the band. */
export function downloadRanks(ranks: readonly BandedRank[], answers: ScenarioAnswers, context: ScenarioReceiptContext, format: RankFormat): Promise<void> {
  const receipt = ranks[0] ? receiptOfTable('ranks', { kind: 'rank', code: ranks[0].code, side: 'asSet' }, answers, context) : {};
  return downloadWithReceipt(lang.value.text.band.exportName, bandedRanksTable(ranks), receipt, format, () => null);
}
