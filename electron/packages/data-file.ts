import type { FileCode } from '#shared/base/file-sentences.ts';
import type { Result } from '#shared/base/result.ts';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';
import { attemptFile } from '../base/attempt-file.ts';
import { fileFailure } from '../base/file-failure.ts';
import type { Bytes } from '../identity/age.ts';
import { Refusal } from './refusal.ts';

/** A content that can go into a package: measured once, read again while sealing. Sizes in bytes. */
export type DataFile = {
  readonly sha256: string;
  readonly size: number;
  readonly crc32: number;
  readonly open: () => Bytes;
};

const chunkSize = 256 * 1024;

/** Measures a file on disk. Keep the result: the same dossier goes into many packages. */
export async function measureDataFile(path: string): Promise<Result<DataFile, FileCode>> {
  return attemptFile(path, async () => {
    const open = (): Bytes => createReadStream(path, { highWaterMark: chunkSize });
    const hash = createHash('sha256');
    let size = 0;
    let sum = 0;
    for await (const chunk of open()) {
      hash.update(chunk);
      sum = crc32(chunk, sum);
      size += chunk.length;
    }
    return { sha256: hash.digest('hex'), size, crc32: sum, open };
  });
}

/** The content of a file, refused with `package.source-changed` when it is no longer what was measured. */
export async function* readDataFile(file: DataFile, name: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of file.open()) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    // Not the package's own place: a missing dossier must not be reported as a missing package.
    if (fileFailure(error, name) === null) throw error;
    throw new Refusal('package.source-changed', { entry: name });
  }
  if (hash.digest('hex') !== file.sha256) throw new Refusal('package.source-changed', { entry: name });
}
