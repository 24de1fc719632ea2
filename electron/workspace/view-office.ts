import { fail, ok, type Result } from '#shared/base/result.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import type { OfficeView, SignInView } from '#shared/ipc/member-calls.ts';
import { listActive } from '#shared/packages/roster.ts';
import { loadRoster } from './load-roster.ts';
import type { UnlockedWorkspace, Workspace } from './workspace.ts';

/** 成员与密钥 out of the verified roster. */
export function getOffice(workspace: UnlockedWorkspace): Result<OfficeView> {
  const found = loadRoster(workspace);
  if (!found.ok) return found;
  if (found.value === null) return fail('identity.no-roster');
  const { roster, statement } = found.value;
  return ok({
    me: workspace.member.id,
    members: roster.members.map(({ id, name, role, since, until }) => ({ id, name, role, since, until })),
    keys: roster.commission
      .map(({ fingerprint, since }) => ({ fingerprint: formatFingerprint(fingerprint), since }))
      .toReversed(),
    recoverySince: roster.recovery?.since ?? null,
    roster: { seq: roster.seq, statement, signedAt: roster.issuedAt },
  });
}

/** Who may sign in to a workspace whose keys are still locked. */
export function viewSignIns(workspace: Workspace): Result<SignInView> {
  const found = loadRoster(workspace);
  if (!found.ok) return found;
  const { members = [], recovery = null } = found.value?.roster ?? {};
  return ok({
    members: listActive(members).map(({ id, name, role }) => ({ id, name, role })),
    recovery: recovery !== null,
  });
}
