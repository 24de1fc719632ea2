import type { SignerRole } from '#shared/packages/head.ts';
import type { SignerProof } from '#shared/packages/signer-proof.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import type { UnlockedWorkspace } from './workspace.ts';

/** Who signs what the office says day by day: receipts and heads of the 留痕. */
export type ActingSigner = {
  readonly key: SigningKey;
  readonly role: SignerRole;
  /** What leads readers who know the commission's key only to this one; null when it is that key. */
  readonly proof: SignerProof | null;
};

/** The key of whoever acts. The founder's is the commission's own. */
export function actingSigner({ keys, member }: UnlockedWorkspace): ActingSigner {
  const isCommission = member.signer.fingerprint === keys.signer.fingerprint;
  return { key: member.signer, role: isCommission ? 'commission' : member.role, proof: null };
}
