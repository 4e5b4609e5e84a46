/** `lomsong report`: documents of communes, or of the province, as HTML. */
import { MOST_GAPS_TOLD, planReports, type ReportInput, scopeOf } from '../core/commune-report';
import { BUNDLED, type CommandSources } from '../core/command-line';
import { fold } from '../core/fold';
import { type GapInput, planGaps } from '../core/gaps';
import { activeMasts } from '../core/masts';
import { TECHNOLOGIES } from '../core/model';
import { compareReported, fittedByModel, REPORTED_QUESTIONS, type ReportedComparison } from '../core/reported';
import { NO_SCENARIO } from '../core/scenario';
import { DEFAULT_RADIUS_METERS, type GapSettings } from '../core/settings';
import { readIndicators } from '../formats/bundled';
import { BUNDLED_FILES, type Indicators } from '../formats/bundled-files';
import { communeSheets } from '../report/commune';
import { documentOf } from '../report/document';
import { FORM_FIELDS, readForm, type ReportForm } from '../report/form';
import { letterSheets } from '../report/letter';
import type { Markup } from '../report/markup';
import { type Paper, paperOf } from '../report/paper';
import { provinceSheets } from '../report/province';
import { language } from '../strings/every-language';
import { type Prepared, prepare, sourcesUsed, writeOut } from './gaps';
import { bytesOf, fileTrouble } from './inputs';
import { EXIT, type ExitStatus, type Io, UsageError } from './io';
import { communesWanted } from './names';
import type { Options } from './options';
import { communesAsJson, provinceAsJson, withoutPlainEnds } from './report-json';

export async function runReport(options: Options, io: Io, lang: string): Promise<ExitStatus> {
  const text = language(lang).cli;
  const { all, province, wanted, letter, out } = options;
  if (!all && !province && wanted.length === 0) throw new UsageError(text.reportOfWhat);
  if (province && letter) throw new UsageError(text.letterOfCommune);
  if (options.reportAsData && (letter || options.form !== null)) throw new UsageError(text.badValue('--format', 'json', 'html'));
  const form = options.form === null ? {} : formOf(options.form, io, lang);
  const prepared = await prepare(options, io, lang);
  if (typeof prepared === 'number') return prepared;
  const communes = province ? [] : communesWanted(all ? [] : wanted, prepared.place.communes, prepared.place.lookup, lang);
  if (communes.length > 1 && !options.reportAsData && out === null) throw new UsageError(text.reportNeedsOut);

  const write = (path: string | null, document: string) => (path === null ? io.stdout(document) : writeOut(io, path, document, lang));
  if (options.reportAsData) {
    const background = { indicators: indicatorsFor(options, io), fitted: modelFitted(options) && !changesAnything(prepared) };
    write(out, province ? provinceAsJson(prepared, background, options.box) : communesAsJson(prepared, communes, background));
    return prepared.hadErrors ? EXIT.dataErrors : EXIT.fine;
  }
  const { paper, sheetsOf } = press(prepared, form, options, io, lang);
  const file = (title: string, sheets: Markup[]) => documentOf({ language: lang, screenNote: paper.text.screenNote, title, sheets, landscape: province });
  if (province) write(out, file(paper.text.provinceTable.title, provinceSheets(paper)));
  else if (out === null || /\.x?html?$/i.test(out)) write(out, file(communes.map((c) => c.name).join(', '), communes.flatMap(sheetsOf)));
  else {
    makeFolder(io, out, lang);
    for (const commune of communes) write(`${out.replace(/[/\\]+$/, '')}/${commune.code}-${fold(commune.name).replace(/[^a-z0-9]+/g, '-')}.html`, file(commune.name, sheetsOf(commune)));
    io.stderr(text.reportsWritten(communes.length, out));
  }
  return prepared.hadErrors ? EXIT.dataErrors : EXIT.fine;
}

/** What turns a commune into its sheets. */
function press({ input, place, settings }: Prepared, form: ReportForm, options: Options, io: Io, lang: string): { paper: Paper; sheetsOf(commune: ReportInput['communes'][number]): Markup[] } {
  const scope = scopeOf(input, settings);
  const plan = planReports({ ...input, oldUnits: place.oldUnits }, settings, scope);
  const indicators = indicatorsFor(options, io);
  const coverage = indicators?.seed.find((i) => i.indicator === 'mobile_coverage');
  const words = language(lang);
  const paper = paperOf({ language: lang, text: words.report, words: words.page, format: words.format, date: options.date ?? io.today(), form }, {
    scope, settings,
    rows: plan.communes.map((commune) => plan.togetherOf(commune)),
    communes: plan.communes,
    masts: activeMasts(input.cells ?? [], scope),
    fibre: input.fibre ?? [],
    indicators,
    reported: options.province && coverage ? { indicator: coverage, comparison: reportedComparison(input, settings, coverage.value / 100, modelFitted(options)) } : null,
    sources: sourcesGiven(options),
    used: sourcesUsed(options, io, input.fibre !== null),
  });
  return {
    paper,
    sheetsOf(commune) {
      const report = plan.reportOf(commune, MOST_GAPS_TOLD);
      return options.letter ? letterSheets(options.letter, report, paper) : communeSheets(report, paper);
    },
  };
}

/** Figures reported of the bundled communes; null where the communes are the user's own. */
function indicatorsFor({ communes }: Options, io: Io): Indicators | null {
  return communes === null || communes === BUNDLED ? readIndicators(io.readBundled(BUNDLED_FILES.indicators)) : null;
}

function reportedComparison(input: GapInput, settings: GapSettings, share: number, fitted: boolean): ReportedComparison {
  const plan = planGaps(input, settings, REPORTED_QUESTIONS);
  const results = plan.communes.map((commune) => plan.gapsOf(commune).rows);
  const rows = REPORTED_QUESTIONS.map((_, q) => results.map((row) => row[q]!));
  return compareReported(rows, share, (meaning, basis) => fitted && fittedByModel(meaning, basis)).province;
}

/** The bundled stations and hamlets, with the radii that they were fitted with. */
function modelFitted({ sites, localities, coverage, measurements, radiusMeters }: Options): boolean {
  const standIn = sites === null && coverage.length === 0 && measurements === null;
  const bundled = (standIn || (sites === BUNDLED && localities === BUNDLED && coverage.length === 0 && measurements === null)) && (localities === null || localities === BUNDLED);
  return bundled && TECHNOLOGIES.every((t) => radiusMeters[t] === DEFAULT_RADIUS_METERS[t]);
}

/** A scenario besides technologies that have ended for all: coverage is then not what was fitted. */
function changesAnything({ scenario, added }: Prepared): boolean {
  return added.length > 0 || JSON.stringify(withoutPlainEnds(scenario)) !== JSON.stringify(NO_SCENARIO);
}

function formOf(path: string, io: Io, lang: string): ReportForm {
  const text = language(lang).cli;
  let json: unknown;
  const source = new TextDecoder().decode(bytesOf(io, path, lang));
  try {
    json = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    throw new UsageError(text.badValue('--form', path, text.expected.form));
  }
  const read = readForm(json);
  if ('form' in read) return read.form;
  const { field, reason } = read.trouble;
  throw new UsageError(reason === 'unknown-field' ? text.formField(path, field, [...FORM_FIELDS, 'recipients'].join(', ')) : text.badValue('--form', field === null ? path : `${path}: ${field}`, text.expected.form));
}

function makeFolder(io: Io, path: string, lang: string): void {
  try {
    io.makeFolder(path);
  } catch (error) {
    throw new UsageError(language(lang).cli.cannotWrite(path, fileTrouble(error, lang)));
  }
}

/** The options that name sources, for the commands that receipts show. */
function sourcesGiven(options: Options): CommandSources {
  const { sites, localities, fibre, routes, measurements, communes, coverage, map, set, crs, header, sheet } = options;
  const pairs = (option: string, values: Readonly<Record<string, string | number>>) => Object.entries(values).flatMap(([name, value]) => [option, name === '' ? String(value) : `${name}=${value}`]);
  const reading = [...pairs('--map', map), ...pairs('--set', set), ...pairs('--crs', crs), ...pairs('--header', header), ...pairs('--sheet', sheet)];
  return { sites, localities, fibre, routes, measurements, communes, coverage, reading };
}
