import { fail, ok, type Result } from '#shared/base/result.ts';
import type { Signer } from '#shared/packages/head.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import type { SignerProof } from '#shared/packages/signer-proof.ts';
import { openStatement } from './bare-statement.ts';
import { verifyMembership } from './membership.ts';
import { followRotations } from './succession.ts';

type OfficeSigner = Pick<Signer, 'role' | 'fingerprint'>;

/**
 * Whether a signer speaks for a commission, to somebody who has pinned its key: he signs with that key, with one that
 * follows it by rotation, or with a member's key that such a key vouches for in the role that he claims.
 * @param pinned fingerprint, hexadecimal
 */
export function speaksForOffice(
  { role, fingerprint }: OfficeSigner,
  proof: SignerProof | null,
  pinned: string,
): Result<null, PackageCode> {
  const { membership, rotations } = proof ?? { membership: null, rotations: [] };
  if (role === 'expert') return fail('package.signer-role');
  if (role === 'commission') {
    return followRotations(pinned, rotations).includes(fingerprint) ? ok(null) : fail('package.wrong-commission');
  }
  if (membership === null) return fail('package.wrong-commission');
  const member = verifyMembership({ membership, rotations }, pinned);
  if (!member.ok) return fail('package.wrong-commission');
  return member.value.fingerprint === fingerprint && member.value.role === role
    ? ok(null)
    : fail('package.signer-role');
}

/** Keys that a proof leads from, and the signer's own: one of them must be the commission that a reader knows. */
export function listRoots({ fingerprint }: OfficeSigner, proof: SignerProof | null): readonly string[] {
  const rotations = (proof?.rotations ?? []).map((text) => openStatement(Buffer.from(text, 'base64'), 'rotation'));
  const membership = openStatement(Buffer.from(proof?.membership ?? '', 'base64'), 'membership');
  const signers = [...rotations, membership].flatMap((opened) => (opened.ok ? [opened.value.predicate.signer] : []));
  return [fingerprint, ...signers.map((signer) => signer.fingerprint)];
}
