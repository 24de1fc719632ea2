import { basename } from 'node:path';
import { statSync } from 'node:fs';
import type { Grant } from '#shared/ipc/app-calls.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { IpcCode } from '#shared/ipc/sentences.ts';

/** Grants kept at most; the oldest expire first. Twice the most files that one call takes. */
const capacity = 20_000;

/** The paths that a person let the app use in this run, by the ids that the window knows them by. */
export type Grants = {
  /** Grants the use of a path; null when nothing is there. */
  readonly add: (path: string) => Grant | null;
  /** The path of a grant, or `ipc.grant-unknown`. */
  readonly find: (id: string) => Result<string, IpcCode>;
};

/** Starts without any grants. `randomId` makes 32 hexadecimal digits that cannot be guessed. */
export function makeGrants(randomId: () => string): Grants {
  const paths = new Map<string, string>();
  return {
    add: (path) => {
      const kind = kindOf(path);
      if (kind === null) return null;
      const id = randomId();
      paths.set(id, path);
      forgetOldest(paths, capacity);
      return { id, name: basename(path), kind };
    },
    find: (id) => {
      const path = paths.get(id);
      return path === undefined ? fail('ipc.grant-unknown') : ok(path);
    },
  };
}

/** Grants several paths, leaving out those where nothing is. */
export function grantAll(grants: Grants, paths: readonly string[]): Grant[] {
  return paths.map(grants.add).filter((grant): grant is Grant => grant !== null);
}

/** Drops the entries that were put in first until at most `count` are left. */
export function forgetOldest(map: Map<string, unknown>, count: number): void {
  for (const key of map.keys()) {
    if (map.size <= count) return;
    map.delete(key);
  }
}

function kindOf(path: string): Grant['kind'] | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() === true) return 'file';
  return stats?.isDirectory() === true ? 'folder' : null;
}
