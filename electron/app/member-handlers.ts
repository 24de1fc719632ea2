import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Member } from '#shared/identity/member.ts';
import type { SavedFile } from '#shared/ipc/app-calls.ts';
import type { ClosedWorkspace, memberCalls } from '#shared/ipc/member-calls.ts';
import { writeFileAtomic } from '../base/write-file-atomic.ts';
import { recoverySheet } from '../reports/recovery-sheet.ts';
import { authorise } from '../workspace/authorise.ts';
import { addMember, changePassphrase, removeMember, renewMember, setMemberRole } from '../workspace/members.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import { createRecoveryKey, restoreAdmin } from '../workspace/recovery.ts';
import { rotateKeys } from '../workspace/rotate-keys.ts';
import { getOffice, viewSignIns } from '../workspace/view-office.ts';
import type { UnlockedWorkspace, Workspace } from '../workspace/workspace.ts';
import { actOn } from './at-desk.ts';
import type { HandlersOf } from './calls.ts';
import type { Host } from './host.ts';

const ownerOnly = 0o600;

/** Calls about the members of the office and the commission's keys. */
export function makeMemberHandlers(host: Host): HandlersOf<typeof memberCalls> {
  const atDesk = actOn(host.desk);
  const change = <Input>(act: (workspace: UnlockedWorkspace, input: Input) => Promise<Result<unknown>>) =>
    atDesk(async (workspace: UnlockedWorkspace, input: Input) => {
      const done = await act(workspace, input);
      return done.ok ? getOffice(workspace) : done;
    });
  return {
    listSignIns: (closed) => atClosed(host, closed, viewSignIns),
    restoreAdmin: ({ workspace, memberId, paper, passphrase }) =>
      atClosed(host, workspace, async (opened) => {
        const restored = await restoreAdmin(opened, { paper, passphrase, member: memberId ?? undefined });
        return restored.ok ? ok(nameMember(restored.value)) : restored;
      }),
    getOffice: atDesk(getOffice),
    addMember: change(addMember),
    removeMember: change(removeMember),
    setMemberRole: change(setMemberRole),
    renewMember: change(renewMember),
    changePassphrase: atDesk(async (workspace, input) => {
      const changed = await changePassphrase(workspace, input);
      return changed.ok ? ok(nameMember(workspace)) : changed;
    }),
    printRecoveryKey: atDesk((workspace) => printRecoveryKey(host, workspace)),
    rotateKeys: async () => {
      const rotated = await host.desk.atWorkspace(rotateKeys);
      if (!rotated.ok) return rotated;
      await host.desk.renewWorkspace(rotated.value);
      return host.desk.atWorkspace(getOffice);
    },
  };
}

function nameMember({ member: { id, name, role } }: UnlockedWorkspace): Member {
  return { id, name, role };
}

/** Where a workspace that is not open lies. */
export function findClosed({ grants, recents }: Host, closed: ClosedWorkspace): Result<string> {
  if ('folder' in closed) return grants.find(closed.folder);
  const recent = recents.find(closed.recentId);
  return recent === undefined ? fail('workspace.not-found') : ok(recent.path);
}

/** Opens a workspace for one act that needs no passphrase, and closes it again. */
async function atClosed<Value>(
  host: Host,
  closed: ClosedWorkspace,
  act: (workspace: Workspace) => Result<Value> | Promise<Result<Value>>,
): Promise<Result<Value>> {
  const path = findClosed(host, closed);
  if (!path.ok) return path;
  const opened = openWorkspace(path.value, host.entropy);
  if (!opened.ok) return opened;
  try {
    return await act(opened.value);
  } finally {
    opened.value.db.close();
  }
}

/** The sheet lies on the disk before the key counts: a key that nobody has seen would lock the old one out for nothing. */
async function printRecoveryKey(host: Host, workspace: UnlockedWorkspace): Promise<Result<SavedFile | null>> {
  const allowed = authorise(workspace, 'rotate-keys');
  if (!allowed.ok) return allowed;
  const { language } = host.preferences.read();
  const { fingerprint } = workspace.keys.signer;
  const about = { office: workspace.about.name, fingerprint, language, madeAt: host.entropy.now() };
  const { fileName } = recoverySheet({ ...about, groups: '', identity: '' });
  const path = await host.dialogs.chooseTarget(fileName, 'pdf');
  if (path === undefined) return ok(null);
  const made = await createRecoveryKey(workspace, async ({ groups, identity }) => {
    const { html, margins } = recoverySheet({ ...about, groups, identity });
    const bytes = await host.printPdf(html, margins);
    const write = async (put: (chunk: Uint8Array) => Promise<void>): Promise<Result<null>> => {
      await put(bytes);
      return ok(null);
    };
    const written = await writeFileAtomic(path, write, { mode: ownerOnly });
    return written.ok ? ok(null) : written;
  });
  return made.ok ? ok(host.savedFiles.add(path)) : made;
}
