/** Which kinds of data can be held against a newer version; apart from the comparison itself, so that the page need not load that. */
import type { Cell, CoverageArea, DatasetKind, FibreEndpoint, FibreRoute, Locality } from './model';

/** The kinds whose rows have an identity from one version to the next, and their rows. */
export interface ComparedRows {
  sites: Cell;
  fibre: FibreEndpoint;
  routes: FibreRoute;
  localities: Locality;
  coverage: CoverageArea;
}

export type ComparedKind = keyof ComparedRows;

/** The fields that make a row the same one in both versions. */
export const IDENTITY: { [K in ComparedKind]: readonly (keyof ComparedRows[K])[] } = {
  sites: ['siteId', 'technology', 'operator', 'bandMhz', 'azimuthDeg'],
  fibre: ['fibreId'],
  routes: ['routeId'],
  localities: ['localityId'],
  coverage: ['technology', 'operator', 'kind'],
};

/** Readings have no identity, and communes are the ground that everything else is told by. */
export function isComparedKind(kind: DatasetKind): kind is ComparedKind {
  return Object.hasOwn(IDENTITY, kind);
}
