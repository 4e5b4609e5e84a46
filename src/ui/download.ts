/** Saving what is on the page as files, without any server. */
import type { CommuneReport } from '../core/commune-report';
import type { HamletReport } from '../core/hamlet-report';
import type { AddedMast } from '../core/scenario';
import { compareScenario } from '../core/scenario-difference';
import type { NextMasts } from '../core/next-masts';
import type { GapRow } from '../core/model';
import { gapCells, GAP_COLUMNS } from '../formats/gap-rows-csv';
import { PROVENANCE_COLUMNS, provenanceLines, provenanceRows } from '../formats/provenance-table';
import { nextMastsTable } from '../formats/rank-tables';
import { type CsvCell, writeCsv } from '../formats/write-csv';
import type { SheetCell } from '../formats/write-xlsx';
import type { ChangeRow } from '../state/comparison';
import { lang, laterText } from '../state/language';
import { project } from '../state/project';
import { projectFile } from '../state/projects';
import { shapes } from '../state/results';
import { localeOf } from '../strings';
import { describeIssue } from '../strings/issues';
import type { ImportPreview } from '../worker/protocol';
import { hamletCells } from './hamlet-cells';
import { loadedProvenance } from './Sources';
import { ADDED_FILE } from './scenario-command';
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
  const header = [text.compare.change, text.data.code, text.compare.name, text.data.field, text.compare.before, text.compare.after, 'moved_m', 'gained_km2', 'lost_km2', 'lng', 'lat'];
  const lines = rows.flatMap(({ kinds, id, name, movedMeters, fields, gainedKm2, lostKm2, place }) => {
    const kind = kinds.map((k) => text.compare.kinds[k]).join(', ');
    const rest = [movedMeters, gainedKm2, lostKm2, place?.[0] ?? null, place?.[1] ?? null];
    return (fields.length > 0 ? fields : [{ field: null, before: null, after: null }]).map(({ field, before, after }) => [kind, id, name, field, before, after, ...rest]);
  });
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

/** The figures of every commune before and after a scenario, with the command that gives them. */
export function downloadScenario(before: readonly GapRow[], after: readonly GapRow[], command: string): void {
  const { text } = lang.value;
  const fields = ['gapKm2', 'populationGap', 'populationLom', 'localitiesTrang', 'localitiesLom'] as const;
  const header = ['code', 'name', ...fields.flatMap((f) => [`${f}_before`, `${f}_after`, `${f}_difference`]), text.rules.column, 'command'];
  const rule = ruleSentence();
  const changes = compareScenario(before, after).communes;
  saveCsv(text.scenario.exportName, header, changes.map((c) => [c.code, c.name, ...fields.flatMap((f) => [c.before[f], c.after[f], c.difference[f]]), rule, command]));
}

/** Masts placed by hand as a sites file, in the command's own form whatever the language. */
export function downloadAdded(added: readonly AddedMast[]): void {
  const header = ['site_id', 'name', 'lat', 'lng', 'technology', 'operator', 'radius_m', 'antenna_height_m', 'eirp_dbm', 'has_electricity'];
  const rows = added.flatMap((m) => m.technologies.map((t) => [m.id, m.name, m.position[1], m.position[0], t, m.operator, m.radiusMeters, m.heightM, m.eirpDbm, m.hasElectricity]));
  save(ADDED_FILE, new Blob([writeCsv(header, rows)], { type: 'text/csv;charset=utf-8' }));
}

/** The chosen masts as a sites file, so that the list can be loaded or given to the command with --add; the rule goes along. */
export function downloadNextMasts(found: NextMasts): void {
  const { text } = lang.value;
  const names = new Map(project.value!.communes.map((c) => [c.code, c.name]));
  const { columns, rows } = nextMastsTable(found, (code) => names.get(code) ?? code);
  void downloadTable(text.next.exportName, columns, rows, 'csv');
}

/** In the form of the page's language, for the spreadsheets of the country. */
function saveCsv(name: string, header: readonly string[], rows: CsvCell[][]): void {
  save(`${name}.csv`, new Blob([writeCsv(header, rows, { ...localeOf(lang.value.code).csv, bom: true })], { type: 'text/csv;charset=utf-8' }));
}

/** The project in view as one file. */
export async function downloadProject(): Promise<void> {
  const { name, bytes } = await projectFile();
  save(name, new Blob([bytes as BlobPart], { type: 'application/zip' }));
}

function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
