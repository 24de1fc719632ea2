import { fail, ok, type Result } from '#shared/base/result.ts';
import { hasFewValues, isCanonicalJson, parseJson } from '#shared/packages/canonical.ts';
import { formatEnvelope, parseEnvelope, preAuthenticationPrefix } from '#shared/packages/envelope.ts';
import type { Head } from '#shared/packages/head.ts';
import type { PackageCode } from '#shared/packages/sentences.ts';
import { findSignerKey, parseStatement, type Statement } from '#shared/packages/statement.ts';
import { sha256Hex } from '../base/digest.ts';
import { decodeBase64, readPublicKey, type PublicKey, type SigningKey } from '../identity/signing-key.ts';

/** A statement whose signature holds; `hash` is the SHA-256 of its payload, by which it is known everywhere. */
export type SignedStatement = Statement & { readonly hash: string };

/** An envelope opens two objects and an array and separates three keys; more than these few are no envelope. */
const valuesOfEnvelope = 16;

/** The bytes that DSSE signs. */
export function preAuthenticationEncoding(payload: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(preAuthenticationPrefix(payload.length), 'ascii'), payload]);
}

/** Signs a payload: the bytes of `statement.dsse.json`. */
export function sealEnvelope(payload: Uint8Array, signer: SigningKey): Buffer {
  const signature = Buffer.from(signer.sign(preAuthenticationEncoding(payload))).toString('base64');
  const text = formatEnvelope({
    payload: Buffer.from(payload).toString('base64'),
    keyid: signer.fingerprint,
    signature,
  });
  return Buffer.from(text);
}

/**
 * Opens an envelope in the order of the format: its form, the signature over the exact payload bytes, the payload's
 * one form, version and suite, the strict schema. The key is looked up inside the payload, because it is signed there;
 * nothing else of the payload is used before the signature holds, and whether that key may sign is decided afterwards.
 * The key's kind decides how the signature is checked, and the suite that the statement names must be that one.
 * @param values that the payload may hold at most
 */
export function openEnvelope(bytes: Uint8Array, values: number): Result<SignedStatement, PackageCode> {
  const signed = openSigned(bytes, values);
  if (!signed.ok) return signed;
  const statement = parseStatement(signed.value.payload);
  if (!statement.ok) return statement;
  const matched = matchSigner(statement.value.predicate, signed.value.key);
  return matched.ok ? ok({ ...statement.value, hash: signed.value.hash }) : matched;
}

/** A payload whose signature holds and which is in its one form, before any schema. */
export type SignedPayload = {
  readonly payload: unknown;
  /** Statement hash: SHA-256 of the payload bytes. */
  readonly hash: string;
  /** The key that signed. */
  readonly key: PublicKey;
};

/** What a predicate says about its signer is true of the key that signed. */
export function matchSigner(
  { signer, suite }: Pick<Head, 'signer' | 'suite'>,
  key: PublicKey,
): Result<null, PackageCode> {
  if (signer.fingerprint !== key.fingerprint) return fail('package.fingerprint');
  return suite === key.suite ? ok(null) : fail('package.suite-key', { suite });
}

/** The first half of `openEnvelope`: form, signature, canonical payload. */
export function openSigned(bytes: Uint8Array, values: number): Result<SignedPayload, PackageCode> {
  const text = hasFewValues(bytes, valuesOfEnvelope) ? decodeUtf8(bytes) : null;
  const envelope = text === null ? fail('package.envelope') : parseEnvelope(text);
  if (!envelope.ok) return envelope;
  const payload = decodeBase64(envelope.value.payload);
  const signature = decodeBase64(envelope.value.signature);
  if (payload === null || signature === null) return fail('package.envelope');
  if (!hasFewValues(payload, values)) return fail('package.too-many-values');
  const payloadText = decodeUtf8(payload);
  const value = payloadText === null ? undefined : parseJson(payloadText);
  const signed = checkSignature(value, payload, signature);
  if (!signed.ok) return signed;
  if (payloadText === null || !isCanonicalJson(value, payloadText)) return fail('package.not-canonical');
  return ok({ payload: value, hash: sha256Hex(payload), key: signed.value });
}

function checkSignature(value: unknown, payload: Buffer, signature: Buffer): Result<PublicKey, PackageCode> {
  const claimed = findSignerKey(value);
  if (claimed === null) return fail('package.signature');
  const key = readPublicKey(claimed);
  if (key === null) return fail('package.suite', { suite: '' });
  if (!key.verify(preAuthenticationEncoding(payload), signature)) return fail('package.signature');
  return ok(key);
}

/** Strict UTF-8; a byte order mark stays in the text, where no JSON parser accepts it. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
