import { z } from 'zod';
import { idSchema, sha256Schema, timeSchema } from '../base/ids.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { modeSchema } from '../round/round.ts';
import { formatVersion } from './package-kind.ts';
import type { PackageCode } from './sentences.ts';
import { isSuiteAvailable, suiteSchema } from './suite.ts';

/** Who signs: the commission's key, one of its members (later), or an expert. */
export const signerRoleSchema = z.enum(['commission', 'admin', 'staff', 'expert']);
export type SignerRole = z.infer<typeof signerRoleSchema>;

/** Padded standard base64, as far as a pattern can tell. */
export const base64Schema = z.string().regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);

/** The key that signed: base64 of its SPKI DER, and the SHA-256 of that DER in hexadecimal. */
export const signerSchema = z.strictObject({
  role: signerRoleSchema,
  publicKey: base64Schema.min(4).max(400),
  fingerprint: sha256Schema,
});
export type Signer = z.infer<typeof signerSchema>;

/** A native X25519 recipient of age (`age1…`, BIP 173 bech32 of 32 bytes). */
export const recipientSchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, 'not an age recipient');

/**
 * The fields that every predicate begins with. `audience`: fingerprint of the recipient's signing key; null when it has
 * none yet (a task for an activation code) or is everybody. `seq` counts this signer's statements of the round from 1;
 * `previous` is the hash of the one before. `issuedAt` is advisory: order comes from `seq` and `previous`.
 */
export const headShape = {
  formatVersion: z.literal(formatVersion),
  suite: suiteSchema,
  mode: modeSchema,
  critical: z.array(z.string().min(1).max(64)).max(16),
  roundId: idSchema,
  expertId: idSchema,
  signer: signerSchema,
  audience: sha256Schema.nullable(),
  seq: z.int().min(1).max(1_000_000_000),
  previous: sha256Schema.nullable(),
  issuedAt: timeSchema,
} as const;

const headSchema = z.strictObject(headShape);
export type Head = z.infer<typeof headSchema>;

/** Rule of the chain: `previous` is null at seq 1 and only there. */
export function isChained({ seq, previous }: Pick<Head, 'seq' | 'previous'>): boolean {
  return (seq === 1) === (previous === null);
}

const formatSchema = z.looseObject({
  formatVersion: z.unknown().optional(),
  suite: z.unknown().optional(),
  critical: z.array(z.string()).catch([]),
});

/**
 * Looks at what a statement says about its own format before anything strict does, so that a package of a newer
 * program is named as such and not as malformed.
 * @param known fields of the kind's predicate
 */
export function checkFormat(predicate: unknown, known: readonly string[]): Result<null, PackageCode> {
  const parsed = formatSchema.safeParse(predicate);
  if (!parsed.success) return fail('package.schema', { problem: 'predicate' });
  const { formatVersion: version, critical, suite } = parsed.data;
  if (typeof version === 'number' && version !== formatVersion) return fail('package.version', { version });
  const strange = critical.find((field) => !known.includes(field));
  if (strange !== undefined) return fail('package.critical', { field: strange });
  if (typeof suite === 'string' && !isSuiteAvailable(suite)) return fail('package.suite', { suite });
  return ok(null);
}
