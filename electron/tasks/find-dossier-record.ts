import type { DossierFile } from '#shared/candidates/candidate.ts';
import type { Home } from '../home/home.ts';
import { loadTask } from '../home/load-task.ts';

/** What the task's signed list of files says of one of them; null when that candidate has no such file. */
export function findDossierRecord(
  home: Home,
  { taskId, candidateId, sha256 }: { taskId: string; candidateId: string; sha256: string },
): DossierFile | null {
  const task = loadTask(home, taskId);
  if (!task.ok) return null;
  const candidate = task.value.predicate.candidates.find(({ id }) => id === candidateId);
  return candidate?.dossiers.find((file) => file.sha256 === sha256) ?? null;
}
