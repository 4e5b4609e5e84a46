import { defineConfig, type Plugin } from 'vite';
import { firstViewPlugin } from './build/first-view.ts';
import { offline } from './build/offline.ts';
import { licences, noteLibraries } from './build/licences.ts';
import { mapLibrary, mapLibraryChunks } from './build/map-library.ts';
import { mapStyleSheet, treeshake, unusedParts } from './build/page-parts.ts';
import { pageText } from './build/page-text.ts';
import { SINGLE_FILE_NAME, singleFile } from './build/single-file.ts';
import { packedShapes } from './build/packed-shapes.ts';

/** What the built page may load: its own folder, nothing inline, no `eval`. The development server needs more. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY }, injectTo: 'head-prepend' }],
  };
}

/** The page in one file, which the page fills in when a reader takes it along; fetched then, never before. */
function singleFileTemplate(): Plugin {
  return {
    name: 'single-file-template',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: SINGLE_FILE_NAME, source: await singleFile() });
    },
  };
}

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
      output: { codeSplitting: { groups: mapLibraryChunks, includeDependenciesRecursively: false } },
    },
  },
  worker: { format: 'es', rolldownOptions: { treeshake }, plugins: () => [unusedParts(), noteLibraries()] },
  plugins: [pageText(), contentSecurityPolicy(), mapLibrary(), mapStyleSheet(), unusedParts(), firstViewPlugin(), packedShapes(), singleFileTemplate(), noteLibraries(), licences(), offline()],
});
