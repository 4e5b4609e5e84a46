/** Scene → GeoJSON, one function a source. Sources are uploaded anew only when what they are made of changed. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { areaKm2 } from '../core/ellipsoid';
import { signalLevel } from '../core/measured';
import { type LngLat, type MultiPolygonRings, TECHNOLOGIES, type Technology } from '../core/model';
import { poleOfInaccessibility } from '../core/pole';
import { mastSlot } from './mast-slots';
import { provinceBorder } from './province-border';
import type { Scene } from './scene';

export const SOURCES = ['communes', 'border', 'gaps', 'no-data', 'names', 'coverage', 'measurements', 'conflicts', 'routes', 'bts', 'fibre', 'hamlets', 'districts', 'old-centres', 'changes', 'marks', 'proposed'] as const;
export type SourceName = (typeof SOURCES)[number];

interface SourceRecipe {
  /** The objects that the source is made of; the same ones again mean the same features. */
  parts(scene: Scene): readonly unknown[];
  features(scene: Scene): FeatureCollection;
}

/** How each source is made, in the order in which a reader wants to see them. */
export const RECIPES: Readonly<Record<SourceName, SourceRecipe>> = {
  communes: { parts: (scene) => scene.communes.map((c) => c.commune), features: communeFeatures },
  border: { parts: (scene) => scene.communes.map((c) => c.commune), features: borderFeatures },
  gaps: { parts: (scene) => scene.communes.flatMap((c) => (c.gap.length > 0 ? [c.commune, c.gap] : [])), features: gapFeatures },
  'no-data': { parts: (scene) => scene.communes.flatMap((c): unknown[] => (c.state === 'no-data' ? [c.commune] : c.unknown.length > 0 ? [c.unknown] : [])), features: noDataFeatures },
  names: { parts: (scene) => scene.communes.map((c) => c.commune), features: nameFeatures },
  coverage: { parts: (scene) => [scene.coverage], features: coverageFeatures },
  measurements: { parts: (scene) => [scene.measurements, scene.measuredRule], features: measurementFeatures },
  conflicts: { parts: (scene) => [scene.conflicts], features: conflictFeatures },
  routes: { parts: (scene) => [scene.routes], features: routeFeatures },
  bts: { parts: (scene) => [scene.cells], features: btsFeatures },
  fibre: { parts: (scene) => [scene.fibre], features: fibreFeatures },
  hamlets: { parts: (scene) => [scene.hamlets], features: hamletFeatures },
  districts: { parts: (scene) => [scene.districts], features: districtFeatures },
  'old-centres': { parts: (scene) => [scene.oldCentres], features: oldCentreFeatures },
  changes: { parts: (scene) => [scene.changes], features: ({ changes }) => collection(changes.map(({ kind, geometry }) => feature(geometry, { kind }))) },
  proposed: { parts: (scene) => [scene.proposed], features: proposedFeatures },
  marks: { parts: (scene) => [scene.largestGapPoint?.[0], scene.largestGapPoint?.[1]], features: markFeatures },
};

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
const feature = (geometry: Geometry, properties: Record<string, string | number>): Feature => ({ type: 'Feature', geometry, properties });
const point = (position: LngLat): Geometry => ({ type: 'Point', coordinates: position });
const area = (geometry: MultiPolygonRings): Geometry => ({ type: 'MultiPolygon', coordinates: geometry });

/** Land of the communes; `code` is the id under which the map keeps state, hover and selection. */
function communeFeatures(scene: Scene): FeatureCollection {
  return collection(scene.communes.map(({ commune }) => feature(area(commune.geometry), { code: commune.code, name: commune.name })));
}

/** The outline of all communes together. */
function borderFeatures(scene: Scene): FeatureCollection {
  const lines = provinceBorder(scene.communes.map((c) => c.commune.geometry));
  return collection(lines.length > 0 ? [feature({ type: 'MultiLineString', coordinates: lines }, {})] : []);
}

/** Gap polygons, a feature for each commune that has some. */
function gapFeatures(scene: Scene): FeatureCollection {
  return collection(scene.communes.flatMap(({ commune, gap }) => (gap.length > 0 ? [feature(area(gap), { code: commune.code })] : [])));
}

/** Communes, or parts of them, for which the question shown has no data. */
function noDataFeatures(scene: Scene): FeatureCollection {
  return collection(
    scene.communes.flatMap(({ commune, state, unknown }) => {
      const geometry = state === 'no-data' ? commune.geometry : unknown;
      return geometry.length > 0 ? [feature(area(geometry), { code: commune.code })] : [];
    }),
  );
}

/** A point for each commune's name, where the commune is widest; larger communes come first where there is no room for all. */
function nameFeatures(scene: Scene): FeatureCollection {
  return collection(
    scene.communes.map(({ commune }) => {
      const { position, areaKm2 } = placeOfName(commune.geometry);
      return feature(point(position), { code: commune.code, name: commune.name, shortName: commune.name.replace(/^X\u00e3 /, ''), areaKm2 });
    }),
  );
}

const placesOfNames = new WeakMap<MultiPolygonRings, { position: LngLat; areaKm2: number }>();

/** Where a commune's name stands; kept as long as the geometry lives, since it takes about a millisecond. */
export function placeOfName(geometry: MultiPolygonRings): { position: LngLat; areaKm2: number } {
  let place = placesOfNames.get(geometry);
  if (!place) {
    const sizes = geometry.map((polygon) => areaKm2([polygon]));
    const largest = geometry[sizes.indexOf(Math.max(...sizes))]!;
    place = { position: poleOfInaccessibility(largest), areaKm2: Math.round(sizes.reduce((sum, size) => sum + size, 0)) };
    placesOfNames.set(geometry, place);
  }
  return place;
}

/** Coverage polygons as given. */
function coverageFeatures(scene: Scene): FeatureCollection {
  return collection(scene.coverage.map(({ geometry, technology, operator, kind }) => feature(area(geometry), { technology, operator, kind })));
}

/** Readings that contradict a claim. */
function conflictFeatures({ conflicts }: Scene): FeatureCollection {
  return collection(conflicts.map(({ reading, kind }) => feature(point(reading.position), { kind })));
}

/** Readings with their level. */
function measurementFeatures({ measurements, measuredRule }: Scene): FeatureCollection {
  return collection(measurements.map(({ position, technology, signalDbm }) => feature(point(position), { technology, signalDbm, level: signalLevel(technology, signalDbm, measuredRule) })));
}

/**
 * One symbol for each technology of each mast: operators that share both are one symbol and counted in `count`
 * (of BTS). `slot` tells the symbols of one mast apart; see `MAST_SLOTS`.
 */
function btsFeatures(scene: Scene): FeatureCollection {
  const masts = new Map<string, { name: string; position: LngLat; operators: Map<Technology, Set<string>> }>();
  for (const cell of scene.cells) {
    let mast = masts.get(cell.siteId);
    if (!mast) masts.set(cell.siteId, (mast = { name: cell.name, position: cell.position, operators: new Map() }));
    const operators = mast.operators.get(cell.technology);
    if (operators) operators.add(cell.operator);
    else mast.operators.set(cell.technology, new Set([cell.operator]));
  }
  const features: Feature[] = [];
  for (const [siteId, { name, position, operators }] of masts) {
    const here = TECHNOLOGIES.filter((t) => operators.has(t));
    here.forEach((technology, i) => {
      const names = [...operators.get(technology)!];
      features.push(
        feature(point(position), {
          siteId, name, technology, operators: names.join('|'), count: names.length, slot: mastSlot(here.length, i), technologiesAtMast: here.length,
        }),
      );
    });
  }
  return collection(features);
}

/** Fibre endpoints that have a position. */
function fibreFeatures(scene: Scene): FeatureCollection {
  return collection(
    scene.fibre.flatMap(({ fibreId, name, position, positionNote }) =>
      position ? [feature(point(position), { fibreId, name, positionNote: positionNote ?? '' })] : [],
    ),
  );
}

/** Fibre routes as lines. */
function routeFeatures({ routes }: Scene): FeatureCollection {
  return collection(routes.map(({ routeId, operator, status, lines }) => feature({ type: 'MultiLineString', coordinates: lines }, { routeId, operator: operator ?? '', status })));
}

/** Hamlets with their state; `unknown` where the question has no data. */
function hamletFeatures(scene: Scene): FeatureCollection {
  return collection(
    scene.hamlets.map(({ locality, state }) => {
      const properties: Record<string, string | number> = { localityId: locality.localityId, name: locality.name, state: state ?? 'unknown' };
      if (locality.population !== null) properties['population'] = locality.population;
      if (locality.communeCode !== null) properties['code'] = locality.communeCode;
      return feature(point(locality.position), properties);
    }),
  );
}

/** The outline of each district's communes together, and a point for its name in their middle. */
function districtFeatures({ districts }: Scene): FeatureCollection {
  return collection(
    districts.flatMap(({ name, communes }) => {
      const places = communes.map((commune) => placeOfName(commune.geometry));
      const whole = places.reduce((sum, place) => sum + place.areaKm2, 0);
      const mean = (axis: 0 | 1) => places.reduce((sum, place) => sum + place.position[axis] * place.areaKm2, 0) / whole;
      return [
        feature({ type: 'MultiLineString', coordinates: provinceBorder(communes.map((commune) => commune.geometry)) }, { name }),
        feature(point([mean(0), mean(1)]), { name }),
      ];
    }),
  );
}

/** Centres of old units that have a position, with the signal there. */
function oldCentreFeatures({ oldCentres }: Scene): FeatureCollection {
  return collection(oldCentres.map(({ code, name, position, signal }) => feature(point(position), { code, name, signal })));
}

/** Proposed masts with their number. */
function proposedFeatures({ proposed }: Scene): FeatureCollection {
  return collection(proposed.map(({ order, name, position, stands, picked }) => feature(point(position), { order, name, stands: Number(stands), picked: Number(picked) })));
}

/** The largest gap of the open commune. */
function markFeatures(scene: Scene): FeatureCollection {
  return collection(scene.largestGapPoint ? [feature(point(scene.largestGapPoint), {})] : []);
}
