import { join } from 'node:path';
import type { DossierFile } from '#shared/candidates/candidate.ts';
import { homePaths, type Home } from '../home/home.ts';
import { loadTask } from '../home/load-task.ts';

/** The file if it belongs to that candidate of that task, with its content's path on disk, or null. */
export function findTaskDossier(
  home: Home,
  { taskId, candidateId, sha256 }: { taskId: string; candidateId: string; sha256: string },
): (Pick<DossierFile, 'size' | 'mediaType'> & { readonly path: string }) | null {
  const task = loadTask(home, taskId);
  if (!task.ok) return null;
  const candidate = task.value.predicate.candidates.find(({ id }) => id === candidateId);
  const file = candidate?.dossiers.find((dossier) => dossier.sha256 === sha256);
  if (file === undefined) return null;
  return { size: file.size, mediaType: file.mediaType, path: join(homePaths.dossiers(home.folder), sha256) };
}
