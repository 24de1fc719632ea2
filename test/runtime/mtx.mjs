// `npm run -s mtx -- <arguments>`: the command line on Node 24, built first when its sources are newer.
// Its stdout is untouched and its exit code is passed on; relative paths start from where npm was called.
import { spawnSync } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot, node24 } from './paths.mjs';
import { isStarted, main, PlainError } from './run.mjs';

/** Runs mtx in a folder, sharing our terminal. @returns its exit code. */
export function runMtx(args, folder) {
  const result = spawnSync(node24, [inRoot('dist', 'main', 'mtx.cjs'), ...args], { cwd: folder, stdio: 'inherit' });
  if (result.error !== undefined) throw new PlainError(`mtx could not be started: ${result.error.message}`);
  return result.status ?? 1;
}

if (isStarted(import.meta.url))
  await main(async () => {
    ensureInstalled();
    await ensureBuilt(['main']);
    const calledFrom = process.env.npm_lifecycle_event === 'mtx' ? process.env.INIT_CWD : undefined;
    return runMtx(process.argv.slice(2), calledFrom ?? process.cwd());
  });
