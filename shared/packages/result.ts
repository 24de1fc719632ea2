import { z } from 'zod';
import { sha256Schema, timeSchema } from '../base/ids.ts';
import { lineSchema, textSchema } from '../base/text.ts';
import { commentLimit, sheetSchema } from '../scoring/sheet.ts';
import { headShape, isChained, recipientSchema } from './head.ts';

/** The text that the expert agreed to when he submitted. */
export const declarationSchema = z.strictObject({ text: textSchema(2000, 1), agreedAt: timeSchema });
export type Declaration = z.infer<typeof declarationSchema>;

/** 结果包: one expert's answers to one task. `taskStatement` is the hash of the task statement that it answers. */
export const resultPredicateSchema = z
  .strictObject({
    ...headShape,
    taskStatement: sha256Schema,
    taskSeq: z.int().min(1),
    /** Every assigned candidate once, in the task's order. */
    sheets: z.array(sheetSchema).max(100_000),
    declaration: declarationSchema,
    /** `recipient`: the age recipient for what the office sends back. */
    expert: z.strictObject({ name: lineSchema(60), recipient: recipientSchema }),
    /** HMAC that ties the keys to the holder of the activation code; null once the keys are enrolled. */
    enrolment: sha256Schema.nullable(),
    /** Why it corrects the one before, from seq 2 on; null or left out at seq 1. */
    reason: textSchema(commentLimit, 1).nullable().default(null),
  })
  .refine(isChained, 'previous does not fit seq')
  .refine(({ seq, reason }) => (seq === 1) === (reason === null), 'reason does not fit seq');
export type ResultPredicate = z.infer<typeof resultPredicateSchema>;
