import { sheetSchema, type Sheet } from '#shared/scoring/sheet.ts';
import type { Home } from '../home/home.ts';
import { sheetPlace } from '../home/places.ts';

/** The columns that the workspace keeps of a sheet. */
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

type SealedRow = { candidate_id: string; sealed: string };

/** The sheets begun for a task, by candidate id. */
export function loadSheets(home: Home, taskId: string): Map<string, Sheet> {
  const rows = home.db
    .prepare<[string], SealedRow>('SELECT candidate_id, sealed FROM sheets WHERE task_id = ?')
    .all(taskId);
  return new Map(rows.map((row) => [row.candidate_id, openSheet(home, taskId, row)]));
}

/** One sheet of a task, or undefined when nothing was entered yet. */
export function loadSheet(home: Home, taskId: string, candidateId: string): Sheet | undefined {
  const row = home.db
    .prepare<[string, string], SealedRow>(
      'SELECT candidate_id, sealed FROM sheets WHERE task_id = ? AND candidate_id = ?',
    )
    .get(taskId, candidateId);
  return row === undefined ? undefined : openSheet(home, taskId, row);
}

function openSheet({ vault }: Home, taskId: string, { candidate_id: candidateId, sealed }: SealedRow): Sheet {
  return sheetSchema.parse(vault.openJson(sheetPlace(taskId, candidateId), sealed));
}
