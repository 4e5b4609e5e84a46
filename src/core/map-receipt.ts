/** Receipts of what the map's legend and its list count. */
import { type Citation, cite, citeQuotient, type FigureName, type FigureReceipt, type InputKind, known } from './figure-receipt';
import type { FigurePath } from './figure-path';
import type { MapCounts } from './map-counts';
import type { GapRow, Locality, Technology } from './model';

/** Which of the map's counts, and what each is. */
export type MapCount = Exclude<keyof MapCounts, 'box' | 'bts'>;

const MAP_FIGURES: Record<MapCount, { figure: FigureName; from: readonly (InputKind | 'cover')[] }> = {
  masts: { figure: 'masts', from: ['sites'] },
  fibre: { figure: 'fibrePoints', from: ['fibre'] },
  routes: { figure: 'fibreRoutes', from: ['routes'] },
  communes: { figure: 'communes', from: ['communes'] },
  communesWithGap: { figure: 'communesWithGap', from: ['communes', 'cover'] },
  gaps: { figure: 'largestGaps', from: ['communes', 'cover'] },
  hamlets: { figure: 'hamlets', from: ['localities'] },
  oldCentres: { figure: 'oldCentres', from: ['old-units'] },
  districts: { figure: 'districts', from: ['communes', 'old-units'] },
  coverage: { figure: 'coverageAreas', from: ['coverage'] },
  measurements: { figure: 'readingsShown', from: ['measurements'] },
  conflicts: { figure: 'conflicts', from: ['coverage', 'measurements'] },
};

type OnMap = Citation<{ map: MapCounts }>;

/** Stations of each technology in the legend. */
export function legendFigures(onMap: OnMap, technologies: readonly Technology[], counts: readonly MapCount[]): FigureReceipt[] {
  return known([
    ...technologies.map((of) => cite(onMap, { figure: 'bts', unit: 'number', from: ['sites'], of }, { by: 'count' }, ['map', 'bts', { technology: of }, 'bts'])),
    ...mapFigures(onMap, counts),
  ]);
}

export function mapFigures(onMap: OnMap, counts: readonly MapCount[]): FigureReceipt[] {
  return known(counts.map((count) => cite(onMap, { ...MAP_FIGURES[count], unit: 'number' }, { by: 'count' }, ['map', count])));
}

/** What the map's list says of a commune. */
export function communeOnMapFigures(rows: Citation<readonly GapRow[]>): FigureReceipt[] {
  const [row] = rows.output;
  if (!row) return [];
  const at: FigurePath = [{ technology: row.technology, operator: row.operator }];
  const from = ['communes', 'cover'] as const;
  return known([
    citeQuotient(rows, { figure: 'gapShare', unit: 'share', from }, [...at, 'gapKm2'], [...at, 'areaKm2']),
    cite(rows, { figure: 'gapKm2', unit: 'km2', from }, { by: 'area' }, [...at, 'gapKm2']),
    cite(rows, { figure: 'largestKm2', unit: 'km2', from }, { by: 'piece', number: 1 }, [...at, 'largestGapKm2']),
  ]);
}

/** People of a hamlet as its data say. */
export function hamletOnMapFigures(report: Citation<{ hamlets: readonly Pick<Locality, 'localityId' | 'name' | 'population'>[] }>, localityId: string): FigureReceipt[] {
  const of = report.output.hamlets.find((h) => h.localityId === localityId)?.name ?? localityId;
  return known([cite(report, { figure: 'people', unit: 'number', from: ['localities'], of }, { by: 'given' }, ['hamlets', { localityId }, 'population'])]);
}
