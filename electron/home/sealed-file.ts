import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { Vault } from './vault.ts';

/** Bytes `start` to `end` of a plain file, both included. */
export type PlainRange = { readonly start: number; readonly end: number };

/** Thrown when a chunk of a sealed file does not verify, or the file has not the length that it should have. */
export class DamagedFile extends Error {}

// The STREAM construction as age uses it (Hoang, Reyhanitabar, Rogaway, Vizár 2015), with AES-256-GCM: chunks of 64 KiB,
// each under a nonce of its number (11 bytes) and a mark of the last one, so that chunks can neither be exchanged, left
// out, repeated nor cut off. The key is the file's own, by a salt at its head.
const saltLength = 16;
const chunkLength = 64 * 1024;
const tagLength = 16;
const algorithm = 'aes-256-gcm';

/** Writes plain bytes as a sealed file. Bytes come in parts of any length; `end` writes the last chunk. */
export type SealingWriter = {
  readonly write: (part: Uint8Array) => Promise<void>;
  readonly end: () => Promise<void>;
};

/** Begins a sealed file on an empty one that is open for writing. */
export async function sealFile(handle: FileHandle, vault: Pick<Vault, 'fileKey'>): Promise<SealingWriter> {
  const salt = randomBytes(saltLength);
  const key = vault.fileKey(salt);
  await handle.appendFile(salt);
  let held = Buffer.alloc(0);
  let number = 0;
  const flush = async (length: number, last: boolean): Promise<void> => {
    const chunk = sealChunk(key, { number, last }, held.subarray(0, length));
    held = held.subarray(length);
    number += 1;
    await handle.appendFile(chunk);
  };
  return {
    write: async (part) => {
      held = Buffer.concat([held, part]);
      // A full chunk is held back: it may be the last one.
      while (held.length > chunkLength) await flush(chunkLength, false);
    },
    end: () => flush(held.length, true),
  };
}

/** Length of the sealed file of a plain one; bytes. */
export function sealedLength(size: number): number {
  return saltLength + size + countChunks(size) * tagLength;
}

/**
 * The bytes of a range out of a sealed file, chunk by chunk as they are read.
 * @param size length of the plain file, as the signed task states it
 * @param vault asked before every chunk, so that reading ends when the home is locked
 */
export async function* readSealedFile(
  path: string,
  size: number,
  range: PlainRange,
  vault: Pick<Vault, 'fileKey' | 'isLocked'>,
): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    if ((await handle.stat()).size !== sealedLength(size)) throw new DamagedFile('length');
    const key = vault.fileKey(await readAt(handle, 0, saltLength));
    const last = countChunks(size) - 1;
    const first = Math.floor(range.start / chunkLength);
    for (let number = first; number <= last && number * chunkLength <= range.end; number += 1) {
      if (vault.isLocked()) throw new DamagedFile('locked');
      const begin = number * chunkLength;
      const length = Math.min(chunkLength, size - begin) + tagLength;
      const sealed = await readAt(handle, saltLength + number * (chunkLength + tagLength), length);
      const plain = openChunk(key, { number, last: number === last }, sealed);
      yield plain.subarray(Math.max(0, range.start - begin), range.end + 1 - begin);
    }
  } finally {
    await handle.close();
  }
}

type ChunkPlace = { readonly number: number; readonly last: boolean };

function sealChunk(key: Uint8Array, place: ChunkPlace, plain: Uint8Array): Buffer {
  const cipher = createCipheriv(algorithm, key, nonceOf(place), { authTagLength: tagLength });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(key: Uint8Array, place: ChunkPlace, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(algorithm, key, nonceOf(place), { authTagLength: tagLength });
  decipher.setAuthTag(sealed.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()]);
  } catch {
    throw new DamagedFile('chunk');
  }
}

function nonceOf({ number, last }: ChunkPlace): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** An empty file has one empty chunk, so that cutting it off shows. */
function countChunks(size: number): number {
  return Math.max(1, Math.ceil(size / chunkLength));
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, position);
  if (bytesRead !== length) throw new DamagedFile('length');
  return buffer;
}
