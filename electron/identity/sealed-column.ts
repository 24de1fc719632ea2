import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { DamagedCell, openCell, sealCell, type CellPlace } from './sealed-cell.ts';

// Texts that anybody may seal and only the holder of a key may open: X25519 (RFC 7748) with a key of its own for each
// text, HKDF-SHA256 (RFC 5869) over both public keys, then a sealed cell.

const prefix = 'mtx2:';
const purpose = 'mtx column v1';
const keyLength = 32;

/** Seals a text for its place. */
export type SealColumn = (place: CellPlace, plain: string) => string;
/** Opens one; throws `DamagedCell` when it is not exactly what was sealed for that place. */
export type OpenColumn = (place: CellPlace, sealed: string) => string;

/** A new pair of keys in the forms that are stored: base64 of SPKI and PKCS #8. */
export function makeColumnKey(): { readonly publicKey: string; readonly secret: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return { publicKey: exportPublic(publicKey).toString('base64'), secret: exportSecret(privateKey) };
}

/** What seals for the holder of a key. @param publicKey base64 of its SPKI DER */
export function columnSealer(publicKey: string): SealColumn {
  const recipient = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  const recipientBytes = exportPublic(recipient);
  return (place, plain) => {
    const own = generateKeyPairSync('x25519');
    const ownBytes = exportPublic(own.publicKey);
    const shared = diffieHellman({ privateKey: own.privateKey, publicKey: recipient });
    const key = deriveKey(shared, ownBytes, recipientBytes);
    return `${prefix}${ownBytes.toString('base64')}:${sealCell(key, place, plain)}`;
  };
}

/** What opens with the other half. @param secret PKCS #8 DER */
export function columnOpener(secret: Uint8Array): OpenColumn {
  const privateKey = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
  const recipientBytes = exportPublic(createPublicKey(privateKey));
  return (place, sealed) => {
    const [, own = '', ...cell] = sealed.split(':');
    const ownBytes = Buffer.from(own, 'base64');
    return openCell(deriveKey(agree(privateKey, ownBytes, place), ownBytes, recipientBytes), place, cell.join(':'));
  };
}

/** Whether a stored text is one that was sealed for the holder of a key. */
export function isSealedColumn(stored: string): boolean {
  return stored.startsWith(prefix);
}

function agree(privateKey: KeyObject, ownBytes: Buffer, place: CellPlace): Buffer {
  try {
    return diffieHellman({ privateKey, publicKey: createPublicKey({ key: ownBytes, format: 'der', type: 'spki' }) });
  } catch {
    throw new DamagedCell(place.table);
  }
}

function deriveKey(shared: Uint8Array, own: Uint8Array, recipient: Uint8Array): Uint8Array {
  return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([own, recipient]), purpose, keyLength));
}

function exportPublic(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' });
}

function exportSecret(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'pkcs8' });
}
