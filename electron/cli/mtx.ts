import { existsSync, mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

// The command line starts anew for every command, and compiling it took a third of a short one. Compiled code is kept
// where only this user writes: in a shared temporary folder somebody else could put code in its place.
function keepCompiled(): void {
  const named = [process.env['XDG_CACHE_HOME'], process.env['LOCALAPPDATA'], join(homedir(), '.cache')];
  const caches = named.find((folder) => folder !== undefined && isAbsolute(folder));
  // Missing in the older Node of some Electron versions; without it everything is only slower.
  const enable: typeof enableCompileCache | undefined = enableCompileCache;
  if (caches === undefined || enable === undefined) return;
  const own = join(caches, 'mantianxing-review-workbench');
  const folder = join(own, 'compiled');
  try {
    // Step by step: where nothing can be made (in /proc, for one) Node's recursive way tries for ever, here and in `enable`.
    for (const step of [own, folder]) if (!existsSync(step)) mkdirSync(step, { mode: 0o700 });
  } catch {
    return;
  }
  enable(folder);
}

keepCompiled();
// The bundle lies in dist/main, beside the installation's resources.
void import('./start.ts').then(({ start }) => start(__dirname));
