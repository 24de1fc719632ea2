import { z } from 'zod';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { taskPredicateSchema, type TaskPredicate } from '#shared/packages/task.ts';
import type { Candidate } from '#shared/candidates/candidate.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import type { ScoringCode } from '#shared/scoring/sentences.ts';
import type { Home } from './home.ts';
import { predicatePlace, secretPlace } from './places.ts';

/** A task on this machine: the signed predicate and what was noted when it was opened. */
export type LocalTask = {
  readonly id: string;
  /** Statement hash of the task package. */
  readonly statement: string;
  /** Fingerprint (hex) of the commission's key. */
  readonly commission: string;
  readonly secret: string | null;
  readonly openedAt: string;
  readonly predicate: TaskPredicate;
};

const textSchema = z.string();

type TaskRow = {
  id: string;
  statement: string;
  commission: string;
  predicate: string;
  secret: string | null;
  opened_at: string;
};

/** The task of a local id, or `scoring.unknown-task`. */
export function loadTask(home: Home, taskId: string): Result<LocalTask, ScoringCode> {
  const row = home.db
    .prepare<[string], TaskRow>(
      'SELECT id, statement, commission, predicate, secret, opened_at FROM tasks WHERE id = ?',
    )
    .get(taskId);
  return row === undefined ? fail('scoring.unknown-task') : ok(parseTaskRow(home, row));
}

/** All tasks on this machine, the one opened last first. */
export function loadTasks(home: Home): LocalTask[] {
  return home.db
    .prepare<[], TaskRow>(
      'SELECT id, statement, commission, predicate, secret, opened_at FROM tasks ORDER BY opened_at DESC, id DESC',
    )
    .all()
    .map((row) => parseTaskRow(home, row));
}

function parseTaskRow(home: Home, row: TaskRow): LocalTask {
  const predicate = home.parsedTasks.get(row.id) ?? openPredicate(home, row);
  home.parsedTasks.set(row.id, predicate);
  const { id, statement, commission, opened_at: openedAt } = row;
  const secret = row.secret === null ? null : home.vault.open(secretPlace(id), row.secret);
  return { id, statement, commission, secret, openedAt, predicate };
}

function openPredicate({ vault }: Home, { id, predicate }: TaskRow): TaskPredicate {
  return taskPredicateSchema.parse(vault.openJson(predicatePlace(id), textSchema.parse(JSON.parse(predicate))));
}

/** The rubric that a candidate of the task is scored by. */
export function findRubric(
  task: Pick<TaskPredicate, 'tracks' | 'rubrics' | 'candidates'>,
  candidateId: string,
): Result<{ candidate: Candidate; rubric: Rubric }, ScoringCode> {
  const candidate = task.candidates.find(({ id }) => id === candidateId);
  const track = task.tracks.find(({ id }) => id === candidate?.trackId);
  const rubric = task.rubrics.find(({ id }) => id === track?.rubricId);
  if (candidate === undefined || rubric === undefined) {
    return fail('scoring.unknown-candidate', { candidate: candidate?.code ?? candidateId });
  }
  return ok({ candidate, rubric });
}
