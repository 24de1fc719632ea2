import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { textSchema } from '../base/text.ts';
import { sheetChangeSchema } from '../scoring/change-sheet.ts';
import { commentLimit } from '../scoring/sheet.ts';
import { grantIdSchema, type SavedFile } from './app-calls.ts';
import { call } from './call.ts';
import { expertCardCalls } from './card-calls.ts';
import { dossierCalls } from './dossier-calls.ts';
import { homeCalls } from './home-calls.ts';
import { ownReceiptCalls } from './receipt-calls.ts';
import type { SheetSaved, Submission, TaskSummary, TaskView } from './expert-views.ts';

const taskInput = z.strictObject({ taskId: idSchema });

export const expertCalls = {
  ...dossierCalls,
  ...homeCalls,
  ...expertCardCalls,
  ...ownReceiptCalls,
  /**
   * Opens a task package and keeps it on this machine: with its activation code, or, with an empty one, with the key of
   * the expert's registration card. `commission`: fingerprint of the office as the expert has compared it.
   */
  openTask: call<TaskSummary>()(
    z.strictObject({ file: grantIdSchema, code: z.string().max(64), commission: z.string().max(120).optional() }),
  ),
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
