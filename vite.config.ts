import { defineConfig } from 'vite';

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
  },
  worker: { format: 'es' },
});
