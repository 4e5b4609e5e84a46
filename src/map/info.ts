/** What the map tells about a place under the pointer, or in the middle for the keyboard: plain data, no words. */
import type { MapGeoJSONFeature } from 'maplibre-gl';
import type { HamletState } from '../core/hamlets';
import { type GapState, type LngLat, type Technology } from '../core/model';
import type { CommuneOnMap, OldCentreOnMap, Scene } from '../style/scene';

interface Place {
  lngLat: LngLat;
  /** CSS pixels from the left top of the map. */
  point: { x: number; y: number };
  /** Code of the commune there; null outside. */
  communeCode: string | null;
}

export type MapInfo = Place &
  (
    | { kind: 'commune' | 'gap'; name: string; state: GapState | null; gapShare: number | null; gapKm2: number | null }
    | { kind: 'bts'; siteId: string; name: string; technology: Technology; operators: string[] }
    /** Stations too near each other to be drawn apart. */
    | { kind: 'cluster'; bts: number }
    | { kind: 'fibre'; fibreId: string; name: string; positionNote: string | null }
    | { kind: 'old-centre'; code: string; name: string; signal: OldCentreOnMap['signal'] }
    | { kind: 'route'; routeId: string; operator: string | null }
    /** By its order, from 1. */
    | { kind: 'proposed'; order: number; name: string; stands: boolean }
    | { kind: 'hamlet'; localityId: string; name: string; state: HamletState | null; population: number | null }
  );

/** Layers that answer to the pointer, from the top of the drawing down; the first that is hit wins. */
export const POINTED_LAYERS = ['proposed', 'old-centres', 'bts', 'bts-cluster', 'fibre', 'hamlets', 'routes', 'gaps-fill', 'communes'] as const;

/** From the features under the pointer to what is told; null outside the communes. */
export function infoOf(features: readonly MapGeoJSONFeature[], scene: Scene, lngLat: LngLat, point: { x: number; y: number }): MapInfo | null {
  const land = features.find((f) => f.layer.id === 'communes');
  const communeCode = land ? String(land.properties['code']) : null;
  const place: Place = { lngLat, point, communeCode };
  for (const layer of POINTED_LAYERS) {
    const hit = features.find((f) => f.layer.id === layer);
    if (!hit) continue;
    const p = hit.properties as Record<string, string | number | undefined>;
    const text = (key: string): string => String(p[key] ?? '');
    switch (layer) {
      case 'hamlets': {
        const state = text('state');
        return {
          ...place, kind: 'hamlet', localityId: text('localityId'), name: text('name'),
          state: state === 'unknown' ? null : (state as HamletState), population: p['population'] === undefined ? null : Number(p['population']),
        };
      }
      case 'bts':
        return {
          ...place, kind: 'bts', siteId: text('siteId'), name: text('name'), technology: text('technology') as Technology,
          operators: text('operators').split('|'),
        };
      case 'proposed':
        return { ...place, kind: 'proposed', order: Number(p['order']), name: text('name'), stands: Number(p['stands']) === 1 };
      case 'fibre':
        return { ...place, kind: 'fibre', fibreId: text('fibreId'), name: text('name'), positionNote: text('positionNote') || null };
      case 'old-centres':
        return { ...place, kind: 'old-centre', code: text('code'), name: text('name'), signal: text('signal') as OldCentreOnMap['signal'] };
      case 'routes':
        return { ...place, kind: 'route', routeId: text('routeId'), operator: text('operator') || null };
      case 'bts-cluster':
        return { ...place, kind: 'cluster', bts: Number(p['bts']) };
      default: {
        const code = communeCode ?? text('code');
        const commune = scene.communes.find((c) => c.commune.code === code);
        return commune ? { ...place, ...communeInfo(commune, layer === 'gaps-fill' ? 'gap' : 'commune') } : null;
      }
    }
  }
  return null;
}

function communeInfo({ commune, state, gapShare, gapKm2 }: CommuneOnMap, kind: 'commune' | 'gap') {
  return { kind, communeCode: commune.code, name: commune.name, state, gapShare, gapKm2 };
}
