/** Which of the communes contains a point, by the application's own index. */
import { createCommuneIndex } from '../src/core/commune-index';
import type { LngLat, MultiPolygonRings } from '../src/core/model';
import { pointInRing } from '../src/core/overlay';

export interface NamedArea {
  code: string;
  geometry: MultiPolygonRings;
}

export function communeLookup(areas: readonly NamedArea[]): (position: LngLat) => string | null {
  const index = createCommuneIndex(areas.map(({ code, geometry }) => ({ code, geometry, name: '', population: null })));
  return (position) => index.locate(position)?.code ?? null;
}

export function contains(geometry: MultiPolygonRings, position: LngLat): boolean {
  return geometry.some((polygon) => polygon.reduce((inside, ring) => inside !== pointInRing(position, ring), false));
}
