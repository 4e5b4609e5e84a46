/** Which figure's receipt is open, and what receipts are made from. */
import { signal } from '@preact/signals';
import { BUNDLED, type CommandSources, readingArguments } from '../core/command-line';
import type { MapCount } from '../core/map-receipt';
import type { QuestionSpec } from '../core/gaps';
import type { NeedMeasure } from '../core/commune-rank';
import type { DatasetKind, Indicator, Technology } from '../core/model';
import type { ReceiptContext, ReceiptQuantity } from '../core/receipt';
import type { ReportedBasis, ReportedMeaning } from '../core/reported';
import type { CoverageChoice } from '../worker/protocol';
import { project } from './project';
import { settings } from './results';
import { view } from './view';

/** Figures that stand in a report or in rows of former units; `ids` are hamlets. */
export type FiguresAsked =
  | { of: 'commune' | 'no-data' | 'best' | 'gap-pieces' | 'hamlet-counts' }
  | { of: 'largest' }
  /** Of a commune; '' outside all. */
  | { of: 'conflicts'; code: string }
  | { of: 'served'; operators: number }
  | { of: 'gap'; number: number }
  | { of: 'hamlets'; ids: readonly string[] }
  /** `code` as in `old:00733`. */
  | { of: 'centre'; code: string }
  | { of: 'old-unit' | 'hamlets-of-unit'; code: string }
  /** Of the old unit whose sheet is open: technologies by operators. */
  | { of: 'reach' }
  /** Of all old units. */
  | { of: 'belonging' | 'old-units' }
  | { of: 'rank'; measure: NeedMeasure }
  | { of: 'district'; district: string | null }
  /** Of a commune of several districts. */
  | { of: 'district-people'; code: string }
  | { of: 'reported'; code: string | null; meaning: ReportedMeaning; basis: ReportedBasis }
  /** Rows of a dataset in use, and of a file on its way in. */
  | { of: 'rows'; dataset: string }
  | { of: 'import'; key: number }
  /** What differs between two versions; of one difference by its number, from 1. */
  | { of: 'comparison' }
  | { of: 'change'; number: number }
  /** The legend's counts, and those of what the list of the map names. */
  | { of: 'legend'; technologies: readonly Technology[]; counts: readonly MapCount[] }
  | { of: 'map'; counts: readonly MapCount[] }
  | { of: 'commune-on-map'; code: string }
  | { of: 'hamlet-on-map'; id: string }
  /** `technology` is null where no BTS are counted. */
  | { of: 'indicator'; indicator: Indicator; technology: Technology | 'any' | null };

export interface ReceiptAsked {
  /** null: all communes together. */
  code: string | null;
  question: QuestionSpec;
  /** Figures of the row that was asked about; the one meant comes first. */
  quantities: readonly ReceiptQuantity[];
  /** Besides, or alone where `quantities` is empty. */
  figures?: FiguresAsked;
  /** What the figures are of; absent for the commune of `code`. */
  place?: string;
}

export const receiptAsked = signal<ReceiptAsked | null>(null);

export function receiptContext(coverage: CoverageChoice | 'both' = view.value.coverage): ReceiptContext {
  const { datasets } = project.value!;
  return { settings: settings.value, sources: commandSources(coverage), used: datasets.map(({ kind, provenance }) => ({ kind, provenance })) };
}

/** The files that the command is to be given for the figures of a choice of coverage; it knows one file of a kind, but of coverage. `both`: readings beside claims. */
function commandSources(coverage: CoverageChoice | 'both'): CommandSources {
  const { datasets } = project.value!;
  const imported = (kind: DatasetKind) => datasets.flatMap(({ kind: of, provenance }) => (of === kind && provenance.nature === 'imported' ? [provenance] : []));
  const own = (kind: DatasetKind) => imported(kind).map(({ file, reading }) => reading?.path ?? file);
  const has = (kind: DatasetKind) => datasets.some((d) => d.kind === kind);
  const stations = coverage === 'stations' && has('sites');
  // Beside polygons or readings the command brings bundled stations and hamlets only when they are named.
  const standIn = (kind: DatasetKind) => own(kind)[0] ?? (!stations && has(kind) ? BUNDLED : null);
  const claimed = own('coverage');
  const sources = {
    sites: standIn('sites'), localities: standIn('localities'),
    fibre: own('fibre')[0] ?? null, routes: own('routes')[0] ?? null, communes: own('communes')[0] ?? null,
    measurements: coverage === 'measured' || coverage === 'both' ? (own('measurements')[0] ?? null) : null,
    coverage: stations || coverage === 'measured' ? [] : claimed.length > 0 ? claimed : [BUNDLED],
  };
  const given = (['sites', 'localities', 'fibre', 'routes', 'communes', 'measurements', 'coverage'] as const).filter((kind) => sources[kind] !== null && sources[kind]!.length > 0 && own(kind).length > 0);
  // Of several files of a kind the first says how: the command has one way of reading a kind.
  return { ...sources, reading: given.flatMap((kind) => (imported(kind)[0]!.reading ? readingArguments(kind, imported(kind)[0]!.reading!) : [])) };
}

/** Kinds of which several own files are loaded: the command takes one, so they have to be joined first. */
export function filesToJoin(): DatasetKind[] {
  const { datasets } = project.value!;
  const own = datasets.filter((d) => d.provenance.nature === 'imported' && d.kind !== 'coverage').map((d) => d.kind);
  return [...new Set(own.filter((kind, i) => own.indexOf(kind) !== i))];
}
