/** `lomsong rank`: the next masts, the masts that most people depend on, or the communes in most need. */
import { type Candidate, candidatesOf, candidatesOfCells } from '../core/candidates';
import { rankInBand } from '../core/certainty';
import { criticalMasts } from '../core/critical-masts';
import { type GapInput, planGaps, type QuestionSpec } from '../core/gaps';
import type { LngLat, Technology } from '../core/model';
import { nextMasts, type NextMastsQuestion, stepsOf } from '../core/next-masts';
import { endedTechnologies, stationUnder } from '../core/scenario';
import type { GapSettings } from '../core/settings';
import { finished } from '../core/steps';
import { PROVENANCE_COLUMNS, provenanceRows } from '../formats/provenance-table';
import { bandedRanksTable, criticalMastsTable, nextMastsTable, type RankTable, tableToCsv, tableToRecords } from '../formats/rank-tables';
import { pointGeometry, writeGeoJson } from '../formats/write-geojson';
import { writeXlsx } from '../formats/write-xlsx';
import { language } from '../strings/every-language';
import { prepare, type Prepared, sourcesUsed, underScenario, writeOut } from './gaps';
import { createReader, type Reader } from './inputs';
import { EXIT, type ExitStatus, type Io, UsageError } from './io';
import { communesWanted } from './names';
import { csvForm } from './csv-form';
import type { Options } from './options';
import { scenarioSheets } from './what-if';

/** Whose the new masts are where no operator is named. */
const NEW_OPERATOR = 'new';

/** Whether a commune is among those asked; null: outside all. */
type Wanted = (code: string | null) => boolean;

interface Result {
  table: RankTable;
  /** What was asked and found besides the table. */
  summary: Record<string, unknown>;
}

export async function runRank(options: Options, io: Io, lang: string): Promise<ExitStatus> {
  const text = language(lang).cli;
  const { next, budget, critical, need } = options.rank;
  if ([next, budget, critical, need].filter((asked) => asked !== null).length !== 1) throw new UsageError(text.oneRanking);
  const formats = need === null ? ['json', 'csv', 'geojson', 'xlsx'] : ['json', 'csv', 'xlsx'];
  if (!formats.includes(options.format)) throw new UsageError(text.badValue('--format', options.format, formats.join(', ')));
  const prepared = await prepare(options, io, lang);
  if (typeof prepared === 'number') return prepared;
  const input = underScenario(prepared);
  const reader = createReader(io, options, lang);
  const technologies = technologiesAsked(prepared, input);
  if (technologies.length === 0) throw new UsageError(text.noTechnology);
  const wanted = new Set(communesWanted(options.wanted, prepared.place.communes, prepared.place.lookup, lang).map((c) => c.code));
  const isWanted: Wanted = (code) => options.wanted.length === 0 || (code !== null && wanted.has(code));
  let result: Result | null;
  if (need !== null) result = needResult(prepared, input, technologies, isWanted, options, io, lang);
  else if (critical !== null) result = criticalResult(prepared, input, technologies, isWanted, critical, io, lang);
  else result = await nextResult(prepared, input, technologies, options, reader, io, lang);
  if (!result) {
    io.stderr(text.noResult);
    return reader.hadUnreadable ? EXIT.wrongUsage : EXIT.dataErrors;
  }
  const output = await formatted(result, prepared, options, io, input, lang);
  if (options.out === null) io.stdout(output);
  else writeOut(io, options.out, output, lang);
  return prepared.hadErrors || reader.hadErrors ? EXIT.dataErrors : EXIT.fine;
}

/** What counts together as signal: the technologies asked, or all that occur and have not ended. */
function technologiesAsked({ settings, scenario }: Prepared, input: GapInput): readonly Technology[] {
  if (settings.technologies) return settings.technologies;
  const ended = endedTechnologies(scenario);
  return planGaps(input, settings).questions.at(-1)!.of.filter((t) => !ended.includes(t));
}

function specOf(technologies: readonly Technology[], { operators, off }: GapSettings): QuestionSpec {
  return { technology: technologies.length === 1 ? technologies[0]! : 'any', of: technologies, operators, off };
}

/** null where a file of candidates cannot be used. */
async function nextResult(prepared: Prepared, input: GapInput, technologies: readonly Technology[], options: Options, reader: Reader, io: Io, lang: string): Promise<Result | null> {
  const text = language(lang).cli;
  const { settings, place } = prepared;
  const { rank } = options;
  const within = options.wanted.length === 0 ? null : communesWanted(options.wanted, place.communes, place.lookup, lang).map((c) => c.code);
  const question: NextMastsQuestion = {
    objective: rank.for, technologies, within, prices: rank.prices,
    operator: settings.operators?.[0] ?? NEW_OPERATOR,
    limit: rank.budget === null ? { masts: rank.next! } : { budget: rank.budget },
  };
  if ((rank.for === 'hamlets' || rank.for === 'lom') && !input.localities) throw new UsageError(text.noHamlets(rank.for));
  if (rank.for === 'people' && ![...(input.localities ?? []), ...place.communes].some((row) => row.population !== null)) throw new UsageError(text.noPeople);
  const all = await readCandidates(prepared, input, technologies, options, reader);
  if (reader.hadUnreadable || reader.hadWholeFileError) return null;
  const candidates = all.filter((candidate) => within === null || (candidate.communeCode !== null && within.includes(candidate.communeCode)));
  const from = rank.candidates.map((source) => (typeof source === 'object' ? source.file : source));
  if (candidates.length === 0) throw new UsageError(text.noCandidates(from.join(', ')));

  const found = finished(nextMasts(input, settings, candidates, question, stationUnder({ ...prepared.input, added: prepared.added }, prepared.scenario, place.index)));
  if (found.noDataBefore) io.stderr(text.nowhereBefore(technologies.join(', ')));
  if (rank.budget !== null && found.candidates < candidates.length) io.stderr(text.withoutCost(candidates.length - found.candidates));
  const powerUnknown = found.masts.filter((mast) => mast.candidate.hasElectricity === null).length;
  if (rank.prices && rank.prices.solar > 0 && powerUnknown > 0) io.stderr(text.powerUnknown(powerUnknown));
  const { gain, bound, method, guarantee, before } = found;
  io.stderr(text.nextFound({ objective: rank.for, masts: found.masts.length, gain, bound, method, guarantee }));
  const names = new Map(place.communes.map((c) => [c.code, c.name]));
  return {
    table: nextMastsTable(found, (code) => names.get(code) ?? code),
    summary: {
      for: rank.for, technologies, operators: settings.operators, operator: question.operator, communes: within, candidatesFrom: from, candidates: found.candidates,
      next: rank.next, budget: rank.budget, prices: rank.prices, method, guarantee, gain, bound, boundGap: bound === null ? null : bound - gain,
      before, after: found.masts.at(-1)?.after ?? before, steps: stepsOf(found), bundled: input.bundled,
    },
  };
}

async function readCandidates({ place, settings }: Prepared, input: GapInput, technologies: readonly Technology[], { rank }: Options, reader: Reader): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const source of rank.candidates) {
    if (typeof source === 'object') found.push(...candidatesOfCells((await reader.read(source.file, 'sites', place.index, place.lookup)).rows, place.index));
    else found.push(...candidatesOf(source, input, place.oldUnits, place.index, { technologies, operators: settings.operators, gridMeters: rank.gridMeters }));
  }
  return found;
}

function criticalResult({ settings }: Prepared, input: GapInput, technologies: readonly Technology[], isWanted: Wanted, most: number, io: Io, lang: string): Result {
  const areas = (input.coverage?.length ?? 0) + (input.measurements?.length ?? 0);
  if (areas > 0) io.stderr(language(lang).cli.scenarioLimit({ code: 'masts-behind-areas', count: areas }));
  const found = finished(criticalMasts(input, { ...settings, technologies })).filter((mast) => isWanted(mast.communeCode));
  return { table: criticalMastsTable(found.slice(0, most)), summary: { technologies, operators: settings.operators, found: found.length, bundled: input.bundled } };
}

function needResult({ settings }: Prepared, input: GapInput, technologies: readonly Technology[], isWanted: Wanted, { rank }: Options, io: Io, lang: string): Result {
  const measure = rank.need!;
  if (input.coverage && !settings.mix) io.stderr(language(lang).cli.bandWithoutEffect);
  // Ranks are among all communes, whichever are shown.
  const ranks = finished(rankInBand(input, settings, specOf(technologies, settings), measure, rank.band)).filter((r) => isWanted(r.code));
  const holding = ranks.filter((r) => r.holds).length;
  io.stderr(language(lang).cli.ranksHold(holding, ranks.length, rank.band));
  return { table: bandedRanksTable(ranks), summary: { need: measure, technologies, operators: settings.operators, band: rank.band, holding, bundled: input.bundled } };
}

async function formatted({ table, summary }: Result, prepared: Prepared, options: Options, io: Io, input: GapInput, lang: string): Promise<string | Uint8Array> {
  const records = tableToRecords(table);
  switch (options.format) {
    case 'csv':
      return tableToCsv(table, csvForm(options.lang));
    case 'geojson':
      return writeGeoJson(records.map((properties) => ({ properties, geometry: pointGeometry([properties.lng, properties.lat] as LngLat) })));
    case 'xlsx':
      return writeXlsx([
        table,
        ...scenarioSheets(prepared),
        { name: 'summary', columns: ['field', 'value'], rows: Object.entries(summary).map(([field, value]) => [field, typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value)]) },
        { name: 'provenance', columns: PROVENANCE_COLUMNS, rows: provenanceRows(sourcesUsed(options, io, input.fibre !== null).map((used) => used.provenance), lang) },
      ]);
    default:
      return `${JSON.stringify({ ...summary, [table.name]: records }, null, 1)}\n`;
  }
}
