import type { Submission } from '#shared/ipc/expert-views.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import type { Home } from '../home/home.ts';
import { findReceipt } from '../home/receipts.ts';
import type { LocalTask } from '../home/load-task.ts';
import { submissionPlace } from '../home/places.ts';

type SubmissionRow = {
  seq: number;
  statement: string;
  submitted_at: string;
  file: string;
  reason: string | null;
  revisions: number;
  /** Null once the task was removed from the machine. */
  task_id: string | null;
};

/** The sum that tells two states of a task's sheets apart: every change adds one. */
export function sumRevisions(sheets: Iterable<Sheet>): number {
  let sum = 0;
  for (const { revision } of sheets) sum += revision;
  return sum;
}

/**
 * The result packages made here for the task's round, in the order of their chain, which goes on when the commission's
 * keys are rotated under way.
 */
export function loadSubmissions(home: Home, task: LocalTask): SubmissionRow[] {
  return home.db
    .prepare<[string, string], SubmissionRow>(
      `SELECT seq, statement, submitted_at, file, reason, revisions, task_id FROM submissions
       WHERE round_id = ? AND expert_id = ? ORDER BY seq`,
    )
    .all(task.predicate.roundId, task.predicate.expertId)
    .map((row) => openSubmission(home, row));
}

function openSubmission({ vault }: Home, row: SubmissionRow): SubmissionRow {
  const { statement, file, reason } = row;
  return {
    ...row,
    file: vault.open(submissionPlace('file', statement), file),
    reason: reason === null ? null : vault.open(submissionPlace('reason', statement), reason),
  };
}

/** A stored submission for the window. */
export function viewSubmission(home: Home, row: Omit<SubmissionRow, 'revisions' | 'task_id'>): Submission {
  const { seq, statement, reason } = row;
  const receipt = findReceipt(home.db, statement);
  return { seq, statement, reason, submittedAt: row.submitted_at, fileName: row.file, receipt };
}
