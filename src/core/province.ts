/** Figures of all communes together: sums of their rows, never of shares. */
import type { GapRow } from './model';

export interface ProvinceFigures {
  communes: number;
  areaKm2: number;
  /** null where no row has data. */
  gapKm2: number | null;
  gapShare: number | null;
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
export function provinceFigures(rows: readonly GapRow[]): ProvinceFigures {
  const sum = (field: 'gapKm2' | 'bts' | 'sites' | 'population' | 'populationGap' | 'populationLom' | 'localities' | 'localitiesTrang' | 'localitiesLom') => {
    let total: number | null = null;
    for (const row of rows) if (row[field] !== null) total = (total ?? 0) + row[field];
    return total;
  };
  const share = (part: number | null, whole: number | null) => (part === null || !whole ? null : part / whole);
  const areaKm2 = rows.reduce((total, row) => total + row.areaKm2, 0);
  const [gapKm2, population, populationGap, localities, localitiesTrang] = [
    sum('gapKm2'), sum('population'), sum('populationGap'), sum('localities'), sum('localitiesTrang'),
  ];
  return {
    communes: rows.length,
    areaKm2,
    gapKm2,
    gapShare: share(gapKm2, areaKm2),
    bts: sum('bts'),
    sites: sum('sites'),
    population,
    populationGap,
    populationLom: sum('populationLom'),
    populationGapShare: share(populationGap, population),
    localities,
    localitiesTrang,
    localitiesLom: sum('localitiesLom'),
    localitiesTrangShare: share(localitiesTrang, localities),
    populationEstimated: rows.some((row) => row.populationBasis === 'census-spread'),
  };
}
