import { z } from 'zod';
import { sha256Schema } from '../base/ids.ts';
import { headShape, isChained } from './head.ts';
import { signerProofSchema } from './signer-proof.ts';

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
    /** Present when another key than the one that the task named signs: a member's, or the commission's after a rotation. */
    proof: signerProofSchema.optional(),
  })
  .refine(isChained, 'previous does not fit seq')
  .refine(({ verdict, code }) => (verdict === 'refused') === (code !== null), 'code does not fit verdict');
export type ReceiptPredicate = z.infer<typeof receiptPredicateSchema>;
