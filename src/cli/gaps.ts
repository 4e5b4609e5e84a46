/** `lomsong gaps`: sources → rows → json, csv or geojson. */
import { BUNDLED } from '../core/command-line';
import { createCommuneIndex, type CommuneIndex } from '../core/commune-index';
import { createCommuneLookup, type CommuneLookup } from '../core/commune-lookup';
import { computeGaps, type GapInput, planGaps } from '../core/gaps';
import type { Cell, Commune, CoverageArea, DatasetKind, GapRow, Locality, MultiPolygonRings, OldUnit, Provenance } from '../core/model';
import type { SourceUsed } from '../core/receipt';
import { type RuleInForce, ruleInForce } from '../core/rule';
import { applyScenario, type Scenario, scenarioLimits } from '../core/scenario';
import { hamletServices } from '../core/hamlet-service';
import { compareHamlets, compareScenario } from '../core/scenario-difference';
import { DEFAULT_SETTINGS, type GapSettings } from '../core/settings';
import { type Gazetteer, readBundledCoverage, readBundledFibre, readBundledLocalities, readBundledSites, readGazetteer, readIndicators, readProvenance } from '../formats/bundled';
import { BUNDLED_FILES, type BundledFile } from '../formats/bundled-files';
import { CHANGE_COLUMNS, changeCells, changesToCsv, HAMLET_CHANGE_COLUMNS, hamletChangeCells } from '../formats/change-table';
import { gapCells, GAP_COLUMNS, gapRowsToCsv } from '../formats/gap-rows-csv';
import { gapRowsToGeoJson } from '../formats/gap-rows-geojson';
import { gapRowsToKml } from '../formats/gap-rows-kml';
import { PROVENANCE_COLUMNS, provenanceLines, provenanceRows } from '../formats/provenance-table';
import { RULE_COLUMNS, ruleRows } from '../formats/rule-table';
import { writeXlsx } from '../formats/write-xlsx';
import { FIRST_LANGUAGE, language } from '../strings/every-language';
import { assertMapKnown, createReader, fileTrouble, type Reader, tellSome } from './inputs';
import { EXIT, type ExitStatus, type Io, UsageError } from './io';
import { communesWanted, operatorsAsked } from './names';
import { csvForm } from './csv-form';
import type { Options } from './options';
import { unitsOf } from './units';
import { readAdded, scenarioOf, scenarioSheets } from './what-if';

/** Sources read, and how to compute with them. */
export interface Prepared {
  /** Without the scenario. */
  input: GapInput;
  place: Place;
  settings: GapSettings;
  /** Some rows could not be used. */
  hadErrors: boolean;
  /** What the scenario changes in the sources, and the stations it adds. */
  scenario: Scenario;
  added: Cell[];
}

/** Reads the sources that the options name; the exit status where nothing can be computed from them. */
export async function prepare(options: Options, io: Io, lang: string): Promise<Prepared | Exclude<ExitStatus, 0>> {
  const text = language(lang).cli;
  if (options.files.length > 0) throw new UsageError(text.unknownOption(options.files[0]!));
  assertMapKnown(kindsOf(options), { ...options.map, ...options.set }, lang);
  const reader = createReader(io, options, lang);
  const home = homeOf(io);
  const place = await readCommunes(options, home, reader);
  const input = place && (await readSources(options, io, reader, place, home, lang));
  const added = input && (await readAdded(options, io, reader, place, lang));
  if (reader.hadUnreadable || reader.hadWholeFileError || !input) {
    io.stderr(text.noResult);
    return reader.hadUnreadable ? EXIT.wrongUsage : EXIT.dataErrors;
  }
  const everything = { ...input, added: added! };
  const settings: GapSettings = {
    ...DEFAULT_SETTINGS,
    technologies: options.technologies,
    operators: options.operators && operatorsAsked(options.operators, everything, (name, known) => io.stderr(text.unknownOperator(name, known))),
    byOperator: options.byOperator,
    radiusMeters: options.radiusMeters,
    lom: options.lom,
    mix: options.mix,
    off: options.off,
  };
  const scenario = scenarioOf(options, everything, place, lang);
  for (const limit of scenarioLimits(everything, scenario)) io.stderr(text.scenarioLimit(limit));
  return { input, place, settings, hadErrors: reader.hadErrors, scenario, added: added! };
}

/** The sources after the scenario. */
export function underScenario({ input, added, scenario, place }: Prepared): GapInput {
  return applyScenario({ ...input, added }, scenario, place.index);
}

export async function runGaps(options: Options, io: Io, lang: string): Promise<ExitStatus> {
  const prepared = await prepare(options, io, lang);
  if (typeof prepared === 'number') return prepared;
  const input = underScenario(prepared);
  const wanted = communesWanted(options.wanted, prepared.place.communes, prepared.place.lookup, lang);
  const output = await (options.units ? unitsOf : options.difference ? differenceOf : gapsOf)(prepared, input, new Set(wanted.map((c) => c.code)), options, io, lang);
  if (options.out === null) io.stdout(output);
  else writeOut(io, options.out, output, lang);
  return prepared.hadErrors ? EXIT.dataErrors : EXIT.fine;
}

/** Rows of the communes wanted. */
async function gapsOf(prepared: Prepared, input: GapInput, wanted: ReadonlySet<string>, options: Options, io: Io, lang: string): Promise<string | Uint8Array> {
  const { settings } = prepared;
  const plan = planGaps(input, settings);
  if (plan.questions.length === 1 && !options.technologies) io.stderr(language(lang).cli.noPairs);
  const shaped = options.format === 'geojson' || options.format === 'kml';
  const results = plan.communes.filter((c) => wanted.has(c.code)).map((commune) => plan.gapsOf(commune));
  const rows = results.flatMap((r) => r.rows);
  const geometries = shaped ? results.flatMap((r) => r.rows.map((_, row) => r.shapesOf(row).gap)) : [];
  const degenerate = results.flatMap((r) => r.degenerate).filter(Boolean).length;
  if (degenerate > 0) io.stderr(language(lang).cli.degenerate(degenerate, rows.length));
  const together = plan.questions.find((question) => question.technology === 'any')!;
  const rule = ruleInForce(together, settings, [...new Set(rows.flatMap((row) => row.source))]);
  return formatted(rows, geometries, rule, prepared, options, io, input.fibre !== null);
}

/** Writes a result; a place that cannot be written to is wrong usage. */
export function writeOut(io: Io, path: string, output: string | Uint8Array, lang: string): void {
  try {
    io.writeFile(path, output);
  } catch (error) {
    throw new UsageError(language(lang).cli.cannotWrite(path, fileTrouble(error, lang)));
  }
}

async function formatted(rows: GapRow[], geometries: MultiPolygonRings[], rule: RuleInForce, prepared: Prepared, options: Options, io: Io, fibreUsed: boolean): Promise<string | Uint8Array> {
  const { code, page: words } = language(options.lang ?? FIRST_LANGUAGE);
  const provenance = sourcesUsed(options, io, fibreUsed).map((used) => used.provenance);
  const lines = () => [...provenanceLines(provenance, code, words.nature), ...ruleRows(rule).map((row) => row.join(': '))];
  switch (options.format) {
    case 'csv':
      return gapRowsToCsv(rows, csvForm(options.lang));
    case 'geojson':
      return gapRowsToGeoJson(rows, geometries, lines());
    case 'kml':
      return gapRowsToKml(rows, geometries, { name: words.appTitle, provenance: lines() });
    case 'json':
      return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
    case 'xlsx':
      return writeXlsx([
        { name: 'gaps', columns: GAP_COLUMNS, rows: rows.map(gapCells) },
        ...scenarioSheets(prepared),
        { name: 'provenance', columns: PROVENANCE_COLUMNS, rows: provenanceRows(provenance, code) },
        { name: 'rules', columns: RULE_COLUMNS, rows: ruleRows(rule) },
      ]);
  }
}

/** Before, after and difference of the scenario. Places on a map have none: json and tables alone. */
async function differenceOf(prepared: Prepared, changed: GapInput, wanted: ReadonlySet<string>, options: Options, io: Io, lang: string): Promise<string | Uint8Array> {
  const { input, settings, place } = prepared;
  // Both answers speak of the same technologies, also where the scenario brings or ends one.
  const asked = { ...settings, technologies: settings.technologies ?? planGaps(changed, settings).questions.at(-1)!.of };
  const before = { ...asked, off: options.offBefore };
  const isWanted = (row: GapRow) => wanted.has(row.code);
  const difference = compareScenario(computeGaps(input, before).filter(isWanted), computeGaps(changed, asked).filter(isWanted));
  const hamlets = compareHamlets(
    (input.localities ?? []).filter((h) => wanted.has(h.communeCode ?? place.index.locate(h.position)?.code ?? '')),
    hamletServices(input, before), hamletServices(changed, asked),
  );
  switch (options.format) {
    case 'json':
      return `${JSON.stringify({ ...difference, hamlets }, null, 1)}\n`;
    case 'csv':
      return changesToCsv(difference.communes, csvForm(options.lang));
    case 'xlsx':
      return writeXlsx([
        { name: 'communes', columns: CHANGE_COLUMNS, rows: difference.communes.map(changeCells) },
        { name: 'province', columns: CHANGE_COLUMNS, rows: difference.province.map(changeCells) },
        { name: 'hamlets', columns: HAMLET_CHANGE_COLUMNS, rows: hamletChangeCells(hamlets) },
        ...scenarioSheets(prepared),
        { name: 'provenance', columns: PROVENANCE_COLUMNS, rows: provenanceRows(sourcesUsed(options, io, input.fibre !== null).map((used) => used.provenance), options.lang ?? FIRST_LANGUAGE) },
      ]);
    default:
      throw new UsageError(language(lang).cli.badValue('--format', options.format, 'json, csv, xlsx'));
  }
}

/** Of what went into the result: the user's files by their names, the bundled ones with their records. */
export function sourcesUsed(options: Options, io: Io, fibreUsed: boolean): SourceUsed[] {
  const bundled = readProvenance(io.readBundled(BUNDLED_FILES.provenance));
  const neither = withoutSource(options);
  const used: [DatasetKind, BundledFile, (string | null)[], boolean][] = [
    ['communes', 'communes', [options.communes], options.communes === null],
    ['sites', 'sites', [options.sites, ...options.whatIf.add], neither],
    ['localities', 'localities', [options.localities], neither && options.localities === null],
    ['fibre', 'fibre', [options.fibre], options.fibre === null && fibreUsed],
    ['routes', 'fibre', [options.routes], false],
    ['coverage', 'coverage', options.coverage, false],
    ['measurements', 'sites', [options.measurements], false],
  ];
  return used.flatMap(([kind, file, given, standIn]) => {
    const record = bundled.find((p) => p.file === BUNDLED_FILES[file])!;
    const own = given.filter((name): name is string => name !== null && name !== BUNDLED);
    const named = own.map((name): Provenance => ({ ...record, file: name, nature: 'imported', date: null, what: { vi: name, en: name }, source: { vi: name, en: name }, licence: null, checks: [], notes: [] }));
    return (standIn || given.includes(BUNDLED) ? [record, ...named] : named).map((provenance) => ({ kind, provenance }));
  });
}

/** No source of coverage is given: the bundled stations and hamlets stand in. */
function withoutSource({ sites, coverage, measurements }: Options): boolean {
  return sites === null && coverage.length === 0 && measurements === null;
}

function kindsOf(options: Options): DatasetKind[] {
  const kinds: DatasetKind[] = [];
  for (const kind of ['sites', 'communes', 'localities', 'fibre', 'routes', 'measurements'] as const) if (options[kind] !== null) kinds.push(kind);
  if (options.coverage.length > 0) kinds.push('coverage');
  if (options.whatIf.add.length > 0 || options.rank.candidates.some((from) => typeof from === 'object')) kinds.push('sites');
  return kinds;
}

export interface Place {
  communes: Commune[];
  /** Units until 30 June 2025; none where the communes are the user's own. */
  oldUnits: OldUnit[];
  /** Units until 30 June 2025, whatever the communes are. */
  formerUnits: () => OldUnit[];
  index: CommuneIndex;
  lookup: CommuneLookup;
}

/** The bundled communes, which bundled rows were made for; read at most once, and only where something needs them. */
function homeOf(io: Io): () => Gazetteer {
  let home: Gazetteer | null = null;
  return () => (home ??= readGazetteer(io.readBundled(BUNDLED_FILES.communes), io.readBundled(BUNDLED_FILES.oldUnits)));
}

async function readCommunes(options: Options, home: () => Gazetteer, reader: Reader): Promise<Place | null> {
  if (options.communes === null || options.communes === BUNDLED) return { ...home(), formerUnits: () => home().oldUnits };
  const result = await reader.read(options.communes, 'communes', null, null);
  if (result.wholeFileError) return null;
  return { communes: result.rows, oldUnits: [], formerUnits: () => home().oldUnits, index: createCommuneIndex(result.rows), lookup: createCommuneLookup(result.rows) };
}

async function readSources(options: Options, io: Io, reader: Reader, place: Place, home: () => Gazetteer, lang: string): Promise<GapInput> {
  const text = language(lang).cli;
  const { communes, index, lookup } = place;
  const bundledText = (file: BundledFile) => io.readBundled(BUNDLED_FILES[file]);
  const neither = withoutSource(options);
  const bundledSites = neither || options.sites === BUNDLED;
  const bundledLocalities = options.localities === BUNDLED || (neither && options.localities === null);
  const bundledCoverage = options.coverage.includes(BUNDLED);
  const bundled = bundledSites || bundledLocalities || bundledCoverage;
  if (bundled) {
    const date = language(lang).format.date(readIndicators(bundledText('indicators')).seed[0]!.reported);
    io.stderr(text.bundledModelled({ sites: bundledSites, localities: bundledLocalities, coverage: bundledCoverage }, date));
  }

  const cells = bundledSites ? readBundledSites(bundledText('sites'), home()) : options.sites === null ? null : (await reader.read(options.sites, 'sites', index, lookup)).rows;
  if (!bundledSites && options.sites !== null && (options.mix || (options.coverage.length === 0 && options.measurements === null))) io.stderr(text.radiusModel);

  let coverage: CoverageArea[] | null = null;
  for (const file of options.coverage) {
    coverage = [...(coverage ?? []), ...(file === BUNDLED ? readBundledCoverage(bundledText('coverage')) : (await reader.read(file, 'coverage', index, lookup)).rows)];
  }

  const measurements = options.measurements === null ? null : (await reader.read(options.measurements, 'measurements', index, lookup)).rows;

  let localities: Locality[] | null = null;
  if (bundledLocalities) localities = readBundledLocalities(bundledText('localities'), home());
  else if (options.localities !== null) {
    const { rows, rowLines } = await reader.read(options.localities, 'localities', index, lookup);
    localities = rows;
    const elsewhere: string[] = [];
    rows.forEach(({ name, position, communeCode }, i) => {
      const there = index.locate(position);
      if (communeCode !== null && there && there.code !== communeCode) {
        elsewhere.push(text.issueAt(options.localities!, rowLines[i] ?? null, null, text.localityElsewhere(name, communeCode, `${there.name} (${there.code})`)));
      }
    });
    tellSome(io, elsewhere, lang);
  }

  let fibre = options.fibre === null || options.fibre === BUNDLED ? readBundledFibre(bundledText('fibre')) : (await reader.read(options.fibre, 'fibre', index, lookup)).rows;
  if (options.fibre === null) {
    if (fibre.some((f) => f.position && index.locate(f.position))) io.stderr(text.bundledFibre);
    else fibre = [];
  }
  const routes = options.routes === null ? null : (await reader.read(options.routes, 'routes', index, lookup)).rows;
  const noFibre = options.fibre === null && fibre.length === 0;
  return { communes, cells, coverage, measurements, localities, fibre: noFibre ? null : fibre, routes, bundled };
}
