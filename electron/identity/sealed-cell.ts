import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Where a sealed text stands: it opens nowhere else, so that rows and columns cannot be exchanged. */
export type CellPlace = { readonly table: string; readonly column: string; readonly row: string };

/** Thrown when a sealed text does not verify: the disk or somebody has changed it, or moved it from another place. */
export class DamagedCell extends Error {}

const prefix = 'mtx1:';
const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/**
 * Seals a text for one place: AES-256-GCM (NIST SP 800-38D) with a random nonce and the place as associated data.
 * @param key 32 bytes
 * @returns `mtx1:` and base64 of nonce, cipher text and tag
 */
export function sealCell(key: Uint8Array, place: CellPlace, plain: string): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength });
  cipher.setAAD(describePlace(place));
  const body = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return prefix + body.toString('base64');
}

/** The text of a sealed cell; throws `DamagedCell` when it is not exactly what was sealed for that place. */
export function openCell(key: Uint8Array, place: CellPlace, sealed: string): string {
  const body = Buffer.from(sealed.slice(prefix.length), 'base64');
  if (!isSealed(sealed) || body.length < nonceLength + tagLength) throw new DamagedCell(place.table);
  const decipher = createDecipheriv(algorithm, key, body.subarray(0, nonceLength), { authTagLength: tagLength });
  decipher.setAAD(describePlace(place));
  decipher.setAuthTag(body.subarray(-tagLength));
  try {
    const plain = decipher.update(body.subarray(nonceLength, -tagLength));
    return Buffer.concat([plain, decipher.final()]).toString('utf8');
  } catch {
    throw new DamagedCell(place.table);
  }
}

/** Whether a stored text is a sealed one. */
export function isSealed(stored: string): boolean {
  return stored.startsWith(prefix);
}

/** JSON filled up with spaces to a multiple of `block` bytes, so that the length of a cell tells little of its text. */
export function padJson(value: unknown, block: number): string {
  const text = JSON.stringify(value);
  const size = Buffer.byteLength(text);
  return text + ' '.repeat(Math.ceil(size / block) * block - size);
}

function describePlace({ table, column, row }: CellPlace): Buffer {
  return Buffer.from(JSON.stringify([table, column, row]));
}
