// Where things lie on disk. Built-ins only: these scripts run before anything is installed.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the product: the one that holds package.json. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** A path inside the product's folder. */
export const inRoot = (...parts) => join(root, ...parts);

/** Node 24 from the npm package `node`; the real program, so that it also works where `.bin` holds shell wrappers. */
export const node24 = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Folder for what is downloaded once per user, outside the repository (XDG Base Directory Specification). */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME;
  return join(base !== undefined && base.startsWith('/') ? base : join(homedir(), '.cache'), 'mantianxing-electron');
}

/** Whether this process is root on a POSIX system. */
export const isRoot = () => process.getuid?.() === 0;

/** Whether a window can be shown: always on Windows and macOS, by the environment elsewhere. */
export function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The first of the folders of PATH that holds a program, or undefined. */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  return folders
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}
