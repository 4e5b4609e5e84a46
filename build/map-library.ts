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

/**
 * What our style never asks for (`src/style/style.ts`: background, fill, line, circle and symbol from GeoJSON, on a plain map):
 * other kinds of layers and sources, terrain, the globe, drawings for the library's own developers. These modules keep
 * their names and lose their content; whoever used one is told so by an error.
 */
const UNUSED = [
  /^geo\/projection\/(globe|vertical_perspective)_(transform|camera_helper|projection|covering_tiles_details_provider)$/,
  /^render\/terrain$|^tile\/terrain_tile_manager$|^webgl\/render_to_texture$/,
  /^webgl\/draw\/draw_(terrain|heatmap|hillshade|color_relief|fill_extrusion|raster|custom|debug|collision_debug)$/,
  /^webgl\/program\/(hillshade|fill_extrusion|color_relief|heatmap|raster|debug|collision)_program$/,
  /^style\/style_layer\/(heatmap|hillshade|color_relief|fill_extrusion|raster|custom)_style_layer$/,
  /^source\/((vector|raster|raster_dem)_tile|image|video|canvas)_source$|^source\/raster_dem_tile_worker_source$/,
  /^ui\/control\/(attribution|logo)_control$|^ui\/hash$/,
  /^shaders\/glsl\/(_projection_globe|atmosphere|collision_box|collision_circle|color_relief|debug|depth|fill_extrusion|fill_extrusion_pattern|heatmap|heatmap_texture|hillshade|hillshade_prepare|raster|terrain|terrain_depth|terrain_height)\.(vertex|fragment)\.glsl\.g$/,
];

/** The module's names without what is behind them: questions for one of a kind are answered no, the rest says what it is. */
function withoutContent(source: string): string {
  const declared = [...source.matchAll(/^export (?:abstract class|class|async function|function|const|let) (\w+)/gm)].map(([, name]) => name!);
  const listed = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names]) => names!.split(',').map((name) => name.trim())).filter((name) => /^\w+$/.test(name));
  const emptied = [...declared, ...listed].map((name) =>
    /^is[A-Z]/.test(name) ? `export function ${name}() { return false; }` : `export function ${name}() { throw new Error('${name} is not part of this page'); }`);
  return [...emptied, ...(/^export default /m.test(source) ? ["export default '';"] : [])].join('\n');
}

/** Our style is made by one function and held against the specification in `tests/unit/style-style.test.ts`, not at every visit. */
function withoutValidators(source: string): string {
  const shorter = source.replace(/, validateStyleMin\} from .*/, "} from '@maplibre/maplibre-gl-style-spec';\nconst passes = () => [];\nconst validateStyleMin = new Proxy(passes, { get: () => passes });");
  if (shorter === source) throw new Error('style/validate_style: its validators were not found');
  return shorter;
}

/** Expressions that measure shapes, which our style does not. */
const UNUSED_EXPRESSIONS = /maplibre-gl-style-spec\/dist\/expression\/definitions\/(distance|within)\.mjs$/;

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
      if (UNUSED_EXPRESSIONS.test(id)) return withoutContent(readFileSync(id, 'utf8'));
      if (!id.startsWith(SOURCES) || !id.endsWith('.ts')) return null;
      const source = readFileSync(id, 'utf8');
      const name = path.relative(SOURCES, id).split(path.sep).join('/').slice(0, -'.ts'.length);
      if (UNUSED.some((unused) => unused.test(name))) return withoutContent(source);
      const code = name === 'style/validate_style' ? withoutValidators(source) : source;
      // As the library builds itself: a field without a value is a type, and sets nothing.
      return transformWithOxc(code, id, { target: 'es2022', sourcemap: false, typescript: { removeClassFieldsWithoutInitializer: true } });
    },
  };
}
