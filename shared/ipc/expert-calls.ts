import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { textSchema } from '../base/text.ts';
import { sheetChangeSchema } from '../scoring/change-sheet.ts';
import { commentLimit } from '../scoring/sheet.ts';
import { grantIdSchema, type SavedFile } from './app-calls.ts';
import { call } from './call.ts';
import { dossierCalls } from './dossier-calls.ts';
import { homeCalls } from './home-calls.ts';
import { ownReceiptCalls } from './receipt-calls.ts';
import type { SheetSaved, Submission, TaskSummary, TaskView } from './expert-views.ts';

const taskInput = z.strictObject({ taskId: idSchema });

export const expertCalls = {
  ...dossierCalls,
  ...homeCalls,
  ...ownReceiptCalls,
  /** Opens a task package with its activation code and keeps it on this machine. */
  openTask: call<TaskSummary>()(z.strictObject({ file: grantIdSchema, code: z.string().max(64) })),
  listTasks: call<readonly TaskSummary[]>()(z.strictObject({})),
  getTask: call<TaskView>()(taskInput),
  /** Stores one change durably; answered only when it is on disk. */
  editSheet: call<SheetSaved>()(z.strictObject({ taskId: idSchema, candidateId: idSchema, change: sheetChangeSchema })),
  starCandidate: call<null>()(z.strictObject({ taskId: idSchema, candidateId: idSchema, starred: z.boolean() })),
  /** Signs and seals a result package; asks for a folder first; null when that was cancelled. */
  submitTask: call<{ readonly submission: Submission; readonly file: SavedFile } | null>()(
    z.strictObject({ taskId: idSchema, agreed: z.literal(true), reason: textSchema(commentLimit).nullable() }),
  ),
  /** Removes a task, its sheets and dossiers from this machine. */
  removeTask: call<null>()(taskInput),
};
