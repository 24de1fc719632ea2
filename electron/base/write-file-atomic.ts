import type { FileCode } from '#shared/base/file-sentences.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { createHash, randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorNumber, fileFailure } from './file-failure.ts';

/** Appends to the file being written; resolves when the system has taken all of it. */
export type Write = (chunk: Uint8Array) => Promise<void>;

/** A file that stands complete under its name. */
export type WrittenFile = { readonly path: string; readonly size: number; readonly sha256: string };

/** The calls to the file system that writing makes; tests pass failing ones. */
export type Disk = {
  readonly open: typeof open;
  readonly rename: typeof rename;
  readonly rm: typeof rm;
};

export type WriteOptions = {
  /** Permission bits of the new file; default 0o666 less the umask. */
  readonly mode?: number;
  readonly disk?: Disk | undefined;
};

const realDisk: Disk = { open, rename, rm };
const readBuffer = 1024 * 1024;

/**
 * Writes a file so that a partial one never stands under its name: a temporary file in the same folder, written, synced,
 * read back and compared, renamed, and the folder synced. An existing file is replaced only by the complete new one; on
 * any failure the temporary file is removed.
 * @param produce writes the content; its own refusal ends the writing and is handed on
 */
export async function writeFileAtomic<Code extends string = never>(
  path: string,
  produce: (write: Write) => Promise<Result<null, Code>>,
  options: WriteOptions = {},
): Promise<Result<WrittenFile, Code | FileCode>> {
  const disk = options.disk ?? realDisk;
  const temporary = join(dirname(path), `.${basename(path).slice(0, 40)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const written = await writeTemporary(temporary, produce, options.mode ?? 0o666, disk);
    if (!written.ok) return await discard(temporary, disk, written);
    const { size, sha256 } = written.value;
    if ((await hashFile(temporary, disk)) !== sha256) {
      return await discard(temporary, disk, fail('files.unfaithful', { file: basename(path) }));
    }
    await disk.rename(temporary, path);
    await syncFolder(dirname(path), disk);
    return ok({ path, size, sha256 });
  } catch (error) {
    await disk.rm(temporary, { force: true }).catch(() => undefined);
    const failure = fileFailure(error, path);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}

/** Makes the names in a folder durable; systems that cannot sync a folder (Windows, some network drives) are left to it. */
export async function syncFolder(folder: string, disk: Pick<Disk, 'open'> = realDisk): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await disk.open(folder, 'r');
    await handle.sync();
  } catch (error) {
    if (errorNumber(error) === 'EIO') throw error;
  } finally {
    await handle?.close();
  }
}

async function discard<Refused>(temporary: string, disk: Disk, refused: Refused): Promise<Refused> {
  await disk.rm(temporary, { force: true });
  return refused;
}

async function writeTemporary<Code extends string>(
  temporary: string,
  produce: (write: Write) => Promise<Result<null, Code>>,
  mode: number,
  disk: Disk,
): Promise<Result<{ readonly size: number; readonly sha256: string }, Code>> {
  const handle = await disk.open(temporary, 'wx', mode);
  try {
    const hash = createHash('sha256');
    let size = 0;
    const produced = await produce(async (chunk) => {
      hash.update(chunk);
      size += chunk.length;
      await writeAll(handle, chunk);
    });
    if (!produced.ok) return produced;
    await handle.sync();
    return ok({ size, sha256: hash.digest('hex') });
  } finally {
    await handle.close();
  }
}

// A full disk may take a part of a chunk first and refuse the rest only then.
async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length;) {
    const { bytesWritten } = await handle.write(chunk, done, chunk.length - done);
    done += bytesWritten;
  }
}

async function hashFile(path: string, disk: Disk): Promise<string> {
  const handle = await disk.open(path, 'r');
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(Math.min(readBuffer, (await handle.stat()).size + 1));
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}
