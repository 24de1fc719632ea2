// `npm start`: installs, builds and opens the application. Without a display it runs the demonstration on the command
// line and says where the results lie. Arguments after `--` reach the application: npm start -- task.mtxtask
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureDebianPackages } from './debian-packages.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { ensureInstalled } from './install.mjs';
import { runMtx } from './mtx.mjs';
import { hasDisplay, inRoot, root } from './paths.mjs';
import { continueOnNode24, exited, main, say, start } from './run.mjs';

async function runDemonstration() {
  await ensureBuilt(['main']);
  const folder = inRoot('demo-output', new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-'));
  say('No display: running the demonstration on the command line instead of opening a window.');
  const code = runMtx(['demo', '--kind', 'all', '--out', folder], root);
  if (code === 0) say(`\nThe results lie in ${folder}`);
  return code;
}

async function openApplication() {
  ensureDebianPackages('start');
  const { executable, args } = await ensureElectronRuntime();
  await ensureBuilt();
  return exited(start(executable, [...args, ...process.argv.slice(2)], { cwd: process.env.INIT_CWD ?? root }));
}

await main(() => {
  ensureInstalled();
  continueOnNode24(fileURLToPath(import.meta.url));
  return hasDisplay() ? openApplication() : runDemonstration();
});
