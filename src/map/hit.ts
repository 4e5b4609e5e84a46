/** What is drawn at a point of the map's canvas, in CSS pixels. */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../core/model';
import type { Scene } from '../style/scene';
import { infoOf, type MapInfo, POINTED_LAYERS } from './info';

interface Point {
  x: number;
  y: number;
}

/** Around the pointer, in which a symbol counts as hit. */
const REACH = 5;
const LAND = ['gaps-fill', 'communes'];
const SYMBOLS = POINTED_LAYERS.filter((layer) => !LAND.includes(layer));

const around = ({ x, y }: Point): [[number, number], [number, number]] => [[x - REACH, y - REACH], [x + REACH, y + REACH]];

export function infoAt(map: MapLibreMap, scene: Scene, { x, y }: Point): MapInfo | null {
  if (!map.isStyleLoaded() && !map.getLayer('communes')) return null;
  const symbols = map.queryRenderedFeatures(around({ x, y }), { layers: SYMBOLS });
  const land = map.queryRenderedFeatures([x, y], { layers: LAND });
  const { lng, lat } = map.unproject([x, y]);
  return infoOf([...symbols, ...land], scene, [lng, lat], { x, y });
}

/** Where a cluster of stations lies, and from which zoom it comes apart; null where there is none. */
export async function clusterAt(map: MapLibreMap, point: Point): Promise<{ center: LngLat; zoom: number } | null> {
  const [cluster] = map.queryRenderedFeatures(around(point), { layers: ['bts-cluster'] });
  const id: unknown = cluster?.properties['cluster_id'];
  if (!cluster || cluster.geometry.type !== 'Point' || typeof id !== 'number') return null;
  const zoom = await map.getSource<GeoJSONSource>('bts')?.getClusterExpansionZoom(id).catch(() => null);
  return typeof zoom === 'number' ? { center: cluster.geometry.coordinates as LngLat, zoom } : null;
}
