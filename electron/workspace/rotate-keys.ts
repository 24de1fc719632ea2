import { ok, type Result } from '#shared/base/result.ts';
import type { RosterBody } from '#shared/packages/roster.ts';
import { createKeys, loadKeys, type StoredKeys } from '../identity/keys.ts';
import { authorise } from './authorise.ts';
import type { OfficeSecrets } from './office-keys.ts';
import { signRoster, type RosterChange } from './sign-roster.ts';
import { rotateTo, vouchFor } from './vouch.ts';
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
  const next = loadKeys(made);
  const signed = await signRoster(workspace, (body, now, held) => ok(rotate(workspace, { body, now, held, made })));
  if (!signed.ok) return signed;
  const { roster } = signed.value;
  const { keys, member } = workspace;
  const own = roster.members.find(({ id }) => id === member.id);
  const proof = { membership: own?.membership ?? member.proof.membership, rotations: roster.rotations };
  const former = [...keys.former, { fingerprint: keys.signer.fingerprint, identity: keys.identity }];
  return ok({ ...workspace, keys: { ...next, former }, member: { ...member, proof } });
}

type Rotating = {
  readonly body: RosterBody;
  readonly now: string;
  readonly held: OfficeSecrets;
  readonly made: StoredKeys;
};

function rotate({ about, keys }: UnlockedWorkspace, { body, now, held, made }: Rotating): RosterChange {
  const { signer, recipient } = loadKeys(made);
  const { publicKey, fingerprint } = signer;
  const next = { publicKey, fingerprint, recipient };
  const members = body.members.map((member) =>
    member.until === null
      ? { ...member, membership: vouchFor(about, signer, member, { role: member.role, issuedAt: now }) }
      : member,
  );
  return {
    body: {
      ...body,
      commission: [...body.commission, { ...next, since: now }],
      rotations: [...body.rotations, rotateTo(about, keys.signer, next, now)],
      members,
    },
    secrets: {
      identities: [...held.identities, made.sealing],
      signing: [{ suite: made.suite, secret: made.signing }],
    },
  };
}
