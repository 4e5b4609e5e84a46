/** What leaves parts of libraries out of the page, for the build in a folder and the one in one file. */
import type { Plugin } from 'vite';

/** Parts of the map library that the page does not show: their rules, most with pictures inside, are four fifths of its style sheet. */
const UNUSED_MAP_PARTS = /popup|attrib|logo|geolocate|user-location|fullscreen|compass|terrain|globe|shrink|ctrl-zoom|ctrl-icon|cooperative|search|navigation/;

export function mapStyleSheet(): Plugin {
  return {
    name: 'map-style-sheet',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('maplibre-gl.css')) return null;
      const used = (rule: string) => rule.split('{')[0]!.split(',').filter((selector) => !UNUSED_MAP_PARTS.test(selector));
      return code
        // Rules that speak of unused parts only, also those inside media queries; the queries may stay behind empty.
        .replace(/([^{}@]+)\{([^{}]*)\}/g, (rule: string, _selectors: string, body: string) => (used(rule).length > 0 ? `${used(rule).join(',')}{${body}}` : ''))
        .replace(/@media[^{}]*\{\}/g, '');
    },
  };
}

/** These are classes and functions and nothing else, but do not say so: what is not used of them can go. */
export const treeshake = { moduleSideEffects: [{ test: /node_modules\/(clipper2-ts|robust-predicates)\//, sideEffects: false }] };

/** For other countries, the poles, the whole globe and what satellites see: no file of Vietnam is in them. */
const FOREIGN_PROJECTIONS = ['sterea', 'stere', 'somerc', 'krovak', 'gnom', 'nzmg', 'eck6', 'moll', 'vandg', 'ortho', 'qsc', 'robin', 'geocent', 'tpers', 'geos', 'eqearth', 'bonne', 'ob_tran', 'poly'];

function withoutForeignProjections(code: string): string {
  return FOREIGN_PROJECTIONS.reduce((rest, name) => rest.replace(`import ${name} from './lib/projections/${name}';`, '').replace(`proj4.Proj.projections.add(${name});`, ''), code);
}

/** KML and GPX are read as XML, which knows five names of letters; HTML's are two thousand. */
const withoutHtmlEntities = (code: string) => code.replace(/exports\.HTML_ENTITIES = freeze\(\{[\s\S]*?\}\);/, 'exports.HTML_ENTITIES = exports.XML_ENTITIES;');

const SHORTENED: readonly [module: string, shorten: (code: string) => string][] = [
  ['/@xmldom/xmldom/lib/entities.js', withoutHtmlEntities],
  ['/proj4/projs.js', withoutForeignProjections],
  // Military grid references.
  ['/mgrs/mgrs.js', () => 'export const forward = null, inverse = null, toPoint = null; export default {};'],
];

/** What libraries bring and no file needs that this project is for; the command keeps all. For the page's and the worker's plugins. */
export function unusedParts(): Plugin {
  return {
    name: 'unused-parts',
    enforce: 'pre',
    transform(code, id) {
      const shorten = SHORTENED.find(([module]) => id.endsWith(module))?.[1];
      if (!shorten) return null;
      const shorter = shorten(code);
      if (shorter === code) throw new Error(`${id}: nothing found to leave out`);
      return shorter;
    },
  };
}
