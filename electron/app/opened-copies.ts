import { createWriteStream, rmSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CandidateCode } from '#shared/candidates/sentences.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { DossierContent } from './dossier-files.ts';

/** Copies of dossier files that other programs open: made when a person asks for one, gone with the app or its lock. */
export type OpenedCopies = {
  /** Writes a copy that can only be read, named as the content is and never as its name pretends, and has it opened. */
  readonly open: (content: DossierContent, name: string) => Promise<Result<{ readonly name: string }, CandidateCode>>;
  /** Removes all copies, at once; one that a program holds fast goes at the next start. */
  readonly removeAll: () => void;
};

/**
 * Starts without copies: what a crash left is removed.
 * @param folder a folder of its own, inside the profile
 * @param randomId makes 32 hexadecimal digits
 * @param openPath lets the system's program open a file; answers why not, or an empty text
 */
export function makeOpenedCopies(
  folder: string,
  randomId: () => string,
  openPath: (path: string) => Promise<string>,
): OpenedCopies {
  const removeAll = (): void => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
    } catch {
      // Held by another program (Windows): the next start removes it.
    }
  };
  removeAll();
  return {
    open: async (content, name) => {
      const place = join(folder, randomId());
      await mkdir(place, { recursive: true, mode: 0o700 });
      const unnamed = join(place, 'copy');
      await writeCopy(content, unnamed);
      const outside = await chooseName(unnamed, name);
      if (outside === null) {
        await rm(place, { recursive: true, force: true });
        return fail('candidates.outside-refused');
      }
      const path = join(place, outside);
      await rename(unnamed, path);
      await markForeign(path);
      await chmod(path, 0o400);
      return (await openPath(path)) === '' ? ok({ name: outside }) : fail('candidates.outside-no-program');
    },
    removeAll,
  };
}

/** Judges the copy itself, not what was said of it. Loaded with the first copy, for most runs make none. */
async function chooseName(copy: string, name: string): Promise<string | null> {
  const { recogniseMedia } = await import('../candidates/media-type.ts');
  const { nameForOutside } = await import('../documents/outside-name.ts');
  const { type, program } = await recogniseMedia(copy);
  return program ? null : nameForOutside(name, type);
}

async function writeCopy({ size, read }: DossierContent, path: string): Promise<void> {
  const bytes = Readable.from(read({ start: 0, end: size - 1 }));
  await pipeline(bytes, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
}

/** Windows' mark of a file from elsewhere (zone 3): Office opens it in its protected view, without macros. */
async function markForeign(path: string): Promise<void> {
  if (process.platform === 'win32') await writeFile(`${path}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n');
}
