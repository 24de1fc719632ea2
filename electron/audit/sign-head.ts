import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ok, type Result } from '#shared/base/result.ts';
import type { HeadOccasion } from '#shared/trace/event.ts';
import { attemptFile } from '../base/attempt-file.ts';
import { writeFileAtomic } from '../base/write-file-atomic.ts';
import { findLast } from '../trace/find-last.ts';
import { signTraceHead, type TraceMark } from '../trace/trace-head.ts';
import { actingSigner } from '../workspace/acting-signer.ts';
import { currentTime, trace, workspacePaths, type UnlockedWorkspace } from '../workspace/workspace.ts';

/** A signed head and where it lies. */
export type SignedHead = TraceMark & { readonly path: string; readonly bytes: Uint8Array };

/** What names of head files end in; before it stand the number of entries and the beginning of the hash. */
export const headExtension = '.trace-head.json';

/**
 * Signs the head of the workspace's 留痕 as it is now and keeps it as a file of its own, outside the database, so that
 * a later truncation is found. That a head was signed is the next entry.
 */
export async function signHead(workspace: UnlockedWorkspace, occasion: HeadOccasion): Promise<Result<SignedHead>> {
  const { db, about, folder } = workspace;
  const { entries, head } = findLast(db);
  const { key, role, proof } = actingSigner(workspace);
  const issuedAt = currentTime(workspace);
  const bytes = signTraceHead(key, { workspaceId: about.id, entries, head, occasion, issuedAt, role, proof });
  const path = join(workspacePaths.heads(folder), nameHead({ entries, head }));
  const written = await writeWhole(path, bytes);
  if (!written.ok) return written;
  db.transaction(() => trace(workspace, { event: 'head-signed', body: { entries, head, occasion } })).immediate();
  return ok({ entries, head, path, bytes });
}

/** A name that sorts in the order of the entries. */
export function nameHead({ entries, head }: TraceMark): string {
  return `${String(entries).padStart(8, '0')}-${head.slice(0, 8)}${headExtension}`;
}

/** Writes a file and the folder that it lies in. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<Result<null>> {
  const folder = dirname(path);
  const made = await attemptFile(folder, async () => void mkdirSync(folder, { recursive: true }));
  if (!made.ok) return made;
  const written = await writeFileAtomic(path, async (write) => {
    await write(bytes);
    return ok(null);
  });
  return written.ok ? ok(null) : written;
}
