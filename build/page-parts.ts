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
