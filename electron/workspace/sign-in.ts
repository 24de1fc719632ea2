import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { SignedRoster } from '#shared/packages/check-roster.ts';
import { listActive, type RosterMember, type RosterPredicate } from '#shared/packages/roster.ts';
import { unlockMemberKeys, type OwnMemberKeys } from '../identity/member-keys.ts';
import { loadRoster } from './load-roster.ts';
import {
  listRecipients,
  loadOfficeKeys,
  openSecrets,
  sealSecrets,
  type OfficeSecrets,
  type SealedFor,
} from './office-keys.ts';
import { listPending } from './pinned-keys.ts';
import { protectColumns } from './protect-columns.ts';
import { signRoster } from './sign-roster.ts';
import { workspacePaths, type UnlockedWorkspace, type Workspace } from './workspace.ts';

/** Who signs in: a name or an id, needed only when there are several members. */
export type SignIn = { readonly passphrase: string; readonly member?: string | undefined };

/**
 * A member signs in with his passphrase. Before anything of the workspace is believed, the chain of signed rosters is
 * verified from the commission's first key, which his own key file names, to the newest one.
 */
export async function signIn(
  workspace: Workspace,
  { passphrase, member: wanted }: SignIn,
): Promise<Result<UnlockedWorkspace>> {
  const found = loadRoster(workspace);
  if (!found.ok) return found;
  if (found.value === null) {
    const { upgradeKeys } = await import('./found-office.ts');
    return upgradeKeys(workspace, passphrase);
  }
  const member = chooseMember(found.value, wanted);
  if (!member.ok) return member;
  const unlocked = await unlockMemberKeys(workspacePaths.memberKeys(workspace.folder, member.value.id), passphrase);
  if (!unlocked.ok) return unlocked;
  const { keys } = unlocked.value;
  if (keys.member !== member.value.id) return fail('identity.roster-foreign');
  const admitted = await admit(workspace, found.value, keys);
  return admitted.ok ? signPinned(admitted.value, found.value) : admitted;
}

/** Keys that results have pinned since the last roster was signed stand in the next one, which an admin signs. */
async function signPinned(workspace: UnlockedWorkspace, { roster }: SignedRoster): Promise<Result<UnlockedWorkspace>> {
  if (workspace.member.role !== 'admin' || listPending(workspace.db, roster.experts).length === 0) return ok(workspace);
  const signed = await signRoster(workspace, (body) => ok({ body }));
  return signed.ok ? ok(workspace) : signed;
}

/** The member of a name or id; the only one when none is named. */
export function chooseMember({ roster }: SignedRoster, wanted: string | undefined): Result<RosterMember> {
  const active = listActive(roster.members);
  const [only, ...others] = active;
  if (wanted === undefined) {
    if (only !== undefined && others.length === 0) return ok(only);
    return fail('identity.member-needed', { members: active.map(({ name }) => name).join('、') });
  }
  const member = active.find(({ id, name }) => id === wanted || name === wanted.normalize('NFC').trim());
  return member === undefined ? fail('identity.member-unknown', { member: wanted }) : ok(member);
}

/** Opens the commission's keys for a member whose own keys are unlocked. */
export async function admit(
  workspace: Workspace,
  { roster }: SignedRoster,
  own: OwnMemberKeys,
): Promise<Result<UnlockedWorkspace>> {
  const entry = listActive(roster.members).find(({ id }) => id === own.member);
  const isHis = entry?.fingerprint === own.signer.fingerprint && entry.recipient === own.recipient;
  if (entry === undefined || !isHis || roster.commission[0]?.fingerprint !== own.commission) {
    return fail('identity.roster-foreign');
  }
  const opened = await openSecrets(workspace.folder, own.identity, entry.role);
  if (!opened.ok) return opened;
  const { secrets, sealedFor, latest } = opened.value;
  if (latest > roster.seq) return fail('identity.roster-rolled-back', { seq: roster.seq, latest });
  const loaded = await loadOfficeKeys(secrets, entry.role, roster);
  if (!loaded.ok) return loaded;
  const { id, name, role, membership } = entry;
  const proof = { membership, rotations: roster.rotations };
  const member = { id, name, role, signer: own.signer, identity: own.identity, proof };
  if (role === 'admin') {
    const found = { secrets, sealedFor };
    const mended = await mend(workspace.folder, roster, found, loaded.value.secrets);
    if (!mended.ok) return mended;
  }
  return protectColumns({ ...workspace, keys: loaded.value.keys, member });
}

/**
 * Finishes what a stop in the middle of a change left behind: key files are for the members of the roster alone, and hold
 * the keys that it names alone.
 */
async function mend(
  folder: string,
  roster: RosterPredicate,
  found: { readonly secrets: OfficeSecrets; readonly sealedFor: SealedFor },
  secrets: OfficeSecrets,
): Promise<Result<null>> {
  removeStrays(folder, roster);
  const sealedFor = { roster: roster.seq, ...listRecipients(roster) };
  return isDeepStrictEqual(found, { secrets, sealedFor }) ? ok(null) : sealSecrets(folder, secrets, sealedFor);
}

/** Removes key files of those who are no members any more, and the one that they all have taken the place of. */
export function removeStrays(folder: string, { members }: Pick<RosterPredicate, 'members'>): void {
  const kept = new Set(listActive(members).map(({ id }) => basename(workspacePaths.memberKeys(folder, id))));
  const place = dirname(workspacePaths.memberKeys(folder, ''));
  for (const name of readdirSync(place)) {
    if (name.endsWith('.age') && !kept.has(name)) rmSync(join(place, name), { force: true });
  }
  rmSync(workspacePaths.formerKeys(folder), { force: true });
}
