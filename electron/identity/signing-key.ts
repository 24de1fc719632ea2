import { defaultSuite, type SuiteName } from '#shared/packages/suite.ts';
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { sha256Hex } from '../base/digest.ts';

/** A key that signs. The private half stays inside. */
export type SigningKey = {
  readonly suite: SuiteName;
  /** base64 of the SPKI DER encoding. */
  readonly publicKey: string;
  /** SHA-256 of that DER, hexadecimal. */
  readonly fingerprint: string;
  readonly sign: (message: Uint8Array) => Uint8Array;
};

// RFC 8410: the DER of an Ed25519 key is a fixed prefix and 32 bytes.
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const keyBytes = 32;

/** The Ed25519 key of a 32-byte seed (RFC 8032, section 5.1.5). */
export function signingKeyFromSeed(seed: Uint8Array): SigningKey {
  if (seed.length !== keyBytes) throw new RangeError('an Ed25519 seed has 32 bytes');
  const privateKey = createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    suite: defaultSuite,
    publicKey: der.toString('base64'),
    fingerprint: sha256Hex(der),
    sign: (message) => sign(null, message, privateKey),
  };
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
  if (der === null || der.length !== publicPrefix.length + keyBytes) return null;
  if (!der.subarray(0, publicPrefix.length).equals(publicPrefix)) return null;
  const key: KeyObject = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return {
    suite: defaultSuite,
    fingerprint: sha256Hex(der),
    verify: (message, signature) => verify(null, message, key, signature),
  };
}

/** The bytes of padded standard base64; null when the text is not the one encoding of them (RFC 4648, section 3.5). */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
