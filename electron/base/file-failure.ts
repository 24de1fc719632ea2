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
  EEXIST: 'files.not-a-folder',
  ENAMETOOLONG: 'files.name-too-long',
  EFBIG: 'files.too-large',
};

// SQLite's result codes that tell of the disk or of another program, extended codes by their beginning; the first that
// fits counts. A full disk also shows when the index of the write-ahead log cannot grow.
const databaseCodes: readonly (readonly [beginning: string, code: FileCode])[] = [
  ['SQLITE_FULL', 'files.disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'files.disk-full'],
  ['SQLITE_IOERR', 'files.io'],
  ['SQLITE_READONLY', 'files.read-only'],
  ['SQLITE_CANTOPEN', 'files.no-access'],
  ['SQLITE_PERM', 'files.no-access'],
  ['SQLITE_BUSY', 'files.no-access'],
  ['SQLITE_LOCKED', 'files.no-access'],
];

/**
 * What an error of the file system, or of a database about its file, means to a person.
 * @param path the file in question; only its name is told
 * @returns null when the error is none of the file system's, and therefore a bug
 */
export function fileFailure(error: unknown, path: string): Failure<FileCode> | null {
  const file = basename(path);
  const reason = errorNumber(error);
  if (reason !== null) return { code: codes[reason] ?? 'files.io', detail: { file, reason } };
  const result = errorCode(error);
  const known = databaseCodes.find(([beginning]) => result.startsWith(beginning));
  return known === undefined ? null : { code: known[1], detail: { file, reason: result } };
}

/**
 * As `fileFailure`, for an error met far from its file: the file system names it, a database does not (`*.db`).
 */
export function diskFailure(error: unknown): Failure<FileCode> | null {
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : '*.db';
  return fileFailure(error, path);
}

/** The name of a file system error (`ENOSPC`), or null. Node's own argument errors (`ERR_…`) are bugs, not disks. */
export function errorNumber(error: unknown): string | null {
  const code = errorCode(error);
  return /^E(?!RR_)[A-Z0-9]+$/.test(code) ? code : null;
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
