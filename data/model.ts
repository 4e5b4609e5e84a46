/** Stage 2: what is committed in public/data → modelled hamlets, stations and coverage claims, with their provenance. */
import { pathToFileURL } from 'node:url';
import type { OldUnit } from '../src/core/model';
import type { CommuneTopology } from './boundaries';
import { claimedCoverage, type Claim } from './claimed-coverage';
import { hamlets, type Hamlet } from './hamlets';
import { landOf } from './land';
import { modelProvenance } from './model-provenance';
import { readPublic } from './places';
import { PROVENANCE_FILE, provenanceText } from './provenance';
import { reachedBy, stations, type Station } from './stations';
import { csvText, writePublic, type FileTexts } from './write';

const MODELLED_NOTE = 'mô phỏng';

export function modelFiles(): FileTexts {
  const land = landOf(JSON.parse(readPublic('communes.topo.json')) as CommuneTopology);
  const units = JSON.parse(readPublic('old-units.json')) as OldUnit[];
  const places = hamlets(units, land);
  const masts = stations(places, land);
  const claims = claimedCoverage(masts, land);
  return {
    'localities.csv': localitiesText(places),
    'sites.csv': sitesText(masts),
    'coverage.geojson': coverageText(claims),
    [PROVENANCE_FILE]: provenanceText(modelProvenance({ places, masts, claims, units, reached: reachedBy(masts, places) })),
  };
}

const degrees = (value: number) => value.toFixed(5);

function localitiesText(places: readonly Hamlet[]): string {
  return csvText(
    ['locality_id', 'name', 'commune_code', 'lat', 'lng', 'households', 'population', 'note', 'old_code'],
    places.map((h) => ({
      locality_id: h.id,
      name: h.name,
      commune_code: h.communeCode,
      lat: degrees(h.position[1]),
      lng: degrees(h.position[0]),
      households: h.households,
      population: h.population,
      note: MODELLED_NOTE,
      old_code: h.oldCode,
    })),
  );
}

function sitesText(masts: readonly Station[]): string {
  return csvText(
    ['site_id', 'name', 'lat', 'lng', 'technology', 'operator'],
    masts.map((s) => ({
      site_id: s.siteId,
      name: s.name,
      lat: degrees(s.position[1]),
      lng: degrees(s.position[0]),
      technology: s.technology,
      operator: s.operator,
    })),
  );
}

function coverageText(claims: readonly Claim[]): string {
  const features = claims.map(({ technology, operator, geometry }) => JSON.stringify({
    type: 'Feature',
    properties: { technology, operator, kind: 'claimed', note: MODELLED_NOTE },
    geometry: { type: 'MultiPolygon', coordinates: geometry },
  }));
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writePublic(modelFiles());
