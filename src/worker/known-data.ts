/** What a page tells of the data without having their rows: names, counts, sources. */
import { type Commune, TECHNOLOGIES, type OldUnit, type Provenance, type Technology } from '../core/model';
import { compareText } from '../core/text-order';
import type { Indicators } from '../formats/bundled-files';
import type { DatasetInfo, ProjectData } from './protocol';

export interface KnownData {
  datasets: Omit<DatasetInfo, 'rows'>[];
  communes: Pick<Commune, 'code' | 'name'>[];
  oldUnits: OldUnit[];
  indicators: Indicators;
  /** ISO date of the bundled stations and figures. */
  dataDate: string;
  provenance: Provenance[];
  /** Operators of the sources in use, in a fixed order. */
  operators: string[];
  /** Active stations by technology, each operator's counted once a site. */
  stations: Record<Technology, number>;
  /** Fibre endpoints, each counted once. */
  fibreEndpoints: number;
}

export function knownOf({ datasets, communes, oldUnits, indicators, dataDate, provenance, cells, coverage, measurements, fibre }: ProjectData): KnownData {
  const stations = TECHNOLOGIES.map((technology): [Technology, number] => {
    const active = cells.filter((cell) => cell.status === 'active' && cell.technology === technology);
    return [technology, new Set(active.map((cell) => `${cell.operator} ${cell.siteId}`)).size];
  });
  return {
    datasets, communes, oldUnits, indicators, dataDate, provenance,
    operators: [...new Set([...cells, ...coverage, ...measurements].flatMap((row) => row.operator ?? []))].sort(compareText),
    stations: Object.fromEntries(stations) as Record<Technology, number>,
    fibreEndpoints: new Set(fibre.map((endpoint) => endpoint.fibreId)).size,
  };
}
