/** Next masts, critical masts and communes by need as tables. The table of next masts is itself a sites file. */
import type { BandedRank } from '../core/certainty';
import type { CriticalMast } from '../core/critical-masts';
import type { NextMast, NextMasts } from '../core/next-masts';
import { type CsvCell, type CsvWriteOptions, writeCsv } from './write-csv';

type TableCell = string | number | boolean | null;

export interface RankTable {
  /** Of the sheet. */
  name: string;
  columns: readonly string[];
  rows: TableCell[][];
}

/** A row for each mast, in the order chosen; `newly…` is what it serves after those before it, the rest what is then without signal. */
export function nextMastsTable({ masts }: NextMasts, communeName: (code: string) => string): RankTable {
  const columns = [
    'order', 'site_id', 'name', 'lat', 'lng', 'technology', 'operator', 'radius_m', 'has_electricity', 'backhaul', 'existing', 'commune_code', 'commune',
    'gain', 'cumulated', 'newlyKm2', 'newlyPeople', 'newlyTrang', 'newlyLom', 'gapKm2', 'populationGap', 'localitiesTrang', 'localitiesLom', 'fibreKm', 'cost', 'cumulatedCost',
  ];
  let [cumulated, cumulatedCost]: [number, number | null] = [0, 0];
  const rows = masts.map((mast, i): TableCell[] => {
    const { candidate, cells, gain, newly, after, fibreKm, cost } = mast;
    cumulated += gain;
    cumulatedCost = cost === null || cumulatedCost === null ? null : cumulatedCost + cost;
    const { siteId, operator, backhaul } = cells[0]!;
    return [
      i + 1, siteId, candidate.name, candidate.position[1], candidate.position[0], technologiesOf(mast), operator, oneRadius(mast), candidate.hasElectricity === null ? null : candidate.hasElectricity ? 1 : 0, backhaul,
      candidate.existing ? 1 : 0, candidate.communeCode, candidate.communeCode && communeName(candidate.communeCode),
      gain, cumulated, newly.gapKm2, newly.populationGap, newly.localitiesTrang, newly.localitiesLom, after.gapKm2, after.populationGap, after.localitiesTrang, after.localitiesLom, fibreKm, cost, cumulatedCost,
    ];
  });
  return { name: 'masts', columns, rows };
}

/** As a sites file takes several in one cell. */
function technologiesOf({ cells }: NextMast): string {
  return [...new Set(cells.map((cell) => cell.technology))].join('/');
}

/** The radius that all rows of the mast share; null for that of each technology. */
function oneRadius({ cells }: NextMast): number | null {
  const [first] = cells;
  return cells.every((cell) => cell.radiusMeters === first!.radiusMeters) ? first!.radiusMeters : null;
}

export function criticalMastsTable(masts: readonly CriticalMast[]): RankTable {
  return {
    name: 'critical',
    columns: ['order', 'site_id', 'name', 'lat', 'lng', 'technology', 'operator', 'commune_code', 'people', 'hamlets', 'landKm2'],
    rows: masts.map((m, i) => [i + 1, m.siteId, m.name, m.position[1], m.position[0], m.technologies.join('/'), m.operators.join('+'), m.communeCode, m.people, m.hamlets, m.landKm2]),
  };
}

/** `Less` and `More`: with less and with more coverage than as set. */
export function bandedRanksTable(ranks: readonly BandedRank[]): RankTable {
  return {
    name: 'communes',
    columns: ['code', 'name', 'value', 'valueLess', 'valueMore', 'rank', 'rankLess', 'rankMore', 'holds'],
    rows: ranks.map(({ code, name, value, rank, holds }) => [code, name, value.asSet, value.less, value.more, rank.asSet, rank.less, rank.more, holds]),
  };
}

/** As CSV text; Vietnamese has `;`, decimal commas and a byte order mark. */
export function tableToCsv({ columns, rows }: RankTable, form: CsvWriteOptions): string {
  const cells: CsvCell[][] = rows.map((row) => row.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell)));
  return writeCsv(columns, cells, form);
}

/** The rows as objects by column. */
export function tableToRecords({ columns, rows }: RankTable): Record<string, TableCell>[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]!])));
}
