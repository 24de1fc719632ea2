import type { Entropy } from '#shared/base/ids.ts';
import { formatTime, timeSchema } from '#shared/base/ids.ts';
import { recipientSchema } from '#shared/packages/head.ts';
import { defaultSuite, suiteSchema, type SuiteName } from '#shared/packages/suite.ts';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { signingKeyFromSeed, type SigningKey } from './signing-key.ts';
import { signatureSuites } from './suites/table.ts';

/** Whose keys a file holds. */
export const keyOwnerSchema = z.enum(['commission', 'expert', 'escrow', 'member']);
export type KeyOwner = z.infer<typeof keyOwnerSchema>;

/**
 * Key material as it is stored: JSON inside an age file. `signing` is the private key of the suite in base64 (an Ed25519
 * seed, or an SM2 scalar), `sealing` an age identity that Debian's `age -i` takes as it is. Files of before the second
 * suite name none.
 */
export const storedKeysSchema = z.strictObject({
  formatVersion: z.literal(1),
  owner: keyOwnerSchema,
  createdAt: timeSchema,
  suite: suiteSchema.default(defaultSuite),
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

/** New keys: one of the suite for signing, X25519 for sealing. */
export async function createKeys(
  owner: KeyOwner,
  entropy: Entropy,
  suite: SuiteName = defaultSuite,
): Promise<StoredKeys> {
  const sealing = await generateX25519Identity();
  return {
    formatVersion: 1,
    owner,
    createdAt: formatTime(entropy.now()),
    suite,
    signing: Buffer.from(signatureSuites[suite].makeSecret(entropy)).toString('base64'),
    sealing,
    recipient: await identityToRecipient(sealing),
  };
}

/** Keys out of their stored form. */
export function loadKeys(stored: StoredKeys): OwnKeys {
  const signer = signingKeyFromSeed(Buffer.from(stored.signing, 'base64'), stored.suite);
  return { owner: stored.owner, signer, identity: stored.sealing, recipient: stored.recipient };
}
