import { defineConfig } from 'vitest/config';

// Unit, property, fault and architecture tests. Windows are tested by Playwright: playwright.config.ts, test/e2e/.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    // Real files, real cryptography, two busy cores: a limit only for what hangs, never a measure of speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
    coverage: {
      provider: 'v8',
      reportsDirectory: 'coverage',
      reporter: ['text-summary', 'html', 'json-summary'],
      include: ['shared/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}'],
      // What needs a window or is the composition of processes is covered by the end-to-end tests.
      exclude: ['electron/main.ts', 'electron/app/**', 'renderer/main.tsx', '**/*.d.ts'],
    },
  },
});
