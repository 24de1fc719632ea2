import type { FileCode } from '#shared/base/file-sentences.ts';
import type { Failure } from '#shared/base/result.ts';
import { basename } from 'node:path';

// Error numbers of POSIX and what a person can do about them; Windows maps its own to the same names (libuv).
const codes: Readonly<Record<string, FileCode>> = {
  ENOSPC: 'files.disk-full',
  EDQUOT: 'files.disk-full',
  EROFS: 'files.read-only',
  EACCES: 'files.no-access',
  EPERM: 'files.no-access',
  EBUSY: 'files.no-access',
  ETXTBSY: 'files.no-access',
  ENOENT: 'files.missing',
  EISDIR: 'files.not-a-file',
  ENOTDIR: 'files.not-a-folder',
  ENAMETOOLONG: 'files.name-too-long',
  EFBIG: 'files.too-large',
};

/**
 * What an error of the file system means to a person.
 * @param path the file in question; only its name is told
 * @returns null when the error is none of the file system's, and therefore a bug
 */
export function fileFailure(error: unknown, path: string): Failure<FileCode> | null {
  const reason = errorNumber(error);
  if (reason === null) return null;
  return { code: codes[reason] ?? 'files.io', detail: { file: basename(path), reason } };
}

/** The name of a file system error (`ENOSPC`), or null. Node's own argument errors (`ERR_…`) are bugs, not disks. */
export function errorNumber(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^E(?!RR_)[A-Z0-9]+$/.test(error.code) ? error.code : null;
}
