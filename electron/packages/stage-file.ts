import { createHash, randomBytes } from 'node:crypto';
import { constants, copyFile, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileCode } from '#shared/base/file-sentences.ts';
import type { Result } from '#shared/base/result.ts';
import { errorNumber } from '../base/file-failure.ts';
import { attemptFile } from '../base/attempt-file.ts';
import { syncFolder } from '../base/write-file-atomic.ts';
import { Refusal } from './refusal.ts';

/** A private copy of a package: what is verified is what is kept, whatever happens to the stick meanwhile. */
export type StagedFile = {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Of the file as a whole; packages are known by their statement hash. */
  readonly sha256: string;
  /** The copied content when it is small (below 1 MiB), so that it need not be read again. */
  readonly content: Uint8Array | null;
};

const chunkSize = 1024 * 1024;

/**
 * Copies a file into the staging folder, up to a cap. Faults are thrown: a `Refusal`, or the file system's own error
 * (about the source; the staging folder is ours).
 * @param limit bytes
 * @param check called before each part with the size of the whole; may throw
 */
export async function stageFile(
  source: string,
  staging: string,
  limit: number,
  check: (size: number) => void = () => undefined,
): Promise<StagedFile> {
  const path = join(staging, `${randomBytes(12).toString('hex')}.staged`);
  // Not to wait for whoever writes into a named pipe: what is no file is refused at once. (Windows has no such flag.)
  const from = await open(source, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const { size } = await checkSource(from, source, limit);
    const to = await open(path, 'wx', 0o600);
    try {
      return { path, ...(await copy(from, to, { size, limit, check })) };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** Makes a staged copy durable under its final name, which may lie on another disk. */
export async function keepStaged(staged: StagedFile, path: string): Promise<Result<null, FileCode>> {
  return attemptFile(path, async () => {
    const handle = await open(staged.path, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await move(staged.path, path);
    await syncFolder(dirname(path));
    return null;
  });
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (errorNumber(error) !== 'EXDEV') throw error;
    await moveAcross(from, to);
  }
}

/** From one disk to another: a copy beside the final name, durable before it takes it. */
async function moveAcross(from: string, to: string): Promise<void> {
  const beside = `${to}.${randomBytes(6).toString('hex')}.part`;
  try {
    await copyFile(from, beside);
    const handle = await open(beside, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, to);
  } finally {
    await rm(beside, { force: true });
  }
  await rm(from, { force: true });
}

/** Removes a staged copy that is not wanted. */
export async function dropStaged(staged: StagedFile): Promise<void> {
  await rm(staged.path, { force: true });
}

async function checkSource(from: FileHandle, source: string, limit: number): Promise<{ readonly size: number }> {
  const stat = await from.stat();
  if (!stat.isFile()) throw new Refusal('files.not-a-file', { file: basename(source) });
  if (stat.size === 0) throw new Refusal('package.empty');
  if (stat.size > limit) throw tooLarge(limit);
  return { size: stat.size };
}

type CopyRules = { readonly size: number; readonly limit: number; readonly check: (size: number) => void };

async function copy(
  from: FileHandle,
  to: FileHandle,
  { size: expected, limit, check }: CopyRules,
): Promise<Omit<StagedFile, 'path'>> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(expected + 1, chunkSize));
  let content: Uint8Array | null = null;
  for (let size = 0; ;) {
    check(expected);
    const { bytesRead } = await from.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) return { size, sha256: hash.digest('hex'), content };
    const part = buffer.subarray(0, bytesRead);
    content = size === 0 ? part : null;
    size += bytesRead;
    // It may grow while it is copied.
    if (size > limit) throw tooLarge(limit);
    hash.update(part);
    await to.appendFile(part);
  }
}

function tooLarge(limit: number): Refusal {
  return new Refusal('package.too-large', { limit: Math.floor(limit / (1024 * 1024)) });
}
