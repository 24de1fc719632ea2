import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeId } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { cleanText } from '#shared/base/text.ts';
import type { MemberRole } from '#shared/identity/member.ts';
import type { IdentityCode } from '#shared/identity/sentences.ts';
import { listActive, type RosterBody, type RosterMember } from '#shared/packages/roster.ts';
import { loadKeys, type OwnKeys } from '../identity/keys.ts';
import { makeMemberKeys, readWorkFactor, rewrapMemberKeys, writeMemberKeys } from '../identity/member-keys.ts';
import { authorise } from './authorise.ts';
import { loadRoster } from './load-roster.ts';
import { signRoster } from './sign-roster.ts';
import { vouchFor } from './vouch.ts';
import { trace, workspacePaths, type UnlockedWorkspace, type Workspace } from './workspace.ts';

/** age files have at most 20 stanzas: the members', and the recovery key's. */
const mostMembers = 19;

/** A member as the verified roster names him; `until` null while he may sign in. */
export type ListedMember = Omit<RosterMember, 'membership' | 'publicKey' | 'recipient'>;

/** Members of a workspace, those who left too, in the order in which they came; none before the first sign-in of old workspaces. */
export function listMembers(workspace: Workspace): Result<readonly ListedMember[]> {
  const roster = loadRoster(workspace);
  if (!roster.ok) return roster;
  const members = roster.value?.roster.members ?? [];
  return ok(
    members.map(({ id, name, role, fingerprint, since, until }) => ({ id, name, role, fingerprint, since, until })),
  );
}

export type NewMember = {
  readonly name: string;
  readonly role: MemberRole;
  /** Chosen by the member himself. */
  readonly passphrase: string;
  /** log2 of scrypt's N; that of the acting member's own file unless said otherwise. */
  readonly workFactor?: number;
};

/** Takes somebody in: he gets keys of his own under his passphrase, and the next roster names him. */
export async function addMember(workspace: UnlockedWorkspace, input: NewMember): Promise<Result<ListedMember>> {
  const allowed = authorise(workspace, 'manage-members');
  if (!allowed.ok) return allowed;
  const name = checkName(input.name);
  return name.ok ? enter(workspace, { ...input, name: name.value }, null) : name;
}

/**
 * Gives a member who forgot his passphrase new keys under a new one. The old entry ends; what he signed with the old
 * keys stays his.
 */
export async function renewMember(
  workspace: UnlockedWorkspace,
  input: { readonly memberId: string; readonly passphrase: string; readonly workFactor?: number },
): Promise<Result<ListedMember>> {
  const allowed = authorise(workspace, 'manage-members');
  if (!allowed.ok) return allowed;
  const roster = loadRoster(workspace);
  if (!roster.ok) return roster;
  const member = findMember(roster.value?.roster.members ?? [], input.memberId);
  if (!member.ok) return member;
  if (member.value.id === workspace.member.id) return fail('identity.own-entry');
  const { name, role } = member.value;
  const entered = await enter(workspace, { ...input, name, role }, member.value.id);
  if (entered.ok) rmSync(workspacePaths.memberKeys(workspace.folder, member.value.id), { force: true });
  return entered;
}

/** @param replaces id of the entry that ends, or null */
async function enter(
  workspace: UnlockedWorkspace,
  { name, role, passphrase, workFactor }: NewMember,
  replaces: string | null,
): Promise<Result<ListedMember>> {
  const { folder, about, entropy } = workspace;
  const id = makeId(entropy);
  const path = workspacePaths.memberKeys(folder, id);
  let taken: ListedMember | null = null;
  try {
    const signed = await signRoster(workspace, async (roster, now) => {
      const others = endEntry(roster.members, replaces, now);
      const room = checkRoom(others, name);
      if (!room.ok) return room;
      const [genesis] = roster.commission;
      const commission = genesis?.fingerprint ?? '';
      const made = await makeMemberKeys({ member: id, commission, entropy, suite: about.suite });
      mkdirSync(dirname(path), { recursive: true });
      const factor = await chooseWorkFactor(workspace, workFactor);
      if (!factor.ok) return factor;
      const stored = await writeMemberKeys(path, made, passphrase, { workFactor: factor.value });
      if (!stored.ok) return stored;
      const entry = makeEntry(workspace, loadKeys(made), { id, name, role, since: now });
      return ok({ body: { ...roster, members: [...others, entry] } });
    });
    if (!signed.ok) return signed;
    taken = findListed(signed.value.roster.members, id);
    return ok(taken);
  } finally {
    if (taken === null) rmSync(path, { force: true });
  }
}

async function chooseWorkFactor(
  { folder, member }: UnlockedWorkspace,
  asked: number | undefined,
): Promise<Result<number>> {
  return asked === undefined ? readWorkFactor(workspacePaths.memberKeys(folder, member.id)) : ok(asked);
}

function findListed(members: readonly RosterMember[], id: string): ListedMember {
  const entry = members.find((member) => member.id === id);
  if (entry === undefined) throw new Error('a roster was signed without the member it was changed for');
  const { name, role, fingerprint, since, until } = entry;
  return { id, name, role, fingerprint, since, until };
}

function endEntry(members: readonly RosterMember[], id: string | null, now: string): RosterMember[] {
  return members.map((member) => (member.id === id ? { ...member, until: now } : member));
}

function checkRoom(members: readonly RosterMember[], name: string): Result<null, IdentityCode> {
  const active = listActive(members);
  if (active.some((member) => member.name === name)) return fail('identity.member-exists', { member: name });
  return active.length < mostMembers ? ok(null) : fail('identity.members-full', { limit: mostMembers });
}

/** An entry of the roster with its 成员证明, signed by the commission. */
export function makeEntry(
  { about, keys }: Pick<UnlockedWorkspace, 'about' | 'keys'>,
  { signer, recipient }: Pick<OwnKeys, 'signer' | 'recipient'>,
  { id, name, role, since }: Pick<RosterMember, 'id' | 'name' | 'role' | 'since'>,
): RosterMember {
  const { publicKey, fingerprint } = signer;
  const membership = vouchFor(about, keys.signer, signer, { role, issuedAt: since });
  return { id, name, role, publicKey, fingerprint, recipient, since, until: null, membership };
}

/** Ends a membership: the next roster says so, and the commission's secrets are sealed without him. */
export async function removeMember(
  workspace: UnlockedWorkspace,
  { memberId }: { readonly memberId: string },
): Promise<Result<null>> {
  const allowed = authorise(workspace, 'manage-members');
  if (!allowed.ok) return allowed;
  if (memberId === workspace.member.id) return fail('identity.own-entry');
  const signed = await signRoster(workspace, (roster, now) => {
    const member = findMember(roster.members, memberId);
    return member.ok ? ok({ body: { ...roster, members: endEntry(roster.members, memberId, now) } }) : member;
  });
  if (!signed.ok) return signed;
  rmSync(workspacePaths.memberKeys(workspace.folder, memberId), { force: true });
  return ok(null);
}

/** Makes a member of staff an admin, or the other way round; one admin stays. */
export async function setMemberRole(
  workspace: UnlockedWorkspace,
  { memberId, role }: { readonly memberId: string; readonly role: MemberRole },
): Promise<Result<null>> {
  const allowed = authorise(workspace, 'manage-members');
  if (!allowed.ok) return allowed;
  if (memberId === workspace.member.id) return fail('identity.own-entry');
  const signed = await signRoster(workspace, (roster, now) => changeRole(workspace, roster, { memberId, role, now }));
  return signed.ok ? ok(null) : signed;
}

function changeRole(
  { about, keys }: UnlockedWorkspace,
  roster: RosterBody,
  { memberId, role, now }: { readonly memberId: string; readonly role: MemberRole; readonly now: string },
): Result<{ readonly body: RosterBody }> {
  const member = findMember(roster.members, memberId);
  if (!member.ok) return member;
  const membership = vouchFor(about, keys.signer, member.value, { role, issuedAt: now });
  const members = roster.members.map((each) => (each.id === memberId ? { ...each, role, membership } : each));
  return ok({ body: { ...roster, members } });
}

function findMember(members: readonly RosterMember[], id: string): Result<RosterMember, IdentityCode> {
  const member = listActive(members).find((each) => each.id === id);
  return member === undefined ? fail('identity.member-unknown', { member: id }) : ok(member);
}

function checkName(typed: string): Result<string, IdentityCode> {
  const name = cleanText(typed).trim();
  return name === '' || name.length > 60 || name.includes('\n') ? fail('identity.member-name') : ok(name);
}

/** The member who has signed in changes his passphrase: his own key file is written anew, nothing else. */
export async function changePassphrase(
  workspace: UnlockedWorkspace,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Result<null>> {
  const { db, folder, member } = workspace;
  const changed = await rewrapMemberKeys(workspacePaths.memberKeys(folder, member.id), { from, to });
  if (changed.ok) db.transaction(() => trace(workspace, { event: 'passphrase-changed', body: {} })).immediate();
  return changed;
}
