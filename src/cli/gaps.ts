/** `lomsong gaps`: sources → rows → json, csv or geojson. */
import { createCommuneIndex, type CommuneIndex } from '../core/commune-index';
import { createCommuneLookup, type CommuneLookup } from '../core/commune-lookup';
import { fold } from '../core/fold';
import { type GapInput, planGaps } from '../core/gaps';
import type { Commune, CoverageArea, DatasetKind, GapRow, Locality, MultiPolygonRings, Provenance } from '../core/model';
import { DEFAULT_SETTINGS, type GapSettings } from '../core/settings';
import { type Gazetteer, readBundledCoverage, readBundledFibre, readBundledLocalities, readBundledSites, readGazetteer, readIndicators, readProvenance } from '../formats/bundled';
import { BUNDLED_FILES, type BundledFile } from '../formats/bundled-files';
import { gapCells, GAP_COLUMNS, gapRowsToCsv } from '../formats/gap-rows-csv';
import { gapRowsToGeoJson } from '../formats/gap-rows-geojson';
import { gapRowsToKml } from '../formats/gap-rows-kml';
import { canonicalOperator } from '../formats/operator';
import { PROVENANCE_COLUMNS, provenanceRows } from '../formats/provenance-table';
import { writeXlsx } from '../formats/write-xlsx';
import { CLI_TEXT } from '../strings/cli';
import { language } from '../strings';
import { assertMapKnown, createReader, reasonOf, type Reader } from './inputs';
import { EXIT, type ExitStatus, type Io, UsageError } from './io';
import type { Lang, Options } from './options';

/** Stands for the bundled dataset wherever a file may be named. */
export const BUNDLED = 'bundled';

export async function runGaps(options: Options, io: Io, lang: Lang): Promise<ExitStatus> {
  const text = CLI_TEXT[lang];
  if (options.files.length > 0) throw new UsageError(text.unknownOption(options.files[0]!));
  assertMapKnown(kindsOf(options), { ...options.map, ...options.set }, lang);
  const reader = createReader(io, options, lang);
  const home = homeOf(io);
  const place = await readCommunes(options, home, reader);
  const input = place && (await readSources(options, io, reader, place, home, lang));
  if (reader.hadUnreadable || reader.hadWholeFileError || !input) {
    io.stderr(text.noResult);
    return reader.hadUnreadable ? EXIT.wrongUsage : EXIT.dataErrors;
  }

  const settings: GapSettings = {
    ...DEFAULT_SETTINGS,
    technologies: options.technologies,
    operators: operatorsAsked(options, input, io, lang),
    byOperator: options.byOperator,
    radiusMeters: options.radiusMeters,
    mix: options.mix,
  };
  const plan = planGaps(input, settings);
  if (plan.questions.length === 1 && !options.technologies) io.stderr(text.noPairs);
  const shaped = options.format === 'geojson' || options.format === 'kml';
  const results = plan.communes.map((commune) => plan.gapsOf(commune));
  const rows = results.flatMap((r) => r.rows);
  const geometries = shaped ? results.flatMap((r) => r.rows.map((_, row) => r.shapesOf(row).gap)) : [];
  const degenerate = results.flatMap((r) => r.degenerate).filter(Boolean).length;
  if (degenerate > 0) io.stderr(text.degenerate(degenerate, rows.length));
  const output = await formatted(rows, geometries, options, io, input.fibre !== null);
  if (options.out === null) io.stdout(output);
  else {
    try {
      io.writeFile(options.out, output);
    } catch (error) {
      throw new UsageError(text.cannotWrite(options.out, reasonOf(error, lang)));
    }
  }
  return reader.hadErrors ? EXIT.dataErrors : EXIT.fine;
}

async function formatted(rows: GapRow[], geometries: MultiPolygonRings[], options: Options, io: Io, fibreUsed: boolean): Promise<string | Uint8Array> {
  switch (options.format) {
    case 'csv':
      return gapRowsToCsv(rows, options.lang ?? 'en');
    case 'geojson':
      return gapRowsToGeoJson(rows, geometries);
    case 'kml':
      return gapRowsToKml(rows, geometries);
    case 'json':
      return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
    case 'xlsx':
      return writeXlsx([
        { name: 'gaps', columns: GAP_COLUMNS, rows: rows.map(gapCells) },
        { name: 'provenance', columns: PROVENANCE_COLUMNS, rows: provenanceRows(provenanceOf(options, io, fibreUsed), options.lang ?? 'vi') },
      ]);
  }
}

/** Of what went into the result: the user's files by their names, the bundled ones with their records. */
function provenanceOf(options: Options, io: Io, fibreUsed: boolean): Provenance[] {
  const bundled = readProvenance(io.readBundled(BUNDLED_FILES.provenance));
  const neither = withoutSource(options);
  const used: [BundledFile, (string | null)[], boolean][] = [
    ['communes', [options.communes], options.communes === null],
    ['sites', [options.sites], neither],
    ['localities', [options.localities], neither && options.localities === null],
    ['fibre', [options.fibre], options.fibre === null && fibreUsed],
    ['coverage', options.coverage, false],
    ['sites', [options.measurements], false],
  ];
  return used.flatMap(([file, given, standIn]) => {
    const record = bundled.find((p) => p.file === BUNDLED_FILES[file])!;
    const own = given.filter((name): name is string => name !== null && name !== BUNDLED);
    const named = own.map((name): Provenance => ({ ...record, file: name, nature: 'imported', date: null, what: { vi: name, en: name }, source: { vi: name, en: name }, licence: null, checks: [], notes: [] }));
    return standIn || given.includes(BUNDLED) ? [record, ...named] : named;
  });
}

/** No source of coverage is given: the bundled stations and hamlets stand in. */
function withoutSource({ sites, coverage, measurements }: Options): boolean {
  return sites === null && coverage.length === 0 && measurements === null;
}

function kindsOf(options: Options): DatasetKind[] {
  const kinds: DatasetKind[] = [];
  for (const kind of ['sites', 'communes', 'localities', 'fibre', 'measurements'] as const) if (options[kind] !== null) kinds.push(kind);
  if (options.coverage.length > 0) kinds.push('coverage');
  return kinds;
}

interface Place {
  communes: Commune[];
  index: CommuneIndex;
  lookup: CommuneLookup;
}

/** The bundled communes, which bundled rows were made for; read at most once, and only where something needs them. */
function homeOf(io: Io): () => Gazetteer {
  let home: Gazetteer | null = null;
  return () => (home ??= readGazetteer(io.readBundled(BUNDLED_FILES.communes), io.readBundled(BUNDLED_FILES.oldUnits)));
}

async function readCommunes(options: Options, home: () => Gazetteer, reader: Reader): Promise<Place | null> {
  if (options.communes === null || options.communes === BUNDLED) return home();
  const result = await reader.read(options.communes, 'communes', null, null);
  if (result.wholeFileError) return null;
  return { communes: result.rows, index: createCommuneIndex(result.rows), lookup: createCommuneLookup(result.rows) };
}

async function readSources(options: Options, io: Io, reader: Reader, place: Place, home: () => Gazetteer, lang: Lang): Promise<GapInput> {
  const text = CLI_TEXT[lang];
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
    rows.forEach(({ name, position, communeCode }, i) => {
      const there = index.locate(position);
      if (communeCode !== null && there && there.code !== communeCode) {
        io.stderr(text.issueAt(options.localities!, rowLines[i] ?? null, null, text.localityElsewhere(name, communeCode, `${there.name} (${there.code})`)));
      }
    });
  }

  let fibre = options.fibre === null || options.fibre === BUNDLED ? readBundledFibre(bundledText('fibre')) : (await reader.read(options.fibre, 'fibre', index, lookup)).rows;
  if (options.fibre === null) {
    if (fibre.some((f) => f.position && index.locate(f.position))) io.stderr(text.bundledFibre);
    else fibre = [];
  }
  const noFibre = options.fibre === null && fibre.length === 0;
  return { communes, cells, coverage, measurements, localities, fibre: noFibre ? null : fibre, bundled };
}

/** The operators as the sources spell them: case, accents and MCC-MNC codes do not matter. */
function operatorsAsked(options: Options, input: GapInput, io: Io, lang: Lang): string[] | null {
  if (!options.operators) return null;
  const text = CLI_TEXT[lang];
  const known = [...new Set([...(input.cells ?? []), ...(input.coverage ?? []), ...(input.measurements ?? [])].flatMap((row) => row.operator ?? []))].sort();
  return options.operators.flatMap((asked) => {
    const canonical = canonicalOperator(asked);
    // Sources may spell one name in several ways: all of them are meant.
    const found = known.filter((name) => fold(name) === fold(canonical));
    if (found.length > 0) return found;
    io.stderr(text.unknownOperator(asked, known.join(', ') || '–'));
    return [canonical];
  });
}
