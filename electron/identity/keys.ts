import type { Entropy } from '#shared/base/ids.ts';
import { formatTime, timeSchema } from '#shared/base/ids.ts';
import { recipientSchema } from '#shared/packages/head.ts';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { signingKeyFromSeed, type SigningKey } from './signing-key.ts';

/** Whose keys a file holds. */
export const keyOwnerSchema = z.enum(['commission', 'expert', 'escrow']);
export type KeyOwner = z.infer<typeof keyOwnerSchema>;

/**
 * Key material as it is stored: JSON inside an age file. `signing` is the Ed25519 seed in base64, `sealing` an age
 * identity that Debian's `age -i` takes as it is.
 */
export const storedKeysSchema = z.strictObject({
  formatVersion: z.literal(1),
  owner: keyOwnerSchema,
  createdAt: timeSchema,
  signing: z.base64().length(44),
  sealing: z.string().regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/),
  recipient: recipientSchema,
});
export type StoredKeys = z.infer<typeof storedKeysSchema>;

/** Unlocked keys, ready for use: one pair signs, the other opens what is sealed to `recipient`. */
export type OwnKeys = {
  readonly owner: KeyOwner;
  readonly signer: SigningKey;
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** `age1…` */
  readonly recipient: string;
};

/** New keys: Ed25519 for signing, X25519 for sealing. */
export async function createKeys(owner: KeyOwner, entropy: Entropy): Promise<StoredKeys> {
  const sealing = await generateX25519Identity();
  return {
    formatVersion: 1,
    owner,
    createdAt: formatTime(entropy.now()),
    signing: Buffer.from(entropy.randomBytes(32)).toString('base64'),
    sealing,
    recipient: await identityToRecipient(sealing),
  };
}

/** Keys out of their stored form. */
export function loadKeys(stored: StoredKeys): OwnKeys {
  const signer = signingKeyFromSeed(Buffer.from(stored.signing, 'base64'));
  return { owner: stored.owner, signer, identity: stored.sealing, recipient: stored.recipient };
}
