import type { Result } from '#shared/base/result.ts';
import type { MemberRole } from '#shared/identity/member.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import { makeMembership } from '../packages/membership.ts';
import type { WorkspaceAbout } from './workspace.ts';

type Vouched = Pick<SigningKey, 'publicKey' | 'fingerprint'>;

/** 成员证明 for one key in one role. @param commission the key that vouches @param issuedAt RFC 3339 UTC */
export function vouchFor(
  { id, demo }: WorkspaceAbout,
  commission: SigningKey,
  { publicKey, fingerprint }: Vouched,
  { role, issuedAt }: { readonly role: MemberRole; readonly issuedAt: string },
): Result<string, PackageCode> {
  const mode = demo ? 'demo' : 'official';
  return makeMembership(commission, { workspace: id, mode, member: { publicKey, fingerprint, role }, issuedAt });
}
