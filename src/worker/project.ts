/** The datasets of one project, and what they are together: the data that questions are asked of. Every change makes a new one, so that taking it back is keeping the old. */
import { type CommuneIndex, createCommuneIndex } from '../core/commune-index';
import { type CommuneLookup, createCommuneLookup } from '../core/commune-lookup';
import type { GapInput } from '../core/gaps';
import type { Cell, Commune, CoverageArea, DatasetKind, FibreEndpoint, FibreRoute, Locality, Measurement, OldUnit, Provenance } from '../core/model';
import type { Indicators } from '../formats/bundled-files';
import { indicatorsOf } from '../formats/indicators';
import type { RowOf } from '../formats/read-plain';
import type { CoverageChoice, DatasetInfo } from './protocol';

export interface Dataset<K extends DatasetKind = DatasetKind> {
  id: string;
  kind: K;
  provenance: Provenance;
  rows: readonly RowOf[K][];
  bundled: boolean;
  /** Its rows are not loaded yet. */
  toCome?: boolean;
}

/** What does not change with imports. */
export interface Background {
  oldUnits: OldUnit[];
  indicators: Indicators;
  provenance: Provenance[];
}

export interface Project {
  datasets: readonly Dataset[];
  communes: readonly Commune[];
  index: CommuneIndex;
  lookup: CommuneLookup;
}

export function createProject(datasets: readonly Dataset[], { oldUnits }: Background, before?: Project): Project {
  const communes = rowsOf(datasets, 'communes');
  // Indexing the communes is the dear part; most changes leave them as they are.
  if (before && sameRows(before.communes, communes)) return { ...before, datasets };
  const bundled = datasets.some((d) => d.kind === 'communes' && d.bundled);
  return { datasets, communes, index: createCommuneIndex(communes), lookup: createCommuneLookup([...communes], bundled ? oldUnits : undefined) };
}

function sameRows<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((row, i) => row === b[i]);
}

export function rowsOf<K extends DatasetKind>(datasets: readonly Dataset[], kind: K): RowOf[K][] {
  return datasets.filter((d) => d.kind === kind).flatMap((d) => d.rows as readonly RowOf[K][]);
}

/**
 * The datasets after one is added. The reader's own data of a kind always take the place of the bundled ones; with
 * `replace`, also of those loaded before. Own stations or polygons send the bundled hamlets away as well: modelled people
 * must not be counted against real coverage.
 */
export function withDataset(datasets: readonly Dataset[], added: Dataset, replace: boolean): Dataset[] {
  const covers = added.kind === 'sites' || added.kind === 'coverage';
  const kept = datasets.filter((d) => {
    if (d.kind === added.kind) return !d.bundled && !replace;
    if (covers && d.bundled) return d.kind !== 'localities' && d.kind !== 'sites' && d.kind !== 'coverage';
    return true;
  });
  return [...kept, added];
}

/** The datasets without one; the last of a kind gives way to the bundled of its kind, where there is one. */
export function withoutDataset(datasets: readonly Dataset[], id: string, bundled: readonly Dataset[]): Dataset[] {
  const kept = datasets.filter((d) => d.id !== id);
  const own = (kind: DatasetKind) => kept.some((d) => d.kind === kind && !d.bundled);
  const ownCoverage = own('sites') || own('coverage');
  for (const dataset of bundled) {
    const present = kept.some((d) => d.kind === dataset.kind);
    const belongs = dataset.kind === 'communes' || dataset.kind === 'fibre' || !ownCoverage;
    if (!present && belongs) kept.push(dataset);
  }
  return kept;
}

/** The reader's own reported figures, else the bundled ones. */
export function indicatorsIn(datasets: readonly Dataset[], bundled: Indicators): Indicators {
  const own = rowsOf(datasets, 'indicators');
  return own.length > 0 ? indicatorsOf(own) : bundled;
}

export function infoOf({ id, kind, provenance, rows, bundled, toCome = false }: Dataset): DatasetInfo {
  return { id, kind, provenance, rowCount: toCome ? null : rows.length, rows: bundled ? null : rows };
}

/** What gaps are computed from: the choice, or what there is instead. */
export function gapInputOf({ datasets, communes }: Project, coverage: CoverageChoice): GapInput {
  const has = (kind: DatasetKind) => datasets.some((d) => d.kind === kind);
  const cells: Cell[] | null = has('sites') ? rowsOf(datasets, 'sites') : null;
  const measurements: Measurement[] | null = has('measurements') && coverage === 'measured' ? rowsOf(datasets, 'measurements') : null;
  const areas: CoverageArea[] | null = has('coverage') && !measurements && (coverage === 'claimed' || !cells) ? rowsOf(datasets, 'coverage') : null;
  const localities: Locality[] | null = has('localities') ? rowsOf(datasets, 'localities') : null;
  const fibre: FibreEndpoint[] | null = has('fibre') ? rowsOf(datasets, 'fibre') : null;
  const routes: FibreRoute[] | null = has('routes') ? rowsOf(datasets, 'routes') : null;
  const bundled = datasets.some((d) => d.bundled && (d.kind === 'sites' || d.kind === 'localities' || (d.kind === 'coverage' && areas)));
  return { communes, cells, coverage: areas, measurements, localities, fibre, routes, bundled };
}
