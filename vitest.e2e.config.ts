import { defineConfig } from 'vitest/config';

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
