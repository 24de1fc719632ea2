import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { Identity } from 'age-encryption';
import { createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';
import { parseAgeIdentity } from './age-identity.ts';

// RFC 8410: the DER of an X25519 key is a fixed prefix and 32 bytes.
const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex');
const label = 'age-encryption.org/v1/X25519';
const keyLength = 32;
/** A file key of 16 bytes with the 16 of its tag. */
const wrappedLength = 32;
const noNonce = new Uint8Array(12);

/**
 * age's X25519 identity (age-encryption.org/v1, "The X25519 recipient type") with the curve of Node: typage's own goes
 * through the thread pool five times for each file, which takes longer than all else of a small package's header.
 * @param text `AGE-SECRET-KEY-1…`
 * @returns null when it is no such identity
 */
export function x25519Identity(text: string): Identity | null {
  const secret = parseAgeIdentity(text);
  if (secret === null) return null;
  const privateKey = createPrivateKey({ key: Buffer.concat([privatePrefix, secret]), format: 'der', type: 'pkcs8' });
  const own = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);
  return {
    unwrapFileKey: (stanzas) => {
      for (const { args, body } of stanzas) {
        const [type, share = '', ...more] = args;
        if (type !== 'X25519') continue;
        const point = Buffer.from(share, 'base64');
        const isExact = more.length === 0 && point.length === keyLength && unpadded(point) === share;
        if (!isExact || body.length !== wrappedLength) throw new Error('invalid X25519 stanza');
        // A point of low order, whose secret would be zero, is refused by the agreement itself.
        const key = hkdfSync('sha256', agree(privateKey, point), Buffer.concat([point, own]), label, keyLength);
        const fileKey = unwrap(new Uint8Array(key), body);
        if (fileKey !== null) return fileKey;
      }
      return null;
    },
  };
}

function agree(privateKey: KeyObject, point: Buffer): Buffer {
  const key = Buffer.concat([publicPrefix, point]);
  return diffieHellman({ privateKey, publicKey: createPublicKey({ key, format: 'der', type: 'spki' }) });
}

function unwrap(key: Uint8Array, body: Uint8Array): Uint8Array | null {
  try {
    return chacha20poly1305(key, noNonce).decrypt(body);
  } catch {
    return null;
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
