import { lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Entropy } from '#shared/base/ids.ts';
import { sha256Hex } from './digest.ts';

const ownerOnly = 0o700;
/** Milliseconds after which a copy belongs to nobody who still runs. */
const abandoned = 24 * 60 * 60 * 1000;

/**
 * Where packages that come in are copied to before anything of them is believed: on this machine's disk, readable for this
 * user only, outside every workspace, so that nothing unverified ever lies in one (which may be on a share besides).
 */
export function stagingFolder(workspace: string): string {
  const user = process.getuid?.() ?? 'user';
  return join(tmpdir(), `mtx-staging-${user}`, sha256Hex(resolve(workspace)).slice(0, 32));
}

/**
 * Makes a staging folder and clears away what a program that was killed has left there. What the file system refuses is
 * thrown; so is a folder above it that somebody else has put there.
 * @param entropy whose clock is read only when there are copies to judge
 */
export function prepareStaging(folder: string, { now }: Pick<Entropy, 'now'>): void {
  const above = dirname(folder);
  mkdirSync(above, { recursive: true, mode: ownerOnly });
  const { uid, mode } = lstatSync(above);
  const own = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
  if (!own) throw Object.assign(new Error('a staging folder of somebody else'), { code: 'EACCES', path: above });
  mkdirSync(folder, { recursive: true, mode: ownerOnly });
  sweepStaging(folder, { now });
}

/** Takes away staged copies that are older than a day. */
export function sweepStaging(folder: string, { now }: Pick<Entropy, 'now'>): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.staged'))) {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat !== undefined && now() - stat.mtimeMs > abandoned) rmSync(path, { force: true });
  }
}
