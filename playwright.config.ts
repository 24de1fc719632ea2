import { defineConfig } from '@playwright/test';

// End-to-end tests in real Electron windows: `npm test -- e2e` brings Electron, a display and a build.
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  // A trace without its film: drawing that takes a good part of two cores, and the last picture is kept anyway.
  use: { trace: { mode: 'retain-on-failure', screenshots: false }, screenshot: 'only-on-failure' },
});
