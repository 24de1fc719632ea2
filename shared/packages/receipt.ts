import { z } from 'zod';
import { sha256Schema } from '../base/ids.ts';
import { headShape, isChained } from './head.ts';

/** 回执: the office's signed answer to one result package, with the head of its trace at that time. */
export const receiptPredicateSchema = z
  .strictObject({
    ...headShape,
    /** Hash of the result statement that it answers. */
    resultStatement: sha256Schema,
    verdict: z.enum(['accepted', 'superseded', 'refused']),
    /** The code of a refusal; null otherwise. */
    code: z
      .string()
      .regex(/^[a-z]+\.[a-z0-9-]+$/)
      .max(64)
      .nullable(),
    trace: z.strictObject({ entries: z.int().min(0), head: sha256Schema }),
  })
  .refine(isChained, 'previous does not fit seq')
  .refine(({ verdict, code }) => (verdict === 'refused') === (code !== null), 'code does not fit verdict');
export type ReceiptPredicate = z.infer<typeof receiptPredicateSchema>;
