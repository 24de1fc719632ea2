// `npm run bench`: bundles test/bench/bench.ts as the product is bundled (SQL and data files included) and runs it on
// Node 24, with Electron and a display at hand. Arguments after `--` reach it.
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureDebianPackages } from './debian-packages.mjs';
import { withDisplay } from './display.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot, node24 } from './paths.mjs';
import { continueOnNode24, exited, main, PlainError, start, toolEnvironment } from './run.mjs';

await main(async () => {
  ensureInstalled();
  continueOnNode24(fileURLToPath(import.meta.url));
  ensureDebianPackages('test');
  await ensureElectronRuntime();
  await ensureBuilt();
  const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...toolEnvironment(), NODE_ENV: 'production' };
  const code = await exited(start(node24, [vite, 'build', '--mode', 'bench'], { stdio: ['ignore', 2, 2], env }));
  if (code !== 0) throw new PlainError('The build of test/bench/bench.ts failed; the message is above.');
  const script = inRoot('dist', 'bench', 'bench.mjs');
  const args = ['--expose-gc', script, ...process.argv.slice(2)];
  return withDisplay((display) => exited(start(node24, args, { env: { ...env, ...display } })));
});
