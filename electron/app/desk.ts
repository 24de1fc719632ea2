import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Entropy } from '#shared/base/ids.ts';
import type { IpcCode } from '#shared/ipc/sentences.ts';
import type { WorkspaceCode } from '#shared/workspace/sentences.ts';
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
  let workspace: UnlockedWorkspace | null = null;
  let home: Home | null = null;
  const acts = new Set<Promise<unknown>>();

  const openHome = async (): Promise<Result<Home, WorkspaceCode>> => {
    const code = await import('../home/home.ts');
    // Asked after the wait: of two first calls, the second one finds the home open.
    const opened = home === null ? code.openHome(homeFolder, entropy) : ok(home);
    if (opened.ok) home = opened.value;
    return opened;
  };
  const close = (): void => {
    workspace?.db.close();
    workspace = null;
  };
  const closeWorkspace = async (): Promise<void> => {
    while (acts.size > 0) await Promise.allSettled(acts);
    close();
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
    atHome: async (act) => {
      const opened = home === null ? await openHome() : ok(home);
      return opened.ok ? act(opened.value) : opened;
    },
    clear: () => {
      close();
      home?.db.close();
      home = null;
    },
  };
}
