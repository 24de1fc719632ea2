import { createReadStream, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileCode } from '#shared/base/file-sentences.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { DossierOutcome } from '#shared/ipc/office-views.ts';
import { fileFailure } from '../base/file-failure.ts';
import type { Progress } from '../base/progress.ts';
import { writeFileAtomic } from '../base/write-file-atomic.ts';
import { loadDraft } from '../round/load-round.ts';
import { trace, workspacePaths, type Workspace } from '../workspace/workspace.ts';
import { readDossiers, type FoundDossier } from './read-dossiers.ts';

/**
 * Attaches a folder of dossiers to the candidates of a draft: the contents are copied into the workspace under their
 * SHA-256 first, then one transaction names them. A file attached before is not attached twice.
 */
export async function attachDossiers(
  workspace: Workspace,
  { roundId, folder }: { roundId: string; folder: string },
  progress: Progress = () => undefined,
): Promise<Result<DossierOutcome>> {
  const { db } = workspace;
  const draft = loadDraft(db, roundId);
  if (!draft.ok) return draft;
  const owners = db
    .prepare<[string], { code: string; name: string; dossier: string }>(
      'SELECT code, name, dossier FROM candidates WHERE round_id = ? ORDER BY position',
    )
    .all(roundId);
  const read = await readDossiers(folder, owners);
  if (!read.ok) return read;
  const stored = await storeContents(
    workspace,
    read.value.found.flatMap(({ files }) => files),
    progress,
  );
  if (!stored.ok) return stored;
  const attached = nameDossiers(workspace, roundId, read.value.found);
  return ok({
    attached,
    candidates: read.value.found.length,
    unmatched: read.value.unmatched,
    missing: read.value.missing,
    refused: read.value.refused,
  });
}

/** Copies contents that the workspace does not hold yet; a copy that does not have the measured SHA-256 is not kept. */
async function storeContents(
  workspace: Workspace,
  files: readonly FoundDossier[],
  progress: Progress,
): Promise<Result<null, FileCode>> {
  const folder = workspacePaths.dossiers(workspace.folder);
  await mkdir(folder, { recursive: true });
  for (const [index, { sha256, path, name }] of files.entries()) {
    progress(index, files.length, name);
    const target = join(folder, sha256);
    if (existsSync(target)) continue;
    const written = await copyFile(path, target);
    if (!written.ok) return written;
  }
  progress(files.length, files.length, '');
  return ok(null);
}

async function copyFile(source: string, target: string): Promise<Result<null, FileCode>> {
  const written = await writeFileAtomic<FileCode>(target, async (write) => {
    try {
      for await (const chunk of createReadStream(source)) if (chunk instanceof Uint8Array) await write(chunk);
      return ok(null);
    } catch (error) {
      const failure = fileFailure(error, source);
      if (failure === null) throw error;
      return { ok: false, error: failure };
    }
  });
  return written.ok ? ok(null) : written;
}

function nameDossiers(
  workspace: Workspace,
  roundId: string,
  found: readonly { readonly code: string; readonly files: readonly FoundDossier[] }[],
): number {
  const { db } = workspace;
  const insert = db.prepare(
    `INSERT OR IGNORE INTO dossier_files (candidate_id, sha256, position, size, media_type, name)
     SELECT c.id, :sha256, (SELECT count(*) FROM dossier_files f WHERE f.candidate_id = c.id), :size, :mediaType, :name
     FROM candidates c WHERE c.round_id = :roundId AND c.code = :code`,
  );
  return db.transaction(() => {
    let attached = 0;
    for (const { code, files } of found) {
      for (const { sha256, size, mediaType, name } of files) {
        attached += insert.run({ roundId, code, sha256, size, mediaType, name }).changes;
      }
    }
    trace(workspace, { event: 'dossiers-attached', body: { roundId, count: attached } });
    return attached;
  })();
}

/** Takes one file away from a candidate of a draft. The content stays in the workspace: another may need it. */
export function removeDossier(
  workspace: Workspace,
  { roundId, candidateId, sha256 }: { roundId: string; candidateId: string; sha256: string },
): Result<null> {
  const draft = loadDraft(workspace.db, roundId);
  if (!draft.ok) return draft;
  workspace.db.transaction(() => {
    const removed = workspace.db
      .prepare(
        `DELETE FROM dossier_files WHERE sha256 = :sha256
           AND candidate_id IN (SELECT id FROM candidates WHERE id = :candidateId AND round_id = :roundId)`,
      )
      .run({ roundId, candidateId, sha256 });
    trace(workspace, { event: 'dossier-removed', body: { roundId, count: removed.changes } });
  })();
  return ok(null);
}
