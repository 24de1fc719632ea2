import type { Database } from 'better-sqlite3';
import { sheetSchema, type Sheet } from '#shared/scoring/sheet.ts';

/** The columns that the home and the workspace keep of a sheet. */
export type SheetRow = {
  candidate_id: string;
  state: string;
  points: string;
  gates: string;
  fraud: number;
  comment: string;
  reason: string | null;
  revision: number;
  first_edited_at: string;
  last_edited_at: string;
};

/** A row as the domain's sheet; throws when it breaks the schema, which no write allows. */
export function parseSheetRow(row: SheetRow): Sheet {
  const points: unknown = JSON.parse(row.points);
  const gates: unknown = JSON.parse(row.gates);
  return sheetSchema.parse({
    candidateId: row.candidate_id,
    state: row.state,
    points,
    gates,
    fraud: row.fraud === 1,
    comment: row.comment,
    reason: row.reason,
    revision: row.revision,
    firstEditedAt: row.first_edited_at,
    lastEditedAt: row.last_edited_at,
  });
}

const columns = 'candidate_id, state, points, gates, fraud, comment, reason, revision, first_edited_at, last_edited_at';

/** The sheets begun for a task, by candidate id. */
export function loadSheets(db: Database, taskId: string): Map<string, Sheet> {
  const rows = db.prepare<[string], SheetRow>(`SELECT ${columns} FROM sheets WHERE task_id = ?`).all(taskId);
  return new Map(rows.map((row) => [row.candidate_id, parseSheetRow(row)]));
}

/** One sheet of a task, or undefined when nothing was entered yet. */
export function loadSheet(db: Database, taskId: string, candidateId: string): Sheet | undefined {
  const row = db
    .prepare<[string, string], SheetRow>(`SELECT ${columns} FROM sheets WHERE task_id = ? AND candidate_id = ?`)
    .get(taskId, candidateId);
  return row === undefined ? undefined : parseSheetRow(row);
}
