import { defineConfig } from 'vitest/config';

// Pages are built as `npm run build` does: under the runner's own NODE_ENV they would be pages for development, with names of
// source files in them.
process.env['NODE_ENV'] = 'production';

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/setup.ts'],
    // Software drawing of the map takes what two cores have; one page at a time.
    maxWorkers: 1,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    retry: 0,
  },
});
