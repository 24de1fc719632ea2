import { fail, ok, type Result } from '#shared/base/result.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import type { Home } from '../home/home.ts';
import { loadTask, type LocalTask } from '../home/load-task.ts';
import { renewKeys } from '../home/renew-keys.ts';
import { findTaskSigner } from '../home/task-signer.ts';

/**
 * 更换密钥, when the office says that it no longer takes the key of this machine: results of the task are signed with new
 * keys from now on, and prove themselves by the task's activation code. A task that was sealed to a card's key has none.
 */
export async function renewTaskKeys(
  home: Home,
  { taskId }: { readonly taskId: string },
): Promise<Result<{ readonly fingerprint: string }>> {
  const task = loadTask(home, taskId);
  if (!task.ok) return task;
  const { secret, predicate } = task.value;
  const fingerprint = findTaskKey(home, task.value);
  if (secret === null || fingerprint === null) return fail('identity.sealed-to-card');
  const { suite, expertId } = predicate;
  await renewKeys(home, { fingerprint, suite, expertId, cause: 'asked' });
  return ok({ fingerprint: formatFingerprint(findTaskKey(home, task.value) ?? fingerprint) });
}

function findTaskKey(home: Home, task: LocalTask): string | null {
  return findTaskSigner(home, task)?.signer.fingerprint ?? null;
}
