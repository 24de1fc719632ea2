import { fail, ok, type Result } from '#shared/base/result.ts';
import type { MemberRole } from '#shared/identity/member.ts';
import type { MembershipPredicate } from '#shared/packages/roster.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import type { Mode } from '#shared/round/round.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import { openStatement, sealStatement } from './bare-statement.ts';
import { followRotations, officeHead } from './succession.ts';

/**
 * Proof that a key belongs to a member of a commission, for those who know the commission's key only: the member's
 * 成员证明 and the commission's 轮换声明, all base64 envelopes. It names no person.
 */
export type MembershipProof = { readonly membership: string; readonly rotations: string[] };

/** What a proof proves. `fingerprint` of the member's signing key. */
export type ProvenMember = { readonly fingerprint: string; readonly publicKey: string; readonly role: MemberRole };

export type Membership = {
  readonly workspace: string;
  readonly mode: Mode;
  readonly member: MembershipPredicate['member'];
  /** RFC 3339 UTC. */
  readonly issuedAt: string;
};

/** 成员证明, signed by the commission. @returns base64 of the envelope */
export function makeMembership(
  commission: SigningKey,
  { workspace, mode, member, issuedAt }: Membership,
): Result<string, PackageCode> {
  const head = officeHead(commission, { mode, seq: 1, previous: null, issuedAt });
  const sealed = sealStatement('membership', { ...head, workspace, member }, commission);
  return sealed.ok ? ok(sealed.value.envelope.toString('base64')) : sealed;
}

/**
 * Verifies a proof against the commission's key that the reader pinned (an expert: from his task).
 * @param pinned fingerprint, hexadecimal
 * @returns `package.signer-unknown` when the key that vouches neither is the pinned one nor follows it by rotation
 */
export function verifyMembership(proof: MembershipProof, pinned: string): Result<ProvenMember, PackageCode> {
  const opened = openStatement(Buffer.from(proof.membership, 'base64'), 'membership');
  if (!opened.ok) return opened;
  const { signer, member } = opened.value.predicate;
  if (signer.role !== 'commission') return fail('package.signer-role');
  if (!followRotations(pinned, proof.rotations).includes(signer.fingerprint)) return fail('package.signer-unknown');
  return ok({ fingerprint: member.fingerprint, publicKey: member.publicKey, role: member.role });
}
