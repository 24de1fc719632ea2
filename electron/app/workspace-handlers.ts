import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatTime } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import type { DemoKind } from '#shared/ipc/app-calls.ts';
import type { officeCalls } from '#shared/ipc/office-calls.ts';
import type { WorkspaceView } from '#shared/ipc/office-views.ts';
import { demoFolders, demoPassphrase, makeDemo } from '../demo/make-demo.ts';
import { createWorkspace } from '../workspace/create-workspace.ts';
import { founderName } from '../workspace/found-office.ts';
import { openWorkspace, unlockWorkspace } from '../workspace/open-workspace.ts';
import { trace, type UnlockedWorkspace, type Workspace } from '../workspace/workspace.ts';
import type { HandlersOf } from './calls.ts';
import type { Host } from './host.ts';
import { reportProgress } from './report-progress.ts';

type WorkspaceCalls = Pick<
  typeof officeCalls,
  'createWorkspace' | 'openWorkspace' | 'openRecentWorkspace' | 'openDemo' | 'getWorkspace' | 'closeWorkspace'
>;

/** Calls that put a workspace on the desk or take it away. A refused one leaves the desk as it was. */
export function makeWorkspaceHandlers(host: Host): HandlersOf<WorkspaceCalls> {
  const { desk, grants, recents, entropy } = host;
  return {
    createWorkspace: async ({ folder, memberName, ...input }) => {
      const path = grants.find(folder);
      if (!path.ok) return path;
      const named = memberName === undefined ? {} : { memberName };
      return put(host, await createWorkspace({ ...input, ...named, folder: path.value, demo: false, entropy }));
    },
    openWorkspace: async ({ folder, passphrase, memberId }) => {
      const path = grants.find(folder);
      return path.ok ? put(host, await unlock(host, path.value, passphrase, memberId)) : path;
    },
    openRecentWorkspace: async ({ recentId, passphrase, memberId }) => {
      const recent = recents.find(recentId);
      if (recent === undefined) return fail('workspace.not-found');
      return put(host, await unlock(host, recent.path, recent.what === 'demo' ? demoPassphrase : passphrase, memberId));
    },
    openDemo: async ({ kind }) => put(host, await openDemo(host, kind), kind),
    getWorkspace: () => {
      const workspace = desk.workspace();
      return workspace.ok ? ok(viewWorkspace(workspace.value)) : workspace;
    },
    closeWorkspace: async () => {
      await desk.closeWorkspace();
      return ok(null);
    },
  };
}

/** Puts an opened workspace on the desk and into the list of recent ones. */
async function put(host: Host, opened: Result<UnlockedWorkspace>, recentId?: string): Promise<Result<WorkspaceView>> {
  if (!opened.ok) return opened;
  const { about, folder } = opened.value;
  await host.desk.putWorkspace(opened.value);
  const noted = host.recents.add({
    id: recentId ?? about.id,
    what: about.demo ? 'demo' : 'workspace',
    name: about.name,
    path: folder,
    openedAt: formatTime(host.entropy.now()),
  });
  if (!noted.ok) host.log('warn', `recent list not written: ${noted.error.code}`);
  return ok(viewWorkspace(opened.value));
}

/** Opens and unlocks; a workspace whose keys stay locked is closed again. */
async function unlock(
  { entropy }: Host,
  folder: string,
  passphrase: string,
  memberId?: string,
): Promise<Result<UnlockedWorkspace>> {
  const opened = openWorkspace(folder, entropy);
  if (!opened.ok) return opened;
  const unlocked = await unlockWorkspace(opened.value, passphrase, memberId);
  noteUnlocking(opened.value, unlocked);
  if (!unlocked.ok) opened.value.db.close();
  return unlocked;
}

/** Who came in, and that somebody could not, is noted too. */
function noteUnlocking(workspace: Workspace, unlocked: Result<UnlockedWorkspace>): void {
  const note = workspace.db.transaction(() => {
    if (unlocked.ok) trace(unlocked.value, { event: 'workspace-unlocked', body: {} });
    else trace(workspace, { event: 'unlock-refused', body: { code: unlocked.error.code } });
  });
  note.immediate();
}

/** The demo of a kind, made on first use: aside, and put in place only when it is complete. */
async function openDemo(host: Host, kind: DemoKind): Promise<Result<UnlockedWorkspace>> {
  const folder = join(host.folders.demo, kind);
  const workspace = demoFolders.workspace(folder);
  if (!existsSync(workspace)) {
    const made = await makeDemoAside(host, kind, folder);
    if (!made.ok) return made;
  }
  return unlock(host, workspace, demoPassphrase, founderName);
}

async function makeDemoAside(host: Host, kind: DemoKind, folder: string): Promise<Result<null>> {
  const aside = `${folder}.making`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(dirname(aside), { recursive: true });
  const { entropy, folders } = host;
  const input = {
    folder: aside,
    kind,
    candidates: null,
    experts: null,
    seed: 1,
    entropy,
    resources: folders.resources,
  };
  const demo = await makeDemo(input, reportProgress(host, 'openDemo'));
  if (!demo.ok) return demo;
  demo.value.workspace.db.close();
  rmSync(folder, { recursive: true, force: true });
  renameSync(aside, folder);
  return ok(null);
}

function viewWorkspace({ about, keys, member: { id, name, role } }: UnlockedWorkspace): WorkspaceView {
  return { ...about, fingerprint: formatFingerprint(keys.signer.fingerprint), member: { id, name, role } };
}
