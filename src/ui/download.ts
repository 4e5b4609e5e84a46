/** Saving what is on the page as files, without any server. */
import type { CommuneReport } from '../core/commune-report';
import type { ChangeRow } from '../core/comparison-record';
import type { HamletReport } from '../core/hamlet-report';
import type { GapRow } from '../core/model';
import { COMPARISON_COLUMNS, comparisonCells } from '../formats/comparison-table';
import { gapCells, GAP_COLUMNS } from '../formats/gap-rows-csv';
import { PROVENANCE_COLUMNS, provenanceLines, provenanceRows } from '../formats/provenance-table';
import { type CsvCell, writeCsv } from '../formats/write-csv';
import type { SheetCell } from '../formats/write-xlsx';
import { lang, laterText } from '../state/language';
import { projectFile, singleHtmlFile } from '../state/projects';
import { shapes } from '../state/results';
import { localeOf } from '../strings';
import { describeIssue } from '../strings/issues';
import type { ImportPreview } from '../worker/protocol';
import { hamletCells } from './hamlet-cells';
import { loadedProvenance } from './Sources';
import { ruleSentence } from './wording';

export type ExportFormat = 'csv' | 'xlsx' | 'geojson' | 'kml';

/** The rows of the question in view as a file. CSV is in the form of the page's language; the writers are loaded when asked for. */
export async function downloadGaps(rows: readonly GapRow[], format: ExportFormat): Promise<void> {
  const { text } = lang.value;
  const name = `${text.table.exportName}.${format}`;
  const rule = ruleSentence();
  const geometries = rows.map((row) => shapes.value?.byCommune.get(row.code) ?? []);
  switch (format) {
    case 'csv':
    case 'xlsx':
      return downloadTable(text.table.exportName, GAP_COLUMNS, rows.map(gapCells), format, text.tabs.communes);
    case 'geojson': {
      const { gapRowsToGeoJson } = await import('../formats/gap-rows-geojson');
      return save(name, new Blob([gapRowsToGeoJson(rows, geometries, [rule, ...provenanceLines(loadedProvenance(), lang.value.code, text.nature)])], { type: 'application/geo+json' }));
    }
    case 'kml': {
      const { gapRowsToKml } = await import('../formats/gap-rows-kml');
      return save(name, new Blob([gapRowsToKml(rows, geometries, { name: text.appTitle, provenance: [rule, ...provenanceLines(loadedProvenance(), lang.value.code, text.nature)] })], { type: 'application/vnd.google-earth.kml+xml' }));
    }
  }
}

/** A table of the page as CSV in the form of its language, or as a workbook with the sources beside; with the rule in force. @param sheet its name in the workbook */
export async function downloadTable(name: string, columns: readonly string[], rows: readonly (readonly SheetCell[])[], format: 'csv' | 'xlsx', sheet = name): Promise<void> {
  const { text } = lang.value;
  const rule = ruleSentence();
  if (format === 'csv') {
    saveCsv(name, [...columns, text.rules.column], rows.map((row) => [...row, rule]));
    return;
  }
  const { writeXlsx } = await import('../formats/write-xlsx');
  const bytes = await writeXlsx([
    { name: sheet, columns, rows },
    { name: text.sources.title, columns: PROVENANCE_COLUMNS, rows: provenanceRows(loadedProvenance(), lang.value.code) },
    { name: text.rules.title, columns: [text.rules.column], rows: [[rule]] },
  ]);
  save(`${name}.xlsx`, new Blob([bytes as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
}

/** Every difference between two versions, with what was and what is. */
export function downloadChanges(rows: readonly ChangeRow[]): void {
  const { text } = lang.value;
  const header = [text.compare.change, text.data.code, text.compare.name, text.data.field, text.compare.before, text.compare.after, ...COMPARISON_COLUMNS.slice(6)];
  const lines = comparisonCells(rows, (kind) => text.compare.kinds[kind]);
  saveCsv(text.compare.exportName, header, lines);
}

/** Every issue with its original row, to mend the file by. */
export async function downloadIssues({ issues, issueRows, columns, file }: ImportPreview): Promise<void> {
  const sentences = await laterText('issues');
  const { text } = lang.value;
  const header = [text.data.line, text.data.code, text.data.column, text.data.value, text.data.message, ...columns];
  const rows = issues.map((issue) => [issue.line, issue.code, issue.column, issue.value, describeIssue(issue, sentences), ...(issue.line === null ? [] : (issueRows.get(issue.line) ?? []))]);
  saveCsv(`${file}-${text.data.exportIssuesName}`, header, rows);
}

/** A document as one HTML file. */
export function downloadPaper(title: string, document: string): void {
  save(`${title}.html`, new Blob([document], { type: 'text/html;charset=utf-8' }));
}

/** The map as a sheet to print. */
export function downloadImage(png: Uint8Array): void {
  save(`${lang.value.text.map.imageName}.png`, new Blob([png as BlobPart], { type: 'image/png' }));
}

/** The hamlets of a commune as the table has them, with the rule behind the states. */
export function downloadHamlets({ commune }: CommuneReport, hamlets: readonly HamletReport[]): void {
  const { text } = lang.value;
  const { header, rows } = hamletCells(hamlets);
  void downloadTable(text.hamlets.exportName(commune.code), header, rows, 'csv');
}

/** In the form of the page's language, for the spreadsheets of the country. */
export function saveCsv(name: string, header: readonly string[], rows: CsvCell[][]): void {
  save(`${name}.csv`, new Blob([writeCsv(header, rows, { ...localeOf(lang.value.code).csv, bom: true })], { type: 'text/csv;charset=utf-8' }));
}

/** The project in view as one file. */
export async function downloadProject(): Promise<void> {
  const { name, bytes } = await projectFile();
  save(name, new Blob([bytes as BlobPart], { type: 'application/zip' }));
}

/** The page itself in one file, with the project and the view. @throws where its template cannot be had */
export async function downloadSingleFile(): Promise<void> {
  const { name, html } = await singleHtmlFile();
  save(name, new Blob([html], { type: 'text/html;charset=utf-8' }));
}

/** As a download of this name. */
export function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
