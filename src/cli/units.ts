/** `lomsong gaps --units old|districts`: rows of the units until 30 June 2025, and of their districts. */
import { districtRows, districtsOfCommunes } from '../core/districts';
import { type GapInput, planGaps, type QuestionSpec } from '../core/gaps';
import { createNeighbourhood } from '../core/neighbourhood';
import { type OldUnitRow, oldUnitRows } from '../core/old-units';
import { emptyUnitAnswer, hamletsWherever, learnCommune } from '../core/unit-answers';
import { districtRecord, oldUnitRecord } from '../core/unit-records';
import { DISTRICT_COLUMNS, districtCells, OLD_UNIT_COLUMNS, oldUnitCells } from '../formats/old-unit-cells';
import { PROVENANCE_COLUMNS, provenanceRows } from '../formats/provenance-table';
import { type CsvCell, writeCsv } from '../formats/write-csv';
import { writeXlsx } from '../formats/write-xlsx';
import { FIRST_LANGUAGE, language } from '../strings/every-language';
import { csvForm } from './csv-form';
import { type Prepared, sourcesUsed } from './gaps';
import { type Io, UsageError } from './io';
import type { Options } from './options';

type Cell = Exclude<CsvCell, undefined>;

/** The same figure as an object of the JSON and as a line of the tables. */
interface UnitLine {
  record: object;
  cells: Cell[];
}

/** @param wanted codes of communes: units with a part in one of them, and the districts that they are counted in */
export async function unitsOf(prepared: Prepared, input: GapInput, wanted: ReadonlySet<string>, options: Options, io: Io, lang: string): Promise<string | Uint8Array> {
  const old = options.units === 'old';
  const lines = old ? oldUnitLines(prepared, input, wanted) : districtLines(prepared, input, wanted);
  const columns = old ? OLD_UNIT_COLUMNS : DISTRICT_COLUMNS;
  switch (options.format) {
    case 'json':
      return `[\n${lines.map(({ record }) => JSON.stringify(record)).join(',\n')}\n]\n`;
    case 'csv':
      return writeCsv(columns, lines.map(({ cells }) => cells), csvForm(options.lang));
    case 'xlsx':
      return writeXlsx([
        { name: old ? 'old-units' : 'districts', columns, rows: lines.map(({ cells }) => cells) },
        { name: 'provenance', columns: PROVENANCE_COLUMNS, rows: provenanceRows(sourcesUsed(options, io, input.fibre !== null).map((used) => used.provenance), options.lang ?? FIRST_LANGUAGE) },
      ]);
    default:
      throw new UsageError(language(lang).cli.badValue('--format', options.format, 'json, csv, xlsx'));
  }
}

function oldUnitLines({ place, settings }: Prepared, input: GapInput, wanted: ReadonlySet<string>): UnitLine[] {
  const units = place.formerUnits();
  const plan = planGaps(input, settings);
  const answers = plan.questions.map((_, q) => emptyUnitAnswer(plan, q, units));
  for (const commune of plan.communes) {
    const gaps = plan.gapsOf(commune);
    answers.forEach((answer, q) => learnCommune(answer, gaps, q));
  }
  const hamlets = input.localities && hamletsWherever(units, input.localities, place.index);
  const rows = answers.map((answer) => oldUnitRows(units, answer, hamlets));
  const nameOf = (code: string) => place.communes.find((c) => c.code === code)?.name ?? code;
  const near = plan.questions.map((question) => createNeighbourhood(input, question, []));
  const sameWho = (a: QuestionSpec, b: QuestionSpec) => String(a.operators) === String(b.operators);
  const lineOf = (row: OldUnitRow, q: number): UnitLine => {
    const question = plan.questions[q]!;
    const alone = plan.questions.flatMap((other, i) => (other.technology !== 'any' && question.of.includes(other.technology) && sameWho(other, question) ? [i] : []));
    const reachedBy = row.unit.centre && alone.some((i) => plan.hasData(i)) ? alone.filter((i) => plan.reaches(i, row.unit.centre!)).flatMap((i) => plan.questions[i]!.of) : null;
    const { rows: communeRows, hamlets: states } = answers[q]!;
    const record = oldUnitRecord(row, { question, rows: communeRows, hamlets: hamlets?.byUnit.get(row.unit.code) ?? [], states, reachedBy, neighbourhood: near[q]! });
    return { record, cells: oldUnitCells(row, { technologies: question.of, operators: question.operators, rows: communeRows }, nameOf, reachedBy) };
  };
  return units.flatMap((unit, u) => (unit.communes.some(({ code }) => wanted.has(code)) || wanted.has(`old:${unit.code}`) ? plan.questions.map((_, q) => lineOf(rows[q]![u]!, q)) : []));
}

function districtLines({ place, settings }: Prepared, input: GapInput, wanted: ReadonlySet<string>): UnitLine[] {
  const units = place.formerUnits();
  const plan = planGaps(input, settings);
  const results = plan.communes.map((commune) => plan.gapsOf(commune).rows);
  const of = districtsOfCommunes(plan.communes, units);
  const byQuestion = plan.questions.map((question, q) => {
    const rows = results.map((r) => r[q]!);
    return districtRows(rows, units, of).map((row) => ({
      communes: row.communes,
      line: { record: districtRecord(row, question, rows, of), cells: districtCells(row, { technologies: question.of, operators: question.operators, rows }) },
    }));
  });
  const [first = []] = byQuestion;
  return first.flatMap(({ communes }, d) => (communes.some((code) => wanted.has(code)) ? byQuestion.map((rows) => rows[d]!.line) : []));
}
