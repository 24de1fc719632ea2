import { makeId } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { formatPaperKey, parsePaperKey } from '#shared/identity/paper-key.ts';
import type { SignedRoster } from '#shared/packages/check-roster.ts';
import { listActive, type RosterMember } from '#shared/packages/roster.ts';
import { identityToRecipient } from 'age-encryption';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { sha256 } from '../base/digest.ts';
import { isAgeIdentity } from '../identity/age.ts';
import { formatAgeIdentity } from '../identity/age-identity.ts';
import { passphraseWorkFactor } from '../identity/key-file.ts';
import { loadKeys } from '../identity/keys.ts';
import { makeMemberKeys, readWorkFactor, writeMemberKeys, type MemberKeys } from '../identity/member-keys.ts';
import { authorise } from './authorise.ts';
import { loadRoster } from './load-roster.ts';
import { makeEntry } from './members.ts';
import { loadOfficeKeys, openSecrets } from './office-keys.ts';
import { admit } from './sign-in.ts';
import { signRoster } from './sign-roster.ts';
import { workspacePaths, type UnlockedWorkspace, type Workspace } from './workspace.ts';

/** 恢复密钥, shown once and kept on paper: groups to be typed, and the age identity for the QR code and for `age -d -i`. */
export type PaperKey = {
  readonly groups: string;
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  readonly recipient: string;
};

/**
 * Makes the recovery key, or a new one in place of the old: the commission's secrets are sealed to it from now on, and
 * results of tasks issued from now on too. It is kept nowhere.
 * @param keep puts it on paper before it counts; its refusal leaves everything as it was
 */
export async function createRecoveryKey(
  workspace: UnlockedWorkspace,
  keep: (paper: PaperKey) => Promise<Result<null>> = () => Promise.resolve(ok(null)),
): Promise<Result<PaperKey>> {
  const allowed = authorise(workspace, 'rotate-keys');
  if (!allowed.ok) return allowed;
  const secret = workspace.entropy.randomBytes(32);
  const identity = formatAgeIdentity(secret);
  const recipient = await identityToRecipient(identity);
  const paper = { groups: formatPaperKey(secret, sha256), identity, recipient };
  const kept = await keep(paper);
  if (!kept.ok) return kept;
  const signed = await signRoster(workspace, (body, since) =>
    ok({ body: { ...body, recovery: { recipient, since } } }),
  );
  return signed.ok ? ok(paper) : signed;
}

/** Reads a recovery key: the groups on the paper, or what its QR code says. */
export function readPaperKey(typed: string): Result<string> {
  const line = typed.trim();
  if (/^age-secret-key-1/i.test(line)) {
    const identity = line.toUpperCase();
    return isAgeIdentity(identity) ? ok(identity) : fail('identity.paper-wrong');
  }
  const secret = parsePaperKey(typed, sha256);
  return secret.ok ? ok(formatAgeIdentity(secret.value)) : secret;
}

export type Restore = {
  /** As typed from the paper, or as its QR code says. */
  readonly paper: string;
  /** Which admin gets in: his name; the first admin when none is given. */
  readonly member?: string | undefined;
  /** The new passphrase. */
  readonly passphrase: string;
  /** log2 of scrypt's N; that of the admin's old file unless said otherwise, or of new files when it is lost. */
  readonly workFactor?: number;
};

/**
 * All passphrases are forgotten: the paper key alone lets one admin in again. He gets new keys under a new passphrase, and
 * the next roster says so; the other members keep theirs.
 */
export async function restoreAdmin(workspace: Workspace, input: Restore): Promise<Result<UnlockedWorkspace>> {
  const opened = await openWithPaper(workspace, input.paper);
  if (!opened.ok) return opened;
  const { paper, found, keys } = opened.value;
  const member = chooseAdmin(found, input.member);
  if (!member.ok) return member;
  const { entropy, about, folder } = workspace;
  const id = makeId(entropy);
  const commission = found.roster.commission[0]?.fingerprint ?? '';
  const made = await makeMemberKeys({ member: id, commission, entropy, suite: about.suite });
  const path = workspacePaths.memberKeys(folder, id);
  mkdirSync(dirname(path), { recursive: true });
  const old = await readWorkFactor(workspacePaths.memberKeys(folder, member.value.id));
  const { passphrase, workFactor = old.ok ? old.value : passphraseWorkFactor } = input;
  const written = await writeMemberKeys(path, made, passphrase, { workFactor });
  if (!written.ok) return written;
  const entered = await putInPlace(
    { ...workspace, keys, member: acting(member.value, paper, made) },
    member.value,
    made,
  );
  if (!entered.ok) {
    rmSync(path, { force: true });
    return entered;
  }
  return admit(workspace, entered.value, { ...loadKeys(made), member: id, commission });
}

type Opened = Pick<UnlockedWorkspace, 'keys'> & { readonly paper: string; readonly found: SignedRoster };

async function openWithPaper(workspace: Workspace, typed: string): Promise<Result<Opened>> {
  const paper = readPaperKey(typed);
  if (!paper.ok) return paper;
  const found = loadRoster(workspace);
  if (!found.ok) return found;
  const recovery = found.value?.roster.recovery ?? null;
  if (found.value === null || recovery === null) return fail('identity.no-recovery');
  if ((await identityToRecipient(paper.value)) !== recovery.recipient) return fail('identity.paper-wrong');
  const { roster } = found.value;
  const opened = await openSecrets(workspace.folder, paper.value, 'admin');
  if (!opened.ok) return opened;
  const { secrets, latest } = opened.value;
  if (latest > roster.seq) return fail('identity.roster-rolled-back', { seq: roster.seq, latest });
  const loaded = await loadOfficeKeys(secrets, 'admin', roster);
  return loaded.ok ? ok({ paper: paper.value, found: found.value, keys: loaded.value.keys }) : loaded;
}

function chooseAdmin({ roster }: SignedRoster, name: string | undefined): Result<RosterMember> {
  const admins = listActive(roster.members).filter(({ role }) => role === 'admin');
  const member = name === undefined ? admins[0] : admins.find((each) => each.name === name || each.id === name);
  return member === undefined ? fail('identity.member-unknown', { member: name ?? '' }) : ok(member);
}

/** Who signs while a restore is under way: the admin with his new keys, his secrets opened by the paper key. */
function acting({ name, membership }: RosterMember, identity: string, made: MemberKeys): UnlockedWorkspace['member'] {
  const proof = { membership, rotations: [] };
  return { id: made.member, name, role: 'admin', signer: loadKeys(made).signer, identity, proof };
}

function putInPlace(workspace: UnlockedWorkspace, old: RosterMember, made: MemberKeys): Promise<Result<SignedRoster>> {
  return signRoster(workspace, (body, now) => {
    const { name, role } = old;
    const entry = makeEntry(workspace, loadKeys(made), { id: made.member, name, role, since: now });
    const members = body.members.map((each) => (each.id === old.id ? { ...each, until: now } : each));
    return ok({ body: { ...body, members: [...members, entry] } });
  });
}

/** Since when a recovery key exists; null when there is none. */
export function recoverySince(workspace: Workspace): Result<string | null> {
  const found = loadRoster(workspace);
  return found.ok ? ok(found.value?.roster.recovery?.since ?? null) : found;
}
