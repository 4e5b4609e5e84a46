/** The data that the project ships (`public/data`), from the files' texts to rows. */
import { type CommuneIndex, createCommuneIndex } from '../core/commune-index';
import { type CommuneLookup, createCommuneLookup } from '../core/commune-lookup';
import type { Cell, Commune, CoverageArea, DatasetKind, FibreEndpoint, Issue, Locality, OldUnit, Provenance } from '../core/model';
import type { FileRead } from '../core/reading-record';
import { BUNDLED_FILES, type Indicators } from './bundled-files';
import { unpackAreas, unpackTopology } from './packed-shapes';
import { readDataset, type RowOf } from './read-plain';

export interface Gazetteer {
  communes: Commune[];
  oldUnits: OldUnit[];
  index: CommuneIndex;
  lookup: CommuneLookup;
}

const encoder = new TextEncoder();
const UNPACK: Partial<Record<BundledKind, (text: string) => string>> = { communes: unpackTopology, coverage: unpackAreas };

/** What a reader of files takes, of a text that may have been packed for the way. */
const bytesOf = (kind: BundledKind, text: string) => encoder.encode(UNPACK[kind]?.(text) ?? text);

/** The kinds of which a dataset is bundled. */
export const BUNDLED_KINDS = ['communes', 'sites', 'localities', 'fibre', 'coverage'] as const satisfies DatasetKind[];
export type BundledKind = (typeof BUNDLED_KINDS)[number];

/** A bundled dataset with what its reading found. Fibre endpoints are kept as rows: no header is taken for any field. */
export function readBundledDataset<K extends BundledKind>(kind: K, text: string, { index, lookup }: Gazetteer): { rows: RowOf[K][]; read: FileRead; issues: Issue[] } {
  const file = BUNDLED_FILES[kind];
  if (kind === 'fibre') {
    const rows = readBundledFibre(text);
    return { rows: rows as RowOf[K][], issues: [], read: { file, kind, format: 'json', encoding: 'utf-8', headerLine: null, mapping: {}, rowCount: rows.length, goodRows: rows.length, found: [] } };
  }
  const result = readDataset<K>(bytesOf(kind, text), file, { kind, area: kind === 'communes' || kind === 'coverage' ? null : index, lookup: kind === 'localities' ? lookup : null });
  const { rows, issues, rowCount } = result;
  return { rows, issues, read: { ...result, file, rowCount, goodRows: rows.length, found: issues } };
}

/** Communes and old units with their look-ups. A bundled file that cannot be read is a defect of ours: it throws. */
export function readGazetteer(communesText: string, oldUnitsText: string): Gazetteer {
  const communes = rowsOf(readDataset(bytesOf('communes', communesText), BUNDLED_FILES.communes, { kind: 'communes' }));
  const oldUnits = JSON.parse(oldUnitsText) as OldUnit[];
  return { communes, oldUnits, index: createCommuneIndex(communes), lookup: createCommuneLookup(communes, oldUnits) };
}

export function readBundledSites(text: string, gazetteer: Gazetteer): Cell[] {
  return rowsOf(readDataset(bytesOf('sites', text), BUNDLED_FILES.sites, { kind: 'sites', area: gazetteer.index }));
}

export function readBundledLocalities(text: string, gazetteer: Gazetteer): Locality[] {
  return rowsOf(readDataset(bytesOf('localities', text), BUNDLED_FILES.localities, { kind: 'localities', area: gazetteer.index, lookup: gazetteer.lookup }));
}

export function readBundledCoverage(text: string): CoverageArea[] {
  return rowsOf(readDataset(bytesOf('coverage', text), BUNDLED_FILES.coverage, { kind: 'coverage' }));
}

export function readBundledFibre(text: string): FibreEndpoint[] {
  return JSON.parse(text) as FibreEndpoint[];
}

export function readIndicators(text: string): Indicators {
  return JSON.parse(text) as Indicators;
}

export function readProvenance(text: string): Provenance[] {
  return JSON.parse(text) as Provenance[];
}

function rowsOf<Row>(result: { rows: Row[]; issues: { code: string; file: string; severity: string }[]; wholeFileError: boolean }): Row[] {
  const bad = result.issues.find((issue) => issue.severity === 'error');
  if (bad || result.wholeFileError) throw new Error(`bundled file ${bad?.file ?? ''}: ${bad?.code ?? 'no rows'}`);
  return result.rows;
}
