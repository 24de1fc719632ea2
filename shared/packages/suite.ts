import { z } from 'zod';

/** Names of signature suites. */
export const suiteSchema = z.enum(['ed25519-sha256', 'sm2-sm3']);
export type SuiteName = z.infer<typeof suiteSchema>;

type SuiteFacts = {
  readonly available: boolean;
  /** Where the signature is defined. */
  readonly standard: string;
  /** The national cipher suite for China's commercial cryptography; people are told that this program is not certified. */
  readonly national: boolean;
};

/**
 * Signature suites: a closed table. A suite decides how statements are signed and how public keys are encoded, nothing
 * else: digests of the format stay SHA-256, encryption stays age. It follows from the kind of the key and is named inside
 * the signature, and both must agree, so that nobody can turn one into another.
 */
export const suites = {
  'ed25519-sha256': { available: true, standard: 'Ed25519 (RFC 8032)', national: false },
  'sm2-sm3': { available: true, standard: 'SM2 with SM3 (GB/T 32918, GB/T 32905)', national: true },
} as const satisfies Record<SuiteName, SuiteFacts>;

/** The suite of new keys where nobody chose another. */
export const defaultSuite = 'ed25519-sha256' satisfies SuiteName;

/** Whether this program can check signatures of the named suite. */
export function isSuiteAvailable(name: string): boolean {
  return Object.entries(suites).some(([known, { available }]) => known === name && available);
}
