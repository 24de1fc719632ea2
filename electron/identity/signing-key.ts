import { defaultSuite, suiteSchema, type SuiteName } from '#shared/packages/suite.ts';
import { sha256Hex } from '../base/digest.ts';
import { signatureSuites } from './suites/table.ts';

/** A key that signs. The private half stays inside. */
export type SigningKey = {
  readonly suite: SuiteName;
  /** base64 of the SPKI DER encoding. */
  readonly publicKey: string;
  /** SHA-256 of that DER, hexadecimal. */
  readonly fingerprint: string;
  readonly sign: (message: Uint8Array) => Uint8Array;
};

/** The signing key of 32 secret bytes: an Ed25519 seed (RFC 8032, section 5.1.5), or the scalar of an SM2 key. */
export function signingKeyFromSeed(seed: Uint8Array, suite: SuiteName = defaultSuite): SigningKey {
  const { publicKey, sign } = signatureSuites[suite].loadSecret(seed);
  return { suite, publicKey: Buffer.from(publicKey).toString('base64'), fingerprint: sha256Hex(publicKey), sign };
}

/** A public key of a suite that this program knows. */
export type PublicKey = {
  readonly suite: SuiteName;
  readonly fingerprint: string;
  readonly verify: (message: Uint8Array, signature: Uint8Array) => boolean;
};

/**
 * Reads a public key. The kind of key decides the suite, so that a statement cannot name a weaker one.
 * @param publicKey base64 of the SPKI DER encoding
 * @returns null when it is not the one encoding of a key of a known suite
 */
export function readPublicKey(publicKey: string): PublicKey | null {
  const der = decodeBase64(publicKey);
  if (der === null) return null;
  for (const suite of suiteSchema.options) {
    const verify = signatureSuites[suite].loadPublic(der);
    if (verify !== null) return { suite, fingerprint: sha256Hex(der), verify };
  }
  return null;
}

/** The bytes of padded standard base64; null when the text is not the one encoding of them (RFC 4648, section 3.5). */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
