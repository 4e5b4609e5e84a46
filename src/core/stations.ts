/** Where active stations stand: in which communes, how many, at which points. */
import type { CommuneIndex } from './commune-index';
import type { QuestionSpec } from './gaps';
import type { Cell, GapRow, LngLat } from './model';

/** Tells a BTS from others: one technology of one operator at one site, however many rows it has. */
export const stationKey = ({ siteId, technology, operator }: Pick<Cell, 'siteId' | 'technology' | 'operator'>) => `${siteId}\n${technology}\n${operator}`;

/** Active rows of each commune; a station belongs to the commune that contains it. */
export function stationsByCommune(index: CommuneIndex, cells: readonly Cell[]): Map<string, Cell[]> {
  const stations = new Map<string, Cell[]>();
  for (const cell of cells) {
    const code = cell.status === 'active' ? index.locate(cell.position)?.code : undefined;
    if (code === undefined) continue;
    const list = stations.get(code);
    if (list) list.push(cell);
    else stations.set(code, [cell]);
  }
  return stations;
}

/** Fills in how many BTS and sites of a commune the question counts. */
export function countStations(row: GapRow, stations: readonly Cell[], question: QuestionSpec): void {
  const bts = new Set<string>();
  const sites = new Set<string>();
  for (const cell of stations) {
    const { siteId, technology, operator } = cell;
    if (!question.of.includes(technology) || question.off.includes(technology)) continue;
    if (question.operators && !question.operators.includes(operator)) continue;
    bts.add(stationKey(cell));
    sites.add(siteId);
  }
  row.bts = bts.size;
  row.sites = sites.size;
}

/** Whether the row is an active one of the operators asked, whatever its technology. */
export function countsAsSite({ status, technology, operator }: Cell, { operators, off }: Pick<QuestionSpec, 'operators' | 'off'>): boolean {
  return status === 'active' && !off.includes(technology) && (!operators || operators.includes(operator));
}

/** Positions of the active sites of the operators asked, whatever their technology. */
export function activePositions(cells: readonly Cell[] | null, question: QuestionSpec): LngLat[] {
  const distinct = new Map<string, LngLat>();
  for (const cell of cells ?? []) if (countsAsSite(cell, question)) distinct.set(`${cell.position[0]},${cell.position[1]}`, cell.position);
  return [...distinct.values()];
}
