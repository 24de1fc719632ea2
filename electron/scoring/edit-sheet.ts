import { ok, type Result } from '#shared/base/result.ts';
import type { SheetSaved } from '#shared/ipc/expert-views.ts';
import { changeSheet, emptySheet, type SheetChange } from '#shared/scoring/change-sheet.ts';
import type { ScoringCode } from '#shared/scoring/sentences.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { homeTime, traceHome, type Home } from '../home/home.ts';
import { findRubric, loadTask } from '../home/load-task.ts';
import { loadSheet } from './load-sheets.ts';

/** Applies one change to one sheet; the answer comes when it is on disk (WAL, `synchronous = FULL`). */
export function editSheet(
  home: Home,
  { taskId, candidateId, change }: { taskId: string; candidateId: string; change: SheetChange },
): Result<SheetSaved, ScoringCode> {
  const task = loadTask(home, taskId);
  if (!task.ok) return task;
  const found = findRubric(task.value.predicate, candidateId);
  if (!found.ok) return found;
  const at = homeTime(home);
  return home.db
    .transaction((): Result<SheetSaved, ScoringCode> => {
      const before = loadSheet(home.db, taskId, candidateId) ?? emptySheet(candidateId, at);
      const changed = changeSheet(found.value.rubric, before, change, at);
      if (!changed.ok) return changed;
      writeSheet(home, taskId, changed.value);
      const { revision } = changed.value;
      const body = { taskId, candidateId, what: change.what, revision };
      traceHome(home, task.value.predicate.expertId, { event: 'sheet-edited', body });
      return ok({ sheet: changed.value, savedAt: at });
    })
    .immediate();
}

/** Stores a whole sheet in place of what was there; the caller has checked it. */
export function writeSheet(home: Home, taskId: string, sheet: Sheet): void {
  home.db
    .prepare(
      `INSERT INTO sheets (task_id, candidate_id, state, points, gates, fraud, comment, reason, revision,
         first_edited_at, last_edited_at)
       VALUES (:taskId, :candidateId, :state, :points, :gates, :fraud, :comment, :reason, :revision,
         :firstEditedAt, :lastEditedAt)
       ON CONFLICT (task_id, candidate_id) DO UPDATE SET state = excluded.state, points = excluded.points,
         gates = excluded.gates, fraud = excluded.fraud, comment = excluded.comment, reason = excluded.reason,
         revision = excluded.revision, last_edited_at = excluded.last_edited_at`,
    )
    .run({
      ...sheet,
      taskId,
      points: JSON.stringify(sheet.points),
      gates: JSON.stringify(sheet.gates),
      fraud: sheet.fraud ? 1 : 0,
    });
}

/** Marks a candidate ☆ 待定 for the expert himself, or takes the mark away; it never leaves the machine. */
export function starCandidate(
  home: Home,
  { taskId, candidateId, starred }: { taskId: string; candidateId: string; starred: boolean },
): Result<null, ScoringCode> {
  const task = loadTask(home, taskId);
  if (!task.ok) return task;
  const found = findRubric(task.value.predicate, candidateId);
  if (!found.ok) return found;
  const sql = starred
    ? 'INSERT OR IGNORE INTO stars (task_id, candidate_id) VALUES (?, ?)'
    : 'DELETE FROM stars WHERE task_id = ? AND candidate_id = ?';
  const event = starred ? 'candidate-starred' : 'candidate-unstarred';
  home.db.transaction(() => {
    home.db.prepare(sql).run(taskId, candidateId);
    traceHome(home, task.value.predicate.expertId, { event, body: { taskId, candidateId } });
  })();
  return ok(null);
}
