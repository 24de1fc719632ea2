import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { Stanza, type Identity, type Recipient } from 'age-encryption';
import { randomBytes, scrypt, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Uint8Array, number, ScryptOptions, Buffer>(scrypt);
const label = 'age-encryption.org/v1/scrypt';
const blockSize = 8;
const keyLength = 32;
/** A file key of 16 bytes with the 16 of its tag. */
const wrappedLength = 32;
const noNonce = new Uint8Array(12);

/**
 * age's scrypt recipient (age-encryption.org/v1, "The scrypt recipient type") with the scrypt of Node: more than twice
 * as fast as typage's own, and off the main thread, so that the window does not freeze while a passphrase is checked.
 * @param workFactor log2 of N
 */
export function scryptRecipient(passphrase: string, workFactor: number): Recipient {
  return {
    wrapFileKey: async (fileKey) => {
      const salt = randomBytes(16);
      const key = await stretch(passphrase, salt, workFactor);
      const body = chacha20poly1305(key, noNonce).encrypt(fileKey);
      return [new Stanza(['scrypt', unpadded(salt), String(workFactor)], body)];
    },
  };
}

/** The matching identity. @param salt and work factor of the one stanza, as `readAgeHeader` has checked them */
export function scryptIdentity(passphrase: string, salt: Uint8Array, workFactor: number): Identity {
  return {
    unwrapFileKey: async (stanzas) => {
      const wrapped = Buffer.concat(stanzas.map(({ body }) => body));
      if (wrapped.length !== wrappedLength) throw new Error('invalid scrypt stanza');
      const key = await stretch(passphrase, salt, workFactor);
      try {
        return chacha20poly1305(key, noNonce).decrypt(wrapped);
      } catch {
        return null;
      }
    },
  };
}

async function stretch(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Uint8Array> {
  const cost = 2 ** workFactor;
  // OpenSSL counts 128 · N · r bytes for the table and some more for its blocks.
  const options = { N: cost, r: blockSize, p: 1, maxmem: 128 * blockSize * (cost + 64) };
  return derive(passphrase, Buffer.concat([Buffer.from(label), salt]), keyLength, options);
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
