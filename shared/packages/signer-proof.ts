import { z } from 'zod';
import { innerEnvelopeSchema } from './roster.ts';

/**
 * Leads from the commission's key that a reader has pinned to the key that signed: the member's 成员证明 (null when the
 * commission's own key signed) and the commission's 轮换声明, all base64 envelopes.
 */
export const signerProofSchema = z.strictObject({
  membership: innerEnvelopeSchema.nullable(),
  rotations: z.array(innerEnvelopeSchema).max(99),
});
export type SignerProof = z.infer<typeof signerProofSchema>;
