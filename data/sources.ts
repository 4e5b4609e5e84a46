/** Stage 1: ../shared/sources → boundaries, old units, fibre endpoints, indicators and their provenance. */
import { pathToFileURL } from 'node:url';
import { boundaries, communesOf, sourceCommunes, topologyText } from './boundaries';
import { peopleByCommune } from './census-shares';
import { communeLookup } from './commune-lookup';
import { fibreEndpoints } from './fibre';
import { indicators, indicatorsText } from './indicators';
import { oldUnits } from './old-units';
import { readSource } from './places';
import { PROVENANCE_FILE, provenanceText } from './provenance';
import { sourcesProvenance } from './sources-provenance';
import { jsonLines, writePublic, type FileTexts } from './write';

export function sourceFiles(): FileTexts {
  const units = oldUnits();
  const { topology, report } = boundaries(sourceCommunes(readSource('communes-2025.geojson')), (code) => {
    const parts = units.flatMap((unit) => peopleByCommune(unit).filter((p) => p.code === code).map((p) => ({ ...p, old: unit.code })));
    return { population: parts.reduce((n, p) => n + p.population, 0), oldUnits: parts.map((p) => p.old) };
  });
  const areas = communesOf(topology).map(({ properties, geometry }) => ({ code: properties.code, geometry }));
  const fibre = fibreEndpoints(units, communeLookup(areas));
  const figures = indicators();
  return {
    'communes.topo.json': topologyText(topology),
    'old-units.json': jsonLines(units),
    'fibre.json': jsonLines(fibre),
    'indicators.json': indicatorsText(figures),
    [PROVENANCE_FILE]: provenanceText(sourcesProvenance(report, units, fibre, figures)),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writePublic(sourceFiles());
