import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileCode } from '#shared/base/file-sentences.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { fileFailure } from '../base/file-failure.ts';

/** Caps of a walk; a folder beyond one of them is refused whole. */
export type WalkLimits = { readonly files: number; readonly depth: number };

/** One regular file below a folder; `relative` with `/`, in NFC. */
export type WalkedFile = { readonly relative: string; readonly path: string; readonly size: number };

/** What a walk passed over: links and special files, which could lead out of the folder. */
export type Walk = { readonly files: readonly WalkedFile[]; readonly skipped: readonly string[] };

export type WalkCode = FileCode | 'candidates.dossiers-too-many';

/** What systems and office programs leave in every folder. */
const litter = /^(?:\.|~\$|~wrl|thumbs\.db$|desktop\.ini$|__macosx$)|\.tmp$/i;

/**
 * Lists the regular files below a folder. Links are never followed, so nothing outside is reached; hidden files and
 * the litter of office programs are left out.
 */
export async function walkFolder(folder: string, limits: WalkLimits): Promise<Result<Walk, WalkCode>> {
  const walk: OpenWalk = { files: [], skipped: [] };
  try {
    const complete = await walkInto(folder, '', 0, limits, walk);
    return complete ? ok(walk) : fail('candidates.dossiers-too-many', { limit: limits.files });
  } catch (error) {
    const failure = fileFailure(error, folder);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}

type OpenWalk = { readonly files: WalkedFile[]; readonly skipped: string[] };

async function walkInto(
  folder: string,
  prefix: string,
  depth: number,
  limits: WalkLimits,
  walk: OpenWalk,
): Promise<boolean> {
  if (depth > limits.depth) return false;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (litter.test(entry.name)) continue;
    const path = join(folder, entry.name);
    const relative = (prefix + entry.name).normalize('NFC');
    if (entry.isDirectory()) {
      if (!(await walkInto(path, `${relative}/`, depth + 1, limits, walk))) return false;
    } else if (await addFile(entry, path, relative, walk)) {
      if (walk.files.length > limits.files) return false;
    }
  }
  return true;
}

async function addFile(entry: Dirent, path: string, relative: string, walk: OpenWalk): Promise<boolean> {
  if (!entry.isFile()) {
    walk.skipped.push(relative);
    return false;
  }
  const { size } = await lstat(path);
  walk.files.push({ relative, path, size });
  return true;
}
