/** provenance.json: one record for each file of public/data, in this order, whichever stage writes it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Provenance } from '../src/core/model';
import { PUBLIC_DATA_DIR, readPublic } from './places';
import { jsonLines } from './write';

export const PROVENANCE_FILE = 'provenance.json';

const ORDER = [
  'communes.topo.json',
  'old-units.json',
  'fibre.json',
  'indicators.json',
  'sites.csv',
  'localities.csv',
  'coverage.geojson',
];

/** The committed records with those given in place of their predecessors. */
export function provenanceText(records: readonly Provenance[]): string {
  const committed = existsSync(path.join(PUBLIC_DATA_DIR, PROVENANCE_FILE))
    ? (JSON.parse(readPublic(PROVENANCE_FILE)) as Provenance[])
    : [];
  const byFile = new Map([...committed, ...records].map((record) => [record.file, record]));
  return jsonLines(ORDER.flatMap((file) => byFile.get(file) ?? []));
}
