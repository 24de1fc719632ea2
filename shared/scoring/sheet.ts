import { z } from 'zod';
import { idSchema, slugSchema, timeSchema } from '../base/ids.ts';
import { textSchema } from '../base/text.ts';

/** scored: points count; recused: 回避; abstained: 弃权. The last two leave the mean. */
export const sheetStateSchema = z.enum(['scored', 'recused', 'abstained']);
export type SheetState = z.infer<typeof sheetStateSchema>;

export const gateAnswerSchema = z.enum(['pass', 'fail']);
export type GateAnswer = z.infer<typeof gateAnswerSchema>;

/** 评语 and reasons hold at most this many characters. */
export const commentLimit = 5000;

/**
 * 评分表: one expert's answer for one candidate, finished or not.
 * `points` maps criterion ids to hundredths; `gates` maps gate ids to answers.
 * `recused` and `abstained` carry empty points and a reason.
 */
export const sheetSchema = z.strictObject({
  candidateId: idSchema,
  state: sheetStateSchema,
  points: z.record(slugSchema, z.int().min(0).max(1_000_000)),
  gates: z.record(slugSchema, gateAnswerSchema),
  fraud: z.boolean(),
  comment: textSchema(commentLimit),
  reason: textSchema(commentLimit).nullable(),
  revision: z.int().min(0),
  firstEditedAt: timeSchema,
  lastEditedAt: timeSchema,
});
export type Sheet = z.infer<typeof sheetSchema>;
