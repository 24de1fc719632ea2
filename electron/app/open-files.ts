import type { Grant } from '#shared/ipc/app-calls.ts';
import { isOwnFile } from './command-line.ts';
import { grantAll, type Grants } from './grants.ts';

/** Files that the system asks the app to open: held until the window asks for them, told to it afterwards. */
export type OpenFiles = {
  readonly open: (paths: readonly string[]) => void;
  /** Gives the held files, each only once; from now on files are told at once. */
  readonly take: () => readonly Grant[];
  /** Holds files again, because the window has gone. */
  readonly hold: () => void;
};

/** @param tell passes grants to the window */
export function receiveFiles(grants: Grants, tell: (files: readonly Grant[]) => void): OpenFiles {
  let waiting: Grant[] = [];
  let ready = false;
  return {
    open: (paths) => {
      const files = grantAll(grants, paths.filter(isOwnFile));
      if (files.length === 0) return;
      if (ready) tell(files);
      else waiting.push(...files);
    },
    take: () => {
      const files = waiting;
      waiting = [];
      ready = true;
      return files;
    },
    hold: () => {
      ready = false;
    },
  };
}
