import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../base/write-file-atomic.ts';

/** A file of a package as the signed list names it, before its content arrives. Size in bytes. */
export type IncomingFile = { readonly path: string; readonly sha256: string; readonly size: number };

/** Takes one file's content. `commit` is called only when the content has the promised SHA-256, else `discard`. */
export type SinkFile = {
  readonly write: (part: Uint8Array) => Promise<void>;
  readonly commit: () => Promise<void>;
  readonly discard: () => Promise<void>;
};

/** Where a package's files go; null for a file that is not wanted (held already, or only verified). */
export type Sink = (file: IncomingFile) => Promise<SinkFile | null>;

/** Verifies and keeps nothing. */
export const noSink: Sink = () => Promise.resolve(null);

/**
 * Stores contents in a folder under their SHA-256, so that no name from a package is ever written to. A content stands
 * there only when it is complete and checked; one that is held already is not written again. What a package that is
 * refused later has left there is a checked content that nothing refers to.
 */
export function folderSink(folder: string): Sink {
  return async ({ sha256 }) => {
    const path = join(folder, sha256);
    if (existsSync(path)) return null;
    const temporary = join(folder, `.${sha256}.${randomBytes(6).toString('hex')}.part`);
    return openSinkFile(temporary, path, await open(temporary, 'wx', 0o600));
  };
}

function openSinkFile(temporary: string, path: string, handle: FileHandle): SinkFile {
  return {
    write: (part) => handle.appendFile(part),
    commit: async () => {
      await handle.sync();
      await handle.close();
      await rename(temporary, path);
      await syncFolder(dirname(path));
    },
    discard: async () => {
      await handle.close();
      await rm(temporary, { force: true });
    },
  };
}

/**
 * Feeds one file's content to its sink.
 * @param pass hands on the content, part by part
 * @returns whether it had the promised SHA-256
 */
export async function receiveFile(
  file: IncomingFile,
  sink: Sink,
  pass: (take: (part: Uint8Array) => void | Promise<void>) => Promise<void>,
): Promise<boolean> {
  const target = await sink(file);
  const hash = createHash('sha256');
  let faithful = false;
  try {
    await pass((part) => {
      hash.update(part);
      return target?.write(part);
    });
    faithful = hash.digest('hex') === file.sha256;
  } finally {
    if (!faithful) await target?.discard();
  }
  if (faithful) await target?.commit();
  return faithful;
}
