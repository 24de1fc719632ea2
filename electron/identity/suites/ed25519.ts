import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { Suite } from './suite.ts';

// RFC 8410: the DER of an Ed25519 key is a fixed prefix and 32 bytes.
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const keyBytes = 32;

/** Ed25519 (RFC 8032); the private key is its 32-byte seed. */
export const ed25519: Suite = {
  makeSecret: (entropy) => entropy.randomBytes(keyBytes),
  loadSecret: (seed) => {
    if (seed.length !== keyBytes) throw new RangeError('an Ed25519 seed has 32 bytes');
    const privateKey = createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
    return {
      publicKey: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }),
      sign: (message) => sign(null, message, privateKey),
    };
  },
  loadPublic: (der) => {
    if (der.length !== publicPrefix.length + keyBytes) return null;
    if (!der.subarray(0, publicPrefix.length).equals(publicPrefix)) return null;
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return (message, signature) => verify(null, message, key, signature);
  },
};
