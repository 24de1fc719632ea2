import { join } from 'node:path';
import type { DossierFile } from '#shared/candidates/candidate.ts';
import { workspacePaths, type Workspace } from '../workspace/workspace.ts';

/** A dossier file's content on disk. */
export type DossierContent = Pick<DossierFile, 'size' | 'mediaType'> & { readonly path: string };

/** The file if it belongs to that candidate of that round, or null. */
export function findRoundDossier(
  { db, folder }: Workspace,
  { roundId, candidateId, sha256 }: { roundId: string; candidateId: string; sha256: string },
): DossierContent | null {
  const file = db
    .prepare<{ roundId: string; candidateId: string; sha256: string }, { size: number; mediaType: string }>(
      `SELECT f.size, f.media_type AS mediaType FROM dossier_files f JOIN candidates c ON c.id = f.candidate_id
       WHERE c.round_id = :roundId AND c.id = :candidateId AND f.sha256 = :sha256`,
    )
    .get({ roundId, candidateId, sha256 });
  return file === undefined ? null : { ...file, path: join(workspacePaths.dossiers(folder), sha256) };
}
