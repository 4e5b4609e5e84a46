/** What the documents of one run share: the data behind the figures, and how the paper is to look. */
import type { ReportScope } from '../core/commune-report';
import { ageInMonths, isOld } from '../core/data-age';
import type { Mast } from '../core/masts';
import type { Commune, DatasetKind, FibreEndpoint, GapRow, Indicator, Technology } from '../core/model';
import type { ReceiptContext } from '../core/receipt';
import type { ReportedComparison } from '../core/reported';
import type { Indicators } from '../formats/bundled-files';
import type { Format, ReportText, Strings } from '../strings';
import type { ReportForm } from './form';
import { html, type Markup, type Part } from './markup';

/** Of all communes, for ranks, neighbours and sources. */
export interface ReportData extends ReceiptContext {
  scope: ReportScope;
  /** The question of all technologies together, one row a commune. */
  rows: readonly GapRow[];
  communes: readonly Commune[];
  masts: readonly Mast[];
  fibre: readonly FibreEndpoint[];
  /** Figures reported by the province the communes belong to; null where they are of another. */
  indicators: Indicators | null;
  /** The reported coverage against the computed, for the province's table; null where nothing is reported of these communes. */
  reported: { indicator: Indicator; comparison: ReportedComparison } | null;
}

export interface PaperChoice {
  /** Code of the language of the text. */
  language: string;
  text: ReportText;
  words: Strings;
  format: Format;
  /** ISO date of the document; null leaves it to be written by hand. */
  date: string | null;
  form: ReportForm;
}

/** A language's text and forms, and the marks that figures carry. */
export interface Paper extends PaperChoice {
  data: ReportData;
  /** Whether what a figure comes from is modelled. */
  modelled: { land: boolean; hamlets: boolean; stations: boolean };
  /** A figure with the mark of modelled ones, or the words for no data. */
  figure(value: number | null, say: (value: number) => string, modelled: boolean): Markup;
  /** The communes are those the project ships, of a province whose offices are known. */
  home: boolean;
  /** Of the coverage data, as a sentence has it; empty where it is not known. */
  dataDate: string;
  /** Whole months of its age on the day of the document, where it is older than the limit and both are known. */
  oldMonths: number | null;
}

const COVERING: readonly DatasetKind[] = ['sites', 'coverage', 'measurements'];

export function paperOf(choice: PaperChoice, data: ReportData): Paper {
  const { text, format } = choice;
  const coverage = new Set(data.rows.flatMap((row) => row.source));
  const kinds = ([['modelled', 'sites'], ['claimed', 'coverage'], ['measured', 'measurements']] as const).flatMap(([source, kind]) => (coverage.has(source) ? [kind] : []));
  const isModelled = (wanted: readonly DatasetKind[]) => data.used.some(({ kind, provenance }) => wanted.includes(kind) && provenance.nature === 'modelled');
  const land = isModelled(kinds);
  const dates = data.used.flatMap(({ kind, provenance }) => (COVERING.includes(kind) && provenance.date ? [provenance.date] : [])).sort();
  const latest = dates.at(-1);
  return {
    ...choice, data,
    home: data.indicators !== null,
    modelled: { land, hamlets: land || isModelled(['localities']), stations: isModelled(['sites']) },
    figure: (value, say, modelled) => (value === null ? html`${text.noData}` : html`${say(value)}${modelled && mark(text.modelledMark)}`),
    dataDate: latest ? when(latest, text, format) : '',
    oldMonths: latest && choice.date && isOld(latest, choice.date) ? ageInMonths(latest, choice.date) : null,
  };
}

/** A date as a sentence has it. */
function when(iso: string, text: ReportText, format: Format): string {
  const part = (['year', 'month', 'day'] as const)[iso.split('-').length - 1]!;
  return text.when[part](format.date(iso));
}

function mark(sign: string): Markup {
  return html`<span class="mark">${sign}</span>`;
}

/** The technologies counted that are not off and have data, as a sentence names them. */
export function technologyNames(data: ReportData): string {
  const { of, off } = data.scope;
  const active = of.filter((t) => !off.includes(t) && !withoutData(data).includes(t));
  return (active.length > 0 ? active : of).join('/');
}

/** Technologies asked for that no source speaks of. */
export function withoutData({ rows }: ReportData): readonly Technology[] {
  return rows[0]?.withoutData ?? [];
}

/** In the alphabetical order of the document's language. */
export function inOrderOfOperators<Row extends { operator: string }>(rows: readonly Row[], { format }: Paper): Row[] {
  return [...rows].sort((a, b) => format.compare(a.operator, b.operator));
}

export function operatorNames({ data, words, format }: Paper): string {
  return data.scope.operators ? [...data.scope.operators].sort(format.compare).join(', ') : words.allOperators;
}

/** Notes that belong under every table of computed figures. @param more of this table alone */
export function figureNotes({ text, format, modelled, data, dataDate, oldMonths }: Paper, ...more: string[]): Part {
  const notes = [
    modelled.hamlets && (dataDate ? text.modelledNote(dataDate) : text.modelledNoteUndated),
    oldMonths !== null && text.oldNote(format.number(oldMonths)),
    data.rows.some((row) => row.source.includes('modelled')) && text.terrainNote,
    data.rows.some((row) => row.populationBasis === 'census-spread') && text.estimatedNote,
    ...more,
  ].filter((note) => note !== false);
  return notes.length > 0 && html`<p class="note">${notes.join(' ')}</p>
`;
}
