import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

// The command line starts anew for every command, and compiling it took a third of a short one. Compiled code is kept
// where only this user writes: in a shared temporary folder somebody else could put code in its place.
const caches = process.env['XDG_CACHE_HOME'] ?? process.env['LOCALAPPDATA'] ?? join(homedir(), '.cache');
// Missing in the older Node of some Electron versions; without it everything is only slower.
const enable: typeof enableCompileCache | undefined = enableCompileCache;
enable?.(join(caches, 'mantianxing-review-workbench', 'compiled'));

// The bundle lies in dist/main, beside the installation's resources.
void import('./start.ts').then(({ start }) => start(__dirname));
