import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { makeId } from '#shared/base/ids.ts';
import { fail, type Result } from '#shared/base/result.ts';
import type { RosterBody } from '#shared/packages/roster.ts';
import { readKeyFile } from '../identity/key-file.ts';
import { loadKeys, type StoredKeys } from '../identity/keys.ts';
import { makeMemberKeys, readWorkFactor, writeMemberKeys } from '../identity/member-keys.ts';
import { listRecipients, sealSecrets } from './office-keys.ts';
import { adoptPinned } from './pinned-keys.ts';
import { admit } from './sign-in.ts';
import { publishRoster } from './sign-roster.ts';
import { vouchFor } from './vouch.ts';
import { currentTime, workspacePaths, type UnlockedWorkspace, type Workspace } from './workspace.ts';

/** Who is the first member of an office, always an admin. */
export type Founder = { readonly name: string; readonly passphrase: string; readonly workFactor?: number };

/** The name of the first member unless another is given. */
export const founderName = '管理员';

/**
 * Founds an office on the commission's keys: its first member gets keys of his own, the commission's are sealed to him,
 * and the first roster is signed. That roster is what makes it count: before, everything can be done again.
 */
export async function foundOffice(
  workspace: Workspace,
  commission: StoredKeys,
  { name, passphrase, workFactor }: Founder,
): Promise<Result<UnlockedWorkspace>> {
  const { folder, about, entropy } = workspace;
  const { signer, recipient } = loadKeys(commission);
  const id = makeId(entropy);
  const made = await makeMemberKeys({ member: id, commission: signer.fingerprint, entropy, suite: about.suite });
  const path = workspacePaths.memberKeys(folder, id);
  mkdirSync(dirname(path), { recursive: true });
  mkdirSync(workspacePaths.rosters(folder), { recursive: true });
  const stored = await writeMemberKeys(path, made, passphrase, workFactor === undefined ? {} : { workFactor });
  if (!stored.ok) return stored;
  const own = loadKeys(made);
  const now = currentTime(workspace);
  const key = { publicKey: own.signer.publicKey, fingerprint: own.signer.fingerprint };
  const role = 'admin' as const;
  const membership = vouchFor(about, signer, key, { role, issuedAt: now });
  const body: RosterBody = {
    workspace: about.id,
    office: about.name,
    commission: [{ publicKey: signer.publicKey, fingerprint: signer.fingerprint, recipient, since: now }],
    rotations: [],
    recovery: null,
    members: [{ id, name, role, ...key, recipient: own.recipient, since: now, until: null, membership }],
    experts: adoptPinned(workspace.db, []),
  };
  const secrets = { identities: [commission.sealing], signing: [{ suite: signer.suite, secret: commission.signing }] };
  const sealed = await sealSecrets(folder, secrets, { roster: 1, ...listRecipients(body) });
  if (!sealed.ok) return sealed;
  const signed = await publishRoster(workspace, signer, { before: null, body, now });
  if (!signed.ok) return signed;
  return admit(workspace, signed.value, { ...own, member: id, commission: signer.fingerprint });
}

/**
 * A workspace of before there were members becomes an office of one admin, who keeps the passphrase. The old key file
 * goes last, when the roster is signed: until then it opens the workspace as before.
 */
export async function upgradeKeys(workspace: Workspace, passphrase: string): Promise<Result<UnlockedWorkspace>> {
  const path = workspacePaths.formerKeys(workspace.folder);
  if (!existsSync(path)) return fail('identity.roster-missing', { seq: 1, folder: 'packages/rosters' });
  const stored = await readKeyFile(path, passphrase);
  if (!stored.ok) return stored;
  if (stored.value.owner !== 'commission') return fail('identity.key-file-damaged', { file: basename(path) });
  const workFactor = await readWorkFactor(path);
  if (!workFactor.ok) return workFactor;
  const founder = { name: founderName, passphrase, workFactor: workFactor.value };
  return foundOffice(workspace, stored.value, founder);
}
