import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Entropy } from '#shared/base/ids.ts';
import type { IpcCode } from '#shared/ipc/sentences.ts';
import type { DatabaseCode } from '../db/open-database.ts';
import type { Home } from '../home/home.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';

/** What lies open: at most one workspace of the commission, and the expert's home of this machine. */
export type Desk = {
  /** The open workspace, for a look. */
  readonly workspace: () => Result<UnlockedWorkspace, IpcCode>;
  /** Acts on the open workspace, which stays open until the act has ended. */
  readonly atWorkspace: <Value>(act: (workspace: UnlockedWorkspace) => Answer<Value>) => Promise<Result<Value>>;
  /** Puts a workspace on the desk in place of the one before. */
  readonly putWorkspace: (workspace: UnlockedWorkspace) => Promise<void>;
  /** Closes the workspace once nothing acts on it any more. */
  readonly closeWorkspace: () => Promise<void>;
  /** Acts on the home, which is opened at its first use. */
  readonly atHome: <Value>(act: (home: Home) => Answer<Value>) => Promise<Result<Value>>;
  /** Closes everything at once, because the app ends. What was acknowledged is on disk already. */
  readonly clear: () => void;
};

type Answer<Value> = Result<Value> | Promise<Result<Value>>;

/** @param homeFolder where the expert's tasks lie */
export function setDesk(homeFolder: string, entropy: Entropy): Desk {
  const workspace = workspacePlace();
  const home = homePlace(homeFolder, entropy);
  return {
    ...workspace,
    atHome: home.act,
    clear: () => {
      workspace.clear();
      home.clear();
    },
  };
}

/** Where one workspace lies; acts on it are counted, so that it is never closed under them. */
function workspacePlace(): Omit<Desk, 'atHome'> {
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
    closeWorkspace,
    clear,
  };
}

/** Where the home lies, once it was needed. */
function homePlace(folder: string, entropy: Entropy): { readonly act: Desk['atHome']; readonly clear: () => void } {
  let home: Home | null = null;
  const open = async (): Promise<Result<Home, DatabaseCode>> => {
    const code = await import('../home/home.ts');
    // Asked after the wait: of two first calls, the second one finds the home open.
    const opened = home === null ? code.openHome(folder, entropy) : ok(home);
    if (opened.ok) home = opened.value;
    return opened;
  };
  return {
    act: async (act) => {
      const opened = home === null ? await open() : ok(home);
      return opened.ok ? act(opened.value) : opened;
    },
    clear: () => {
      home?.db.close();
      home = null;
    },
  };
}
