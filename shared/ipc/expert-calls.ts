import { z } from 'zod';
import { idSchema, slugSchema } from '../base/ids.ts';
import { textSchema } from '../base/text.ts';
import { commentLimit, gateAnswerSchema, sheetStateSchema } from '../scoring/sheet.ts';
import { grantIdSchema, type SavedFile } from './app-calls.ts';
import { call } from './call.ts';
import type { SheetSaved, Submission, TaskSummary, TaskView } from './expert-views.ts';

const taskInput = z.strictObject({ taskId: idSchema });

/** One change of one sheet; `points` null clears the field. */
export const sheetChangeSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('points'),
    criterionId: slugSchema,
    points: z.int().min(0).max(1_000_000).nullable(),
  }),
  z.strictObject({ what: z.literal('gate'), gateId: slugSchema, answer: gateAnswerSchema.nullable() }),
  z.strictObject({ what: z.literal('comment'), comment: textSchema(commentLimit) }),
  z.strictObject({ what: z.literal('fraud'), fraud: z.boolean() }),
  z.strictObject({ what: z.literal('state'), state: sheetStateSchema, reason: textSchema(commentLimit).nullable() }),
]);
export type SheetChange = z.infer<typeof sheetChangeSchema>;

export const expertCalls = {
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
