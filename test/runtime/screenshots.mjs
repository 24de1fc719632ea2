// `npm run screenshots`: pictures of every screen, made by test/e2e/screenshots.ts into screenshots/ (not in git).
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureDebianPackages } from './debian-packages.mjs';
import { withDisplay } from './display.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot, node24 } from './paths.mjs';
import { continueOnNode24, exited, main, start, toolEnvironment } from './run.mjs';

await main(async () => {
  ensureInstalled();
  continueOnNode24(fileURLToPath(import.meta.url));
  ensureDebianPackages('test');
  await ensureElectronRuntime();
  await ensureBuilt();
  const script = inRoot('test', 'e2e', 'screenshots.ts');
  return withDisplay((display) =>
    exited(start(node24, [script, ...process.argv.slice(2)], { env: { ...toolEnvironment(), ...display } })),
  );
});
