import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileCode } from '#shared/base/file-sentences.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { DossierOutcome } from '#shared/ipc/office-views.ts';
import type { RoundCode } from '#shared/round/sentences.ts';
import { fileFailure } from '../base/file-failure.ts';
import type { Progress } from '../base/progress.ts';
import { writeFileAtomic } from '../base/write-file-atomic.ts';
import { loadDraft } from '../round/load-round.ts';
import { authorise } from '../workspace/authorise.ts';
import { trace, workspacePaths, type Workspace } from '../workspace/workspace.ts';
import { defaultDossierLimits, readDossiers, type FoundDossier, type RefusedDossier } from './read-dossiers.ts';

/**
 * Attaches a folder of dossiers to the candidates of a draft: the contents are copied into the workspace under their
 * SHA-256 first, then one transaction names them. A file attached before is not attached twice.
 */
export async function attachDossiers(
  workspace: Workspace,
  { roundId, folder }: { roundId: string; folder: string },
  progress: Progress = () => undefined,
): Promise<Result<DossierOutcome>> {
  const allowed = authorise(workspace, 'set-up');
  if (!allowed.ok) return allowed;
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
  const files = read.value.found.flatMap((owner) => owner.files);
  const unstored = await storeContents(workspace, files, progress);
  if (!unstored.ok) return unstored;
  const named = nameDossiers(workspace, roundId, keepStored(read.value.found, unstored.value));
  if (!named.ok) return named;
  return ok({
    attached: named.value.attached,
    candidates: read.value.found.length,
    unmatched: read.value.unmatched,
    missing: read.value.missing,
    refused: [...read.value.refused, ...unstored.value.map(refuseUnreadable), ...named.value.refused],
  });
}

type Owned = { readonly code: string; readonly files: readonly FoundDossier[] };

function keepStored(found: readonly Owned[], unstored: readonly FoundDossier[]): Owned[] {
  return found.map(({ code, files }) => ({ code, files: files.filter((file) => !unstored.includes(file)) }));
}

function refuseUnreadable({ name }: FoundDossier): RefusedDossier {
  return { name, code: 'candidates.dossier-unreadable' };
}

/**
 * Copies contents that the workspace does not hold yet; a copy that does not have the measured SHA-256 is not kept.
 * @returns the files that changed or vanished since they were measured
 */
async function storeContents(
  workspace: Workspace,
  files: readonly FoundDossier[],
  progress: Progress,
): Promise<Result<readonly FoundDossier[], FileCode>> {
  const folder = workspacePaths.dossiers(workspace.folder);
  await mkdir(folder, { recursive: true });
  const unstored: FoundDossier[] = [];
  for (const [index, file] of files.entries()) {
    progress(index, files.length, file.name);
    const target = join(folder, file.sha256);
    if (existsSync(target)) continue;
    const written = await copyFile(file, target);
    if (written.ok) continue;
    const { code, ...more } = written.error;
    if (code !== 'candidates.dossier-unreadable') return { ok: false, error: { code, ...more } };
    unstored.push(file);
  }
  progress(files.length, files.length, '');
  return ok(unstored);
}

async function copyFile({ path, sha256 }: FoundDossier, target: string) {
  return writeFileAtomic<'candidates.dossier-unreadable'>(target, async (write) => {
    const hash = createHash('sha256');
    for await (const chunk of readChunks(path)) {
      hash.update(chunk);
      await write(chunk);
    }
    return hash.digest('hex') === sha256 ? ok(null) : fail('candidates.dossier-unreadable');
  });
}

/** What can be read of a file; one that cannot be read to its end comes out short, and its hash tells. */
async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) if (chunk instanceof Uint8Array) yield chunk;
  } catch (error) {
    if (fileFailure(error, path) === null) throw error;
  }
}

type Named = { readonly attached: number; readonly refused: readonly RefusedDossier[] };

/** Names contents as dossiers of their candidates; refused when the round was issued while they were copied. */
function nameDossiers(workspace: Workspace, roundId: string, found: readonly Owned[]): Result<Named, RoundCode> {
  const { db } = workspace;
  const insert = db.prepare(
    `INSERT OR IGNORE INTO dossier_files (candidate_id, sha256, position, size, media_type, name)
     SELECT c.id, :sha256, (SELECT coalesce(max(position), -1) + 1 FROM dossier_files WHERE candidate_id = c.id),
       :size, :mediaType, :name
     FROM candidates c WHERE c.round_id = :roundId AND c.code = :code
       AND (SELECT count(*) FROM dossier_files WHERE candidate_id = c.id) < :limit`,
  );
  const isNamed = db.prepare(
    `SELECT 1 FROM dossier_files f JOIN candidates c ON c.id = f.candidate_id
     WHERE c.round_id = :roundId AND c.code = :code AND f.sha256 = :sha256`,
  );
  const limit = defaultDossierLimits.filesPerCandidate;
  return db
    .transaction((): Result<Named, RoundCode> => {
      const draft = loadDraft(db, roundId);
      if (!draft.ok) return draft;
      let attached = 0;
      const refused: RefusedDossier[] = [];
      for (const { code, files } of found) {
        for (const { sha256, size, mediaType, name } of files) {
          attached += insert.run({ roundId, code, sha256, size, mediaType, name, limit }).changes;
          if (isNamed.get({ roundId, code, sha256 }) !== undefined) continue;
          refused.push({ name, code: 'candidates.dossiers-of-one-too-many' });
        }
      }
      trace(workspace, { event: 'dossiers-attached', body: { roundId, count: attached } });
      return ok({ attached, refused });
    })
    .immediate();
}

/** Takes one file away from a candidate of a draft. The content stays in the workspace: another may need it. */
export function removeDossier(
  workspace: Workspace,
  { roundId, candidateId, sha256 }: { roundId: string; candidateId: string; sha256: string },
): Result<null> {
  const allowed = authorise(workspace, 'set-up');
  if (!allowed.ok) return allowed;
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
