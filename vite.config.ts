import { defineConfig, type Plugin } from 'vite';
import { firstViewPlugin } from './data/first-view-plugin.ts';

/** What the built page may load: its own folder, nothing inline, no `eval`. The development server needs more. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'";

function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY }, injectTo: 'head-prepend' }],
  };
}

/** Parts of the map library that the page does not show: their rules, most with pictures inside, are four fifths of its style sheet. */
const UNUSED_MAP_PARTS = /popup|attrib|logo|geolocate|user-location|fullscreen|compass|terrain|globe|shrink|ctrl-zoom|ctrl-icon|cooperative|search|navigation/;

function mapStyleSheet(): Plugin {
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
const treeshake = { moduleSideEffects: [{ test: /node_modules\/(clipper2-ts|robust-predicates)\//, sideEffects: false }] };

export default defineConfig({
  // Works from any sub-path of a static host.
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    sourcemap: false,
    // No data: URLs for fonts and images, so that a strict Content-Security-Policy can hold.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    // The library apart from our own code: it stays in caches when ours changes, and profiles tell the two apart.
    rolldownOptions: {
      treeshake, checks: { bundlerTimings: false },
      output: { codeSplitting: { groups: [{ name: 'maplibre', test: /node_modules\/maplibre-gl/ }] } },
    },
  },
  worker: { format: 'es', rolldownOptions: { treeshake } },
  plugins: [contentSecurityPolicy(), mapStyleSheet(), firstViewPlugin()],
});
