import { basename, dirname, sep } from 'node:path';
import type { SavedFile } from '#shared/ipc/app-calls.ts';
import { forgetOldest } from './grants.ts';

const capacity = 10_000;

/** Files and folders that the app wrote for a person in this run; only these are shown in the file manager. */
export type SavedFiles = {
  readonly add: (path: string) => SavedFile;
  readonly find: (id: string) => string | undefined;
};

/** Starts empty. `randomId` makes 32 hexadecimal digits; `homeFolder` is shortened to `~` in what is shown. */
export function makeSavedFiles(randomId: () => string, homeFolder: string): SavedFiles {
  const paths = new Map<string, string>();
  return {
    add: (path) => {
      const id = randomId();
      paths.set(id, path);
      forgetOldest(paths, capacity);
      return { id, name: basename(path), place: shortenPath(dirname(path), homeFolder) };
    },
    find: (id) => paths.get(id),
  };
}

/** A folder as a person knows it: the home folder as `~`. */
export function shortenPath(path: string, homeFolder: string): string {
  if (path === homeFolder) return '~';
  return path.startsWith(homeFolder + sep) ? `~${path.slice(homeFolder.length)}` : path;
}
