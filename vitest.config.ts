import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,golden}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000,
    // Two workers: the machines this runs on have two cores, and browser tests follow in the same run.
    maxWorkers: 2,
  },
});
