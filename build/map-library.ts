/**
 * The map library from its published sources instead of its two bundles, which repeat each other's common parts: page and map
 * worker share one chunk, and what this page never draws is left out. A third less to load, for the same library. Development and the
 * page in one file keep the bundles.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Plugin, transformWithOxc } from 'vite';

const LIBRARY = path.dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json'));
const SOURCES = path.join(LIBRARY, 'src');
const PAGE = path.join(SOURCES, 'index.ts');
const WORKER = path.join(SOURCES, 'source/worker.ts');
const WORKER_URL = '\0map-worker-url';
/** Tiles of this form are asked for by no source of ours; a source that did would be told so in the map's error. */
const NO_TILES = '\0no-maplibre-tiles';

/** All modules of the library and what it alone imports; of these, those that its worker needs. */
const ofLibrary = new Set<string>();
const ofWorker = new Set<string>();

/** What page and worker both need, and what only the page needs; what the page's own code imports as well finds its own place. */
export const mapLibraryChunks = [
  { name: 'maplibre-common', priority: 2, test: (id: string) => ofLibrary.has(id) && ofWorker.has(id) },
  { name: 'maplibre', priority: 1, test: (id: string) => ofLibrary.has(id) },
];

export function mapLibrary(): Plugin {
  return {
    name: 'map-library',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === 'maplibre-gl') return PAGE;
      if (/^maplibre-gl\/.*-worker\.mjs\?worker&url$/.test(id)) return WORKER_URL;
      if (id === '@maplibre/mlt' && importer?.startsWith(SOURCES)) return NO_TILES;
      return null;
    },
    buildEnd() {
      const reach = (id: string, seen: Set<string>) => {
        if (seen.has(id)) return;
        seen.add(id);
        this.getModuleInfo(id)?.importedIds.forEach((imported) => reach(imported, seen));
      };
      reach(PAGE, ofLibrary);
      reach(WORKER, ofWorker);
      const all = new Set([...ofLibrary, ...ofWorker]);
      const shared = [...all].filter((id) => id !== PAGE && id !== WORKER && this.getModuleInfo(id)?.importers.some((importer) => !all.has(importer)));
      for (const id of shared) ofLibrary.delete(id);
    },
    async load(id) {
      if (id === WORKER_URL) {
        // The library starts it as a module worker, which may import the common chunk.
        const worker = this.emitFile({ type: 'chunk', id: WORKER, name: 'maplibre-gl-worker' });
        return `export default import.meta.ROLLUP_FILE_URL_${worker};`;
      }
      if (id === NO_TILES) return "export const GEOMETRY_TYPE = {}; export function decodeTile() { throw new Error('MapLibre tiles are not part of this page'); }";
      if (!id.startsWith(SOURCES) || !id.endsWith('.ts')) return null;
      // As the library builds itself: a field without a value is a type, and sets nothing.
      return transformWithOxc(readFileSync(id, 'utf8'), id, { target: 'es2022', sourcemap: false, typescript: { removeClassFieldsWithoutInitializer: true } });
    },
  };
}
