import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../base/write-file-atomic.ts';
import type { Sink, SinkFile } from '../packages/sink.ts';
import { homePaths, type Home } from './home.ts';
import { readSealedFile, sealFile, type PlainRange } from './sealed-file.ts';

/** Where a dossier of the home lies, sealed. @param sha256 of its plain content */
export function dossierPath({ folder, vault }: Pick<Home, 'folder' | 'vault'>, sha256: string): string {
  return join(homePaths.dossiers(folder), `${vault.nameDossier(sha256)}.sealed`);
}

/**
 * Takes the dossiers of a package and seals them as they come: no plain byte reaches the disk. A content stands under
 * its name only when it is complete and checked; one that is held already is not written again.
 */
export function sealingSink(home: Pick<Home, 'folder' | 'vault'>): Sink {
  return async ({ sha256 }) => {
    const path = dossierPath(home, sha256);
    return existsSync(path) ? null : openSealedFile(path, home);
  };
}

/** Begins a sealed dossier under a temporary name. */
export async function openSealedFile(path: string, { vault }: Pick<Home, 'vault'>): Promise<SinkFile> {
  const temporary = join(dirname(path), `.${randomBytes(12).toString('hex')}.part`);
  const handle = await open(temporary, 'wx', 0o600);
  const writer = await sealFile(handle, vault);
  return {
    write: writer.write,
    commit: async () => {
      await writer.end();
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

/** The plain bytes of a range of a dossier. @param size of its plain content, bytes */
export function readDossier(
  home: Pick<Home, 'folder' | 'vault'>,
  { sha256, size }: { readonly sha256: string; readonly size: number },
  range: PlainRange,
): AsyncIterable<Uint8Array> {
  return readSealedFile(dossierPath(home, sha256), size, range, home.vault);
}

/** Removes a dossier that no task needs any more. */
export function removeDossier(home: Pick<Home, 'folder' | 'vault'>, sha256: string): void {
  rmSync(dossierPath(home, sha256), { force: true });
}
