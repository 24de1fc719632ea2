import { ok, type Result } from '#shared/base/result.ts';
import type { RosterBody, RosterMember } from '#shared/packages/roster.ts';
import { createKeys, loadKeys, type StoredKeys } from '../identity/keys.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import { makeRotation } from '../packages/succession.ts';
import { authorise } from './authorise.ts';
import { loadOfficeKeys, type OfficeSecrets } from './office-keys.ts';
import { signRoster, type RosterChange } from './sign-roster.ts';
import { vouchFor } from './vouch.ts';
import type { UnlockedWorkspace } from './workspace.ts';

/**
 * 更换评审办密钥: new keys sign and open from now on. The old key signs the new one in twice: in the roster, and in a
 * 轮换声明 without names that tasks and receipts carry to experts. The old signing secret is destroyed; the old age identity
 * stays, for results that are still on their way to it.
 * @returns the workspace with its new keys
 */
export async function rotateKeys(workspace: UnlockedWorkspace): Promise<Result<UnlockedWorkspace>> {
  const allowed = authorise(workspace, 'rotate-keys');
  if (!allowed.ok) return allowed;
  const made = await createKeys('commission', workspace.entropy, workspace.about.suite);
  let secrets: OfficeSecrets | null = null;
  const signed = await signRoster(workspace, (body, now, held) => {
    const change = rotate(workspace, { body, now, held, made });
    secrets = change.ok ? change.value.secrets : null;
    return change;
  });
  if (!signed.ok) return signed;
  const { roster } = signed.value;
  const loaded = await loadOfficeKeys(secrets ?? { identities: [], signing: [] }, 'admin', roster);
  if (!loaded.ok) return loaded;
  const own = roster.members.find(({ id }) => id === workspace.member.id);
  const proof = { membership: own?.membership ?? '', rotations: roster.rotations };
  return ok({ ...workspace, keys: loaded.value.keys, member: { ...workspace.member, proof } });
}

type Rotating = {
  readonly body: RosterBody;
  readonly now: string;
  readonly held: OfficeSecrets;
  readonly made: StoredKeys;
};

function rotate(workspace: UnlockedWorkspace, { body, now, held, made }: Rotating): Result<Required<RosterChange>> {
  const { about, keys } = workspace;
  const next = loadKeys(made);
  const { publicKey, fingerprint } = next.signer;
  const named = { publicKey, fingerprint, recipient: next.recipient };
  const mode = about.demo ? 'demo' : 'official';
  const rotation = makeRotation(keys.signer, { workspace: about.id, mode, next: named, issuedAt: now });
  if (!rotation.ok) return rotation;
  const members = vouchAnew(about, next.signer, body.members, now);
  if (!members.ok) return members;
  return ok({
    body: {
      ...body,
      commission: [...body.commission, { ...named, since: now }],
      rotations: [...body.rotations, rotation.value],
      members: members.value,
    },
    secrets: {
      identities: [...held.identities, made.sealing],
      signing: [{ suite: made.suite, secret: made.signing }],
    },
  });
}

/** Every member's 成员证明 by the new key. */
function vouchAnew(
  about: UnlockedWorkspace['about'],
  signer: SigningKey,
  members: readonly RosterMember[],
  issuedAt: string,
): Result<RosterMember[]> {
  const vouched: RosterMember[] = [];
  for (const member of members) {
    const membership =
      member.until === null ? vouchFor(about, signer, member, { role: member.role, issuedAt }) : ok(member.membership);
    if (!membership.ok) return membership;
    vouched.push({ ...member, membership: membership.value });
  }
  return ok(vouched);
}
