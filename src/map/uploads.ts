/** What of the scene the map's sources have, and what they still wait for. */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { placeOfName, RECIPES, type SourceName, SOURCES } from '../style/features';
import type { Scene } from '../style/scene';
import { breather } from './breather';

export class SourceUploads {
  readonly #map: MapLibreMap;
  readonly #sceneNow: () => Scene;
  readonly #onFirst: () => void;
  /** Parts of the scene as last uploaded, by source. */
  #uploaded = new Map<SourceName, readonly unknown[]>();
  readonly #waiting = new Set<SourceName>();
  #running = false;
  #firstTold = false;
  #destroyed = false;

  /** @param onFirst once, when the communes have been uploaded with all that waited with them */
  constructor(map: MapLibreMap, sceneNow: () => Scene, onFirst: () => void) {
    this.#map = map;
    this.#sceneNow = sceneNow;
    this.#onFirst = onFirst;
  }

  destroy(): void {
    this.#destroyed = true;
  }

  /** The sources have lost what they had. */
  forget(): void {
    this.#uploaded = new Map();
  }

  /** Uploads what differs, one source after another, and lets the browser breathe between them. */
  follow(): void {
    const scene = this.#sceneNow();
    for (const name of SOURCES) {
      if (!sameParts(RECIPES[name].parts(scene), this.#uploaded.get(name))) this.#waiting.add(name);
    }
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const breathe = breather();
    try {
      for (let name = this.#next(); name; name = this.#next()) {
        if (name === 'names') {
          for (const { commune } of this.#sceneNow().communes) {
            placeOfName(commune.geometry);
            await breathe();
          }
        }
        if (this.#destroyed) return;
        this.#waiting.delete(name);
        const { parts, features } = RECIPES[name];
        const scene = this.#sceneNow();
        const source = this.#map.getSource<GeoJSONSource>(name);
        if (!source) continue;
        const made = parts(scene);
        // The first upload of an empty list would only repeat the empty source.
        const old = this.#uploaded.get(name);
        this.#uploaded.set(name, made);
        if (old === undefined && made.length === 0) continue;
        void source.setData(features(scene));
        await breathe();
      }
    } finally {
      this.#running = false;
    }
    if (this.#firstTold || this.#sceneNow().communes.length === 0) return;
    this.#firstTold = true;
    this.#onFirst();
  }

  #next(): SourceName | undefined {
    return SOURCES.find((name) => this.#waiting.has(name));
  }
}

function sameParts(a: readonly unknown[], b: readonly unknown[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((part, i) => part === b[i]);
}
