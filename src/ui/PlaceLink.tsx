import type { LngLat } from '../core/model';
import { flyTo } from '../state/flight';
import { view } from '../state/view';

/** A name that leads to its place on the map; where there is no map, or no place, the name alone. `first`: to be done before the map moves. */
export function PlaceLink({ name, at, zoom, first }: { name: string; at: LngLat | null | undefined; zoom: number; first?: () => void }) {
  if (!at || view.value.textOnly) return <>{name}</>;
  return <button type="button" class="link" onClick={() => { first?.(); flyTo(at, zoom); }}>{name}</button>;
}
