import type { SignerRole } from '#shared/packages/head.ts';
import type { SignerProof } from '#shared/packages/signer-proof.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import type { UnlockedWorkspace } from './workspace.ts';

/** Who signs what the office says day by day: receipts and heads of the 留痕. */
export type ActingSigner = {
  readonly key: SigningKey;
  readonly role: SignerRole;
  /** What leads readers who know the commission's key only to this one. */
  readonly proof: SignerProof;
};

/** The member's own key, and the proof that the commission vouches for it. */
export function actingSigner({ member }: UnlockedWorkspace): ActingSigner {
  return { key: member.signer, role: member.role, proof: member.proof };
}
