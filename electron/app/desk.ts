import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Entropy } from '#shared/base/ids.ts';
import type { IpcCode } from '#shared/ipc/sentences.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';
import { HomePlace } from './home-place.ts';

/** What lies open: at most one workspace of the commission, and the expert's home of this machine. */
export type Desk = {
  /** The open workspace, for a look. */
  readonly workspace: () => Result<UnlockedWorkspace, IpcCode>;
  /** Acts on the open workspace, which stays open until the act has ended. */
  readonly atWorkspace: <Value>(act: (workspace: UnlockedWorkspace) => Answer<Value>) => Promise<Result<Value>>;
  /** Puts a workspace on the desk in place of the one before. */
  readonly putWorkspace: (workspace: UnlockedWorkspace) => Promise<void>;
  /** Puts the same workspace on the desk with other keys, once nothing acts with the old ones any more. */
  readonly renewWorkspace: (workspace: UnlockedWorkspace) => Promise<void>;
  /** Closes the workspace once nothing acts on it any more. */
  readonly closeWorkspace: () => Promise<void>;
  /** Acts on the home, while it is unlocked. */
  readonly atHome: HomePlace['act'];
  /** Locking and unlocking of the home. */
  readonly home: Omit<HomePlace, 'act' | 'clear'>;
  /** Closes everything at once, because the app ends. What was acknowledged is on disk already. */
  readonly clear: () => void;
};

type Answer<Value> = Result<Value> | Promise<Result<Value>>;

/** @param homeFolder where the expert's tasks lie */
export function setDesk(homeFolder: string, entropy: Entropy): Desk {
  const workspace = workspacePlace();
  const home = new HomePlace(homeFolder, entropy);
  return {
    ...workspace,
    atHome: (act) => home.act(act),
    home,
    clear: () => {
      workspace.clear();
      home.clear();
    },
  };
}

/** Where one workspace lies; acts on it are counted, so that it is never closed under them. */
function workspacePlace(): Omit<Desk, 'atHome' | 'home'> {
  let workspace: UnlockedWorkspace | null = null;
  const acts = new Set<Promise<unknown>>();
  const clear = (): void => {
    workspace?.db.close();
    workspace = null;
  };
  const closeWorkspace = async (): Promise<void> => {
    while (acts.size > 0) await Promise.allSettled(acts);
    clear();
  };
  return {
    workspace: () => (workspace === null ? fail('ipc.no-workspace') : ok(workspace)),
    atWorkspace: async (act) => {
      if (workspace === null) return fail('ipc.no-workspace');
      const opened = workspace;
      const running = (async () => act(opened))();
      acts.add(running);
      return running.finally(() => acts.delete(running));
    },
    putWorkspace: async (next) => {
      await closeWorkspace();
      workspace = next;
    },
    renewWorkspace: async (next) => {
      while (acts.size > 0) await Promise.allSettled(acts);
      if (workspace?.db === next.db) workspace = next;
    },
    closeWorkspace,
    clear,
  };
}
