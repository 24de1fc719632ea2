import { z } from 'zod';
import { ok, type Result } from '#shared/base/result.ts';
import type { SheetSaved } from '#shared/ipc/expert-views.ts';
import { changeSheet, emptySheet, type SheetChange } from '#shared/scoring/change-sheet.ts';
import type { ScoringCode } from '#shared/scoring/sentences.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { homeTime, traceHome, type Home } from '../home/home.ts';
import { findRubric, loadTask } from '../home/load-task.ts';
import { sheetPlace, starsPlace } from '../home/places.ts';
import { loadSheet } from './load-sheets.ts';

const starsSchema = z.array(z.string());

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
      const before = loadSheet(home, taskId, candidateId) ?? emptySheet(candidateId, at);
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

/** Stores a whole sheet in place of what was there, sealed; the caller has checked it. */
export function writeSheet({ db, vault }: Home, taskId: string, sheet: Sheet): void {
  db.prepare(
    `INSERT INTO sheets (task_id, candidate_id, sealed) VALUES (?, ?, ?)
     ON CONFLICT (task_id, candidate_id) DO UPDATE SET sealed = excluded.sealed`,
  ).run(taskId, sheet.candidateId, vault.sealJson(sheetPlace(taskId, sheet.candidateId), sheet));
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
  return home.db
    .transaction(() => {
      const before = loadStars(home, taskId).filter((id) => id !== candidateId);
      writeStars(home, taskId, starred ? [...before, candidateId] : before);
      const event = starred ? 'candidate-starred' : 'candidate-unstarred';
      traceHome(home, task.value.predicate.expertId, { event, body: { taskId, candidateId } });
      return ok(null);
    })
    .immediate();
}

/** The candidates marked ☆ in a task. */
export function loadStars({ db, vault }: Home, taskId: string): readonly string[] {
  const row = db.prepare<[string], { sealed: string }>('SELECT sealed FROM stars WHERE task_id = ?').get(taskId);
  return row === undefined ? [] : starsSchema.parse(vault.openJson(starsPlace(taskId), row.sealed));
}

function writeStars({ db, vault }: Home, taskId: string, candidateIds: readonly string[]): void {
  db.prepare(
    'INSERT INTO stars (task_id, sealed) VALUES (?, ?) ON CONFLICT (task_id) DO UPDATE SET sealed = excluded.sealed',
  ).run(taskId, vault.sealJson(starsPlace(taskId), candidateIds));
}
