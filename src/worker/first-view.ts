/**
 * The first answers about the bundled data, computed when the page is built and packed into one small file, so that
 * overview and table stand before the worker, the boundaries and the map are asked for.
 */
import type { QuestionSpec } from '../core/gaps';
import type { FigureRow, OldUnit, Provenance } from '../core/model';
import type { Indicators } from '../formats/bundled-files';
import type { KnownData } from './known-data';
import type { Answer } from './protocol';

/** Name of the file, beside the bundled data. */
export const FIRST_VIEW_FILE = 'first-view.json';

/** What of an answer is told as figures. */
export interface Figures {
  rows: readonly FigureRow[];
  /** Codes of communes whose land the polygon kernel answered because the stations stand in a degenerate way. */
  degenerate: readonly string[];
}

/** An answer by fields: one value where all communes have the same, else one a commune; those equal to the first answer's are left out. */
type Column = { same: unknown } | { each: unknown[] };
interface PackedAnswer {
  columns: Record<string, Column>;
  degenerate: readonly string[];
}

/** The file. Old units, indicators and provenance are files of their own already. */
export interface PackedFirstView {
  datasets: { id: string; kind: KnownData['datasets'][number]['kind']; file: string; rowCount: number | null }[];
  dataDate: string;
  operators: string[];
  stations: KnownData['stations'];
  fibreEndpoints: number;
  answers: PackedAnswer[];
  /** Each with the place of its answer. */
  questions: { question: QuestionSpec; answer: number }[];
}

export interface FirstView {
  known: KnownData;
  /** For the settings and the coverage that a view begins with. */
  answers: { question: QuestionSpec; figures: Figures }[];
}

/** Digits kept of a figure: far more than any table shows, far fewer than a double has. */
const DIGITS = 7;

const LEFT_OUT: readonly string[] = ['largestGapKm2', 'largestGapPoint', 'nearestSiteKm', 'nearestFibreKm'];

const shortened = (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value);

function packAnswer({ rows, degenerate }: Figures, first: Figures): PackedAnswer {
  const columns: Record<string, Column> = {};
  for (const field of Object.keys(rows[0] ?? {}) as (keyof FigureRow)[]) {
    if (LEFT_OUT.includes(field)) continue;
    const valuesOf = (of: readonly FigureRow[]) => of.map((row) => shortened(row[field]));
    const values = valuesOf(rows);
    if (rows !== first.rows && JSON.stringify(values) === JSON.stringify(valuesOf(first.rows))) continue;
    columns[field] = values.every((value) => JSON.stringify(value) === JSON.stringify(values[0])) ? { same: values[0] } : { each: values };
  }
  return { columns, degenerate };
}

function unpackAnswer({ columns, degenerate }: PackedAnswer, first: PackedAnswer, communes: number): Figures {
  const all = Object.entries({ ...first.columns, ...columns });
  const rows = Array.from({ length: communes }, (_, i) => Object.fromEntries(all.map(([field, column]) => [field, 'each' in column ? column.each[i] : column.same])) as unknown as FigureRow);
  return { rows, degenerate };
}

/** @param answers one a question, communes in the same order in each */
export function packFirstView({ datasets, dataDate, operators, stations, fibreEndpoints }: KnownData, questions: readonly QuestionSpec[], answers: readonly Answer[]): PackedFirstView {
  const packed = answers.map((answer) => packAnswer(answer, answers[0]!));
  const texts = packed.map((answer) => JSON.stringify(answer));
  const distinct = [...new Set(texts)];
  return {
    datasets: datasets.map(({ id, kind, provenance, rowCount }) => ({ id, kind, file: provenance.file, rowCount })),
    dataDate, operators, stations, fibreEndpoints,
    answers: distinct.map((text) => packed[texts.indexOf(text)]!),
    questions: questions.map((question, i) => ({ question, answer: distinct.indexOf(texts[i]!) })),
  };
}

/** Throws where the file is not of this version of the page. */
export function unpackFirstView(packed: PackedFirstView, { provenance, indicators, oldUnits }: { provenance: Provenance[]; indicators: Indicators; oldUnits: OldUnit[] }): FirstView {
  const { datasets, dataDate, operators, stations, fibreEndpoints, answers: packedAnswers, questions } = packed;
  const first = packedAnswers[0]!;
  const codes = first.columns.code!;
  const communes = 'each' in codes ? codes.each.length : 0;
  const figures = packedAnswers.map((answer) => unpackAnswer(answer, first, communes));
  return {
    known: {
      datasets: datasets.map(({ file, ...dataset }) => ({ ...dataset, provenance: provenance.find((p) => p.file === file)! })),
      communes: figures[0]!.rows.map(({ code, name }) => ({ code, name })),
      oldUnits, indicators, dataDate, provenance, operators, stations, fibreEndpoints,
    },
    answers: questions.map(({ question, answer }) => ({ question, figures: figures[answer]! })),
  };
}
