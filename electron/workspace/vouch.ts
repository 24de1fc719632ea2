import type { Result } from '#shared/base/result.ts';
import type { MemberRole } from '#shared/identity/member.ts';
import type { RotationPredicate } from '#shared/packages/roster.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import { makeMembership } from '../packages/membership.ts';
import { makeRotation } from '../packages/succession.ts';
import type { WorkspaceAbout } from './workspace.ts';

type Vouched = Pick<SigningKey, 'publicKey' | 'fingerprint'>;

/** 成员证明 for one key in one role. @param commission the key that vouches @param issuedAt RFC 3339 UTC */
export function vouchFor(
  { id, demo }: WorkspaceAbout,
  commission: SigningKey,
  { publicKey, fingerprint }: Vouched,
  { role, issuedAt }: { readonly role: MemberRole; readonly issuedAt: string },
): string {
  const mode = demo ? 'demo' : 'official';
  return mustSign(
    makeMembership(commission, { workspace: id, mode, member: { publicKey, fingerprint, role }, issuedAt }),
  );
}

/** 轮换声明 from the key that signs now to the next one. */
export function rotateTo(
  { id, demo }: WorkspaceAbout,
  commission: SigningKey,
  next: RotationPredicate['next'],
  issuedAt: string,
): string {
  const mode = demo ? 'demo' : 'official';
  return mustSign(makeRotation(commission, { workspace: id, mode, next, issuedAt }));
}

// All that these statements say was made or checked by this program: one that does not pass its schema is a bug.
function mustSign(signed: Result<string>): string {
  if (!signed.ok) throw new Error(`a statement of our own was refused: ${signed.error.code}`);
  return signed.value;
}
