import { ok, type Result } from '#shared/base/result.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import type { TaskSummary, TaskView } from '#shared/ipc/expert-views.ts';
import { readInstructions } from '#shared/packages/revoked-keys.ts';
import { listMissing } from '#shared/scoring/check-sheet.ts';
import type { ScoringCode } from '#shared/scoring/sentences.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { makeSearchText } from '../base/search-text.ts';
import { loadStars } from '../scoring/edit-sheet.ts';
import { loadSheets } from '../scoring/load-sheets.ts';
import { loadSubmissions, sumRevisions, viewSubmission } from '../scoring/submissions.ts';
import { removeDossier } from '../home/dossiers.ts';
import { traceHome, type Home } from '../home/home.ts';
import { findRubric, loadTask, loadTasks, type LocalTask } from '../home/load-task.ts';
import { findTaskSigner } from '../home/task-signer.ts';

/** 任务列表: the tasks on this machine. */
export function listTasks(home: Home): Result<readonly TaskSummary[], ScoringCode> {
  return ok(loadTasks(home).map((task) => summariseTask(home, task)));
}

/** Everything that the scoring desk needs of one task. */
export async function getTask(home: Home, { taskId }: { taskId: string }): Promise<Result<TaskView, ScoringCode>> {
  const task = loadTask(home, taskId);
  if (!task.ok) return task;
  const { predicate } = task.value;
  const search = await makeSearchText();
  const sheets = [...loadSheets(home, taskId).values()];
  const { revoked, text } = readInstructions(predicate.round.instructions);
  const signer = findTaskSigner(home, task.value)?.signer;
  return ok({
    summary: summariseTask(home, task.value),
    rubrics: predicate.rubrics,
    tracks: predicate.tracks,
    instructions: text,
    revokedKeys: revoked,
    ownKey: signer === undefined ? null : formatFingerprint(signer.fingerprint),
    canRenew: task.value.secret !== null,
    carried: sheets.filter(({ firstEditedAt }) => firstEditedAt < task.value.openedAt).length,
    candidates: predicate.candidates.map((candidate) => ({
      ...candidate,
      search: search(candidate.code, candidate.name, candidate.unit),
    })),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.candidateId, sheet])),
    starred: loadStars(home, taskId),
    submissions: loadSubmissions(home, task.value).map((row) => viewSubmission(home, row)),
  });
}

/** One line of 任务列表. */
export function summariseTask(home: Home, task: LocalTask): TaskSummary {
  const { predicate } = task;
  const sheets = loadSheets(home, task.id);
  const last = loadSubmissions(home, task).at(-1);
  const reissued = last !== undefined && last.task_id !== null && last.task_id !== task.id;
  return {
    id: task.id,
    roundTitle: predicate.round.title,
    kind: predicate.round.kind,
    mode: predicate.mode,
    expertName: predicate.expert.name,
    commission: predicate.deliver.office,
    fingerprint: formatFingerprint(task.commission),
    deadline: predicate.round.deadline,
    openedAt: task.openedAt,
    candidates: predicate.candidates.length,
    finished: predicate.candidates.filter(({ id }) => isFinished(task, id, sheets.get(id))).length,
    lastSubmission: last === undefined ? null : viewSubmission(home, last),
    changedSince: reissued || (last !== undefined && last.revisions !== sumRevisions(sheets.values())),
    reissued,
    replaced: isReplaced(home, task),
  };
}

function isReplaced({ db }: Home, { predicate, commission }: LocalTask): boolean {
  const { roundId, expertId, seq } = predicate;
  return (
    db
      .prepare('SELECT 1 FROM tasks WHERE commission = ? AND round_id = ? AND expert_id = ? AND seq > ?')
      .get(commission, roundId, expertId, seq) !== undefined
  );
}

function isFinished(task: LocalTask, candidateId: string, sheet: Sheet | undefined): boolean {
  const found = findRubric(task.predicate, candidateId);
  return found.ok && listMissing(found.value.rubric, sheet).length === 0;
}

/** Removes a task with its sheets, and the dossiers that no other task needs. Result packages stay where they were saved. */
export function removeTask(home: Home, { taskId }: { taskId: string }): Result<null, ScoringCode> {
  const task = loadTask(home, taskId);
  if (!task.ok) return task;
  home.db.transaction(() => {
    home.db.prepare('UPDATE submissions SET task_id = NULL WHERE task_id = ?').run(taskId);
    home.db.prepare('DELETE FROM tasks WHERE id = ?').run(taskId);
    traceHome(home, task.value.predicate.expertId, {
      event: 'task-removed',
      body: { statement: task.value.statement },
    });
  })();
  home.parsedTasks.delete(taskId);
  const needed = new Set(loadTasks(home).flatMap(listDossiers));
  for (const sha256 of listDossiers(task.value)) {
    if (!needed.has(sha256)) removeDossier(home, sha256);
  }
  return ok(null);
}

function listDossiers({ predicate }: LocalTask): string[] {
  return predicate.candidates.flatMap(({ dossiers }) => dossiers.map(({ sha256 }) => sha256));
}
