// Install step: `npm ci` when node_modules is missing or does not match package-lock.json.
// On its own: node test/runtime/install.mjs
import { existsSync, readFileSync } from 'node:fs';
import { inRoot, node24 } from './paths.mjs';
import { isStarted, main, PlainError, runNpm, runQuietly, say } from './run.mjs';

const oldestNode = 20;

/**
 * Why an installation is needed, or undefined when node_modules matches the lock.
 * npm writes node_modules/.package-lock.json as its last act, so a broken-off installation is seen as missing.
 */
export function installNeeded() {
  const installedLock = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return 'node_modules is missing or incomplete';
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    if (found === undefined ? !entry.optional : found.version !== entry.version || found.integrity !== entry.integrity)
      return `${path.replace(/^.*node_modules\//, '')} is not the version of package-lock.json`;
  }
  const extra = Object.keys(installed).find((path) => wanted[path] === undefined);
  if (extra !== undefined) return `${extra} is not in package-lock.json`;
  return existsSync(node24) ? undefined : 'Node 24 is missing from node_modules';
}

/** Installs what package-lock.json says, if it is not there yet. Throws PlainError with what to do. */
export function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNode)
    throw new PlainError(
      `Node ${process.versions.node} is too old: install Node ${oldestNode} or newer (https://nodejs.org).`,
    );
  const reason = installNeeded();
  if (reason === undefined) return;
  if (process.platform === 'win32' && process.execPath.startsWith(inRoot('node_modules')))
    throw new PlainError(`Dependencies are out of date (${reason}). Run "npm ci" once, then the same command again.`);
  say(`Installing dependencies with npm ci (${reason}) …`);
  const result = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.code !== 0)
    throw new PlainError(
      'npm ci failed; its message is above. Check the connection to the npm registry (npm config get registry), then run the same command again.',
    );
  const remaining = installNeeded();
  if (remaining !== undefined)
    throw new PlainError(`npm ci ended, but ${remaining}. Delete node_modules and run the same command again.`);
  const version = runQuietly(node24, ['--version']);
  if (version.code !== 0)
    throw new PlainError(`Node 24 from npm does not run on this system: ${version.stderr.trim()}`);
}

if (isStarted(import.meta.url)) await main(() => ensureInstalled());
