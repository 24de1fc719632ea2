import { makeId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { TaskSummary } from '#shared/ipc/expert-views.ts';
import { createKeys } from '../identity/keys.ts';
import { openTask as openTaskPackage, type OpenedTask } from '../packages/open-task.ts';
import { dropStaged } from '../packages/stage-file.ts';
import { homePaths, homeTime, traceHome, type Home } from '../home/home.ts';
import { summariseTask } from './list-tasks.ts';
import { sealingSink } from '../home/dossiers.ts';
import { loadTask } from '../home/load-task.ts';
import { findForerunner } from '../home/forerunner.ts';
import { identityPlace, predicatePlace, secretPlace } from '../home/places.ts';

/**
 * Opens a task package with its activation code and keeps task and dossiers in the home. A package opened before is
 * found again with all its sheets. At the first task of a commission the expert's keys are made.
 * @param path the `.mtxtask` file
 */
export async function openTask(
  home: Home,
  { path, code }: { path: string; code: string },
): Promise<Result<TaskSummary>> {
  const opened = await openTaskPackage({
    file: path,
    staging: homePaths.staging(home.folder),
    unlock: { by: 'code', code },
    sink: sealingSink(home),
  });
  if (!opened.ok) return opened;
  await dropStaged(opened.value.staged);
  const id = findOpened(home, opened.value.taskStatement) ?? (await keepTask(home, opened.value));
  const task = loadTask(home, id);
  return task.ok ? ok(summariseTask(home, task.value)) : task;
}

function findOpened(home: Home, statement: string): string | undefined {
  return home.db.prepare<[string], { id: string }>('SELECT id FROM tasks WHERE statement = ?').get(statement)?.id;
}

async function keepTask(home: Home, { task, taskStatement, secret }: OpenedTask): Promise<string> {
  const id = makeId(home.entropy);
  const at = homeTime(home);
  const commission = task.signer.fingerprint;
  const keys = findForerunner(home, task) ?? (await createKeys('expert', home.entropy, task.suite));
  home.db.transaction(() => {
    home.db
      .prepare('INSERT OR IGNORE INTO identities (commission, expert_id, keys, created_at) VALUES (?, ?, ?, ?)')
      .run(
        commission,
        task.expertId,
        JSON.stringify(home.vault.sealJson(identityPlace(commission, task.expertId), keys)),
        at,
      );
    home.db
      .prepare(
        `INSERT INTO tasks (id, statement, commission, round_id, expert_id, seq, predicate, secret, opened_at)
         VALUES (:id, :taskStatement, :commission, :roundId, :expertId, :seq, :predicate, :secret, :at)`,
      )
      .run({
        id,
        taskStatement,
        commission,
        roundId: task.roundId,
        expertId: task.expertId,
        seq: task.seq,
        predicate: JSON.stringify(home.vault.sealJson(predicatePlace(id), task)),
        secret: secret === null ? null : home.vault.seal(secretPlace(id), secret),
        at,
      });
    traceHome(home, task.expertId, { event: 'task-opened', body: { statement: taskStatement } });
  })();
  return id;
}
