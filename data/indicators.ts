/** Figures as reported: those of May 2024 for Hà Giang, and apart from them those of other dates or other borders. */
import type { Indicator } from '../src/core/model';
import type { Indicators } from '../src/formats/bundled-files';
import { readSource } from './places';
import { csvRows } from './write';

type Row = Record<keyof Indicator, string>;

/** seed-figures.csv is of one article and has no column for it. */
const SEED_SOURCE = 'Ban Tuyên giáo Tỉnh ủy Hà Giang, 5/2024';

export function indicators(): Indicators {
  const read = (file: string, source?: string) =>
    csvRows<Row>(readSource(file)).map((row) => ({ ...row, value: Number(row.value), source: row.source ?? source ?? '' }));
  const all = { seed: read('seed-figures.csv', SEED_SOURCE), other: read('reported-other.csv') };
  if (all.seed.length !== 13 || all.other.length !== 10) throw new Error('13 and 10 reported figures were expected');
  return all;
}

export function indicatorsText({ seed, other }: Indicators): string {
  const rows = (list: Indicator[]) => list.map((row) => JSON.stringify(row)).join(',\n');
  return `{"seed":[\n${rows(seed)}\n],"other":[\n${rows(other)}\n]}\n`;
}
