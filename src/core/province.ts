/** Figures of all communes together: sums of their rows, never of shares. */
import type { FigureRow } from './model';

export interface ProvinceFigures {
  communes: number;
  areaKm2: number;
  /** null where no row has data. */
  gapKm2: number | null;
  gapShare: number | null;
  coveredKm2: number | null;
  /** Of the whole land; what is no data is neither covered nor gap. */
  coveredShare: number | null;
  /** Land that no source speaks of. */
  noDataKm2: number;
  /** Covered people and hamlets as shares; null where any place has no data, since no one knows of the rest. */
  peopleCoveredShare: number | null;
  localitiesReachedShare: number | null;
  bts: number | null;
  sites: number | null;
  population: number | null;
  populationGap: number | null;
  populationLom: number | null;
  populationGapShare: number | null;
  localities: number | null;
  localitiesTrang: number | null;
  localitiesLom: number | null;
  localitiesTrangShare: number | null;
  /** Whether people come from hamlets in every row, or some are the census spread evenly (an estimate). */
  populationEstimated: boolean;
}

/** Adds up the rows of one question. A figure that no row has is null; rows without it add nothing. */
export function provinceFigures(rows: readonly FigureRow[]): ProvinceFigures {
  const sum = (field: 'gapKm2' | 'coveredKm2' | 'bts' | 'sites' | 'population' | 'populationGap' | 'populationLom' | 'localities' | 'localitiesTrang' | 'localitiesLom') => {
    let total: number | null = null;
    for (const row of rows) if (row[field] !== null) total = (total ?? 0) + row[field];
    return total;
  };
  const share = (part: number | null, whole: number | null) => (part === null || !whole ? null : part / whole);
  const areaKm2 = rows.reduce((total, row) => total + row.areaKm2, 0);
  const [gapKm2, population, populationGap, localities, localitiesTrang] = [
    sum('gapKm2'), sum('population'), sum('populationGap'), sum('localities'), sum('localitiesTrang'),
  ];
  const coveredKm2 = sum('coveredKm2');
  const noDataKm2 = rows.reduce((total, row) => total + row.noDataKm2, 0);
  const allKnown = noDataKm2 < areaKm2 * 1e-6;
  const populationGapShare = share(populationGap, population);
  const localitiesTrangShare = share(localitiesTrang, localities);
  return {
    communes: rows.length,
    coveredKm2,
    coveredShare: share(coveredKm2, areaKm2),
    noDataKm2,
    peopleCoveredShare: allKnown && populationGapShare !== null ? 1 - populationGapShare : null,
    localitiesReachedShare: allKnown && localitiesTrangShare !== null ? 1 - localitiesTrangShare : null,
    areaKm2,
    gapKm2,
    gapShare: share(gapKm2, areaKm2),
    bts: sum('bts'),
    sites: sum('sites'),
    population,
    populationGap,
    populationLom: sum('populationLom'),
    populationGapShare,
    localities,
    localitiesTrang,
    localitiesLom: sum('localitiesLom'),
    localitiesTrangShare,
    populationEstimated: rows.some((row) => row.populationBasis === 'census-spread'),
  };
}
