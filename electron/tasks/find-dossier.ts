import { statSync } from 'node:fs';
import type { DossierFile } from '#shared/candidates/candidate.ts';
import { dossierPath, readDossier } from '../home/dossiers.ts';
import type { Home } from '../home/home.ts';
import { loadTask } from '../home/load-task.ts';
import { sealedLength, type PlainRange } from '../home/sealed-file.ts';

/** A dossier file of a task; `read` unseals the bytes of a range while they are asked for. */
export type TaskDossier = Pick<DossierFile, 'size' | 'mediaType'> & {
  readonly read: (range: PlainRange) => AsyncIterable<Uint8Array>;
};

/**
 * The file if it belongs to that candidate of that task, or null; a content that is missing or has another length than
 * the task states counts as not there.
 */
export function findTaskDossier(
  home: Home,
  { taskId, candidateId, sha256 }: { taskId: string; candidateId: string; sha256: string },
): TaskDossier | null {
  const task = loadTask(home, taskId);
  if (!task.ok) return null;
  const candidate = task.value.predicate.candidates.find(({ id }) => id === candidateId);
  const file = candidate?.dossiers.find((dossier) => dossier.sha256 === sha256);
  if (file === undefined) return null;
  const stats = statSync(dossierPath(home, sha256), { throwIfNoEntry: false });
  if (stats?.size !== sealedLength(file.size)) return null;
  return { size: file.size, mediaType: file.mediaType, read: (range) => readDossier(home, file, range) };
}
