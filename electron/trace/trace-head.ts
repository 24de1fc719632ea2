import { fail, ok, type Result } from '#shared/base/result.ts';
import { smallCaps } from '#shared/packages/limits.ts';
import { formatVersion } from '#shared/packages/package-kind.ts';
import type { SignerProof } from '#shared/packages/signer-proof.ts';
import type { SignerRole } from '#shared/packages/head.ts';
import type { HeadOccasion } from '#shared/trace/event.ts';
import { formatTraceHead, traceHeadStatementSchema } from '#shared/trace/head.ts';
import type { TraceCode } from '#shared/trace/sentences.ts';
import type { SigningKey } from '../identity/signing-key.ts';
import { matchSigner, openSigned, sealEnvelope } from '../packages/envelope.ts';

/** What a trusted statement says of a log: so many entries, the last with this hash. */
export type TraceMark = { readonly entries: number; readonly head: string };

/** A signed head whose signature holds; whether its signer may speak for the office is decided by the caller. */
export type TraceHead = TraceMark & {
  readonly workspaceId: string;
  readonly issuedAt: string;
  readonly signer: { readonly role: SignerRole; readonly fingerprint: string };
  readonly proof: SignerProof | null;
};

export type HeadToSign = TraceMark & {
  readonly workspaceId: string;
  readonly occasion: HeadOccasion;
  /** RFC 3339 UTC. */
  readonly issuedAt: string;
  readonly role: SignerRole;
  readonly proof: SignerProof | null;
};

/** Signs a head: the bytes of a DSSE envelope, which Debian's `openssl` verifies like that of a package. */
export function signTraceHead(key: SigningKey, input: HeadToSign): Buffer {
  const { workspaceId, entries, head, occasion, issuedAt, role, proof } = input;
  const { suite, publicKey, fingerprint } = key;
  const signer = { role, publicKey, fingerprint };
  const predicate = { formatVersion, suite, workspaceId, entries, occasion, issuedAt, signer, proof } as const;
  return sealEnvelope(Buffer.from(formatTraceHead(head, predicate)), key);
}

/** Reads a signed head; `file` is its name, for the refusal. */
export function openTraceHead(bytes: Uint8Array, file: string): Result<TraceHead, TraceCode> {
  const signed = openSigned(bytes, smallCaps.values);
  if (!signed.ok)
    return fail(signed.error.code === 'package.signature' ? 'trace.head-signature' : 'trace.head-form', { file });
  const statement = traceHeadStatementSchema.safeParse(signed.value.payload);
  if (!statement.success) return fail('trace.head-form', { file });
  const { subject, predicate } = statement.data;
  const { workspaceId, entries, issuedAt, signer, proof, suite } = predicate;
  const { key } = signed.value;
  if (!matchSigner({ signer, suite }, key).ok) return fail('trace.head-form', { file });
  const { role, fingerprint } = signer;
  return ok({
    workspaceId,
    entries,
    head: subject[0].digest.sha256,
    issuedAt,
    signer: { role, fingerprint },
    proof,
  });
}
