import type { Result } from '#shared/base/result.ts';
import { formatVersion } from '#shared/packages/package-kind.ts';
import type { Head } from '#shared/packages/head.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import type { RotationPredicate } from '#shared/packages/roster.ts';
import type { Mode } from '#shared/round/round.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import { openStatement, sealStatement } from './bare-statement.ts';

/** The head of statements that a commission's key signs about itself and its people. */
export function officeHead(
  signer: SigningKey,
  { mode, seq, previous, issuedAt }: { mode: Mode; seq: number; previous: string | null; issuedAt: string },
): Omit<Head, 'roundId' | 'expertId'> & { readonly roundId: null; readonly expertId: null } {
  return {
    formatVersion,
    suite: signer.suite,
    mode,
    critical: [],
    roundId: null,
    expertId: null,
    signer: { role: 'commission', publicKey: signer.publicKey, fingerprint: signer.fingerprint },
    audience: null,
    seq,
    previous,
    issuedAt,
  };
}

export type Rotation = {
  readonly workspace: string;
  readonly mode: Mode;
  readonly next: RotationPredicate['next'];
  /** RFC 3339 UTC. */
  readonly issuedAt: string;
};

/** 轮换声明: the old key signs the new one in. @returns base64 of the envelope, as other statements carry it */
export function makeRotation(
  old: SigningKey,
  { workspace, mode, next, issuedAt }: Rotation,
): Result<string, PackageCode> {
  const head = officeHead(old, { mode, seq: 1, previous: null, issuedAt });
  const sealed = sealStatement('rotation', { ...head, workspace, next }, old);
  return sealed.ok ? { ok: true, value: sealed.value.envelope.toString('base64') } : sealed;
}

/**
 * Follows 轮换声明 from a key that is trusted to those that came after it.
 * @param trusted fingerprint of the key that the reader has pinned, hexadecimal
 * @param rotations base64 envelopes, the oldest first; those before the trusted key are passed over
 * @returns fingerprints that may be trusted in its place, the trusted one first
 */
export function followRotations(trusted: string, rotations: readonly string[]): readonly string[] {
  const followed = [trusted];
  let current = trusted;
  for (const text of rotations) {
    const rotation = openStatement(Buffer.from(text, 'base64'), 'rotation');
    if (!rotation.ok || rotation.value.predicate.signer.fingerprint !== current) continue;
    if (rotation.value.predicate.signer.role !== 'commission') continue;
    current = rotation.value.predicate.next.fingerprint;
    followed.push(current);
  }
  return followed;
}
