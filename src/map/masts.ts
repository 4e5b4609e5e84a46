/** Masts of the scenario as markers that can be dragged. */
import { type Map as MapLibreMap, Marker } from 'maplibre-gl';
import type { LngLat } from '../core/model';
import type { Scene } from '../style/scene';

export class MastMarkers {
  readonly #map: MapLibreMap;
  readonly #onMove: (id: string, position: LngLat, drop: boolean) => void;
  readonly #markers = new Map<string, Marker>();
  #frame = 0;

  /** @param onMove a mast is dragged, at most once a frame; `drop`: let go */
  constructor(map: MapLibreMap, onMove: (id: string, position: LngLat, drop: boolean) => void) {
    this.#map = map;
    this.#onMove = onMove;
  }

  /** The markers themselves go with the map. */
  destroy(): void {
    cancelAnimationFrame(this.#frame);
  }

  /** Those of the scenario and no others; the one being dragged stays under the finger. */
  show(added: Scene['added']): void {
    for (const [id, marker] of this.#markers) {
      if (added.some((mast) => mast.id === id)) continue;
      marker.remove();
      this.#markers.delete(id);
    }
    for (const { id, name, position } of added) {
      let marker = this.#markers.get(id);
      if (!marker) {
        marker = this.#made(id, position);
        this.#markers.set(id, marker);
      }
      const element = marker.getElement();
      element.title = name;
      // The library's own name for it is English; where it stands can be typed in the scenario's tab.
      element.role = 'img';
      element.ariaLabel = name;
      const at = marker.getLngLat();
      if (at.lng !== position[0] || at.lat !== position[1]) marker.setLngLat(position);
    }
  }

  #made(id: string, position: LngLat): Marker {
    const element = document.createElement('div');
    element.className = 'gap-map-mast';
    const marker = new Marker({ element, anchor: 'bottom', draggable: true }).setLngLat(position).addTo(this.#map);
    const tell = (drop: boolean) => {
      const { lng, lat } = marker.getLngLat();
      this.#onMove(id, [lng, lat], drop);
    };
    marker.on('drag', () => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        tell(false);
      });
    });
    marker.on('dragend', () => {
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      tell(true);
    });
    return marker;
  }
}
